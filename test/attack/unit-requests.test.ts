import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { outcome, refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';
import { refusal, write } from '../support/writes.js';

let world: World, officer: Client, head: Client, secretariat: Client, clerk: Client, health: Client, stranger: Client, otherCommune: Client, parent: Client;

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  head = await world.as.commune('02869', { role: 'LEADER' });
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
  clerk = await world.as.secretariat('thuong-truc');
  health = await world.as.department('syt', { role: 'LEADER' });
  stranger = await world.as.department('sxd', { role: 'LEADER' });
  otherCommune = await world.as.commune('02647', { role: 'LEADER' });
  parent = await world.as.massOrganisation('mttq', { role: 'LEADER' });
});
afterAll(() => world.stop());

interface Row { readonly id: string; readonly version: number }
const random = { id: '00000000-0000-4000-8000-000000000000', version: 1 };
const rowOf = ({ data }: Answer): Row => (Object.values(data)[0] as { unitRequest: Row }).unitRequest;
const ask = async (client: Client, more: object = {}) => rowOf(await write(client, 'createUnitRequest', { kind: 'RECOMMENDATION', toUnit: String(secretariat.unitId), subject: 'Việc riêng của xã', text: 'Nội dung riêng', ...more }, 'unitRequest { id version }'));
const send = async (client: Client, row: Row) => rowOf(await write(client, 'sendUnitRequest', row, 'unitRequest { id version }'));
const seen = (client: Client, { id }: Row) => client('query ($id: ID!) { unitRequest(id: $id) { subject steps { words } answerDrafts { answer } } unitRequests(first: 100, filter: { id: { eq: $id } }) { nodes { id } totalCount { value } } }', { id });
const nothing = { unitRequest: null, unitRequests: { nodes: [], totalCount: { value: 0 } } };

/** Each step as it would be right but for who takes it. */
const steps = (to: Client): Readonly<Record<string, object>> => ({
  sendUnitRequest: {}, discardUnitRequest: {}, withdrawUnitRequest: { reason: 'x' }, reopenUnitRequest: { reason: 'x' }, answerUnitRequest: { answer: 'x' }, declineUnitRequest: { reason: 'x' },
  forwardUnitRequest: { toUnit: String(to.unitId), reason: 'x' },
});

describe('a request of others', () => {
  let draft: Row, sent: Row;
  beforeEach(async () => { draft = await ask(officer); sent = await send(head, await ask(officer)); });

  it('is seen by its two sides and the secretariat, a draft by its own unit alone; nobody else has even its count', async () => {
    for (const client of [officer, head]) expect((await seen(client, draft)).data.unitRequests.totalCount.value).toBe(1);
    for (const client of [secretariat, clerk, health, stranger, otherCommune, parent]) expect([client.unit, (await seen(client, draft)).data]).toEqual([client.unit, nothing]);
    for (const client of [officer, secretariat]) expect((await seen(client, sent)).data.unitRequests.totalCount.value).toBe(1);
    for (const client of [health, stranger, otherCommune, parent]) expect([client.unit, (await seen(client, sent)).data]).toEqual([client.unit, nothing]);
    const before = (await stranger('{ requestDebts { unitCode open overdue } }')).text;
    await send(head, await ask(officer));
    expect((await stranger('{ requestDebts { unitCode open overdue } }')).text).toBe(before);
  });
  it('is seen by those it was forwarded to and from, and by a parent of either side', async () => {
    const forwarded = rowOf(await write(secretariat, 'forwardUnitRequest', { ...sent, toUnit: String(health.unitId), reason: 'Chuyên ngành' }, 'unitRequest { id version }'));
    for (const client of [officer, secretariat, health]) expect((await seen(client, forwarded)).data.unitRequest.steps).toHaveLength(2);
    const child = (await world.admin.query("SELECT code FROM unit WHERE parent_id = $1 AND valid_to IS NULL ORDER BY id LIMIT 1", [parent.unitId])).rows[0] as { code: string };
    const committee = await world.as.massOrganisation(child.code, { role: 'LEADER' }), own = await ask(committee);
    expect((await seen(parent, own)).data).toEqual(nothing);
    expect((await seen(parent, await send(committee, own))).data.unitRequest.subject).toBe('Việc riêng của xã');
    expect(await refusal(world, parent, 'withdrawUnitRequest', { id: own.id, version: 2 })).toEqual(['NOT_ALLOWED_NOW id']);
  });
  it.each(Object.keys(steps({ unitId: 0 } as Client)))('is not moved by %s of a third unit, for which it is as a random id', async operation => {
    for (const [row, client] of [[draft, stranger], [sent, otherCommune]] as const) {
      const input = (of: Row) => ({ ...of, ...steps(health)[operation] });
      const [known, unknown] = [await refused(world, () => write(client, operation, input(row))), await refused(world, () => write(client, operation, input(random)))];
      expect(known.answer.text).toBe(unknown.answer.text);
      expect(known.trail).toMatchObject([{ operation, outcome: 'REFUSED', unit_id: client.unitId }]);
    }
  });
  it('is not sent, answered, declined, forwarded, withdrawn or reopened by an officer of either side', async () => {
    for (const [client, row, operation] of [[officer, draft, 'sendUnitRequest'], [officer, sent, 'withdrawUnitRequest'], [officer, sent, 'reopenUnitRequest'], [clerk, sent, 'answerUnitRequest'], [clerk, sent, 'declineUnitRequest'], [clerk, sent, 'forwardUnitRequest']] as const)
      expect([operation, await refusal(world, client, operation, { ...row, ...steps(health)[operation] })]).toEqual([operation, ['403 FORBIDDEN']]);
    for (const role of ['VIEWER', 'VILLAGE_OFFICER', 'ACCOUNT_ADMINISTRATOR'] as const) {
      const reader = await world.as.commune('02869', { role });
      expect(await refusal(world, reader, 'createUnitRequest', { kind: 'RECOMMENDATION', toUnit: String(health.unitId), subject: 'x', text: 'x' })).toEqual(['403 FORBIDDEN']);
    }
  });
  it('is not answered by who asked, nor withdrawn or sent by who was asked', async () => {
    for (const operation of ['answerUnitRequest', 'declineUnitRequest', 'forwardUnitRequest'])
      expect([operation, await refusal(world, head, operation, { ...sent, ...steps(health)[operation] })]).toEqual([operation, ['NOT_ALLOWED_NOW id']]);
    expect(await refusal(world, head, 'saveAnswerDraft', { request: sent.id, outcome: 'ANSWERED', answer: 'Tự trả lời' })).toEqual(['NOT_ALLOWED_NOW request']);
    for (const operation of ['withdrawUnitRequest', 'reopenUnitRequest', 'sendUnitRequest', 'discardUnitRequest'])
      expect([operation, await refusal(world, secretariat, operation, { ...sent, ...steps(health)[operation] })]).toEqual([operation, ['NOT_ALLOWED_NOW id']]);
    expect(await refusal(world, clerk, 'changeUnitRequest', { ...sent, kind: 'RECOMMENDATION', toUnit: String(health.unitId), subject: 'Đổi', text: 'Đổi' })).toEqual(['NOT_ALLOWED_NOW id']);
    expect(await refusal(world, clerk, 'changeUnitRequest', { ...draft, kind: 'RECOMMENDATION', toUnit: String(health.unitId), subject: 'Đổi', text: 'Đổi' })).toEqual(['NOT_FOUND id']);
  });
  it('has no answer in the making for who waits for it', async () => {
    await write(clerk, 'saveAnswerDraft', { request: sent.id, outcome: 'DECLINED', answer: 'Định từ chối' });
    expect((await seen(secretariat, sent)).data.unitRequest.answerDrafts).toEqual([{ answer: 'Định từ chối' }]);
    expect((await seen(head, sent)).data.unitRequest.answerDrafts).toEqual([]);
    expect(await refusal(world, stranger, 'saveAnswerDraft', { request: sent.id, outcome: 'ANSWERED', answer: 'Chen vào' })).toEqual(['NOT_FOUND request']);
    await write(secretariat, 'forwardUnitRequest', { ...sent, toUnit: String(health.unitId), reason: 'Chuyên ngành' });
    expect((await seen(health, sent)).data.unitRequest.answerDrafts).toEqual([]);
    expect(await refusal(world, clerk, 'saveAnswerDraft', { request: sent.id, version: 1, outcome: 'ANSWERED', answer: 'Đã chuyển mà vẫn soạn' })).toEqual(['NOT_ALLOWED_NOW request']);
  });
});

describe('a request that several move at the same moment', () => {
  it('takes one step: answered, declined, forwarded or withdrawn; the others have both values and change nothing', async () => {
    const { id, version } = await send(head, await ask(officer));
    const answers = await Promise.all([write(secretariat, 'answerUnitRequest', { id, version, answer: 'Đồng ý' }), write(secretariat, 'declineUnitRequest', { id, version, reason: 'Không' }),
      write(secretariat, 'forwardUnitRequest', { id, version, toUnit: String(health.unitId), reason: 'Chuyên ngành' }), write(head, 'withdrawUnitRequest', { id, version, reason: 'Đã xong' })]);
    const codes = answers.map(({ data }) => (Object.values(data)[0] as { userErrors: { code: string }[] }).userErrors.map(({ code }) => code).join());
    expect(codes.sort()).toEqual(['', 'CONFLICT', 'CONFLICT', 'CONFLICT']);
    const { rows } = await world.admin.query("SELECT r.version, (SELECT count(*)::int FROM unit_request_step s WHERE s.request_id = r.id) AS steps, (SELECT count(*)::int FROM audit_line l WHERE l.row_id = r.id::text AND l.outcome = 'DONE' AND l.operation NOT IN ('createUnitRequest', 'sendUnitRequest')) AS lines FROM unit_request r WHERE r.id = $1", [id]);
    expect(rows).toEqual([{ version: version + 1, steps: 2, lines: 1 }]);
  });
});

describe('a granted day', () => {
  it('comes from the secretariat alone, and of an own assignment alone', async () => {
    const { rows: [own] } = await world.admin.query<{ id: string; extended: string | null }>(`SELECT id::text, extended_to::text AS extended FROM assignment WHERE unit_id = $1 AND confirmed_on IS NOT NULL AND valid_to IS NULL AND done_on IS NULL
      AND coalesce(extended_to, due_day) < '2026-12-15' ORDER BY id LIMIT 1`, [officer.unitId]);
    const asked = { kind: 'EXTENSION', assignment: own!.id, askedDay: '2026-12-31' }, row = await send(head, await ask(officer, { ...asked, toUnit: String(health.unitId) }));
    for (const grantedDay of ['2026-12-31', null]) expect(await refusal(world, health, 'answerUnitRequest', { ...row, answer: 'Đồng ý', grantedDay })).toEqual(['NOT_ALLOWED_NOW grantedDay']);
    expect(await refusal(world, health, 'saveAnswerDraft', { request: row.id, outcome: 'ANSWERED', answer: 'Đồng ý', grantedDay: '2026-12-31' })).toEqual(['NOT_ALLOWED_NOW grantedDay']);
    expect(await refusal(world, stranger, 'createUnitRequest', { ...asked, toUnit: String(secretariat.unitId), subject: 'x', text: 'x' })).toEqual(['NOT_FOUND assignment']);
    const plain = await send(head, await ask(officer));
    expect(await refusal(world, secretariat, 'answerUnitRequest', { ...plain, answer: 'Đồng ý', grantedDay: '2026-12-31' })).toEqual(['BAD_INPUT grantedDay']);
  });
});

describe('the database by itself', () => {
  const as = async (client: Client, kind: string, sql: string, values: unknown[] = []): Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }> => {
    await world.admin.query('BEGIN');
    try {
      await world.admin.query("SELECT set_config('role', $1, true), set_config('app.units', $2, true), set_config('app.post', $3, true), set_config('app.today', '2026-09-08', true)", [`portal_${kind}`, `{${client.unitId}}`, String(client.post)]);
      return await world.admin.query(sql, values);
    } finally { await world.admin.query('ROLLBACK'); }
  };
  const move = (client: Client, kind: string, { id, version }: Row, act: string, granted: string | null = null) => as(client, kind, "SELECT move_unit_request($1, $2, $3, 'x', $4, $5) AS taken", [id, version, act, health.unitId, granted]).then(({ rows }) => rows[0]!.taken);
  it('takes no step of a third unit, none of the asker\'s for who was asked, and no grant of a department', async () => {
    const draft = await ask(officer), sent = await send(head, await ask(officer));
    for (const act of ['SENT', 'ANSWERED', 'DECLINED', 'FORWARDED', 'WITHDRAWN', 'REOPENED', 'DRAFT', 'NONSENSE']) for (const row of [draft, sent]) expect([act, await move(stranger, 'department', row, act)]).toEqual([act, false]);
    for (const act of ['ANSWERED', 'DECLINED', 'FORWARDED', 'REOPENED', 'SENT']) expect([act, await move(head, 'commune', sent, act)]).toEqual([act, false]);
    for (const act of ['WITHDRAWN', 'REOPENED', 'SENT']) expect([act, await move(secretariat, 'secretariat', sent, act)]).toEqual([act, false]);
    expect(await move(secretariat, 'secretariat', { ...sent, version: 1 }, 'ANSWERED')).toBe(false);
    expect(await move(secretariat, 'secretariat', sent, 'ANSWERED')).toBe(true);
  });
  it('lets nobody write what was sent, a step, a rule, or under another\'s name', async () => {
    const sent = await send(head, await ask(officer)), draft = await ask(officer);
    expect((await as(head, 'commune', "UPDATE unit_request SET subject = 'x' WHERE id = $1", [sent.id])).rowCount).toBe(0);
    expect((await as(secretariat, 'secretariat', "UPDATE unit_request SET subject = 'x' WHERE id = ANY ($1)", [[sent.id, draft.id]])).rowCount).toBe(0);
    for (const column of ['state', 'answer', 'granted_day', 'sent_on', 'number', 'unit_id']) await expect(as(head, 'commune', `UPDATE unit_request SET ${column} = NULL WHERE id = $1`, [draft.id])).rejects.toThrow(/permission denied/);
    await expect(as(stranger, 'department', "INSERT INTO unit_request (kind, unit_id, to_unit_id, subject, text) VALUES ('RECOMMENDATION', $1, $2, 'x', 'x')", [officer.unitId, secretariat.unitId])).rejects.toThrow(/row-level security/);
    await expect(as(stranger, 'department', "INSERT INTO answer_draft (request_id, unit_id, outcome, answer) VALUES ($1, $2, 'ANSWERED', 'x')", [sent.id, stranger.unitId])).rejects.toThrow(/row-level security/);
    for (const table of ['unit_request_step', 'unit_request_rule']) await expect(as(secretariat, 'secretariat', `DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
  });
});

describe('an operation that is none of theirs', () => {
  it('is refused to guests', async () => {
    const { answer } = await refused(world, () => world.as.guest('{ unitRequests(first: 1) { nodes { id } } }'));
    expect(outcome(answer)).toMatch(/^401/);
  });
});
