import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createAccount } from '../../server/identity/account.service.js';
import { accountOf, keep, password, signIn } from '../support/people.js';
import { outcome, refused, userErrors } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, account: number, post: number, keeper: Client;
const reset = async (client: Client, id = String(account)) => keep(client, 'resetSecondFactor', 'AccountInput', { id }, 'account { hasSecondFactor }');

beforeAll(async () => {
  world = await openWorld();
  const made = await createAccount(world.admin, { login: 'thu.mat', name: 'Người Mất Máy', password, mustChangePassword: false }, [{ unitCode: '02869', role: 'OFFICER', sensitiveNouns: ['MemberHealth'] }]);
  [account, post] = [made!.id, made!.posts[0]!];
  keeper = await world.as.commune('02869', { role: 'ACCOUNT_ADMINISTRATOR' });
});
beforeEach(async () => {
  await world.admin.query("INSERT INTO second_factor (account_id, secret, confirmed_at) VALUES ($1, '\\x00', now())", [account]);
  await world.admin.query("INSERT INTO recovery_code (code_hash, account_id) VALUES ('\\x01', $1)", [account]);
});
afterAll(() => world.stop());

describe('a second factor that was lost', () => {
  it('is not taken away by oneself, a colleague, or another unit, and not by a random id', async () => {
    const tries: [Client, string, string][] = [[keeper, String(await accountOf(world, keeper.post)), 'NOT_ALLOWED_NOW'], [await world.as.commune('02869'), String(account), '403 FORBIDDEN'],
      [await world.as.commune('02647', { role: 'LEADER' }), String(account), 'NOT_FOUND'], [await world.as.department('sxd', { role: 'ACCOUNT_ADMINISTRATOR' }), String(account), 'NOT_FOUND'], [keeper, '999999', 'NOT_FOUND']];
    for (const [client, id, expected] of tries) {
      const { answer } = await refused(world, () => reset(client, id));
      expect([client.unit, id, answer.errors ? outcome(answer) : userErrors(answer).join()]).toEqual([client.unit, id, expected]);
    }
    await world.admin.query('DELETE FROM recovery_code; DELETE FROM second_factor');
  });

  it('is taken away by the keeper of the account: sessions end, sensitive rights wait for a leader, the person is told, and the trail has one line', async () => {
    expect((await signIn(world, 'thu.mat')).data.login).toMatchObject({ viewer: null, codeToken: expect.any(String) });
    await world.admin.query("INSERT INTO sign_in (token_hash, account_id, post_id, expires_at) VALUES ('\\x02', $1, $2, now() + interval '12 hours')", [account, post]);
    const { rows: [{ last }] } = await world.admin.query<{ last: string }>('SELECT max(id) AS last FROM audit_line');
    expect((await reset(keeper)).data.resetSecondFactor).toEqual({ account: { hasSecondFactor: false }, userErrors: [] });
    const { rows: [left] } = await world.admin.query('SELECT (SELECT count(*) FROM second_factor)::int AS factors, (SELECT count(*) FROM recovery_code)::int AS codes, (SELECT count(*) FROM half_sign_in)::int AS halves, (SELECT count(*) FROM sign_in WHERE account_id = $1 AND revoked_at IS NULL)::int AS sessions', [account]);
    expect(left).toEqual({ factors: 0, codes: 0, halves: 0, sessions: 0 });
    expect((await world.admin.query('SELECT sensitive_nouns FROM post WHERE id = $1', [post])).rows).toEqual([{ sensitive_nouns: [] }]);
    expect((await world.admin.query('SELECT nouns, state FROM right_request WHERE post_id = $1', [post])).rows).toEqual([{ nouns: ['MemberHealth'], state: 'REQUESTED' }]);
    expect((await world.admin.query("SELECT kind, post_id, roles FROM notice WHERE kind IN ('SECOND_FACTOR_RESET', 'RIGHTS_REQUESTED') ORDER BY kind")).rows)
      .toEqual([{ kind: 'RIGHTS_REQUESTED', post_id: null, roles: ['LEADER'] }, { kind: 'SECOND_FACTOR_RESET', post_id: post, roles: null }]);
    expect((await world.admin.query("SELECT operation, post_id, row_id, before, after FROM audit_line WHERE id > $1 AND operation <> 'signOut' ORDER BY id", [last])).rows)
      .toEqual([{ operation: 'resetSecondFactor', post_id: keeper.post, row_id: String(account), before: { hasSecondFactor: true }, after: { hasSecondFactor: false, suspendedPosts: [post] } }]);
    expect((await signIn(world, 'thu.mat')).data.login).toMatchObject({ viewer: { post: { id: String(post) } }, codeToken: null });
    await world.admin.query("INSERT INTO second_factor (account_id, secret) VALUES ($1, '\\x00')", [account]);
    expect(userErrors((await refused(world, () => reset(keeper))).answer)).toEqual(['NOT_ALLOWED_NOW']);
  });
});
