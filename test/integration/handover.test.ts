import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openWorld, type Client, type World } from '../support/world.js';

const sensitive = ['HouseholdIdentity', 'MemberHealth'];
const asked = 'query ($from: ID!, $to: ID!) { handoverPreview(from: $from, to: $to) { groups { noun count works { label dueDay } } missingNouns isTerritoryNarrower losesSigning hasNamesake userErrors { code field message } } }';
const given = `mutation ($input: HandOverInput!) { handOver(input: $input) { userErrors { code field } handover {
  id itemCount note fromPost { id validTo } toPost { id } madeBy { id } items { id noun rowId dueDay label assignment { id officer { id } } household { id officerInCharge } acceptedOn } } } }`;

let world: World, leader: Client, leaver: Client, taker: Client;
let households: string[], pairing: string, work: { id: number; label: string; due: string }[], draft: number, signed: number, batch: string, asks: { id: string; label: string }[], answering: string;

const nameOf = async (post: number): Promise<string> => (await world.admin.query<{ name: string }>('SELECT name FROM post WHERE id = $1', [post])).rows[0]!.name;

/** Two open assignments with a draft and a signed entry, two households in charge, an import that waits for its file; a question sent, another not
 * yet, a third that was answered, and a draft of the answer to what a department asked. */
async function giveWork(): Promise<void> {
  const { admin } = world, name = await nameOf(leaver.post);
  work = (await admin.query<{ id: number; label: string; due: string }>(`UPDATE assignment a SET officer_id = $1 FROM task t WHERE t.id = a.task_id AND a.id IN (SELECT id FROM assignment WHERE unit_id = $2 AND done_on IS NULL ORDER BY id LIMIT 2)
    RETURNING a.id, t.code || ' ' || t.title AS label, coalesce(a.extended_to, a.due_day)::text AS due`, [leaver.post, leaver.unitId])).rows;
  const entry = async (state: string) => (await admin.query<{ id: number }>(`INSERT INTO progress_entry (assignment_id, unit_id, as_of_day, done, author_id, state, signed_by_id, signed_on) VALUES ($1, $2, '2026-09-01', 'Đã làm', $3, $4, $5, $6) RETURNING id`,
    [work[0]!.id, leaver.unitId, leaver.post, state, state === 'SIGNED' ? leader.post : null, state === 'SIGNED' ? '2026-09-02' : null])).rows[0]!.id;
  draft = await entry('DRAFT');
  signed = await entry('SIGNED');
  households = (await admin.query<{ id: string }>('UPDATE household SET officer_in_charge = $1 WHERE id IN (SELECT id FROM household WHERE commune_id = $2 AND ended_on IS NULL ORDER BY code LIMIT 2) RETURNING id', [name, leaver.unitId])).rows.map(row => row.id).sort();
  batch = (await admin.query<{ id: string }>("INSERT INTO import_batch (unit_id, post_id, kind, file_name) VALUES ($1, $2, 'HOUSEHOLDS', 'ho-thang-9.xlsx') RETURNING id", [leaver.unitId, leaver.post])).rows[0]!.id;
  const ask = async (state: string, from = leaver.unitId, to = 'thuong-truc', author: number | null = leaver.post) => (await admin.query<{ id: string; label: string }>(`INSERT INTO unit_request (kind, unit_id, to_unit_id, subject, text, state, author_id, due_day, sent_on, held_since, closed_on, answer)
    SELECT 'RECOMMENDATION', $1, u.id, 'Vốn nhà ở ' || $2, 'Đề nghị cấp đủ vốn.', $2, $3, '2026-09-18', d, d, CASE $2 WHEN 'ANSWERED' THEN d END, CASE $2 WHEN 'ANSWERED' THEN 'Đã cấp.' END
      FROM unit u, (SELECT CASE WHEN $2 <> 'DRAFT' THEN '2026-09-02'::date END AS d) d WHERE u.code = $4 AND u.valid_to IS NULL
    RETURNING id, coalesce(number || ' ' || subject, 'Bản thảo soạn ngày ' || to_char(created_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY')) AS label`, [from, state, author, to])).rows[0]!;
  asks = [await ask('SENT'), await ask('DRAFT')];
  await ask('ANSWERED');
  const { rows: [department] } = await admin.query<{ id: number }>("SELECT id FROM unit WHERE code = 'sxd'");
  const asked = await ask('SENT', department!.id, '02869', null);
  answering = (await admin.query<{ id: string }>("INSERT INTO answer_draft (request_id, unit_id, outcome, answer, author_id) VALUES ($1, $2, 'ANSWERED', 'Xã đã rà soát.', $3) RETURNING id", [asked.id, leaver.unitId, leaver.post])).rows[0]!.id;
}

beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.stop());
beforeEach(async () => {
  leader = await world.as.commune('02869', { role: 'LEADER', sensitive });
  leaver = await world.as.commune('02869', { sensitive });
  taker = await world.as.commune('02869', { sensitive });
  await giveWork();
});

describe('a handover', () => {
  it('shows beforehand what will move, and writes nothing', async () => {
    const { data } = await leader(asked, { from: leaver.post, to: taker.post });
    const { groups, ...rest } = data.handoverPreview;
    expect(rest).toEqual({ missingNouns: [], isTerritoryNarrower: false, losesSigning: false, hasNamesake: false, userErrors: [] });
    expect(groups.map(({ noun, count }: { noun: string; count: number }) => [noun, count])).toEqual([['AnswerDraft', 1], ['Assignment', 2], ['Household', 2], ['ImportBatch', 1], ['ProgressEntry', 1], ['UnitRequest', 2]]);
    expect(groups[3].works).toEqual([{ label: 'ho-thang-9.xlsx', dueDay: null }]);
    expect((await world.admin.query('SELECT FROM handover')).rowCount).toBe(0);
  });

  it('moves everything open at once, ends the post and its sign-ins, tells the newcomer; what was signed keeps its author', async () => {
    const { data } = await leader(given, { input: { from: leaver.post, to: taker.post, note: 'Nghỉ hưu từ 09/9' } });
    expect(data.handOver.userErrors).toEqual([]);
    const { handover } = data.handOver;
    expect(handover).toMatchObject({ itemCount: 9, note: 'Nghỉ hưu từ 09/9', fromPost: { id: String(leaver.post), validTo: '2026-09-07' }, toPost: { id: String(taker.post) }, madeBy: { id: String(leader.post) } });
    const items = handover.items as { noun: string; rowId: string; dueDay: string | null; label: string | null; assignment: { id: string; officer: { id: string } } | null; household: { id: string; officerInCharge: string } | null }[];
    const of = (noun: string) => items.filter(item => item.noun === noun);
    expect(of('Assignment').map(({ rowId, dueDay, label, assignment }) => ({ rowId, dueDay, label, assignment })).sort((a, b) => Number(a.rowId) - Number(b.rowId)))
      .toEqual(work.map(({ id, label, due }) => ({ rowId: String(id), dueDay: due, label, assignment: { id: String(id), officer: { id: String(taker.post) } } })).sort((a, b) => Number(a.rowId) - Number(b.rowId)));
    expect(of('ProgressEntry').map(({ rowId }) => rowId)).toEqual([String(draft)]);
    expect(of('ImportBatch').map(({ rowId }) => rowId)).toEqual([batch]);
    expect(of('UnitRequest').map(({ rowId, label, dueDay }) => ({ rowId, label, dueDay }))).toEqual(expect.arrayContaining(asks.map(({ id, label }) => ({ rowId: id, label, dueDay: '2026-09-18' }))));
    expect([of('UnitRequest').length, of('AnswerDraft').map(({ rowId }) => rowId)]).toEqual([2, [answering]]);
    expect((await world.admin.query("SELECT state, author_id FROM unit_request WHERE unit_id = $1 AND author_id = ANY ($2) ORDER BY state", [leaver.unitId, [leaver.post, taker.post]])).rows)
      .toEqual([{ state: 'ANSWERED', author_id: leaver.post }, { state: 'DRAFT', author_id: taker.post }, { state: 'SENT', author_id: taker.post }]);
    const takerName = await nameOf(taker.post);
    expect(of('Household').map(({ household }) => household).sort((a, b) => (a!.id < b!.id ? -1 : 1))).toEqual(households.map(id => ({ id, officerInCharge: takerName })));
    const { rows } = await world.admin.query('SELECT id, author_id FROM progress_entry WHERE id = ANY ($1) ORDER BY id', [[draft, signed]]);
    expect(rows).toEqual([{ id: draft, author_id: taker.post }, { id: signed, author_id: leaver.post }]);
    expect((await leaver('{ viewer { name } }')).status).toBe(401);
    const { rows: notices } = await world.admin.query('SELECT kind, unit_id, post_id, noun, row_id FROM notice WHERE noun = $1 AND row_id = $2', ['Handover', handover.id]);
    expect(notices).toEqual([{ kind: 'HANDED_OVER', unit_id: leaver.unitId, post_id: taker.post, noun: 'Handover', row_id: handover.id }]);
  });

  it('leaves an audit line for each row that moved, with its holder before and after', async () => {
    const { data } = await leader(given, { input: { from: leaver.post, to: taker.post } });
    const { rows } = await world.admin.query(`SELECT noun, row_id, before, after, post_id FROM audit_line WHERE operation = 'handOver' AND (detail->>'handover' = $1 OR noun IN ('Post', 'Handover') AND row_id = ANY ($2)) ORDER BY noun, row_id`,
      [data.handOver.handover.id, [data.handOver.handover.id, String(leaver.post)]]);
    const [from, to] = [await nameOf(leaver.post), await nameOf(taker.post)], by = { post_id: leader.post };
    const expected = [
      ...[['AnswerDraft', answering], ...asks.map(({ id }) => ['UnitRequest', id])].map(([noun, row_id]) => ({ noun, row_id, before: { author: leaver.post }, after: { author: taker.post }, ...by })),
      ...work.map(({ id }) => ({ noun: 'Assignment', row_id: String(id), before: { officer: leaver.post }, after: { officer: taker.post }, ...by })),
      { noun: 'Handover', row_id: data.handOver.handover.id, before: null, after: { fromPost: leaver.post, toPost: taker.post, note: null }, ...by },
      ...households.map(id => ({ noun: 'Household', row_id: id, before: { officerInCharge: from }, after: { officerInCharge: to }, ...by })),
      { noun: 'ImportBatch', row_id: batch, before: { post: leaver.post }, after: { post: taker.post }, ...by },
      { noun: 'Post', row_id: String(leaver.post), before: { isHeld: true }, after: { isHeld: false }, ...by },
      { noun: 'ProgressEntry', row_id: String(draft), before: { author: leaver.post }, after: { author: taker.post }, ...by },
    ];
    const inOrder = (lines: { noun: string; row_id: string }[]) => [...lines].sort((a, b) => (`${a.noun} ${a.row_id}` < `${b.noun} ${b.row_id}` ? -1 : 1));
    expect(inOrder(rows)).toEqual(inOrder(expected));
  });

  it('is ticked off by the newcomer, line by line, and can be looked up by the unit later', async () => {
    const made = (await leader(given, { input: { from: leaver.post, to: taker.post } })).data.handOver.handover;
    const tick = 'mutation ($input: AcceptHandoverItemInput!) { acceptHandoverItem(input: $input) { handoverItem { id acceptedOn } userErrors { code } } }';
    const { data } = await taker(tick, { input: { id: made.items[0].id } });
    expect(data.acceptHandoverItem).toEqual({ handoverItem: { id: made.items[0].id, acceptedOn: '2026-09-08' }, userErrors: [] });
    const again = await leader('query ($id: ID!) { handover(id: $id) { items { acceptedOn } } handovers { id } }', { id: made.id });
    expect(again.data.handover.items.filter(({ acceptedOn }: { acceptedOn: string | null }) => acceptedOn)).toHaveLength(1);
    expect(again.data.handovers.map(({ id }: { id: string }) => id)).toContain(made.id);
  });

  it('names what the taker may not open, do or reach, and wants that to have been read', async () => {
    const narrow = await world.as.commune('02869', { role: 'VILLAGE_OFFICER', villages: ['02869001'] });
    const { data } = await leader(asked, { from: leaver.post, to: narrow.post });
    expect(data.handoverPreview).toMatchObject({ missingNouns: sensitive, isTerritoryNarrower: true, losesSigning: false, userErrors: [] });
    const refused = await leader(given, { input: { from: leaver.post, to: narrow.post } });
    expect(refused.data.handOver).toEqual({ handover: null, userErrors: [{ code: 'NOT_ALLOWED_NOW', field: 'isAcknowledged' }] });
    expect((await leaver('{ viewer { name } }')).status).toBe(200);
    const done = await leader(given, { input: { from: leaver.post, to: narrow.post, isAcknowledged: true } });
    expect(done.data.handOver).toMatchObject({ userErrors: [], handover: { itemCount: 9 } });
  });

  it('moves the pairings that name the leaver as the officer of a helping body', async () => {
    const [chief, from, to] = [await world.as.massOrganisation('lhpn', { role: 'LEADER' }), await world.as.massOrganisation('lhpn'), await world.as.massOrganisation('lhpn')];
    pairing = (await world.admin.query<{ id: string }>("UPDATE pairing SET officer = $1 WHERE id = (SELECT id FROM pairing WHERE helper_id = $2 AND state <> 'ENDED' ORDER BY id LIMIT 1) RETURNING id", [await nameOf(from.post), from.unitId])).rows[0]!.id;
    const { data } = await chief(given, { input: { from: from.post, to: to.post } });
    expect(data.handOver.handover.items.map(({ noun, rowId }: { noun: string; rowId: string }) => [noun, rowId])).toEqual([['Pairing', pairing]]);
    expect((await world.admin.query('SELECT officer FROM pairing WHERE id = $1', [pairing])).rows).toEqual([{ officer: await nameOf(to.post) }]);
  });
});
