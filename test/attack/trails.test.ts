import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, secretariat: Client, officer: Client, leader: Client, viewer: Client, accounts: Client;
let mine: { id: number; version: number; task: number };

beforeAll(async () => {
  world = await openWorld();
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
  officer = await world.as.commune('02869');
  leader = await world.as.commune('02869', { role: 'LEADER' });
  viewer = await world.as.commune('02869', { role: 'VIEWER' });
  accounts = await world.as.commune('02869', { role: 'ACCOUNT_ADMINISTRATOR' });
  ({ rows: [mine] } = await world.admin.query("SELECT id, version, task_id AS task FROM assignment WHERE unit_id = $1 AND accepted_on IS NULL AND next_kind = 'CONTINUOUS' ORDER BY id LIMIT 1", [officer.unitId]));
});
afterAll(() => world.stop());

interface Line { readonly operation: string; readonly outcome: string; readonly noun: string; readonly row_id: string; readonly post_id: number; readonly unit_id: number; readonly request_id: string; readonly transaction: string; readonly after: unknown; readonly detail: unknown }
const lastLine = async (): Promise<Line> => (await world.admin.query<Line>('SELECT *, xmin::text AS transaction FROM audit_line ORDER BY id DESC LIMIT 1')).rows[0]!;
/** The transaction that last wrote a row. */
const writerOf = async (table: string, id: number | string): Promise<string> => (await world.admin.query<{ x: string }>(`SELECT xmin::text AS x FROM ${table} WHERE id = $1`, [id])).rows[0]!.x;

/** One line and one word to the outbox, in the transaction that wrote the row. */
async function expectLine(answer: Answer, client: Client, operation: string, noun: string, table: string): Promise<string> {
  const payload = answer.data[operation];
  expect(payload.userErrors).toEqual([]);
  const line = await lastLine();
  expect(line).toMatchObject({ operation, outcome: 'DONE', noun, post_id: client.post, unit_id: client.unitId, request_id: answer.headers.get('x-request-id') });
  expect(await writerOf(table, line.row_id)).toBe(line.transaction);
  const { rows } = await world.admin.query('SELECT topic, unit_id, row_id FROM outbox WHERE transaction::text = $1', [line.transaction]);
  expect(rows).toEqual([{ topic: `${noun}.${operation}`, unit_id: client.unitId, row_id: line.row_id }]);
  return line.row_id;
}
const call = (client: Client, operation: string, input: object): Promise<Answer> =>
  client(`mutation ($input: ${operation[0]!.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { userErrors { code field } } }`, { input });
const versionOf = async (): Promise<number> => (await world.admin.query<{ version: number }>('SELECT version FROM assignment WHERE id = $1', [mine.id])).rows[0]!.version;

describe('every write', () => {
  it('has its line and its word to the outbox in the same transaction', async () => {
    const own = { id: String(mine.id) };
    await expectLine(await call(officer, 'acceptAssignment', { ...own, version: mine.version }), officer, 'acceptAssignment', 'Assignment', 'assignment');
    await expectLine(await call(leader, 'assignOfficer', { ...own, version: await versionOf(), officer: String(officer.post) }), leader, 'assignOfficer', 'Assignment', 'assignment');
    await expectLine(await call(secretariat, 'changeAssignment', { ...own, version: await versionOf(), part: 'Phần của xã' }), secretariat, 'changeAssignment', 'Assignment', 'assignment');
    const what = { asOfDay: '2026-09-01', done: 'Đã họp thôn.' };
    const first = await expectLine(await call(officer, 'addProgressEntry', { assignment: own.id, ...what }), officer, 'addProgressEntry', 'ProgressEntry', 'progress_entry');
    const second = await expectLine(await call(officer, 'correctProgressEntry', { id: first, ...what }), officer, 'correctProgressEntry', 'ProgressEntry', 'progress_entry');
    await expectLine(await call(officer, 'submitProgressEntry', { id: second }), officer, 'submitProgressEntry', 'ProgressEntry', 'progress_entry');
    await expectLine(await call(leader, 'signProgressEntry', { id: second }), leader, 'signProgressEntry', 'ProgressEntry', 'progress_entry');
    const { rows: [{ plan, group }] } = await world.admin.query('SELECT plan_id AS plan, group_id AS group FROM task WHERE id = $1', [mine.task]);
    const task = await expectLine(await call(secretariat, 'createTask', { plan: String(plan), group: String(group), title: 'Việc mới', directiveNumber: '12/CĐ', directiveDay: '2026-09-01', dueDay: '2026-10-01', leads: [String(officer.unitId)] }), secretariat, 'createTask', 'Task', 'task');
    const { rows: [{ id: other }] } = await world.admin.query("SELECT id FROM unit WHERE code = 'sxd'");
    const assigned = await call(secretariat, 'assignTask', { task, role: 'LEAD', units: [String(other)] });
    expect(assigned.data.assignTask.userErrors).toEqual([]);
    expect(await lastLine()).toMatchObject({ operation: 'assignTask', outcome: 'DONE', row_id: task, after: { role: 'LEAD', part: null, units: [other], classes: [], assignments: 1 } });
  });
  it('that fails after its line was written keeps neither', async () => {
    await world.admin.query('ALTER TABLE outbox ADD CONSTRAINT never CHECK (false) NOT VALID');
    const { answer, trail } = await refused(world, () => call(officer, 'addProgressEntry', { assignment: String(mine.id), asOfDay: '2026-09-01', done: 'Đã họp thôn.' }));
    await world.admin.query('ALTER TABLE outbox DROP CONSTRAINT never');
    expect([answer.status, answer.errors!.map(e => e.extensions.code)]).toEqual([500, ['INTERNAL']]);
    expect(trail.map(line => [line.operation, line.outcome])).toEqual([['addProgressEntry', 'REFUSED']]);
  });
  it('of signing in and out has a line too', async () => {
    const someone = await world.as.commune('02869');
    expect(await lastLine()).toMatchObject({ operation: 'signIn', outcome: 'DONE', post_id: someone.post });
    await someone('mutation { logout { userErrors { code } } }');
    expect(await lastLine()).toMatchObject({ operation: 'signOut', outcome: 'DONE', post_id: someone.post });
  });
});

describe('every denied attempt', () => {
  const what = { asOfDay: '2026-09-01', done: 'Đã họp thôn.' };
  it.each<[string, () => Promise<Answer>, string, unknown]>([
    ['a field of another portal', () => officer('{ households(first: 1) { nodes { members { identity(purpose: REVIEW) { idNumber } } } } viewer { posts { id } } plan(year: 2026) { id } }'), '', null],
    ['an operation of another portal', () => call(officer, 'createTask', { plan: '1', group: '1', title: 'x', directiveNumber: 'x', directiveDay: '2026-09-01', dueDay: '2026-10-01', leads: [] }), 'createTask', { code: 'FORBIDDEN' }],
    ['a post that may not write', () => call(viewer, 'addProgressEntry', { assignment: String(mine.id), ...what }), 'addProgressEntry', { errors: ['FORBIDDEN'] }],
    ['an officer\'s signature', () => call(officer, 'signProgressEntry', { id: '1' }), 'signProgressEntry', { errors: ['FORBIDDEN'] }],
    ['another unit\'s row', () => call(officer, 'acceptAssignment', { id: '1', version: 1 }), 'acceptAssignment', { userErrors: [{ code: 'NOT_FOUND', field: 'id' }] }],
    ['a stale version', () => call(officer, 'acceptAssignment', { id: String(mine.id), version: 0 }), 'acceptAssignment', { userErrors: [{ code: 'CONFLICT', field: 'version' }] }],
    ['bad input', () => call(officer, 'addProgressEntry', { assignment: String(mine.id), ...what, done: ' ' }), 'addProgressEntry', { userErrors: [{ code: 'BAD_INPUT', field: 'done' }] }],
    ['a noun closed to the post', () => accounts('{ households(first: 1) { nodes { code } } }'), 'households', { code: 'FORBIDDEN', fields: ['Household.code', 'HouseholdConnection.nodes'] }],
    ['an operation closed to the post, though it names no field', () => accounts('{ households(first: 1) { __typename } }'), 'households', { errors: ['FORBIDDEN'] }],
  ])('leaves its line: %s', async (_, attempt, operation, detail) => {
    const { answer, trail } = await refused(world, attempt);
    if (!operation) { expect([answer.status, trail]).toEqual([200, []]); return; } // what is allowed leaves none
    expect(trail).toEqual([{ operation, outcome: 'REFUSED', unit_id: officer.unitId, detail: expect.objectContaining(detail as object) }]);
    expect(await lastLine()).toMatchObject({ request_id: answer.headers.get('x-request-id') });
  });
  it('leaves out what was sent', async () => {
    await call(officer, 'addProgressEntry', { assignment: String(mine.id), asOfDay: '2026-12-31', done: 'Chuyện riêng của hộ' });
    expect(JSON.stringify(await lastLine())).not.toContain('Chuyện riêng');
  });
});

describe('the trails', () => {
  const roles = ['app_user', 'portal_secretariat', 'portal_department', 'portal_commune', 'portal_mass_organisation', 'portal_public'];
  const statements = ['UPDATE %t SET at = now()', 'DELETE FROM %t', 'TRUNCATE %t', 'ALTER TABLE %t DISABLE ROW LEVEL SECURITY', 'DROP TABLE %t', 'SELECT * FROM %t LIMIT 1', 'ALTER TABLE %t ADD COLUMN x int', 'CREATE TRIGGER x BEFORE INSERT ON %t EXECUTE FUNCTION audit_sign_in()'];

  /** SQLSTATE of a statement under a role; 00000 when it ran. Nothing of it is kept. */
  async function run(role: string, sql: string): Promise<string> {
    await world.admin.query('BEGIN');
    try {
      await world.admin.query(`SET LOCAL ROLE ${role}`);
      await world.admin.query(`SELECT set_config('app.units', '{${officer.unitId}}', true), set_config('app.post', '${officer.post}', true)`);
      await world.admin.query(sql);
      return '00000';
    } catch (error) { return (error as { code: string }).code; } finally { await world.admin.query('ROLLBACK'); }
  }
  it.each(['audit_line', 'access_log', 'outbox'])('%s can be read, altered and removed by neither the login nor a portal', async table => {
    for (const role of roles) for (const statement of statements) expect([role, statement, await run(role, statement.replace('%t', table))]).toEqual([role, statement, '42501']);
  });
  it('of changes and readings cannot be altered by what runs by itself either', async () => {
    for (const table of ['audit_line', 'access_log']) for (const statement of statements.slice(0, 3)) expect([table, statement, await run('maintainer', statement.replace('%t', table))]).toEqual([table, statement, '42501']);
  });
  it('take no line in another unit\'s or post\'s name, and of the login none that says something was done', async () => {
    const line = (unit: number, post: number, outcome = 'DONE') => `INSERT INTO audit_line (request_id, unit_id, post_id, operation, outcome) VALUES ('x', ${unit}, ${post}, 'x', '${outcome}')`;
    expect(await run('portal_commune', line(officer.unitId, officer.post))).toBe('00000');
    expect(await run('portal_commune', line(secretariat.unitId, officer.post))).toBe('42501');
    expect(await run('portal_commune', line(officer.unitId, leader.post))).toBe('42501');
    expect(await run('app_user', line(officer.unitId, officer.post))).toBe('42501');
    expect(await run('portal_commune', `INSERT INTO outbox (topic, unit_id, row_id) VALUES ('x', ${secretariat.unitId}, '1')`)).toBe('42501');
    expect(await run('portal_commune', `INSERT INTO access_log (request_id, account_id, post_id, unit_id, part) VALUES ('x', 1, 1, 1, 'x')`)).toBe('42501');
    expect(await run('app_user', "INSERT INTO audit_line (request_id, operation, outcome, at) VALUES ('x', 'x', 'REFUSED', '2000-01-01')")).toBe('42501');
  });
});
