import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { lastNumber, newHousehold, onDay, type NewHousehold } from '../support/new-household.js';
import { outcome, refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, bank: Client, household: NewHousehold;

beforeAll(async () => { world = await openWorld(); });
beforeEach(async () => {
  bank = await world.as.department('nhcsxh');
  household = await newHousehold(world.admin, { class: 'NEAR_POOR', since: '2026-03-01', names: ['Hoàng Thị Đào', 'Lý A Sùng'] });
  await world.admin.query('TRUNCATE access_log');
});
afterAll(() => world.stop());

const check = (client: Client, idNumber: string, name: string): Promise<Answer> =>
  client('mutation ($input: CheckEligibilityInput!) { checkEligibility(input: $input) { isListed class standard since asOf userErrors { code field } } }', { input: { idNumber, name } });
const found = async (client: Client, idNumber: string, name: string) => (await check(client, idNumber, name)).data.checkEligibility;
const lines = async () => (await world.admin.query('SELECT account_id, post_id, unit_id, household_id AS household, member_id AS member, part, purpose FROM access_log ORDER BY id')).rows;
const line = async (client: Client, member: string | null) => ({ account_id: (await world.admin.query('SELECT account_id FROM post WHERE id = $1', [client.post])).rows[0].account_id, post_id: client.post, unit_id: client.unitId,
  household: member && household.id, member, part: 'Eligibility', purpose: 'VERIFY_PERSON' });
const listed = { isListed: true, class: 'NEAR_POOR', standard: 'VN-MDP-2022', since: '2026-03-01', asOf: '2026-09-08', userErrors: [] };
const notListed = { isListed: false, class: null, standard: null, since: null, asOf: '2026-09-08', userErrors: [] };
const nothing = { isListed: null, class: null, standard: null, since: null, asOf: '2026-09-08' };

describe('eligibility', () => {
  it('is answered with class, standard and day to the policy bank, social insurance and the schools\' department', async () => {
    for (const unit of ['nhcsxh', 'bhxh', 'sgddt']) {
      await world.admin.query('TRUNCATE access_log');
      const client = await world.as.department(unit);
      expect([unit, await found(client, lastNumber(1), 'Lý A Sùng')]).toEqual([unit, listed]);
      expect(await lines()).toEqual([await line(client, household.members[1]!)]);
    }
  });
  it.each(['Hoàng Thị Đào', 'hoang thi dao', 'HOÀNG  THỊ ĐÀO', 'Hoàng Thị Đào'.normalize('NFD'), 'Hòang Thị Đào'])('knows %j for the name on the list', async name => {
    expect(await found(bank, lastNumber(0), name)).toEqual(listed);
  });
  it('is alike for an unknown number, another name, a part of the name and a class that is no list', async () => {
    const average = await newHousehold(world.admin, { class: 'AVERAGE', names: ['Sùng Thị Khá'] }), ofAverage = lastNumber(0);
    await newHousehold(world.admin, { names: ['Tráng A Mất'] });
    const ofDead = lastNumber(0);
    await world.admin.query("UPDATE member SET residence = 'DEAD' WHERE full_name = 'Tráng A Mất'");
    const texts = [];
    for (const [number, name] of [['999999999999', 'Lý A Sùng'], [lastNumber(0), 'Lý A Sùng'], [ofAverage, 'Sùng Thị Khá'], [ofAverage, 'Sùng Thị'], [ofDead, 'Tráng A Mất']] as const) {
      const answer = await check(bank, number, name);
      expect([name, answer.data.checkEligibility]).toEqual([name, notListed]);
      texts.push(answer.text);
    }
    expect(new Set(texts).size).toBe(1);
    expect(average.members).toHaveLength(1);
    expect(await lines()).toEqual(await Promise.all(texts.map(() => line(bank, null))));
  });
  it('of the newly escaped ends with their window', async () => {
    await newHousehold(world.admin, { class: 'NEWLY_ESCAPED', since: '2023-09-09', names: ['Cư Thị Qua'] });
    const number = lastNumber(0);
    expect((await found(bank, number, 'Cư Thị Qua')).isListed).toBe(true);
    expect((await onDay(world, '2026-09-09', () => found(bank, number, 'Cư Thị Qua'))).isListed).toBe(false);
  });
  it('is not looked up for other departments, other portals, other posts; nothing is kept of it', async () => {
    for (const unit of ['sxd', 'syt', 'cat']) {
      const client = await world.as.department(unit);
      const { answer, trail } = await refused(world, () => found(client, lastNumber(1), 'Lý A Sùng'));
      expect([unit, answer]).toEqual([unit, { ...nothing, userErrors: [{ code: 'NOT_ALLOWED_NOW', field: null }] }]);
      expect(trail.map(one => one.operation)).toEqual(['checkEligibility']);
    }
    for (const client of [await world.as.secretariat('thuong-truc', { role: 'LEADER' }), await world.as.commune('02869'), await world.as.massOrganisation('lhpn'), await world.as.department('nhcsxh', { role: 'VIEWER' })])
      expect(outcome((await refused(world, () => check(client, lastNumber(1), 'Lý A Sùng'))).answer)).toBe('403 FORBIDDEN');
    expect(await lines()).toEqual([]);
  });
  it('names what is wrong with number and name', async () => {
    for (const [number, name, fields] of [['12', 'Lý', ['idNumber']], ['', '', ['idNumber', 'name']], ['1'.repeat(12), '123', ['name']], [`${'1'.repeat(11)}a`, 'Lý', ['idNumber']]] as const) {
      const { answer } = await refused(world, () => found(bank, number, name));
      expect(answer).toEqual({ ...nothing, userErrors: fields.map(field => ({ code: 'BAD_INPUT', field })) });
    }
    expect(await lines()).toEqual([]);
  });
  it('is asked so many times an hour by one account, whichever of its posts, and not once more at the same time', async () => {
    await world.admin.query("UPDATE registry_rule SET value = 5 WHERE name = 'ELIGIBILITY_CHECKS_AN_HOUR'");
    const answers = await Promise.all(Array.from({ length: 9 }, () => found(bank, lastNumber(1), 'Lý A Sùng')));
    const later = { ...nothing, userErrors: [{ code: 'TRY_LATER', field: null }] };
    expect(answers.filter(answer => answer.isListed === true)).toEqual(Array(5).fill(listed));
    expect(answers.filter(answer => answer.isListed === null)).toEqual(Array(4).fill(later));
    expect(await lines()).toHaveLength(5);
    expect(await found(bank, '999999999999', 'Ai Đó')).toEqual(later);
    const colleague = await world.as.department('nhcsxh');
    expect(await found(colleague, lastNumber(1), 'Lý A Sùng')).toEqual(listed);
    await world.admin.query("ALTER TABLE access_log DISABLE TRIGGER append_only; UPDATE access_log SET at = at - interval '61 minutes'; ALTER TABLE access_log ENABLE TRIGGER append_only");
    expect(await found(bank, lastNumber(1), 'Lý A Sùng')).toEqual(listed);
    await world.admin.query("UPDATE registry_rule SET value = 60 WHERE name = 'ELIGIBILITY_CHECKS_AN_HOUR'");
  });
  it('is one person a request: two names of the operation are one too many', async () => {
    const { status } = await bank('mutation { a: checkEligibility(input: { idNumber: "111111111111", name: "A" }) { isListed } b: checkEligibility(input: { idNumber: "111111111111", name: "B" }) { isListed } }');
    expect([status, await lines()]).toEqual([400, []]);
  });
});
