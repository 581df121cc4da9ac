import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withSession } from '../../server/database/session.js';
import type { Viewer } from '../../server/identity/viewer.js';
import { check, fileOf, messagesOf } from '../support/import-client.js';
import { newHousehold, onDay, type NewHousehold } from '../support/new-household.js';
import { refused, userErrors } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

// Sight that a unit would make for itself, or keep beyond its cause.

let world: World, front: Client, bank: Client, family: NewHousehold;
beforeAll(async () => {
  world = await openWorld();
  front = await world.as.massOrganisation('mttq');
  bank = await world.as.department('nhcsxh', { role: 'LEADER', sensitive: ['HouseholdIdentity', 'SupportLoan'] });
  family = await newHousehold(world.admin);
});
afterAll(() => world.stop());

const viewer = (): Viewer => ({ accountId: 1, accountName: '', postId: front.post, postName: '', postRole: 'OFFICER', unitId: front.unitId, unitCode: 'mttq', portalKind: 'massOrganisation', villages: null, communes: null, sensitiveNouns: [], mustChangePassword: false });
const create = (client: Client, input: object) => client('mutation ($input: CreateSupportInput!) { createSupport(input: $input) { support { id } userErrors { code field } } }', { input: { kind: 'HOUSING', state: 'PLANNED', ...input } });
const sees = async (client: Client, id: string): Promise<boolean> => (await client('query ($id: ID!) { household(id: $id) { code } }', { id })).data.household !== null;

describe('whoever supervises a list', () => {
  it('makes no lasting sight of its households by a help of its own, written or brought in', async () => {
    await world.admin.query("INSERT INTO supervision (unit_id, commune_id, kind, title, valid_from, valid_to) SELECT $1, commune_id, 'INSPECTION', 'Kiểm tra', '2026-09-01', '2026-09-10' FROM household WHERE id = $2", [front.unitId, family.id]);
    expect(await sees(front, family.id)).toBe(true);
    const { answer } = await refused(world, () => create(front, { household: family.id }));
    expect(userErrors(answer)).toEqual(['NOT_FOUND']);
    const { rows: [{ code: unit }] } = await world.admin.query('SELECT u.code FROM household h JOIN unit u ON u.id = h.commune_id WHERE h.id = $1', [family.id]);
    const batch = await check(world, front, await fileOf([['Mã xã', 'Mã hộ', 'Loại hỗ trợ', 'Ngày dự kiến'], [unit, family.code, 'HOUSING', '01/10/2026']]), 'SUPPORTS');
    expect([batch.good, await messagesOf(front, batch.id)]).toEqual([0, { 2: [`B2: Không có hộ mã “${family.code}” trong các hộ đơn vị được xem. Hãy kiểm tra mã xã và mã hộ.`] }]);
    await expect(withSession(world.app.door, viewer(), 'write', session => session.read("INSERT INTO support (household_id, kind, provider_id, state) VALUES ($1, 'HOUSING', $2, 'PLANNED')", [family.id, front.unitId]))).rejects.toMatchObject({ code: '42501' });
    await onDay(world, '2026-09-11', async () => expect(await sees(front, family.id)).toBe(false));
  });
});

describe('a help that was given', () => {
  it('shows its member no longer than the household', async () => {
    await world.admin.query("INSERT INTO support (household_id, member_id, kind, provider_id, state, delivered_day) VALUES ($1, $2, 'LOAN', $3, 'DELIVERED', '2026-09-01')", [family.id, family.members[1], bank.unitId]);
    const ask = () => bank('query ($id: ID!) { member(id: $id) { fullName } members(first: 5, filter: { id: { eq: $id } }) { nodes { birthYear } totalCount { value } } }', { id: family.members[1] });
    expect((await ask()).data).toEqual({ member: { fullName: 'Giàng Thị Nghiệm' }, members: { nodes: [{ birthYear: 1990 }], totalCount: { value: 1 } } });
    await onDay(world, '2026-12-01', async () => {
      expect(await sees(bank, family.id)).toBe(false);
      expect((await ask()).data).toEqual({ member: null, members: { nodes: [], totalCount: { value: 0 } } });
    });
  });
});

describe('two stretches of one cause', () => {
  const days = ['2026-08-31', '2026-09-08', '2026-09-30', '2026-10-01', '2026-10-05', '2026-11-30', '2026-12-01'] as const;
  const seenOn = async (client: Client, id: string): Promise<string[]> => {
    const seen: string[] = [];
    for (const day of days) await onDay(world, day, async () => { if (await sees(client, id)) seen.push(day); });
    return seen;
  };
  it.each([
    ['a pairing', 'lhpn', "INSERT INTO pairing (commune_id, helper_id, household_id, valid_from, valid_to, state, commune_confirmed_on, helper_confirmed_on) SELECT commune_id, $1, id, d.a::date, d.b::date, 'AGREED', '2026-07-31', '2026-07-31' FROM household, (VALUES ('2026-08-01', '2026-08-31'), ('2026-10-01', '2026-10-05'), ('2026-12-01', '2027-01-01')) d(a, b) WHERE id = $2", ['2026-08-31', '2026-10-01', '2026-10-05', '2026-12-01']],
    ['a supervision', 'mttq', "INSERT INTO supervision (unit_id, commune_id, kind, title, valid_from, valid_to) SELECT $1, commune_id, 'INSPECTION', 'Kiểm tra', d.a::date, d.b::date FROM household, (VALUES ('2026-08-01', '2026-08-31'), ('2026-10-01', '2026-10-03'), ('2026-10-04', '2026-10-05')) d(a, b) WHERE id = $2", ['2026-08-31', '2026-10-01', '2026-10-05']],
  ])('of %s show nothing on the days between', async (_what, unit, sql, expected) => {
    const household = await newHousehold(world.admin, { commune: '02647' }), client = await world.as.massOrganisation(unit);
    await world.admin.query(sql, [client.unitId, household.id]);
    expect(await seenOn(client, household.id)).toEqual(expected);
  });
});
