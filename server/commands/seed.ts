import { parseArgs } from 'node:util';
import pg from 'pg';
import { processConfig } from '../config.js';
import { migrate } from '../database/data-source.js';
import { startEmbeddedServer } from '../database/embedded-server.js';
import { seedHouseholdLists, seedHouseholds } from '../household/household.seed.js';
import { seedPairings } from '../pairing/pairing.seed.js';
import { seedPlan } from '../plan/plan.seed.js';
import { seedSupervisions } from '../sight/supervision.seed.js';
import { seedStandards, seedVillageAreaTypes } from '../standard/standard.seed.js';
import { seedProgress } from '../task/progress.seed.js';
import { seedTasks } from '../task/task.seed.js';
import { seedUnits } from '../unit/unit.seed.js';

const usage = 'Cách dùng: npm run seed -- --households <số hộ, từ 1 đến 500000> [--seed <số>] [--commune <mã xã>]...';
const defaultSeed = 2026;
const householdsAtMost = 500_000;

interface Order { readonly households: number; readonly seed: number; readonly communes?: readonly string[] }

function readOrder(): Order | undefined {
  try {
    const { values } = parseArgs({ options: { households: { type: 'string' }, seed: { type: 'string' }, commune: { type: 'string', multiple: true } } });
    const [households, seed] = [Number(values.households), Number(values.seed ?? defaultSeed)];
    const isGood = Number.isInteger(households) && households >= 1 && households <= householdsAtMost && Number.isInteger(seed);
    return isGood ? { households, seed, ...(values.commune && { communes: values.commune }) } : undefined;
  } catch {
    return undefined; // an option that does not exist
  }
}

async function countHouseholds(client: pg.Client): Promise<number> {
  return (await client.query<{ count: number }>('SELECT count(*)::int AS count FROM household')).rows[0]!.count;
}

/** Everything or nothing; what already stands is left as it is. */
async function load(client: pg.Client, order: Order): Promise<boolean> {
  await client.query('BEGIN');
  await client.query('SET LOCAL ROLE maintainer');
  const isTaken = (await countHouseholds(client)) > 0;
  if (!isTaken) {
    await seedUnits(client);
    await seedPlan(client);
    await seedTasks(client);
    await seedProgress(client);
    await seedHouseholdLists(client);
    await seedStandards(client);
    await seedVillageAreaTypes(client);
    await seedSupervisions(client);
    await seedHouseholds(client, order);
    await seedPairings(client);
  }
  await client.query('COMMIT');
  return !isTaken;
}

async function fill(adminUrl: string, order: Order): Promise<boolean> {
  await migrate(adminUrl);
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    const started = performance.now();
    const isLoaded = await load(client, order);
    const count = (await countHouseholds(client)).toLocaleString('vi-VN');
    if (isLoaded) await client.query('VACUUM (ANALYZE)'); // so that lists are fast at once
    console.log(isLoaded
      ? `Đã nạp ${count} hộ minh họa trong ${Math.round((performance.now() - started) / 1000)} giây.`
      : `Không nạp: cơ sở dữ liệu đã có ${count} hộ. Hãy dùng một DATA_FOLDER hoặc cơ sở dữ liệu mới.`);
    return isLoaded;
  } finally {
    await client.end();
  }
}

/** `npm run seed -- --households N`: a database with the plan and a synthetic province of N households. Exit code 1 when there are households already, 2 for bad options. */
async function main(): Promise<number> {
  const order = readOrder();
  if (!order) {
    console.error(usage);
    return 2;
  }
  const { database, dataFolder } = processConfig();
  const embedded = database ? undefined : await startEmbeddedServer(dataFolder);
  try {
    return (await fill((database ?? embedded!).adminUrl, order)) ? 0 : 1;
  } finally {
    await embedded?.stop();
  }
}

process.exitCode = await main();
