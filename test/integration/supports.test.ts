import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newHousehold, onDay, type NewHousehold } from '../support/new-household.js';
import { outcome, refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, commune: Client, communeLeader: Client, building: Client, bank: Client, women: Client, secretariat: Client, finance: Client;
let household: NewHousehold;

beforeAll(async () => {
  world = await openWorld();
  commune = await world.as.commune('02869', { sensitive: ['SupportLoan'] });
  communeLeader = await world.as.commune('02869', { role: 'LEADER' });
  building = await world.as.department('sxd', { sensitive: ['HouseholdIdentity'] });
  bank = await world.as.department('nhcsxh', { sensitive: ['SupportLoan'] });
  finance = await world.as.department('stc');
  women = await world.as.massOrganisation('lhpn');
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER', sensitive: ['SupportLoan'] });
});
/** A household of its own for each: Sở Xây dựng serves its housing, NHCSXH its wish for a loan. */
beforeEach(async () => {
  household = await newHousehold(world.admin);
  await world.admin.query("INSERT INTO deprivation (household_id, indicator, standard, deprived, since, as_of) VALUES ($1, 'HOUSING_QUALITY', 'VN-MDP-2022', true, '2026-01-01', '2026-01-01')", [household.id]);
  await world.admin.query("INSERT INTO support_need (household_id, kind, since) VALUES ($1, 'LOAN', '2026-01-01')", [household.id]);
  await world.admin.query('TRUNCATE access_log');
});
afterAll(() => world.stop());

const run = (client: Client, operation: string, input: object, selection = ''): Promise<Answer> =>
  client(`mutation ($input: ${operation[0]!.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { support { id version state ${selection} } userErrors { code field message } conflicts { field yours current } } }`, { input });
const create = (client: Client, more: object = {}, selection = '') => run(client, 'createSupport', { household: household.id, kind: 'HOUSING', state: 'PLANNED', ...more }, selection);
const created = async (client: Client, more: object = {}) => (await create(client, more)).data.createSupport.support as { id: string; version: number };
const update = (client: Client, row: { id: string; version: number }, more: object, selection = '') => run(client, 'updateSupport', { id: row.id, version: row.version, ...more }, selection);
const move = async (client: Client, row: { id: string; version: number }, more: object) => (await update(client, row, more)).data.updateSupport.support as { id: string; version: number };
const codes = ({ data }: Answer) => (Object.values(data)[0] as { userErrors: { code: string; field: string }[] }).userErrors.map(e => [e.code, e.field]);
const unit = (client: Client) => String(client.unitId);
const sees = async (client: Client) => (await client('query ($id: ID!) { household(id: $id) { id } }', { id: household.id })).data.household !== null;
const denied = async (attempt: () => Promise<Answer>) => (await refused(world, attempt)).answer;

describe('a help', () => {
  it('is entered by a department for a household it sees, with its audit line', async () => {
    const { data } = await create(building, { fundingSource: 'STATE_PROGRAMME', programme: 'Xóa nhà tạm', clause: 'III.8(4)', planItem: 'Nhà ở', plannedDay: '2026-11-01', quantity: '1 nhà', note: 'Làm trước mùa mưa.' },
      'kind provider { code } fundingSource programme clause planItem plannedDay quantity note household { code } verifiedOn deliveredDay');
    const { id, ...row } = data.createSupport.support;
    expect([row, data.createSupport.userErrors]).toEqual([{ version: 1, state: 'PLANNED', kind: 'HOUSING', provider: { code: 'sxd' }, fundingSource: 'STATE_PROGRAMME', programme: 'Xóa nhà tạm', clause: 'III.8(4)', planItem: 'Nhà ở',
      plannedDay: '2026-11-01', quantity: '1 nhà', note: 'Làm trước mùa mưa.', household: { code: household.code }, verifiedOn: null, deliveredDay: null }, []]);
    const { rows } = await world.admin.query("SELECT operation, outcome, unit_id FROM audit_line WHERE noun = 'Support' AND row_id = $1", [id]);
    expect(rows).toEqual([{ operation: 'createSupport', outcome: 'DONE', unit_id: building.unitId }]);
  });
  it('is not entered for a household that the unit does not see, as for a random one', async () => {
    for (const wish of [{}, { household: '00000000-0000-4000-8000-000000000000' }, { household: 'x' }])
      expect(codes(await denied(() => create(finance, wish)))).toEqual([['NOT_FOUND', 'household']]);
    expect(codes(await denied(() => create(women)))).toEqual([['NOT_FOUND', 'household']]);
  });
  it('is entered by nobody for another unit, but planned by the household\'s commune', async () => {
    expect(codes(await denied(() => create(building, { provider: unit(finance) })))).toEqual([['BAD_INPUT', 'provider']]);
    expect(codes(await denied(() => create(commune, { provider: unit(finance), state: 'APPROVED' })))).toEqual([['BAD_INPUT', 'state']]);
    expect(codes(await denied(() => create(commune, { provider: unit(secretariat) })))).toEqual([['NOT_FOUND', 'provider']]);
    expect(outcome(await denied(() => create(secretariat)))).toBe('403 FORBIDDEN');
    expect((await create(commune, { provider: unit(finance) }, 'provider { code }')).data.createSupport.support).toMatchObject({ state: 'PLANNED', provider: { code: 'stc' } });
  });
  it('names every mistake at once', async () => {
    expect(codes(await denied(() => create(building, { state: 'DELIVERED', plannedDay: '2045-01-01', clause: 'x'.repeat(61), member: household.members[1] })))).toEqual(
      [['BAD_INPUT', 'clause'], ['BAD_INPUT', 'plannedDay'], ['BAD_INPUT', 'state'], ['NOT_FOUND', 'member']]);
  });
  it('goes from plan to approval to delivery, step by step', async () => {
    let row = await created(building);
    expect(codes(await denied(() => update(building, row, { state: 'DELIVERED', deliveredDay: '2026-09-01' })))).toEqual([['BAD_INPUT', 'state']]);
    row = await move(building, row, { state: 'APPROVED' });
    expect(codes(await denied(() => update(building, row, { state: 'DELIVERED' })))).toEqual([['BAD_INPUT', 'deliveredDay']]);
    expect(codes(await denied(() => update(building, row, { state: 'DELIVERED', deliveredDay: '2026-09-09' })))).toEqual([['BAD_INPUT', 'deliveredDay']]);
    const { data } = await update(building, row, { state: 'DELIVERED', deliveredDay: '2026-09-01', evidence: 'Biên bản 12' }, 'deliveredDay evidence');
    expect(data.updateSupport.support).toMatchObject({ state: 'DELIVERED', deliveredDay: '2026-09-01', evidence: 'Biên bản 12' });
    row = data.updateSupport.support;
    expect(codes(await denied(() => update(building, row, { quantity: '2 nhà' })))).toEqual([['BAD_INPUT', 'quantity']]);
    expect(codes(await denied(() => update(building, row, { state: 'CANCELLED' })))).toEqual([['BAD_INPUT', 'state']]);
  });
  it('planned by the commune for another unit is approved by that unit alone', async () => {
    const row = await created(commune, { provider: unit(building) });
    expect(codes(await denied(() => update(commune, row, { state: 'APPROVED' })))).toEqual([['NOT_ALLOWED_NOW', 'state']]);
    expect((await update(building, row, { state: 'APPROVED' })).data.updateSupport.support.state).toBe('APPROVED');
    for (const client of [commune, finance]) expect(codes(await denied(() => update(client, { ...row, version: 2 }, { note: 'x' })))).toEqual([['NOT_FOUND', 'id']]);
  });
  it('of another unit is the commune\'s to take back only where the commune planned it', async () => {
    const planned = await created(commune, { provider: unit(finance) }), own = await created(building, { overlapReason: 'Hai phần việc khác nhau' });
    expect((await update(commune, planned, { state: 'CANCELLED' })).data.updateSupport.support.state).toBe('CANCELLED');
    expect(codes(await denied(() => update(commune, own, { state: 'CANCELLED' })))).toEqual([['NOT_FOUND', 'id']]);
  });
  it('changed meanwhile gives both values back', async () => {
    const row = await created(building);
    await update(building, row, { quantity: '1 nhà' });
    const answer = await denied(() => update(building, row, { quantity: '2 nhà' }, 'quantity'));
    expect(answer.data.updateSupport).toMatchObject({ support: { version: 2, quantity: '1 nhà' }, userErrors: [{ code: 'CONFLICT', field: 'version' }], conflicts: [{ field: 'quantity', yours: '2 nhà', current: '1 nhà' }] });
  });
  it('is verified once by the household\'s commune after its delivery', async () => {
    let row = await move(building, await created(building), { state: 'APPROVED' });
    const verify = (client: Client) => run(client, 'verifySupport', { id: row.id, version: row.version }, 'verifiedBy { id } verifiedOn');
    expect(codes(await denied(() => verify(commune)))).toEqual([['NOT_ALLOWED_NOW', 'id']]);
    row = await move(building, row, { state: 'DELIVERED', deliveredDay: '2026-09-01' });
    expect(outcome(await denied(() => verify(building)))).toBe('403 FORBIDDEN');
    const other = await world.as.commune('02647');
    expect(codes(await denied(() => verify(other)))).toEqual([['NOT_FOUND', 'id']]);
    const { data } = await verify(communeLeader);
    expect(data.verifySupport).toEqual({ support: { id: row.id, version: row.version + 1, state: 'DELIVERED', verifiedBy: { id: String(communeLeader.post) }, verifiedOn: '2026-09-08' }, userErrors: [], conflicts: [] });
    row = data.verifySupport.support;
    expect(codes(await denied(() => verify(commune)))).toEqual([['NOT_ALLOWED_NOW', 'id']]);
    expect(codes(await denied(() => update(building, row, { note: 'sửa' })))).toEqual([['NOT_ALLOWED_NOW', 'id']]);
  });
});

describe('the same kind of help by two units', () => {
  it('needs a reason, and of the other unit tells the name alone', async () => {
    await created(commune, { provider: unit(finance), quantity: 'bí mật 77', note: 'riêng của xã' });
    const answer = await denied(() => create(building));
    expect(answer.data.createSupport.userErrors).toEqual([{ code: 'NOT_ALLOWED_NOW', field: 'overlapReason', message: 'Đơn vị Sở Tài chính đã lập kế hoạch. Nhập lý do nếu vẫn cần hỗ trợ thêm.' }]);
    expect(answer.text).not.toMatch(/bí mật|riêng của xã/);
    const { data } = await create(building, { overlapReason: 'Mỗi đơn vị một phần', note: 'Phần mái' }, 'note');
    expect(data.createSupport.support.note).toBe('Phần mái\nHỗ trợ thêm dù Sở Tài chính đã lập kế hoạch: Mỗi đơn vị một phần');
  });
  it('is asked again at the approval', async () => {
    const row = await created(building);
    await created(commune, { provider: unit(finance), overlapReason: 'Bổ sung' });
    expect(codes(await denied(() => update(building, row, { state: 'APPROVED' })))).toEqual([['NOT_ALLOWED_NOW', 'overlapReason']]);
    expect((await update(building, row, { state: 'APPROVED', overlapReason: 'Hai phần' })).data.updateSupport.support.state).toBe('APPROVED');
  });
  it('is one when both commit at the same time', async () => {
    await world.admin.query("INSERT INTO pairing (commune_id, helper_id, household_id, valid_from, state, commune_confirmed_on, helper_confirmed_on) VALUES ($1, $2, $3, '2026-01-01', 'AGREED', '2026-01-01', '2026-01-01')", [commune.unitId, finance.unitId, household.id]);
    const answers = await Promise.all([create(building), create(finance), create(commune)]);
    expect(answers.map(({ data }) => data.createSupport.userErrors.length).sort()).toEqual([0, 1, 1]);
    expect((await world.admin.query('SELECT count(*)::int AS n FROM support WHERE household_id = $1', [household.id])).rows).toEqual([{ n: 1 }]);
  });
  it('is none once it was cancelled or delivered in an earlier year', async () => {
    const row = await created(commune, { provider: unit(finance) });
    await move(commune, row, { state: 'CANCELLED' });
    await world.admin.query("INSERT INTO support (household_id, kind, provider_id, state, delivered_day) VALUES ($1, 'HOUSING', $2, 'DELIVERED', '2025-12-31')", [household.id, finance.unitId]);
    expect(codes(await create(building))).toEqual([]);
  });
  const overlap = (client: Client, kind = 'HOUSING', id = household.id) => client('query ($id: ID!, $kind: SupportKindCode!) { checkOverlap(household: $id, kind: $kind) { name } }', { id, kind });
  const looks = async () => (await world.admin.query("SELECT unit_id, household_id, part FROM access_log WHERE part = 'Overlap'")).rows;
  it('is looked up for a household that is seen, and each look is logged', async () => {
    await created(commune, { provider: unit(finance) });
    expect((await overlap(building)).data).toEqual({ checkOverlap: [{ name: 'Sở Tài chính' }] });
    expect((await overlap(building, 'WATER')).data).toEqual({ checkOverlap: [] });
    expect((await overlap(secretariat)).data).toEqual({ checkOverlap: [{ name: 'Sở Tài chính' }] });
    expect(await looks()).toEqual([building, building, secretariat].map(({ unitId }) => ({ unit_id: unitId, household_id: household.id, part: 'Overlap' })));
  });
  it('is told of a loan to nobody who may not read loans, neither when looked up nor when it commits', async () => {
    await world.admin.query("INSERT INTO pairing (commune_id, helper_id, household_id, valid_from, state, commune_confirmed_on, helper_confirmed_on) VALUES ($1, $2, $3, '2026-01-01', 'AGREED', '2026-01-01', '2026-01-01')", [commune.unitId, women.unitId, household.id]);
    await created(bank, { kind: 'LOAN' });
    await created(commune, { provider: unit(finance) });
    for (const client of [building, women]) {
      expect((await overlap(client, 'LOAN')).data).toEqual({ checkOverlap: [] });
      expect((await overlap(client)).data).toEqual({ checkOverlap: [{ name: 'Sở Tài chính' }] });
    }
    for (const client of [commune, secretariat]) expect((await overlap(client, 'LOAN')).data).toEqual({ checkOverlap: [{ name: 'NHCSXH tỉnh' }] });
    const answer = await create(women, { kind: 'LOAN' }, 'note');
    expect(answer.data.createSupport).toMatchObject({ support: { state: 'PLANNED', note: null }, userErrors: [] });
    expect(answer.text).not.toContain('NHCSXH');
    expect((await overlap(bank, 'LOAN')).data).toEqual({ checkOverlap: [{ name: 'Hội LHPN tỉnh' }] });
    await world.admin.query("UPDATE support SET state = 'CANCELLED' WHERE id = $1", [answer.data.createSupport.support.id]);
  });
  it('is not looked up for a household that is not seen, nor by the database itself', async () => {
    await created(building);
    expect((await overlap(women)).data).toEqual({ checkOverlap: null });
    expect((await overlap(women, 'HOUSING', 'x')).data).toEqual({ checkOverlap: null });
    expect(await looks()).toEqual([]);
    await world.admin.query(`BEGIN; SET LOCAL ROLE portal_mass_organisation; SET LOCAL app.units = '{${women.unitId}}'`);
    const { rows } = await world.admin.query("SELECT * FROM support_overlap($1, 'HOUSING', 0)", [household.id]);
    await world.admin.query('ROLLBACK');
    expect(rows).toEqual([]);
  });
});

describe('a provider', () => {
  const contact = 'contact { phone }';
  const shown = async (client: Client, selection: string) => (await client(`query ($id: ID!) { household(id: $id) { ${selection} } }`, { id: household.id })).data.household;
  it('sees the household with the row, its door and the named member\'s papers once it is approved, and loses both at the end', async () => {
    const tax = await world.as.department('stc', { sensitive: ['HouseholdIdentity'] });
    expect(await sees(tax)).toBe(false);
    let row = await created(commune, { provider: unit(tax), member: household.members[1], kind: 'CASH' });
    const ask = `code ${contact} members { id identity(purpose: PROVIDE_SUPPORT) { idTail } } sightReasons { cause part validTo }`;
    expect(await shown(tax, ask)).toEqual({ code: household.code, contact: null, members: [{ id: household.members[1], identity: null }], sightReasons: [{ cause: 'PROVIDER', part: 'PLANNED', validTo: null }] });
    row = await move(tax, row, { state: 'APPROVED' });
    expect(await shown(tax, ask)).toEqual({ code: household.code, contact: { phone: '0912000111' }, members: [{ id: household.members[1], identity: { idTail: expect.stringMatching(/^\d{3}$/) } }], sightReasons: [{ cause: 'PROVIDER', part: 'APPROVED', validTo: null }] });
    const plain = await world.as.department('stc');
    expect((await shown(plain, ask)).members).toEqual([{ id: household.members[1], identity: null }]);
    row = await move(tax, row, { state: 'DELIVERED', deliveredDay: '2026-09-08' });
    expect((await shown(tax, 'sightReasons { validTo }')).sightReasons).toEqual([{ validTo: '2026-12-07' }]);
    const own = () => tax('query ($id: ID!) { supports(first: 5, filter: { household: { id: { eq: $id } } }) { nodes { id } } all: supports(first: 50) { nodes { id state household { id } } } }', { id: household.id });
    await onDay(world, '2026-12-07', async () => expect(await sees(tax)).toBe(true));
    await onDay(world, '2026-12-08', async () => {
      expect(await sees(tax)).toBe(false);
      expect((await own()).data.all.nodes.filter((one: { id: string }) => one.id === row.id)).toEqual([{ id: row.id, state: 'DELIVERED', household: null }]);
      expect(codes(await denied(() => update(tax, row, { note: 'x' })))).toEqual([['NOT_FOUND', 'id']]);
    });
  });
  it('no longer sees the household once its only help is cancelled', async () => {
    const row = await created(commune, { provider: unit(finance) });
    expect(await sees(finance)).toBe(true);
    await move(finance, row, { state: 'CANCELLED' });
    expect(await sees(finance)).toBe(false);
  });
});

describe('money', () => {
  const amount = (client: Client, row: { id: string }, more: object) => run(client, 'saveSupportAmount', { support: row.id, ...more }, 'amount { amount disbursedOn version }');
  const loan = (client: Client, row: { id: string }, more: object) => run(client, 'saveSupportLoan', { support: row.id, ...more }, 'loan(purpose: PROVIDE_SUPPORT) { termMonths purpose outstanding overdue version }');
  it('is saved by the provider, read by the household\'s commune and the secretariat, not by who leads the kind of help', async () => {
    const row = await created(commune, { provider: unit(finance) });
    expect((await amount(finance, row, { amount: 40_000_000, disbursedOn: '2026-09-01' })).data.saveSupportAmount).toMatchObject({ support: { amount: { amount: 40_000_000, disbursedOn: '2026-09-01', version: 1 } }, userErrors: [] });
    const read = async (client: Client) => (await client('query ($id: ID!) { household(id: $id) { supports { amount { amount } } } }', { id: household.id })).data.household.supports;
    expect(await read(commune)).toEqual([{ amount: { amount: 40_000_000 } }]);
    expect(await read(secretariat)).toEqual([{ amount: { amount: 40_000_000 } }]);
    expect(await read(building)).toEqual([{ amount: null }]);
    for (const client of [commune, building]) expect(codes(await denied(() => amount(client, row, { amount: 1, version: 1 })))).toEqual([['NOT_FOUND', 'support']]);
    expect(codes(await denied(() => amount(finance, row, { amount: 1 })))).toEqual([['CONFLICT', 'version']]);
    expect(codes(await denied(() => amount(finance, row, { amount: 1.5, version: 1, disbursedOn: '2027-01-01' })))).toEqual([['BAD_INPUT', 'amount'], ['BAD_INPUT', 'disbursedOn']]);
    expect((await amount(finance, row, { amount: 45_000_000, version: 1 })).data.saveSupportAmount.support.amount).toEqual({ amount: 45_000_000, disbursedOn: '2026-09-01', version: 2 });
  });
  it('lent is kept by the policy bank\'s named posts, whose readings are logged; the commune reads term and purpose alone', async () => {
    const row = await created(bank, { kind: 'LOAN' }), plain = await world.as.department('nhcsxh');
    expect(codes(await denied(() => loan(plain, row, { termMonths: 36 })))).toEqual([['NOT_ALLOWED_NOW', 'support']]);
    expect((await loan(bank, row, { termMonths: 36, purpose: 'Mua trâu', outstanding: 50_000_000, overdue: 0 })).data.saveSupportLoan).toMatchObject(
      { support: { loan: { termMonths: 36, purpose: 'Mua trâu', outstanding: 50_000_000, overdue: 0, version: 1 } }, userErrors: [] });
    expect(codes(await denied(() => loan(bank, row, { version: 1, outstanding: 10, overdue: 11 })))).toEqual([['BAD_INPUT', 'overdue']]);
    const read = (client: Client, fields: string) => client(`query ($id: ID!) { household(id: $id) { supports { loan(purpose: INSPECTION) { ${fields} } } } }`, { id: household.id });
    expect((await read(commune, 'termMonths purpose')).data.household.supports).toEqual([{ loan: { termMonths: 36, purpose: 'Mua trâu' } }]);
    expect((await read(commune, 'outstanding')).status).toBe(403);
    expect((await read(secretariat, 'outstanding')).data.household.supports).toEqual([{ loan: { outstanding: 50_000_000 } }]);
    const { rows } = await world.admin.query("SELECT unit_id, purpose FROM access_log WHERE part = 'SupportLoan' ORDER BY id");
    expect(rows).toEqual([{ unit_id: bank.unitId, purpose: 'PROVIDE_SUPPORT' }, { unit_id: commune.unitId, purpose: 'INSPECTION' }, { unit_id: secretariat.unitId, purpose: 'INSPECTION' }]);
    expect((await loan(bank, row, { version: 1, outstanding: 40_000_000 })).data.saveSupportLoan.support.loan).toMatchObject({ outstanding: 40_000_000, version: 2 });
  });
  it('is no loan of a help that is none, nor of another unit', async () => {
    const row = await created(bank, { kind: 'PRODUCTION' }), other = await created(building);
    expect(codes(await denied(() => loan(bank, row, { termMonths: 12 })))).toEqual([['NOT_ALLOWED_NOW', 'support']]);
    expect(codes(await denied(() => loan(bank, other, { termMonths: 12 })))).toEqual([['NOT_FOUND', 'support']]);
    for (const client of [commune, women]) expect(outcome(await denied(() => loan(client, row, { termMonths: 12 })))).toBe('403 FORBIDDEN');
  });
  it('lent is on the bank\'s own list by kind and state', async () => {
    const row = await created(bank, { kind: 'LOAN' });
    const { data } = await bank('{ supports(first: 10, filter: { kind: { eq: LOAN }, state: { eq: PLANNED } }, order: [{ plannedDay: DESC }]) { nodes { id provider { code } } } }');
    expect(data.supports.nodes).toContainEqual({ id: row.id, provider: { code: 'nhcsxh' } });
    expect(new Set(data.supports.nodes.map((one: { provider: { code: string } }) => one.provider.code))).toEqual(new Set(['nhcsxh']));
  });
});
