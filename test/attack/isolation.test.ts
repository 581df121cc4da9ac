import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeForeignRows, unitsOf, type Units } from '../support/row-cases.js';
import { outcome } from '../support/unchanged.js';
import { openWorld, type Answer, type World } from '../support/world.js';

let world: World, units: Units;
beforeAll(async () => { world = await openWorld(); units = await unitsOf(world); });
afterAll(() => world.stop());

const ownCodes = '{ households(first: 100) { nodes { commune { code } } } viewer { unit { code } } }';
const communesIn = ({ data }: Answer): string[] => [...new Set((data.households.nodes as { commune: { code: string } }[]).map(node => node.commune.code))];

// Cases 14 to 25.
describeForeignRows(() => ({ world, units }), { filters: 70 });

/** As the portal role itself, in a transaction that is rolled back. */
async function asRole(role: string, unit: number, sql: string): Promise<string> {
  await world.admin.query('BEGIN');
  try {
    await world.admin.query(`SELECT set_config('role', $1, true), set_config('app.units', $2, true), set_config('app.post', '1', true), set_config('app.today', '2026-09-08', true)`, [role, `{${unit}}`]);
    return `${(await world.admin.query(sql)).rowCount} rows`;
  } catch (error) { return (error as { code: string }).code; } finally { await world.admin.query('ROLLBACK'); }
}

describe('in the database itself', () => {
  it('a commune moves no row to another commune', async () => { // 22
    const { commune, other } = units;
    expect(await asRole('portal_commune', commune.unitId, `UPDATE household SET commune_id = ${other.unitId} WHERE commune_id = ${commune.unitId}`)).toBe('42501');
    expect(await asRole('portal_commune', commune.unitId, `UPDATE assignment SET unit_id = ${other.unitId}`)).toBe('42501');
  });
  it('a commune changes and deletes no household but its own', async () => { // 20
    const { commune, other } = units;
    const { rows: [{ count }] } = await world.admin.query<{ count: number }>('SELECT count(*)::int AS count FROM household WHERE commune_id = $1', [commune.unitId]);
    expect(await asRole('portal_commune', commune.unitId, "UPDATE household SET note = 'x'")).toBe(`${count} rows`);
    expect(await asRole('portal_commune', commune.unitId, `UPDATE household SET note = 'x' WHERE commune_id = ${other.unitId}`)).toBe('0 rows');
    expect(await asRole('portal_commune', commune.unitId, 'DELETE FROM household')).toBe('42501');
  });
  it('a list number that another commune uses is free, so that it tells nothing', async () => { // 24
    const { rows } = await world.admin.query("SELECT pg_get_constraintdef(oid) AS key FROM pg_constraint WHERE conrelid = 'household'::regclass AND contype = 'u' ORDER BY 1");
    expect(rows.map(row => (row as { key: string }).key)).toEqual(['UNIQUE (commune_id, code)', 'UNIQUE (id, commune_id)']);
  });
  it('a member cannot be hung on a household of another commune', async () => { // 23
    const { rows: [own] } = await world.admin.query<{ id: string }>('SELECT id FROM household WHERE commune_id = $1 LIMIT 1', [units.other.unitId]);
    const insert = `INSERT INTO pairing (commune_id, helper_id, household_id) VALUES (${units.commune.unitId}, ${units.helper.unitId}, '${own!.id}')`;
    expect(await asRole('portal_commune', units.commune.unitId, insert)).not.toMatch(/rows/);
  });
});

describe('who one is', () => {
  it('is not changed by headers, by variables or by more in the cookie', async () => { // 26
    const send = async (headers: Record<string, string>, variables: object = {}): Promise<string> => (await fetch(`${world.url}/graphql`, { method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `session=${units.commune.token}`, 'x-hat': String(units.commune.post), ...headers }, body: JSON.stringify({ query: ownCodes, variables }) })).text();
    const plain = await send({});
    expect(plain).toContain('"viewer":{"unit":{"code":"02869"}}');
    const { unitId } = units.other;
    const claims: Record<string, string>[] = [{ 'x-tenant': '02647' }, { 'x-unit': String(unitId) }, { 'x-role': 'portal_secretariat' }, { 'x-portal-kind': 'secretariat' }, { cookie: `unit=${unitId}; session=${units.commune.token}; portalKind=secretariat` }];
    for (const headers of claims) expect(await send(headers)).toBe(plain);
    expect(await send({}, { unit: unitId, portalKind: 'secretariat', app: { units: [unitId] } })).toBe(plain);
  });

  it('is not another hat\'s for having its number', async () => {
    const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: `session=${units.commune.token}`, 'x-hat': String(units.other.post) }, body: JSON.stringify({ query: ownCodes }) });
    expect([response.status, (await response.json() as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code]).toEqual([409, 'HAT_CHANGED']);
  });
});

describe('between requests', () => {
  it('nothing stays on the one connection of a pool: a commune, another, then nobody', async () => { // 27
    const one = await openWorld();
    try {
      (one.app.door.source.driver as unknown as { master: { options: { max: number } } }).master.options.max = 1;
      // What runs by itself has opened some already, and begins anew at once when they are cut.
      await new Promise(done => setTimeout(done, 1500));
      await one.admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app_user' AND datname = current_database()");
      await new Promise(done => setTimeout(done, 200));
      const [first, second] = [await one.as.commune('02869'), await one.as.commune('02647')];
      expect(communesIn(await first(ownCodes))).toEqual(['02869']);
      expect(communesIn(await second(ownCodes))).toEqual(['02647']);
      const [state] = await one.app.door.source.query<object[]>(`SELECT current_user AS who, coalesce(current_setting('app.units', true), '') AS units, coalesce(current_setting('app.sensitive', true), '') AS sensitive,
        current_setting('transaction_read_only') AS read_only, (SELECT count(*)::int FROM pg_stat_activity WHERE usename = 'app_user' AND datname = current_database() AND application_name NOT LIKE 'listen %') AS connections`);
      expect(state).toEqual({ who: 'app_user', units: '', sensitive: '', read_only: 'off', connections: 1 });
      await expect(one.app.door.source.query('SELECT 1 FROM household')).rejects.toMatchObject({ code: '42501' });
      expect(outcome(await one.as.guest(ownCodes))).toBe('401 UNAUTHENTICATED');
      await first('{ households(first: 1) { nodes { note } } nothing }');
      await first('mutation { acceptAssignment(input: { id: "1", version: 1 }) { userErrors { code } } }');
      expect(communesIn(await second(ownCodes))).toEqual(['02647']);
    } finally { await one.stop(); }
  });

  it('no row crosses among 500 at once', async () => { // 28
    for (let round = 0; round < 5; round++) {
      const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => (i % 2 ? units.commune : units.other)(ownCodes)));
      answers.forEach((answer, i) => expect([communesIn(answer), answer.data.viewer.unit.code]).toEqual([[i % 2 ? '02869' : '02647'], i % 2 ? '02869' : '02647']));
    }
  });

  it('no loaded count is kept for the next caller', async () => { // 29
    const health = await world.as.department('syt'), standing = '{ task(id: "29") { code standing { status count } } }';
    const [whole, lead, none] = await Promise.all([units.secretariat(standing), units.department(standing), health(standing)]);
    expect(whole.data.task.standing.reduce((sum: number, one: { count: number }) => sum + one.count, 0)).toBeGreaterThan(99);
    expect(lead.text).toBe(whole.text);
    expect(none.data.task === null || none.data.task.standing === null).toBe(true);
  });
});

describe('what moves', () => { // 32
  it('a household that moves to another commune is lost and found at once', async () => {
    const { rows: [household] } = await world.admin.query<{ id: string }>("SELECT id FROM household WHERE commune_id = $1 AND NOT EXISTS (SELECT FROM pairing p WHERE p.household_id = household.id) ORDER BY id LIMIT 1", [units.commune.unitId]);
    const ask = `{ household(id: "${household!.id}") { members { id } deprivations { id } groups { id } } }`;
    const before = await units.commune(ask);
    expect([before.data.household === null, (await units.other(ask)).data.household]).toEqual([false, null]);
    await world.admin.query('UPDATE household SET commune_id = $2, village_id = NULL WHERE id = $1', [household!.id, units.other.unitId]);
    expect((await units.commune(ask)).data.household).toBeNull();
    expect((await units.other(ask)).text).toBe(before.text);
  });

  it('a helper loses a household as its pairing ends', async () => {
    const { rows: [pairing] } = await world.admin.query<{ id: string; household_id: string }>("SELECT id, household_id FROM pairing WHERE helper_id = $1 AND household_id IS NOT NULL AND state = 'AGREED' AND valid_to IS NULL ORDER BY id LIMIT 1", [units.helper.unitId]);
    const ask = `{ household(id: "${pairing!.household_id}") { id pairings { id } } }`;
    expect((await units.helper(ask)).data.household).toEqual({ id: pairing!.household_id, pairings: [{ id: pairing!.id }] });
    await world.admin.query("UPDATE pairing SET state = 'ENDED', valid_to = '2026-09-07' WHERE id = $1", [pairing!.id]);
    expect((await units.helper(ask)).data.household).toBeNull();
  });

  it('a department loses a household as the last thing that it lacks is made good', async () => {
    const { rows: [household] } = await world.admin.query<{ id: string }>(`SELECT household_id AS id FROM sight WHERE unit_id = $1 GROUP BY 1 HAVING count(*) = 1 AND min(cause) = 'DEPRIVED' ORDER BY 1 LIMIT 1`, [units.department.unitId]);
    const ask = `{ household(id: "${household!.id}") { id } }`;
    expect((await units.department(ask)).data.household).toEqual({ id: household!.id });
    await world.admin.query("UPDATE deprivation SET until = '2026-09-01' WHERE household_id = $1 AND indicator LIKE 'HOUSING%'", [household!.id]);
    expect((await units.department(ask)).data.household).toBeNull();
  });

  it('a person whose post is over sees nothing under the same cookie', async () => {
    const leaving = await world.as.commune('02869');
    expect(communesIn(await leaving(ownCodes))).toEqual(['02869']);
    await world.admin.query("UPDATE post SET valid_to = '2026-09-07' WHERE id = $1", [leaving.post]);
    expect(outcome(await leaving(ownCodes))).toBe('401 UNAUTHENTICATED');
  });

  it('a person whose post moves to another commune sees that one and no longer the first', async () => {
    const moving = await world.as.commune('02869');
    await world.admin.query('UPDATE post SET unit_id = $2 WHERE id = $1', [moving.post, units.other.unitId]);
    expect(communesIn(await moving(ownCodes))).toEqual(['02647']);
  });
});
