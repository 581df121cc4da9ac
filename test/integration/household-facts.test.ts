import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newHousehold, onDay, type NewHousehold } from '../support/new-household.js';
import { openWorld, type Client, type World } from '../support/world.js';
import { errorsOf, messagesOf, refusal, trailOf, write } from '../support/writes.js';

let world: World, officer: Client, head: Client, stranger: Client, neighbour: Client, building: Client, bank: Client, home: Client, household: NewHousehold;

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  head = await world.as.commune('02869', { role: 'VILLAGE_OFFICER', villages: ['02869001'] });
  stranger = await world.as.commune('02869', { role: 'VILLAGE_OFFICER', villages: ['02869003'] });
  neighbour = await world.as.commune('02647');
  building = await world.as.department('sxd');
  bank = await world.as.department('nhcsxh');
  home = await world.as.department('snv');
});
beforeEach(async () => { household = await newHousehold(world.admin); });
afterAll(() => world.stop());

const seen = async (client: Client, selection = 'id') => (await client(`query ($id: ID!) { household(id: $id) { ${selection} } }`, { id: household.id })).data.household;
const lack = (more: object = {}) => ({ household: household.id, indicator: 'HOUSING_QUALITY', standard: 'VN-MDP-2022', since: '2026-09-01', measure: 'Vách đất', ...more });
const record = async (client: Client, more: object = {}) => (await write(client, 'recordDeprivation', lack(more), 'deprivation { id }')).data.recordDeprivation.deprivation as { id: string };

describe('a lack', () => {
  it('shows the household to whoever leads its indicator, until it is made good', async () => {
    expect(await seen(building)).toBeNull();
    const { data } = await write(head, 'recordDeprivation', lack(), 'deprivation { id indicator standard deprived since until measure asOf household { deprivationCount } }');
    const { id, ...row } = data.recordDeprivation.deprivation;
    expect([row, data.recordDeprivation.userErrors]).toEqual([{ indicator: 'HOUSING_QUALITY', standard: 'VN-MDP-2022', deprived: true, since: '2026-09-01', until: null, measure: 'Vách đất', asOf: '2026-09-01',
      household: { deprivationCount: 1 } }, []]);
    const now = await seen(building, 'code deprivations { indicator measure } sightReasons { cause part }');
    expect(now).toEqual({ code: household.code, deprivations: [{ indicator: 'HOUSING_QUALITY', measure: 'Vách đất' }], sightReasons: [{ cause: 'DEPRIVED', part: 'HOUSING_QUALITY' }] });
    expect(await seen(bank)).toBeNull();
    expect((await write(officer, 'endDeprivation', { id, until: '2026-09-08' }, 'deprivation { until household { deprivationCount } }')).data.endDeprivation).toEqual(
      { deprivation: { until: '2026-09-08', household: { deprivationCount: 0 } }, userErrors: [], conflicts: [] });
    expect(await seen(building)).toBeNull();
    expect((await trailOf(world, id)).map(line => [line.operation, line.before, line.after])).toEqual([
      ['recordDeprivation', null, { household: household.id, since: '2026-09-01', indicator: 'HOUSING_QUALITY', standard: 'VN-MDP-2022', deprived: true, asOf: '2026-09-01', measure: 'Vách đất' }],
      ['endDeprivation', { until: null }, { until: '2026-09-08' }]]);
    expect(errorsOf(await write(officer, 'endDeprivation', { id, until: null }))).toEqual([]);
    expect(await seen(building)).toEqual({ id: household.id });
  });
  it('of one indicator shows no other to the body of that one', async () => {
    await record(officer);
    await record(officer, { indicator: 'WATER', measure: 'Nước suối' });
    expect(await seen(building, 'deprivations { indicator }')).toEqual({ deprivations: [{ indicator: 'HOUSING_QUALITY' }] });
  });
  it('is open once, and begins once a day', async () => {
    const { id } = await record(officer);
    const again = await write(officer, 'recordDeprivation', lack({ since: '2026-09-02' }));
    expect([errorsOf(again), messagesOf(again)]).toEqual([['BAD_INPUT indicator'], ['Hộ đã có thiếu hụt này và chưa kết thúc. Kết thúc mục đang có trước khi ghi mục mới.']]);
    await write(officer, 'endDeprivation', { id, until: '2026-09-03' });
    const sameDay = await write(officer, 'recordDeprivation', lack());
    expect([errorsOf(sameDay), messagesOf(sameDay)]).toEqual([['BAD_INPUT since'], ['Hộ đã có thiếu hụt này từ đúng ngày đó. Xem mục đang có; nếu đã kết thúc thì mở lại mục ấy.']]);
    await record(officer, { since: '2026-09-05' });
    expect(errorsOf(await write(officer, 'endDeprivation', { id, until: null }))).toEqual(['BAD_INPUT until']);
  });
  it('is refused with every mistake at once', async () => {
    expect(await refusal(world, officer, 'recordDeprivation', lack({ since: '2026-09-09', indicator: 'WASTE', measure: 'x'.repeat(201) }))).toEqual(['BAD_INPUT since', 'BAD_INPUT indicator', 'BAD_INPUT measure']);
    expect(await refusal(world, officer, 'recordDeprivation', lack({ standard: 'VN-MDP-1999' }))).toEqual(['NOT_FOUND standard']);
    const { id } = await record(officer);
    for (const until of ['2026-08-31', '2026-09-09']) expect(await refusal(world, officer, 'endDeprivation', { id, until })).toEqual(['BAD_INPUT until']);
    await world.admin.query("UPDATE household SET ended_on = '2026-09-07', end_kind = 'OTHER' WHERE id = $1", [household.id]);
    expect(await refusal(world, officer, 'endDeprivation', { id, until: '2026-09-07' })).toEqual(['NOT_ALLOWED_NOW id']);
    expect(await refusal(world, officer, 'recordDeprivation', lack({ indicator: 'WATER' }))).toEqual(['NOT_ALLOWED_NOW household']);
  });
  it('is written by the household\'s own commune and village alone', async () => {
    const { id } = await record(officer);
    for (const client of [neighbour, stranger]) {
      expect(await refusal(world, client, 'recordDeprivation', lack({ indicator: 'WATER' }))).toEqual(['NOT_FOUND household']);
      for (const key of [id, 'x']) expect(await refusal(world, client, 'endDeprivation', { id: key, until: '2026-09-08' })).toEqual(['NOT_FOUND id']);
    }
    for (const client of [building, await world.as.massOrganisation('mttq'), await world.as.secretariat('thuong-truc', { role: 'LEADER' }), await world.as.commune('02869', { role: 'VIEWER' })]) {
      expect(await refusal(world, client, 'endDeprivation', { id, until: '2026-09-08' })).toEqual(['403 FORBIDDEN']);
    }
  });
  it('recorded by two at once is there once', async () => {
    const answers = await Promise.all([officer, head].map(client => write(client, 'recordDeprivation', lack())));
    expect(answers.map(answer => errorsOf(answer).length).sort()).toEqual([0, 1]);
  });
});

describe('a cause, a group', () => {
  it('begins and ends by a day, open once', async () => {
    for (const [add, end, field, input] of [['addPovertyCause', 'endPovertyCause', 'cause', { cause: 'CAPITAL' }], ['addHouseholdGroup', 'endHouseholdGroup', 'group', { kind: 'AGENT_ORANGE_CHILD' }]] as const) {
      const one = { household: household.id, since: '2026-09-01', ...input }, [key] = Object.keys(input);
      const { data } = await write(officer, add, one, `${field} { id since until ${key} }`), { id } = data[add][field];
      expect(data[add]).toEqual({ [field]: { id, since: '2026-09-01', until: null, ...input }, userErrors: [], conflicts: [] });
      expect(errorsOf(await write(head, add, { ...one, since: '2026-09-02' }))).toEqual([`BAD_INPUT ${key}`]);
      expect(await refusal(world, neighbour, add, one)).toEqual(['NOT_FOUND household']);
      expect(await refusal(world, neighbour, end, { id, until: '2026-09-08' })).toEqual(['NOT_FOUND id']);
      expect((await write(officer, end, { id, until: '2026-09-08' }, `${field} { until }`)).data[end][field]).toEqual({ until: '2026-09-08' });
      expect((await trailOf(world, id)).map(line => line.operation)).toEqual([add, end]);
    }
  });
  it('shows the family of a child of an Agent Orange victim to Sở Nội vụ while it is one', async () => {
    const { data } = await write(officer, 'addHouseholdGroup', { household: household.id, since: '2026-09-01', kind: 'AGENT_ORANGE_CHILD' }, 'group { id }');
    expect(await seen(home, 'groups { kind }')).toEqual({ groups: [{ kind: 'AGENT_ORANGE_CHILD' }] });
    await write(officer, 'endHouseholdGroup', { id: data.addHouseholdGroup.group.id, until: '2026-09-08' });
    expect(await seen(home)).toBeNull();
  });
});

describe('a need', () => {
  const need = (more: object = {}) => ({ household: household.id, kind: 'LOAN', since: '2026-09-01', ...more });
  const add = async (more: object = {}) => (await write(officer, 'addSupportNeed', need(more), 'need { id }')).data.addSupportNeed.need as { id: string };
  it('of a loan shows the household to the policy bank, and not its illness; met, it is seen no more', async () => {
    await write(officer, 'addPovertyCause', { household: household.id, cause: 'ILLNESS', since: '2026-09-01' });
    await write(officer, 'addPovertyCause', { household: household.id, cause: 'CAPITAL', since: '2026-09-01' });
    await add({ kind: 'NUTRITION' });
    expect(await seen(bank)).toBeNull();
    const { id } = await add({ member: household.members[1] });
    expect(await seen(bank, 'code causes { cause } needs { kind member { fullName } } sightReasons { cause part }')).toEqual(
      { code: household.code, causes: [{ cause: 'CAPITAL' }], needs: [{ kind: 'LOAN', member: null }], sightReasons: [{ cause: 'NEED', part: 'LOAN' }] });
    const listed = async () => (await bank('query ($filter: SupportNeedFilter) { supportNeeds(filter: $filter, first: 10) { nodes { kind household { code } } } }',
      { filter: { household: { id: { eq: household.id } }, until: { isNull: true } } })).data.supportNeeds.nodes;
    expect(await listed()).toEqual([{ kind: 'LOAN', household: { code: household.code } }]);
    await world.admin.query("INSERT INTO support (household_id, kind, provider_id, state, delivered_day) VALUES ($1, 'LOAN', $2, 'DELIVERED', '2026-05-01')", [household.id, neighbour.unitId]);
    const { rows: [{ id: help }] } = await world.admin.query('SELECT id FROM support WHERE household_id = $1', [household.id]);
    expect((await write(head, 'endSupportNeed', { id, until: '2026-09-08', metBy: help }, 'need { until metBy { id } }')).data.endSupportNeed).toEqual({ need: { until: '2026-09-08', metBy: { id: help } }, userErrors: [], conflicts: [] });
    expect([await seen(bank), await listed()]).toEqual([null, []]);
    expect((await trailOf(world, id)).map(line => [line.operation, line.after])).toEqual([
      ['addSupportNeed', { household: household.id, since: '2026-09-01', kind: 'LOAN', member: household.members[1] }], ['endSupportNeed', { until: '2026-09-08', metBy: help }]]);
  });
  it('is of one of its own members, and met by a help of its own kind that was not given up', async () => {
    const other = await newHousehold(world.admin), { id } = await add();
    expect(await refusal(world, officer, 'addSupportNeed', need({ kind: 'JOB', member: other.members[0], since: '2026-09-09' }))).toEqual(['BAD_INPUT since', 'NOT_FOUND member']);
    const { rows: helps } = await world.admin.query<{ id: string }>(`INSERT INTO support (household_id, kind, provider_id, state) VALUES ($1, 'LOAN', $3, 'PLANNED'), ($2, 'CASH', $3, 'PLANNED'), ($2, 'LOAN', $3, 'CANCELLED') RETURNING id`,
      [other.id, household.id, officer.unitId]);
    for (const metBy of [helps[0]!.id, helps[1]!.id, 'x']) expect(await refusal(world, officer, 'endSupportNeed', { id, until: '2026-08-01', metBy })).toEqual(['BAD_INPUT until', 'NOT_FOUND metBy']);
    expect(await refusal(world, officer, 'endSupportNeed', { id, until: '2026-09-08', metBy: helps[2]!.id })).toEqual(['BAD_INPUT metBy']);
    expect(await refusal(world, neighbour, 'endSupportNeed', { id, until: '2026-09-08' })).toEqual(['NOT_FOUND id']);
    expect(await refusal(world, bank, 'addSupportNeed', need({ kind: 'JOB' }))).toEqual(['403 FORBIDDEN']);
  });
  it('stands once for the household and once for each who asks', async () => {
    await add();
    await add({ member: household.members[0] });
    await add({ member: household.members[1] });
    for (const member of [null, household.members[0]]) expect(errorsOf(await write(head, 'addSupportNeed', need({ member, since: '2026-09-02' })))).toEqual(['BAD_INPUT kind']);
  });
  it('is of the working day\'s calendar', async () => {
    expect(await onDay(world, '2026-08-31', () => refusal(world, officer, 'addSupportNeed', need()))).toEqual(['BAD_INPUT since']);
  });
});
