import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { processConfig } from '../../server/config.js';
import { householdPage, samePage } from './household-page.js';
import { hangUp, send, shotOf } from './load.js';
import { compare, inTurns, type Pace } from './measure.js';
import { measured } from './operations.js';
import { openProvince, signIn, type Province } from './province.js';
import { missed, recordOf, restrictionOf, table, type Record, type Restriction } from './report.js';
import { startServer, type Server } from './server.js';

const usage = `npm run bench -- [${measured.map(o => o.name).join('|')}|restricted] [--json FILE] [--households N (default 20000)] [--rounds N (default 3)]`;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Order { readonly group: string | undefined; readonly json: string | undefined; readonly households: number; readonly pace: Pace }

function readOrder(): Order {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: {
    json: { type: 'string' }, households: { type: 'string', default: '20000' }, rounds: { type: 'string', default: '3' } } });
  const households = Number(values.households), rounds = Number(values.rounds), [group] = positionals;
  const isKnown = group === undefined || group === 'restricted' || measured.some(operation => operation.name === group);
  if (!isKnown || !Number.isInteger(households) || households < 1000 || !Number.isInteger(rounds) || rounds < 1 || rounds > 9) throw new Error(usage);
  return { group, json: values.json, households, pace: { rounds, concurrency: 8, milliseconds: 2_500 } };
}

async function startServers({ url, adminUrl }: Province): Promise<[raw: Server, ours: Server, naive: Server]> {
  const settings = { DATABASE_URL: url, DATABASE_ADMIN_URL: adminUrl, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', FIRST_PASSWORD: 'chi-de-do-toc-do' };
  const started = await Promise.allSettled([
    startServer('raw', 'build/test/performance/yardstick.js', settings),
    startServer('ours', 'build/server/main.js', settings),
    startServer('naive', 'build/test/performance/naive.js', settings),
  ]);
  const servers = started.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = started.find(result => result.status === 'rejected');
  if (failed) { await Promise.all(servers.map(server => server.stop())); throw failed.reason; }
  return servers as [Server, Server, Server];
}

/** Both see the households of the department's first page; the same document and variables for both. */
async function restricted(province: Province, ours: Server, { households, pace }: Order): Promise<Restriction> {
  const department = await signIn(province, householdPage.unit), secretariat = await signIn(province, 'thuong-truc');
  const { data } = JSON.parse(await send(shotOf(ours.address, householdPage, department))) as { data: { households: { nodes: { id: string }[] } } };
  const ids = data.households.nodes.map(node => node.id);
  const [mine, theirs] = await inTurns([
    { server: ours, operation: samePage(ids, householdPage.unit), person: department },
    { server: ours, operation: samePage(ids, 'thuong-truc'), person: secretariat },
  ], pace);
  return restrictionOf(households, mine!, theirs!);
}

async function main(): Promise<number> {
  const order = readOrder(), { group, households, json } = order;
  const province = await openProvince(`${processConfig().dataFolder}-bench`, households, say);
  let servers: Server[] = [];
  try {
    const [raw, ours, naive] = servers = await startServers(province);
    const records: Record[] = [];
    for (const operation of measured.filter(({ name }) => group === undefined || group === name)) {
      const [r, o, n] = await compare([raw!, ours!, naive!], operation, await signIn(province, operation.unit), order.pace);
      records.push(recordOf(operation.name, households, r!, o!, n!));
    }
    const restriction = group === undefined || group === 'restricted' ? await restricted(province, ours!, order) : null;
    say(table(records, restriction));
    if (json) writeFileSync(json, `${JSON.stringify({ records, restriction }, null, 2)}\n`);
    const misses = missed(records, restriction);
    say(misses.length === 0 ? 'Every bar is held.' : misses.map(miss => `MISSED ${miss}`).join('\n'));
    return misses.length === 0 ? 0 : 1;
  } finally {
    hangUp();
    await Promise.all(servers.map(server => server.stop()));
    await province.stop();
  }
}

process.exitCode = await main();
