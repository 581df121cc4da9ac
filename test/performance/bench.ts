import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { processConfig } from '../../server/config.js';
import { startEmbeddedServer } from '../../server/database/embedded-server.js';
import { measureHouseholds, measureRestricted, type Stand } from './households.js';
import { hangUp } from './load.js';
import { compare, type Pace } from './measure.js';
import { measureNotices } from './notices.js';
import { measured, measuredRequests } from './operations.js';
import { openProvince, signIn, type Province } from './province.js';
import { missed, pageOf, recordOf, table, type Comparison, type Record } from './report.js';
import { startServer, type Server } from './server.js';

const groups = [...measured.map(({ name }) => name), 'restricted', 'households', 'notices'];
const usage = `npm run bench -- [${groups.join('|')}] [--json FILE] [--households N (default 20000)] [--beside N (a smaller province beside it, for households)] [--rounds N (default 3)]`;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Order { readonly group: string | undefined; readonly json: string | undefined; readonly households: number; readonly beside: number | undefined; readonly pace: Pace }

function readOrder(): Order {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: {
    json: { type: 'string' }, households: { type: 'string', default: '20000' }, beside: { type: 'string' }, rounds: { type: 'string', default: '3' } } });
  const households = Number(values.households), beside = values.beside === undefined ? undefined : Number(values.beside), rounds = Number(values.rounds), [group, ...more] = positionals;
  const isKnown = more.length === 0 && (group === undefined || groups.includes(group)), isSize = (size: number) => Number.isInteger(size) && size >= 1000;
  const isBeside = beside === undefined || (isSize(beside) && beside < households && (group === undefined || group === 'households'));
  if (!isKnown || !isSize(households) || !isBeside || !Number.isInteger(rounds) || rounds < 1 || rounds > 9) throw new Error(usage);
  return { group, json: values.json, households, beside, pace: { rounds, concurrency: 8, milliseconds: 2_500 } };
}

const scripts = { raw: 'build/test/performance/yardstick.js', ours: 'build/server/main.js', naive: 'build/test/performance/naive.js' } as const;

/** In the order of the names; all or none. */
async function startServers({ url, adminUrl }: Province, names: readonly Server['name'][]): Promise<Server[]> {
  const settings = { DATABASE_URL: url, DATABASE_ADMIN_URL: adminUrl, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', FIRST_PASSWORD: 'chi-de-do-toc-do' };
  const started = await Promise.allSettled(names.map(name => startServer(name, scripts[name], settings)));
  const servers = started.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = started.find(result => result.status === 'rejected');
  if (failed) { await Promise.all(servers.map(server => server.stop())); throw failed.reason; }
  return servers;
}

async function main(): Promise<number> {
  const { group, households, beside, json, pace } = readOrder(), asks = (name: string): boolean => group === undefined || group === name;
  const database = await startEmbeddedServer(`${processConfig().dataFolder}-bench`), provinces: Province[] = [], servers: Server[] = [];
  const stand = async (size: number): Promise<Stand> => {
    const province = await openProvince(database, size, say);
    provinces.push(province);
    const [raw, ours] = await startServers(province, ['raw', 'ours']);
    servers.push(raw!, ours!);
    return { province, households: size, raw: raw!, ours: ours! };
  };
  try {
    const records: Record[] = [], comparisons: Comparison[] = [];
    const smaller = beside === undefined ? undefined : await stand(beside), whole = await stand(households), { province, raw, ours } = whole;
    const operations = measured.filter(({ name }) => asks(name)), [naive] = operations.length ? await startServers(province, ['naive']) : [];
    if (naive) servers.push(naive);
    for (const operation of operations) {
      const [r, o, n] = await compare([raw, ours, naive!], operation, await signIn(province, operation.unit), pace);
      records.push(recordOf(operation.name, households, r!, o!, n!));
    }
    for (const [{ name: page }, operation] of measuredRequests.filter(([{ name: page }]) => asks(page))) {
      const [r, o] = await compare([raw, ours], operation, await signIn(province, operation.unit), pace);
      const record = recordOf(operation.name, households, r!, o!, null);
      comparisons.push(pageOf(`${page} with ${operation.name}`, [records.find(one => one.operation === page)!, record]));
      records.push(record);
    }
    if (asks('households')) {
      const found = await measureHouseholds(whole, smaller, pace);
      records.push(...found.records);
      comparisons.push(...found.comparisons);
    }
    if (asks('households') || asks('restricted')) comparisons.push(...await measureRestricted(whole, pace));
    if (asks('notices')) comparisons.push(...await measureNotices(whole, pace));
    say(table(records, comparisons));
    if (json) writeFileSync(json, `${JSON.stringify({ records, comparisons }, null, 2)}\n`);
    const misses = missed(records, comparisons);
    say(misses.length === 0 ? 'Every bar is held.' : misses.map(miss => `MISSED ${miss}`).join('\n'));
    return misses.length === 0 ? 0 : 1;
  } finally {
    hangUp();
    await Promise.all(servers.map(server => server.stop()));
    await Promise.all(provinces.map(province => province.close()));
    await database.stop();
  }
}

process.exitCode = await main();
