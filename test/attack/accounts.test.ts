import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountOf, asSession, invite, keep, openLink, payload, useLink } from '../support/people.js';
import { outcome, refused, userErrors } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

// Nobody gives what lies above the own rights, and whoever keeps accounts learns nothing of other units.

let world: World, keeper: Client, leader: Client, officer: Client, stranger: Client;
beforeAll(async () => {
  world = await openWorld();
  keeper = await world.as.commune('02869', { role: 'ACCOUNT_ADMINISTRATOR' });
  leader = await world.as.commune('02869', { role: 'LEADER' });
  officer = await world.as.commune('02869');
  stranger = await world.as.commune('02647');
});
afterAll(() => world.stop());

const terms = { role: 'OFFICER', validFrom: '2025-07-01', sensitiveNouns: [] as string[] };
const change = (client: Client, post: number, input: object) => keep(client, 'changePost', 'ChangePostInput', { id: String(post), version: 1, ...terms, ...input });
const end = (client: Client, post: number) => keep(client, 'endPost', 'EndPostInput', { id: String(post), version: 1, lastDay: '2026-09-07' });
const errorsOf = async (attempt: () => Promise<Awaited<ReturnType<typeof keep>>>): Promise<string[]> => userErrors((await refused(world, attempt)).answer);
const ofPerson = async (post: number) => ({ id: String(await accountOf(world, post)) });

describe('an account administrator', () => {
  it.each(['LEADER', 'ACCOUNT_ADMINISTRATOR', 'SUPERVISOR'])('makes nobody %s', async role => {
    expect(await errorsOf(async () => (await invite(keeper, { role })).answer)).toEqual(['BAD_INPUT']);
    expect(await errorsOf(() => change(keeper, officer.post, { role }))).toEqual(['BAD_INPUT']);
  });
  it('does not raise, widen or end herself as the last one', async () => {
    expect(await errorsOf(() => change(keeper, keeper.post, { role: 'LEADER' }))).toEqual(['NOT_ALLOWED_NOW', 'BAD_INPUT']);
    expect(await errorsOf(() => change(keeper, keeper.post, { role: 'OFFICER' }))).toEqual(['NOT_ALLOWED_NOW']);
    await world.admin.query("UPDATE account SET locked_on = now() WHERE login = 'banlien.quantri'");
    expect(await errorsOf(() => end(keeper, keeper.post))).toEqual(['NOT_ALLOWED_NOW']);
    expect(await errorsOf(async () => keep(keeper, 'lockAccount', 'AccountInput', await ofPerson(keeper.post)))).toEqual(['NOT_ALLOWED_NOW']);
  });
  it('gives no sensitive noun by a change, not even with the leader\'s one in it', async () => {
    expect(await errorsOf(() => change(keeper, officer.post, { sensitiveNouns: ['HouseholdIdentity'] }))).toEqual(['NOT_ALLOWED_NOW']);
  });
  it('grants none of the requests, and of a portal\'s nouns asks for none that it has not', async () => {
    const asked = await keep(keeper, 'requestRights', 'RequestRightsInput', { post: String(officer.post), nouns: ['HouseholdIncome'], reason: 'Nhập phiếu' }, 'rightRequest { id }');
    const { id } = payload<{ rightRequest: { id: string } }>(asked).rightRequest;
    expect(outcome((await refused(world, () => keep(keeper, 'grantRights', 'DecideRightsInput', { id }))).answer)).toBe('403 FORBIDDEN');
    expect(await errorsOf(() => keep(keeper, 'requestRights', 'RequestRightsInput', { post: String(leader.post), nouns: ['PovertyCause'], reason: 'x' }))).toEqual(['BAD_INPUT']);
  });
  it('resets, locks and ends no leader', async () => {
    const person = await ofPerson(leader.post);
    for (const name of ['renewInvitation', 'lockAccount']) expect([name, await errorsOf(() => keep(keeper, name, 'AccountInput', person))]).toEqual([name, ['NOT_ALLOWED_NOW']]);
    expect(await errorsOf(() => end(keeper, leader.post))).toEqual(['NOT_ALLOWED_NOW']);
  });
  it('neither resets nor locks who has a post elsewhere too', async () => {
    const person = await ofPerson(officer.post);
    await world.admin.query("INSERT INTO post (account_id, unit_id, role, name, valid_from) SELECT $1, id, 'OFFICER', 'Hai đơn vị', '2025-07-01' FROM unit WHERE code = 'sxd'", [person.id]);
    for (const name of ['renewInvitation', 'lockAccount']) expect([name, await errorsOf(() => keep(keeper, name, 'AccountInput', person))]).toEqual([name, ['NOT_ALLOWED_NOW']]);
    const { data } = await keeper('query ($id: ID!) { account(id: $id) { hasOtherPosts posts { unitId } } }', person);
    expect(data.account).toEqual({ hasOtherPosts: true, posts: [{ unitId: String(officer.unitId) }] });
    await world.admin.query('DELETE FROM post WHERE account_id = $1 AND id <> $2', [person.id, officer.post]);
  });
  it('narrows nobody to another commune\'s village', async () => {
    const { rows: [{ id }] } = await world.admin.query('SELECT id FROM village WHERE commune_id = $1 LIMIT 1', [stranger.unitId]);
    expect(await errorsOf(() => change(keeper, officer.post, { villages: [String(id)] }))).toEqual(['BAD_INPUT']);
    expect(await errorsOf(() => change(keeper, officer.post, { communes: [String(stranger.unitId)] }))).toEqual(['BAD_INPUT']);
  });
});

describe('the sensitive', () => {
  it('is granted by nobody to oneself, and by nobody on the own request', async () => {
    const own = await keep(keeper, 'requestRights', 'RequestRightsInput', { post: String(leader.post), nouns: ['MemberHealth'], reason: 'Đọc' }, 'rightRequest { id }');
    const forOneself = payload<{ rightRequest: { id: string } }>(own).rightRequest.id;
    expect(await errorsOf(() => keep(leader, 'grantRights', 'DecideRightsInput', { id: forOneself }))).toEqual(['NOT_ALLOWED_NOW']);
    const other = await world.as.commune('02869');
    const asked = await keep(leader, 'requestRights', 'RequestRightsInput', { post: String(other.post), nouns: ['MemberHealth'], reason: 'Đọc' }, 'rightRequest { id }');
    expect(await errorsOf(() => keep(leader, 'grantRights', 'DecideRightsInput', { id: payload<{ rightRequest: { id: string } }>(asked).rightRequest.id }))).toEqual(['NOT_ALLOWED_NOW']);
  });
});

describe('people of another unit', () => {
  it('are word for word like nobody', async () => {
    const theirs = await ofPerson(stranger.post), nobody = { id: '999999' };
    for (const [name, type, more] of [['renewInvitation', 'AccountInput', {}], ['lockAccount', 'AccountInput', {}], ['changeAccount', 'ChangeAccountInput', { email: 'a@b.vn' }]] as const) {
      const { answer } = await refused(world, () => keep(keeper, name, type, { ...theirs, ...more }));
      expect([name, userErrors(answer), answer.text]).toEqual([name, ['NOT_FOUND'], (await keep(keeper, name, type, { ...nobody, ...more })).text]);
    }
    expect((await refused(world, () => end(keeper, stranger.post))).answer.text).toBe((await end(keeper, 999999)).text);
    expect((await keeper('query ($id: ID!, $unit: ID) { account(id: $id) { id } accounts(first: 5, unit: $unit) { nodes { id } totalCount { value } } }', { ...theirs, unit: String(stranger.unitId) })).data)
      .toEqual({ account: null, accounts: { nodes: [], totalCount: { value: 0 } } });
    expect(await errorsOf(async () => (await invite(keeper, { unit: String(stranger.unitId) })).answer)).toEqual(['NOT_FOUND']);
  });
  it('are not told by the login that is offered a post', async () => {
    const { rows: [{ login }] } = await world.admin.query('SELECT login FROM account WHERE id = $1', [await accountOf(world, stranger.post)]);
    const offer = { unit: String(keeper.unitId), name: 'Ai đó', role: 'OFFICER', validFrom: '2026-01-01' };
    expect((await keep(keeper, 'offerPost', 'OfferPostInput', { ...offer, login })).text).toBe((await keep(keeper, 'offerPost', 'OfferPostInput', { ...offer, login: 'khong.ai.ca' })).text);
    expect(await errorsOf(async () => (await invite(keeper, { login })).answer)).toEqual(['BAD_INPUT']);
  });
  it('keep their sessions when another ends them by id', async () => {
    const { rows: [{ id }] } = await world.admin.query('SELECT id FROM sign_in WHERE post_id = $1', [stranger.post]);
    expect(await errorsOf(() => keep(officer, 'endSignIns', 'EndSignInInput', { id }))).toEqual(['NOT_FOUND']);
    expect((await stranger('{ viewer { id } }')).status).toBe(200);
  });
});

describe('an officer', () => {
  it('keeps no accounts: refused at the gate of operations', async () => {
    expect(outcome((await refused(world, async () => (await invite(officer)).answer)).answer)).toBe('403 FORBIDDEN');
    expect(outcome(await officer('{ accounts(first: 1) { nodes { id } } }'))).toBe('403 FORBIDDEN');
  });
});

describe('a link', () => {
  it('that was used, is over, was withdrawn or guessed answers alike', async () => {
    const used = await invite(keeper), over = await invite(keeper), withdrawn = await invite(keeper);
    await useLink(world, used.token);
    await world.admin.query("UPDATE account_link SET expires_at = now() - interval '1 second' WHERE account_id = $1", [over.id]);
    await keep(keeper, 'lockAccount', 'AccountInput', { id: withdrawn.id });
    const guessed = 'A'.repeat(43), texts = [];
    for (const token of [used.token, over.token, withdrawn.token, guessed, 'ngan']) {
      expect((await openLink(world, token)).data).toEqual({ invitation: null });
      texts.push((await refused(world, () => useLink(world, token))).answer.text);
    }
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('"code":"NOT_FOUND"');
  });
  it('used twice at once lets in one', async () => {
    const { token } = await invite(keeper);
    const answers = await Promise.all([useLink(world, token), useLink(world, token, 'mat-khau-cua-ke-khac')]);
    expect(answers.map(answer => payload<{ isDone: boolean }>(answer).isDone).sort()).toEqual([false, true]);
  });
});

describe('a person moved between units', () => {
  it('loses the old rows at once and has the new', async () => {
    const moving = await world.as.commune('02869'), person = await ofPerson(moving.post);
    const seen = async (token: string, post: number) => asSession(world, token, post, '{ households(first: 100) { nodes { commune { code } } } }');
    await end(keeper, moving.post);
    expect((await seen(moving.token, moving.post)).status).toBe(401);
    const { rows: [{ id }] } = await world.admin.query("INSERT INTO post (account_id, unit_id, role, name, valid_from) VALUES ($1, $2, 'OFFICER', 'Chuyển', '2025-07-01') RETURNING id", [person.id, stranger.unitId]);
    await world.admin.query("UPDATE sign_in SET revoked_at = NULL, post_id = $2 WHERE account_id = $1", [person.id, id]);
    const { status, body } = await seen(moving.token, id);
    const codes = ((body.data as unknown as { households: { nodes: { commune: { code: string } }[] } }).households.nodes).map(node => node.commune.code);
    expect([status, [...new Set(codes)].filter(code => code !== '02647')]).toEqual([200, []]);
    expect((await keeper('query ($id: ID!) { account(id: $id) { id } }', person)).data).toEqual({ account: null });
  });
});

describe('the database alone', () => {
  it('refuses what lies above the viewer\'s rights, whatever stood before it', async () => {
    const run = async (client: Client, role: string, sql: string, values: unknown[] = []): Promise<string> => {
      await world.admin.query('BEGIN');
      try {
        await world.admin.query("SELECT set_config('app.units', $1, true), set_config('app.post', $2, true), set_config('app.role', (SELECT role FROM post WHERE id = $2::int), true), set_config('app.today', '2026-09-08', true)", [`{${client.unitId}}`, String(client.post)]);
        await world.admin.query(`SET LOCAL ROLE ${role}`);
        await world.admin.query(sql, values);
        return 'done';
      } catch (error) { return String((error as { code?: string }).code); } finally { await world.admin.query('ROLLBACK'); }
    };
    const commune = 'portal_commune', { id } = await ofPerson(leader.post);
    const invitation = "SELECT invite_account('x.02869', 'X', NULL, 'h', '\\x00', $1, $2, NULL, NULL, '2026-01-01', NULL)";
    expect(await run(keeper, commune, invitation, [keeper.unitId, 'OFFICER'])).toBe('done');
    const denied: [Client, string, unknown[]][] = [
      [keeper, invitation, [keeper.unitId, 'LEADER']], [keeper, invitation, [stranger.unitId, 'OFFICER']], [officer, invitation, [keeper.unitId, 'OFFICER']],
      [keeper, "SELECT make_account_link($1, '\\x00', 'x')", [id]], [keeper, 'SELECT set_account_lock($1, true)', [id]], [officer, 'SELECT set_account_lock($1, true)', [id]],
      [keeper, "SELECT end_post($1, '2026-09-07')", [leader.post]], [keeper, "SELECT end_post($1, '2026-09-07')", [stranger.post]],
      [keeper, "SELECT change_post($1, 'LEADER', NULL, NULL, NULL, '2025-07-01', NULL, '{}', 'x')", [officer.post]],
      [keeper, "SELECT change_post($1, 'OFFICER', NULL, NULL, NULL, '2025-07-01', NULL, '{HouseholdIdentity}', 'x')", [officer.post]],
      [keeper, "SELECT change_post($1, 'OFFICER', NULL, NULL, NULL, '2025-07-01', NULL, '{}', 'x')", [keeper.post]],
      [officer, "SELECT request_rights($1, '{MemberHealth}', 'x')", [officer.post]], [keeper, 'SELECT decide_rights(id, true, NULL) FROM right_request LIMIT 1', []],
      [keeper, 'SELECT password_hash FROM account', []], [keeper, 'UPDATE account SET locked_on = NULL', []], [keeper, "UPDATE post SET sensitive_nouns = '{MemberHealth}'", []],
      [keeper, 'SELECT token_hash FROM account_link', []], [keeper, 'SELECT login FROM post_offer', []], [keeper, 'SELECT suspend_rights(1, NULL)', []], [keeper, 'SELECT end_sign_ins(1, NULL)', []],
    ];
    for (const [client, sql, values] of denied) expect([sql, values, await run(client, commune, sql, values)]).toEqual([sql, values, '42501']);
  });
});
