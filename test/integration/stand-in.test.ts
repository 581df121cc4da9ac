import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { selectViewerUnder } from '../../server/identity/sign-in.query.js';
import { hashOf, newToken } from '../../server/identity/token.js';
import { listenAs } from '../support/listening.js';
import { tellUnit } from '../support/telling.js';
import { waitFor } from '../support/wait-for.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

const start = 'mutation ($input: StartStandInInput!) { startStandIn(input: $input) { standIn { id name validFrom validTo mayEnd } userErrors { code field } } }';
const end = 'mutation ($input: EndStandInInput!) { endStandIn(input: $input) { standIn { validTo } userErrors { code } } }';
const days = { validFrom: '2026-09-08', validTo: '2026-09-12' };
type Ask = (query: string, variables?: object) => Promise<Answer>;

let world: World, leader: Client, officer: Client, colleague: Client;

const accountOf = async (post: number): Promise<number> => (await world.admin.query<{ account_id: number }>('SELECT account_id FROM post WHERE id = $1', [post])).rows[0]!.account_id;
const nameOf = async (post: number): Promise<string> => (await world.admin.query<{ name: string }>('SELECT name FROM post WHERE id = $1', [post])).rows[0]!.name;

/** The colleague under the hat that was lent. */
async function under(post: number): Promise<Ask> {
  const token = newToken();
  await world.admin.query("INSERT INTO sign_in (token_hash, account_id, post_id, expires_at) VALUES ($1, $2, $3, now() + interval '12 hours')", [hashOf(token), await accountOf(post), post]);
  return async (query, variables = {}) => {
    const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: `session=${token}`, 'x-hat': String(post) }, body: JSON.stringify({ query, variables }) });
    const text = await response.text();
    return { status: response.status, text, headers: response.headers, ...(JSON.parse(text) as Pick<Answer, 'data' | 'errors'>) };
  };
}
/** The hat as every gate reads it. */
const viewerOf = async (post: number) => (await selectViewerUnder(world.app.door.source, await accountOf(post), post, '2026-09-08'))!;
async function lend(giver: Client, principal: Client, to: Client, over: object = {}): Promise<number> {
  const { data } = await giver(start, { input: { principal: principal.post, colleague: to.post, ...days, ...over } });
  expect(data.startStandIn.userErrors).toEqual([]);
  return Number(data.startStandIn.standIn.id);
}
const onDay = (day: string, columns = 'valid_from = valid_from') => world.admin.query(`UPDATE post SET ${columns}, valid_to = $1 WHERE stands_in_for_id = $2`, [day, officer.post]);

beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.stop());
beforeEach(async () => {
  leader = await world.as.commune('02869', { role: 'LEADER', sensitive: ['HouseholdIdentity', 'MemberHealth'] });
  officer = await world.as.commune('02869', { sensitive: ['HouseholdIdentity', 'MemberHealth'] });
  colleague = await world.as.commune('02869', { sensitive: ['MemberHealth'] });
});

describe('standing in', () => {
  it('gives the colleague a hat that names both, with the rights of the post and of sensitive nouns only the own', async () => {
    const post = await lend(officer, officer, colleague);
    const { data } = await colleague('{ viewer { posts { id role name standsInFor { id name } } } }');
    const name = `${await nameOf(colleague.post)} (thay ${await nameOf(officer.post)})`;
    expect(data.viewer.posts).toEqual([
      { id: String(colleague.post), role: 'OFFICER', name: await nameOf(colleague.post), standsInFor: null },
      { id: String(post), role: 'OFFICER', name, standsInFor: { id: String(officer.post), name: await nameOf(officer.post) } },
    ]);
    const { sensitiveNouns, postRole } = await viewerOf(post);
    expect([sensitiveNouns, postRole]).toEqual([['MemberHealth'], 'OFFICER']);
    const { rows } = await world.admin.query("SELECT kind, post_id FROM notice WHERE noun = 'Post' AND row_id = $1", [String(post)]);
    expect(rows).toEqual([{ kind: 'STANDING_IN', post_id: colleague.post }]);
  });

  it('lets a colleague sign for the leader, and every line of the trail names both', async () => {
    const post = await lend(leader, leader, colleague), deputy = await under(post);
    const { rows: [entry] } = await world.admin.query<{ id: number }>(`INSERT INTO progress_entry (assignment_id, unit_id, as_of_day, done, author_id, state)
      SELECT id, unit_id, '2026-09-01', 'Đã làm', $1, 'SUBMITTED' FROM assignment WHERE unit_id = $2 AND confirmed_on IS NOT NULL ORDER BY id LIMIT 1 RETURNING id`, [officer.post, officer.unitId]);
    const sign = 'mutation ($input: SignProgressEntryInput!) { signProgressEntry(input: $input) { progressEntry { state signedBy { id name } } userErrors { code } } }';
    expect((await colleague(sign, { input: { id: entry!.id } })).status).toBe(403);
    const { data } = await deputy(sign, { input: { id: entry!.id } });
    expect(data.signProgressEntry).toEqual({ userErrors: [], progressEntry: { state: 'SIGNED', signedBy: { id: String(post), name: `${await nameOf(colleague.post)} (thay ${await nameOf(leader.post)})` } } });
    const { rows } = await world.admin.query("SELECT account_id, post_id, detail->'standsInFor' AS principal FROM audit_line WHERE operation = 'signProgressEntry' AND row_id = $1", [String(entry!.id)]);
    expect(rows).toEqual([{ account_id: await accountOf(colleague.post), post_id: post, principal: leader.post }]);
  });

  it('is signed for "KT." by another leader alone', async () => {
    const deputy = await world.as.commune('02869', { role: 'LEADER' });
    expect(await nameOf(await lend(leader, leader, deputy))).toBe(`${await nameOf(deputy.post)} (KT. ${await nameOf(leader.post)})`);
  });

  it('opens nothing before its first day nor after its last, and ends when either own post does', async () => {
    const post = await lend(officer, officer, colleague), hat = await under(post), status = async () => (await hat('{ viewer { name } }')).status;
    expect(await status()).toBe(200);
    await onDay('2026-09-12', "valid_from = '2026-09-09'");
    expect(await status()).toBe(401);
    await onDay('2026-09-08', "valid_from = '2026-09-08'");
    expect(await status()).toBe(200);
    await onDay('2026-09-07', "valid_from = '2026-09-01'");
    expect(await status()).toBe(401);
    await onDay('2026-09-12');
    for (const own of [officer, colleague]) {
      await world.admin.query("UPDATE post SET valid_to = '2026-09-07' WHERE id = $1", [own.post]);
      expect(await status()).toBe(401);
      await world.admin.query('UPDATE post SET valid_to = NULL WHERE id = $1', [own.post]);
    }
    expect(await status()).toBe(200);
    await world.admin.query("UPDATE post SET sensitive_nouns = '{}' WHERE id = $1", [officer.post]);
    expect((await viewerOf(post)).sensitiveNouns).toEqual([]);
  });

  it('is ended early by whoever lent it, by a leader and by the stand-in, at once; by nobody else', async () => {
    const other = await world.as.commune('02869'), foreign = await world.as.commune('02647', { role: 'LEADER' });
    for (const ender of [officer, leader, colleague]) {
      const post = await lend(officer, officer, colleague), hat = await under(post);
      for (const stranger of [other, foreign]) expect((await stranger(end, { input: { id: post } })).data.endStandIn).toEqual({ standIn: null, userErrors: [{ code: 'NOT_FOUND' }] });
      expect((await hat('{ viewer { name } }')).status).toBe(200);
      expect((await ender(end, { input: { id: post } })).data.endStandIn).toEqual({ standIn: { validTo: '2026-09-07' }, userErrors: [] });
      expect((await hat('{ viewer { name } }')).status).toBe(401);
      expect((await leader('{ standIns { id } }')).data.standIns.map(({ id }: { id: string }) => id)).not.toContain(String(post));
    }
  });

  it('brings what the absent are told, live and in the list, while it lasts; the absent find it unread', async () => {
    const post = await lend(officer, officer, colleague), hat = await under(post), rowId = `vắng ${post}`;
    const told = async (ask: Ask) => (await ask('query ($filter: NoticeFilter) { notices(first: 5, filter: $filter) { nodes { id rowId isRead } } }', { filter: {} })).data.notices.nodes.filter((one: { rowId: string }) => one.rowId === rowId);
    const token = newToken();
    await world.admin.query("INSERT INTO sign_in (token_hash, account_id, post_id, expires_at) VALUES ($1, $2, $3, now() + interval '12 hours')", [hashOf(token), await accountOf(post), post]);
    const [standing, own, other] = [await listenAs(world, { token, post }), await listenAs(world, officer), await listenAs(world, colleague)];
    const id = await tellUnit(world.admin, officer.unitId, { rowId, kind: 'RETURNED', post: officer.post });
    await waitFor(async () => (standing.arrived.length + own.arrived.length === 2 ? true : null));
    expect([standing, own, other].map(({ arrived }) => arrived.map(one => (one as { rowId: string }).rowId))).toEqual([[rowId], [rowId], []]);
    expect((await hat('mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { count userErrors { code } } }', { input: { ids: [id] } })).data.markNoticesRead).toEqual({ count: 1, userErrors: [] });
    expect([await told(hat), await told(officer), await told(colleague)]).toEqual([[{ id, rowId, isRead: true }], [{ id, rowId, isRead: false }], []]);
    await onDay('2026-09-07', "valid_from = '2026-09-01'");
    expect((await hat('{ viewer { name } }')).status).toBe(401);
    for (const listening of [standing, own, other]) await listening.stop();
  });

  it('is given no work of its own', async () => {
    const post = await lend(officer, officer, colleague);
    const { rows: [work] } = await world.admin.query<{ id: number; version: number; officer_id: number | null }>('SELECT id, version, officer_id FROM assignment WHERE unit_id = $1 ORDER BY id LIMIT 1', [officer.unitId]);
    const { data } = await leader('mutation ($input: AssignOfficerInput!) { assignOfficer(input: $input) { userErrors { code field message } } }', { input: { id: String(work!.id), version: work!.version, officer: String(post) } });
    expect(data.assignOfficer.userErrors).toEqual([{ code: 'BAD_INPUT', field: 'officer', message: `Cán bộ: ${await nameOf(post)} chỉ trực thay ít ngày. Giao cho người giữ chức vụ.` }]);
    expect((await world.admin.query('SELECT officer_id, version FROM assignment WHERE id = $1', [work!.id])).rows).toEqual([{ officer_id: work!.officer_id, version: work!.version }]);
  });

  it('is refused outside of the unit, of another\'s post, to whoever only reads, twice for a day, backwards, and once more by a stand-in', async () => {
    const foreign = await world.as.commune('02647'), reader = await world.as.commune('02869', { role: 'VIEWER' }), { rows: before } = await world.admin.query('SELECT count(*) FROM post');
    const refusal = async (giver: Ask, principal: number, to: number, over: object = {}) =>
      (await giver(start, { input: { principal, colleague: to, ...days, ...over } })).data.startStandIn.userErrors.map(({ code, field }: { code: string; field: string }) => `${code} ${field}`);
    expect(await refusal(officer, officer.post, foreign.post)).toEqual(['NOT_FOUND colleague']);
    expect(await refusal(officer, officer.post, 999_999)).toEqual(['NOT_FOUND colleague']);
    expect(await refusal(leader, foreign.post, colleague.post)).toEqual(['NOT_FOUND principal']);
    expect(await refusal(colleague, officer.post, colleague.post)).toEqual(['NOT_FOUND principal']);
    expect(await refusal(colleague, leader.post, colleague.post)).toEqual(['NOT_FOUND principal']);
    expect(await refusal(officer, officer.post, reader.post)).toEqual(['BAD_INPUT colleague']);
    expect(await refusal(officer, officer.post, officer.post)).toEqual(['BAD_INPUT colleague']);
    expect(await refusal(officer, officer.post, colleague.post, { validTo: '2026-09-07' })).toEqual(['BAD_INPUT validTo']);
    expect(await refusal(officer, officer.post, colleague.post, { validFrom: '2026-09-20', validTo: '2026-09-10' })).toEqual(['BAD_INPUT validTo']);
    expect((await world.admin.query('SELECT count(*) FROM post')).rows).toEqual(before);
    const post = await lend(officer, officer, colleague), hat = await under(post);
    expect(await refusal(leader, officer.post, colleague.post, { validFrom: '2026-09-12', validTo: '2026-09-13' })).toEqual(['BAD_INPUT validFrom']);
    expect(await refusal(hat, post, leader.post, { validFrom: '2026-10-01', validTo: '2026-10-02' })).toEqual(['BAD_INPUT principal']);
    const deputyPost = await lend(leader, leader, colleague), deputy = await under(deputyPost);
    expect(await refusal(deputy, officer.post, colleague.post, { validFrom: '2026-10-01', validTo: '2026-10-02' })).toEqual(['BAD_INPUT principal']);
    const handOver = await deputy('mutation ($input: HandOverInput!) { handOver(input: $input) { handover { id } userErrors { code } } }', { input: { from: officer.post, to: colleague.post, isAcknowledged: true } });
    expect(handOver.data.handOver).toEqual({ handover: null, userErrors: [{ code: 'NOT_FOUND' }, { code: 'NOT_FOUND' }] });
  });
});
