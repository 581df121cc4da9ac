import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { outcome, refused, userErrors } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World;
let officer: Client, leader: Client, otherLeader: Client, secretariat: Client, lead: Client, coLead: Client, stranger: Client;
let id: string, ownOfLead: string, draft: string, submitted: string, signed: string, leadsOwn: string;

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  leader = await world.as.commune('02869', { role: 'LEADER' });
  otherLeader = await world.as.commune('02647', { role: 'LEADER' });
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
  lead = await world.as.department('sxd', { role: 'LEADER' });
  coLead = await world.as.department('snv', { role: 'LEADER' });
  stranger = await world.as.department('syt', { role: 'LEADER' });
  const assignmentOf = async (unit: number) => (await world.admin.query<{ id: string }>("SELECT a.id::text FROM assignment a JOIN task t ON t.id = a.task_id WHERE t.code = 'III.8(4)' AND a.unit_id = $1", [unit])).rows[0]!.id;
  id = await assignmentOf(officer.unitId);
  ownOfLead = await assignmentOf(lead.unitId);
});
/** One entry of the commune in each state, and one signed by the lead for its own part. */
beforeEach(async () => {
  await world.admin.query('DELETE FROM progress_entry WHERE assignment_id = ANY ($1::int[])', [[id, ownOfLead]]);
  [draft, submitted, signed, leadsOwn] = await Promise.all([
    add(officer, id), add(officer, id, { send: true }), add(leader, id), add(lead, ownOfLead),
  ]) as [string, string, string, string];
});
afterAll(() => world.stop());

const run = (client: Client, operation: string, input: object) =>
  client(`mutation ($input: ${operation[0]!.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { userErrors { code field } } }`, { input });
const add = async (client: Client, assignment: string, more: object = {}): Promise<string> => (await client(
  'mutation ($input: AddProgressEntryInput!) { addProgressEntry(input: $input) { progressEntry { id } userErrors { code } } }',
  { input: { assignment, asOfDay: '2026-09-01', done: 'Đã bàn giao 5 nhà.', ...more } })).data.addProgressEntry.progressEntry.id;
const reasons = [{ field: 'DONE', reason: 'Chưa rõ kết quả.' }];
/** Refused with nothing changed and one line in the trail, of who tried. */
async function expectRefused(client: Client, operation: string, input: object, expected: string): Promise<void> {
  const { answer, trail } = await refused(world, () => run(client, operation, input));
  expect([client.unit, operation, answer.errors ? outcome(answer) : userErrors(answer).join(' ')]).toEqual([client.unit, operation, expected]);
  expect(trail).toMatchObject([{ operation, outcome: 'REFUSED', unit_id: client.unitId }]);
}

describe('an entry that waits for signature', () => {
  it('is signed by no officer, no other unit\'s leader, no lead and not the secretariat', async () => {
    await expectRefused(officer, 'signProgressEntry', { id: submitted }, '403 FORBIDDEN');
    await expectRefused(secretariat, 'signProgressEntry', { id: submitted }, '403 FORBIDDEN');
    for (const client of [otherLeader, lead]) await expectRefused(client, 'signProgressEntry', { id: submitted }, 'NOT_FOUND');
  });
  it('is sent back by no officer and taken back by no other unit', async () => {
    await expectRefused(officer, 'sendBackProgressEntry', { id: submitted, note: 'x' }, '403 FORBIDDEN');
    for (const operation of ['withdrawProgressEntry', 'submitProgressEntry']) await expectRefused(otherLeader, operation, { id: submitted }, 'NOT_FOUND');
    await expectRefused(otherLeader, 'sendBackProgressEntry', { id: submitted, note: 'x' }, 'NOT_FOUND');
  });
  it('is not given back from outside: whoever would may not even know of it', async () => {
    for (const client of [secretariat, lead, stranger]) for (const entry of [draft, submitted]) await expectRefused(client, 'returnProgressEntry', { id: entry, reasons }, 'NOT_FOUND');
  });
});

describe('an entry that several move at the same moment', () => {
  it('takes one step, with one line of it and its notices once: signed by one of three leaders, or sent back, or withdrawn', async () => {
    const leaders = [leader, await world.as.commune('02869', { role: 'LEADER' }), await world.as.commune('02869', { role: 'LEADER' })];
    const answers = await Promise.all([...leaders.flatMap(one => [run(one, 'signProgressEntry', { id: submitted }), run(one, 'sendBackProgressEntry', { id: submitted, note: 'Sửa lại.' })]), run(officer, 'withdrawProgressEntry', { id: submitted })]);
    expect(answers.map(answer => userErrors(answer).join()).sort()).toEqual(['', ...Array.from({ length: 6 }, () => 'NOT_ALLOWED_NOW')]);
    const { rows: done } = await world.admin.query<{ operation: string }>("SELECT operation FROM audit_line WHERE noun = 'ProgressEntry' AND row_id = $1 AND outcome = 'DONE' AND operation <> 'addProgressEntry'", [submitted]);
    const { rows: told } = await world.admin.query<{ most: number }>("SELECT coalesce(max(n), 0)::int AS most FROM (SELECT count(*) AS n FROM notice WHERE noun = 'ProgressEntry' AND row_id = $1 GROUP BY kind, post_id, roles) x", [submitted]);
    expect([done.length, told[0]!.most]).toEqual([1, 1]);
  });
});

describe('an officer\'s draft', () => {
  it('is not signed before it was handed over, nor sent or taken back', async () => {
    await expectRefused(leader, 'signProgressEntry', { id: draft }, 'NOT_ALLOWED_NOW');
    await expectRefused(leader, 'sendBackProgressEntry', { id: draft, note: 'Ghi rõ.' }, 'NOT_ALLOWED_NOW');
    await expectRefused(officer, 'withdrawProgressEntry', { id: draft }, 'NOT_ALLOWED_NOW');
  });
});

describe('a signed entry', () => {
  it('is never edited: it is not submitted, withdrawn, sent back or signed again, and no role may update its row', async () => {
    for (const [client, operation] of [[officer, 'submitProgressEntry'], [officer, 'withdrawProgressEntry'], [leader, 'signProgressEntry']] as const) await expectRefused(client, operation, { id: signed }, 'NOT_ALLOWED_NOW');
    await expectRefused(leader, 'sendBackProgressEntry', { id: signed, note: 'Ghi rõ.' }, 'NOT_ALLOWED_NOW');
    for (const kind of ['secretariat', 'department', 'commune', 'mass_organisation']) for (const table of ['progress_entry', 'entry_step', 'entry_return', 'assignment_comment']) {
      const { rows } = await world.admin.query<{ may: boolean }>('SELECT has_any_column_privilege($1, $2, \'UPDATE\') OR has_table_privilege($1, $2, \'DELETE\') AS may', [`portal_${kind}`, table]);
      expect([kind, table, rows]).toEqual([kind, table, [{ may: false }]]);
    }
  });
  it('is given back by no coordinator, no fellow lead for its own part, no other department and no officer of its own unit', async () => {
    await expectRefused(otherLeader, 'returnProgressEntry', { id: signed, reasons }, '403 FORBIDDEN');
    await expectRefused(officer, 'returnProgressEntry', { id: signed, reasons }, '403 FORBIDDEN');
    await expectRefused(stranger, 'returnProgressEntry', { id: signed, reasons }, 'NOT_FOUND');
    for (const client of [lead, coLead]) await expectRefused(client, 'returnProgressEntry', { id: leadsOwn, reasons }, 'NOT_FOUND');
    await expectRefused(await world.as.department('sxd', { role: 'VIEWER' }), 'returnProgressEntry', { id: signed, reasons }, '403 FORBIDDEN');
  });
  it.each<[string, object[], string]>([
    ['without a reason', [], 'BAD_INPUT'], ['with an empty reason', [{ field: 'DONE', reason: ' ' }], 'BAD_INPUT'], ['with one field twice', [...reasons, ...reasons], 'BAD_INPUT'],
    ['with a reason too long', [{ field: 'DONE', reason: 'a'.repeat(1001) }], 'BAD_INPUT'], ['on a field that there is none', [{ field: 'AUTHOR', reason: 'x' }], '400 BAD_USER_INPUT'],
  ])('is not given back %s', async (_, given, expected) => {
    const { answer } = await refused(world, () => run(lead, 'returnProgressEntry', { id: signed, reasons: given }));
    expect(answer.errors ? outcome(answer) : userErrors(answer).join(' ')).toBe(expected);
  });
  it('is given back once, and not when a correction has taken its place', async () => {
    expect(userErrors(await run(lead, 'returnProgressEntry', { id: signed, reasons }))).toEqual([]);
    await expectRefused(secretariat, 'returnProgressEntry', { id: signed, reasons }, 'NOT_ALLOWED_NOW');
    expect(userErrors(await run(leader, 'correctProgressEntry', { id: signed, asOfDay: '2026-09-01', done: 'Bốn nhà.' }))).toEqual([]);
    await expectRefused(secretariat, 'returnProgressEntry', { id: signed, reasons }, 'NOT_ALLOWED_NOW');
  });
  it('of two who give it back at once goes back once', async () => {
    const answers = await Promise.all([lead, secretariat].map(client => run(client, 'returnProgressEntry', { id: signed, reasons: [{ field: 'DONE', reason: client.unit }] })));
    expect(answers.map(answer => userErrors(answer).join()).sort()).toEqual(['', 'NOT_ALLOWED_NOW']);
    const { rows } = await world.admin.query("SELECT (SELECT count(*)::int FROM entry_return WHERE entry_id = $1) AS reasons, (SELECT count(*)::int FROM entry_step WHERE entry_id = $1 AND kind = 'RETURNED') AS steps", [signed]);
    expect(rows).toEqual([{ reasons: 1, steps: 1 }]);
  });
});

describe('words about an assignment', () => {
  const say = (client: Client, text = 'Xin hỏi.') => ['addComment', { assignment: id, text }] as const;
  it('are not written by a unit that has no say on it, nor by a post that only reads', async () => {
    for (const client of [otherLeader, stranger, await world.as.massOrganisation('lhpn')]) await expectRefused(client, ...say(client), 'NOT_FOUND');
    // A coordinating unit sees the lead's assignment and still has no say there.
    await expectRefused(leader, 'addComment', { assignment: ownOfLead, text: 'Xin hỏi.' }, 'NOT_FOUND');
    await expectRefused(await world.as.commune('02869', { role: 'VIEWER' }), ...say(officer), '403 FORBIDDEN');
    for (const text of ['  ', 'a'.repeat(2001)]) await expectRefused(officer, ...say(officer, text), 'BAD_INPUT');
  });
  it('are read by nobody who does not read the unit\'s signed entries', async () => {
    await run(lead, ...say(lead, 'Chuyện giữa Sở và xã.'));
    for (const client of [otherLeader, stranger]) expect((await client('query ($id: ID!) { assignment(id: $id) { comments { text } } }', { id })).data).toEqual({ assignment: null });
    await run(lead, 'addComment', { assignment: ownOfLead, text: 'Chuyện của Sở.' });
    expect((await leader('query ($id: ID!) { assignment(id: $id) { comments { text } steps { kind } } }', { id: ownOfLead })).data).toEqual({ assignment: { comments: [], steps: [] } });
  });
  it('are taken back by nobody else, not on another day, and not twice', async () => {
    const { data } = await officer('mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } userErrors { code } } }', { input: { assignment: id, text: 'Gửi nhầm.' } });
    const comment = data.addComment.comment.id as string;
    for (const client of [leader, lead, otherLeader, secretariat]) await expectRefused(client, 'withdrawComment', { id: comment }, 'NOT_FOUND');
    await world.admin.query("UPDATE assignment_comment SET written_on = written_on - 1 WHERE id = $1", [comment]);
    await expectRefused(officer, 'withdrawComment', { id: comment }, 'NOT_ALLOWED_NOW');
    await world.admin.query("UPDATE assignment_comment SET written_on = written_on + 1 WHERE id = $1", [comment]);
    expect(userErrors(await run(officer, 'withdrawComment', { id: comment }))).toEqual([]);
    await expectRefused(officer, 'withdrawComment', { id: comment }, 'NOT_ALLOWED_NOW');
  });
});
