import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRegistryKeeping } from '../../server/jobs/registry.job.js';
import { openLog } from '../../server/log.js';
import { keepRegistry } from '../../server/standard/registry-keeping.service.js';
import { makeFamily, type Family } from '../support/family.js';
import { outcome, refused, userErrors } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, leader: Client, officer: Client, other: Client, secretariat: Client, housing: Client, women: Client, family: Family;
const standard = 'VN-MDP-2022';

beforeAll(async () => {
  world = await openWorld();
  leader = await world.as.commune('02869', { role: 'LEADER' });
  officer = await world.as.commune('02869');
  other = await world.as.commune('02647', { role: 'LEADER' });
  secretariat = await world.as.secretariat('thuong-truc');
  housing = await world.as.department('sxd');
  women = await world.as.massOrganisation('lhpn');
  family = await makeFamily(world, leader, { head: 'Thào A Sử', className: 'NEWLY_ESCAPED' });
});
afterAll(() => world.stop());

const at = (day: string) => ({ source: world.app.door.source, clock: { today: () => day } });
const rows = async (sql: string, values: unknown[] = []) => (await world.admin.query<object>(sql, values)).rows;

describe('counts of the list', () => {
  const movements = async (client: Client, from: string, to: string) => (await client('query ($from: Day!, $to: Day!, $standard: String!) { movementCounts(from: $from, to: $to, standard: $standard) { movement endMovement class count } }', { from, to, standard }));

  it('are the viewer\'s own, as plain SQL says', async () => {
    const plain = (where: string) => rows(`SELECT movement, NULL AS "endMovement", class, count(*)::int AS count FROM class_record WHERE standard = '${standard}' AND since BETWEEN '2025-12-01' AND '2026-09-08' AND ${where} GROUP BY 1, 3 ORDER BY 1, 3`);
    expect((await movements(leader, '2025-12-01', '2026-09-08')).data.movementCounts).toEqual(await plain(`commune_id = ${leader.unitId}`));
    expect((await movements(secretariat, '2025-12-01', '2026-09-08')).data.movementCounts).toEqual(await plain('true'));
    expect((await movements(leader, '2026-09-08', '2025-12-01')).data.movementCounts).toEqual([]);
    expect(outcome(await movements(women, '2025-12-01', '2026-09-08'))).toBe('403 FORBIDDEN');
  });

  it('of those expected to escape stand beside the target, by village', async () => {
    const two = await makeFamily(world, leader, { head: 'Hạng A Chu' });
    await world.admin.query('UPDATE household SET expected_exit_year = 2027 WHERE commune_id = $1 AND id <> $2', [leader.unitId, two.id]);
    await world.admin.query('UPDATE household SET expected_exit_year = NULL WHERE commune_id = $1', [leader.unitId]);
    await world.admin.query('UPDATE household SET expected_exit_year = 2028 WHERE id = ANY ($1)', [[two.id, family.id]]);
    const ask = (client: Client) => client('{ expectedExits(year: 2028) { households target villages { commune village households } } }');
    const { village } = (await rows('SELECT village_id::text AS village FROM household WHERE id = $1', [two.id]))[0] as { village: string };
    const villages = [{ commune: String(leader.unitId), village, households: 1 }]; // who has escaped already is not expected to
    expect((await ask(leader)).data.expectedExits).toEqual({ households: 1, target: null, villages });
    await world.admin.query(`INSERT INTO target (id, plan_id, unit_id, code, name, operator, value, unit_of_measure, population_classes, year, clause)
      SELECT 90001, plan_id, $1, 'THOAT_NGHEO', 'Hộ thoát nghèo', 'AT_LEAST', 12, 'hộ', '{POOR}', 2028, 'IV.13' FROM target LIMIT 1`, [leader.unitId]);
    expect((await ask(leader)).data.expectedExits).toEqual({ households: 1, target: 12, villages });
    expect((await ask(other)).data.expectedExits).toEqual({ households: 0, target: null, villages: [] });
    expect(outcome(await ask(housing))).toBe('403 FORBIDDEN');
  });
});

describe('a certificate of class', () => {
  const issue = (client: Client, household: string, day: string) => client(`mutation ($input: IssueClassCertificateInput!) { issueClassCertificate(input: $input) {
    certificate { code headName class standard since day issuedOn communeName decisionNumber address members { fullName birthYear relation } } userErrors { code field } } }`, { input: { household, day } });

  it('says the class of that day, audited and logged', async () => {
    const { data } = await issue(officer, family.id, '2026-03-01');
    const [place] = await rows('SELECT u.name, v.name AS village FROM household h JOIN unit u ON u.id = h.commune_id JOIN village v ON v.id = h.village_id WHERE h.id = $1', [family.id]) as { name: string; village: string }[];
    expect(data.issueClassCertificate.userErrors).toEqual([]);
    expect(data.issueClassCertificate.certificate).toMatchObject({ headName: 'Thào A Sử', class: 'NEWLY_ESCAPED', standard, since: '2025-12-12', day: '2026-03-01', issuedOn: '2026-09-08', communeName: place!.name,
      address: `${place!.village}, ${place!.name}`,
      members: [{ fullName: 'Thào A Sử', birthYear: 1980, relation: 'Chủ hộ' }, { fullName: 'Thào A Sử 1', birthYear: 1985, relation: 'Con' }, { fullName: 'Thào A Sử 2', birthYear: 1990, relation: 'Con' }] });
    expect(await rows("SELECT operation, outcome, row_id, after FROM audit_line WHERE operation = 'issueClassCertificate'")).toEqual([
      { operation: 'issueClassCertificate', outcome: 'DONE', row_id: family.id, after: { day: '2026-03-01', class: 'NEWLY_ESCAPED', standard, decisionNumber: null } }]);
    expect(await rows("SELECT unit_id, household_id FROM access_log WHERE part = 'ClassCertificate'")).toEqual([{ unit_id: officer.unitId, household_id: family.id }]);
  });

  it('is refused for days without a list, and to everybody else', async () => {
    for (const day of ['2025-12-11', '2026-09-09']) expect((await refused(world, () => issue(officer, family.id, day))).answer.data.issueClassCertificate.userErrors).toHaveLength(1);
    expect(userErrors((await refused(world, () => issue(other, family.id, '2026-03-01'))).answer)).toEqual(['NOT_FOUND']);
    expect(outcome((await refused(world, () => issue(housing, family.id, '2026-03-01'))).answer)).toBe('403 FORBIDDEN');
    expect(await rows("SELECT FROM access_log WHERE part = 'ClassCertificate'")).toHaveLength(1);
  });
});

describe('"newly escaped"', () => {
  const newly = "class IN ('NEWLY_ESCAPED','NEWLY_ESCAPED_NEAR_POOR') AND until IS NULL";
  it('lasts to its last day and ends by itself on the next, once, whoever runs it', async () => {
    expect(await keepRegistry(at('2026-09-08'))).toBe(0);
    const [{ due }] = await rows(`SELECT count(*)::int AS due FROM class_record WHERE ${newly} AND since <= '2025-12-12'`) as { due: number }[];
    expect(await rows(`SELECT FROM class_record WHERE ${newly} AND since < '2025-12-12'`)).toEqual([]);
    expect(await keepRegistry(at('2028-12-11'))).toBe(0);
    const done = await Promise.all([keepRegistry(at('2028-12-12')), keepRegistry(at('2028-12-12')), keepRegistry(at('2028-12-12'))]);
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(due);
    expect(await keepRegistry(at('2028-12-12'))).toBe(0);
    expect(await rows('SELECT class, movement, since::text, until::text, end_movement FROM class_record WHERE household_id = $1 ORDER BY since', [family.id])).toEqual([
      { class: 'NEWLY_ESCAPED', movement: 'LISTED', since: '2025-12-12', until: '2028-12-12', end_movement: 'CLASS_CHANGED' },
      { class: 'AVERAGE', movement: 'WINDOW_ENDED', since: '2028-12-12', until: null, end_movement: null },
    ]);
    expect(await rows("SELECT count(*)::int AS count, count(account_id)::int AS accounts FROM audit_line WHERE operation = 'endNewlyEscaped' AND outcome = 'DONE'")).toEqual([{ count: due, accounts: 0 }]);
  });

  it('leaves the class to the standard of the day', async () => {
    const poor = await makeFamily(world, leader, { head: 'Cư Seo Vảng' });
    await leader('mutation ($input: RecordClassInput!) { recordClass(input: $input) { userErrors { code } } }',
      { input: { household: poor.id, standard: 'VN-MDP-2027', class: 'NEAR_POOR', since: '2026-09-01', decisionNumber: '20/QĐ-UBND', decisionDay: '2026-09-01' } });
    const now = () => rows('SELECT class, standard FROM household WHERE id = $1', [poor.id]);
    expect(await now()).toEqual([{ class: 'POOR', standard }]);
    await keepRegistry(at('2026-12-31'));
    expect(await now()).toEqual([{ class: 'POOR', standard }]);
    await keepRegistry(at('2027-01-01'));
    expect(await now()).toEqual([{ class: 'NEAR_POOR', standard: 'VN-MDP-2027' }]);
    const switched = () => rows("SELECT row_id, account_id, unit_id, outcome, noun, before, after FROM audit_line WHERE operation = 'followStandard' ORDER BY id");
    const line = { row_id: 'VN-MDP-2027', account_id: null, unit_id: null, outcome: 'DONE', noun: 'PovertyStandard', before: { standard }, after: { standard: 'VN-MDP-2027', households: 1, classChanged: 1 } };
    expect(await switched()).toEqual([line]);
    await keepRegistry(at('2027-01-01'));
    expect(await switched()).toEqual([line]);
    await keepRegistry(at('2026-09-08'));
    expect(await now()).toEqual([{ class: 'POOR', standard }]);
  });

  it('is tried again after a failure, and stopping waits for it', async () => {
    let asked = 0;
    const source = { query: async () => { asked++; if (asked === 1) throw new Error('no connection'); return [{ count: 0 }]; } } as never;
    const stop = startRegistryKeeping({ source, clock: { today: () => '2026-09-08' } }, openLog('silent'), { every: 3_600_000, again: 5 });
    await new Promise(done => setTimeout(done, 80));
    await stop();
    expect(asked).toBe(2);
  });
});

it('a helper stands on the household until the last day that was agreed, and no longer', async () => {
  const poor = await makeFamily(world, leader, { head: 'Giàng A Chớ' });
  await world.admin.query("UPDATE pairing SET valid_to = '2026-12-31' WHERE household_id = $1 AND state = 'AGREED'", [poor.id]);
  const helped = async (eq: boolean) => (await leader('query ($filter: HouseholdFilter!) { households(filter: $filter, first: 1) { nodes { helpers } } }', { filter: { id: { in: [poor.id] }, hasHelper: { eq } } })).data.households.nodes;
  for (const [day, has] of [['2026-12-31', true], ['2027-01-01', false], ['2027-01-01', false], ['2026-09-08', true]] as const) {
    await keepRegistry(at(day));
    expect([day, await helped(true), await helped(false)]).toEqual([day, has ? [{ helpers: ['Hội LHPN tỉnh'] }] : [], has ? [] : [{ helpers: [] }]]);
  }
});

it('sight by days ends by itself, without anybody\'s doing', async () => {
  const seen = (day: string) => rows(`SELECT sees_household($1) AS sees FROM (SELECT set_config('app.today', $2, false), set_config('app.units', $3, false)) s`, [family.id, day, `{${women.unitId}}`]);
  await world.admin.query("UPDATE pairing SET valid_to = '2026-10-31' WHERE household_id = $1", [family.id]);
  expect([await seen('2026-10-31'), await seen('2026-11-01')]).toEqual([[{ sees: true }], [{ sees: false }]]);
});
