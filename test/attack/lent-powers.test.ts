import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashOf, newToken } from '../../server/identity/token.js';
import { accountOf, asSession, keep, payload } from '../support/people.js';
import { refused, userErrors } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

// Whoever stands in has the work of the post that was lent, and nothing by which it could be kept.

let world: World, leader: Client, colleague: Client, officer: Client, keeper: Client, deputy: Client;

/** A client under a further hat of its person. */
async function under(post: number, { unit, unitId }: Client): Promise<Client> {
  const token = newToken();
  await world.admin.query("INSERT INTO sign_in (token_hash, account_id, post_id, expires_at) VALUES ($1, $2, $3, now() + interval '12 hours')", [hashOf(token), await accountOf(world, post), post]);
  const ask = async (query: string, variables: object = {}) => {
    const { status, body } = await asSession(world, token, post, query, variables);
    return { status, ...body as unknown as { data: never; errors: undefined }, text: JSON.stringify(body), headers: new Headers() };
  };
  return Object.assign(ask, { unit, unitId, post, token });
}
const person = async (post: number) => ({ id: String(await accountOf(world, post)) });
const terms = { role: 'OFFICER', validFrom: '2025-07-01', sensitiveNouns: [] as string[] };

beforeAll(async () => {
  world = await openWorld();
  [leader, officer, colleague, keeper] = await Promise.all([world.as.commune('02869', { role: 'LEADER' }), world.as.commune('02869'), world.as.commune('02869'), world.as.commune('02869', { role: 'ACCOUNT_ADMINISTRATOR' })]);
  const { data } = await leader('mutation ($input: StartStandInInput!) { startStandIn(input: $input) { standIn { id } userErrors { code } } }',
    { input: { principal: leader.post, colleague: colleague.post, validFrom: '2026-09-08', validTo: '2026-09-12' } });
  deputy = await under(Number(data.startStandIn.standIn.id), colleague);
});
afterAll(() => world.stop());

describe('who stands in for a leader', () => {
  const tries: Readonly<Record<string, () => Promise<[name: string, type: string, input: object]>>> = {
    'resets the password of who lent': async () => ['renewInvitation', 'AccountInput', await person(leader.post)],
    'takes away the second factor of who lent': async () => ['resetSecondFactor', 'AccountInput', await person(leader.post)],
    'locks who lent': async () => ['lockAccount', 'AccountInput', await person(leader.post)],
    'mails another address': async () => ['changeAccount', 'ChangeAccountInput', { ...await person(leader.post), email: 'ke-gian@example.vn' }],
    'ends the post that was lent': async () => ['endPost', 'EndPostInput', { id: String(leader.post), version: 1, lastDay: '2026-09-07' }],
    'lowers the post that was lent': async () => ['changePost', 'ChangePostInput', { id: String(leader.post), version: 1, ...terms }],
    'locks an administrator': async () => ['lockAccount', 'AccountInput', await person(keeper.post)],
    'prolongs the lending': async () => ['changePost', 'ChangePostInput', { id: String(deputy.post), version: 1, ...terms, validTo: '2026-12-31' }],
  };
  it.each(Object.keys(tries))('never %s', async what => {
    const [name, type, input] = await tries[what]!(), { answer } = await refused(world, () => keep(deputy, name, type, input));
    expect([what, userErrors(answer)]).toEqual([what, ['NOT_ALLOWED_NOW']]);
  });
  it.each(['LEADER', 'ACCOUNT_ADMINISTRATOR'])('makes nobody %s: by no invitation, offer or change', async role => {
    const named = { unit: String(deputy.unitId), name: 'Lò Văn Thử', role, validFrom: '2026-09-08' };
    for (const [name, type, input] of [['inviteAccount', 'InviteAccountInput', { ...named, login: 'them.02869' }], ['offerPost', 'OfferPostInput', { ...named, login: 'ai.do.02869' }],
      ['changePost', 'ChangePostInput', { id: String(officer.post), version: 1, ...terms, role }]] as const) {
      const { answer } = await refused(world, () => keep(deputy, name, type, input));
      expect([name, userErrors(answer)]).toEqual([name, ['BAD_INPUT']]);
    }
  });
  it('is refused by the database too', async () => {
    for (const call of [`make_account_link(${await accountOf(world, leader.post)}, '\\x00', 'x')`, `reset_second_factor(${await accountOf(world, leader.post)}, 'x')`, `end_post(${leader.post}, '2026-09-07')`, `change_post(${leader.post}, 'VIEWER', NULL, NULL, NULL, '2025-07-01', NULL, '{}', 'x')`,
      `invite_account('them.02869', 'Thử', NULL, 'x', '\\x01', ${deputy.unitId}, 'LEADER', NULL, NULL, '2026-09-08', NULL)`, `offer_post('ai.do.02869', 'Thử', ${deputy.unitId}, 'LEADER', NULL, NULL, '2026-09-08', NULL)`]) {
      await world.admin.query('BEGIN');
      await world.admin.query("SELECT set_config('role', 'portal_commune', true), set_config('app.units', $1, true), set_config('app.post', $2, true), set_config('app.role', 'LEADER', true), set_config('app.today', '2026-09-08', true)", [`{${deputy.unitId}}`, String(deputy.post)]);
      await expect(world.admin.query(`SELECT ${call}`)).rejects.toMatchObject({ code: '42501' });
      await world.admin.query('ROLLBACK');
    }
  });
  it('keeps the officers of the unit, as the work of a leader', async () => {
    const answer = await keep(deputy, 'changePost', 'ChangePostInput', { id: String(officer.post), version: 1, ...terms, officePhone: '0214 3 111 111' });
    expect(payload(answer).userErrors).toEqual([]);
  });
});

describe('a unit', () => {
  const end = (client: Client, post: number, lastDay = '2026-09-08') => keep(client, 'endPost', 'EndPostInput', { id: String(post), version: 1, lastDay });
  const handOver = (client: Client, from: number, to: number) => keep(client, 'handOver', 'HandOverInput', { from: String(from), to: String(to), isAcknowledged: true });
  /** Two leaders and an officer of a commune, of which nobody else leads it. */
  async function twoLeaders(code: string): Promise<[Client, Client, Client]> {
    const [first, second, third] = [await world.as.commune(code, { role: 'LEADER' }), await world.as.commune(code, { role: 'LEADER' }), await world.as.commune(code)];
    await world.admin.query("UPDATE post SET valid_to = '2026-09-01' WHERE unit_id = $1 AND role = 'LEADER' AND id <> ALL ($2)", [first.unitId, [first.post, second.post]]);
    return [first, second, third];
  }

  it('keeps one of two leaders who end one another, in turn or at once', async () => {
    const [first, second] = await twoLeaders('02647');
    expect(payload(await end(first, second.post)).userErrors).toEqual([]);
    for (const attempt of [() => end(second, first.post), () => end(first, first.post), () => end(second, first.post, '2026-12-31'),
      async () => keep(second, 'lockAccount', 'AccountInput', await person(first.post)), () => keep(second, 'changePost', 'ChangePostInput', { id: String(first.post), version: 1, ...terms })])
      expect(userErrors((await refused(world, attempt)).answer)).toEqual(['NOT_ALLOWED_NOW']);
    const [one, other] = await twoLeaders('02752'), answers = await Promise.all([end(one, other.post), end(other, one.post)]);
    const { rows: [{ left }] } = await world.admin.query<{ left: number }>("SELECT count(*)::int AS left FROM post WHERE unit_id = $1 AND role = 'LEADER' AND valid_to IS NULL", [one.unitId]);
    expect([left, answers.filter(({ data }) => data?.endPost?.userErrors.length === 0).length]).toEqual([1, 1]);
  });
  it('has no leader who is locked, invited only, or gone tomorrow: the last one beside them does not hand the post over', async () => {
    const [last, other, officerOf] = await twoLeaders('02680'), account = await accountOf(world, other.post);
    for (const [put, back] of [['UPDATE account SET locked_on = now() WHERE id = $1', 'UPDATE account SET locked_on = NULL WHERE id = $1'],
      ['UPDATE account SET joined_at = NULL WHERE id = $1', 'UPDATE account SET joined_at = now() WHERE id = $1'],
      ["UPDATE post SET valid_to = '2026-09-08' WHERE account_id = $1", 'UPDATE post SET valid_to = NULL WHERE account_id = $1']] as const) {
      await world.admin.query(put, [account]);
      const { answer } = await refused(world, () => handOver(last, last.post, officerOf.post));
      expect([put, answer.data.handOver.userErrors.map(({ code, field }: { code: string; field: string }) => [code, field])]).toEqual([put, [['BAD_INPUT', 'from']]]);
      await world.admin.query(back, [account]);
    }
    expect(payload(await handOver(last, last.post, officerOf.post)).userErrors).toEqual([]);
  });
});
