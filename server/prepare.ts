import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { differences, inheritedRoles, type Difference, type Query } from './access/drift.js';
import type { Config } from './config.js';
import { migrate } from './database/data-source.js';
import { seedHouseholdLists, seedHouseholds } from './household/household.seed.js';
import { seedDemonstrationAccounts, type FirstPassword } from './identity/demonstration-accounts.js';
import { seedPairings } from './pairing/pairing.seed.js';
import { seedPlan } from './plan/plan.seed.js';
import { policy } from './policy.js';
import { seedSightRequests } from './sight/sight-request.seed.js';
import { seedSupervisions } from './sight/supervision.seed.js';
import { seedStandards, seedVillageAreaTypes } from './standard/standard.seed.js';
import { seedProgress } from './task/progress.seed.js';
import { seedTasks } from './task/task.seed.js';
import { seedUnits } from './unit/unit.seed.js';
import { seedUnitRequests } from './unit-request/unit-request.seed.js';

/** The day that a demonstration takes for today, so that not every task of the year is over. */
const demonstrationDay = '2026-09-08';
const demonstrationHouseholds = 300;

/** The database does not say what the access tables say; each line names a grant or a policy. */
export class AccessDrift extends Error {
  constructor(readonly found: readonly Difference[]) {
    super(`Quyền trong cơ sở dữ liệu khác bảng quyền; không khởi động.\n${found.map(d => `- ${d.what}`).join('\n')}`);
  }
}

export const queryOf = (client: pg.ClientBase): Query => async (sql, values) => {
  const result = await client.query(sql, values as unknown[]) as pg.QueryResult | pg.QueryResult[];
  return (Array.isArray(result) ? result.at(-1)!.rows : result.rows) as never[];
};

/** What differs between the tables and this database; leaves nothing behind. */
export async function accessDifferences(client: pg.ClientBase): Promise<Difference[]> {
  await client.query('BEGIN');
  try { return await differences(policy, queryOf(client)); } finally { await client.query('ROLLBACK'); }
}

/** On a server of one's own the login may not be there yet. */
async function ensureLogin(client: pg.ClientBase, url: string): Promise<void> {
  const { password } = new URL(url);
  const secret = client.escapeLiteral(decodeURIComponent(password));
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = 'app_user'");
  if (rowCount === 0) await client.query(`CREATE ROLE app_user LOGIN NOINHERIT PASSWORD ${secret}`);
}

async function load(client: pg.ClientBase, { demo, firstPassword }: Config): Promise<readonly FirstPassword[]> {
  await client.query('BEGIN');
  try {
    await client.query('SET LOCAL ROLE maintainer');
    await client.query("INSERT INTO setting (name, value) VALUES ('cursor_secret', $1) ON CONFLICT DO NOTHING", [randomBytes(32).toString('hex')]);
    await seedUnits(client);
    await seedPlan(client);
    await seedTasks(client);
    await seedHouseholdLists(client);
    await seedStandards(client);
    await seedVillageAreaTypes(client);
    let passwords: readonly FirstPassword[] = [];
    if (demo) {
      await client.query("INSERT INTO setting (name, value) VALUES ('demonstration_day', $1) ON CONFLICT DO NOTHING", [demonstrationDay]);
      await client.query("SELECT set_config('app.today', $1, true)", [demonstrationDay]);
      passwords = await seedDemonstrationAccounts(client, { ...(firstPassword && { firstPassword }) });
      await seedSupervisions(client);
      await seedHouseholds(client, { households: demonstrationHouseholds, seed: 2026 });
      await seedPairings(client);
      await seedSightRequests(client);
      await seedProgress(client);
      await seedUnitRequests(client);
    }
    await client.query('COMMIT');
    return passwords;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/**
 * Brings a database to what this version needs: login, migrations, the check of grants and policies, plan and units, demonstration.
 * Repeating it changes nothing. Leaves no connection open. Throws AccessDrift rather than repair.
 */
export async function prepareDatabase(adminUrl: string, config: Config): Promise<readonly FirstPassword[]> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    if (config.database) await ensureLogin(client, config.database.url);
    const migrated = await migrate(adminUrl);
    const found = await accessDifferences(client);
    if (found.length > 0) throw new AccessDrift(found);
    const inherited = await inheritedRoles(queryOf(client), 'app_user');
    if (inherited.length > 0) throw new AccessDrift(inherited.map(role => ({ what: `app_user thừa hưởng quyền của ${role}`, mend: `GRANT ${role} TO app_user WITH INHERIT FALSE, SET TRUE;` })));
    const passwords = await load(client, config);
    if (migrated > 0) await client.query('ANALYZE');
    return passwords;
  } finally {
    await client.end();
  }
}
