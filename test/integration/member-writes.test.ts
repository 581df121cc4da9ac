import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newHousehold, type NewHousehold } from '../support/new-household.js';
import { openWorld, type Client, type World } from '../support/world.js';
import { errorsOf, messagesOf, refusal, trailOf, write } from '../support/writes.js';

let world: World, officer: Client, leader: Client, head: Client, neighbour: Client, household: NewHousehold, first: string, second: string;

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  leader = await world.as.commune('02869', { role: 'LEADER' });
  head = await world.as.commune('02869', { role: 'VILLAGE_OFFICER', villages: ['02869003'] });
  neighbour = await world.as.commune('02647');
});
beforeEach(async () => {
  household = await newHousehold(world.admin);
  [first, second] = household.members as [string, string];
});
afterAll(() => world.stop());

const person = (more: object = {}) => ({ household: household.id, fullName: 'Thào Thị Bé', birthYear: 2015, sex: 'FEMALE', ethnicity: '08', ...more });
const update = (client: Client, id: string, more: object, selection = 'member { version }') => write(client, 'updateMember', { id, version: 1, ...more }, selection);
const family = async () => (await officer('query ($id: ID!) { household(id: $id) { version headName memberCount workerCount childCount members { fullName isHead relation residence } } }', { id: household.id })).data.household;

describe('a member', () => {
  it('new to a household counts from then on, and has a line in the trail', async () => {
    const { data } = await write(officer, 'addMember', person({ birthDate: '2015-06-01', relation: 'Con gái' }), 'member { id version fullName birthYear birthDate sex relation residence isHead household { memberCount childCount } }');
    const { id, ...row } = data.addMember.member;
    expect([row, data.addMember.userErrors]).toEqual([{ version: 1, fullName: 'Thào Thị Bé', birthYear: 2015, birthDate: '2015-06-01', sex: 'FEMALE', relation: 'Con gái', residence: 'PRESENT', isHead: false,
      household: { memberCount: 3, childCount: 1 } }, []]);
    expect(await trailOf(world, id)).toEqual([{ operation: 'addMember', noun: 'Member', before: null, after: { household: household.id, fullName: 'Thào Thị Bé', birthYear: 2015, birthDate: '2015-06-01', sex: 'FEMALE',
      relation: 'Con gái', ethnicity: '•••', residence: 'PRESENT', isHead: false } }]);
    expect((await family()).version).toBe(1);
  });
  it('has one space between the words of the name, however it was typed', async () => {
    const { data } = await write(officer, 'addMember', person({ fullName: ' Thào \u00a0Thị\t Bé ' }), 'member { fullName }');
    expect(data.addMember).toMatchObject({ member: { fullName: 'Thào Thị Bé' }, userErrors: [] });
  });
  it('is refused with every mistake at once, and into another\'s household', async () => {
    expect(await refusal(world, officer, 'addMember', person({ fullName: '', birthYear: 1899, birthDate: '2026-09-09', sex: '', ethnicity: '99', residence: 'DEAD' })))
      .toEqual(['BAD_INPUT birthYear', 'BAD_INPUT fullName', 'BAD_INPUT sex', 'BAD_INPUT birthDate', 'NOT_FOUND ethnicity', 'BAD_INPUT residence']);
    const answer = await write(officer, 'addMember', person({ birthDate: '2016-06-01' }));
    expect(messagesOf(answer)).toEqual(['Ngày sinh: không khớp năm sinh 2015. Sửa ngày sinh hoặc năm sinh.']);
    for (const id of [household.id, 'x']) expect(await refusal(world, neighbour, 'addMember', person({ household: id }))).toEqual(['NOT_FOUND household']);
    expect(await refusal(world, head, 'addMember', person())).toEqual(['NOT_FOUND household']);
    expect(await refusal(world, await world.as.department('snv'), 'addMember', person())).toEqual(['403 FORBIDDEN']);
  });
  it('who leaves or dies stays on record and counts no more', async () => {
    expect((await update(officer, second, { residence: 'DEAD' }, 'member { version residence }')).data.updateMember.member).toEqual({ version: 2, residence: 'DEAD' });
    expect(await family()).toEqual({ version: 1, headName: 'Thào A Thử', memberCount: 1, workerCount: 1, childCount: 0,
      members: [{ fullName: 'Thào A Thử', isHead: true, relation: null, residence: 'PRESENT' }, { fullName: 'Giàng Thị Nghiệm', isHead: false, relation: null, residence: 'DEAD' }] });
    expect(await refusal(world, officer, 'updateMember', { id: second, version: 2, isHead: true })).toEqual(['BAD_INPUT isHead']);
    await update(officer, second, { version: 2, residence: 'PRESENT' });
    expect((await family()).memberCount).toBe(2);
  });
  it('who is the head leaves only after another has become it', async () => {
    for (const [wish, field] of [[{ residence: 'LEFT' }, 'residence'], [{ isHead: false }, 'isHead']] as const) expect(await refusal(world, officer, 'updateMember', { id: first, version: 1, ...wish })).toEqual([`BAD_INPUT ${field}`]);
    await world.admin.query("UPDATE member SET relation = 'Chủ hộ' WHERE id = $1", [first]);
    await update(officer, second, { isHead: true });
    await update(officer, first, { version: 3, residence: 'LEFT' });
    expect(await family()).toMatchObject({ headName: 'Giàng Thị Nghiệm', memberCount: 1,
      members: [{ fullName: 'Giàng Thị Nghiệm', isHead: true, relation: 'Chủ hộ', residence: 'PRESENT' }, { fullName: 'Thào A Thử', isHead: false, relation: null, residence: 'LEFT' }] });
    expect((await trailOf(world, first)).map(({ after }) => after)).toEqual([{ isHead: false, relation: null }, { residence: 'LEFT' }]);
    expect((await trailOf(world, second)).map(({ after }) => after)).toEqual([{ isHead: true, relation: 'Chủ hộ' }]);
  });
  it('takes the place of the head one after another when two do so at once', async () => {
    const { data: { addMember: { member: third } } } = await write(officer, 'addMember', person({ birthYear: 1992 }), 'member { id }');
    const answers = await Promise.all([update(officer, second, { isHead: true }), update(leader, third.id, { isHead: true }), write(officer, 'updateHousehold', { id: household.id, version: 1, note: 'x' })]);
    expect(answers.map(answer => answer.errors)).toEqual([undefined, undefined, undefined]);
    expect((await world.admin.query('SELECT count(*)::int AS n FROM member WHERE household_id = $1 AND is_head', [household.id])).rows).toEqual([{ n: 1 }]);
  });
  it('renamed as the head renames the household', async () => {
    await update(officer, first, { fullName: 'Thào A Mới', birthYear: 1986 });
    expect(await family()).toMatchObject({ version: 2, headName: 'Thào A Mới' });
  });
  it('changed meanwhile gives both values back', async () => {
    await update(leader, second, { relation: 'Vợ', residence: 'AWAY' });
    const { data } = await update(officer, second, { relation: 'Em', residence: 'AWAY', isHead: true }, 'member { version relation }');
    expect(data.updateMember).toMatchObject({ member: { version: 2, relation: 'Vợ' }, userErrors: [{ code: 'CONFLICT', field: 'version' }],
      conflicts: [{ field: 'relation', yours: 'Em', current: 'Vợ' }, { field: 'isHead', yours: 'true', current: 'false' }] });
    expect(await family()).toMatchObject({ headName: 'Thào A Thử' });
  });
  it('is changed with every mistake named at once, and by its own commune and village alone', async () => {
    expect(await refusal(world, officer, 'updateMember', { id: second, version: 1, fullName: null, birthYear: null, sex: null, ethnicity: null, residence: null }))
      .toEqual(['BAD_INPUT birthYear', 'BAD_INPUT residence', 'BAD_INPUT fullName', 'BAD_INPUT sex', 'BAD_INPUT ethnicity']);
    await update(officer, second, { birthDate: '1990-05-05' });
    expect(await refusal(world, officer, 'updateMember', { id: second, version: 2, birthYear: 1991 })).toEqual(['BAD_INPUT birthDate']);
    for (const client of [neighbour, head]) expect(await refusal(world, client, 'updateMember', { id: second, version: 2, relation: 'x' })).toEqual(['NOT_FOUND id']);
    expect(await refusal(world, officer, 'updateMember', { id: 'x', version: 1 })).toEqual(['NOT_FOUND id']);
  });
});

describe('what is known of a member', () => {
  const parts: [string, string, object, object][] = [
    ['saveMemberLabour', 'labour', { status: 'UNEMPLOYED', trainedLevel: 'NONE', occupation: 'Làm nương' }, { status: 'WORKING' }],
    ['saveMemberSchooling', 'schooling', { attending: false, level: 'PRIMARY', reason: 'Xa trường' }, { attending: true, reason: null }],
    ['saveMemberInsurance', 'insurance', { hasCard: true, validTo: '2027-01-01' }, { hasCard: false, validTo: null }],
  ];
  it.each(parts)('%s: entered, changed, met by another', async (operation, field, values, change) => {
    const selection = `${field} { version asOf ${Object.keys(values).join(' ')} }`, save = (client: Client, more: object) => write(client, operation, { member: second, asOf: '2026-09-01', ...values, ...more }, selection);
    expect((await save(officer, {})).data[operation]).toEqual({ [field]: { version: 1, asOf: '2026-09-01', ...values }, userErrors: [], conflicts: [] });
    expect((await save(leader, { version: 1, ...change })).data[operation][field]).toEqual({ version: 2, asOf: '2026-09-01', ...values, ...change });
    const { data } = await save(officer, { version: 1 });
    expect(data[operation]).toMatchObject({ [field]: { version: 2, ...change }, userErrors: [{ code: 'CONFLICT', field: 'version' }] });
    expect(data[operation].conflicts.map((one: { field: string }) => one.field).sort()).toEqual(Object.keys(change).sort());
    expect(errorsOf(await save(officer, { version: null }))).toEqual(['CONFLICT version']);
    expect((await trailOf(world, second)).map(line => [line.operation, line.before, line.after])).toEqual([
      [operation, null, { member: second, asOf: '2026-09-01', ...values }], [operation, Object.fromEntries(Object.keys(change).map(key => [key, (values as Record<string, unknown>)[key]])), change]]);
  });
  it.each(parts)('%s: not of another\'s member, nor of a day to come', async (operation, _field, values) => {
    for (const client of [neighbour, head]) expect(await refusal(world, client, operation, { member: second, asOf: '2026-09-01', ...values })).toEqual(['NOT_FOUND member']);
    expect(await refusal(world, officer, operation, { member: second, asOf: '2026-09-09', ...values })).toEqual(['BAD_INPUT asOf']);
    expect(await refusal(world, await world.as.department('snv'), operation, { member: second, asOf: '2026-09-01', ...values })).toEqual(['403 FORBIDDEN']);
  });
  it('says nothing that contradicts itself', async () => {
    expect(await refusal(world, officer, 'saveMemberSchooling', { member: second, asOf: '2026-09-01', attending: true, level: 'PRIMARY', reason: 'Xa trường' })).toEqual(['BAD_INPUT reason']);
    expect(await refusal(world, officer, 'saveMemberInsurance', { member: second, asOf: '2026-09-01', hasCard: false, validTo: '2027-01-01' })).toEqual(['BAD_INPUT validTo']);
    const { data: { addMember: { member } } } = await write(officer, 'addMember', person({ birthYear: 2025 }), 'member { id }');
    expect(await refusal(world, officer, 'saveMemberInsurance', { member: member.id, asOf: '2024-12-31', hasCard: true })).toEqual(['BAD_INPUT asOf']);
  });
  it('stays where it is not sent, and goes where it no longer fits', async () => {
    const labour = { member: second, asOf: '2026-09-01', status: 'WORKING', trainedLevel: 'NONE' }, school = { member: second, asOf: '2026-09-01', level: 'PRIMARY' };
    await write(officer, 'saveMemberLabour', { ...labour, occupation: 'Làm nương' });
    expect((await write(officer, 'saveMemberLabour', { ...labour, version: 1, status: 'UNEMPLOYED' }, 'labour { status occupation }')).data.saveMemberLabour.labour).toEqual({ status: 'UNEMPLOYED', occupation: 'Làm nương' });
    await write(officer, 'saveMemberSchooling', { ...school, attending: false, reason: 'Xa trường' });
    await write(officer, 'saveMemberSchooling', { ...school, version: 1, attending: false, level: 'NONE' });
    const reason = async () => (await officer('query ($id: ID!) { member(id: $id) { schooling { attending reason } } }', { id: second })).data.member.schooling;
    expect(await reason()).toEqual({ attending: false, reason: 'Xa trường' });
    await write(officer, 'saveMemberSchooling', { ...school, version: 2, attending: true });
    expect(await reason()).toEqual({ attending: true, reason: null });
  });
  it('lists people by it', async () => {
    await write(officer, 'saveMemberLabour', { member: second, asOf: '2026-09-01', status: 'UNEMPLOYED', trainedLevel: 'NONE' });
    await write(officer, 'saveMemberSchooling', { member: second, asOf: '2026-09-01', attending: false, level: 'NONE' });
    await write(officer, 'saveMemberInsurance', { member: first, asOf: '2026-09-01', hasCard: false });
    const list = async (filter: object) => (await officer('query ($filter: MemberFilter) { members(filter: $filter, first: 100, order: [{ birthYear: ASC }]) { nodes { id } } }',
      { filter: { household: { id: { eq: household.id } }, ...filter } })).data.members.nodes.map((node: { id: string }) => node.id);
    expect(await list({})).toEqual([first, second]);
    expect(await list({ labour: { status: { eq: 'UNEMPLOYED' }, trainedLevel: { in: ['NONE'] } } })).toEqual([second]);
    expect(await list({ schooling: { attending: { eq: false } }, birthYear: { lte: 1990 } })).toEqual([second]);
    expect(await list({ insurance: { hasCard: { eq: false } } })).toEqual([first]);
    expect(await list({ isHead: { eq: true }, residence: { eq: 'PRESENT' } })).toEqual([first]);
  });
});
