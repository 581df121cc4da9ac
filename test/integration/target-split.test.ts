import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { outcome, refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, education: Client, labour: Client, secretariat: Client, commune: Client, other: Client, front: Client;
let target: string;

/** The 3.000 of III.6(2), which Sở GD&ĐT answers for. */
beforeAll(async () => {
  world = await openWorld();
  education = await world.as.department('sgddt');
  labour = await world.as.department('snv', { role: 'LEADER' });
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
  commune = await world.as.commune('02869', { role: 'LEADER' });
  other = await world.as.commune('02647');
  front = await world.as.massOrganisation('mttq', { role: 'LEADER' });
  target = await idOf('III.6(2)', 'TRAINED_WORKERS');
});
beforeEach(async () => {
  await world.admin.query('DELETE FROM notice');
  await world.admin.query('UPDATE target SET closed_on = NULL WHERE closed_on IS NOT NULL');
  await world.admin.query('UPDATE target SET value = NULL WHERE parent_id IS NOT NULL AND value IS NOT NULL');
  await world.admin.query('DELETE FROM target WHERE parent_id IS NOT NULL');
});
afterAll(() => world.stop());

const idOf = async (clause: string, code: string): Promise<string> => (await world.admin.query<{ id: string }>('SELECT id::text FROM target WHERE clause = $1 AND code = $2 AND parent_id IS NULL', [clause, code])).rows[0]!.id;
interface Share { readonly unit: string; readonly value: number | null; readonly version?: number | null }
const share = (client: Client, value: number | null, version: number | null = null): Share => ({ unit: String(client.unitId), value, version });
const onTarget = 'target { id closedOn shares { unit { code } value version reason } }';
const split = (client: Client, shares: readonly Share[], more: object = {}): Promise<Answer> =>
  client(`mutation ($input: SplitTargetInput!) { splitTarget(input: $input) { ${onTarget} userErrors { code field message } conflicts { field yours current } } }`, { input: { target, shares, ...more } });
const close = async (client: Client, id = target): Promise<Answer> => {
  const { rows: [{ version }] } = await world.admin.query<{ version: number }>('SELECT version FROM target WHERE id = $1', [id]);
  return client('mutation ($input: CloseTargetSplitInput!) { closeTargetSplit(input: $input) { target { closedOn } userErrors { code field message } } }', { input: { id, version } });
};
const errors = ({ data }: Answer) => (Object.values(data)[0] as { userErrors: { code: string; field: string; message: string }[] }).userErrors.map(({ code, field, message }) => [code, field, message]);
const codes = (answer: Answer) => errors(answer).map(([code, field]) => [code, field]);
const denied = async (attempt: () => Promise<Answer>) => (await refused(world, attempt)).answer;
const assigned = async (client: Client) => (await world.admin.query("SELECT a.target_value AS value, a.target_unit AS unit, a.percent FROM assignment a JOIN task t ON t.id = a.task_id WHERE t.code = 'III.6(2)' AND a.unit_id = $1", [client.unitId])).rows[0];

describe('a split', () => {
  it('is saved whole by the target\'s owner; each unit reads its own share and the province\'s, the owner and the secretariat all', async () => {
    const { data } = await split(education, [share(commune, 30), share(other, 40)]);
    expect(data.splitTarget).toEqual({ userErrors: [], conflicts: [], target: { id: target, closedOn: null, shares: expect.arrayContaining([
      { unit: { code: '02869' }, value: 30, version: 1, reason: null }, { unit: { code: '02647' }, value: 40, version: 1, reason: null }]) } });
    const seen = async (client: Client) => (await client('query ($id: ID!) { target(id: $id) { value operator unitOfMeasure isCounted shares { unit { code } value } } }', { id: target })).data.target;
    const whole = { value: 3000, operator: 'AT_LEAST', unitOfMeasure: 'người', isCounted: true };
    expect(await seen(commune)).toEqual({ ...whole, shares: [{ unit: { code: '02869' }, value: 30 }] });
    for (const client of [labour, front]) expect(await seen(client)).toEqual({ ...whole, shares: [] });
    for (const client of [education, secretariat]) expect((await seen(client)).shares.map((one: { value: number }) => one.value).sort()).toEqual([30, 40]);
  });

  it('tells each unit, and its audit line keeps what stood before', async () => {
    await split(education, [share(commune, 30)]);
    await split(education, [share(commune, 35, 1), share(other, null)]);
    const { rows: notices } = await world.admin.query('SELECT kind, unit_id AS unit, roles, row_id AS row, assignment_id IS NOT NULL AS "hasWork" FROM notice ORDER BY id');
    expect(notices).toEqual([1, 2].map(() => ({ kind: 'TARGET_SET', unit: commune.unitId, roles: ['LEADER', 'OFFICER'], row: target, hasWork: true })));
    const { rows } = await world.admin.query("SELECT before, after FROM audit_line WHERE operation = 'splitTarget' AND outcome = 'DONE' AND row_id = $1 ORDER BY id DESC LIMIT 1", [target]);
    expect(rows).toEqual([{ before: { shares: { '02869': 30 } }, after: { shares: { '02869': 35 } } }]);
  });

  it('gives the unit\'s assignment its figure in the same transaction, and takes it back', async () => {
    await split(education, [share(commune, 30)]);
    expect(await assigned(commune)).toMatchObject({ value: 30, unit: 'người' });
    await split(education, [share(commune, null, 1)]);
    expect(await assigned(commune)).toMatchObject({ value: null, unit: null });
  });

  it('of two targets of one task leaves the assignment without a figure of its own', async () => {
    await split(education, [share(commune, 30)]);
    const shifted = await idOf('III.6(2)', 'SHIFTED_WORKERS');
    expect(errors(await split(labour, [share(commune, 12)], { target: shifted }))).toEqual([]);
    expect(await assigned(commune)).toMatchObject({ value: null, unit: null });
    await split(labour, [share(commune, null, 1)], { target: shifted });
    expect(await assigned(commune)).toMatchObject({ value: 30 });
  });

  it('may sum to less or more than the target', async () => {
    expect(errors(await split(education, [share(commune, 2950), share(other, 500)]))).toEqual([]);
  });

  it('is refused whole for one bad cell, naming units and the fix', async () => {
    const cases: [Share[], string, RegExp][] = [
      [[share(commune, 30), share(other, 1.5)], 'BAD_INPUT', /tính bằng người nên số giao phải là số nguyên. Sửa lại: /],
      [[share(commune, -1)], 'BAD_INPUT', /^Số giao phải từ 0 đến 1\.000\.000\.000\. Sửa lại: /],
      [[share(commune, 1), share(commune, 2)], 'BAD_INPUT', /^Có đơn vị được giao hai lần: /],
      [[{ unit: '999999', value: 1 }], 'NOT_FOUND', /./], [[{ unit: 'x', value: 1 }], 'NOT_FOUND', /./], [[share(secretariat, 1)], 'NOT_FOUND', /./],
      [[], 'BAD_INPUT', /^Chưa có đơn vị nào/],
    ];
    for (const [shares, code, message] of cases) {
      const [first] = errors(await denied(() => split(education, shares)));
      expect([first!.slice(0, 2), first![2]]).toEqual([[code, 'shares'], expect.stringMatching(message)]);
    }
    const rate = await idOf('III.8(3)', 'ESSENTIAL_HEALTH_SERVICES');
    expect(codes(await denied(() => split(secretariat, [share(commune, 100.5)], { target: rate })))).toEqual([['BAD_INPUT', 'shares']]);
    expect(errors(await split(secretariat, [share(commune, 99.5)], { target: rate }))).toEqual([]);
  });

  it('names the units that another writer changed, with both values, and saves nothing', async () => {
    await split(education, [share(commune, 30), share(other, 40)]);
    await split(secretariat, [share(commune, 31, 1)]);
    const answer = await denied(() => split(education, [share(commune, 32, 1), share(other, 41, 1)]));
    const { rows: [{ name }] } = await world.admin.query<{ name: string }>('SELECT short_name AS name FROM unit WHERE id = $1', [commune.unitId]);
    expect(errors(answer)).toEqual([['CONFLICT', 'shares', `Người khác vừa sửa số giao của: ${name}. Xem số của hai bên rồi lưu lại.`]]);
    expect(answer.data.splitTarget.conflicts).toEqual([{ field: '02869', yours: '32', current: '31' }]);
    expect(answer.data.splitTarget.target.shares).toContainEqual({ unit: { code: '02869' }, value: 31, version: 2, reason: null });
    const both = await Promise.all([split(education, [share(front, 1)]), split(secretariat, [share(front, 2)])]);
    expect(both.map(one => codes(one).length).sort()).toEqual([0, 1]);
  });
});

describe('a closed split', () => {
  it('is closed by the secretariat alone, once, and the owner is told', async () => {
    for (const client of [education, labour, commune, front]) expect(outcome(await denied(() => close(client)))).toBe('403 FORBIDDEN');
    expect((await close(secretariat)).data.closeTargetSplit).toEqual({ target: { closedOn: '2026-09-08' }, userErrors: [] });
    expect((await world.admin.query('SELECT kind, unit_id AS unit, row_id AS row FROM notice')).rows).toEqual([{ kind: 'TARGET_SET', unit: education.unitId, row: target }]);
    expect(codes(await denied(() => close(secretariat)))).toEqual([['NOT_ALLOWED_NOW', 'id']]);
  });

  it('is changed by the owner no more, and by the secretariat with a reason that the unit reads', async () => {
    await split(education, [share(commune, 30)]);
    await close(secretariat);
    expect(errors(await denied(() => split(education, [share(commune, 31, 1)])))).toEqual([
      ['NOT_ALLOWED_NOW', 'target', 'Cơ quan Thường trực đã chốt phân giao chỉ tiêu này ngày 08/9/2026. Đề nghị Cơ quan Thường trực điều chỉnh.']]);
    expect(codes(await denied(() => split(secretariat, [share(commune, 31, 1)], { reason: ' ' })))).toEqual([['BAD_INPUT', 'reason']]);
    expect(errors(await split(secretariat, [share(commune, 31, 1), share(other, 9)], { reason: 'Theo dân số mới' }))).toEqual([]);
    const { data } = await commune('query ($id: ID!) { target(id: $id) { shares { value reason } } }', { id: target });
    expect(data.target.shares).toEqual([{ value: 31, reason: 'Theo dân số mới' }]);
  });
});

describe('whoever is not the owner', () => {
  it('splits nothing: another department as if there were no such target, communes and organisations not at all', async () => {
    const answer = await denied(() => split(labour, [share(commune, 30)]));
    expect(codes(answer)).toEqual([['NOT_FOUND', 'target']]);
    expect(errors(await denied(() => split(labour, [share(commune, 30)], { target: '999999' })))).toEqual(errors(answer));
    for (const client of [commune, other, front]) expect(outcome(await denied(() => split(client, [share(client, 1)])))).toBe('403 FORBIDDEN');
    await split(education, [share(commune, 30)]);
    const { rows: [own] } = await world.admin.query<{ id: string }>('SELECT id::text FROM target WHERE parent_id = $1', [target]);
    for (const client of [education, secretariat]) expect(codes(await denied(() => split(client, [share(other, 1)], { target: own!.id })))).toEqual([['NOT_FOUND', 'target']]);
  });

  it('is refused by the database alone: another\'s target, a closed one, the province\'s own figure', async () => {
    const asDepartment = async (client: Client, sql: string, values: unknown[]) => {
      await world.admin.query(`BEGIN; SET LOCAL ROLE portal_department; SET LOCAL app.units = '{${client.unitId}}'; SET LOCAL app.today = '2026-09-08'`);
      try { return await world.admin.query(sql, values); } finally { await world.admin.query('ROLLBACK'); }
    };
    const insert = 'INSERT INTO target (parent_id, unit_id, value) VALUES ($1, $2, 5)';
    expect((await asDepartment(education, insert, [target, commune.unitId])).rowCount).toBe(1);
    await expect(asDepartment(labour, insert, [target, commune.unitId])).rejects.toMatchObject({ code: '42501' });
    expect((await asDepartment(education, 'UPDATE target SET value = 1 WHERE id = $1', [target])).rowCount).toBe(0);
    await split(education, [share(commune, 30)]);
    expect((await asDepartment(education, 'UPDATE target SET value = 31 WHERE parent_id = $1', [target])).rowCount).toBe(1);
    await close(secretariat);
    expect((await asDepartment(education, 'UPDATE target SET value = 32 WHERE parent_id = $1', [target])).rowCount).toBe(0);
    await expect(asDepartment(education, insert, [target, other.unitId])).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|23514)$/) });
    for (const role of ['portal_commune', 'portal_mass_organisation']) {
      await world.admin.query(`BEGIN; SET LOCAL ROLE ${role}; SET LOCAL app.units = '{${commune.unitId}}'`);
      await expect(world.admin.query('UPDATE target SET value = 99 WHERE parent_id = $1', [target])).rejects.toMatchObject({ code: '42501' });
      await world.admin.query('ROLLBACK');
    }
  });
});
