import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { outcome, refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, officer: Client, leader: Client, colleague: Client, secretariat: Client, building: Client;
let id: string, milestones: { id: string; due: string; kind: string }[];

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  colleague = await world.as.commune('02869');
  leader = await world.as.commune('02869', { role: 'LEADER' });
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
  building = await world.as.department('sxd');
  ({ rows: [{ id }] } = await world.admin.query<{ id: string }>("SELECT a.id::text FROM assignment a JOIN task t ON t.id = a.task_id WHERE t.code = 'III.8(4)' AND a.unit_id = $1", [officer.unitId]));
  milestones = (await world.admin.query("SELECT m.id::text, due_day::text AS due, m.kind FROM milestone m JOIN task t ON t.id = m.task_id WHERE t.code = 'III.8(4)' ORDER BY due_day")).rows;
});
/** The commune starts anew: nothing entered, nothing acknowledged. */
beforeEach(async () => {
  await world.admin.query('DELETE FROM progress_entry WHERE assignment_id = $1', [id]);
  await world.admin.query("UPDATE assignment SET accepted_on = NULL, officer_id = NULL, percent = NULL, quantity = NULL, done_on = NULL, last_entry_day = NULL, draft_count = 0, extended_to = NULL, target_value = 20, valid_from = '2026-04-01', next_milestone_id = $2, next_kind = 'DATE', due_day = first_due_day WHERE id = $1", [id, milestones[0]!.id]);
});
afterAll(() => world.stop());

const assignment = 'version acceptedOn officer { id name } percent quantity doneOn lastEntryDay draftCount dueDay status statusRule nextMilestone { id } entries { id done state isSuperseded } changes { field before after }';
const read = async (client: Client = officer) => (await client(`query ($id: ID!) { assignment(id: $id) { ${assignment} } }`, { id })).data.assignment;
const mutate = (client: Client, operation: string, input: object, selection: string): Promise<Answer> =>
  client(`mutation ($input: ${operation[0]!.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { ${selection} userErrors { code field } conflicts { field yours current } } }`, { input });
const onEntry = 'progressEntry { id asOfDay done difficulty request quantity percent isCompleted state author { id } signedBy { id } supersedes { id } isSuperseded unit { code } }';
const add = (client: Client, more: object = {}) => mutate(client, 'addProgressEntry', { assignment: id, asOfDay: '2026-09-01', done: 'Đã bàn giao 5 nhà.', ...more }, onEntry);
const correct = (client: Client, entry: string, more: object = {}) => mutate(client, 'correctProgressEntry', { id: entry, asOfDay: '2026-09-01', done: 'Đã bàn giao 6 nhà.', ...more }, onEntry);
const sign = (client: Client, entry: string) => mutate(client, 'signProgressEntry', { id: entry }, onEntry);
/** Handed to the leader and signed. */
const send = async (entry: string): Promise<Answer> => { await mutate(colleague, 'submitProgressEntry', { id: entry }, onEntry); return sign(leader, entry); };
const added = async (client: Client, more: object = {}) => (await add(client, more)).data.addProgressEntry.progressEntry;
const errorsOf = ({ data }: Answer, operation: string) => data[operation].userErrors.map((e: { code: string; field: string }) => [e.code, e.field]);

describe('a unit\'s assignment', () => {
  it('is acknowledged once, as of today', async () => {
    const { version } = await read();
    const { data } = await mutate(officer, 'acceptAssignment', { id, version }, 'assignment { acceptedOn version }');
    expect(data.acceptAssignment).toEqual({ assignment: { acceptedOn: '2026-09-08', version: version + 1 }, userErrors: [], conflicts: [] });
    const again = await mutate(officer, 'acceptAssignment', { id, version }, 'assignment { acceptedOn }');
    expect(again.data.acceptAssignment).toEqual({ assignment: { acceptedOn: '2026-09-08' }, userErrors: [{ code: 'CONFLICT', field: 'version' }], conflicts: [{ field: 'acceptedOn', yours: '2026-09-08', current: '2026-09-08' }] });
  });
  it('is given by a leader to an officer of the unit and is then that officer\'s work', async () => {
    const give = (to: Client | null) => read().then(({ version }) => mutate(leader, 'assignOfficer', { id, version, officer: to && String(to.post) }, 'assignment { officer { id } }'));
    expect((await give(officer)).data.assignOfficer).toEqual({ assignment: { officer: { id: String(officer.post) } }, userErrors: [], conflicts: [] });
    const mine = (post: Client) => officer('query ($post: ID!) { assignments(first: 100, filter: { officer: { eq: $post } }) { nodes { id } totalCount { value } } }', { post: String(post.post) });
    expect((await mine(officer)).data.assignments.nodes).toEqual([{ id }]);
    expect((await mine(colleague)).data.assignments.nodes).toEqual([]);
    expect((await give(null)).data.assignOfficer.assignment).toEqual({ officer: null });
    const { answer } = await refused(world, () => give(building));
    expect(errorsOf(answer, 'assignOfficer')).toEqual([['NOT_FOUND', 'officer']]);
  });
  it('is given by no officer, and by nobody of another unit', async () => {
    const { version } = await read(), input = { id, version, officer: String(colleague.post) };
    const other = await world.as.commune('02647', { role: 'LEADER' }), lead = await world.as.department('sxd', { role: 'LEADER' });
    for (const client of [officer, secretariat]) expect(outcome((await refused(world, () => mutate(client, 'assignOfficer', input, ''))).answer)).toBe('403 FORBIDDEN');
    for (const client of [other, lead]) expect(errorsOf((await refused(world, () => mutate(client, 'assignOfficer', input, ''))).answer, 'assignOfficer')).toEqual([['NOT_FOUND', 'id']]);
  });
});

describe('an entry', () => {
  it('of an officer is a draft with every word and figure, and moves the assignment once it is signed', async () => {
    const entry = await added(officer, { quantity: 12, difficulty: 'Đường sạt lở', request: 'Cho mượn máy xúc' });
    expect(entry).toEqual({ id: entry.id, asOfDay: '2026-09-01', done: 'Đã bàn giao 5 nhà.', difficulty: 'Đường sạt lở', request: 'Cho mượn máy xúc', quantity: 12, percent: null, isCompleted: false, state: 'DRAFT',
      author: { id: String(officer.post) }, signedBy: null, supersedes: null, isSuperseded: false, unit: { code: '02869' } });
    expect(await read()).toMatchObject({ percent: null, quantity: null, lastEntryDay: null, draftCount: 1 });
    await send(entry.id);
    expect(await read()).toMatchObject({ percent: 60, quantity: 12, lastEntryDay: '2026-09-01', draftCount: 0, doneOn: null, entries: [{ id: entry.id, done: 'Đã bàn giao 5 nhà.', state: 'SIGNED', isSuperseded: false }] });
  });
  it('of a leader is signed with it', async () => {
    expect(await added(leader)).toMatchObject({ state: 'SIGNED', signedBy: { id: String(leader.post) }, author: { id: String(leader.post) } });
    expect((await read()).draftCount).toBe(0);
  });
  it('is seen as a draft by its unit only; of it others learn the number', async () => {
    const draft = await added(officer, { quantity: 19 });
    expect((await read(colleague)).entries.map((e: { id: string }) => e.id)).toEqual([draft.id]);
    for (const client of [secretariat, building]) expect(await read(client)).toMatchObject({ entries: [], draftCount: 1, quantity: null, percent: null, lastEntryDay: null });
    await send(draft.id);
    const signed = [{ id: draft.id, done: 'Đã bàn giao 5 nhà.', state: 'SIGNED', isSuperseded: false }];
    for (const client of [secretariat, building]) expect(await read(client)).toMatchObject({ entries: signed, draftCount: 0, quantity: 19, percent: 95 });
    for (const unit of ['snnmt', 'syt']) expect(await read(await world.as.department(unit))).toBeNull();
    expect(await read(await world.as.commune('02647'))).toBeNull();
  });
  it('is signed by a leader of its unit, once', async () => {
    const draft = await added(officer);
    const other = await world.as.commune('02647', { role: 'LEADER' });
    expect(outcome((await refused(world, () => sign(officer, draft.id))).answer)).toBe('403 FORBIDDEN');
    expect(errorsOf((await refused(world, () => sign(other, draft.id))).answer, 'signProgressEntry')).toEqual([['NOT_FOUND', 'id']]);
    expect(errorsOf((await refused(world, () => sign(leader, draft.id))).answer, 'signProgressEntry')).toEqual([['NOT_ALLOWED_NOW', 'id']]); // nobody has handed it over
    expect((await send(draft.id)).data.signProgressEntry.progressEntry).toMatchObject({ state: 'SIGNED', signedBy: { id: String(leader.post) }, author: { id: String(officer.post) } });
    expect(errorsOf((await refused(world, () => sign(leader, draft.id))).answer, 'signProgressEntry')).toEqual([['NOT_ALLOWED_NOW', 'id']]);
  });
  it('is not written for another unit, nor by the secretariat or a lead in a commune\'s name', async () => {
    for (const client of [await world.as.commune('02647'), building, await world.as.massOrganisation('lhpn')]) expect(errorsOf((await refused(world, () => add(client))).answer, 'addProgressEntry')).toEqual([['NOT_FOUND', 'assignment']]);
    expect(outcome((await refused(world, () => add(secretariat))).answer)).toBe('403 FORBIDDEN');
  });
  it.each<[string, object, string]>([['of another task', { milestone: '1' }, 'NOT_FOUND'], ['that is none', { milestone: 'x' }, 'NOT_FOUND'], ['left out though completed', { isCompleted: true }, 'BAD_INPUT']])('takes no milestone %s', async (_, more, code) => {
    expect(errorsOf((await refused(world, () => add(officer, more))).answer, 'addProgressEntry')).toEqual([[code, 'milestone']]);
  });
});

describe('a milestone', () => {
  it('that is completed makes room for the next, and the last one makes the assignment done', async () => {
    const [first, last] = milestones;
    expect(await read()).toMatchObject({ dueDay: '2026-07-26', status: 'LATE', statusRule: 'PAST_DUE' });
    const draft = await added(officer, { milestone: first!.id, isCompleted: true, quantity: 20, asOfDay: '2026-07-20' });
    expect(await read()).toMatchObject({ dueDay: '2026-07-26', status: 'LATE', statusRule: 'PAST_DUE' }); // nobody has signed it
    await send(draft.id);
    expect(await read()).toMatchObject({ dueDay: last!.due, doneOn: null, nextMilestone: { id: last!.id }, percent: 100, status: 'ON_TIME', statusRule: 'IN_TIME' });
    await add(leader, { milestone: last!.id, isCompleted: true, asOfDay: '2026-09-02' });
    expect(await read()).toMatchObject({ doneOn: '2026-09-02', status: 'DONE', statusRule: 'DONE', dueDay: last!.due });
  });
  it('that a correction no longer completes is open again, with its own day', async () => {
    const [first] = milestones, entry = await added(leader, { milestone: first!.id, isCompleted: true });
    expect(await read()).toMatchObject({ nextMilestone: { id: milestones[1]!.id } });
    await correct(leader, entry.id, { milestone: first!.id, isCompleted: false });
    expect(await read()).toMatchObject({ nextMilestone: { id: first!.id }, dueDay: '2026-07-26', status: 'LATE', statusRule: 'PAST_DUE' });
  });
});

describe('a correction', () => {
  it('of a draft is a new entry that stands at once; the first stays readable as history', async () => {
    const first = await added(officer, { quantity: 5 });
    const { data } = await correct(colleague, first.id, { quantity: 6 });
    expect(data.correctProgressEntry.progressEntry).toMatchObject({ done: 'Đã bàn giao 6 nhà.', quantity: 6, state: 'DRAFT', supersedes: { id: first.id }, author: { id: String(colleague.post) } });
    const now = await read();
    expect(now).toMatchObject({ quantity: null, draftCount: 1 });
    expect(now.entries.map((e: { done: string; isSuperseded: boolean }) => [e.done, e.isSuperseded])).toEqual([['Đã bàn giao 6 nhà.', false], ['Đã bàn giao 5 nhà.', true]]);
  });
  it('of two at once: one is kept, the other gets both values, and nothing is lost', async () => {
    const first = await added(officer, { quantity: 5 });
    const answers = await Promise.all([correct(officer, first.id, { quantity: 7, done: 'Bảy nhà' }), correct(colleague, first.id, { quantity: 8, done: 'Tám nhà' })]);
    const [kept, late] = answers.map(({ data }) => data.correctProgressEntry).sort((one, other) => one.userErrors.length - other.userErrors.length);
    const isSeven = kept.progressEntry.quantity === 7;
    expect(late.userErrors).toEqual([{ code: 'CONFLICT', field: 'id' }]);
    expect(late.progressEntry).toEqual(kept.progressEntry);
    expect(late.conflicts).toEqual([{ field: 'done', yours: isSeven ? 'Tám nhà' : 'Bảy nhà', current: isSeven ? 'Bảy nhà' : 'Tám nhà' }, { field: 'quantity', yours: isSeven ? '8' : '7', current: isSeven ? '7' : '8' }]);
    expect((await read()).entries.map((e: { isSuperseded: boolean }) => e.isSuperseded)).toEqual([false, true]);
  });
  it('follows corrections to the last one, which is what may be corrected next', async () => {
    const first = await added(officer), second = (await correct(officer, first.id, { done: 'Lần hai' })).data.correctProgressEntry.progressEntry;
    const third = (await correct(officer, second.id, { done: 'Lần ba' })).data.correctProgressEntry.progressEntry;
    const { answer } = await refused(world, () => correct(officer, first.id, { done: 'Lần bốn' }));
    expect(answer.data.correctProgressEntry).toMatchObject({ progressEntry: { id: third.id }, userErrors: [{ code: 'CONFLICT', field: 'id' }], conflicts: [{ field: 'done', yours: 'Lần bốn', current: 'Lần ba' }] });
  });
  it('of an entry that was signed is a draft again, and until it is signed others see what was signed', async () => {
    const signed = await added(leader, { quantity: 5 });
    const draft = (await correct(officer, signed.id, { quantity: 9 })).data.correctProgressEntry.progressEntry;
    const seen = async () => { const { quantity, draftCount, entries } = await read(secretariat); return [quantity, draftCount, entries.map((e: { done: string; isSuperseded: boolean }) => [e.done, e.isSuperseded])]; };
    expect(await seen()).toEqual([5, 1, [['Đã bàn giao 5 nhà.', false]]]);
    await send(draft.id);
    expect(await seen()).toEqual([9, 0, [['Đã bàn giao 6 nhà.', false], ['Đã bàn giao 5 nhà.', true]]]);
  });
  it('is not for another unit or a lead who may read the entry', async () => {
    const signed = await added(leader);
    for (const client of [building, await world.as.commune('02647')]) expect(errorsOf((await refused(world, () => correct(client, signed.id))).answer, 'correctProgressEntry')).toEqual([['NOT_FOUND', 'id']]);
    expect(outcome((await refused(world, () => correct(secretariat, signed.id))).answer)).toBe('403 FORBIDDEN');
  });
});
