import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newHousehold, onDay, type NewHousehold } from '../support/new-household.js';
import { outcome, refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, building: Client, buildingHead: Client, women: Client, officer: Client, head: Client, secretariat: Client;
let household: NewHousehold;

beforeAll(async () => {
  world = await openWorld();
  building = await world.as.department('sxd');
  buildingHead = await world.as.department('sxd', { role: 'LEADER' });
  women = await world.as.massOrganisation('lhpn');
  officer = await world.as.commune('02869');
  head = await world.as.commune('02869', { role: 'LEADER' });
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
});
/** Seen by Sở Xây dựng for its housing, and for nothing else. */
beforeEach(async () => {
  household = await newHousehold(world.admin);
  await world.admin.query("INSERT INTO deprivation (household_id, indicator, standard, deprived, since, as_of) VALUES ($1, 'HOUSING_AREA', 'VN-MDP-2022', true, '2026-01-01', '2026-01-01'), ($1, 'WATER', 'VN-MDP-2022', true, '2026-01-01', '2026-01-01')", [household.id]);
});
afterAll(() => world.stop());

interface Row { readonly id: string; readonly version: number }
const run = (client: Client, operation: string, input: object, selection = ''): Promise<Answer> =>
  client(`mutation ($input: ${operation[0]!.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { sightRequest { id version state ${selection} } userErrors { code field } conflicts { field yours current } } }`, { input });
const ask = (client: Client, more: object = {}, selection = '') => run(client, 'requestSight', { household: household.id, part: 'HouseholdContact', purpose: 'PROVIDE_SUPPORT', reason: 'Khảo sát nền nhà', days: 10, ...more }, selection);
const asked = async (client: Client = building, more: object = {}) => (await ask(client, more)).data.requestSight.sightRequest as Row;
const answer = (client: Client, operation: string, { id, version }: Row, more: object = {}, selection = '') => run(client, operation, { id, version, ...more }, selection);
const codes = ({ data }: Answer) => (Object.values(data)[0] as { userErrors: { code: string; field: string }[] }).userErrors.map(e => [e.code, e.field]);
const denied = async (attempt: () => Promise<Answer>) => (await refused(world, attempt)).answer;
const shown = async (client: Client, selection: string) => (await client(`query ($id: ID!) { household(id: $id) { ${selection} } }`, { id: household.id })).data.household;
const phone = async () => (await shown(building, 'contact { phone }'))?.contact;

describe('a request to see', () => {
  it('waits for the commune and opens nothing', async () => {
    const { data } = await ask(building, {}, 'part purpose reason days requestedOn requestedBy { id } unit { code } commune { code } household { code } decidedOn answer validTo');
    expect(data.requestSight).toEqual({ sightRequest: { id: expect.any(String), version: 1, state: 'REQUESTED', part: 'HouseholdContact', purpose: 'PROVIDE_SUPPORT', reason: 'Khảo sát nền nhà', days: 10, requestedOn: '2026-09-08',
      requestedBy: { id: String(building.post) }, unit: { code: 'sxd' }, commune: { code: '02869' }, household: { code: household.code }, decidedOn: null, answer: null, validTo: null }, userErrors: [], conflicts: [] });
    expect(await phone()).toBeNull();
  });
  it('is for a household that is seen, a part that may be opened, and no more days than the rule', async () => {
    expect(codes(await denied(() => ask(building, { household: '00000000-0000-4000-8000-000000000000' })))).toEqual([['NOT_FOUND', 'household']]);
    expect(codes(await denied(() => ask(women)))).toEqual([['NOT_FOUND', 'household']]);
    expect(codes(await denied(() => ask(building, { part: 'MeritRecord' })))).toEqual([['NOT_ALLOWED_NOW', 'part']]);
    expect(codes(await denied(() => ask(building, { reason: ' ', days: 31 })))).toEqual([['BAD_INPUT', 'reason'], ['BAD_INPUT', 'days']]);
    expect(codes(await denied(() => ask(building, { days: 0 })))).toEqual([['BAD_INPUT', 'days']]);
    expect((await ask(building, { part: 'HouseholdIncome' })).status).toBe(400);
    for (const client of [officer, secretariat, await world.as.department('sxd', { role: 'VIEWER' })]) expect(outcome(await denied(() => ask(client)))).toBe('403 FORBIDDEN');
  });
  it('is not sent twice while it waits or holds', async () => {
    const row = await asked();
    expect(codes(await denied(() => ask(buildingHead)))).toEqual([['NOT_ALLOWED_NOW', 'part']]);
    await answer(head, 'grantSight', row);
    expect(codes(await denied(() => ask(building)))).toEqual([['NOT_ALLOWED_NOW', 'part']]);
    expect(await onDay(world, '2026-09-18', () => ask(building).then(codes))).toEqual([]);
  });
  it('is granted by the commune\'s head for as many days or fewer, and ends with the last', async () => {
    const row = await asked();
    for (const client of [officer, building, secretariat]) expect(outcome(await denied(() => answer(client, 'grantSight', row)))).toBe('403 FORBIDDEN');
    const other = await world.as.commune('02647', { role: 'LEADER' });
    expect(codes(await denied(() => answer(other, 'grantSight', row)))).toEqual([['NOT_FOUND', 'id']]);
    expect(codes(await denied(() => answer(head, 'grantSight', row, { days: 11 })))).toEqual([['BAD_INPUT', 'days']]);
    const { data } = await answer(head, 'grantSight', row, { days: 3, answer: 'Đồng ý' }, 'validTo decidedOn decidedBy { id } answer days');
    expect(data.grantSight.sightRequest).toEqual({ id: row.id, version: 2, state: 'GRANTED', validTo: '2026-09-10', decidedOn: '2026-09-08', decidedBy: { id: String(head.post) }, answer: 'Đồng ý', days: 10 });
    expect(await phone()).toEqual({ phone: '0912000111' });
    expect((await shown(building, 'sightReasons { cause part validFrom validTo }')).sightReasons).toContainEqual({ cause: 'GRANTED', part: 'HouseholdContact', validFrom: '2026-09-08', validTo: '2026-09-10' });
    expect(await onDay(world, '2026-09-10', phone)).toEqual({ phone: '0912000111' });
    expect(await onDay(world, '2026-09-11', phone)).toBeNull();
    expect(codes(await denied(() => answer(head, 'grantSight', { ...row, version: 2 })))).toEqual([['NOT_ALLOWED_NOW', 'id']]);
  });
  it('opens its part of that household to that unit, and no other', async () => {
    const parts = 'deprivations { indicator } members { fullName } contact { phone }';
    await answer(head, 'grantSight', await asked(building, { part: 'Deprivation' }));
    expect(await shown(building, parts)).toEqual({ deprivations: [{ indicator: 'HOUSING_AREA' }, { indicator: 'WATER' }], members: [], contact: null });
    await answer(head, 'grantSight', await asked(building, { part: 'Member' }));
    expect((await shown(building, parts)).members).toEqual([{ fullName: 'Thào A Thử' }, { fullName: 'Giàng Thị Nghiệm' }]);
    const environment = await world.as.department('snnmt');
    expect(await shown(environment, parts)).toEqual({ deprivations: [{ indicator: 'WATER' }], members: [], contact: null });
  });
  it('alone shows no household: a grant outlives the cause for which the household was seen, and then opens nothing', async () => {
    await answer(head, 'grantSight', await asked());
    await world.admin.query("UPDATE deprivation SET until = '2026-09-01' WHERE household_id = $1 AND indicator = 'HOUSING_AREA'", [household.id]);
    expect(await shown(building, 'contact { phone }')).toBeNull();
  });
  it('is refused with a reason', async () => {
    const row = await asked();
    expect(codes(await denied(() => answer(head, 'refuseSight', row, { answer: '' })))).toEqual([['BAD_INPUT', 'answer']]);
    expect((await answer(head, 'refuseSight', row, { answer: 'Hỏi trưởng thôn' }, 'answer validTo')).data.refuseSight.sightRequest).toMatchObject({ state: 'REFUSED', answer: 'Hỏi trưởng thôn', validTo: null });
    expect(await phone()).toBeNull();
    expect(codes(await ask(building))).toEqual([]);
  });
  it('is withdrawn by the asking unit before it is decided', async () => {
    const row = await asked(), other = await asked(building, { part: 'Member' }), environment = await world.as.department('snnmt');
    expect(codes(await denied(() => answer(environment, 'withdrawSight', row)))).toEqual([['NOT_FOUND', 'id']]);
    expect((await answer(buildingHead, 'withdrawSight', row)).data.withdrawSight.sightRequest.state).toBe('WITHDRAWN');
    expect(codes(await denied(() => answer(head, 'grantSight', { ...row, version: 2 })))).toEqual([['NOT_ALLOWED_NOW', 'id']]);
    await answer(head, 'grantSight', other);
    expect(codes(await denied(() => answer(building, 'withdrawSight', other)))).toEqual([['NOT_ALLOWED_NOW', 'id']]);
  });
  it('is revoked by the commune\'s head at any time, at once', async () => {
    const row = await asked();
    expect(codes(await denied(() => answer(head, 'revokeSight', row, { answer: 'x' })))).toEqual([['NOT_ALLOWED_NOW', 'id']]);
    await answer(head, 'grantSight', row);
    expect(await phone()).not.toBeNull();
    expect((await answer(head, 'revokeSight', { ...row, version: 2 }, { answer: 'Đã khảo sát xong' }, 'validTo answer')).data.revokeSight.sightRequest).toMatchObject({ state: 'REVOKED', validTo: null, answer: 'Đã khảo sát xong' });
    expect(await phone()).toBeNull();
  });
  it('decided by two at once is decided once', async () => {
    const row = await asked();
    await answer(head, 'refuseSight', row, { answer: 'Không cần' });
    expect((await denied(() => answer(head, 'grantSight', row))).data.grantSight).toMatchObject({ sightRequest: { state: 'REFUSED', version: 2 }, userErrors: [{ code: 'CONFLICT', field: 'version' }], conflicts: [{ field: 'state', yours: 'GRANTED', current: 'REFUSED' }] });
  });
  it('is decided by no asker\'s own hand in the database', async () => {
    const row = await asked();
    await answer(head, 'grantSight', row);
    for (const state of ['WITHDRAWN', 'GRANTED', 'REQUESTED']) {
      await world.admin.query(`BEGIN; SET LOCAL ROLE portal_department; SET LOCAL app.units = '{${building.unitId}}'; SET LOCAL app.today = '2026-09-08'`);
      expect([state, (await world.admin.query('UPDATE sight_request SET state = $2 WHERE id = $1', [row.id, state])).rowCount]).toEqual([state, 0]);
      await world.admin.query('ROLLBACK');
    }
  });
  it('is on the lists of the asking unit and of the commune', async () => {
    const row = await asked();
    const list = async (client: Client) => (await client('{ sightRequests(first: 100, filter: { state: { eq: REQUESTED }, part: { eq: HouseholdContact } }, order: [{ requestedOn: DESC }]) { nodes { id } } }')).data.sightRequests.nodes.map((one: Row) => one.id);
    for (const client of [building, officer, head, secretariat]) expect(await list(client)).toContain(row.id);
    for (const client of [women, await world.as.commune('02647')]) expect(await list(client)).not.toContain(row.id);
  });
});

describe('the parts that are locked', () => {
  const locked = async (client: Client): Promise<string[]> => {
    const { data } = await client('{ households(first: 30) { nodes { locked { part reason grantedBy canRequest } } } }');
    const lists: { part: string; reason: string; canRequest: boolean }[][] = data.households.nodes.map((one: { locked: object[] }) => one.locked);
    expect(lists.length).toBeGreaterThan(1);
    expect(new Set(lists.map(list => JSON.stringify(list))).size).toBe(1);
    return lists[0]!.map(({ part, reason, canRequest }) => `${part} ${reason}${canRequest ? ' ?' : ''}`);
  };
  it('are the same for every household, by portal kind and post', async () => {
    expect(await locked(officer)).toEqual(['HouseholdIdentity POST', 'HouseholdIncome POST', 'MemberHealth POST', 'MeritRecord POST', 'SupportLoan POST']);
    expect(await locked(secretariat)).toEqual(['HouseholdIdentity POST', 'HouseholdIncome POST', 'HealthDeprivation POST', 'PovertyCause POST', 'MemberHealth POST', 'MeritRecord POST', 'SupportLoan POST']);
    const all = ['HouseholdIdentity', 'HouseholdIncome', 'HealthDeprivation', 'PovertyCause', 'MemberHealth', 'MeritRecord', 'SupportLoan'];
    expect(await locked(await world.as.secretariat('thuong-truc', { role: 'LEADER', sensitive: all }))).toEqual([]);
    expect(await locked(await world.as.commune('02869', { sensitive: all }))).toEqual([]);
    expect(await locked(building)).toEqual(['Member ROWS ?', 'HouseholdContact ROWS ?', 'HouseholdIdentity POST', 'HouseholdIncome PORTAL', 'Deprivation ROWS ?', 'PovertyCause ROWS ?', 'HouseholdGroup ROWS ?', 'SupportNeed ROWS ?',
      'MemberLabour ROWS ?', 'MemberSchooling ROWS ?', 'MemberInsurance ROWS ?', 'MemberHealth POST', 'MeritRecord POST', 'SupportAmount ROWS', 'SupportLoan POST', 'Household.ethnicity PORTAL', 'Household.note PORTAL']);
    expect((await locked(await world.as.department('sxd', { sensitive: all }))).filter(one => /Identity|Health|Merit|Loan/.test(one))).toEqual(['HouseholdIdentity ROWS ?', 'MemberHealth ROWS ?', 'MeritRecord ROWS ?', 'SupportLoan ROWS']);
    expect(await locked(women)).toEqual(['Member ROWS ?', 'HouseholdContact ROWS ?', 'HouseholdIdentity PORTAL', 'HouseholdIncome PORTAL', 'Deprivation ROWS', 'PovertyCause ROWS', 'HouseholdGroup ROWS', 'SupportNeed ROWS',
      'MemberLabour PORTAL', 'MemberSchooling PORTAL', 'MemberInsurance PORTAL', 'MemberHealth PORTAL', 'MeritRecord PORTAL', 'SupportAmount ROWS', 'SupportLoan PORTAL', 'Household.ethnicity PORTAL', 'Household.note PORTAL']);
  });
});
