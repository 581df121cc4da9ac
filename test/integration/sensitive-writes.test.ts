import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { lastNumber, newHousehold, type NewHousehold } from '../support/new-household.js';
import { openWorld, type Client, type World } from '../support/world.js';
import { errorsOf, messagesOf, refusal, trailOf, write } from '../support/writes.js';

const sensitive = ['HouseholdIdentity', 'HouseholdIncome', 'MemberHealth', 'MeritRecord'];
let world: World, officer: Client, leader: Client, plain: Client, head: Client, neighbour: Client, home: Client, household: NewHousehold, first: string, second: string, number: string;
let made = 0;

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869', { sensitive });
  leader = await world.as.commune('02869', { role: 'LEADER', sensitive });
  plain = await world.as.commune('02869');
  head = await world.as.commune('02869', { role: 'VILLAGE_OFFICER', villages: ['02869001'], sensitive });
  neighbour = await world.as.commune('02647', { sensitive });
  home = await world.as.department('snv', { sensitive: ['MeritRecord'] });
});
beforeEach(async () => {
  household = await newHousehold(world.admin);
  [first, second] = household.members as [string, string];
  number = `0101900${String(++made).padStart(2, '0')}123`; // of a paper that nobody has yet
  await world.admin.query('TRUNCATE access_log');
});
afterAll(() => world.stop());

const readings = async () => (await world.admin.query('SELECT post_id AS post, household_id AS household, member_id AS member, part, purpose FROM access_log ORDER BY id')).rows;
const opened = (client: Client, part: string, purpose: string, member: string | null, of = household.id) => ({ post: client.post, household: of, member, part, purpose });
const paper = (more: object = {}) => ({ member: second, version: 1, idKind: 'CITIZEN_ID', idNumber: number, insuranceNumber: '0123456789', birthDate: '1990-02-03', purpose: 'REVIEW', ...more });
const health = (more: object = {}) => ({ member: second, malnutrition: false, disability: 'SEVERE', seriousIllness: true, asOf: '2026-09-01', purpose: 'REVIEW', ...more });
const income = (more: object = {}) => ({ household: household.id, standard: 'VN-MDP-2022', asOf: '2026-09-01', source: 'SURVEY', incomePerHead: 1_450_000, purpose: 'REVIEW', ...more });
const merit = (more: object = {}) => ({ member: second, kind: 'WAR_INVALID', decisionNumber: '12/QĐ', decisionDay: '2020-07-27', housingNeed: 'REPAIR', validFrom: '2020-08-01', purpose: 'REVIEW', ...more });

describe('papers', () => {
  it('are written for a purpose, logged once though the answer shows them, and masked in the trail', async () => {
    const was = lastNumber(1);
    const { data } = await write(officer, 'saveHouseholdIdentity', paper(), 'identity { version idKind idNumber idTail insuranceNumber birthDate }');
    expect(data.saveHouseholdIdentity).toEqual({ identity: { version: 2, idKind: 'CITIZEN_ID', idNumber: number, idTail: '123', insuranceNumber: '0123456789', birthDate: '1990-02-03' }, userErrors: [], conflicts: [] });
    expect(await readings()).toEqual([opened(officer, 'HouseholdIdentity', 'REVIEW', second)]);
    const rest = await write(officer, 'saveHouseholdIdentity', { member: second, version: 2, idKind: 'BIRTH_NUMBER', idNumber: number, purpose: 'REVIEW' }, 'identity { idKind insuranceNumber birthDate }');
    expect(rest.data.saveHouseholdIdentity.identity).toEqual({ idKind: 'BIRTH_NUMBER', insuranceNumber: '0123456789', birthDate: '1990-02-03' });
    const [line] = await trailOf(world, second);
    expect(line).toEqual({ operation: 'saveHouseholdIdentity', noun: 'HouseholdIdentity', before: { idNumber: `•••${was.slice(-3)}`, insuranceNumber: null, birthDate: null }, after: { idNumber: '•••123', insuranceNumber: '•••789', birthDate: '•••' } });
  });
  it('already in the commune\'s list name the other household; of another commune\'s list nothing is told', async () => {
    const other = await newHousehold(world.admin), taken = lastNumber(0);
    const answer = await write(officer, 'saveHouseholdIdentity', paper({ idNumber: taken }));
    expect([errorsOf(answer), messagesOf(answer)]).toEqual([['BAD_INPUT idNumber'], [`Số định danh: đã ghi cho một người của hộ ${other.code}. Kiểm tra lại trên giấy tờ của hai người.`]]);
    expect(await readings()).toEqual([opened(officer, 'HouseholdIdentity', 'REVIEW', other.members[0]!, other.id)]);
    const foreign = await newHousehold(world.admin, { commune: '02647' });
    const { data, text } = await write(officer, 'saveHouseholdIdentity', paper({ idNumber: lastNumber(0) }), 'identity { idTail }');
    expect(data.saveHouseholdIdentity).toEqual({ identity: { idTail: lastNumber(0).slice(-3) }, userErrors: [], conflicts: [] });
    expect(text).not.toContain(foreign.code);
  });
  it('entered for two people at once are kept for one', async () => {
    const answers = await Promise.all([write(officer, 'saveHouseholdIdentity', paper({ member: first, birthDate: null })), write(leader, 'saveHouseholdIdentity', paper())]);
    expect(answers.map(errorsOf).sort()).toEqual([[], ['BAD_INPUT idNumber']]);
  });
  it('changed meanwhile give both values back, and that is an opening too', async () => {
    await write(leader, 'saveHouseholdIdentity', paper());
    await world.admin.query('TRUNCATE access_log');
    const { data } = await write(officer, 'saveHouseholdIdentity', paper({ idNumber: '010190999124' }), 'identity { version idNumber }');
    expect(data.saveHouseholdIdentity).toMatchObject({ identity: { version: 2, idNumber: number }, userErrors: [{ code: 'CONFLICT' }], conflicts: [{ field: 'idNumber', yours: '010190999124', current: number }] });
    expect(await readings()).toEqual([opened(officer, 'HouseholdIdentity', 'REVIEW', second)]);
  });
  it('are refused with every mistake at once', async () => {
    expect(await refusal(world, officer, 'saveHouseholdIdentity', paper({ idKind: 'PASSPORT', idNumber: '12345678901', insuranceNumber: 'ABC', birthDate: '1991-01-01' })))
      .toEqual(['BAD_INPUT idKind', 'BAD_INPUT idNumber', 'BAD_INPUT insuranceNumber', 'BAD_INPUT birthDate']);
    expect(await refusal(world, officer, 'saveHouseholdIdentity', paper({ idKind: 'BIRTH_NUMBER', idNumber: null }))).toEqual(['BAD_INPUT idNumber']);
    expect(await refusal(world, officer, 'saveHouseholdIdentity', paper({ idKind: 'NONE' }))).toEqual(['BAD_INPUT idNumber']);
    expect(errorsOf(await write(officer, 'saveHouseholdIdentity', paper({ idKind: 'NONE', idNumber: null })))).toEqual([]);
    expect(await readings()).toEqual([opened(officer, 'HouseholdIdentity', 'REVIEW', second)]);
  });
});

describe('health', () => {
  it('is written for a purpose; the trail keeps the day alone', async () => {
    const { data } = await write(officer, 'saveMemberHealth', health(), 'health { version malnutrition disability seriousIllness asOf }');
    expect(data.saveMemberHealth).toEqual({ health: { version: 1, malnutrition: false, disability: 'SEVERE', seriousIllness: true, asOf: '2026-09-01' }, userErrors: [], conflicts: [] });
    expect(await readings()).toEqual([opened(officer, 'MemberHealth', 'REVIEW', second)]);
    expect(await trailOf(world, second)).toEqual([{ operation: 'saveMemberHealth', noun: 'MemberHealth', before: null, after: { member: second, malnutrition: '•••', disability: '•••', seriousIllness: '•••', asOf: '2026-09-01' } }]);
    expect(await refusal(world, officer, 'saveMemberHealth', health({ version: 1, asOf: '2026-09-09' }))).toEqual(['BAD_INPUT asOf']);
  });
});

describe('income', () => {
  it('is one row a day and standard, for a purpose; the trail keeps no sum', async () => {
    const { data } = await write(officer, 'recordIncome', income({ incomePoints: 130, formVersion: 'TT 02/2022' }), 'income { id standard asOf source incomePerHead incomePoints formVersion }');
    const { id, ...row } = data.recordIncome.income;
    expect([row, data.recordIncome.userErrors]).toEqual([{ standard: 'VN-MDP-2022', asOf: '2026-09-01', source: 'SURVEY', incomePerHead: 1_450_000, incomePoints: 130, formVersion: 'TT 02/2022' }, []]);
    expect(await readings()).toEqual([opened(officer, 'HouseholdIncome', 'REVIEW', null)]);
    expect(await trailOf(world, id)).toEqual([{ operation: 'recordIncome', noun: 'HouseholdIncome', before: null, after: { household: household.id, standard: 'VN-MDP-2022', asOf: '2026-09-01', source: 'SURVEY', incomePerHead: '•••', incomePoints: '•••', formVersion: 'TT 02/2022' } }]);
    expect(errorsOf(await write(leader, 'recordIncome', income({ incomePerHead: 1 })))).toEqual(['BAD_INPUT asOf']);
  });
  it('is refused with every mistake at once', async () => {
    expect(await refusal(world, officer, 'recordIncome', income({ standard: 'X', incomePerHead: -1, incomePoints: 1001, asOf: '2026-09-09' })))
      .toEqual(['NOT_FOUND standard', 'BAD_INPUT incomePerHead', 'BAD_INPUT incomePoints', 'BAD_INPUT asOf']);
    expect(await refusal(world, officer, 'recordIncome', income({ incomePerHead: null }))).toEqual(['BAD_INPUT incomePerHead']);
    expect(await refusal(world, officer, 'recordIncome', income({ incomePerHead: null, incomePoints: 120 }))).toEqual(['BAD_INPUT formVersion']);
  });
});

describe('a record of merit', () => {
  const confirm = (client: Client, row: { id: string; version: number }) => write(client, 'confirmMeritRecord', { ...row, purpose: 'VERIFY_PERSON' }, 'merit { version confirmedOn confirmedBy { id } }');
  const add = async (client: Client, more: object = {}) => (await write(client, 'addMeritRecord', merit(more), 'merit { id version }')).data.addMeritRecord.merit as { id: string; version: number };
  it('entered by the commune shows the household to Sở Nội vụ, which confirms it; ended it is seen no more', async () => {
    const seen = async () => (await home('query ($id: ID!) { household(id: $id) { merits(purpose: VERIFY_PERSON) { kind decisionNumber confirmedOn } } }', { id: household.id })).data.household;
    expect(await seen()).toBeNull();
    const row = await add(officer);
    expect(await seen()).toEqual({ merits: [{ kind: 'WAR_INVALID', decisionNumber: '12/QĐ', confirmedOn: null }] });
    const { data } = await confirm(home, row);
    expect(data.confirmMeritRecord).toEqual({ merit: { version: 2, confirmedOn: '2026-09-08', confirmedBy: { id: String(home.post) } }, userErrors: [], conflicts: [] });
    expect(errorsOf(await confirm(home, row))).toEqual(['CONFLICT version']);
    expect(await refusal(world, officer, 'confirmMeritRecord', { ...row, version: 2, purpose: 'REVIEW' })).toEqual(['403 FORBIDDEN']);
    expect((await write(home, 'updateMeritRecord', { id: row.id, version: 2, housingNeed: 'REBUILD', purpose: 'PROVIDE_SUPPORT' }, 'merit { version housingNeed decisionNumber }')).data.updateMeritRecord.merit)
      .toEqual({ version: 3, housingNeed: 'REBUILD', decisionNumber: '12/QĐ' });
    expect(errorsOf(await write(officer, 'updateMeritRecord', { id: row.id, version: 3, validTo: '2026-09-07', purpose: 'REVIEW' }))).toEqual([]);
    expect(await seen()).toBeNull();
    expect((await trailOf(world, row.id)).map(line => [line.operation, line.after])).toEqual([
      ['addMeritRecord', { member: second, kind: '•••', decisionNumber: '•••', decisionDay: '•••', housingNeed: '•••', validFrom: '2020-08-01' }],
      ['confirmMeritRecord', { confirmedBy: home.post, confirmedOn: '2026-09-08' }], ['updateMeritRecord', { housingNeed: '•••' }], ['updateMeritRecord', { validTo: '2026-09-07' }]]);
    expect((await readings()).map(({ post, purpose }) => [post, purpose])).toEqual([[officer.post, 'REVIEW'], [home.post, 'VERIFY_PERSON'], [home.post, 'VERIFY_PERSON'], [home.post, 'VERIFY_PERSON'],
      [home.post, 'PROVIDE_SUPPORT'], [officer.post, 'REVIEW']]);
  });
  it('is open once a person and kind, and in the right order of days', async () => {
    const row = await add(officer);
    expect(errorsOf(await write(leader, 'addMeritRecord', merit({ validFrom: '2021-01-01' })))).toEqual(['BAD_INPUT kind']);
    expect(await refusal(world, officer, 'addMeritRecord', merit({ kind: 'SICK_SOLDIER', validFrom: '2026-09-09', decisionDay: '2026-09-09', decisionNumber: 'x'.repeat(61) })))
      .toEqual(['BAD_INPUT decisionNumber', 'BAD_INPUT decisionDay', 'BAD_INPUT validFrom']);
    for (const validTo of ['2020-07-31', '2026-09-09']) expect(await refusal(world, officer, 'updateMeritRecord', { ...row, validTo, purpose: 'REVIEW' })).toEqual(['BAD_INPUT validTo']);
    await write(officer, 'updateMeritRecord', { ...row, validTo: '2026-09-07', purpose: 'REVIEW' });
    await add(officer, { validFrom: '2026-09-08' });
    expect(errorsOf(await write(officer, 'updateMeritRecord', { id: row.id, version: 2, validTo: null, purpose: 'REVIEW' }))).toEqual(['BAD_INPUT validTo']);
  });
  it('is entered by Sở Nội vụ for families of merit alone, also where it sees the person for another clause', async () => {
    expect(await refusal(world, home, 'addMeritRecord', merit())).toEqual(['NOT_FOUND member']);
    await world.admin.query("INSERT INTO support_need (household_id, kind, since) VALUES ($1, 'JOB', '2026-01-01')", [household.id]);
    expect((await home('query ($id: ID!) { member(id: $id) { fullName } }', { id: second })).data.member).toEqual({ fullName: 'Giàng Thị Nghiệm' });
    expect(await refusal(world, home, 'addMeritRecord', merit())).toEqual(['NOT_FOUND member']);
    await world.admin.query("INSERT INTO household_group (household_id, kind, since) VALUES ($1, 'MERIT', '2026-01-01')", [household.id]);
    expect(errorsOf(await write(home, 'addMeritRecord', merit()))).toEqual([]);
  });
});

describe('a sensitive record', () => {
  const writes = (): [string, object, string][] => [['saveHouseholdIdentity', paper(), 'member'], ['saveMemberHealth', health(), 'member'], ['recordIncome', income(), 'household'], ['addMeritRecord', merit(), 'member']];
  it('is not written by a post that may not open it, by a village head or by another portal, and nothing is logged as opened', async () => {
    for (const [operation, input, field] of writes()) {
      expect([operation, await refusal(world, plain, operation, input)]).toEqual([operation, [`NOT_ALLOWED_NOW ${field}`]]);
      expect([operation, await refusal(world, head, operation, input)]).toEqual([operation, ['403 FORBIDDEN']]);
      expect([operation, await refusal(world, await world.as.secretariat('thuong-truc', { role: 'LEADER', sensitive }), operation, input)]).toEqual([operation, ['403 FORBIDDEN']]);
    }
    expect(await readings()).toEqual([]);
  });
  it('of another commune is like none', async () => {
    for (const [operation, input, field] of writes()) for (const key of [null, 'x', '00000000-0000-4000-8000-000000000000'])
      expect([operation, await refusal(world, neighbour, operation, { ...input, ...(key && { [field]: key }) })]).toEqual([operation, [`NOT_FOUND ${field}`]]);
    expect(await readings()).toEqual([]);
  });
  it('is not written without a purpose', async () => {
    for (const [operation, input] of writes()) expect([operation, (await write(officer, operation, { ...input, purpose: undefined })).status]).toEqual([operation, 400]);
  });
});

describe('one person', () => {
  it('opened alone is read and logged alone', async () => {
    const { data } = await officer('query ($id: ID!) { member(id: $id) { fullName identity(purpose: ANSWER_SUBJECT) { idTail } } }', { id: second });
    expect(data.member).toEqual({ fullName: 'Giàng Thị Nghiệm', identity: { idTail: lastNumber(1).slice(-3) } });
    expect(await readings()).toEqual([opened(officer, 'HouseholdIdentity', 'ANSWER_SUBJECT', second)]);
    expect((await neighbour('query ($id: ID!) { member(id: $id) { fullName } }', { id: second })).data).toEqual({ member: null });
  });
});

describe('merit of a family that the commune has listed', () => {
  it('is entered by Sở Nội vụ before there is any record, and of no other family', async () => {
    const enter = (member: string) => write(home, 'addMeritRecord', { ...merit(), member, purpose: 'PROVIDE_SUPPORT' }, 'merit { kind }');
    expect(errorsOf(await enter(second))).toEqual(['NOT_FOUND member']);
    expect((await world.admin.query('SELECT count(*)::int AS count FROM merit_record WHERE member_id = $1', [second])).rows).toEqual([{ count: 0 }]);
    await world.admin.query("INSERT INTO household_group (household_id, kind, since) VALUES ($1, 'MERIT', '2026-09-01')", [household.id]);
    expect((await enter(second)).data.addMeritRecord).toMatchObject({ merit: { kind: 'WAR_INVALID' }, userErrors: [] });
  });
});
