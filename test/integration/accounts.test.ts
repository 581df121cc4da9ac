import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountOf, asSession, cookieOf, invite, keep, openLink, password, payload, signIn, useLink } from '../support/people.js';
import { refused, userErrors } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, keeper: Client, leader: Client;
beforeAll(async () => {
  world = await openWorld();
  keeper = await world.as.commune('02869', { role: 'ACCOUNT_ADMINISTRATOR' });
  leader = await world.as.commune('02869', { role: 'LEADER', sensitive: ['HouseholdIdentity'] });
});
afterAll(() => world.stop());

const postOf = async (account: string): Promise<{ id: number; version: number }> =>
  (await world.admin.query<{ id: number; version: number }>('SELECT id, version FROM post WHERE account_id = $1 ORDER BY id LIMIT 1', [account])).rows[0]!;
const lastLine = async (operation: string) => (await world.admin.query('SELECT noun, row_id, before, after FROM audit_line WHERE operation = $1 ORDER BY id DESC LIMIT 1', [operation])).rows[0];
const households = '{ households(first: 100) { nodes { id } } }';
const countOf = (answer: { data?: { households: { nodes: object[] } } }): number | undefined => answer.data?.households.nodes.length;

describe('an invitation', () => {
  it('makes a person who sets the own password, is signed in, and signs in again by it', async () => {
    const { id, token, login } = await invite(keeper, { name: '  Sùng  A  Thử ', email: 'sung.thu@banlien.gov.vn' });
    expect((await openLink(world, token)).data).toEqual({ invitation: { name: 'Sùng A Thử', login, unitName: 'UBND xã Bản Liền', isFirst: true, __typename: 'OpenedInvitation' } });
    expect(payload(await signIn(world, login)).userErrors.map(error => error.code)).toEqual(['SIGN_IN_FAILED']);
    const joined = await useLink(world, token), cookie = cookieOf(joined);
    expect(payload(joined)).toMatchObject({ unitCode: '02869', isDone: true, userErrors: [] });
    const post = await postOf(id);
    expect(await asSession(world, cookie!, post.id, '{ viewer { name } }')).toEqual({ status: 200, body: { data: { viewer: { name: 'Sùng A Thử' } } } });
    expect(payload(await signIn(world, login)).userErrors).toEqual([]);
    expect(await lastLine('inviteAccount')).toMatchObject({ noun: 'Account', row_id: id, before: null, after: { login, role: 'OFFICER' } });
    expect(await lastLine('acceptInvitation')).toMatchObject({ noun: 'Account', row_id: id, after: { madeBy: keeper.post } });
  });

  it('keeps the rules of passwords, and is still good after a bad one', async () => {
    const { token, login } = await invite(keeper);
    const { answer } = await refused(world, () => useLink(world, token, 'ngan'));
    expect(payload(answer).userErrors).toEqual([expect.objectContaining({ code: 'BAD_INPUT', field: 'password' })]);
    expect(payload((await refused(world, () => useLink(world, token, login.toUpperCase()))).answer).userErrors[0]).toMatchObject({ code: 'BAD_INPUT' });
    expect(payload(await useLink(world, token))).toMatchObject({ isDone: true });
  });

  it('says everything that is wrong with it at once, and saves nothing', async () => {
    const { answer } = await refused(world, async () => (await invite(keeper, { name: ' ', login: 'Mai Thị', email: 'khong', role: 'VILLAGE_OFFICER', validFrom: '2026-02-01', validTo: '2026-01-01' })).answer);
    expect(payload(answer).userErrors.map(error => error.field).sort()).toEqual(['email', 'login', 'name', 'validTo', 'villages']);
  });

  it('takes no login twice, and no login of another unit', async () => {
    const first = await invite(keeper);
    const { answer } = await refused(world, async () => (await invite(keeper, { login: first.login })).answer);
    expect(payload(answer).userErrors).toEqual([expect.objectContaining({ code: 'BAD_INPUT', field: 'login' })]);
    expect(userErrors((await refused(world, async () => (await invite(keeper, { login: 'maivt.sxd' })).answer)).answer)).toEqual(['BAD_INPUT']);
  });

  it('is made anew for whoever lost it; the old one is good no more', async () => {
    const { id, token } = await invite(keeper);
    const renewed = payload<{ link: string }>(await keep(keeper, 'renewInvitation', 'AccountInput', { id }, 'link')).link.replace('/loi-moi/', '');
    expect((await openLink(world, token)).data).toEqual({ invitation: null });
    expect(payload(await useLink(world, renewed))).toMatchObject({ isDone: true, unitCode: '02869' });
  });
});

describe('a further post', () => {
  it('waits for the person with that login, who takes it and goes on under either hat', async () => {
    const officer = await world.as.department('sxd'), login = (await world.admin.query('SELECT login FROM account WHERE id = $1', [await accountOf(world, officer.post)])).rows[0].login;
    const terms = { unit: String(keeper.unitId), name: 'Kỹ sư xã', role: 'OFFICER', validFrom: '2026-01-01' };
    const known = await keep(keeper, 'offerPost', 'OfferPostInput', { ...terms, login });
    expect(known.text).toBe((await keep(keeper, 'offerPost', 'OfferPostInput', { ...terms, login: 'khong.co.ai' })).text);
    expect(known.data).toEqual({ offerPost: { userErrors: [] } });
    const offers = (await officer('{ ownOffers { id unitName role } }')).data.ownOffers;
    expect(offers).toEqual([{ id: expect.any(String), unitName: 'UBND xã Bản Liền', role: 'OFFICER' }]);
    expect((await leader('{ ownOffers { id } }')).data.ownOffers).toEqual([]);
    expect(userErrors(await keep(leader, 'answerOffer', 'AnswerOfferInput', { id: offers[0].id, accept: true }))).toEqual(['NOT_FOUND']);
    expect(userErrors(await keep(officer, 'answerOffer', 'AnswerOfferInput', { id: offers[0].id, accept: true }))).toEqual([]);
    expect((await officer('{ viewer { posts { unit { code } } } }')).data.viewer.posts).toEqual([{ unit: { code: 'sxd' } }, { unit: { code: '02869' } }]);
    expect(userErrors(await keep(officer, 'answerOffer', 'AnswerOfferInput', { id: offers[0].id, accept: true }))).toEqual(['NOT_FOUND']);
    const { data } = await keeper('query ($login: String!) { accounts(first: 5, filter: { login: { eq: $login } }) { nodes { hasOtherPosts mayAdminister posts { unitName } } } }', { login });
    expect(data.accounts.nodes).toEqual([{ hasOtherPosts: true, mayAdminister: false, posts: [{ unitName: 'Xã Bản Liền' }] }]);
  });
});

describe('a reset', () => {
  it('ends every sign-in, lets sensitive rights wait for a leader, and the person signs in by the new password', async () => {
    const { id, token, login } = await invite(keeper), cookie = cookieOf(await useLink(world, token))!, post = await postOf(id);
    const asked = payload<{ rightRequest: { id: string } }>(await keep(keeper, 'requestRights', 'RequestRightsInput', { post: String(post.id), nouns: ['HouseholdIdentity'], reason: 'Nhập giấy tờ' }, 'rightRequest { id }'));
    expect(userErrors(await keep(leader, 'grantRights', 'DecideRightsInput', { id: asked.rightRequest.id }))).toEqual([]);
    const rights = async () => (await world.admin.query('SELECT sensitive_nouns FROM post WHERE id = $1', [post.id])).rows[0].sensitive_nouns;
    expect(await rights()).toEqual(['HouseholdIdentity']);
    const link = payload<{ link: string }>(await keep(keeper, 'renewInvitation', 'AccountInput', { id }, 'link')).link;
    expect([await rights(), (await asSession(world, cookie, post.id, '{ viewer { id } }')).status]).toEqual([[], 401]);
    expect((await leader('{ rightRequests(first: 5, filter: { state: { eq: REQUESTED } }) { nodes { nouns mayDecide post { id } } } }')).data.rightRequests.nodes)
      .toContainEqual({ nouns: ['HouseholdIdentity'], mayDecide: true, post: { id: String(post.id) } });
    const done = await useLink(world, link.replace('/loi-moi/', ''), 'mat-khau-khac-2026');
    expect([payload(done), cookieOf(done)]).toMatchObject([{ isDone: true, unitCode: null }, null]);
    expect(userErrors(await signIn(world, login))).toEqual(['SIGN_IN_FAILED']);
    expect(userErrors(await signIn(world, login, 'mat-khau-khac-2026'))).toEqual([]);
    expect(await lastLine('resetPassword')).toMatchObject({ row_id: id, after: { suspendedPosts: [post.id] } });
  });

  it('by a leader leaves what that leader may open as well', async () => {
    const officer = await world.as.commune('02869', { sensitive: ['HouseholdIdentity', 'HouseholdIncome'] });
    expect(userErrors(await keep(leader, 'renewInvitation', 'AccountInput', { id: String(await accountOf(world, officer.post)) }))).toEqual([]);
    expect((await world.admin.query('SELECT sensitive_nouns FROM post WHERE id = $1', [officer.post])).rows).toEqual([{ sensitive_nouns: ['HouseholdIdentity'] }]);
  });
});

describe('a lock', () => {
  it('ends a session by the next request, and unlocking lets sign in as before', async () => {
    const { id, token, login } = await invite(keeper), cookie = cookieOf(await useLink(world, token))!, post = await postOf(id);
    expect(payload<{ account: object }>(await keep(keeper, 'lockAccount', 'AccountInput', { id }, 'account { lockedOn }'))).toMatchObject({ account: { lockedOn: expect.any(String) }, userErrors: [] });
    expect((await asSession(world, cookie, post.id, '{ viewer { id } }')).status).toBe(401);
    expect(userErrors(await signIn(world, login))).toEqual(['SIGN_IN_FAILED']);
    expect(userErrors(await keep(keeper, 'unlockAccount', 'AccountInput', { id }))).toEqual([]);
    expect([(await asSession(world, cookie, post.id, '{ viewer { id } }')).status, userErrors(await signIn(world, login))]).toEqual([401, []]);
    expect(await lastLine('unlockAccount')).toMatchObject({ row_id: id, before: { isLocked: true }, after: { isLocked: false } });
  });
});

describe('a post', () => {
  it('narrowed to villages sees no others from the next request on', async () => {
    const officer = await world.as.commune('02869'), { rows: [village] } = await world.admin.query('SELECT village_id AS id, count(*)::int AS count FROM household WHERE commune_id = $1 AND ended_on IS NULL GROUP BY 1 ORDER BY 1 LIMIT 1', [officer.unitId]);
    const { rows: [{ all }] } = await world.admin.query('SELECT least(count(*), 100)::int AS all FROM household WHERE commune_id = $1', [officer.unitId]);
    expect(countOf(await officer(households))).toBe(all);
    const input = { id: String(officer.post), version: 1, role: 'VILLAGE_OFFICER', villages: [String(village.id)], validFrom: '2025-07-01', sensitiveNouns: [] };
    expect(payload<{ account: object }>(await keep(keeper, 'changePost', 'ChangePostInput', input, 'account { posts { role version villages { id } } }'))).toMatchObject({ account: { posts: [{ role: 'VILLAGE_OFFICER', version: 2, villages: [{ id: String(village.id) }] }] }, userErrors: [] });
    expect(countOf(await officer(households))).toBe(village.count);
    expect(await lastLine('changePost')).toMatchObject({ row_id: String(officer.post), before: { role: 'OFFICER', villages: null }, after: { role: 'VILLAGE_OFFICER', villages: [village.id] } });
  });

  it('changed by two at once meets both values, and nothing is lost', async () => {
    const officer = await world.as.commune('02869'), input = { id: String(officer.post), version: 1, role: 'VIEWER', validFrom: '2025-07-01', sensitiveNouns: [] };
    await keep(keeper, 'changePost', 'ChangePostInput', input);
    const { answer } = await refused(world, () => keep(leader, 'changePost', 'ChangePostInput', { ...input, role: 'OFFICER', validTo: '2026-12-31' }, 'conflicts { field yours current }'));
    expect(payload(answer)).toMatchObject({ conflicts: [{ field: 'role', yours: 'OFFICER', current: 'VIEWER' }, { field: 'validTo', yours: '2026-12-31', current: null }], userErrors: [{ code: 'CONFLICT' }] });
  });

  it('that is ended sees nothing from the next request on, and its holder is told', async () => {
    const officer = await world.as.commune('02869');
    expect(countOf(await officer(households))).toBeGreaterThan(0);
    expect(userErrors(await keep(keeper, 'endPost', 'EndPostInput', { id: String(officer.post), version: 1, lastDay: '2026-09-07' }))).toEqual([]);
    const over = await officer(households);
    expect([over.status, over.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    const { rows } = await world.admin.query('SELECT kind, unit_id, noun, row_id FROM notice WHERE post_id = $1', [officer.post]);
    expect(rows).toEqual([{ kind: 'POST_ENDED', unit_id: officer.unitId, noun: 'Post', row_id: String(officer.post) }]);
  });

  it('that ends on a day to come is held until then', async () => {
    const officer = await world.as.commune('02869');
    expect(userErrors(await keep(keeper, 'endPost', 'EndPostInput', { id: String(officer.post), version: 1, lastDay: '2026-09-08' }))).toEqual([]);
    expect((await officer(households)).status).toBe(200);
  });
});

describe('units without an administrator', () => {
  it('are kept by the administrator of the secretariat until they have one', async () => {
    const root = await world.as.secretariat('thuong-truc', { role: 'ACCOUNT_ADMINISTRATOR' });
    const kept = async () => ((await root('{ keptUnits { id code people administrators } }')).data.keptUnits as { id: string; code: string }[]);
    const empty = (await kept()).find(unit => unit.code === '02647')!;
    expect(empty).toMatchObject({ people: 0, administrators: 0 });
    expect((await kept()).map(unit => unit.code)).not.toContain('02869');
    const { token, answer } = await invite(root, { unit: empty.id, login: 'quantri.02647', role: 'ACCOUNT_ADMINISTRATOR' });
    expect(userErrors(answer)).toEqual([]);
    expect((await kept()).map(unit => unit.code)).toContain('02647');
    await useLink(world, token);
    expect((await kept()).map(unit => unit.code)).not.toContain('02647');
  });
});

describe("one's own sign-ins", () => {
  it('are listed by device and network, and end at their next request', async () => {
    const { token, login } = await invite(keeper, { role: 'VIEWER' });
    await useLink(world, token);
    const { rows: [{ id: account }] } = await world.admin.query('SELECT id FROM account WHERE login = $1', [login]), post = await postOf(account);
    const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0';
    const { document, body } = { document: 'Login', body: { login, password } };
    const signed = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': agent }, body: JSON.stringify(await loginBody(document, body)) });
    const mine = /session=([\w-]{43})/.exec(signed.headers.get('set-cookie') ?? '')![1]!, other = cookieOf(await signIn(world, login))!;
    const ask = (session: string, query: string, variables = {}) => asSession(world, session, post.id, query, variables);
    const list = ((await ask(mine, '{ ownSignIns { id device address isCurrent unitName } }')).body.data as { ownSignIns: { id: string; isCurrent: boolean }[] }).ownSignIns;
    expect(list).toHaveLength(3);
    expect(list[0]).toEqual({ id: expect.any(String), device: 'Edge, Windows', address: '127.0.x.x', isCurrent: true, unitName: 'Xã Bản Liền' });
    const end = 'mutation ($input: EndSignInInput!) { endSignIns(input: $input) { ended userErrors { code } } }';
    expect((await ask(other, end, { input: { id: list.find(one => !one.isCurrent)!.id } })).body.data).toMatchObject({ endSignIns: { userErrors: [] } });
    const again = cookieOf(await signIn(world, login))!;
    await ask(again, end, { input: {} });
    expect([(await ask(mine, '{ viewer { id } }')).status, (await ask(other, '{ viewer { id } }')).status, (await ask(again, '{ viewer { id } }')).status]).toEqual([401, 401, 200]);
    expect(await lastLine('endSignIns')).toMatchObject({ noun: 'Account', row_id: String(account) });
  });
});

async function loginBody(name: string, input: object): Promise<object> {
  const { readFileSync } = await import('node:fs');
  const texts = Object.values(JSON.parse(readFileSync('schema/operations.json', 'utf8')) as Record<string, string>);
  return { query: texts.find(text => text.startsWith(`mutation ${name}(`)), variables: { input } };
}
