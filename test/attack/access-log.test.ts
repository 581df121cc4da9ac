import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, officer: Client, plain: Client, secretariat: Client;
let household: { id: string; members: { id: string; identity: boolean }[] };

interface Reading { readonly household: string | null; readonly member: string | null; readonly part: string; readonly purpose: string | null }

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869', { sensitive: ['HouseholdIdentity'] });
  plain = await world.as.commune('02869');
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER', sensitive: ['HouseholdIdentity', 'HealthDeprivation'] });
  ({ rows: [household] } = await world.admin.query(`SELECT h.id, json_agg(json_build_object('id', m.id, 'identity', i.member_id IS NOT NULL) ORDER BY m.is_head DESC, m.birth_year, m.id) AS members
    FROM household h JOIN member m ON m.household_id = h.id LEFT JOIN household_identity i ON i.member_id = m.id WHERE h.commune_id = $1 GROUP BY h.id HAVING count(i.member_id) >= 2 ORDER BY h.code LIMIT 1`, [officer.unitId]));
});
beforeEach(async () => void await world.admin.query('TRUNCATE access_log'));
afterAll(() => world.stop());

/** What was logged since the test began, with who read and in which request. */
const readings = async (): Promise<(Reading & { post: number; unit: number; request: string })[]> =>
  (await world.admin.query("SELECT household_id AS household, member_id AS member, part, purpose, post_id AS post, unit_id AS unit, request_id AS request FROM access_log ORDER BY id")).rows;
const parts = async (): Promise<Record<string, number>> => Object.fromEntries((await world.admin.query<{ part: string; n: number }>('SELECT part, count(*)::int AS n FROM access_log GROUP BY part ORDER BY part')).rows.map(row => [row.part, row.n]));
const withIdentity = (): string[] => household.members.filter(member => member.identity).map(member => member.id);
const ofHousehold = (selection: string): string => `query ($id: ID!) { household(id: $id) { ${selection} } }`;
const id = () => ({ id: household.id });

describe('the identity of a member', () => {
  it('is opened with a purpose by a post that may, and each reading is logged under its request', async () => {
    const { data, headers } = await officer(ofHousehold('members { identity(purpose: VERIFY_PERSON) { idNumber } }'), id());
    expect(data.household.members.filter((member: { identity: object | null }) => member.identity)).toHaveLength(withIdentity().length);
    expect(await readings()).toEqual(withIdentity().map(member => ({ household: household.id, member, part: 'HouseholdIdentity', purpose: 'VERIFY_PERSON', post: officer.post, unit: officer.unitId, request: headers.get('x-request-id') })));
  });
  it.each(['identity { idNumber }', 'identity(purpose: null) { idNumber }', 'identity(purpose: CURIOSITY) { idNumber }', 'identity(purpose: "VERIFY_PERSON") { idNumber }'])('is not opened by %s', async field => {
    const { status, data } = await officer(ofHousehold(`members { ${field} }`), id());
    expect([status, data ?? null, await readings()]).toEqual([400, null, []]);
  });
  it.each([[null], ['CURIOSITY'], [undefined]])('is not opened by the purpose %j in a variable', async purpose => {
    const { status, data } = await officer('query ($id: ID!, $purpose: Purpose!) { household(id: $id) { members { identity(purpose: $purpose) { idNumber } } } }', { ...id(), purpose });
    expect([status, data ?? null, await readings()]).toEqual([400, null, []]);
  });
  it('stays closed to a post without the right, to a viewer and an account administrator who were named for it, and to a village head of another village', async () => {
    const { rows: [{ code }] } = await world.admin.query<{ code: string }>('SELECT v.code FROM village v WHERE v.commune_id = $1 AND v.id <> (SELECT village_id FROM household WHERE id = $2) ORDER BY v.code LIMIT 1', [officer.unitId, household.id]);
    const viewer = await world.as.commune('02869', { role: 'VIEWER', sensitive: ['HouseholdIdentity'] });
    const head = await world.as.commune('02869', { role: 'VILLAGE_OFFICER', sensitive: ['HouseholdIdentity'], villages: [code] });
    const accounts = await world.as.commune('02869', { role: 'ACCOUNT_ADMINISTRATOR', sensitive: ['HouseholdIdentity'] });
    const ask = ofHousehold('members { identity(purpose: REVIEW) { idTail idNumber } } locked { part reason }');
    for (const client of [plain, viewer]) {
      const { data } = await client(ask, id());
      expect(data.household.members.map((member: { identity: unknown }) => member.identity)).toEqual(household.members.map(() => null));
      expect(data.household.locked).toContainEqual({ part: 'HouseholdIdentity', reason: 'POST' });
    }
    expect((await head(ask, id())).data).toEqual({ household: null });
    expect((await accounts(ask, id())).status).toBe(403);
    expect((await (await world.as.massOrganisation('lhpn', { sensitive: ['HouseholdIdentity'] }))(ask, id())).status).toBe(403);
    expect(await readings()).toEqual([]);
  });
  it('opens to a department of the members to whom it is to give an approved help, and of nobody else', async () => {
    for (const unit of ['sxd', 'snv']) {
      await world.admin.query('TRUNCATE access_log');
      const client = await world.as.department(unit, { sensitive: ['HouseholdIdentity'] });
      const { data } = await client('{ households(first: 100) { nodes { members { id identity(purpose: PROVIDE_SUPPORT) { idNumber } } } } }');
      const opened = (data.households.nodes as { members: { id: string; identity: object | null }[] }[]).flatMap(node => node.members).filter(member => member.identity).map(member => member.id);
      const { rows } = await world.admin.query<{ id: string }>("SELECT DISTINCT p.member_id AS id FROM support p JOIN household_identity i ON i.member_id = p.member_id WHERE p.provider_id = $1 AND p.state = 'APPROVED'", [client.unitId]);
      expect([unit, opened.filter(id => !rows.some(row => row.id === id))]).toEqual([unit, []]);
      expect((await readings()).map(({ member, part, purpose, unit: of }) => [member, part, purpose, of])).toEqual(opened.map(member => [member, 'HouseholdIdentity', 'PROVIDE_SUPPORT', client.unitId]));
    }
  });
  it('is logged for each purpose under which one answer shows it', async () => {
    await officer(ofHousehold('members { a: identity(purpose: REVIEW) { idTail } b: identity(purpose: INSPECTION) { idNumber } }'), id());
    expect((await readings()).map(({ member, purpose }) => [member, purpose])).toEqual(withIdentity().flatMap(member => [[member, 'REVIEW'], [member, 'INSPECTION']]));
  });
  it('is logged for every row of a list, however deep and by whatever way', async () => {
    const { rows: [{ members, of }] } = await world.admin.query<{ members: number; of: number }>(`SELECT count(i.member_id)::int AS members, count(DISTINCT h.id)::int AS of
      FROM (SELECT id FROM household WHERE commune_id = $1 ORDER BY id LIMIT 3) h JOIN household_identity i ON i.household_id = h.id`, [officer.unitId]);
    for (const query of [
      '{ households(first: 3, order: [{ id: ASC }]) { nodes { members { ... on Member { x: identity(purpose: REVIEW) { idKind } } } } } }',
      '{ unit(code: "02869") { households(first: 3, order: [{ id: ASC }]) { ...H } } } fragment H on Household { members { ...M } } fragment M on Member { identity(purpose: REVIEW) { idKind idTail } }',
      '{ viewer { unit { households(first: 3, order: [{ id: ASC }]) { members { identity(purpose: REVIEW) { idNumber idTail } } } } } }',
    ]) {
      await world.admin.query('TRUNCATE access_log');
      const { status, errors } = await officer(query);
      expect([query, status, errors]).toEqual([query, 200, undefined]);
      const found = await readings();
      expect([found.length, new Set(found.map(r => r.household)).size, new Set(found.map(r => `${r.part} ${r.purpose}`))]).toEqual([members, of, new Set(['HouseholdIdentity REVIEW'])]);
    }
  });
  it('leaves no line where nothing was shown', async () => {
    for (const [query, variables] of [
      [ofHousehold('members { identity(purpose: REVIEW) @include(if: false) { idNumber } fullName }'), id()],
      ['{ households(first: 5) { nodes { code headName } } }', {}],
      ['{ household(id: "00000000-0000-4000-8000-000000000000") { members { identity(purpose: REVIEW) { idNumber } } } }', {}],
    ] as const) expect((await officer(query, variables)).status).toBe(200);
    expect(await readings()).toEqual([]);
  });
  it('is answered under an alias of any length as under its own name', async () => {
    const { data } = await officer(ofHousehold(`members { ${'a'.repeat(80)}1: identity(purpose: REVIEW) { idTail } ${'a'.repeat(80)}2: identity(purpose: REVIEW) { idTail } }`), id());
    const shown = data.household.members.flatMap((member: Record<string, object | null>) => Object.values(member)).filter(Boolean);
    expect(shown).toHaveLength(2 * withIdentity().length);
    expect(await readings()).toHaveLength(2 * withIdentity().length);
  });
});

describe('ethnicity', () => {
  it('of household and member is logged without a purpose, for the commune as for the secretariat', async () => {
    for (const client of [plain, secretariat]) {
      await world.admin.query('TRUNCATE access_log');
      await client(ofHousehold('ethnicity { name } members { ethnicity { isMinority } }'), id());
      const expected: Reading[] = [...household.members.map(({ id: member }) => ({ household: household.id, member, part: 'Member.ethnicity', purpose: null })), { household: household.id, member: null, part: 'Household.ethnicity', purpose: null }];
      const found = (await readings()).map(({ household: h, member, part, purpose }) => ({ household: h, member, part, purpose }));
      expect(found).toHaveLength(expected.length);
      expect(found).toEqual(expect.arrayContaining(expected));
    }
  });
  it('is logged through a renamed field, and once for each household of a list', async () => {
    await plain('{ households(first: 4) { nodes { e: ethnicity { code } } } }');
    expect(await parts()).toEqual({ 'Household.ethnicity': 4 });
  });
  it('is logged when two names of one relation ask for different things', async () => {
    const { status, data } = await plain(ofHousehold('a: members { ethnicity { name } } b: members { birthYear }'), id());
    expect([status, data.household.a.every((member: { ethnicity: object | null }) => member.ethnicity)]).toEqual([200, true]);
    expect(await parts()).toEqual({ 'Member.ethnicity': household.members.length });
  });
});

describe('a filter by related rows', () => {
  const list = (more: string) => `query ($filter: HouseholdFilter) { households(first: 100, filter: $filter) { ${more} } }`;
  const paper = async (): Promise<string> => (await world.admin.query<{ number: string }>('SELECT id_number AS number FROM household_identity WHERE member_id = ANY ($1) AND id_number IS NOT NULL ORDER BY member_id LIMIT 1', [withIdentity()])).rows[0]!.number;

  it('finds a household by the number of a paper, whole, and is logged as an opening of the paper', async () => {
    const idNumber = { eq: await paper() };
    const { data, errors } = await officer(list('nodes { id }'), { filter: { members: { some: { identity: { idNumber } } } } });
    expect([errors, data]).toEqual([undefined, { households: { nodes: [{ id: household.id }] } }]);
    expect((await readings()).map(({ household: of, part, post }) => [of, part, post])).toEqual([[household.id, 'HouseholdIdentity', officer.post]]);
    const begun = await officer(list('nodes { id }'), { filter: { members: { some: { identity: { idNumber: { startsWith: idNumber.eq.slice(0, 5) } } } } } });
    expect(begun.status).toBe(400);
  });
  it('finds nothing by a paper that the post may not open', async () => {
    const { data } = await plain(list('nodes { id } totalCount { value }'), { filter: { members: { some: { identity: { idNumber: { eq: await paper() } } } } } });
    expect(data.households).toEqual({ nodes: [], totalCount: { value: 0 } });
  });
  it.each([
    ['of a sensitive noun, that there is one', { members: { some: { identity: {} } } }, 'HouseholdIdentity'], ['of none', { members: { none: { identity: {} } } }, 'HouseholdIdentity'],
    ['of a sensitive field', { members: { some: { ethnicity: { isNull: false } } } }, 'Member.ethnicity'], ['of a sensitive field inside and, or, not', { and: [{ or: [{ not: { members: { every: { ethnicity: { isNull: true } } } } }] }] }, 'Member.ethnicity'],
    ['of the household itself by way of its lacks', { deprivations: { none: { household: { ethnicity: { isNull: true } } } } }, 'Household.ethnicity'],
  ])('%s is logged for each household found, and for a count alone', async (_what, filter, part) => {
    const { data } = await officer(list('nodes { id }'), { filter });
    const ids = data.households.nodes.map((node: { id: string }) => node.id) as string[];
    expect((await readings()).map(reading => [reading.household, reading.part])).toEqual((ids.length > 0 ? ids : [null]).map(id => [id, part]));
    await world.admin.query('TRUNCATE access_log');
    await officer(list('totalCount { value }'), { filter });
    expect((await readings()).map(reading => [reading.household, reading.part])).toEqual((ids.length > 0 && ids.length < 5 ? ids : [null]).map(id => [id, part]));
  });
  it.each([
    ['deprivations, whoever may open those of health', () => secretariat, { deprivations: { some: { indicator: { eq: 'NUTRITION' } } } }, 'Deprivation'], ['causes', () => secretariat, { causes: { none: { cause: { eq: 'ILLNESS' } } } }, 'PovertyCause'],
    ['groups, for a department', () => world.as.department('snv'), { groups: { some: { kind: { eq: 'NO_LABOUR' } } } }, 'HouseholdGroup'],
  ] as const)('of rows some of which are sensitive, %s, is logged', async (_what, as, filter, part) => {
    const { data } = await (await as())('query ($filter: HouseholdFilter) { households(first: 5, filter: $filter) { nodes { id } } }', { filter });
    const ids = data.households.nodes.map((node: { id: string }) => node.id) as string[];
    expect((await readings()).map(reading => [reading.household, reading.part])).toEqual((ids.length > 0 ? ids : [null]).map(id => [id, part]));
  });
  it('is logged with the household where a count alone tells of it, whatever the page asked for', async () => {
    const { rows: [{ ethnicity }] } = await world.admin.query('SELECT ethnicity_code AS ethnicity FROM household WHERE id = $1', [household.id]);
    const narrowed = (is: object) => ({ filter: { and: [{ id: { eq: household.id } }, is] } });
    const idNumber = { eq: await paper() };
    const { data } = await officer('{ households(first: 100) { pageInfo { endCursor } } }'), last = data.households.pageInfo.endCursor as string;
    for (const [shape, selection] of [['first: 1', 'totalCount { value }'], ['first: 1', 'pageInfo { hasNextPage endCursor }'], [`first: 1, after: "${last}"`, 'totalCount { value }']] as const) for (const [is, part] of [[{ ethnicity: { eq: ethnicity } }, 'Household.ethnicity'], [{ members: { some: { identity: { idNumber } } } }, 'HouseholdIdentity']] as const) {
      await world.admin.query('TRUNCATE access_log');
      const { status } = await officer(`query ($filter: HouseholdFilter) { households(${shape}, filter: $filter) { ${selection} } }`, narrowed(is));
      expect([selection, status, (await readings()).map(reading => [reading.household, reading.part])]).toEqual([selection, 200, [[household.id, part]]]);
    }
    await world.admin.query('TRUNCATE access_log');
    await officer('query ($filter: HouseholdFilter) { households(first: 1, filter: $filter) { totalCount { value } } }', { filter: { ethnicity: { isNull: false } } });
    const { rows: [{ n }] } = await world.admin.query('SELECT count(*)::int AS n FROM household WHERE commune_id = $1', [officer.unitId]);
    expect([n >= 5, (await readings()).length]).toEqual(n >= 5 ? [true, 1] : [false, n]);
  });
  it('of a list below another row is logged as well', async () => {
    await officer('query ($filter: HouseholdFilter) { unit(code: "02869") { households(first: 2, filter: $filter) { code } } }', { filter: { members: { some: { ethnicity: { isNull: false } } } } });
    expect(await parts()).toEqual({ 'Member.ethnicity': 2 });
  });
  it('of what is not sensitive leaves no line', async () => {
    await officer(list('nodes { id }'), { filter: { members: { some: { sex: { eq: 'FEMALE' } } }, deprivations: { some: {} }, search: 'a' } });
    expect(await readings()).toEqual([]);
  });
});

describe('the order of things', () => {
  const identity = () => officer(ofHousehold('members { identity(purpose: VERIFY_PERSON) { idNumber } }'), id());
  it('is first the line, then the answer', async () => {
    await world.admin.query('BEGIN; LOCK TABLE access_log IN ACCESS EXCLUSIVE MODE');
    let isAnswered = false;
    const answer = identity().then(found => { isAnswered = true; return found; });
    await new Promise(done => setTimeout(done, 700));
    expect(isAnswered).toBe(false);
    await world.admin.query('COMMIT');
    expect((await answer).status).toBe(200);
    expect(await readings()).toHaveLength(withIdentity().length);
  });
  it('is no answer without a line', async () => {
    await world.admin.query('ALTER TABLE access_log ADD CONSTRAINT never CHECK (false) NOT VALID');
    const { status, text, errors } = await identity();
    await world.admin.query('ALTER TABLE access_log DROP CONSTRAINT never');
    expect([status, errors!.map(e => e.extensions.code)]).toEqual([500, ['INTERNAL']]);
    expect(text).not.toMatch(/\d{9}/);
  });
});
