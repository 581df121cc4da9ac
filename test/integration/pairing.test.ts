import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newHousehold, onDay, type NewHousehold } from '../support/new-household.js';
import { outcome, refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, officer: Client, head: Client, women: Client, womenHead: Client, finance: Client, financeHead: Client, secretariat: Client, front: Client;
let household: NewHousehold;

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  head = await world.as.commune('02869', { role: 'LEADER' });
  women = await world.as.massOrganisation('lhpn');
  womenHead = await world.as.massOrganisation('lhpn', { role: 'LEADER' });
  finance = await world.as.department('stc');
  financeHead = await world.as.department('stc', { role: 'LEADER' });
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
  front = await world.as.massOrganisation('mttq', { role: 'LEADER' });
});
beforeEach(async () => {
  household = await newHousehold(world.admin, { names: ['Vàng Thị Kín', 'Vàng A Mở'] });
  await world.admin.query("INSERT INTO support_need (household_id, kind, since) VALUES ($1, 'PRODUCTION', '2026-01-01'), ($1, 'INSURANCE', '2026-01-01'), ($1, 'HOUSING', '2026-01-01')", [household.id]);
  await world.admin.query("INSERT INTO household_group (household_id, kind, since) VALUES ($1, 'MERIT', '2026-01-01')", [household.id]);
});
afterAll(() => world.stop());

interface Row { readonly id: string; readonly version: number }
const unit = (client: Client) => String(client.unitId);
const run = (client: Client, operation: string, input: object, selection = ''): Promise<Answer> =>
  client(`mutation ($input: ${operation[0]!.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { pairing { id version state ${selection} } userErrors { code field message } conflicts { field yours current } } }`, { input });
const propose = (client: Client, more: object = {}, selection = '') =>
  run(client, 'proposePairing', { commune: unit(officer), helper: unit(women), household: household.id, validFrom: '2026-09-01', validTo: '2026-12-31', ...more }, selection);
const proposed = async (client: Client, more: object = {}) => (await propose(client, more)).data.proposePairing.pairing as Row;
const confirm = (client: Client, row: Row, selection = '') => run(client, 'confirmPairing', { id: row.id, version: row.version }, selection);
const confirmed = async (client: Client, row: Row) => (await confirm(client, row)).data.confirmPairing.pairing as Row & { state: string };
const agreed = async () => confirmed(womenHead, await confirmed(head, await proposed(officer)));
const codes = ({ data }: Answer) => (Object.values(data)[0] as { userErrors: { code: string; field: string }[] }).userErrors.map(e => [e.code, e.field]);
const denied = async (attempt: () => Promise<Answer>) => (await refused(world, attempt)).answer;
const sees = async (client: Client) => (await client('query ($id: ID!) { household(id: $id) { id } }', { id: household.id })).data.household !== null;

describe('a proposal', () => {
  const before = 'household { headName } householdCode householdVillage { code } householdClass needKinds hasMerit helperConfirmedOn communeConfirmedOn';
  it('tells the helper code, village, class, kinds of need but of health, and merit; no name and no household', async () => {
    const { id } = await proposed(officer);
    const { data, text } = await women(`{ pairings(first: 50, filter: { state: { eq: PROPOSED }, householdCode: { eq: "${household.code}" } }) { nodes { id ${before} } } }`);
    const { rows: [village] } = await world.admin.query<{ code: string }>('SELECT code FROM village WHERE id = (SELECT village_id FROM household WHERE id = $1)', [household.id]);
    expect(data.pairings.nodes).toEqual([{ id, household: null, householdCode: household.code, householdVillage: village, householdClass: 'POOR', needKinds: ['HOUSING', 'PRODUCTION'], hasMerit: true, helperConfirmedOn: null, communeConfirmedOn: null }]);
    expect(text).not.toContain('Vàng');
    expect(await sees(women)).toBe(false);
  });
  it('comes from the secretariat, the commune for itself, or a helper for itself', async () => {
    expect((await propose(secretariat, { leaderInCharge: 'Ông Đỗ Văn Lo' }, 'leaderInCharge')).data.proposePairing.pairing).toMatchObject({ state: 'PROPOSED', leaderInCharge: 'Ông Đỗ Văn Lo' });
    const other = await newHousehold(world.admin);
    expect((await propose(officer, { household: other.id })).data.proposePairing.pairing).toMatchObject({ state: 'PROPOSED' });
    expect((await propose(women, { household: null, validFrom: '2025-01-01', validTo: '2025-12-31', promise: 'Một ngày công mỗi tháng' }, 'promise household { id } householdCode needKinds hasMerit')).data.proposePairing.pairing).toMatchObject(
      { state: 'PROPOSED', promise: 'Một ngày công mỗi tháng', household: null, householdCode: null, needKinds: [], hasMerit: false });
    expect(codes(await denied(() => propose(women, { helper: unit(finance), household: null })))).toEqual([['NOT_FOUND', 'helper']]);
    const neighbour = await world.as.commune('02647');
    expect(codes(await denied(() => propose(neighbour)))).toEqual([['NOT_FOUND', 'commune'], ['NOT_FOUND', 'household']]);
    expect(codes(await denied(() => propose(secretariat, { helper: unit(officer), commune: unit(finance) })))).toEqual([['NOT_FOUND', 'commune'], ['NOT_FOUND', 'helper'], ['NOT_FOUND', 'household']]);
  });
  it('of a helper names no household that the helper does not see, not even to the database', async () => {
    expect(codes(await denied(() => propose(women)))).toEqual([['NOT_FOUND', 'household']]);
    await world.admin.query(`BEGIN; SET LOCAL ROLE portal_mass_organisation; SET LOCAL app.units = '{${women.unitId}}'`);
    await expect(world.admin.query("INSERT INTO pairing (commune_id, helper_id, household_id, valid_from) VALUES ($1, $2, $3, '2026-09-01')", [officer.unitId, women.unitId, household.id])).rejects.toMatchObject({ code: '42501' });
    await world.admin.query('ROLLBACK');
  });
  it('lets each side write its own words only', async () => {
    expect(outcome(await denied(() => propose(officer, { officer: 'x' })))).toBe('403 FORBIDDEN');
    expect(outcome(await denied(() => propose(officer, { leaderInCharge: 'x' })))).toBe('403 FORBIDDEN');
    expect(outcome(await denied(() => propose(women, { leaderInCharge: 'x', household: null })))).toBe('403 FORBIDDEN');
    expect(codes(await denied(() => propose(officer, { validFrom: '2026-09-01', validTo: '2026-08-01' })))).toEqual([['BAD_INPUT', 'validTo']]);
  });
  it('is refused for a household that another body helps on some of these days, and tells that body\'s name alone', async () => {
    await proposed(officer, { helper: unit(finance) });
    const answer = await denied(() => propose(officer));
    expect(answer.data.proposePairing.userErrors).toEqual([{ code: 'NOT_ALLOWED_NOW', field: 'household', message: `Hộ ${household.code} vừa được Sở Tài chính nhận giúp đỡ. Chọn hộ khác hoặc thời gian khác.` }]);
    expect((await propose(officer, { validFrom: '2027-01-01', validTo: null })).data.proposePairing.userErrors).toEqual([]);
  });
  it('is one when two come at the same time', async () => {
    const answers = await Promise.all([propose(officer), propose(secretariat, { helper: unit(finance) }), propose(head, { helper: unit(front) })]);
    expect(answers.map(({ data }) => data.proposePairing.userErrors.length).sort()).toEqual([0, 1, 1]);
  });
});

describe('the database', () => {
  const insert = (helper: Client, from: string, to: string | null, state = 'PROPOSED') => world.admin.query(
    "INSERT INTO pairing (commune_id, helper_id, household_id, valid_from, valid_to, state) VALUES ($1, $2, $3, $4, $5, $6)", [officer.unitId, helper.unitId, household.id, from, to, state]);
  it('lets no second body help a household on the same days, whoever writes it', async () => {
    await insert(women, '2026-09-01', '2026-12-31');
    for (const [from, to] of [['2026-12-31', null], ['2026-01-01', '2026-09-01'], ['2026-10-01', '2026-10-02']] as const)
      await expect(insert(finance, from, to)).rejects.toMatchObject({ code: '23P01', constraint: 'one_helper_at_a_time' });
    await insert(finance, '2027-01-01', null);
    await insert(front, '2026-10-01', '2026-10-02', 'ENDED');
    expect((await world.admin.query('SELECT count(*)::int AS n FROM pairing WHERE household_id = $1', [household.id])).rows).toEqual([{ n: 3 }]);
  });
});

describe('a pairing', () => {
  it('is agreed once the leaders of both sides confirmed it, each on its own day, and then gives sight', async () => {
    const row = await proposed(officer);
    for (const client of [officer, women]) expect(outcome(await denied(() => confirm(client, row)))).toBe('403 FORBIDDEN');
    for (const client of [financeHead, front]) expect(codes(await denied(() => confirm(client, row)))).toEqual([['NOT_FOUND', 'id']]);
    const days = 'communeConfirmedOn helperConfirmedOn';
    const first = (await onDay(world, '2026-09-05', () => confirm(head, row, days))).data.confirmPairing.pairing;
    expect(first).toEqual({ id: row.id, version: 2, state: 'PROPOSED', communeConfirmedOn: '2026-09-05', helperConfirmedOn: null });
    expect(codes(await denied(() => confirm(head, first)))).toEqual([['NOT_ALLOWED_NOW', 'id']]);
    expect(await sees(women)).toBe(false);
    const second = (await confirm(womenHead, first, `${days} household { headName }`)).data.confirmPairing.pairing;
    expect(second).toMatchObject({ state: 'AGREED', communeConfirmedOn: '2026-09-05', helperConfirmedOn: '2026-09-08', household: { headName: 'Vàng Thị Kín' } });
    const { rows } = await world.admin.query("SELECT before ->> 'state' AS before, after ->> 'state' AS after FROM audit_line WHERE row_id = $1 AND after ? 'state' ORDER BY id", [row.id]);
    expect(rows).toEqual([{ before: 'PROPOSED', after: 'AGREED' }]);
  });
  it('gives sight on its days alone', async () => {
    await agreed();
    for (const [day, seen] of [['2026-08-31', false], ['2026-09-01', true], ['2026-12-31', true], ['2027-01-01', false]] as const)
      expect([day, await onDay(world, day, () => sees(women))]).toEqual([day, seen]);
  });
  it('is declined by a side with a reason, while it is proposed', async () => {
    const row = await proposed(officer);
    const decline = (client: Client, to: Row, endReason = 'Hộ đã có người giúp') => run(client, 'declinePairing', { id: to.id, version: to.version, endReason }, 'endReason');
    expect(codes(await denied(() => decline(womenHead, row, ' ')))).toEqual([['BAD_INPUT', 'endReason']]);
    expect(codes(await denied(() => decline(financeHead, row)))).toEqual([['NOT_FOUND', 'id']]);
    expect((await decline(womenHead, row)).data.declinePairing.pairing).toMatchObject({ state: 'ENDED', endReason: 'Hộ đã có người giúp' });
    const other = await agreed();
    expect(codes(await denied(() => decline(head, other)))).toEqual([['NOT_ALLOWED_NOW', 'id']]);
  });
  it('ends by a side or the secretariat, with reason and outcome, and sight with it', async () => {
    const end = (client: Client, row: Row, more: object = {}) => run(client, 'endPairing', { id: row.id, version: row.version, endReason: 'Hộ đã thoát nghèo', ...more }, 'validTo endReason outcome');
    const row = await agreed();
    expect(outcome(await denied(() => end(head, row, { outcome: 'x' })))).toBe('403 FORBIDDEN');
    for (const client of [officer, women]) expect(outcome(await denied(() => end(client, row)))).toBe('403 FORBIDDEN');
    expect((await end(womenHead, row, { outcome: 'Xong nhà' })).data.endPairing.pairing).toMatchObject({ state: 'ENDED', validTo: '2026-09-08', endReason: 'Hộ đã thoát nghèo', outcome: 'Xong nhà' });
    expect(await sees(women)).toBe(false);
    const again = await proposed(officer);
    expect((await end(secretariat, again)).data.endPairing.pairing.state).toBe('ENDED');
    expect(codes(await denied(() => end(secretariat, { ...again, version: 2 })))).toEqual([['CONFLICT', 'version']]);
  });
  it('keeps the helper\'s officer, promise and outcome, and the leader whom the secretariat names', async () => {
    const row = await agreed(), change = (client: Client, of: Row, more: object) => run(client, 'updatePairing', { id: of.id, version: of.version, ...more }, 'officer promise outcome leaderInCharge');
    const own = (await change(women, row, { officer: 'Chị Lan', promise: 'Hai con lợn giống' })).data.updatePairing.pairing;
    expect(own).toMatchObject({ officer: 'Chị Lan', promise: 'Hai con lợn giống', outcome: null });
    expect(outcome(await denied(() => change(women, own, { leaderInCharge: 'x' })))).toBe('403 FORBIDDEN');
    expect(outcome(await denied(() => change(secretariat, own, { officer: 'x', promise: 'y' })))).toBe('403 FORBIDDEN');
    expect(outcome(await denied(() => change(officer, own, { promise: 'y' })))).toBe('403 FORBIDDEN');
    expect(codes(await denied(() => change(finance, own, { promise: 'y' })))).toEqual([['NOT_FOUND', 'id']]);
    expect((await change(secretariat, own, { leaderInCharge: 'Bà Hà' })).data.updatePairing.pairing.leaderInCharge).toBe('Bà Hà');
    expect((await denied(() => change(women, own, { promise: 'khác' }))).data.updatePairing).toMatchObject({ userErrors: [{ code: 'CONFLICT' }], conflicts: [{ field: 'promise', yours: 'khác', current: 'Hai con lợn giống' }] });
  });
  it('is moved by no side\'s own hand in the database', async () => {
    const row = await proposed(officer);
    for (const [role, of, column] of [['portal_commune', officer, 'helper_confirmed_on'], ['portal_commune', officer, 'state'], ['portal_mass_organisation', women, 'commune_confirmed_on'], ['portal_mass_organisation', women, 'state'], ['portal_department', finance, 'household_code']] as const) {
      await world.admin.query(`BEGIN; SET LOCAL ROLE ${role}; SET LOCAL app.units = '{${of.unitId}}'`);
      await expect(world.admin.query(`UPDATE pairing SET ${column} = ${column} WHERE id = $1`, [row.id])).rejects.toMatchObject({ code: '42501' });
      await world.admin.query('ROLLBACK');
    }
  });
});
