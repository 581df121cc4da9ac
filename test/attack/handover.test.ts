import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Client, type World } from '../support/world.js';

const handOver = 'mutation ($input: HandOverInput!) { handOver(input: $input) { handover { id } userErrors { code field message } } }';
const preview = 'query ($from: ID!, $to: ID!) { handoverPreview(from: $from, to: $to) { groups { noun count } userErrors { code field message } } }';

let world: World, leader: Client, leaver: Client, taker: Client, foreign: Client;

/** All that a handover writes, and the trail's lines of things that were done. */
async function state(): Promise<unknown> {
  const { rows } = await world.admin.query(`SELECT (SELECT json_agg(p ORDER BY p.id) FROM post p) AS posts, (SELECT count(*) FROM handover) AS handovers, (SELECT count(*) FROM handover_item) AS items,
    (SELECT json_agg(a.officer_id ORDER BY a.id) FROM assignment a) AS officers, (SELECT count(*) FROM sign_in WHERE revoked_at IS NOT NULL) AS revoked, (SELECT count(*) FROM notice) AS notices,
    (SELECT count(*) FROM audit_line WHERE outcome = 'DONE') AS done`);
  return rows[0];
}
async function expectNothingChanged<T>(work: () => Promise<T>): Promise<T> {
  const before = await state(), result = await work();
  expect(await state()).toEqual(before);
  return result;
}

beforeAll(async () => {
  world = await openWorld();
  leader = await world.as.commune('02869', { role: 'LEADER' });
  leaver = await world.as.commune('02869');
  taker = await world.as.commune('02869');
  foreign = await world.as.commune('02647', { role: 'LEADER' });
  await world.admin.query('UPDATE assignment SET officer_id = $1 WHERE id IN (SELECT id FROM assignment WHERE unit_id = $2 AND done_on IS NULL ORDER BY id LIMIT 3)', [leaver.post, leaver.unitId]);
});
afterAll(() => world.stop());

describe('a handover is refused', () => {
  it.each([['OFFICER'], ['VIEWER'], ['ACCOUNT_ADMINISTRATOR'], ['SUPERVISOR'], ['VILLAGE_OFFICER']] as const)('to a %s, beforehand and in the act', async role => {
    const client = await world.as.commune('02869', { role });
    const answers = await expectNothingChanged(async () => [await client(handOver, { input: { from: leaver.post, to: taker.post } }), await client(preview, { from: leaver.post, to: taker.post })]);
    expect(answers.map(({ status, errors }) => [status, errors?.[0]?.extensions.code])).toEqual([[403, 'FORBIDDEN'], [403, 'FORBIDDEN']]);
  });

  it('of another unit\'s post and to one, word for word as with an id that nobody has', async () => {
    const refusals = async (input: object) => (await expectNothingChanged(() => leader(handOver, { input }))).data.handOver;
    const unknown = await refusals({ from: leaver.post, to: 999_999 });
    expect(unknown).toEqual({ handover: null, userErrors: [{ code: 'NOT_FOUND', field: 'to', message: 'Không tìm thấy người nhận bàn giao trong đơn vị. Tải lại trang rồi thử lại.' }] });
    expect(await refusals({ from: leaver.post, to: foreign.post })).toEqual(unknown);
    const foreignLeaver = await refusals({ from: foreign.post, to: taker.post });
    expect(foreignLeaver.userErrors.map(({ code, field }: { code: string; field: string }) => [code, field])).toEqual([['NOT_FOUND', 'from']]);
    expect(await refusals({ from: 999_999, to: taker.post })).toEqual(foreignLeaver);
    const seen = await expectNothingChanged(() => foreign(preview, { from: leaver.post, to: taker.post }));
    expect(seen.data.handoverPreview.groups).toEqual([]);
    expect(seen.data.handoverPreview.userErrors.map(({ field }: { field: string }) => field)).toEqual(['from', 'to']);
  });

  it('to oneself, to whoever only reads, to an ended post, and of the last leader', async () => {
    const reader = await world.as.commune('02869', { role: 'VIEWER' }), ended = await world.as.commune('02869');
    await world.admin.query("UPDATE post SET valid_to = '2026-09-07' WHERE id = $1", [ended.post]);
    const alone = await world.as.department('sxd', { role: 'LEADER' }), colleague = await world.as.department('sxd');
    await world.admin.query("UPDATE post SET valid_to = '2026-09-07' WHERE role = 'LEADER' AND unit_id = $1 AND id <> $2", [alone.unitId, alone.post]);
    const messageOf = async (client: Client, from: number, to: number) => (await expectNothingChanged(() => client(handOver, { input: { from, to, isAcknowledged: true } }))).data.handOver.userErrors[0].message as string;
    expect(await messageOf(leader, leaver.post, leaver.post)).toBe('Người nhận: trùng với người bàn giao. Chọn một người khác của đơn vị.');
    expect(await messageOf(leader, leaver.post, reader.post)).toMatch(/chỉ được xem hoặc quản lý tài khoản/);
    expect(await messageOf(leader, leaver.post, ended.post)).toMatch(/không còn giữ chức vụ này/);
    expect(await messageOf(leader, ended.post, taker.post)).toMatch(/đã thôi chức vụ này/);
    expect(await messageOf(alone, alone.post, colleague.post)).toMatch(/lãnh đạo cuối cùng của đơn vị/);
  });

  it('by the database too, where the other gates stand open', async () => {
    const open = await openWorld({ gates: { guard: false, shield: false } });
    try {
      const officer = await open.as.commune('02869'), from = await open.as.commune('02869'), to = await open.as.commune('02869');
      const { data } = await officer(handOver, { input: { from: from.post, to: to.post, isAcknowledged: true } });
      expect(data.handOver.userErrors.map(({ code }: { code: string }) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
      expect((await from('{ viewer { name } }')).status).toBe(200);
    } finally { await open.stop(); }
  });

  it('to whoever ticks off what another took over', async () => {
    const [from, to] = [await world.as.commune('02869'), await world.as.commune('02869')];
    await world.admin.query('UPDATE assignment SET officer_id = $1 WHERE id IN (SELECT id FROM assignment WHERE unit_id = $2 AND done_on IS NULL ORDER BY id DESC LIMIT 1)', [from.post, from.unitId]);
    await leader(handOver, { input: { from: from.post, to: to.post } });
    const { rows: [item] } = await world.admin.query<{ id: number }>('SELECT id FROM handover_item WHERE to_post_id = $1', [to.post]);
    const tick = 'mutation ($input: AcceptHandoverItemInput!) { acceptHandoverItem(input: $input) { handoverItem { id } userErrors { code } } }';
    for (const client of [leader, foreign, leaver]) {
      const { data } = await client(tick, { input: { id: item!.id } });
      expect(data.acceptHandoverItem).toEqual({ handoverItem: null, userErrors: [{ code: 'NOT_FOUND' }] });
    }
    expect((await world.admin.query('SELECT accepted_on FROM handover_item WHERE id = $1', [item!.id])).rows).toEqual([{ accepted_on: null }]);
  });
});

describe('two handovers of one post at the same moment', () => {
  it('happen once, and the old session opens nothing afterwards', async () => {
    const other = await world.as.commune('02869', { role: 'LEADER' }), second = await world.as.commune('02869');
    const answers = await Promise.all([leader(handOver, { input: { from: leaver.post, to: taker.post } }), other(handOver, { input: { from: leaver.post, to: second.post } })]);
    const outcomes = answers.map(({ data }) => data.handOver.userErrors.length);
    expect([...outcomes].sort()).toEqual([0, 1]);
    const winner = outcomes[0] === 0 ? taker : second;
    const { rows } = await world.admin.query('SELECT DISTINCT to_post_id FROM handover_item WHERE handover_id IN (SELECT id FROM handover WHERE from_post_id = $1)', [leaver.post]);
    expect(rows).toEqual([{ to_post_id: winner.post }]);
    const { rows: held } = await world.admin.query('SELECT count(*)::int AS held FROM assignment WHERE officer_id = $1', [leaver.post]);
    expect(held).toEqual([{ held: 0 }]);
    const answer = await leaver('{ assignments(first: 1) { nodes { id } } }');
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});
