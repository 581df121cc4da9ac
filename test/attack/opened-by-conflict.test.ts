import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { newHousehold, type NewHousehold } from '../support/new-household.js';
import { refused } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

// A write with a stale version answers with the other side's values: that is an opening like any other.

let world: World, officer: Client, bank: Client, family: NewHousehold;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869', { role: 'LEADER', sensitive: ['HouseholdIdentity'] });
  bank = await world.as.department('nhcsxh', { role: 'LEADER', sensitive: ['SupportLoan'] });
  family = await newHousehold(world.admin);
  await world.admin.query('UPDATE household_contact SET latitude = 22.5, longitude = 104.1 WHERE household_id = $1', [family.id]);
});
beforeEach(async () => void await world.admin.query('TRUNCATE access_log'));
afterAll(() => world.stop());

const opened = async () => (await world.admin.query('SELECT household_id AS household, member_id AS member, part FROM access_log ORDER BY part')).rows;
async function stale(client: Client, field: string, type: string, input: object): Promise<[string, string | null][]> {
  const { answer } = await refused(world, () => client(`mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code } conflicts { field current } } }`, { input }));
  const { userErrors, conflicts } = answer.data[field];
  expect(userErrors).toEqual([{ code: 'CONFLICT' }]);
  return conflicts.map((one: { field: string; current: string | null }) => [one.field, one.current]);
}

it('the ethnicity of a household', async () => {
  expect(await stale(officer, 'updateHousehold', 'UpdateHouseholdInput', { id: family.id, version: 0, ethnicity: '09' })).toEqual([['ethnicity', '01']]);
  expect(await opened()).toEqual([{ household: family.id, member: null, part: 'Household.ethnicity' }]);
});
it('the ethnicity of a member', async () => {
  expect(await stale(officer, 'updateMember', 'UpdateMemberInput', { id: family.members[1], version: 0, ethnicity: '09' })).toEqual([['ethnicity', '01']]);
  expect(await opened()).toEqual([{ household: family.id, member: family.members[1], part: 'Member.ethnicity' }]);
});
it('where a household lives', async () => {
  expect(await stale(officer, 'saveHouseholdContact', 'SaveHouseholdContactInput', { household: family.id, latitude: 10, longitude: 105 })).toEqual([['latitude', '22.5'], ['longitude', '104.1']]);
  expect(await opened()).toEqual([{ household: family.id, member: null, part: 'HouseholdContact.latitude' }, { household: family.id, member: null, part: 'HouseholdContact.longitude' }]);
});
it('a loan', async () => {
  const { rows: [{ id }] } = await world.admin.query("INSERT INTO support (household_id, member_id, kind, provider_id, state) VALUES ($1, $2, 'LOAN', $3, 'APPROVED') RETURNING id", [family.id, family.members[1], bank.unitId]);
  await world.admin.query("INSERT INTO support_loan (support_id, term_months, outstanding) VALUES ($1, 36, 50000000)", [id]);
  expect(await stale(bank, 'saveSupportLoan', 'SaveSupportLoanInput', { support: id, outstanding: 1 })).toEqual([['outstanding', '50000000']]);
  const line = { household: family.id, member: family.members[1], part: 'SupportLoan' };
  expect(await opened()).toEqual([line]);
  // As every list shows it, it names whose it is as well.
  await bank('query ($id: ID!) { supports(first: 1, filter: { id: { eq: $id } }) { nodes { loan(purpose: REVIEW) { outstanding } } } }', { id });
  expect(await opened()).toEqual([line, line]);
});
it('of what is not sensitive leaves no line', async () => {
  await stale(officer, 'updateHousehold', 'UpdateHouseholdInput', { id: family.id, version: 0, officerInCharge: 'Lý Văn Phụ' });
  expect(await opened()).toEqual([]);
});
