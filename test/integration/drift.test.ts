import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, extendSchema, parse } from 'graphql';
import { checkSchema } from '../../server/access/check-schema.js';
import { readFileSync } from 'node:fs';
import { Policy } from '../../server/access/policy.js';
import { startApp } from '../../server/app.js';
import { readConfig } from '../../server/config.js';
import { openLog } from '../../server/log.js';
import { policy } from '../../server/policy.js';
import { openWorld, type World } from '../support/world.js';

let world: World, url: string, adminUrl: string;
beforeAll(async () => {
  world = await openWorld();
  const at = (address: string) => Object.assign(new URL(address), { pathname: `/${world.admin.database}` }).href;
  [url, adminUrl] = [at(process.env.TEST_URL!), at(process.env.TEST_ADMIN_URL!)];
});
afterAll(() => world.stop());

/** Starts the system on this world's database as a person would; its words when it refuses. */
async function start(): Promise<string> {
  try {
    const app = await startApp({ url, adminUrl, port: 0, host: '127.0.0.1', log: openLog('silent'), config: readConfig({ LOG_LEVEL: 'silent' }) });
    await app.stop();
    return 'starts';
  } catch (error) { return (error as Error).message; }
}

const changes: readonly (readonly [what: string, change: string, named: string, mend: string])[] = [
  ['a policy dropped', 'DROP POLICY portal_commune ON household', 'household portal_commune', 'CREATE POLICY portal_commune ON household FOR SELECT TO portal_commune USING (#)'],
  ['a policy widened', 'ALTER POLICY portal_commune ON household USING (true)', 'household portal_commune', 'ALTER POLICY portal_commune ON household USING (#)'],
  ['a policy added', 'CREATE POLICY extra ON member FOR SELECT TO portal_mass_organisation USING (true)', 'member extra', 'DROP POLICY extra ON member'],
  ['a policy added for everybody', 'CREATE POLICY extra ON member FOR SELECT TO PUBLIC USING (true)', 'member extra', 'DROP POLICY extra ON member'],
  ['a column granted', 'GRANT SELECT (note) ON household TO portal_department', 'SELECT (note) ON household TO portal_department', 'REVOKE SELECT (note) ON household FROM portal_department'],
  ['a table granted to everybody', 'GRANT SELECT ON household_identity TO PUBLIC', 'household_identity', 'REVOKE SELECT ON household_identity FROM PUBLIC'],
  ['deletion granted', 'GRANT DELETE ON pairing TO portal_commune', 'pairing', 'REVOKE DELETE ON pairing FROM portal_commune'],
  ['truncation granted, which no policy stops', 'GRANT TRUNCATE ON household TO portal_commune', 'household', 'REVOKE TRUNCATE ON household FROM portal_commune'],
  ['a column taken away', 'REVOKE SELECT (head_name) ON household FROM portal_commune', 'SELECT (head_name) ON household TO portal_commune', 'GRANT SELECT (head_name) ON household TO portal_commune'],
  ['accounts granted', 'GRANT SELECT (password_hash) ON account TO portal_secretariat', 'SELECT (password_hash) ON account TO portal_secretariat', 'REVOKE SELECT (password_hash) ON account FROM portal_secretariat'],
  ['row security switched off', 'ALTER TABLE deprivation DISABLE ROW LEVEL SECURITY', 'deprivation', 'ALTER TABLE deprivation ENABLE ROW LEVEL SECURITY'],
  ['row security not forced on the owner', 'ALTER TABLE deprivation NO FORCE ROW LEVEL SECURITY', 'deprivation', 'ALTER TABLE deprivation FORCE ROW LEVEL SECURITY'],
  ['a login that inherits from a portal', 'GRANT portal_commune TO app_user WITH INHERIT TRUE, SET TRUE', 'portal_commune', 'GRANT portal_commune TO app_user WITH INHERIT FALSE, SET TRUE'],
  ['a portal that row security does not stop', 'ALTER ROLE portal_public BYPASSRLS', 'portal_public', 'ALTER ROLE portal_public NOBYPASSRLS'],
];

describe('a start', () => {
  it('goes ahead where the database says what the access tables say', async () => expect(await start()).toBe('starts'));

  it.each(changes)('refuses with %s, and names it', async (_what, change, named, mend) => {
    const { rows: [{ rule }] } = await world.admin.query<{ rule: string }>("SELECT pg_get_expr(polqual, polrelid) AS rule FROM pg_policy WHERE polname = 'portal_commune' AND polrelid = 'household'::regclass");
    await world.admin.query(change);
    let said: string;
    try { said = await start(); } finally { await world.admin.query(mend.replace('#', rule)); }
    expect(said).toContain(named);
  });

  it('goes ahead again once all is mended', async () => expect(await start()).toBe('starts'));
});

describe('the check of schema and tables', () => {
  const promised = buildSchema(readFileSync('schema/schema.graphql', 'utf8'), { assumeValidSDL: true });

  it('finds nothing in those of the system', () => expect(checkSchema(promised, policy)).toEqual([]));

  it('names a field of a noun, of an input, and a root field that have no line', () => {
    const wider = extendSchema(promised, parse('extend type Household { bankAccount: String } extend input CreateTaskInput { secret: String } extend type Query { everything: String } type Loose { word: String }'));
    expect(checkSchema(wider, policy).map(problem => problem.split(':')[0])).toEqual(expect.arrayContaining(['Household.bankAccount', 'CreateTaskInput.secret', 'Query.everything', 'Loose.word']));
    expect(checkSchema(wider, policy)).toHaveLength(4);
  });

  it('names lines that have no field', () => {
    const household = policy.byType.get('Household')!, fields = new Map([...household.fields, ['bankAccount', { ...household.fields.get('note')!, name: 'bankAccount' }]]);
    const more = new Policy(policy.resources.map(one => (one === household ? { ...one, fields } : one)), { ...policy.operations, 'Query.everything': policy.operations['Query.plan']! }, []);
    const named = checkSchema(promised, more).map(problem => problem.split(':')[0]);
    expect(named).toEqual(expect.arrayContaining(['Household.bankAccount', 'Query.everything']));
  });
});
