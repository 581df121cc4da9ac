import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OAuth2Server } from 'oauth2-mock-server';
import { Secret, TOTP } from 'otpauth';
import { createAccount } from '../../server/identity/account.service.js';
import { createSecretBox } from '../../server/identity/secret-box.js';
import { openWorld, type World } from '../support/world.js';

const password = 'mat khau de thu 1', login = 'thu.dinhdanh', key = 'x'.repeat(32), failed = '/dang-nhap?ly-do=dinh-danh';
interface Token { header: Record<string, unknown>; payload: Record<string, unknown> }
interface Step { readonly location: string; readonly cookies: Readonly<Record<string, string>>; readonly status: number }

const provider = new OAuth2Server(), stranger = new OAuth2Server();
let world: World, accountId: number;
/** What the provider puts into its next identity tokens. */
let said: (token: Token) => void;
let nonce: string | undefined;

/** One step of a browser that follows nothing by itself. */
async function open(address: string, cookies: Readonly<Record<string, string>> = {}): Promise<Step> {
  const response = await fetch(new URL(address, world.url), { redirect: 'manual', headers: { cookie: Object.entries(cookies).map(pair => pair.join('=')).join('; ') } });
  const set = Object.fromEntries(response.headers.getSetCookie().map(line => { const [name = '', value = ''] = line.split(';')[0]!.split('='); return [name, value]; }));
  return { location: response.headers.get('location') ?? '', cookies: set, status: response.status };
}
/** There and as far as the provider's answer, which is not opened yet. */
async function goThere(from = '/dang-nhap/dinh-danh'): Promise<{ back: string; cookies: Record<string, string> }> {
  const left = await open(from);
  nonce = new URL(left.location).searchParams.get('nonce') ?? undefined;
  const there = await fetch(left.location, { redirect: 'manual' });
  return { back: there.headers.get('location')!, cookies: { ...left.cookies } };
}
const trail = async () => (await world.admin.query<{ reason: string }>("SELECT detail->>'reason' AS reason FROM audit_line WHERE operation = 'signInByProvider' ORDER BY id")).rows.map(row => row.reason);
const sessions = async () => Number((await world.admin.query<{ count: string }>('SELECT count(*) FROM sign_in')).rows[0]!.count);
const link = (subject: string) => world.admin.query('INSERT INTO identity_link (account_id, issuer, subject) VALUES ($1, $2, $3)', [accountId, provider.issuer.url, subject]);

/** Nobody comes in, the browser is told the one sentence, and the trail has the reason. */
async function expectRefused(work: () => Promise<Step>, reason: string): Promise<void> {
  const before = [await sessions(), (await trail()).length] as const, { location, cookies } = await work();
  expect([location, cookies.session]).toEqual([failed, undefined]);
  expect([await sessions(), (await trail()).slice(before[1])]).toEqual([before[0], [reason]]);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(done => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise(done => void server.close(done));
  return port;
}

beforeAll(async () => {
  await provider.issuer.keys.generate('RS256');
  await stranger.issuer.keys.generate('RS256');
  await provider.start(await freePort(), 'localhost');
  provider.service.on('beforeTokenSigning', (token: Token) => { token.payload.sub = 'nguoi-1'; token.payload.aud = 'cong-giam-ngheo'; if (nonce) token.payload.nonce = nonce; said(token); });
  world = await openWorld({ settings: { OIDC_ISSUER: provider.issuer.url!, OIDC_CLIENT_ID: 'cong-giam-ngheo', OIDC_CLIENT_SECRET: 'bi-mat', OIDC_LABEL: 'VNeID <thử>', SECRET_KEY: key } });
  accountId = (await createAccount(world.admin, { login, name: 'Người Định Danh', password, mustChangePassword: false }, [{ unitCode: 'sxd', role: 'OFFICER' }]))!.id;
}, 60_000);
beforeEach(async () => { said = () => {}; await world.admin.query('DELETE FROM identity_link; DELETE FROM sign_in_attempt; DELETE FROM second_factor'); });
afterAll(async () => { await provider.stop(); await world.stop(); });

describe('signing in by an identity provider', () => {
  it('leads there with a challenge, a state and a nonce that stand in no cookie', async () => {
    const { location, cookies } = await open('/dang-nhap/dinh-danh'), asked = new URL(location).searchParams;
    expect(Object.fromEntries(['response_type', 'client_id', 'redirect_uri', 'code_challenge_method'].map(name => [name, asked.get(name)])))
      .toEqual({ response_type: 'code', client_id: 'cong-giam-ngheo', redirect_uri: `${world.url}/dang-nhap/dinh-danh/ve`, code_challenge_method: 'S256' });
    for (const name of ['state', 'nonce', 'code_challenge']) expect([asked.get(name)!.length >= 43, Object.values(cookies).includes(asked.get(name)!)]).toEqual([true, false]);
  });

  it('signs in the account that was linked, with a token of its own', async () => {
    await link('nguoi-1');
    const { back, cookies } = await goThere(), entered = await open(back, cookies);
    expect(entered.location).toBe('/cong/sxd');
    const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: `session=${entered.cookies.session}` }, body: JSON.stringify({ query: '{ viewer { name } }' }) });
    expect(await response.json()).toEqual({ data: { viewer: { name: 'Người Định Danh' } } });
  });

  it('makes no account, and finds none by a claim that nobody configured', async () => {
    said = token => { token.payload.preferred_username = login; token.payload.email = login; token.payload.email_verified = true; };
    const accounts = (await world.admin.query('SELECT count(*) FROM account')).rows, { back, cookies } = await goThere();
    await expectRefused(() => open(back, cookies), 'NOT_LINKED');
    expect((await world.admin.query('SELECT count(*) FROM account')).rows).toEqual(accounts);
  });

  it('is refused when the answer comes a second time, or to a browser that did not ask', async () => {
    await link('nguoi-1');
    const { back, cookies } = await goThere();
    expect((await open(back, cookies)).location).toBe('/cong/sxd');
    await expectRefused(() => open(back, cookies), 'UNKNOWN_REQUEST');
    const other = await goThere();
    await expectRefused(() => open(other.back), 'UNKNOWN_REQUEST');
    await expectRefused(() => open(other.back, { 'dinh-danh': 'A'.repeat(43) }), 'UNKNOWN_REQUEST');
    const mine = await goThere();
    await expectRefused(() => open(mine.back, other.cookies), 'BAD_ANSWER');
    await expectRefused(async () => { await world.admin.query("UPDATE oidc_request SET expires_at = now() - interval '1 second'"); return open(mine.back, mine.cookies); }, 'UNKNOWN_REQUEST');
  });

  const forged: readonly (readonly [string, (token: Token) => void])[] = [
    ['another nonce', token => { token.payload.nonce = 'khac'; }],
    ['no nonce', token => { delete token.payload.nonce; }],
    ['another issuer', token => { token.payload.iss = 'https://gia-mao.example'; }],
    ['another audience', token => { token.payload.aud = 'cong-khac'; }],
    ['an end that is over', token => { token.payload.exp = Math.floor(Date.now() / 1000) - 3600; }],
    ['no subject', token => { delete token.payload.sub; }],
  ];
  it.each(forged)('is refused when the token has %s', async (_what, change) => {
    await link('nguoi-1');
    said = change;
    const { back, cookies } = await goThere();
    await expectRefused(() => open(back, cookies), 'BAD_ANSWER');
  });

  it('is refused when the state is another, the code is not the provider\'s, or the provider says no', async () => {
    await link('nguoi-1');
    for (const change of [(query: URLSearchParams) => query.set('state', 'khac'), (query: URLSearchParams) => query.delete('state'), (query: URLSearchParams) => query.set('code', 'ma-gia'), (query: URLSearchParams) => { query.delete('code'); query.set('error', 'access_denied'); }]) {
      const { back, cookies } = await goThere(), address = new URL(back);
      change(address.searchParams);
      await expectRefused(() => open(address.href, cookies), 'BAD_ANSWER');
    }
  });

  it('is refused when the token is signed with a key that is not the provider\'s', async () => {
    await link('nguoi-1');
    const { back, cookies } = await goThere(), own = provider.issuer.keys.get()!;
    const answers = provider.service, forge = async (response: { body: Record<string, unknown> }) => { response.body.id_token = forgedToken; };
    stranger.issuer.url = provider.issuer.url;
    const forgedToken = await stranger.issuer.buildToken({ scopesOrTransform: (header, payload) => { Object.assign(payload, { sub: 'nguoi-1', aud: 'cong-giam-ngheo', nonce }); header.kid = own.kid; } });
    answers.once('beforeResponse', forge as never);
    await expectRefused(() => open(back, cookies), 'BAD_ANSWER');
  });

  it('is refused to a locked account', async () => {
    await link('nguoi-1');
    await world.admin.query('UPDATE account SET locked_on = now() WHERE id = $1', [accountId]);
    const locked = await goThere();
    await expectRefused(() => open(locked.back, locked.cookies), 'NOT_HELD');
    await world.admin.query('UPDATE account SET locked_on = NULL WHERE id = $1', [accountId]);
  });

  it('finds an account by a claim only where that was configured, and the claim is its login', async () => {
    const whole = world;
    world = await openWorld({ settings: { OIDC_ISSUER: provider.issuer.url!, OIDC_CLIENT_ID: 'cong-giam-ngheo', OIDC_CLIENT_SECRET: 'bi-mat', OIDC_MATCH_CLAIM: 'preferred_username' } });
    try {
      await createAccount(world.admin, { login, name: 'Người Định Danh', password, mustChangePassword: false }, [{ unitCode: 'sxd', role: 'OFFICER' }]);
      said = token => { token.payload.preferred_username = login.toUpperCase(); };
      const known = await goThere();
      expect((await open(known.back, known.cookies)).location).toBe('/cong/sxd');
      said = token => { token.payload.preferred_username = 'khong.co.ai'; };
      const unknown = await goThere();
      await expectRefused(() => open(unknown.back, unknown.cookies), 'NOT_LINKED');
    } finally {
      await world.stop();
      world = whole;
    }
  });

  it('still asks for the code of an account with a second factor', async () => {
    await link('nguoi-1');
    const secret = new Secret({ size: 20 });
    await world.admin.query('INSERT INTO second_factor (account_id, secret, confirmed_at) VALUES ($1, $2, now())', [accountId, createSecretBox(Buffer.from(key)).seal(Buffer.from(secret.hex, 'hex'), `account ${accountId}`)]);
    const before = await sessions(), { back, cookies } = await goThere(), half = await open(back, cookies);
    expect([half.location.replace(/=.*/, ''), half.cookies.session, await sessions()]).toEqual(['/dang-nhap#ma', undefined, before]);
    const document = 'mutation ($input: LoginByCodeInput!) { loginByCode(input: $input) { viewer { name } } }';
    const guest = await world.as.commune('02869'); // free text is a signed-in caller's
    const { data } = await guest(document, { input: { codeToken: half.location.split('#ma=')[1], code: new TOTP({ secret }).generate() } });
    expect(data.loginByCode.viewer.name).toBe('Người Định Danh');
  });
});

describe('linking one\'s own account', () => {
  const begin = 'mutation ($input: BeginIdentityLinkInput!) { beginIdentityLink(input: $input) { address userErrors { code field } } }';
  async function signIn(): Promise<{ cookie: string; ask: (query: string, variables?: object) => Promise<{ data: Record<string, { address: string | null; userErrors: object[]; links: { id: string }[] }> }> }> {
    const client = await world.as.department('sxd'), cookie = client.token;
    await world.admin.query('UPDATE account SET password_hash = (SELECT password_hash FROM account WHERE id = $1) WHERE id = (SELECT account_id FROM post WHERE id = $2)', [accountId, client.post]);
    return { cookie, ask: client as never };
  }

  it('takes the password, the same browser and a subject that is nobody\'s, once; it can be undone', async () => {
    const me = await signIn(), other = await signIn();
    expect((await me.ask(begin, { input: { currentPassword: 'mat khau khong dung' } })).data.beginIdentityLink).toEqual({ address: null, userErrors: [{ code: 'BAD_INPUT', field: 'currentPassword' }] });
    const address = async () => (await me.ask(begin, { input: { currentPassword: password } })).data.beginIdentityLink!.address!;
    const stolen = await goThere(await address());
    await expectRefused(() => open(stolen.back, { ...stolen.cookies, session: other.cookie }), 'OTHER_PERSON');
    const anonymous = await goThere(await address());
    await expectRefused(() => open(anonymous.back, anonymous.cookies), 'OTHER_PERSON');
    const once = await address(), { back, cookies } = await goThere(once);
    expect((await open(back, { ...cookies, session: me.cookie })).location).toBe('/cong/sxd/tai-khoan/xac-thuc');
    await expectRefused(() => open(once), 'UNKNOWN_REQUEST');
    const again = await goThere(await address());
    await expectRefused(() => open(again.back, { ...again.cookies, session: me.cookie }), 'LINKED_BEFORE');
    const mine = (await me.ask('{ identityProvider { links { id } } }')).data.identityProvider!.links;
    const remove = 'mutation ($input: RemoveIdentityLinkInput!) { removeIdentityLink(input: $input) { userErrors { code } } }';
    expect((await other.ask(remove, { input: { id: mine[0]!.id } })).data.removeIdentityLink!.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    expect((await me.ask(remove, { input: { id: mine[0]!.id } })).data.removeIdentityLink!.userErrors).toEqual([]);
    expect((await me.ask('{ identityProvider { links { id } } }')).data.identityProvider!.links).toEqual([]);
  });
});
