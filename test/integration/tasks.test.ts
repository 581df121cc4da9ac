import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcome, refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, secretariat: Client, building: Client, commune: Client, women: Client;
let plan: string, group: string, communes: string, unit: Readonly<Record<string, string>>;

beforeAll(async () => {
  world = await openWorld();
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
  building = await world.as.department('sxd', { role: 'LEADER' });
  commune = await world.as.commune('02869', { role: 'LEADER' });
  women = await world.as.massOrganisation('lhpn', { role: 'LEADER' });
  const { rows: [ids] } = await world.admin.query("SELECT (SELECT id FROM plan)::text AS plan, (SELECT id FROM task_group WHERE code = 'III.8')::text AS group, (SELECT id FROM unit_class WHERE code = 'COMMUNES')::text AS communes");
  ({ plan, group, communes } = ids);
  unit = Object.fromEntries((await world.admin.query<{ code: string; id: string }>("SELECT code, id::text FROM unit WHERE valid_to IS NULL")).rows.map(row => [row.code, row.id]));
});
afterAll(() => world.stop());

const input = (more: object = {}) => ({ plan, group, title: 'Rà soát nhà ở sau mưa lũ', product: 'Báo cáo', directiveNumber: '15/CĐ-UBND', directiveDay: '2026-09-07', dueDay: '2026-09-30', leads: [unit.sxd], ...more });
const create = (client: Client, more: object = {}, selection = 'id') => client(`mutation ($input: CreateTaskInput!) { createTask(input: $input) { count task { ${selection} } userErrors { code field } } }`, { input: input(more) });
const assign = (client: Client, given: object, selection = 'id') => client(`mutation ($input: AssignTaskInput!) { assignTask(input: $input) { count task { ${selection} } userErrors { code field message } } }`, { input: given });
const decide = (client: Client, given: object) => client('mutation ($input: ConfirmAssignmentsInput!) { confirmAssignments(input: $input) { count userErrors { code field } } }', { input: given });
const change = (client: Client, given: object) => client(`mutation ($input: ChangeAssignmentInput!) { changeAssignment(input: $input) { assignment { version part dueDay firstDueDay extendedTo extensionReason
  changes { field before after reason changedBy } } userErrors { code field message } } }`, { input: given });
const codes = (client: Client, id: string): Promise<string[]> => client('query ($id: ID!) { task(id: $id) { assignments { unit { code } } } }', { id }).then(({ data }) => data.task?.assignments.map((a: { unit: { code: string } }) => a.unit.code) ?? []);

/** Every other portal is refused by name, and nothing changes. */
async function expectOnlySecretariat(operation: string, attempt: (client: Client) => Promise<Answer>): Promise<void> {
  for (const client of [building, commune, women]) {
    const { answer, trail } = await refused(world, () => attempt(client));
    expect([client.unit, outcome(answer), answer.errors![0]!.extensions.fields!.includes(`Mutation.${operation}`)]).toEqual([client.unit, '403 FORBIDDEN', true]);
    expect(trail.map(line => [line.operation, line.outcome, line.unit_id])).toEqual([[operation, 'REFUSED', client.unitId]]);
  }
  for (const role of ['VIEWER', 'SUPERVISOR', 'ACCOUNT_ADMINISTRATOR', 'VILLAGE_OFFICER'] as const) {
    const reader = await world.as.secretariat('thuong-truc', { role });
    const { answer } = await refused(world, () => attempt(reader));
    expect([role, outcome(answer)]).toEqual([role, '403 FORBIDDEN']);
  }
}

describe('a task from a directive', () => {
  let id: string;
  it('binds its lead and each of the 99 communes by an assignment of its own', async () => {
    const { data } = await create(secretariat, { classes: [communes] }, 'id code kind title product directiveNumber directiveDay version leads { unit { code } part } milestones { no kind label stated dueDay lateRule } assignments { role dueDay firstDueDay confirmedOn validFrom status statusRule viaClass { code } unit { code } }');
    const { count, task, userErrors } = data.createTask;
    id = task.id;
    expect([count, userErrors, task.assignments.length]).toEqual([100, [], 100]);
    expect(task).toMatchObject({ code: 'CĐ.1', kind: 'DIRECTIVE', title: 'Rà soát nhà ở sau mưa lũ', product: 'Báo cáo', directiveNumber: '15/CĐ-UBND', directiveDay: '2026-09-07', version: 1, leads: [{ unit: { code: 'sxd' }, part: null }],
      milestones: [{ no: 1, kind: 'DATE', label: 'Hoàn thành', stated: 'đến hết 30/9/2026', dueDay: '2026-09-30', lateRule: 'AFTER_DUE_DAY' }] });
    const common = { dueDay: '2026-09-30', firstDueDay: '2026-09-30', confirmedOn: '2026-09-08', validFrom: '2026-09-08', status: 'NOT_UPDATED', statusRule: 'NEVER_UPDATED' };
    const inClass = task.assignments.filter((a: { role: string }) => a.role === 'COORDINATOR');
    expect(inClass).toHaveLength(99);
    for (const assignment of inClass) expect(assignment).toEqual({ ...common, role: 'COORDINATOR', viaClass: { code: 'COMMUNES' }, unit: { code: expect.stringMatching(/^\d{5}$/) } });
    expect(new Set(inClass.map((a: { unit: { code: string } }) => a.unit.code)).size).toBe(99);
    expect(task.assignments.filter((a: { role: string }) => a.role === 'LEAD')).toEqual([{ ...common, role: 'LEAD', viaClass: null, unit: { code: 'sxd' } }]);
  });
  it('tells the leaders of each unit that it is bound, once', async () => {
    const { rows } = await world.admin.query("SELECT n.kind, n.roles, n.noun, count(*)::int, count(DISTINCT n.unit_id)::int AS units, bool_and(a.unit_id = n.unit_id AND n.row_id = a.id::text) AS own FROM notice n JOIN assignment a ON a.id = n.assignment_id WHERE a.task_id = $1 GROUP BY 1, 2, 3", [id]);
    expect(rows).toEqual([{ kind: 'ASSIGNED', roles: ['LEADER'], noun: 'Assignment', count: 100, units: 100, own: true }]);
  });
  it('makes the 99 in one statement', async () => {
    const { rows } = await world.admin.query("SELECT count(*)::int AS rows, count(DISTINCT cmin::text)::int AS statements, count(DISTINCT xmin::text)::int AS transactions FROM assignment WHERE task_id = $1 AND role = 'COORDINATOR'", [id]);
    expect(rows).toEqual([{ rows: 99, statements: 1, transactions: 1 }]);
  });
  it('is at once in the portals of those bound, and in no other', async () => {
    expect(await codes(commune, id)).toEqual(['sxd', '02869']);
    expect(await codes(building, id)).toHaveLength(100);
    for (const client of [women, await world.as.department('snv')]) expect(await codes(client, id)).toEqual([]);
  });
  it('takes the next code, also when two come at once', async () => {
    const both = await Promise.all([create(secretariat, {}, 'code'), create(secretariat, {}, 'code')]);
    expect(both.map(({ data }) => data.createTask.task.code).sort()).toEqual(['CĐ.2', 'CĐ.3']);
  });
  it('names a unit once, as lead, though it is in a class or named twice', async () => {
    const { data } = await create(secretariat, { leads: [unit['02869'], unit['02869']], coordinators: [unit['02869'], unit['02647']], classes: [communes] }, 'assignments { role viaClass { code } unit { code } }');
    expect(data.createTask.count).toBe(99);
    expect(data.createTask.task.assignments.filter((a: { unit: { code: string } }) => ['02869', '02647'].includes(a.unit.code))).toEqual([
      { role: 'LEAD', viaClass: null, unit: { code: '02869' } }, { role: 'COORDINATOR', viaClass: null, unit: { code: '02647' } }]);
  });
  it.each<[string, object, [string, string][]]>([
    ['no lead', { leads: [] }, [['BAD_INPUT', 'leads']]], ['an unknown lead', { leads: ['999999'] }, [['NOT_FOUND', 'leads']]], ['an unknown class', { classes: ['999'] }, [['NOT_FOUND', 'classes']]],
    ['a group of no plan', { group: '99999' }, [['NOT_FOUND', 'group']]], ['a due day before the plan', { dueDay: '2025-12-31' }, [['BAD_INPUT', 'dueDay']]], ['a due day after the plan', { dueDay: '2027-01-01' }, [['BAD_INPUT', 'dueDay']]],
    ['a directive of tomorrow', { directiveDay: '2026-09-09' }, [['BAD_INPUT', 'directiveDay']]], ['no title', { title: ' ' }, [['BAD_INPUT', 'title']]],
    ['everything wrong', { title: '', directiveNumber: '', dueDay: '2030-01-01', leads: ['x'] }, [['BAD_INPUT', 'title'], ['BAD_INPUT', 'directiveNumber'], ['BAD_INPUT', 'dueDay'], ['NOT_FOUND', 'leads']]],
  ])('is not made with %s', async (_, more, errors) => {
    const { answer } = await refused(world, () => create(secretariat, more));
    expect(answer.data.createTask).toMatchObject({ count: 0, task: null });
    expect(answer.data.createTask.userErrors.map((e: { code: string; field: string }) => [e.code, e.field])).toEqual(errors);
  });
  it('is made by the secretariat only', () => expectOnlySecretariat('createTask', client => create(client)));
});

describe('assigning', () => {
  let id: string;
  beforeAll(async () => { id = (await create(secretariat)).data.createTask.task.id; });
  it('adds units and a class, and leaves alone who is bound', async () => {
    const first = await assign(secretariat, { task: id, role: 'LEAD', part: 'Kinh phí', units: [unit.stc, unit.sxd] }, 'leads { unit { code } part }');
    expect(first.data.assignTask).toEqual({ count: 1, task: { leads: [{ unit: { code: 'sxd' }, part: null }, { unit: { code: 'stc' }, part: 'Kinh phí' }] }, userErrors: [] });
    expect((await assign(secretariat, { task: id, role: 'COORDINATOR', classes: [communes] })).data.assignTask.count).toBe(99);
    const { answer } = await refused(world, () => assign(secretariat, { task: id, role: 'COORDINATOR', classes: [communes] }));
    expect(answer.data.assignTask).toEqual({ count: 0, task: null, userErrors: [{ code: 'NOT_ALLOWED_NOW', field: 'units', message: 'Các đơn vị này đã được giao nhiệm vụ rồi.' }] });
  });
  it.each<[string, object, [string, string]]>([['nobody', {}, ['BAD_INPUT', 'units']], ['an unknown unit', { units: ['888888'] }, ['NOT_FOUND', 'units']], ['an unknown task', { task: '999999', units: ['1'] }, ['NOT_FOUND', 'task']]])('binds %s not', async (_, more, error) => {
    const { answer } = await refused(world, () => assign(secretariat, { task: id, role: 'LEAD', ...more }));
    expect(answer.data.assignTask.userErrors.map((e: { code: string; field: string }) => [e.code, e.field])).toEqual([error]);
  });
  it('is the secretariat\'s only', () => expectOnlySecretariat('assignTask', client => assign(client, { task: id, role: 'LEAD', units: [unit.snv] })));
});

describe('proposals of a clause with "liên quan"', () => {
  let task: string, proposals: { id: string; code: string }[];
  beforeAll(async () => {
    ({ rows: [{ id: task }] } = await world.admin.query("SELECT id::text FROM task WHERE code = 'III.6(3)'"));
    proposals = (await world.admin.query('SELECT a.id::text, u.code FROM assignment a JOIN unit u ON u.id = a.unit_id WHERE task_id = $1 AND a.confirmed_on IS NULL ORDER BY u.code', [task])).rows;
  });
  it('bind and show themselves to nobody until they are decided, and then only those confirmed', async () => {
    expect(proposals).toHaveLength(20);
    const [one, other] = proposals, asked = await world.as.department(one!.code), unasked = await world.as.department(other!.code);
    expect([await codes(asked, task), await codes(unasked, task)]).toEqual([[], []]);
    expect((await decide(secretariat, { task, confirm: [one!.id], decline: [other!.id] })).data.confirmAssignments).toEqual({ count: 2, userErrors: [] });
    expect([(await codes(asked, task)).includes(one!.code), await codes(unasked, task)]).toEqual([true, []]);
    const { rows } = await world.admin.query('SELECT confirmed_on::text, valid_to::text FROM assignment WHERE id = ANY ($1) ORDER BY id = $2 DESC', [[one!.id, other!.id], one!.id]);
    expect(rows).toEqual([{ confirmed_on: '2026-09-08', valid_to: null }, { confirmed_on: null, valid_to: '2026-09-08' }]);
  });
  it('are decided all together or not at all', async () => {
    const [decided, , open] = proposals;
    for (const [given, error] of [
      [{ confirm: [open!.id, decided!.id], decline: [] }, ['NOT_FOUND', 'confirm']], [{ confirm: [open!.id], decline: [open!.id] }, ['BAD_INPUT', 'decline']],
      [{ confirm: [], decline: [] }, ['BAD_INPUT', 'confirm']], [{ confirm: [open!.id, '99999999'], decline: [] }, ['NOT_FOUND', 'confirm']],
    ] as const) {
      const { answer } = await refused(world, () => decide(secretariat, { task, ...given }));
      expect(answer.data.confirmAssignments.userErrors.map((e: { code: string; field: string }) => [e.code, e.field])).toEqual([error]);
    }
  });
  it('are decided by the secretariat only', () => expectOnlySecretariat('confirmAssignments', client => decide(client, { task, confirm: [proposals[3]!.id], decline: [] })));
});

describe('the terms of an assignment', () => {
  let id: string;
  beforeAll(async () => { ({ rows: [{ id }] } = await world.admin.query("SELECT a.id::text FROM assignment a JOIN task t ON t.id = a.task_id JOIN unit u ON u.id = a.unit_id WHERE t.code = 'III.4' AND u.code = '02869'")); });
  const version = async (): Promise<number> => (await world.admin.query<{ version: number }>('SELECT version FROM assignment WHERE id = $1', [id])).rows[0]!.version;
  it('change with their history, and the first day is kept', async () => {
    await change(secretariat, { id, version: await version(), part: 'Góp ý bằng văn bản' });
    await change(secretariat, { id, version: await version(), dueDay: '2026-09-20' });
    const { data } = await change(secretariat, { id, version: await version(), extendedTo: '2026-10-15', extensionReason: 'Mưa lũ' });
    expect(data.changeAssignment.userErrors).toEqual([]);
    expect(data.changeAssignment.assignment).toMatchObject({ part: 'Góp ý bằng văn bản', dueDay: '2026-09-20', firstDueDay: '2026-06-30', extendedTo: '2026-10-15', extensionReason: 'Mưa lũ' });
    expect(data.changeAssignment.assignment.changes.slice(0, 3)).toEqual([
      { field: 'extendedTo', before: null, after: '2026-10-15', reason: 'Mưa lũ', changedBy: expect.stringMatching(/^Người dùng thử/) }, { field: 'dueDay', before: '2026-06-30', after: '2026-09-20', reason: null, changedBy: expect.any(String) },
      { field: 'part', before: null, after: 'Góp ý bằng văn bản', reason: null, changedBy: expect.any(String) }]);
  });
  it('are told to the leaders of the unit as often as they change; of a proposal nobody is told', async () => {
    const { rows } = await world.admin.query("SELECT n.kind, u.code, n.roles, n.post_id AS post FROM notice n JOIN unit u ON u.id = n.unit_id WHERE n.assignment_id = $1 ORDER BY n.id", [id]);
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ kind: 'TERMS_CHANGED', code: '02869', roles: ['LEADER'], post: null })));
    const { rows: [proposal] } = await world.admin.query('SELECT id::text, version FROM assignment WHERE confirmed_on IS NULL AND valid_to IS NULL ORDER BY id LIMIT 1');
    expect((await change(secretariat, { id: proposal.id, version: proposal.version, part: 'Dự kiến' })).data.changeAssignment.userErrors).toEqual([]);
    expect((await world.admin.query('SELECT FROM notice WHERE assignment_id = $1', [proposal.id])).rowCount).toBe(0);
    await world.admin.query('UPDATE assignment SET part = NULL WHERE id = $1', [proposal.id]);
  });
  it('show their history to the unit itself, not to another that sees the assignment', async () => {
    const ask = 'query ($id: ID!) { assignment(id: $id) { dueDay firstDueDay changes { field } } }';
    const { changes, ...days } = (await commune(ask, { id })).data.assignment;
    expect([days, changes.slice(0, 3)]).toEqual([{ dueDay: '2026-09-20', firstDueDay: '2026-06-30' }, [{ field: 'extendedTo' }, { field: 'dueDay' }, { field: 'part' }]]);
    expect((await (await world.as.commune('02647'))(ask, { id })).data.assignment).toBeNull();
  });
  it.each<[string, object, [string, string][]]>([
    ['no day', { dueDay: null }, [['BAD_INPUT', 'dueDay']]], ['a day of another year', { dueDay: '2027-01-01' }, [['BAD_INPUT', 'dueDay']]], ['nothing', {}, [['BAD_INPUT', 'id']]],
    ['an extension to a day before', { extendedTo: '2026-09-20', extensionReason: 'x' }, [['BAD_INPUT', 'extendedTo']]],
    ['an extension without a reason', { extendedTo: '2026-11-01', extensionReason: ' ' }, [['BAD_INPUT', 'extensionReason']]], ['an extension left without its reason', { extensionReason: null }, [['BAD_INPUT', 'extensionReason']]],
    ['a day after the extension', { dueDay: '2026-11-01' }, [['BAD_INPUT', 'dueDay']]],
  ])('take %s not', async (_, given, errors) => {
    const now = await version();
    const { answer } = await refused(world, () => change(secretariat, { id, version: now, ...given }));
    expect(answer.data.changeAssignment.userErrors.map((e: { code: string; field: string }) => [e.code, e.field])).toEqual(errors);
  });
  it('are the secretariat\'s to change', async () => {
    const now = await version();
    await expectOnlySecretariat('changeAssignment', client => change(client, { id, version: now, dueDay: '2026-12-31' }));
  });
});
