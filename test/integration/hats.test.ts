import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAccount } from '../../server/identity/account.service.js';
import { hashOf, newToken } from '../../server/identity/token.js';
import { sendJson } from '../support/raw-request.js';
import { outcome, refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.stop());

const ids = (client: Client): Promise<string[]> => client('{ households(first: 100, order: [{ id: ASC }]) { nodes { id } } }').then(({ data }) => data.households.nodes.map((n: { id: string }) => n.id));
const inDatabase = async (where: string, values: unknown[] = []): Promise<string[]> => (await world.admin.query<{ id: string }>(`SELECT id FROM household h WHERE ${where} ORDER BY id LIMIT 100`, values)).rows.map(row => row.id);

describe('a person with two hats', () => {
  let token: string, posts: readonly number[];
  beforeAll(async () => {
    const made = await createAccount(world.admin, { login: 'hai.chuc.vu', name: 'Người Hai Chức Vụ', password: 'khong-dung-den-bao-gio', mustChangePassword: false },
      [{ unitCode: 'snnmt', role: 'OFFICER' }, { unitCode: 'thuong-truc', role: 'OFFICER' }, { unitCode: 'syt', role: 'OFFICER', validTo: '2026-09-07' }, { unitCode: 'stc', role: 'VIEWER', validTo: '2026-09-08' }]);
    posts = made!.posts;
    token = newToken();
    await world.admin.query("INSERT INTO sign_in (token_hash, account_id, post_id, expires_at) VALUES ($1, $2, $3, now() + interval '12 hours')", [hashOf(token), made!.id, posts[0]]);
  });
  const ask = (query: string, hat: number | null, cookie = token) => sendJson(world, null, { query }, { cookie: `session=${cookie}`, ...(hat !== null && { 'x-hat': String(hat) }) });
  const tokenOf = (cookie: unknown): string => /session=([\w-]{43})/.exec(String(cookie))![1]!;
  const switchTo = (post: number, cookie = token) => ask(`mutation { switchHat(input: { post: "${post}" }) { viewer { post { id } unit { code } } userErrors { code } } }`, null, cookie);
  const who = '{ viewer { portalKind post { id } posts { id unit { code } } } }';

  it('holds those of today, the last day included, and wears one', async () => {
    const { data } = JSON.parse((await ask(who, posts[0]!)).text) as Answer;
    expect(data.viewer).toEqual({ portalKind: 'department', post: { id: String(posts[0]) }, posts: [[0, 'snnmt'], [1, 'thuong-truc'], [3, 'stc']].map(([i, code]) => ({ id: String(posts[i as number]), unit: { code } })) });
  });
  it('changes it by an own operation: another portal at once, and the tab of the old hat is told', async () => {
    const switched = await switchTo(posts[1]!), renewed = tokenOf(switched.headers['set-cookie']);
    expect(JSON.parse(switched.text)).toEqual({ data: { switchHat: { viewer: { post: { id: String(posts[1]) }, unit: { code: 'thuong-truc' } }, userErrors: [] } } });
    expect(JSON.parse((await ask(who, posts[1]!, renewed)).text).data.viewer.portalKind).toBe('secretariat');
    const oldTab = await ask('{ households(first: 1) { nodes { id } } }', posts[0]!, renewed);
    expect([oldTab.status, oldTab.codes, oldTab.messages]).toEqual([409, ['HAT_CHANGED'], ['Phiên làm việc đã chuyển sang chức vụ khác. Tải lại trang.']]);
    expect((await ask(who, posts[0]!)).status).toBe(401); // the old token is worth nothing
    token = renewed;
  });
  it('does not write from the old tab', async () => {
    const { rows: [{ id, version }] } = await world.admin.query("SELECT a.id, a.version FROM assignment a JOIN unit u ON u.id = a.unit_id WHERE u.code = 'snnmt' AND accepted_on IS NULL LIMIT 1");
    const { answer } = await refused(world, () => ask(`mutation { acceptAssignment(input: { id: "${id}", version: ${version} }) { userErrors { code } } }`, posts[0]!));
    expect([answer.status, answer.codes]).toEqual([409, ['HAT_CHANGED']]);
  });
  it.each(['0', '', 'abc', '1 ', '999999'])('gets no other hat by naming %j in a request', async hat => {
    const { status, codes } = await sendJson(world, null, { query: '{ households(first: 1) { nodes { id } } }' }, { cookie: `session=${token}`, 'x-hat': hat });
    expect([status, codes]).toEqual([409, ['HAT_CHANGED']]);
  });
  it('names the hat with everything but what finds out which it is', async () => {
    const missing = await ask('{ households(first: 1) { nodes { id } } }', null);
    expect([missing.status, missing.codes, missing.messages]).toEqual([400, ['BAD_USER_INPUT'], ['Thiếu x-hat: mã chức vụ mà yêu cầu này dùng.']]);
    expect((await ask('{ viewer { name } households(first: 1) { nodes { id } } }', null)).status).toBe(400);
    expect((await ask('{ ...A } fragment A on Query { households(first: 1) { nodes { id } } }', null)).status).toBe(400);
    expect((await ask(who, null)).status).toBe(200);
  });
  it('cannot put on a hat of yesterday or of somebody else', async () => {
    const other = await world.as.secretariat('thuong-truc');
    for (const post of [posts[2]!, other.post]) expect(JSON.parse((await switchTo(post)).text).data.switchHat).toEqual({ viewer: null, userErrors: [{ code: 'NOT_FOUND' }] });
  });
});

describe('a post for two villages', () => {
  let villages: { id: number; code: string }[], head: Client, whole: Client;
  beforeAll(async () => {
    whole = await world.as.commune('02869');
    villages = (await world.admin.query('SELECT v.id, v.code FROM village v WHERE v.commune_id = $1 AND EXISTS (SELECT FROM household h WHERE h.village_id = v.id) ORDER BY v.code LIMIT 2', [whole.unitId])).rows;
    head = await world.as.commune('02869', { role: 'VILLAGE_OFFICER', villages: villages.map(v => v.code) });
  });
  it('sees the households of both and no other, in lists, by id and in counts', async () => {
    const own = await inDatabase('village_id = ANY ($1)', [villages.map(v => v.id)]);
    expect([await ids(head), own.length > 0]).toEqual([own, true]);
    const [other] = (await ids(whole)).filter(id => !own.includes(id));
    expect((await head('query ($id: ID!) { household(id: $id) { id } }', { id: other })).data).toEqual({ household: null });
    expect((await head('{ households(first: 1) { totalCount { value } } }')).data.households.totalCount.value).toBe(own.length);
  });
  it('sees members, deprivations, groups and pairings only of those', async () => {
    const own = new Set(await inDatabase('village_id = ANY ($1)', [villages.map(v => v.id)]));
    const { data } = await head('{ unit(code: "02869") { households(first: 100) { id members { household { id } } deprivations { household { id } } groups { id } } } }');
    const shown = data.unit.households.flatMap((h: { id: string; members: { household: { id: string } }[]; deprivations: { household: { id: string } }[] }) => [h.id, ...h.members.map(m => m.household.id), ...h.deprivations.map(d => d.household.id)]);
    expect(shown.filter((id: string) => !own.has(id))).toEqual([]);
  });
  it('of another commune is no village of this post, which then sees nothing', async () => {
    const { rows: [{ code }] } = await world.admin.query('SELECT v.code FROM village v WHERE v.commune_id <> $1 ORDER BY v.code LIMIT 1', [whole.unitId]);
    expect(await ids(await world.as.commune('02869', { role: 'VILLAGE_OFFICER', villages: [code] }))).toEqual([]);
  });
});

describe('a post for some communes', () => {
  it('sees what its unit sees there, and nothing elsewhere', async () => {
    const whole = await world.as.department('sxd'), narrow = await world.as.department('sxd', { communes: ['02647', '02671'] });
    const { rows } = await world.admin.query("SELECT DISTINCT h.id FROM household h JOIN sight s ON s.household_id = h.id AND s.unit_id = $1 JOIN unit c ON c.id = h.commune_id WHERE c.code IN ('02647', '02671') ORDER BY h.id", [whole.unitId]);
    expect(rows.length).toBeGreaterThan(0);
    expect(await ids(narrow)).toEqual(rows.map(row => row.id));
    expect((await ids(whole)).length).toBeGreaterThan(rows.length);
    expect(await ids(await world.as.department('sxd', { communes: [] }))).toEqual([]);
  });
});

describe('a role', () => {
  const add = async (client: Client) => {
    const { rows: [{ id }] } = await world.admin.query('SELECT id FROM assignment WHERE unit_id = $1 ORDER BY id LIMIT 1', [client.unitId]);
    return client('mutation ($input: AddProgressEntryInput!) { addProgressEntry(input: $input) { userErrors { code } } }', { input: { assignment: String(id), asOfDay: '2026-09-01', done: 'x' } });
  };
  const ownAffairs = ['acceptInvitation', 'answerOffer', 'beginIdentityLink', 'beginSecondFactor', 'changePassword', 'confirmSecondFactor', 'endSignIns', 'endViewAs', 'login', 'loginByCode', 'logout', 'markNoticesRead', 'removeFilter', 'removeIdentityLink', 'removeSecondFactor', 'saveFilter', 'setMailPreference', 'switchHat'], takingOut = ['cancelExport', 'startExport'];
  const villageFacts = ['addHouseholdGroup', 'addMember', 'addPovertyCause', 'addSupportNeed', 'createHousehold', 'endDeprivation', 'endHouseholdGroup', 'endPovertyCause', 'endSupportNeed', 'recordDeprivation',
    'saveHouseholdContact', 'saveMemberInsurance', 'saveMemberLabour', 'saveMemberSchooling', 'updateHousehold', 'updateMember', 'beginImport', 'confirmImport', 'discardImport', 'makeImportTemplate', 'undoImport'];
  it.each([
    ['VIEWER', ownAffairs], ['SUPERVISOR', [...ownAffairs, ...takingOut]], ['ACCOUNT_ADMINISTRATOR', [...ownAffairs, 'changeAccount', 'changePost', 'endPost', 'inviteAccount', 'lockAccount', 'offerPost', 'renewInvitation', 'requestRights', 'resetSecondFactor', 'unlockAccount']], ['VILLAGE_OFFICER', [...ownAffairs, ...takingOut, ...villageFacts, 'acceptHandoverItem', 'endStandIn', 'startStandIn']],
  ] as const)('of %s enters no progress, and may write what stands here and nothing else', async (role, written) => {
    const client = await world.as.commune('02869', { role });
    const { answer, trail } = await refused(world, () => add(client));
    expect([outcome(answer), trail.map(line => [line.operation, line.outcome])]).toEqual(['403 FORBIDDEN', [['addProgressEntry', 'REFUSED']]]);
    const permissions = (await client('{ viewer { permissions } }')).data.viewer.permissions as string[];
    expect(permissions.filter(path => path.startsWith('Mutation.'))).toEqual(written.map(name => `Mutation.${name}`).sort());
  });
  it('of VIEWER reads what its unit reads', async () => {
    expect(await ids(await world.as.commune('02869', { role: 'VIEWER' }))).toEqual(await ids(await world.as.commune('02869')));
  });
  it.each(['secretariat', 'department', 'commune', 'massOrganisation'] as const)('of account administrator in a %s opens no household, by whatever way', async kind => {
    const unit = { secretariat: 'thuong-truc', department: 'sxd', commune: '02869', massOrganisation: 'lhpn' }[kind];
    const client = await world.as[kind](unit, { role: 'ACCOUNT_ADMINISTRATOR', sensitive: ['HouseholdIdentity', 'HealthDeprivation'] });
    for (const query of ['{ households(first: 1) { nodes { id } } }', '{ households(first: 1) { totalCount { value } } }', '{ unit(code: "02869") { households(first: 1) { id } } }', '{ viewer { unit { households(first: 1) { __typename } } } }',
      '{ households(first: 1) { __typename } }', '{ household(id: "00000000-0000-4000-8000-000000000000") { __typename } }', '{ tasks(first: 1) { nodes { assignments { unit { households(first: 1) { members { fullName } } } } } } }'])
      expect([query, outcome(await client(query))]).toEqual([query, '403 FORBIDDEN']);
    expect((await client('{ viewer { name } unit(code: "sxd") { posts { name } } }')).status).toBe(200);
  });
});

describe('a sensitive noun', () => {
  const health = (client: Client) => client('{ households(first: 100) { nodes { deprivations { indicator } } } }').then(({ data }) => new Set(data.households.nodes.flatMap((n: { deprivations: { indicator: string }[] }) => n.deprivations.map(d => d.indicator))));
  it('of health is opened in the secretariat by a post that is named for it, and by no other', async () => {
    const open = await health(await world.as.secretariat('thuong-truc', { sensitive: ['HealthDeprivation'] }));
    expect([open.has('NUTRITION'), open.has('INSURANCE')]).toEqual([true, true]);
    for (const wish of [{}, { sensitive: ['HouseholdIdentity'] }, { role: 'VIEWER', sensitive: ['HealthDeprivation'] }] as const) {
      const shut = await health(await world.as.secretariat('thuong-truc', wish));
      expect([shut.has('NUTRITION'), shut.has('INSURANCE'), shut.size]).toEqual([false, false, open.size - 2]);
    }
  });
  it('is in `locked` for a post that is not named for it, whatever the household', async () => {
    const locked = async (client: Client) => new Set((await client('{ households(first: 20) { nodes { locked { part reason } } } }')).data.households.nodes.map((n: { locked: object[] }) => JSON.stringify(n.locked)));
    const sensitive = ['HouseholdIdentity', 'HouseholdIncome', 'MemberHealth', 'MeritRecord', 'SupportLoan'];
    const byPost = (parts: readonly string[]) => new Set([JSON.stringify(parts.map(part => ({ part, reason: 'POST' })))]);
    expect(await locked(await world.as.commune('02869'))).toEqual(byPost(sensitive));
    expect(await locked(await world.as.commune('02869', { sensitive: ['HouseholdIdentity'] }))).toEqual(byPost(sensitive.slice(1)));
    expect(await locked(await world.as.commune('02869', { sensitive }))).toEqual(new Set(['[]']));
    expect(await locked(await world.as.commune('02869', { role: 'VIEWER', sensitive }))).toEqual(byPost(sensitive));
  });
});
