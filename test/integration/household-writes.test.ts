import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newHousehold, type NewHousehold } from '../support/new-household.js';
import { openWorld, type Client, type World } from '../support/world.js';
import { errorsOf, messagesOf, refusal, trailOf, write } from '../support/writes.js';

let world: World, officer: Client, leader: Client, head: Client, neighbour: Client;
let villages: { id: string; areaType: string }[], foreign: string, household: NewHousehold;

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  leader = await world.as.commune('02869', { role: 'LEADER' });
  head = await world.as.commune('02869', { role: 'VILLAGE_OFFICER', villages: ['02869001'] });
  neighbour = await world.as.commune('02647');
  await world.admin.query("UPDATE village SET area_type = 'URBAN' WHERE code = '02869002'");
  ({ rows: villages } = await world.admin.query('SELECT id::text, area_type AS "areaType" FROM village WHERE code IN (\'02869001\', \'02869002\') ORDER BY code'));
  ({ rows: [{ id: foreign }] } = await world.admin.query('SELECT min(v.id)::text AS id FROM village v WHERE v.commune_id = $1', [neighbour.unitId]));
});
beforeEach(async () => { household = await newHousehold(world.admin); });
afterAll(() => world.stop());

const family = (more: object = {}) => ({ village: villages[0]!.id, headName: 'Vàng A Mới', headSex: 'MALE', headBirthYear: 1980, ethnicity: '08', ...more });
const lastNumber = async (): Promise<number> => (await world.admin.query<{ n: number }>("SELECT coalesce(max(substring(code FROM 10)::int), 0) AS n FROM household WHERE code ~ '^15-02869-[0-9]{6}$'")).rows[0]!.n;
const code = (number: number): string => `15-02869-${String(number).padStart(6, '0')}`;
const random = '00000000-0000-4000-8000-000000000000';
const stored = async (id = household.id) => (await world.admin.query('SELECT head_name AS head, note, officer_in_charge AS officer, area_type AS area, version FROM household WHERE id = $1', [id])).rows[0];

describe('a family new to the register', () => {
  it('has the next number of the commune, its head, no class, and its lines in the trail', async () => {
    const next = await lastNumber() + 1;
    const { data } = await write(officer, 'createHousehold', family({ village: villages[1]!.id, headName: '  Vàng A Mới ', officerInCharge: 'Chị Mai', note: 'Mới về bản.' }),
      'household { id version code class standard classSince areaType headName memberCount workerCount childCount deprivationCount officerInCharge note synthetic ethnicity { code } village { code } '
      + 'members { id fullName isHead birthYear sex relation residence ethnicity { code } } classRecords { class standard movement since until } }');
    const { household: made, userErrors } = data.createHousehold;
    expect(userErrors).toEqual([]);
    const { id, members: [{ id: first, ...member }], ...row } = made;
    expect(row).toEqual({ version: 1, code: code(next), class: 'NONE', standard: 'VN-MDP-2022', classSince: '2026-09-08', areaType: 'URBAN', headName: 'Vàng A Mới', memberCount: 1, workerCount: 1, childCount: 0,
      deprivationCount: 0, officerInCharge: 'Chị Mai', note: 'Mới về bản.', synthetic: false, ethnicity: { code: '08' }, village: { code: '02869002' },
      classRecords: [{ class: 'NONE', standard: 'VN-MDP-2022', movement: 'LISTED', since: '2026-09-08', until: null }] });
    expect(member).toEqual({ fullName: 'Vàng A Mới', isHead: true, birthYear: 1980, sex: 'MALE', relation: 'Chủ hộ', residence: 'PRESENT', ethnicity: { code: '08' } });
    expect(await trailOf(world, id)).toEqual([{ operation: 'createHousehold', noun: 'Household', before: null, after: { code: code(next), commune: officer.unitId, village: Number(villages[1]!.id), areaType: 'URBAN',
      headName: 'Vàng A Mới', ethnicity: '•••', officerInCharge: 'Chị Mai', note: 'Mới về bản.' } }]);
    expect(await trailOf(world, first)).toEqual([{ operation: 'createHousehold', noun: 'Member', before: null, after: { household: id, fullName: 'Vàng A Mới', isHead: true, birthYear: 1980, sex: 'MALE', relation: 'Chủ hộ', ethnicity: '•••' } }]);
  });
  it('gets a number of its own when several are entered at once', async () => {
    const next = await lastNumber() + 1;
    const answers = await Promise.all([officer, leader, officer, leader].map(client => write(client, 'createHousehold', family(), 'household { code }')));
    expect(answers.map(({ data }) => data.createHousehold.household.code).sort()).toEqual([0, 1, 2, 3].map(more => code(next + more)));
  });
  it('may bring a number, once within its commune, whatever another commune has', async () => {
    await newHousehold(world.admin, { commune: '02647' });
    const { rows: [{ code: theirs }] } = await world.admin.query('SELECT code FROM household WHERE commune_id = $1 LIMIT 1', [neighbour.unitId]);
    expect((await write(officer, 'createHousehold', family({ code: theirs }), 'household { code }')).data.createHousehold).toEqual({ household: { code: theirs }, userErrors: [], conflicts: [] });
    const again = await write(officer, 'createHousehold', family({ code: theirs }));
    expect([errorsOf(again), messagesOf(again)]).toEqual([['BAD_INPUT code'], [`Mã hộ ${theirs}: đã có trong danh sách của xã. Dùng mã khác hoặc để trống để hệ thống cấp.`]]);
  });
  it('is refused with every mistake at once', async () => {
    expect(await refusal(world, officer, 'createHousehold', family({ village: foreign, headName: ' ', headSex: 'X', headBirthYear: 2030, ethnicity: '99', code: 'x'.repeat(41), note: 'x'.repeat(4001) })))
      .toEqual(['NOT_FOUND village', 'BAD_INPUT headName', 'BAD_INPUT headBirthYear', 'BAD_INPUT headSex', 'NOT_FOUND ethnicity', 'BAD_INPUT code', 'BAD_INPUT note']);
  });
  it('is entered by a village head in the own villages alone, and by no other portal or post', async () => {
    expect(await refusal(world, head, 'createHousehold', family({ village: villages[1]!.id }))).toEqual(['NOT_FOUND village']);
    expect((await write(head, 'createHousehold', family(), 'household { headName }')).data.createHousehold.household).toEqual({ headName: 'Vàng A Mới' });
    const others = [await world.as.secretariat('thuong-truc', { role: 'LEADER' }), await world.as.department('sxd'), await world.as.massOrganisation('lhpn'), await world.as.commune('02869', { role: 'VIEWER' })];
    for (const client of others) expect(await refusal(world, client, 'createHousehold', family())).toEqual(['403 FORBIDDEN']);
  });
});

describe('a household', () => {
  const update = (client: Client, more: object, selection = 'household { version }') => write(client, 'updateHousehold', { id: household.id, version: 1, ...more }, selection);
  it('changes in what is sent alone; null empties', async () => {
    await update(officer, { note: 'Ở xa đường.', officerInCharge: 'Anh Páo', exitRegisteredOn: '2026-03-01', expectedExitYear: 2027 });
    const { data } = await update(officer, { version: 2, officerInCharge: null }, 'household { version note officerInCharge exitRegisteredOn expectedExitYear headName }');
    expect(data.updateHousehold).toEqual({ household: { version: 3, note: 'Ở xa đường.', officerInCharge: null, exitRegisteredOn: '2026-03-01', expectedExitYear: 2027, headName: 'Thào A Thử' }, userErrors: [], conflicts: [] });
    expect((await trailOf(world, household.id)).at(-1)).toEqual({ operation: 'updateHousehold', noun: 'Household', before: { officerInCharge: 'Anh Páo' }, after: { officerInCharge: null } });
  });
  it('has its head renamed with it, and takes the kind of area of its new village', async () => {
    const { data } = await update(officer, { headName: 'Thào A Đổi', village: villages[1]!.id }, 'household { version headName areaType village { code } members { fullName isHead version } }');
    expect(data.updateHousehold.household).toEqual({ version: 2, headName: 'Thào A Đổi', areaType: 'URBAN', village: { code: '02869002' },
      members: [{ fullName: 'Thào A Đổi', isHead: true, version: 2 }, { fullName: 'Giàng Thị Nghiệm', isHead: false, version: 1 }] });
    expect((await trailOf(world, household.members[0]!))).toEqual([{ operation: 'updateHousehold', noun: 'Member', before: { fullName: 'Thào A Thử' }, after: { fullName: 'Thào A Đổi' } }]);
  });
  it('changed meanwhile gives both values back and keeps the first', async () => {
    await update(leader, { note: 'Của lãnh đạo', officerInCharge: 'Chị Mai' });
    const before = await stored();
    const { data } = await update(officer, { note: 'Của chuyên viên', officerInCharge: 'Chị Mai', headName: 'Thào A Khác' }, 'household { version note }');
    expect(data.updateHousehold).toEqual({ household: { version: 2, note: 'Của lãnh đạo' }, userErrors: [{ code: 'CONFLICT', field: 'version', message: 'Người khác vừa sửa hộ này. Xem giá trị của hai bên rồi lưu lại.' }],
      conflicts: [{ field: 'headName', yours: 'Thào A Khác', current: 'Thào A Thử' }, { field: 'note', yours: 'Của chuyên viên', current: 'Của lãnh đạo' }] });
    expect(await stored()).toEqual(before);
  });
  it('is refused with every mistake at once; what must be there cannot be emptied', async () => {
    expect(await refusal(world, officer, 'updateHousehold', { id: household.id, version: 1, village: null, headName: null, ethnicity: null, exitRegisteredOn: '2026-09-09', expectedExitYear: 2045, note: 'a\u202Eb' }))
      .toEqual(['BAD_INPUT village', 'BAD_INPUT headName', 'BAD_INPUT ethnicity', 'BAD_INPUT exitRegisteredOn', 'BAD_INPUT expectedExitYear', 'BAD_INPUT note']);
    expect(await refusal(world, officer, 'updateHousehold', { id: household.id, version: 1, village: foreign, ethnicity: '99' })).toEqual(['NOT_FOUND village', 'NOT_FOUND ethnicity']);
  });
  it('of another commune or village is like none, and one that has ended stays as it is', async () => {
    for (const id of [household.id, random, 'x']) expect(await refusal(world, neighbour, 'updateHousehold', { id, version: 1, note: 'x' })).toEqual(['NOT_FOUND id']);
    await world.admin.query('UPDATE household SET village_id = $2 WHERE id = $1', [household.id, villages[1]!.id]);
    expect(await refusal(world, head, 'updateHousehold', { id: household.id, version: 2, note: 'x' })).toEqual(['NOT_FOUND id']);
    await world.admin.query("UPDATE household SET ended_on = '2026-09-01', end_kind = 'OTHER' WHERE id = $1", [household.id]);
    for (const [operation, input, field] of [['updateHousehold', { id: household.id, version: 3, note: 'x' }, 'id'], ['saveHouseholdContact', { household: household.id, version: 1 }, 'household'],
      ['updateMember', { id: household.members[1], version: 1, relation: 'Vợ' }, 'id']] as const) expect(await refusal(world, officer, operation, input)).toEqual([`NOT_ALLOWED_NOW ${field}`]);
  });
  it('is not moved by a village head out of the own villages', async () => {
    expect(await refusal(world, head, 'updateHousehold', { id: household.id, version: 1, village: villages[1]!.id })).toEqual(['NOT_FOUND village']);
    expect(errorsOf(await update(head, { note: 'Đã thăm.' }))).toEqual([]);
  });
});

describe('the address of a household', () => {
  const save = (client: Client, more: object) => write(client, 'saveHouseholdContact', { household: household.id, version: 1, ...more }, 'contact { version addressDetail phone latitude longitude }');
  it('changes in what is sent alone; its place stays out of the trail', async () => {
    await save(officer, { latitude: 22.38765, longitude: 104.41234 });
    const { data } = await save(head, { version: 2, phone: '0912 000 222' });
    expect(data.saveHouseholdContact).toEqual({ contact: { version: 3, addressDetail: 'Nhà thứ ba sau cầu treo', phone: '0912 000 222', latitude: 22.38765, longitude: 104.41234 }, userErrors: [], conflicts: [] });
    expect((await trailOf(world, household.id)).map(({ before, after }) => [before, after])).toEqual([
      [{ latitude: null, longitude: null }, { latitude: '•••', longitude: '•••' }], [{ phone: '0912000111' }, { phone: '0912 000 222' }]]);
  });
  it('entered as the first one where there is one already gives both values back', async () => {
    const { data } = await save(officer, { version: null, phone: '0912000333' });
    expect(data.saveHouseholdContact).toMatchObject({ contact: { version: 1, phone: '0912000111' }, userErrors: [{ code: 'CONFLICT' }], conflicts: [{ field: 'phone', yours: '0912000333', current: '0912000111' }] });
    await world.admin.query('DELETE FROM household_contact WHERE household_id = $1', [household.id]);
    expect((await save(officer, { version: null, phone: '0912000333' })).data.saveHouseholdContact.contact).toEqual({ version: 1, addressDetail: null, phone: '0912000333', latitude: null, longitude: null });
  });
  it('is refused with every mistake at once, and for another\'s household', async () => {
    expect(await refusal(world, officer, 'saveHouseholdContact', { household: household.id, version: 1, phone: 'gọi Páo', latitude: 48.1, longitude: 11.5, addressDetail: 'x'.repeat(301) }))
      .toEqual(['BAD_INPUT phone', 'BAD_INPUT latitude', 'BAD_INPUT longitude', 'BAD_INPUT addressDetail']);
    expect(await refusal(world, officer, 'saveHouseholdContact', { household: household.id, version: 1, latitude: 22.1 })).toEqual(['BAD_INPUT longitude']);
    expect(await refusal(world, neighbour, 'saveHouseholdContact', { household: household.id, version: 1, phone: '0912000333' })).toEqual(['NOT_FOUND household']);
  });
});
