import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, officer: Client, leader: Client, secretariat: Client, building: Client;
let id: string, first: string;

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  leader = await world.as.commune('02869', { role: 'LEADER' });
  secretariat = await world.as.secretariat('thuong-truc');
  building = await world.as.department('sxd');
  ({ rows: [{ id }] } = await world.admin.query<{ id: string }>("SELECT a.id::text FROM assignment a JOIN task t ON t.id = a.task_id WHERE t.code = 'III.8(4)' AND a.unit_id = $1", [officer.unitId]));
  ({ rows: [{ first }] } = await world.admin.query<{ first: string }>("SELECT m.id::text AS first FROM milestone m JOIN task t ON t.id = m.task_id WHERE t.code = 'III.8(4)' ORDER BY m.due_day LIMIT 1"));
});
/** The commune starts anew: nothing entered, nobody told. */
beforeEach(async () => {
  await world.admin.query('DELETE FROM notice');
  await world.admin.query('DELETE FROM progress_entry WHERE assignment_id = $1', [id]);
  await world.admin.query("UPDATE assignment SET extended_to = NULL, extension_reason = NULL, target_value = 20, valid_from = '2026-04-01', next_milestone_id = $2, next_kind = 'DATE', due_day = first_due_day, former_days = '{}' WHERE id = $1", [id, first]);
  await world.admin.query('SELECT refresh_assignment($1)', [id]);
  await world.admin.query('DELETE FROM assignment_change WHERE assignment_id = $1', [id]);
});
afterAll(() => world.stop());

const onEntry = 'progressEntry { id state done isSuperseded author { id } signedBy { id } supersedes { id } reasons { field reason } }';
interface Written { readonly id: string; readonly state: string }
const mutate = async (client: Client, operation: string, input: object, selection = onEntry): Promise<Written> => {
  const { data }: Answer = await client(`mutation ($input: ${operation[0]!.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { ${selection} userErrors { code field } } }`, { input });
  expect(data[operation].userErrors).toEqual([]);
  return data[operation].progressEntry ?? data[operation].comment;
};
const add = (client: Client, more: object = {}) => mutate(client, 'addProgressEntry', { assignment: id, asOfDay: '2026-09-01', done: 'Đã bàn giao 12 nhà.', quantity: 12, ...more });
const correct = (client: Client, entry: string, more: object = {}) => mutate(client, 'correctProgressEntry', { id: entry, asOfDay: '2026-09-02', done: 'Đã bàn giao 9 nhà.', quantity: 9, ...more });
const step = (client: Client, operation: string, entry: string, more: object = {}) => mutate(client, `${operation}ProgressEntry`, { id: entry, ...more });
const reasons = [{ field: 'QUANTITY', reason: 'Số nhà không khớp biên bản bàn giao.' }, { field: 'FILES', reason: 'Thiếu ảnh nhà đã xong.' }];
const giveBack = (client: Client, entry: string) => step(client, 'return', entry, { reasons });
const figures = 'quantity percent doneOn lastEntryDay draftCount submittedCount returnedCount dueDay extendedTo status';
const stands = async (client: Client = officer, selection = figures) => (await client(`query ($id: ID!) { assignment(id: $id) { ${selection} } }`, { id })).data.assignment;
/** Who was told what since the last look: kind, unit, and the post or the roles. */
const told = async (): Promise<unknown[]> => (await world.admin.query("WITH seen AS (DELETE FROM notice RETURNING *) SELECT n.kind, u.code, post_id::text AS post, roles, noun, assignment_id::text AS assignment FROM seen n JOIN unit u ON u.id = n.unit_id ORDER BY n.id")).rows
  .map(({ kind, code, post, roles, assignment }) => { expect(assignment).toBe(id); return [kind, code, post ?? roles.join(' ')]; });

describe('an entry', () => {
  it('goes from draft to the leader and, signed, to whoever reads it; each is told in turn', async () => {
    const draft = await add(officer);
    expect([draft.state, await stands()]).toEqual(['DRAFT', expect.objectContaining({ quantity: null, draftCount: 1, submittedCount: 0, returnedCount: 0 })]);
    expect(await told()).toEqual([]);
    expect(await step(officer, 'submit', draft.id)).toMatchObject({ id: draft.id, state: 'SUBMITTED', signedBy: null });
    expect(await stands()).toMatchObject({ quantity: null, draftCount: 1, submittedCount: 1 });
    expect(await told()).toEqual([['SUBMITTED', '02869', 'LEADER']]);
    for (const client of [secretariat, building]) expect(await stands(client, 'draftCount submittedCount entries { id } steps { kind }')).toEqual({ draftCount: 1, submittedCount: 1, entries: [], steps: [] });
    expect(await step(leader, 'sign', draft.id)).toMatchObject({ state: 'SIGNED', signedBy: { id: String(leader.post) } });
    expect(await stands()).toMatchObject({ quantity: 12, percent: 60, draftCount: 0, submittedCount: 0 });
    expect(await told()).toEqual([['SIGNED', '02869', String(officer.post)]]);
  });
  it('is handed to the leader with its writing when the input says so', async () => {
    expect(await add(officer, { send: true })).toMatchObject({ state: 'SUBMITTED' });
    expect([await told(), await stands(officer, 'steps { kind byName byUnit { code } note }')]).toEqual([[['SUBMITTED', '02869', 'LEADER']], { steps: [{ kind: 'SUBMITTED', byName: expect.any(String), byUnit: { code: '02869' }, note: null }] }]);
  });
  it('of a leader is signed with it, or kept as a draft that this leader signs later', async () => {
    expect(await add(leader)).toMatchObject({ state: 'SIGNED' });
    const draft = await add(leader, { send: false });
    expect(draft.state).toBe('DRAFT');
    expect(await step(leader, 'sign', draft.id)).toMatchObject({ state: 'SIGNED' });
    expect(await told()).toEqual([]);
  });
  it('is taken back by an officer while it waits', async () => {
    const draft = await add(officer, { send: true });
    expect(await step(officer, 'withdraw', draft.id)).toMatchObject({ state: 'DRAFT' });
    expect(await stands()).toMatchObject({ draftCount: 1, submittedCount: 0 });
  });
  it('is sent back by the leader with a note that its unit reads, and nobody else', async () => {
    const draft = await add(officer, { send: true });
    await told();
    expect(await step(leader, 'sendBack', draft.id, { note: 'Ghi rõ thôn nào.' })).toMatchObject({ state: 'DRAFT' });
    expect(await told()).toEqual([['SENT_BACK', '02869', 'LEADER'], ['SENT_BACK', '02869', String(officer.post)]]);
    expect((await stands(officer, 'steps { kind note entry { id } }')).steps).toEqual([{ kind: 'SUBMITTED', note: null, entry: { id: draft.id } }, { kind: 'SENT_BACK', note: 'Ghi rõ thôn nào.', entry: { id: draft.id } }]);
    for (const client of [secretariat, building]) expect(await stands(client, 'steps { kind } entries { id } draftCount')).toEqual({ steps: [], entries: [], draftCount: 1 });
  });
});

describe('an entry that is given back', () => {
  it.each(['the secretariat', 'a lead of the task'])('by %s counts for nothing, and stays with its reasons for all who read it', async who => {
    await add(leader, { quantity: 5, asOfDay: '2026-08-01' });
    const entry = await add(officer, { send: true });
    await step(leader, 'sign', entry.id);
    expect(await stands()).toMatchObject({ quantity: 12, percent: 60, lastEntryDay: '2026-09-01' });
    await told();
    const client = who === 'the secretariat' ? secretariat : building;
    expect(await giveBack(client, entry.id)).toMatchObject({ state: 'RETURNED', isSuperseded: false, reasons });
    expect(await told()).toEqual([['RETURNED', '02869', 'LEADER'], ['RETURNED', '02869', String(officer.post)]]);
    for (const reader of [officer, secretariat, building]) {
      expect(await stands(reader)).toMatchObject({ quantity: 5, percent: 25, lastEntryDay: '2026-08-01', returnedCount: 1, draftCount: 0 });
      const { entries, steps } = await stands(reader, 'entries { state reasons { field reason } } steps { kind byUnit { code } }');
      expect([entries[0], steps.at(-1)]).toEqual([{ state: 'RETURNED', reasons }, { kind: 'RETURNED', byUnit: { code: client.unit } }]);
    }
  });
  it('is corrected: first the unit\'s own draft, then in its place once the leader signs', async () => {
    const entry = await add(leader);
    await giveBack(building, entry.id);
    const draft = await correct(officer, entry.id);
    expect(draft).toMatchObject({ state: 'DRAFT', supersedes: { id: entry.id } });
    expect(await stands()).toMatchObject({ quantity: null, returnedCount: 1, draftCount: 1 });
    await step(officer, 'submit', draft.id);
    expect(await stands()).toMatchObject({ quantity: null, returnedCount: 0, submittedCount: 1 });
    const better = await correct(officer, draft.id, { quantity: 10, send: true });
    expect(await stands()).toMatchObject({ returnedCount: 0, submittedCount: 1, draftCount: 1 });
    expect((await stands(building, 'entries { id state isSuperseded }')).entries).toEqual([{ id: entry.id, state: 'RETURNED', isSuperseded: false }]);
    await told();
    await step(leader, 'sign', better.id);
    expect(await told()).toEqual([['SIGNED', '02869', String(officer.post)], ['COMPLETED', 'sxd', 'LEADER OFFICER']]);
    expect(await stands()).toMatchObject({ quantity: 10, percent: 50, returnedCount: 0, submittedCount: 0, draftCount: 0 });
    expect((await stands(building, 'entries { state isSuperseded }')).entries).toEqual([{ state: 'SIGNED', isSuperseded: false }, { state: 'RETURNED', isSuperseded: true }]);
  });
  it('opens the milestone that it completed, with the days that this one had', async () => {
    await world.admin.query("UPDATE assignment SET extended_to = '2026-09-30', extension_reason = 'Mưa lũ' WHERE id = $1", [id]);
    const entry = await add(leader, { milestone: first, isCompleted: true });
    expect(await stands(officer, 'nextMilestone { id } extendedTo')).toEqual({ nextMilestone: { id: expect.not.stringMatching(`^${first}$`) }, extendedTo: null });
    await giveBack(secretariat, entry.id);
    expect(await stands(officer, 'nextMilestone { id } dueDay extendedTo')).toEqual({ nextMilestone: { id: first }, dueDay: '2026-07-26', extendedTo: '2026-09-30' });
  });
});

describe('comments on an assignment', () => {
  const say = (client: Client, text: string) => mutate(client, 'addComment', { assignment: id, text }, 'comment { id text authorName unit { code } author { id } withdrawnAt }');
  const read = async (client: Client) => (await stands(client, 'comments { text unit { code } }')).comments.map((one: { text: string; unit: { code: string } }) => [one.unit.code, one.text]);
  beforeEach(() => world.admin.query('DELETE FROM assignment_comment'));

  it('are written by its unit, a lead of its task and the secretariat, and read by each of them in their order', async () => {
    await say(building, 'Đề nghị gửi kèm biên bản.');
    expect(await told()).toEqual([['COMMENTED', '02869', 'LEADER OFFICER']]);
    await say(officer, 'Xã sẽ gửi trong tuần.');
    await say(secretariat, 'Cơ quan Thường trực đã nắm.');
    const leads = (await world.admin.query("SELECT DISTINCT u.code, u.id FROM assignment a JOIN unit u ON u.id = a.unit_id JOIN task t ON t.id = a.task_id WHERE t.code = 'III.8(4)' AND a.role = 'LEAD' ORDER BY u.id")).rows.map(({ code }) => ['COMMENTED', code, 'LEADER OFFICER']);
    expect(await told()).toEqual([...leads, ['COMMENTED', '02869', 'LEADER OFFICER'], ['COMMENTED', 'sxd', 'LEADER OFFICER']]);
    for (const client of [officer, leader, building, secretariat]) expect(await read(client)).toEqual([['sxd', 'Đề nghị gửi kèm biên bản.'], ['02869', 'Xã sẽ gửi trong tuần.'], ['thuong-truc', 'Cơ quan Thường trực đã nắm.']]);
  });
  it('are taken back by their author on the same day, and stay without their words', async () => {
    const comment = await say(officer, 'Gửi nhầm.');
    expect(await mutate(officer, 'withdrawComment', { id: comment.id }, 'comment { id text withdrawnAt }')).toEqual({ id: comment.id, text: null, withdrawnAt: expect.any(String) });
    expect(await read(building)).toEqual([['02869', null]]);
    const { rows } = await world.admin.query("SELECT before, after FROM audit_line WHERE operation = 'withdrawComment'");
    expect(rows).toEqual([{ before: { text: 'Gửi nhầm.' }, after: { text: null } }]);
  });
});

describe('the story of an assignment', () => {
  it('is kept in its order, and reads alike for the unit, the lead and the secretariat but for what happens inside the unit', async () => {
    const entry = await add(officer, { send: true });
    await step(leader, 'sendBack', entry.id, { note: 'Xem lại số.' });
    await step(officer, 'submit', entry.id);
    await step(leader, 'sign', entry.id);
    await giveBack(building, entry.id);
    await mutate(secretariat, 'changeAssignment', { id, version: (await stands(officer, 'version')).version, dueDay: '2026-10-15' }, 'assignment { id }');
    const changes = [{ field: 'dueDay', before: '2026-07-26', after: '2026-10-15' }], ask = 'steps { kind byUnit { code } note } changes { field before after }';
    expect(await stands(officer, ask)).toEqual({ changes, steps: [
      { kind: 'SUBMITTED', byUnit: { code: '02869' }, note: null }, { kind: 'SENT_BACK', byUnit: { code: '02869' }, note: 'Xem lại số.' },
      { kind: 'SUBMITTED', byUnit: { code: '02869' }, note: null }, { kind: 'RETURNED', byUnit: { code: 'sxd' }, note: null },
    ] });
    for (const client of [building, secretariat]) expect(await stands(client, ask)).toEqual({ changes, steps: [{ kind: 'RETURNED', byUnit: { code: 'sxd' }, note: null }] });
  });
});
