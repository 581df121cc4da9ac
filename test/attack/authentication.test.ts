import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { createAccount } from '../../server/identity/account.service.js';
import { passwordMetrics } from '../../server/identity/password.js';
import { newToken } from '../../server/identity/token.js';
import { openWorld, type World } from '../support/world.js';

interface Answer { readonly status: number; readonly body: Body; readonly cookie: string | null }
interface Body { data?: Record<string, Payload> | null; errors?: { message: string; extensions: { code: string } }[] }
interface Payload { viewer?: { id: string; post: { id: string } } | null; userErrors?: { code: string; field: string | null; message: string }[]; name?: string }
interface Session { readonly cookie: string; readonly hat: string }

const rightPassword = 'mat khau de thu 1', wrongPassword = 'mat khau khong dung';
const person = { login: 'thu.xaydung', name: 'Người Thử' }, other = { login: 'thu.noivu', name: 'Người Khác' };
const documents = Object.entries(JSON.parse(readFileSync('schema/operations.json', 'utf8')) as Record<string, string>);

let world: World;
let posts: readonly number[], othersPost: number;

/** What the web sends: the hash of one of its own documents. */
function persisted(name: string, variables: object = {}): object {
  const [sha256Hash] = documents.find(([, text]) => new RegExp(`^(query|mutation) ${name}\\b`, 'm').test(text))!;
  return { operationName: name, variables, extensions: { persistedQuery: { version: 1, sha256Hash } } };
}

async function send(body: object, { cookie, hat }: Partial<Session> = {}): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(cookie && { cookie }), ...(hat && { 'x-hat': hat }) };
  const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() as Body, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? null };
}

const login = (login: string, password: string, session?: Partial<Session>): Promise<Answer> => send(persisted('Login', { input: { login, password } }), session);

async function signIn(session?: Partial<Session>, password = rightPassword): Promise<Session> {
  const { cookie, body } = await login(person.login, password, session);
  return { cookie: cookie!, hat: body.data!.login.viewer!.post.id };
}

const whoAmI = (session: Partial<Session>): Promise<Answer> => send({ query: '{ viewer { name } }' }, session);
const signedInAs = { status: 200, body: { data: { viewer: { name: person.name } } } };

async function expectUnauthenticated(answer: Promise<Answer>): Promise<void> {
  const { status, body } = await answer;
  expect(status).toBe(401);
  expect(body.errors?.map(error => error.extensions.code)).toEqual(['UNAUTHENTICATED']);
  expect(body.data ?? null).toBeNull();
}

/** All that signing in could change. */
async function state(): Promise<unknown> {
  const { rows } = await world.admin.query(`SELECT
    (SELECT json_agg(a ORDER BY a.id) FROM account a) AS accounts, (SELECT json_agg(s ORDER BY s.token_hash) FROM sign_in s) AS sessions,
    (SELECT json_agg(t ORDER BY t.subject) FROM sign_in_attempt t) AS attempts`);
  return rows[0];
}

async function expectNothingChanged(work: () => Promise<void>): Promise<void> {
  const before = await state(), verifications = passwordMetrics.verifications;
  await work();
  expect(await state()).toEqual(before);
  expect(passwordMetrics.verifications).toBe(verifications);
}

beforeAll(async () => {
  world = await openWorld();
  const made = await createAccount(world.admin, { ...person, password: rightPassword, mustChangePassword: false },
    [{ unitCode: 'sxd', role: 'OFFICER' }, { unitCode: 'snv', role: 'OFFICER' }, { unitCode: 'syt', role: 'OFFICER', validTo: '2025-12-31' }]);
  const others = await createAccount(world.admin, { ...other, password: rightPassword, mustChangePassword: false }, [{ unitCode: 'snv', role: 'OFFICER' }]);
  posts = made!.posts;
  othersPost = others!.posts[0];
});
beforeEach(() => world.admin.query('DELETE FROM sign_in_attempt'));
afterAll(() => world.stop());

describe('a guest', () => {
  const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'), { assumeValidSDL: true });
  const fields = [['query', schema.getQueryType()!], ['mutation', schema.getMutationType()!]] as const;
  const roots = fields.flatMap(([operation, type]) => Object.keys(type.getFields()).map(name => [`${operation} { ${name} }`] as const));

  it.each(roots.filter(([text]) => !text.includes('{ login }')))('is answered 401 to %s', async query => {
    await expectNothingChanged(() => expectUnauthenticated(send({ query })));
  });
  it.each(['Session', 'Logout'])("is answered 401 to the web's own document %s", async name => {
    await expectNothingChanged(() => expectUnauthenticated(send(persisted(name))));
  });
});

describe('a session', () => {
  it('is not opened by a cookie that was tampered with or made up', async () => {
    const { cookie } = await signIn();
    const tampered = cookie.slice(0, -1) + (cookie.endsWith('A') ? 'B' : 'A');
    await expectNothingChanged(async () => {
      for (const forged of [tampered, `session=${newToken()}`, 'session=', `session=${'\''.repeat(43)}`]) await expectUnauthenticated(whoAmI({ cookie: forged }));
    });
    expect(await whoAmI({ cookie })).toMatchObject(signedInAs);
  });

  it('ends after 30 idle minutes, each use counting anew', async () => {
    const session = await signIn();
    await world.admin.query("UPDATE sign_in SET last_seen_at = now() - interval '29 minutes'");
    expect(await whoAmI(session)).toMatchObject(signedInAs);
    const { rows } = await world.admin.query("SELECT FROM sign_in WHERE revoked_at IS NULL AND last_seen_at > now() - interval '1 minute'");
    expect(rows).toHaveLength(1);
    await world.admin.query("UPDATE sign_in SET last_seen_at = now() - interval '31 minutes'");
    await expectNothingChanged(() => expectUnauthenticated(whoAmI(session)));
  });

  it('ends after 12 hours, however busy, and a change of hat does not prolong it', async () => {
    const session = await signIn();
    await world.admin.query("UPDATE sign_in SET expires_at = now() + interval '1 hour' WHERE revoked_at IS NULL");
    const { cookie } = await send(persisted('SwitchHat', { input: { post: String(posts[1]) } }), session);
    const { rows } = await world.admin.query("SELECT FROM sign_in WHERE revoked_at IS NULL AND expires_at > now() + interval '61 minutes'");
    expect(rows).toHaveLength(0);
    await world.admin.query("UPDATE sign_in SET expires_at = now() - interval '1 second' WHERE revoked_at IS NULL");
    await expectNothingChanged(() => expectUnauthenticated(whoAmI({ cookie: cookie! })));
  });

  it('ends in the middle of its use when it is revoked, the account is locked or the post is over', async () => {
    for (const [end, mend] of [
      ['UPDATE sign_in SET revoked_at = now()', 'UPDATE sign_in SET revoked_at = NULL'],
      [`UPDATE account SET locked_on = now() WHERE login = '${person.login}'`, 'UPDATE account SET locked_on = NULL'],
      [`UPDATE post SET valid_to = '2025-12-31' WHERE id = ${posts[0]}`, `UPDATE post SET valid_to = NULL WHERE id = ${posts[0]}`],
    ]) {
      const session = await signIn();
      expect(await whoAmI(session)).toMatchObject(signedInAs);
      await world.admin.query(end);
      await expectNothingChanged(() => expectUnauthenticated(whoAmI(session)));
      await world.admin.query(mend);
    }
  });

  it('gets a new token at sign-in, and a planted one is worth nothing', async () => {
    const planted = `session=${newToken()}`;
    const first = await signIn({ cookie: planted }), second = await signIn({ cookie: first.cookie });
    expect(new Set([planted, first.cookie, second.cookie]).size).toBe(3);
    await expectUnauthenticated(whoAmI({ cookie: planted }));
    await expectUnauthenticated(whoAmI(first));
    expect(await whoAmI(second)).toMatchObject(signedInAs);
  });

  it('gets a new token at a change of hat, and only to a post of its own that is valid', async () => {
    const session = await signIn();
    for (const post of [String(othersPost), String(posts[2]), '999999', '1 OR 1=1']) await expectNothingChanged(async () => {
      const { status, body, cookie } = await send(persisted('SwitchHat', { input: { post } }), session);
      expect([status, body.data!.switchHat.userErrors!.map(e => [e.code, e.field]), cookie]).toEqual([200, [['NOT_FOUND', 'post']], null]);
    });
    const { cookie } = await send(persisted('SwitchHat', { input: { post: String(posts[1]) } }), session);
    await expectUnauthenticated(whoAmI(session));
    expect(await whoAmI({ cookie: cookie! })).toMatchObject(signedInAs);
  });

  it('ends in every tab at sign-out', async () => {
    const session = await signIn(), elsewhere = await signIn();
    const { status, cookie } = await send(persisted('Logout'), session);
    expect([status, cookie]).toEqual([200, 'session=']);
    await expectNothingChanged(async () => { for (const tab of [session, session]) await expectUnauthenticated(whoAmI(tab)); });
    expect(await whoAmI(elsewhere)).toMatchObject(signedInAs);
  });
});

describe('guessing a password', () => {
  const refusal = (answer: Answer) => ({ status: answer.status, body: answer.body, cookie: answer.cookie });
  const codes = (answers: readonly Answer[]) => answers.map(({ body }) => body.data!.login.userErrors![0].code);

  it('is blocked after five failures, the right password with it, until the block is over', async () => {
    const answers: Answer[] = [];
    for (let i = 0; i < 5; i++) answers.push(await login(person.login, wrongPassword));
    answers.push(await login(person.login, rightPassword));
    expect(codes(answers)).toEqual([...Array<string>(5).fill('SIGN_IN_FAILED'), 'TRY_LATER']);
    expect(new Set(answers.slice(0, 5).map(a => JSON.stringify(refusal(a)))).size).toBe(1);
    await expectNothingChanged(async () => expect(codes([await login(person.login, rightPassword)])).toEqual(['TRY_LATER']));
    await world.admin.query("UPDATE sign_in_attempt SET blocked_until = now() - interval '1 second'");
    expect(await whoAmI(await signIn())).toMatchObject(signedInAs);
    expect((await world.admin.query('SELECT FROM sign_in_attempt WHERE failures > 0')).rows).toHaveLength(0);
  });

  it('is counted one by one when a hundred guesses arrive at once', async () => {
    const before = passwordMetrics.verifications;
    const found = codes(await Promise.all(Array.from({ length: 100 }, () => login(person.login, wrongPassword))));
    expect([found.filter(c => c === 'SIGN_IN_FAILED').length, found.filter(c => c === 'TRY_LATER').length]).toEqual([5, 95]);
    expect(passwordMetrics.verifications - before).toBe(5);
  });

  const flood = `mutation { ${Array.from({ length: 100 }, (_, i) => `a${i}: login(input: { login: "${person.login}", password: "${wrongPassword} ${i}" }) { mustChangePassword }`).join(' ')} }`;

  it('does not get past the count with a hundred aliases in one request', async () => {
    const session = await signIn();
    await expectNothingChanged(() => expectUnauthenticated(send({ query: flood })));
    await expectNothingChanged(async () => {
      const { status, body } = await send({ query: flood }, session);
      expect([status, body.errors![0].extensions.code, body.data ?? null]).toEqual([400, 'TOO_COMPLEX', null]);
    });
  });

  it('does not get past the count with an array of requests', async () => {
    await expectNothingChanged(async () => {
      const guess = persisted('Login', { input: { login: person.login, password: wrongPassword } });
      expect((await send(Array<object>(100).fill(guess))).status).toBe(400);
    });
  });

  it('does not tell which logins exist, by answer or by work', async () => {
    await world.admin.query(`UPDATE account SET locked_on = now() WHERE login = '${other.login}'`);
    const answers: unknown[] = [];
    for (const [name, password] of [[person.login, wrongPassword], ['khong.co.ai', wrongPassword], [other.login, rightPassword], ["' OR 1=1 --", wrongPassword], ['a\0b', wrongPassword]]) {
      const before = passwordMetrics.verifications;
      answers.push(refusal(await login(name, password)));
      expect(passwordMetrics.verifications - before).toBe(1);
    }
    await world.admin.query('UPDATE account SET locked_on = NULL');
    expect(new Set(answers.map(a => JSON.stringify(a))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 200, cookie: null, body: { data: { login: { viewer: null, userErrors: [{ code: 'SIGN_IN_FAILED', field: null }] } } } });
  });

  it('refuses ten thousand letters before hashing them', async () => {
    await expectNothingChanged(async () => {
      const { status, body, cookie } = await login(person.login, 'x'.repeat(10_000));
      expect([status, body.errors!.map(e => e.extensions.code), cookie]).toEqual([400, ['BAD_USER_INPUT'], null]);
    });
  });
});

describe('a new password', () => {
  const change = (session: Session, currentPassword: string, newPassword: string) => send(persisted('ChangePassword', { input: { currentPassword, newPassword } }), session);

  it('ends every other session and takes effect at once', async () => {
    const session = await signIn(), elsewhere = await signIn();
    const { cookie } = await change(session, rightPassword, 'mot mat khau moi');
    for (const over of [session, elsewhere]) await expectUnauthenticated(whoAmI(over));
    expect(await whoAmI({ cookie: cookie! })).toMatchObject(signedInAs);
    expect((await login(person.login, rightPassword)).body.data!.login.userErrors![0].code).toBe('SIGN_IN_FAILED');
    await change({ cookie: cookie!, hat: session.hat }, 'mot mat khau moi', rightPassword);
  });

  it.each([['ngan', 'newPassword'], ['x'.repeat(129), 'newPassword'], [rightPassword, 'newPassword']])('is not taken when it is %s', async (next, field) => {
    const session = await signIn(), before = await state();
    const { body, cookie } = await change(session, rightPassword, next);
    expect([body.data!.changePassword.userErrors!.map(e => [e.code, e.field]), cookie]).toEqual([[['BAD_INPUT', field]], null]);
    expect(await state()).toEqual(before);
  });
});
