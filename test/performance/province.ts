import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { migrate } from '../../server/database/data-source.js';
import type { EmbeddedServer } from '../../server/database/embedded-server.js';
import { seedHouseholdLists, seedHouseholds } from '../../server/household/household.seed.js';
import { createAccount } from '../../server/identity/account.service.js';
import { seedDemonstrationAccounts } from '../../server/identity/demonstration-accounts.js';
import { hashOf, newToken } from '../../server/identity/token.js';
import { seedPairings } from '../../server/pairing/pairing.seed.js';
import { seedPlan } from '../../server/plan/plan.seed.js';
import { seedSupervisions } from '../../server/sight/supervision.seed.js';
import { seedStandards, seedVillageAreaTypes } from '../../server/standard/standard.seed.js';
import { seedProgress } from '../../server/task/progress.seed.js';
import { seedTasks } from '../../server/task/task.seed.js';
import { seedUnits } from '../../server/unit/unit.seed.js';
import { seedWorkFlows } from './work-flows.seed.js';

/** The day that the measured system takes for today, in the middle of the plan's year. */
export const benchDay = '2026-09-08';

/** A database of that many synthetic households. */
export interface Province {
  readonly url: string;
  readonly adminUrl: string;
  readonly admin: pg.Client;
  close(): Promise<void>;
}

/** Someone signed in: the unit's id, the post as the header names it, the cookie's value. */
export interface Person { readonly unitId: number; readonly hat: string; readonly token: string }

/** Databases are kept between runs and made anew when a migration or a seed's data changes. */
function stamp(): string {
  const hash = createHash('sha256').update(benchDay);
  const add = (folder: string) => { for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(`${folder}/${file}`)); };
  for (const folder of ['migrations', 'server/household/data', 'server/unit/data', 'server/plan/data']) add(folder);
  hash.update(readFileSync('test/performance/work-flows.seed.ts'));
  return hash.digest('hex').slice(0, 16);
}

const at = (address: string, database: string): string => Object.assign(new URL(address), { pathname: `/${database}` }).href;

async function seed(admin: pg.Client, households: number): Promise<void> {
  await admin.query('BEGIN');
  await admin.query('SET LOCAL ROLE maintainer');
  await admin.query("SELECT set_config('app.today', $1, true)", [benchDay]);
  await admin.query("INSERT INTO setting (name, value) VALUES ('cursor_secret', 'bench'), ('demonstration_day', $1)", [benchDay]);
  await seedUnits(admin);
  await seedPlan(admin);
  await seedTasks(admin);
  await seedHouseholdLists(admin);
  await seedStandards(admin);
  await seedVillageAreaTypes(admin);
  // Before the households, as at a first start; the start of a measured server would load them over all households that stand.
  await seedDemonstrationAccounts(admin, {});
  await seedSupervisions(admin);
  await seedHouseholds(admin, { households, seed: 2026 });
  await seedPairings(admin);
  await seedProgress(admin);
  await seedWorkFlows(admin, benchDay);
  await admin.query('COMMIT');
  await admin.query('VACUUM ANALYZE');
}

/** Opens the database of so many households on this server, seeding it where it is missing or old. */
export async function openProvince(server: EmbeddedServer, households: number, tell: (text: string) => void): Promise<Province> {
  const name = `bench_${households}`, [url, adminUrl] = [at(server.url, name), at(server.adminUrl, name)];
  const maker = new pg.Client(at(server.adminUrl, 'postgres'));
  await maker.connect();
  const { rows: [found] } = await maker.query<{ stamp: string | null }>("SELECT shobj_description(oid, 'pg_database') AS stamp FROM pg_database WHERE datname = $1", [name]);
  const isFresh = found?.stamp === stamp();
  if (!isFresh) {
    tell(`Seeding ${households} households; kept for the next run.`);
    await maker.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await maker.query(`CREATE DATABASE ${name}`);
    await migrate(adminUrl);
  }
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  if (!isFresh) {
    await seed(admin, households);
    await maker.query(`COMMENT ON DATABASE ${name} IS '${stamp()}'`);
  }
  await maker.end();
  return { url, adminUrl, admin, close: () => admin.end() };
}

/** Signs in an officer of a unit, its account made at the first run. */
export async function signIn({ admin }: Province, unit: string): Promise<Person> {
  const login = `bench.${unit}`;
  await createAccount(admin, { login, name: 'Người đo tốc độ', password: newToken(), mustChangePassword: false }, [{ unitCode: unit, role: 'OFFICER' }]);
  const token = newToken();
  const { rows: [row] } = await admin.query<{ unit: number; post: number }>(
    `INSERT INTO sign_in (token_hash, account_id, post_id, expires_at)
     SELECT $2, a.id, p.id, now() + interval '1 hour' FROM account a JOIN post p ON p.account_id = a.id WHERE a.login = $1
     RETURNING (SELECT unit_id FROM post WHERE id = post_id) AS unit, post_id AS post`, [login, hashOf(token)]);
  return { unitId: row!.unit, hat: String(row!.post), token };
}
