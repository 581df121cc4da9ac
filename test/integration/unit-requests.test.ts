import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { onDay } from '../support/new-household.js';
import { refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';
import { errorsOf, messagesOf, trailOf, write } from '../support/writes.js';

let world: World, officer: Client, head: Client, secretariat: Client, clerk: Client, health: Client, building: Client;
let assignment: { id: string; task: string };

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  head = await world.as.commune('02869', { role: 'LEADER' });
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
  clerk = await world.as.secretariat('thuong-truc');
  health = await world.as.department('syt', { role: 'LEADER' });
  building = await world.as.department('sxd', { role: 'LEADER' });
  assignment = (await world.admin.query(`SELECT id::text, task_id::text AS task FROM assignment WHERE unit_id = $1 AND confirmed_on IS NOT NULL AND valid_to IS NULL AND done_on IS NULL
    AND coalesce(extended_to, due_day) BETWEEN '2026-09-01' AND '2026-12-15' ORDER BY id LIMIT 1`, [officer.unitId])).rows[0];
});
afterAll(() => world.stop());

interface Row { readonly id: string; readonly version: number }
const question = (more: object = {}) => ({ kind: 'RECOMMENDATION', toUnit: String(secretariat.unitId), subject: 'Cách tính nhân khẩu', text: 'Hộ có người đi làm xa tính thế nào?', ...more });
const rowOf = ({ data }: Answer): Row => (Object.values(data)[0] as { unitRequest: Row }).unitRequest;
const draft = async (more: object = {}, client = officer) => rowOf(await write(client, 'createUnitRequest', question(more), 'unitRequest { id version }'));
const act = (client: Client, operation: string, { id, version }: Row, more: object = {}, selection = '') => write(client, operation, { id, version, ...more }, `unitRequest { id version ${selection} }`);
const sent = async (more: object = {}) => rowOf(await act(head, 'sendUnitRequest', await draft(more)));
const shown = async (client: Client, { id }: Row, selection: string) => (await client(`query ($id: ID!) { unitRequest(id: $id) { ${selection} } }`, { id })).data.unitRequest;
const clock = 'daysGone daysLeft daysOver daysHeld isOverdue';
const at = (day: string, client: Client, row: Row, selection = clock) => onDay(world, day, () => shown(client, row, selection));

describe('a request between units', () => {
  it('is drafted by an officer, seen by nobody else, and sent by the leader with a number and a day', async () => {
    const row = await draft();
    expect(await shown(officer, row, 'state number dueDay sentOn daysGone author { id } unit { code } toUnit { code }')).toEqual(
      { state: 'DRAFT', number: null, dueDay: null, sentOn: null, daysGone: null, author: { id: String(officer.post) }, unit: { code: '02869' }, toUnit: { code: 'thuong-truc' } });
    expect(await shown(secretariat, row, 'id')).toBeNull();
    const { data } = await act(head, 'sendUnitRequest', row, {}, 'state number dueDay sentOn heldSince side steps { act day byName words unit { code } toUnit { code } daysHeld }');
    const number = data.sendUnitRequest.unitRequest.number as string;
    expect(data.sendUnitRequest).toEqual({ unitRequest: { id: row.id, version: 2, state: 'SENT', number: expect.stringMatching(/^KN-02869-2026-00\d$/), dueDay: '2026-09-18', sentOn: '2026-09-08', heldSince: '2026-09-08', side: 'OWED_TO_ME',
      steps: [{ act: 'SENT', day: '2026-09-08', byName: expect.any(String), words: null, unit: { code: '02869' }, toUnit: { code: 'thuong-truc' }, daysHeld: 0 }] }, userErrors: [], conflicts: [] });
    expect(await shown(secretariat, row, 'state side author { id }')).toEqual({ state: 'SENT', side: 'I_OWE', author: { id: String(officer.post) } });
    const next = rowOf(await act(head, 'sendUnitRequest', await draft({ kind: 'COORDINATION', toUnit: String(health.unitId) }), {}, 'number dueDay')) as Row & { number: string; dueDay: string };
    expect([next.number, next.dueDay]).toEqual([`PH-02869-2026-00${Number(number.at(-1)) + 1}`, '2026-09-17']); // seven working days from a Tuesday
    expect((await trailOf(world, row.id)).map(line => line.operation)).toEqual(['createUnitRequest', 'sendUnitRequest']);
    expect((await world.admin.query('SELECT kind, unit_id, roles, from_unit_id FROM notice WHERE row_id = $1', [row.id])).rows)
      .toEqual([{ kind: 'REQUEST_RECEIVED', unit_id: secretariat.unitId, roles: ['LEADER', 'OFFICER'], from_unit_id: officer.unitId }]);
  });
  it('is due on a working day: holidays are left out, a Saturday worked in place of one counts, a last day that is off moves on', async () => {
    const due = async (kind: string, day: string) => (await world.admin.query<{ due: string }>('SELECT unit_request_due($1, $2)::text AS due', [kind, day])).rows[0]!.due;
    expect(await due('EXTENSION', '2026-08-28')).toBe('2026-09-09'); // five after 31/8, 1/9 and 2/9
    expect(await due('EXTENSION', '2026-08-20')).toBe('2026-08-26'); // 22/8 is worked
    expect(await due('RECOMMENDATION', '2026-08-23')).toBe('2026-09-03'); // 2/9 is off
    expect(await due('RECOMMENDATION', '2026-09-09')).toBe('2026-09-21'); // a Saturday
    const { rows } = await world.admin.query("SELECT next_working_day('2026-02-14', 0)::text AS same, next_working_day('2026-02-13', 1)::text AS next, next_working_day('2026-09-08', 0)::text AS itself");
    expect(rows).toEqual([{ same: '2026-02-23', next: '2026-02-23', itself: '2026-09-08' }]);
  });
  it('runs its clock on both sides, to the day', async () => {
    const row = await sent();
    for (const client of [officer, secretariat]) {
      expect(await at('2026-09-08', client, row)).toEqual({ daysGone: 0, daysLeft: 10, daysOver: null, daysHeld: 0, isOverdue: false });
      expect(await at('2026-09-14', client, row)).toEqual({ daysGone: 6, daysLeft: 4, daysOver: null, daysHeld: 6, isOverdue: false });
      expect(await at('2026-09-18', client, row)).toEqual({ daysGone: 10, daysLeft: 0, daysOver: null, daysHeld: 10, isOverdue: false });
      expect(await at('2026-09-19', client, row)).toEqual({ daysGone: 11, daysLeft: null, daysOver: 1, daysHeld: 11, isOverdue: true });
    }
    await onDay(world, '2026-09-20', () => act(secretariat, 'answerUnitRequest', row, { answer: 'Tính theo nơi ở thực tế.' }));
    expect(await at('2026-10-01', officer, row, `${clock} state answer closedOn`)).toEqual({ daysGone: 12, daysLeft: null, daysOver: 2, daysHeld: null, isOverdue: false, state: 'ANSWERED', answer: 'Tính theo nơi ở thực tế.', closedOn: '2026-09-20' });
  });
  it('takes a later day for the answer, and says the rule for one too early', async () => {
    const early = await write(officer, 'createUnitRequest', question({ dueDay: '2026-09-17' }));
    expect([errorsOf(early), messagesOf(early)]).toEqual([['BAD_INPUT dueDay'],
      ['Hạn trả lời: 17/9/2026 quá sớm; theo quy định đơn vị nhận có 10 ngày, đến hết 18/9/2026. Chọn từ ngày 18/9/2026 hoặc để trống.']]);
    expect(errorsOf(await write(officer, 'createUnitRequest', question({ dueDay: '2026-12-31' })))).toEqual(['BAD_INPUT dueDay']);
    const row = await draft({ dueDay: '2026-09-20' });
    // What was fair when it was written is too early eleven days later.
    expect(await onDay(world, '2026-09-19', () => act(head, 'sendUnitRequest', row).then(errorsOf))).toEqual(['BAD_INPUT dueDay']);
    expect(rowOf(await act(head, 'sendUnitRequest', row, {}, 'dueDay'))).toMatchObject({ dueDay: '2026-09-20' });
  });
  it('keeps its clock when it is forwarded, shows both sides where it is, and counts each unit\'s own days', async () => {
    const row = await sent();
    const forwarded = rowOf(await onDay(world, '2026-09-12', () => act(secretariat, 'forwardUnitRequest', row, { toUnit: String(health.unitId), reason: 'Thuộc Sở Y tế' })));
    for (const client of [officer, secretariat, health]) expect(await at('2026-09-20', client, row, `${clock} state dueDay toUnit { code } steps { act words toUnit { code } daysHeld }`)).toEqual(
      { daysGone: 12, daysLeft: null, daysOver: 2, daysHeld: 8, isOverdue: true, state: 'FORWARDED', dueDay: '2026-09-18', toUnit: { code: 'syt' },
        steps: [{ act: 'SENT', words: null, toUnit: { code: 'thuong-truc' }, daysHeld: 4 }, { act: 'FORWARDED', words: 'Thuộc Sở Y tế', toUnit: { code: 'syt' }, daysHeld: 8 }] });
    expect(errorsOf(await act(secretariat, 'answerUnitRequest', forwarded, { answer: 'Trả lời thay' }))).toEqual(['NOT_ALLOWED_NOW id']);
    expect(rowOf(await act(health, 'answerUnitRequest', forwarded, { answer: 'Đã cấp thẻ' }, 'state'))).toMatchObject({ state: 'ANSWERED' });
    expect((await world.admin.query('SELECT n.kind, u.code FROM notice n JOIN unit u ON u.id = n.unit_id WHERE n.row_id = $1 ORDER BY n.id', [row.id])).rows).toEqual([
      { kind: 'REQUEST_RECEIVED', code: 'thuong-truc' }, { kind: 'REQUEST_RECEIVED', code: 'syt' }, { kind: 'REQUEST_FORWARDED', code: '02869' }, { kind: 'REQUEST_ANSWERED', code: '02869' }]);
    expect(errorsOf(await act(health, 'forwardUnitRequest', await sent({ toUnit: String(health.unitId) }), { toUnit: String(officer.unitId), reason: 'Gửi lại' }))).toEqual(['BAD_INPUT toUnit']);
  });
  it('is reopened once, with the reason and the days of the rule, and declined with the reason', async () => {
    const row = await sent();
    const declined = rowOf(await act(secretariat, 'declineUnitRequest', row, { reason: 'Không thuộc thẩm quyền' }, 'state answer'));
    expect(declined).toMatchObject({ state: 'DECLINED', answer: 'Không thuộc thẩm quyền' });
    expect(errorsOf(await act(head, 'reopenUnitRequest', declined, { reason: ' ' }))).toEqual(['BAD_INPUT reason']);
    const reopened = rowOf(await onDay(world, '2026-09-15', () => act(head, 'reopenUnitRequest', declined, { reason: 'Chưa thỏa đáng: việc này do tỉnh quyết' }, `state dueDay reopenedOn ${clock}`)));
    expect(reopened).toMatchObject({ state: 'REOPENED', dueDay: '2026-09-25', reopenedOn: '2026-09-15', daysGone: 7, daysLeft: 10, daysHeld: 0 });
    const again = rowOf(await act(secretariat, 'answerUnitRequest', reopened, { answer: 'Tỉnh sẽ hướng dẫn trong tháng 9.' }));
    expect(errorsOf(await act(head, 'reopenUnitRequest', again, { reason: 'Vẫn chưa' }))).toEqual(['NOT_ALLOWED_NOW id']);
  });
  it('is withdrawn while it waits, a draft thrown away without a number', async () => {
    const row = await sent(), withdrawn = rowOf(await act(head, 'withdrawUnitRequest', row, { reason: 'Đã có hướng dẫn' }, 'state closedOn daysLeft'));
    expect(withdrawn).toMatchObject({ state: 'WITHDRAWN', closedOn: '2026-09-08', daysLeft: null });
    expect(errorsOf(await act(secretariat, 'answerUnitRequest', withdrawn, { answer: 'Muộn' }))).toEqual(['NOT_ALLOWED_NOW id']);
    const thrown = rowOf(await act(officer, 'discardUnitRequest', await draft(), {}, 'state number steps { act }'));
    expect(thrown).toMatchObject({ state: 'WITHDRAWN', number: null, steps: [] });
    expect(await shown(secretariat, thrown, 'id')).toBeNull();
  });
  it('says everything that is wrong with a draft at once', async () => {
    const { answer } = await refused(world, () => write(officer, 'createUnitRequest', question({ toUnit: String(officer.unitId), subject: 'x'.repeat(201), text: ' ', assignment: '999999', askedDay: '2026-10-01' })));
    expect(errorsOf(answer).sort()).toEqual(['BAD_INPUT askedDay', 'BAD_INPUT subject', 'BAD_INPUT text', 'BAD_INPUT toUnit', 'NOT_FOUND assignment']);
    expect(errorsOf(await write(officer, 'createUnitRequest', question({ toUnit: '999999' })))).toEqual(['NOT_FOUND toUnit']);
    expect(errorsOf(await write(officer, 'createUnitRequest', question({ kind: 'EXTENSION' })))).toEqual(['BAD_INPUT assignment', 'BAD_INPUT askedDay']);
    expect(errorsOf(await write(clerk, 'createUnitRequest', question({ kind: 'EXTENSION', toUnit: String(health.unitId) })))).toContain('BAD_INPUT kind');
    const ended = (await world.admin.query('SELECT id::text FROM unit WHERE valid_to IS NOT NULL ORDER BY id LIMIT 1')).rows[0] as { id: string } | undefined;
    if (ended) expect(errorsOf(await write(officer, 'createUnitRequest', question({ toUnit: ended.id })))).toEqual(['NOT_FOUND toUnit']);
  });
  it('changes as a draft, and tells two writers of both values', async () => {
    const row = await draft();
    const changed = await act(officer, 'changeUnitRequest', row, question({ subject: 'Tiêu đề mới' }), 'subject');
    expect(rowOf(changed)).toMatchObject({ version: 2, subject: 'Tiêu đề mới' });
    expect((await act(head, 'changeUnitRequest', row, question({ subject: 'Tiêu đề khác' }), 'subject')).data.changeUnitRequest).toMatchObject(
      { unitRequest: { subject: 'Tiêu đề mới' }, userErrors: [{ code: 'CONFLICT', field: 'version' }], conflicts: [{ field: 'subject', yours: 'Tiêu đề khác', current: 'Tiêu đề mới' }] });
    const gone = rowOf(await act(head, 'sendUnitRequest', rowOf(changed)));
    expect(errorsOf(await act(officer, 'changeUnitRequest', gone, question()))).toEqual(['NOT_ALLOWED_NOW id']);
  });
});

describe('an answer', () => {
  it('is drafted within the unit and sent by its leader', async () => {
    const row = await sent();
    const save = (client: Client, answer: string, version?: number) => write(client, 'saveAnswerDraft', { request: row.id, outcome: 'ANSWERED', answer, ...(version && { version }) }, 'answerDraft { version answer }');
    expect((await save(clerk, 'Dự thảo một')).data.saveAnswerDraft).toMatchObject({ answerDraft: { version: 1, answer: 'Dự thảo một' }, userErrors: [] });
    expect((await save(secretariat, 'Dự thảo hai', 1)).data.saveAnswerDraft.answerDraft).toEqual({ version: 2, answer: 'Dự thảo hai' });
    expect((await save(clerk, 'Dự thảo ba')).data.saveAnswerDraft).toMatchObject({ userErrors: [{ code: 'CONFLICT' }], conflicts: [{ field: 'answer', yours: 'Dự thảo ba', current: 'Dự thảo hai' }, expect.anything()] });
    expect(await shown(secretariat, row, 'answerDrafts { answer author { id } }')).toEqual({ answerDrafts: [{ answer: 'Dự thảo hai', author: { id: String(secretariat.post) } }] });
    expect(await shown(head, row, 'answerDrafts { answer } answer')).toEqual({ answerDrafts: [], answer: null });
    expect(errorsOf(await save(head, 'Tự trả lời'))).toEqual(['NOT_ALLOWED_NOW request']);
  });
  it('given by two at once is one answer, and the second gets both values', async () => {
    const row = await sent(), other = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
    const answers = await Promise.all([[secretariat, 'Trả lời thứ nhất'], [other, 'Trả lời thứ hai']].map(([client, answer]) => act(client as Client, 'answerUnitRequest', row, { answer }, 'answer')));
    const payloads = answers.map(({ data }) => data.answerUnitRequest as { unitRequest: { answer: string }; userErrors: { code: string }[]; conflicts: object[] });
    const won = payloads.find(({ userErrors }) => userErrors.length === 0)!, lost = payloads.find(({ userErrors }) => userErrors.length > 0)!;
    expect(lost.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(lost.unitRequest.answer).toBe(won.unitRequest.answer);
    expect(lost.conflicts).toContainEqual({ field: 'answer', yours: won.unitRequest.answer === 'Trả lời thứ nhất' ? 'Trả lời thứ hai' : 'Trả lời thứ nhất', current: won.unitRequest.answer });
    expect((await world.admin.query("SELECT count(*)::int AS n FROM unit_request_step WHERE request_id = $1 AND act = 'ANSWERED'", [row.id])).rows).toEqual([{ n: 1 }]);
  });
});

describe('an extension', () => {
  const extension = (more: object = {}) => ({ kind: 'EXTENSION', assignment: assignment.id, askedDay: '2026-12-31', subject: 'Gia hạn', text: 'Mưa lũ làm chậm tiến độ', ...more });
  it('that is granted moves the assignment\'s day with the answer, and stands in its history', async () => {
    const row = rowOf(await act(head, 'sendUnitRequest', await draft(extension()), {}, 'number dueDay task { id } assignment { id }')) as Row & { number: string };
    expect(row).toMatchObject({ number: expect.stringMatching(/^GH-02869-2026-0\d\d$/), dueDay: '2026-09-15', task: { id: assignment.task }, assignment: { id: assignment.id } });
    expect(errorsOf(await act(secretariat, 'answerUnitRequest', row, { answer: 'Đồng ý' }))).toEqual(['BAD_INPUT grantedDay']);
    expect(errorsOf((await refused(world, () => act(secretariat, 'answerUnitRequest', row, { answer: ' ', grantedDay: '2026-12-20' }))).answer)).toEqual(['BAD_INPUT answer']);
    const granted = rowOf(await act(secretariat, 'answerUnitRequest', row, { answer: 'Đồng ý đến 20/12', grantedDay: '2026-12-20' }, 'state askedDay grantedDay'));
    expect(granted).toMatchObject({ state: 'ANSWERED', askedDay: '2026-12-31', grantedDay: '2026-12-20' });
    const { data } = await officer('query ($id: ID!) { assignment(id: $id) { extendedTo extensionReason changes { field after reason changedBy } } }', { id: assignment.id });
    const reason = `Theo ${row.number}: Đồng ý đến 20/12`;
    expect(data.assignment).toMatchObject({ extendedTo: '2026-12-20', extensionReason: reason });
    expect(data.assignment.changes[0]).toMatchObject({ field: 'extendedTo', after: '2026-12-20', reason });
    expect((await world.admin.query("SELECT noun FROM audit_line WHERE operation = 'answerUnitRequest' AND outcome = 'DONE' ORDER BY id DESC LIMIT 2")).rows).toEqual([{ noun: 'Assignment' }, { noun: 'UnitRequest' }]);
  });
  it('asks for a day after the one that holds, of an own assignment', async () => {
    expect(errorsOf(await write(officer, 'createUnitRequest', question(extension({ askedDay: '2026-09-01' }))))).toEqual(['BAD_INPUT askedDay']);
    expect(messagesOf((await refused(world, () => write(officer, 'createUnitRequest', question(extension({ askedDay: '2027-01-05' }))))).answer))
      .toEqual(['Xin gia hạn đến: 05/01/2027 quá xa; kế hoạch hoặc phân công chỉ kéo dài đến hết 31/12/2026. Chọn ngày đến hết 31/12/2026.']);
    const foreign = (await world.admin.query('SELECT id::text FROM assignment WHERE unit_id = $1 AND confirmed_on IS NOT NULL ORDER BY id LIMIT 1', [building.unitId])).rows[0] as { id: string };
    expect(errorsOf(await write(officer, 'createUnitRequest', question(extension({ assignment: foreign.id }))))).toEqual(['NOT_FOUND assignment']);
  });
  it('is not granted by a department, which hands it on or declines it', async () => {
    const row = await sent(extension({ toUnit: String(building.unitId) }));
    for (const grantedDay of ['2026-12-20', undefined])
      expect(errorsOf((await refused(world, () => act(building, 'answerUnitRequest', row, { answer: 'Đồng ý', ...(grantedDay && { grantedDay }) }))).answer)).toEqual(['NOT_ALLOWED_NOW grantedDay']);
    expect(rowOf(await act(building, 'forwardUnitRequest', row, { toUnit: String(secretariat.unitId), reason: 'Sở nhất trí' }, 'state'))).toMatchObject({ state: 'FORWARDED' });
  });
});

describe('who owes whom', () => {
  it('is one list for each unit by side, the most overdue first, and for the secretariat all', async () => {
    const list = async (client: Client, filter: string) => (await client(`{ unitRequests(first: 100, filter: { isOpen: { eq: true }, ${filter} }, order: [{ dueDay: ASC }]) { nodes { side isOverdue dueDay unit { code } toUnit { code } } totalCount { value } } }`)).data.unitRequests;
    const owed = await list(head, 'side: { eq: OWED_TO_ME }');
    expect(owed.nodes.every((row: { unit: { code: string } }) => row.unit.code === '02869')).toBe(true);
    expect(owed.nodes.map((row: { dueDay: string }) => row.dueDay)).toEqual(owed.nodes.map((row: { dueDay: string }) => row.dueDay).toSorted());
    expect((await list(head, 'side: { eq: OTHERS }')).totalCount).toEqual({ value: 0 });
    expect((await list(secretariat, 'side: { eq: OTHERS }')).nodes).toContainEqual({ side: 'OTHERS', isOverdue: true, dueDay: '2026-09-07', unit: { code: 'sxd' }, toUnit: { code: 'syt' } });
  });
  it('is counted for each unit, the secretariat among them', async () => {
    const { data } = await secretariat('{ requestDebts { unitCode isSecretariat open overdue oldestDays mostDaysOver } }');
    const own = data.requestDebts.find((row: { isSecretariat: boolean }) => row.isSecretariat);
    const { rows: [counted] } = await world.admin.query(`SELECT count(*)::int AS open, count(*) FILTER (WHERE due_day < '2026-09-08')::int AS overdue, max(date '2026-09-08' - held_since) AS "oldestDays", max(date '2026-09-08' - due_day) AS "mostDaysOver"
      FROM unit_request WHERE to_unit_id = $1 AND is_open`, [secretariat.unitId]);
    expect(own).toEqual({ unitCode: 'thuong-truc', isSecretariat: true, ...counted });
    expect(data.requestDebts[0]).toMatchObject({ unitCode: 'thuong-truc', mostDaysOver: 4 }); // asked on 25/8, due on 4/9
    const { data: seen } = await building('{ requestDebts { unitCode } }');
    expect(seen.requestDebts.map((row: { unitCode: string }) => row.unitCode)).toEqual(['syt', 'thuong-truc']); // asked of one, handed on to the other
  });
  it('is how long it may take, from rules with their source', async () => {
    const { data } = await officer('{ unitRequestRules { kind days countsWorkingDays mostDays validFrom earliestDueDay source } }');
    expect(data.unitRequestRules.map(({ source, ...rule }: { source: string }) => ({ ...rule, isSourced: source.length > 20 }))).toEqual([
      { kind: 'RECOMMENDATION', days: 10, countsWorkingDays: false, mostDays: 90, validFrom: '2026-01-01', earliestDueDay: '2026-09-18', isSourced: true },
      { kind: 'EXTENSION', days: 5, countsWorkingDays: true, mostDays: 30, validFrom: '2026-01-01', earliestDueDay: '2026-09-15', isSourced: true },
      { kind: 'COORDINATION', days: 7, countsWorkingDays: true, mostDays: 60, validFrom: '2026-01-01', earliestDueDay: '2026-09-17', isSourced: true },
    ]);
  });
});
