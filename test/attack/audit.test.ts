import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { policy } from '../../server/policy.js';
import { operationsByHand } from '../support/golden.js';
import { inputWith, mutations } from '../support/mutation-inputs.js';
import { makeFamily, versionOf } from '../support/family.js';
import { smallestOperation } from '../support/smallest-operation.js';
import { outcome, refused } from '../support/unchanged.js';
import { write } from '../support/writes.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, leader: Client, officer: Client, other: Client, secretariat: Client, accounts: Client;
beforeAll(async () => {
  world = await openWorld();
  [leader, officer] = [await world.as.commune('02869', { role: 'LEADER', sensitive: ['MemberHealth'] }), await world.as.commune('02869', { sensitive: ['MemberHealth', 'HouseholdIdentity'] })];
  other = await world.as.commune('02647', { role: 'LEADER' });
  [secretariat, accounts] = [await world.as.secretariat('thuong-truc', { role: 'LEADER' }), await world.as.commune('02869', { role: 'ACCOUNT_ADMINISTRATOR' })];
  for (const client of [leader, officer, other]) await client('mutation { signProgressEntry(input: { id: "999999999" }) { userErrors { code } } }');
});
afterAll(() => world.stop());

interface Told { readonly id: string; readonly unit: { readonly code: string } | null; readonly operation: string; readonly noun: string | null; readonly person: string | null }
const list = 'query ($filter: AuditLineFilter) { auditLines(first: 100, order: [{ id: DESC }], filter: $filter) { nodes { id unit { code } operation noun person } } }';
const linesOf = async (client: Client, filter: object = {}): Promise<Told[]> => (await client(list, { filter })).data.auditLines.nodes;

describe('who reads the trail', () => {
  it('a leader: every line of the unit, and of no other', async () => {
    const lines = await linesOf(leader), { rows } = await world.admin.query<{ id: string }>('SELECT id::text FROM audit_line WHERE unit_id = $1 ORDER BY id DESC LIMIT 100', [leader.unitId]);
    expect(lines.map(line => line.id)).toEqual(rows.map(row => row.id));
    expect(new Set(lines.map(line => line.unit?.code))).toEqual(new Set(['02869']));
  });
  it('an officer: what the own post did', async () => {
    const { rows } = await world.admin.query<{ id: string }>('SELECT id::text FROM audit_line WHERE post_id = $1 ORDER BY id DESC', [officer.post]);
    expect((await linesOf(officer)).map(line => line.id)).toEqual(rows.map(row => row.id));
    expect(rows.length).toBeGreaterThan(1);
  });
  it("the secretariat's leader: every line, also of what runs by itself; its officer the own", async () => {
    const { rows } = await world.admin.query<{ id: string }>('SELECT id::text FROM audit_line ORDER BY id DESC LIMIT 100');
    expect((await linesOf(secretariat)).map(line => line.id)).toEqual(rows.map(row => row.id));
    const clerk = await world.as.secretariat('thuong-truc');
    expect((await linesOf(clerk)).map(line => line.operation)).toEqual(['signIn']);
  });
  it('an account administrator: sign-ins of the unit, and nothing of what was written', async () => {
    const lines = await linesOf(accounts);
    expect(new Set(lines.map(line => line.noun))).toEqual(new Set(['SignIn']));
    expect(lines.length).toBe(Number((await world.admin.query("SELECT count(*) FROM audit_line WHERE unit_id = $1 AND noun = 'SignIn'", [accounts.unitId])).rows[0]!.count));
  });
  it('a leader of some villages only: the own lines', async () => {
    const { rows: [{ code }] } = await world.admin.query<{ code: string }>('SELECT code FROM village WHERE commune_id = $1 ORDER BY 1 LIMIT 1', [leader.unitId]);
    const narrow = await world.as.commune('02869', { role: 'LEADER', villages: [code] });
    expect((await linesOf(narrow)).map(line => line.operation)).toEqual(['signIn']);
  });
  it('nobody who only reads along', async () => {
    const viewer = await world.as.commune('02869', { role: 'VIEWER' }), { answer } = await refused(world, () => viewer('{ auditLines(first: 1) { nodes { id } } }'));
    expect(outcome(answer)).toBe('403 FORBIDDEN');
  });
  it('finds by day, person, operation, noun, outcome and the row', async () => {
    const mine = await linesOf(leader, { and: [{ operation: { eq: 'signProgressEntry' } }, { outcome: { eq: 'REFUSED' } }, { person: { contains: 'Người dùng thử' } }, { at: { gte: '2026-01-01T00:00:00+07:00' } }] });
    expect([mine.length, new Set(mine.map(line => line.operation))]).toEqual([2, new Set(['signProgressEntry'])]);
    expect(await linesOf(leader, { at: { lte: '2020-01-01T00:00:00+07:00' } })).toEqual([]);
    expect(await linesOf(leader, { unit: { eq: String(other.unitId) } })).toEqual([]);
  });
});

describe('values in the trail', () => {
  const changes = 'query ($filter: AuditLineFilter) { auditLines(first: 10, order: [{ id: DESC }], filter: $filter) { nodes { operation changes { field before after isHidden } refusals { code field } } } }';
  const changesOf = async (client: Client, filter: object): Promise<{ operation: string; changes: { field: string; before: string | null; after: string | null; isHidden: boolean }[]; refusals: unknown[] }[]> =>
    (await client(changes, { filter })).data.auditLines.nodes;

  it('are shown before and after of a plain field', async () => {
    const family = await makeFamily(world, officer, { head: 'Giàng Thị Dấu' });
    const answer = await officer('mutation ($i: UpdateHouseholdInput!) { updateHousehold(input: $i) { userErrors { code field message } } }', { i: { id: family.id, version: await versionOf(world, family.id), exitRegisteredOn: '2026-05-01' } });
    expect(answer.data.updateHousehold.userErrors).toEqual([]);
    const [line] = await changesOf(leader, { and: [{ rowId: { eq: family.id } }, { operation: { eq: 'updateHousehold' } }] });
    expect(line!.changes).toEqual([{ field: 'exitRegisteredOn', before: null, after: '2026-05-01', isHidden: false }]);
  });
  it('of a sensitive noun are shown to a post that opens it, and to nobody else but that the field was written', async () => {
    await world.admin.query("INSERT INTO audit_line (request_id, unit_id, operation, outcome, noun, row_id, before, after) VALUES ('x', $1, 'saveMemberHealth', 'DONE', 'MemberHealth', 'gia-tri', '{\"malnutrition\": true}', '{\"malnutrition\": false}')", [leader.unitId]);
    const shut = await world.as.commune('02869', { role: 'LEADER' }), filter = { rowId: { eq: 'gia-tri' } };
    expect((await changesOf(leader, filter))[0]!.changes).toEqual([{ field: 'malnutrition', before: 'true', after: 'false', isHidden: false }]);
    for (const client of [shut, secretariat]) expect((await changesOf(client, filter))[0]!.changes).toEqual([{ field: 'malnutrition', before: null, after: null, isHidden: true }]);
  });
  it('are not shown of a field that the portal does not read, of one that no table knows, and of a sensitive field', async () => {
    await world.admin.query("INSERT INTO audit_line (request_id, unit_id, operation, outcome, noun, row_id, before, after) VALUES ('x', $1, 'updateHousehold', 'DONE', 'Household', 'gia-tri-2', NULL, $2)",
      [leader.unitId, JSON.stringify({ ethnicity: 'Mông', note: 'Riêng tư', password: 'x' })]);
    await world.admin.query("INSERT INTO audit_line (request_id, unit_id, operation, outcome, noun, row_id, before, after) VALUES ('x', $1, 'x', 'DONE', 'Household', 'gia-tri-3', NULL, $2)",
      [(await world.as.department('sxd')).unitId, JSON.stringify({ workerCount: 7 })]);
    expect((await changesOf(leader, { rowId: { eq: 'gia-tri-2' } }))[0]!.changes).toEqual([
      { field: 'note', before: null, after: 'Riêng tư', isHidden: false }, { field: 'password', before: null, after: null, isHidden: true }, { field: 'ethnicity', before: null, after: null, isHidden: true }]);
    const department = await world.as.department('sxd', { role: 'LEADER' });
    const answer = await department(changes, { filter: { rowId: { eq: 'gia-tri-3' } } });
    expect([answer.data.auditLines.nodes[0].changes, answer.text.includes('7')]).toEqual([[{ field: 'workerCount', before: null, after: null, isHidden: true }], false]);
  });
  it("of another unit's draft are its own: the secretariat's leader has them once the row is sent, and not before", async () => {
    const { rows: [{ id: assignment }] } = await world.admin.query<{ id: string }>("SELECT id::text FROM assignment WHERE unit_id = $1 AND confirmed_on IS NOT NULL ORDER BY id LIMIT 1", [officer.unitId]);
    const words = 'Lời chưa ký của xã', entered = await write(officer, 'addProgressEntry', { assignment, asOfDay: '2026-09-01', done: words, send: true }, 'progressEntry { id }');
    const asked = await write(officer, 'createUnitRequest', { kind: 'RECOMMENDATION', toUnit: String(secretariat.unitId), subject: words, text: words }, 'unitRequest { id version }');
    const entry = entered.data.addProgressEntry.progressEntry.id as string, request = asked.data.createUnitRequest.unitRequest as { id: string; version: number };
    const tells = async (client: Client, operation: string, rowId: string) => {
      const [line] = await changesOf(client, { and: [{ rowId: { eq: rowId } }, { operation: { eq: operation } }] });
      return { isTold: JSON.stringify(line).includes(words), isAllHidden: line!.changes.length > 0 && line!.changes.every(change => change.isHidden && change.before === null && change.after === null) };
    };
    for (const [operation, id] of [['addProgressEntry', entry], ['createUnitRequest', request.id]] as const)
      expect([operation, await tells(leader, operation, id), await tells(secretariat, operation, id)]).toEqual([operation, { isTold: true, isAllHidden: false }, { isTold: false, isAllHidden: true }]);
    expect((await write(leader, 'signProgressEntry', { id: entry })).data.signProgressEntry.userErrors).toEqual([]);
    expect((await write(leader, 'sendUnitRequest', request)).data.sendUnitRequest.userErrors).toEqual([]);
    for (const [operation, id] of [['addProgressEntry', entry], ['createUnitRequest', request.id]] as const) expect([operation, (await tells(secretariat, operation, id)).isTold]).toEqual([operation, true]);
  });
  it('can be asked for of every noun that the secretariat reads', async () => {
    for (const resource of policy.byType.values()) if ([...resource.fields.keys()].some(field => policy.mayAs('secretariat', 'LEADER', `${resource.type}.${field}`))) {
      const { rows: [{ may }] } = await world.admin.query<{ may: boolean }>("SELECT has_column_privilege('portal_secretariat', $1, $2, 'SELECT') AS may", [resource.table, resource.key]);
      expect([resource.type, may]).toEqual([resource.type, true]);
    }
  });
  it('of a refusal are its codes and fields', async () => {
    const lines = await changesOf(leader, { and: [{ outcome: { eq: 'REFUSED' } }, { operation: { eq: 'signProgressEntry' } }] });
    expect(lines.map(({ changes: told, refusals }) => [told, refusals])).toEqual([[[], [{ code: 'FORBIDDEN', field: null }]], [[], [{ code: 'NOT_FOUND', field: 'id' }]]]);
  });
  it('cannot be asked of the database by a portal beyond its rows', async () => {
    await world.admin.query('BEGIN');
    await world.admin.query("SELECT set_config('role', 'portal_commune', true), set_config('app.units', $1, true), set_config('app.post', $2, true), set_config('app.role', 'OFFICER', true)", [`{${leader.unitId}}`, String(officer.post)]);
    const { rows } = await world.admin.query<{ posts: number[] }>('SELECT array_agg(DISTINCT post_id) AS posts FROM audit_line');
    await expect(world.admin.query('SELECT request_id, account_id FROM audit_line')).rejects.toMatchObject({ code: '42501' });
    await world.admin.query('ROLLBACK');
    expect(rows[0]!.posts).toEqual([officer.post]);
  });
});

describe('every mutation', () => {
  const callers: Readonly<Record<string, () => Client>> = { secretariat: () => secretariat, commune: () => leader, department: () => department, massOrganisation: () => helper };
  let department: Client, helper: Client;
  beforeAll(async () => { [department, helper] = [await world.as.department('sxd', { role: 'LEADER' }), await world.as.massOrganisation('lhpn', { role: 'LEADER' })]; });

  const own = /^Mutation\.(login|logout|switchHat|changePassword|startViewAs|endViewAs)$/; // lines of sign-ins are written where their rows are
  it('that is refused has its line, whether by a gate or by what it says', async () => {
    const viewer = await world.as.commune('02869', { role: 'VIEWER' });
    for (const [path, { portals, posts }] of operationsByHand) if (path.startsWith('Mutation.') && !own.test(path)) {
      const name = path.replace('Mutation.', ''), mutation = mutations.find(one => one.name === name);
      const outside = Object.entries(callers).find(([kind]) => !portals.includes(kind as never))?.[1]() ?? (posts.includes('VIEWER') ? null : viewer);
      if (outside) {
        const { answer, trail } = await refused(world, () => outside(smallestOperation(path)));
        expect([path, outcome(answer), trail.map(line => [line.operation, line.outcome])]).toEqual([path, '403 FORBIDDEN', [[name, 'REFUSED']]]);
      }
      const inside = callers[portals[0]!]!(), before = (await world.admin.query<{ last: string }>('SELECT coalesce(max(id), 0)::text AS last FROM audit_line')).rows[0]!.last;
      const answer: Answer = mutation ? await inside(mutation.query, { input: inputWith(mutation.input, {}) }) : await inside(smallestOperation(path));
      const trail = (await world.admin.query<{ operation: string; outcome: string }>('SELECT operation, outcome FROM audit_line WHERE id > $1', [before])).rows;
      const isDone = answer.status === 200 && !answer.errors && answer.data[name].userErrors.length === 0;
      if (answer.status === 400 && trail.length === 0) continue; // not an operation of the graph: nothing was attempted
      expect([path, answer.text.slice(0, 200), trail.filter(line => line.operation === name && line.outcome === (isDone ? 'DONE' : 'REFUSED')).length > 0]).toEqual([path, expect.anything(), true]);
    }
  });
});
