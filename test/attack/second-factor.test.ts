import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { createAccount } from '../../server/identity/account.service.js';
import { passwordMetrics } from '../../server/identity/password.js';
import { createSecretBox, secretKeyOf } from '../../server/identity/secret-box.js';
import { selectViewerUnder } from '../../server/identity/sign-in.query.js';
import { openWorld, type World } from '../support/world.js';

interface Payload { viewer?: { post: { id: string }; unit: { code: string } } | null; codeToken?: string | null; mustSetUpSecondFactor?: boolean; secret?: string | null; picture?: string | null; recoveryCodes?: string[]; isOn?: boolean; codesLeft?: number; name?: string; userErrors?: { code: string; field: string | null; message: string }[] }
interface Answer { readonly status: number; readonly data: Record<string, Payload>; readonly codes: readonly string[]; readonly cookie: string | null; readonly text: string }

const password = 'mat khau de thu 1', person = { login: 'thu.hailop', name: 'Người Hai Lớp' };
const documents = Object.entries(JSON.parse(readFileSync('schema/operations.json', 'utf8')) as Record<string, string>);
let world: World, accountId: number, hat: string;

async function send(body: object, session: { cookie?: string | null; hat?: string } = {}): Promise<Answer> {
  const response = await fetch(`${world.url}/graphql`, { method: 'POST', body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...(session.cookie && { cookie: session.cookie }), ...(session.hat && { 'x-hat': session.hat }) } });
  const text = await response.text(), { data, errors } = JSON.parse(text) as { data: Record<string, Payload>; errors?: { extensions: { code: string } }[] };
  return { status: response.status, data, text, codes: (errors ?? []).map(error => error.extensions.code), cookie: response.headers.get('set-cookie')?.split(';')[0] ?? null };
}
function persisted(name: string, input: object): object {
  const [sha256Hash] = documents.find(([, text]) => new RegExp(`^(query|mutation) ${name}\\b`, 'm').test(text))!;
  return { operationName: name, variables: { input }, extensions: { persistedQuery: { version: 1, sha256Hash } } };
}
const login = (session?: { cookie?: string | null }, word = password) => send(persisted('Login', { login: person.login, password: word }), session);
const byCode = (codeToken: string, code: string, session?: { cookie?: string | null }) => send(persisted('LoginByCode', { codeToken, code }), session);
const ask = (cookie: string, query: string, variables: object = {}) => send({ query, variables }, { cookie, hat });
const begin = (cookie: string, word = password) => ask(cookie, 'mutation ($input: BeginSecondFactorInput!) { beginSecondFactor(input: $input) { secret picture userErrors { code field } } }', { input: { currentPassword: word } });
const confirm = (cookie: string, code: string) => ask(cookie, 'mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { recoveryCodes userErrors { code field } } }', { input: { code } });
const remove = (cookie: string, word: string, code: string) => ask(cookie, 'mutation ($input: RemoveSecondFactorInput!) { removeSecondFactor(input: $input) { userErrors { code field } } }', { input: { currentPassword: word, code } });

/** The device's code, some steps from now. */
const codeOf = (secret: string, steps = 0): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
/** As if the last code had been used long ago. */
const later = () => world.admin.query('UPDATE second_factor SET last_step = 0');

async function turnOn(): Promise<{ secret: string; recoveryCodes: string[]; cookie: string }> {
  const { cookie } = await login();
  const secret = (await begin(cookie!)).data.beginSecondFactor!.secret!;
  const { data } = await confirm(cookie!, codeOf(secret));
  await later();
  return { secret, recoveryCodes: data.confirmSecondFactor!.recoveryCodes!, cookie: cookie! };
}
async function sessions(): Promise<number> { return Number((await world.admin.query<{ count: string }>('SELECT count(*) FROM sign_in')).rows[0]!.count); }

beforeAll(async () => {
  world = await openWorld();
  const made = await createAccount(world.admin, { ...person, password, mustChangePassword: false }, [{ unitCode: '02869', role: 'OFFICER', sensitiveNouns: ['MemberHealth'] }]);
  accountId = made!.id;
  hat = String(made!.posts[0]);
});
beforeEach(() => world.admin.query('DELETE FROM sign_in_attempt; DELETE FROM recovery_code; DELETE FROM half_sign_in; DELETE FROM second_factor; DELETE FROM second_factor_rule'));
afterAll(() => world.stop());

describe('a second factor', () => {
  it('is turned on by password and a first code, and its recovery codes are told once', async () => {
    const { cookie } = await login();
    expect((await begin(cookie!, 'mat khau khong dung')).data.beginSecondFactor).toEqual({ secret: null, picture: null, userErrors: [{ code: 'BAD_INPUT', field: 'currentPassword' }] });
    const { secret, picture } = (await begin(cookie!)).data.beginSecondFactor!;
    expect(picture).toMatch(/^<svg /);
    expect((await confirm(cookie!, '000000')).data.confirmSecondFactor).toEqual({ recoveryCodes: [], userErrors: [{ code: 'BAD_INPUT', field: 'code' }] });
    expect((await ask(cookie!, '{ secondFactor { isOn codesLeft } }')).data.secondFactor).toEqual({ isOn: false, codesLeft: 0 });
    const { recoveryCodes } = (await confirm(cookie!, codeOf(secret!))).data.confirmSecondFactor!;
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes!.every(code => /^([A-HJKMNP-Z2-9]{4}-){2}[A-HJKMNP-Z2-9]{4}$/.test(code))).toBe(true);
    expect((await ask(cookie!, '{ secondFactor { isOn codesLeft } }')).data.secondFactor).toEqual({ isOn: true, codesLeft: 10 });
    expect((await begin(cookie!)).data.beginSecondFactor!.userErrors).toEqual([{ code: 'NOT_ALLOWED_NOW', field: null }]);
    const { rows: [kept] } = await world.admin.query<{ secret: Buffer; codes: string }>('SELECT secret, (SELECT string_agg(code_hash::text, $2) FROM recovery_code) AS codes FROM second_factor WHERE account_id = $1', [accountId, ' ']);
    expect(kept!.secret.includes(Buffer.from(Secret.fromBase32(secret!).bytes))).toBe(false);
    for (const code of recoveryCodes!) expect(kept!.codes).not.toContain(Buffer.from(code).toString('hex'));
    const { rows: lines } = await world.admin.query('SELECT operation FROM audit_line WHERE account_id = $1 AND noun = $2 ORDER BY id', [accountId, 'Account']);
    expect(lines.map(({ operation }: { operation: string }) => operation)).toEqual(['confirmSecondFactor']);
  });

  it('leaves whoever has the password alone outside: no session, no cookie, and one verification', async () => {
    const { secret } = await turnOn(), before = await sessions(), verified = passwordMetrics.verifications;
    const half = await login();
    expect(half.data.login).toMatchObject({ viewer: null, mustSetUpSecondFactor: false, userErrors: [] });
    expect([half.cookie, await sessions(), passwordMetrics.verifications - verified]).toEqual([null, before, 1]);
    const codeToken = half.data.login!.codeToken!;
    const asCookie = await ask(`session=${codeToken}`, '{ viewer { name } }');
    expect([asCookie.status, asCookie.codes]).toEqual([401, ['UNAUTHENTICATED']]);
    const entered = await byCode(codeToken, codeOf(secret));
    expect(entered.data.loginByCode!.viewer!.unit.code).toBe('02869');
    expect([await sessions(), passwordMetrics.verifications - verified]).toEqual([before + 1, 1]);
    expect((await ask(entered.cookie!, '{ viewer { name } }')).data.viewer!.name).toBe(person.name);
    expect((await world.admin.query("SELECT FROM half_sign_in WHERE encode(token_hash, 'escape') LIKE $1", [`%${codeToken}%`])).rowCount).toBe(0);
  });

  it('answers alike to a wrong code, one used, one of long ago, and a token that is unknown, used or over; nobody is signed in', async () => {
    const { secret } = await turnOn(), used = (await login()).data.login!.codeToken!, code = codeOf(secret);
    await byCode(used, code);
    const fresh = (await login()).data.login!.codeToken!, over = (await login()).data.login!.codeToken!, before = await sessions();
    await world.admin.query("UPDATE half_sign_in SET expires_at = now() - interval '1 second' WHERE token_hash = sha256($1)", [Buffer.from(over)]);
    const answers = [];
    for (const [token, word] of [[fresh, code], [fresh, codeOf(secret, -4)], [fresh, codeOf(secret, 4)], [fresh, ''], [fresh, 'x'.repeat(5000)], [used, codeOf(secret, 1)], [over, codeOf(secret, 1)], ['A'.repeat(43), codeOf(secret, 1)], ['', '']] as const) {
      await world.admin.query('DELETE FROM sign_in_attempt');
      answers.push(await byCode(token, word));
    }
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.data.loginByCode!.userErrors!.map(({ code }) => code)).toEqual(['SIGN_IN_FAILED']);
    expect([answers.every(({ cookie }) => cookie === null), await sessions()]).toEqual([true, before]);
    await world.admin.query('DELETE FROM sign_in_attempt');
    expect((await byCode(fresh, codeOf(secret, 1))).data.loginByCode!.viewer).not.toBeNull();
  });

  it('counts wrong codes with wrong passwords, whoever asks anew for the half included', async () => {
    const { secret } = await turnOn();
    for (let at = 0; at < 4; at++) await byCode((await login()).data.login!.codeToken!, '000000');
    await login(undefined, 'mat khau khong dung');
    expect((await login()).data.login!.userErrors!.map(({ code }) => code)).toEqual(['TRY_LATER']);
    await world.admin.query("UPDATE sign_in_attempt SET blocked_until = now() - interval '1 second'");
    const token = (await login()).data.login!.codeToken!;
    await byCode(token, '000000');
    expect((await byCode(token, codeOf(secret))).data.loginByCode!.userErrors!.map(({ code }) => code)).toEqual(['TRY_LATER']);
  });

  it('takes a code once, also from a hundred who send it at the same moment', async () => {
    const { secret } = await turnOn(), before = await sessions(), code = codeOf(secret);
    const tokens = await Promise.all(Array.from({ length: 5 }, async () => (await login()).data.login!.codeToken!));
    await Promise.all(tokens.flatMap(token => Array.from({ length: 20 }, () => byCode(token, code))));
    expect(await sessions()).toBe(before + 1);
  });

  it('takes each recovery code once, in whatever case and grouping', async () => {
    const { recoveryCodes } = await turnOn(), [first, second] = recoveryCodes;
    const entered = await byCode((await login()).data.login!.codeToken!, first!.toLowerCase().replaceAll('-', ' '));
    expect((await ask(entered.cookie!, '{ secondFactor { codesLeft } }')).data.secondFactor!.codesLeft).toBe(9);
    const token = (await login()).data.login!.codeToken!;
    expect((await byCode(token, first!)).data.loginByCode!.userErrors!.map(({ code }) => code)).toEqual(['SIGN_IN_FAILED']);
    expect((await byCode(token, second!)).data.loginByCode!.viewer).not.toBeNull();
  });

  it('gives a new token at the second half, and ends what the browser carried before', async () => {
    const { secret, cookie } = await turnOn();
    const entered = await byCode((await login({ cookie })).data.login!.codeToken!, codeOf(secret), { cookie });
    expect(entered.cookie).not.toBe(cookie);
    expect((await ask(cookie, '{ viewer { name } }')).status).toBe(401);
  });

  it('ends a half sign-in with a new password, and with a lock', async () => {
    const { secret, cookie } = await turnOn(), token = (await login()).data.login!.codeToken!;
    const next = 'mat khau moi de thu 2';
    const changed = await ask(cookie, 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code } } }', { input: { currentPassword: password, newPassword: next } });
    expect((await byCode(token, codeOf(secret))).data.loginByCode!.userErrors!.map(({ code }) => code)).toEqual(['SIGN_IN_FAILED']);
    await ask(changed.cookie!, 'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code } } }', { input: { currentPassword: next, newPassword: password } });
    const locked = (await login()).data.login!.codeToken!;
    await world.admin.query('UPDATE account SET locked_on = now() WHERE id = $1', [accountId]);
    expect((await byCode(locked, codeOf(secret))).data.loginByCode!.userErrors!.map(({ code }) => code)).toEqual(['SIGN_IN_FAILED']);
    await world.admin.query('UPDATE account SET locked_on = NULL WHERE id = $1', [accountId]);
  });

  it('is turned off by password and code together, and by neither alone', async () => {
    const { secret, cookie } = await turnOn();
    for (const [word, code] of [['mat khau khong dung', codeOf(secret)], [password, '000000']] as const)
      expect((await remove(cookie, word, code)).data.removeSecondFactor!.userErrors).toEqual([{ code: 'BAD_INPUT', field: 'code' }]);
    expect((await ask(cookie, '{ secondFactor { isOn } }')).data.secondFactor!.isOn).toBe(true);
    expect((await remove(cookie, password, codeOf(secret))).data.removeSecondFactor!.userErrors).toEqual([]);
    expect((await login()).data.login!.viewer).not.toBeNull();
  });
});

describe('a rule that asks for it', () => {
  const demand = (day: string) => world.admin.query("INSERT INTO second_factor_rule (portal_kind, valid_from, source) VALUES ('commune', $1, 'Quyết định thử')", [day]);

  it('lets a post that opens sensitive data do nothing but set it up, from its day on', async () => {
    await demand('2026-09-09');
    expect((await login()).data.login!.mustSetUpSecondFactor).toBe(false);
    await demand('2026-09-08');
    const { data, cookie } = await login();
    expect(data.login!.mustSetUpSecondFactor).toBe(true);
    const refused = await ask(cookie!, '{ assignments(first: 1) { nodes { id } } }');
    expect([refused.status, refused.codes]).toEqual([403, ['MUST_SET_UP_SECOND_FACTOR']]);
    const file = await fetch(`${world.url}/files/00000000-0000-4000-8000-000000000000`, { headers: { cookie: cookie!, 'x-hat': hat, 'sec-fetch-site': 'same-origin' } });
    expect(file.status).toBe(403);
    const secret = (await begin(cookie!)).data.beginSecondFactor!.secret!;
    await confirm(cookie!, codeOf(secret));
    expect((await ask(cookie!, '{ assignments(first: 1) { nodes { id } } }')).status).toBe(200);
  });

  it('asks no longer from the day on which a rule says so, and a row set aside asks nothing', async () => {
    const owes = async () => (await login()).data.login!.mustSetUpSecondFactor;
    await demand('2026-01-01');
    expect(await owes()).toBe(true);
    await world.admin.query("UPDATE second_factor_rule SET replaced_on = '2026-09-08'");
    expect(await owes()).toBe(false);
    // Set aside, it leaves its day to another.
    await demand('2026-01-01');
    expect(await owes()).toBe(true);
    await expect(demand('2026-01-01')).rejects.toThrow('second_factor_rule_once');
    await world.admin.query("UPDATE second_factor_rule SET valid_to = '2026-09-07' WHERE replaced_on IS NULL");
    await world.admin.query("INSERT INTO second_factor_rule (portal_kind, valid_from, is_required, source) VALUES ('commune', '2026-09-08', false, 'Quyết định thử')");
    expect(await owes()).toBe(false);
    // What one unit need not does not undo what all of its kind must.
    await world.admin.query("DELETE FROM second_factor_rule; INSERT INTO second_factor_rule (unit_id, valid_from, is_required, source) SELECT id, '2026-01-01', false, 'Quyết định thử' FROM unit WHERE code = '02869'");
    expect(await owes()).toBe(false);
    await demand('2026-01-01');
    expect(await owes()).toBe(true);
  });

  it('leaves a post without sensitive data alone', async () => {
    await demand('2026-01-01');
    const plain = await world.as.commune('02869'), open = await world.as.commune('02869', { sensitive: ['MemberHealth'] }), other = await world.as.department('sxd', { sensitive: ['MemberHealth'] });
    const statusOf = async (client: typeof plain) => (await client('{ assignments(first: 1) { nodes { id } } }')).status;
    expect([await statusOf(plain), await statusOf(open), await statusOf(other)]).toEqual([200, 403, 200]);
  });
});

describe('a hat that was lent', () => {
  it('asks for the second factor as soon as it opens sensitive data, also where that was granted after it was lent', async () => {
    const [lent, own] = [await world.as.commune('02869', { sensitive: ['MemberHealth'] }), await world.as.commune('02869')];
    const { data } = await lent('mutation ($input: StartStandInInput!) { startStandIn(input: $input) { standIn { id } userErrors { code } } }', { input: { principal: lent.post, colleague: own.post, validFrom: '2026-09-08', validTo: '2026-09-12' } });
    const post = Number(data.startStandIn.standIn.id), account = (await world.admin.query<{ account_id: number }>('SELECT account_id FROM post WHERE id = $1', [post])).rows[0]!.account_id;
    const state = async () => { const viewer = await selectViewerUnder(world.app.door.source, account, post, '2026-09-08'); return [viewer!.sensitiveNouns, viewer!.mustSetUpSecondFactor]; };
    await world.admin.query("INSERT INTO second_factor_rule (portal_kind, valid_from, source) VALUES ('commune', '2026-01-01', 'Quyết định thử')");
    expect(await state()).toEqual([[], false]);
    await world.admin.query("UPDATE post SET sensitive_nouns = '{MemberHealth}' WHERE id = $1", [own.post]);
    expect(await state()).toEqual([['MemberHealth'], true]);
  });
});

describe('the secret', () => {
  it('opens with its own key for its own account only', () => {
    const box = createSecretBox(Buffer.from('khoa thu thu nhat')), sealed = box.seal(Buffer.from('bí mật'), 'account 1');
    expect(box.open(sealed, 'account 1').toString()).toBe('bí mật');
    expect(() => box.open(sealed, 'account 2')).toThrow();
    expect(() => createSecretBox(Buffer.from('khoa thu thu hai')).open(sealed, 'account 1')).toThrow();
    expect(() => box.open(Buffer.concat([sealed.subarray(0, -1), Buffer.from([sealed.at(-1)! ^ 1])]), 'account 1')).toThrow();
    expect(() => box.open(sealed.subarray(0, 20), 'account 1')).toThrow();
  });

  it('has a key file that only its owner reads, made once', () => {
    const dataFolder = join(tmpdir(), `khoa-${process.pid}`), key = secretKeyOf({ dataFolder });
    expect(secretKeyOf({ dataFolder })).toEqual(key);
    expect(statSync(join(dataFolder, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(secretKeyOf({ dataFolder, secretKey: 'x'.repeat(32) }).toString()).toBe('x'.repeat(32));
  });
});
