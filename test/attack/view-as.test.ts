import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { policy } from '../../server/policy.js';
import { goldenMatrix, operationsByHand } from '../support/golden.js';
import { listenAs } from '../support/listening.js';
import { smallestOperation } from '../support/smallest-operation.js';
import { contents, outcome, refused } from '../support/unchanged.js';
import { asking, lookAt, start, type Look } from '../support/view-as.js';
import { waitFor } from '../support/wait-for.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, leader: Client, commune: Client;
const all = ['HouseholdIdentity', 'HouseholdIncome', 'MemberHealth', 'MeritRecord', 'SupportLoan', 'HealthDeprivation', 'PovertyCause', 'HouseholdGroup'];
beforeAll(async () => {
  world = await openWorld();
  leader = await world.as.secretariat('thuong-truc', { role: 'LEADER', sensitive: all });
  commune = await world.as.commune('02869', { role: 'LEADER', sensitive: all });
});
afterAll(() => world.stop());

const idsOf = async (sql: string, values: unknown[] = []): Promise<string[]> => (await world.admin.query<{ id: string }>(sql, values)).rows.map(row => row.id);
const again = (): Promise<Client> => world.as.secretariat('thuong-truc', { role: 'LEADER', sensitive: all });
const lines = async (post: number) => (await world.admin.query<{ operation: string; after: object | null }>("SELECT operation, after FROM audit_line WHERE post_id = $1 AND outcome = 'DONE' ORDER BY id", [post])).rows;

describe("a look at a commune's portal", () => {
  let look: Look;
  beforeAll(async () => { look = await lookAt(world, await again(), '02869'); });

  it('is under a hat of nobody, says whose portal it is, and shows what the commune sees', async () => {
    const { data } = await look('{ viewer { portalKind unit { code } viewingAs { unit { code } role until } post { role unit { code } } } households(first: 1) { totalCount { value } } }');
    expect(data.viewer).toEqual({ portalKind: 'commune', unit: { code: '02869' }, viewingAs: { unit: { code: '02869' }, role: 'LEADER', until: expect.stringMatching(/^\d{4}/) }, post: { role: 'LEADER', unit: { code: '02869' } } });
    expect(data.households).toEqual((await commune('{ households(first: 1) { totalCount { value } } }')).data.households);
    expect(Number(look.hat)).toBeLessThan(0);
  });
  it('refuses every write, and leaves its line in the name of the person', async () => {
    const allowed = /^Mutation\.(login|logout|switchHat|endViewAs)$/;
    for (const [path, { portals }] of operationsByHand) if (path.startsWith('Mutation.') && !allowed.test(path)) {
      const { answer, trail } = await refused(world, () => look(smallestOperation(path)));
      expect([path, outcome(answer)]).toEqual([path, '403 FORBIDDEN']);
      if (portals.includes('commune')) expect([path, trail]).toEqual([path, [expect.objectContaining({ outcome: 'REFUSED', unit_id: leader.unitId, detail: expect.objectContaining({ viewingAs: '02869' }) })]]);
    }
  });
  it('may name nothing that writes, no sensitive field, and nothing that the secretariat may not name', async () => {
    const permissions = (await look('{ viewer { permissions } }')).data.viewer.permissions as string[], own = new Set((await leader('{ viewer { permissions } }')).data.viewer.permissions as string[]);
    expect(permissions.filter(path => path.startsWith('Mutation.')).sort()).toEqual(['Mutation.endViewAs', 'Mutation.login', 'Mutation.logout', 'Mutation.switchHat']);
    expect(permissions.filter(path => path.includes(':') || /\.(ethnicity|latitude|longitude)$/.test(path))).toEqual([]);
    expect(permissions.filter(path => path !== 'Mutation.endViewAs' && !own.has(path))).toEqual([]);
    expect(permissions.length).toBeGreaterThan(200);
  });
  it.each([
    ['read', '{ households(first: 1) { nodes { ethnicity { code } } } }'], ['filtered by', '{ households(first: 1, filter: { ethnicity: { in: ["01"] } }) { totalCount { value } } }'],
    ['read where only the commune may', '{ householdClassification(id: "1", purpose: REVIEW) { __typename } }'],
  ])('has a field refused when it is %s', async (_, query) => {
    const { answer } = await refused(world, () => look(query));
    expect(outcome(answer)).toBe('403 FORBIDDEN');
  });
  it('opens no row of a sensitive noun, though the commune and the secretariat both do', async () => {
    const ask = `{ households(first: 100) { nodes { incomes(purpose: REVIEW) { id } merits(purpose: REVIEW) { id } members { health(purpose: REVIEW) { asOf } identity(purpose: REVIEW) { idKind } } } } }`;
    const opened = (answer: { data: { households: { nodes: { incomes: unknown[]; merits: unknown[]; members: { health: unknown; identity: unknown }[] }[] } } }) =>
      answer.data.households.nodes.reduce((sum, node) => sum + node.incomes.length + node.merits.length + node.members.filter(one => one.health ?? one.identity).length, 0);
    const before = (await idsOf('SELECT count(*)::text AS id FROM access_log'))[0];
    expect(opened(await commune(ask) as never)).toBeGreaterThan(0);
    const after = (await idsOf('SELECT count(*)::text AS id FROM access_log'))[0];
    expect(opened(await look(ask) as never)).toBe(0);
    expect([before !== after, (await idsOf('SELECT count(*)::text AS id FROM access_log'))[0]]).toEqual([true, after]);
  });
  it('shows no draft that is not signed', async () => {
    const { rows: [{ id }] } = await world.admin.query<{ id: number }>("SELECT id FROM assignment WHERE unit_id = $1 AND confirmed_on IS NOT NULL ORDER BY id LIMIT 1", [commune.unitId]);
    const officer = await world.as.commune('02869');
    expect((await officer('mutation ($input: AddProgressEntryInput!) { addProgressEntry(input: $input) { userErrors { code } } }', { input: { assignment: String(id), asOfDay: '2026-09-01', done: 'Nháp của xã.' } })).data.addProgressEntry.userErrors).toEqual([]);
    const ask = `{ assignment(id: "${id}") { entries { done state } } }`;
    expect((await commune(ask)).text).toContain('Nháp của xã.');
    const { text, data } = await look(ask);
    expect([text.includes('Nháp của xã.'), (data.assignment.entries as { state: string }[]).filter(entry => entry.state !== 'SIGNED')]).toEqual([false, []]);
  });
  it("shows neither the commune's own filters nor lists that posts keep to themselves", async () => {
    await commune('mutation { saveFilter(input: { page: HOUSEHOLDS, name: "Của tôi", query: "x" }) { userErrors { code } } }');
    expect((await look('{ savedFilters { id } exportJobs(first: 1) { totalCount { value } } auditLines(first: 5) { nodes { unit { code } } } }')).data).toMatchObject({ savedFilters: [], exportJobs: { totalCount: { value: 0 } } });
  });
});

describe('a look over a websocket', () => {
  it("hears nothing that is for the commune, for its leaders, or of its own hat's number", async () => {
    const look = await lookAt(world, await again(), '02869'), heard = await listenAs(world, { token: look.token, post: Number(look.hat) }), mine = await listenAs(world, commune);
    for (const [post, roles] of [[null, null], [null, ['LEADER']], [commune.post, null]] as const)
      await world.admin.query("INSERT INTO notice (kind, unit_id, post_id, roles, noun, row_id) VALUES ('SIGNED', $1, $2, $3, 'ProgressEntry', 'x')", [commune.unitId, post, roles]);
    await waitFor(async () => (mine.arrived.length === 3 ? true : null));
    expect([heard.arrived, (await look('{ notices(first: 1) { totalCount { value } } }')).data?.notices?.totalCount?.value ?? 0]).toEqual([[], 0]);
    await heard.stop();
    await mine.stop();
  });
  it('writes nothing', async () => {
    const look = await lookAt(world, await again(), '02869'), before = await contents(world.admin);
    const heard = await listenAs(world, { token: look.token, post: Number(look.hat) }, { query: 'mutation { markNoticesRead(input: { upTo: "9" }) { count } }' });
    expect(heard.errors).toEqual(['BAD_USER_INPUT']);
    await heard.stop();
    expect(await contents(world.admin)).toEqual(before);
  });
});

describe('who looks', () => {
  it.each<[string, () => Promise<Client>]>([
    ['a department', () => world.as.department('sxd', { role: 'LEADER' })], ['a commune', () => world.as.commune('02647', { role: 'LEADER' })], ['the Front', () => world.as.massOrganisation('lhpn', { role: 'LEADER' })],
    ['an officer of the secretariat', () => world.as.secretariat('thuong-truc')], ['one who reads along', () => world.as.secretariat('thuong-truc', { role: 'VIEWER' })],
  ])('is not %s', async (_, client) => {
    const caller = await client();
    const { answer, trail } = await refused(world, () => start(caller, commune.unitId, 'LEADER'));
    expect([outcome(answer), trail.map(line => line.operation)]).toEqual(['403 FORBIDDEN', ['startViewAs']]);
    expect((await caller('{ viewer { viewingAs { role } } }')).data.viewer.viewingAs).toBeNull();
  });
  it('names a unit that has a portal, and a role that needs no territory', async () => {
    const { rows: [{ id }] } = await world.admin.query<{ id: number }>("SELECT id FROM unit WHERE kind = 'secretariat' LIMIT 1");
    for (const [unit, role, code] of [[id, 'LEADER', 'NOT_FOUND'], [999_999, 'LEADER', 'NOT_FOUND'], [commune.unitId, 'VILLAGE_OFFICER', 'BAD_INPUT']] as const) {
      const { answer } = await refused(world, () => start(leader, unit, role));
      expect([outcome(answer), answer.data.startViewAs.viewingAs, answer.data.startViewAs.userErrors[0].code]).toEqual(['200', null, code]);
    }
  });
  it('does not look on from within a look', async () => {
    const look = await lookAt(world, await again(), 'sxd');
    expect(outcome(await look(`mutation { startViewAs(input: { unit: "${commune.unitId}", role: LEADER }) { userErrors { code } } }`))).toBe('403 FORBIDDEN');
  });
});

describe('a look', () => {
  it('stops the other tabs, and goes back under a new token; both have their line', async () => {
    const person = await again(), look = await lookAt(world, person, 'lhpn', 'OFFICER');
    expect(outcome(await asking(world, look.token, String(person.post))('{ tasks(first: 1) { totalCount { value } } }'))).toBe('409 HAT_CHANGED');
    expect(outcome(await person('{ tasks(first: 1) { totalCount { value } } }'))).toBe('401 UNAUTHENTICATED');
    const ended = await look('mutation { endViewAs { userErrors { code } } }');
    const token = /session=([^;]+)/.exec(ended.headers.get('set-cookie')!)![1]!;
    expect(outcome(await look('{ viewer { id } }'))).toBe('401 UNAUTHENTICATED');
    expect((await asking(world, token, String(person.post))('{ viewer { portalKind viewingAs { role } } }')).data.viewer).toEqual({ portalKind: 'secretariat', viewingAs: null });
    const told = await lines(person.post);
    expect(told.map(line => line.operation)).toEqual(['signIn', 'signOut', 'startViewAs', 'endViewAs', 'signIn']);
    expect(told[2]!.after).toMatchObject({ role: 'OFFICER', unit: expect.stringContaining('Phụ nữ') });
  });
  it('is over after half an hour by itself, with its line, and the person is back in the own portal', async () => {
    const person = await again(), look = await lookAt(world, person, '02869');
    const { rows: [{ minutes }] } = await world.admin.query<{ minutes: number }>('SELECT round(extract(epoch FROM view_until - now()) / 60)::int AS minutes FROM sign_in WHERE view_unit_id IS NOT NULL AND revoked_at IS NULL AND post_id = $1', [person.post]);
    expect(minutes).toBe(30);
    await world.admin.query("UPDATE sign_in SET view_until = now() - interval '1 second' WHERE post_id = $1 AND revoked_at IS NULL", [person.post]);
    expect(outcome(await look('{ households(first: 1) { totalCount { value } } }'))).toBe('409 HAT_CHANGED');
    expect((await asking(world, look.token, String(person.post))('{ viewer { portalKind } }')).data.viewer).toEqual({ portalKind: 'secretariat' });
    await world.app.door.source.query('SELECT end_views()');
    await world.app.door.source.query('SELECT end_views()');
    expect((await lines(person.post)).filter(line => line.operation === 'endViewAs')).toHaveLength(1);
  });
  it('ends with the post that allows it', async () => {
    const person = await again(), look = await lookAt(world, person, '02869');
    await world.admin.query("UPDATE post SET role = 'OFFICER' WHERE id = $1", [person.post]);
    expect(outcome(await look('{ households(first: 1) { totalCount { value } } }'))).toBe('409 HAT_CHANGED');
  });
  it('cannot write even where a service forgets to ask: its transaction is read only', async () => {
    const look = await lookAt(world, await again(), '02869'), before = await contents(world.admin);
    const response = await fetch(`${world.url}/files/${'A'.repeat(43)}`, { method: 'PUT', headers: { cookie: `session=${look.token}`, 'x-hat': look.hat, 'content-type': 'application/octet-stream' }, body: 'x' });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await contents(world.admin)).toEqual(before);
  });
});

describe('a household that a department sees for its health or its merit alone', () => {
  it.each(['syt', 'bhxh', 'snv'])('is in no list of a look at %s, nor are its people, and no reason tells of it', async code => {
    const theirs = await world.as.department(code, { role: 'LEADER', sensitive: all }), look = await lookAt(world, await again(), code);
    const plain = await idsOf(`SELECT DISTINCT household_id AS id FROM sight WHERE unit_id = $1 AND depth <> 'PART' AND NOT (cause = 'DEPRIVED' AND part IN ('NUTRITION', 'INSURANCE')) AND cause <> 'MERIT' AND NOT (cause = 'GROUP' AND part <> 'MERIT')
      AND (valid_from IS NULL OR valid_from <= '2026-09-08') AND (valid_to IS NULL OR valid_to >= '2026-09-08')`, [theirs.unitId]);
    const list = '{ households(first: 100) { nodes { id sightReasons { cause part } } totalCount { value } } members(first: 100) { nodes { household { id } } } }';
    const shown = (await look(list)).data, households = shown.households.nodes as { id: string; sightReasons: { cause: string; part: string | null }[] }[];
    expect(shown.households.totalCount.value).toBe(plain.length);
    expect((await theirs(list)).data.households.totalCount.value).toBeGreaterThanOrEqual(plain.length);
    expect(households.filter(one => !plain.includes(one.id))).toEqual([]);
    expect(households.flatMap(one => one.sightReasons).filter(({ cause, part }) => cause === 'MERIT' || ['NUTRITION', 'INSURANCE'].includes(part ?? ''))).toEqual([]);
    expect((shown.members.nodes as { household: { id: string } | null }[]).filter(one => !plain.includes(one.household?.id ?? ''))).toEqual([]);
  });
});

describe("what both portals' rules leave", () => {
  it.each(['sxd', 'syt', 'lhpn', '02869'])('of %s is never more than either shows, noun by noun', async code => {
    const person = await again(), theirs = await world.as.unit(code, { role: 'LEADER' }), look = await lookAt(world, person, code);
    for (const [root, noun, id] of [['households', 'Household', 'id'], ['assignments', 'Assignment', 'id'], ['supports', 'Support', 'id'], ['pairings', 'Pairing', 'id'], ['sightRequests', 'SightRequest', 'id'], ['supportNeeds', 'SupportNeed', 'id']] as const) {
      const list = `{ ${root}(first: 100) { nodes { ${id} } } }`;
      const seen = ((await theirs(list)).data[root].nodes as { id: string }[]).map(node => node.id), shown = ((await look(list)).data[root].nodes as { id: string }[]).map(node => node.id);
      expect([noun, shown.filter(one => !seen.includes(one)), goldenMatrix.has(noun), policy.byType.has(noun)]).toEqual([noun, [], true, true]);
    }
  });
});
