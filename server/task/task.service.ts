import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { type Answered, refuse, settle } from '../graphql/payload.js';
import type { UserError } from '../graphql/user-error.js';
import { tellAll } from '../notice/notice.service.js';
import { bindUnits, unitsBound } from './assignment.query.js';
import { taskAccess } from './task.access.js';
import type { AssignTaskInput, ConfirmAssignmentsInput, CreateTaskInput } from './task.input.js';
import { decideProposals, findTask, insertTask, known, planOfGroup } from './task.query.js';

/** `count`: how many assignments were made or decided. */
type Saved = Answered & { task?: object | null; count: number };

const refused = (context: Working, userErrors: UserError[]): Saved => ({ ...refuse(context, userErrors), count: 0 });

const done = async (context: Working, id: number, count: number, selection: Selection): Promise<Saved> =>
  ({ ...await settle(context, { resource: taskAccess, selection, field: 'task', what: 'nhiệm vụ', id: String(id) }, { outcome: 'DONE' }), count });

/** The ids as numbers, every one of them known; else an error that names the field. */
async function knownIds(context: Working, check: Check, field: string, table: 'unit' | 'unit_class', given: readonly string[] | null | undefined): Promise<number[]> {
  const what = table === 'unit' ? 'đơn vị' : 'nhóm đơn vị';
  const ids = (given ?? []).flatMap(id => check.id(field, what, id) ?? []);
  const found = ids.length > 0 ? await known(context.session, table, ids) : new Set();
  if (ids.some(id => !found.has(id))) check.errors.push(notFound(field, what));
  return ids;
}

/** The leaders of every unit that these assignments bind are told. */
async function tellAssigned(context: Working, assignments: readonly number[]): Promise<void> {
  await tellAll(context, (await unitsBound(context.session, assignments)).map(({ id, unit }) => ({ kind: 'ASSIGNED', to: { unit, roles: ['LEADER'] }, noun: 'Assignment', rowId: id, assignment: id })));
}

/** A task by a directive: the task, its milestone and every unit's assignment, or nothing. */
export async function createTask(context: Working, input: CreateTaskInput, selection: Selection): Promise<Saved> {
  const { session } = context, check = new Check();
  const plan = check.id('plan', 'kế hoạch', input.plan), group = check.id('group', 'nhóm nhiệm vụ', input.group);
  const days = plan !== null && group !== null ? await planOfGroup(session, plan, group) : null;
  if (!days) return refused(context, [notFound('group', 'nhóm nhiệm vụ trong kế hoạch này')]);
  const span = { from: days.startsOn, to: days.endsOn, required: true };
  const title = check.text('title', 'Tên nhiệm vụ', input.title, { most: 200, required: true });
  const product = check.text('product', 'Sản phẩm', input.product, { most: 500 });
  const population = check.text('population', 'Đối tượng', input.population, { most: 500 });
  const directiveNumber = check.text('directiveNumber', 'Số văn bản', input.directiveNumber, { most: 100, required: true });
  const directiveDay = check.day('directiveDay', 'Ngày văn bản', input.directiveDay, { ...span, to: context.clock.today() });
  const dueDay = check.day('dueDay', 'Hạn hoàn thành', input.dueDay, span);
  const leads = await knownIds(context, check, 'leads', 'unit', input.leads);
  const coordinators = await knownIds(context, check, 'coordinators', 'unit', input.coordinators);
  const classes = await knownIds(context, check, 'classes', 'unit_class', input.classes);
  if (input.leads.length === 0) check.fail('leads', 'Cơ quan chủ trì: chọn ít nhất một đơn vị.');
  if (check.failed || title === null || dueDay === null) return refused(context, check.errors);
  const task = await insertTask(session, { title, product, population, directiveNumber, directiveDay, plan: days.id, group: group!, dueDay });
  const bound = await bindUnits(session, { task: task.id, role: 'LEAD', part: null, units: leads, classes: [] });
  bound.push(...await bindUnits(session, { task: task.id, role: 'COORDINATOR', part: null, units: coordinators, classes }));
  await auditWrite(context, { operation: 'createTask', noun: 'Task', rowId: task.id, before: null, after: { code: task.code, title, directiveNumber, directiveDay, dueDay, assignments: bound.length } });
  await tellAssigned(context, bound);
  return done(context, task.id, bound.length, selection);
}

/** Binds further units or classes to a task; units already bound stay as they are. */
export async function assignTask(context: Working, input: AssignTaskInput, selection: Selection): Promise<Saved> {
  const { session } = context, check = new Check();
  const wanted = check.id('task', 'nhiệm vụ', input.task);
  const task = wanted === null ? null : await findTask(session, wanted);
  if (!task) return refused(context, [notFound('task', 'nhiệm vụ')]);
  const part = check.text('part', 'Phần việc', input.part, { most: 500 });
  const units = await knownIds(context, check, 'units', 'unit', input.units), classes = await knownIds(context, check, 'classes', 'unit_class', input.classes);
  if (units.length + classes.length === 0 && !check.failed) check.fail('units', 'Đơn vị: chọn ít nhất một đơn vị hoặc một nhóm đơn vị.');
  if (check.failed) return refused(context, check.errors);
  const bound = await bindUnits(session, { task: task.id, role: input.role, part, units, classes });
  if (bound.length === 0) return refused(context, [userError('NOT_ALLOWED_NOW', 'units', 'Các đơn vị này đã được giao nhiệm vụ rồi.')]);
  await auditWrite(context, { operation: 'assignTask', noun: 'Task', rowId: task.id, before: null, after: { role: input.role, part, units, classes, assignments: bound.length } });
  await tellAssigned(context, bound);
  return done(context, task.id, bound.length, selection);
}

/** Decides proposals of a clause with "liên quan": confirmed ones bind from today, declined ones end. All or none. */
export async function confirmAssignments(context: Working, input: ConfirmAssignmentsInput, selection: Selection): Promise<Saved> {
  const { session } = context, check = new Check();
  const wanted = check.id('task', 'nhiệm vụ', input.task);
  const task = wanted === null ? null : await findTask(session, wanted);
  if (!task) return refused(context, [notFound('task', 'nhiệm vụ')]);
  const confirm = input.confirm.flatMap(id => check.id('confirm', 'đề xuất', id) ?? []), decline = input.decline.flatMap(id => check.id('decline', 'đề xuất', id) ?? []);
  if (confirm.some(id => decline.includes(id))) check.fail('decline', 'Một đề xuất không thể vừa đồng ý vừa không đồng ý.');
  if (confirm.length + decline.length === 0 && !check.failed) check.fail('confirm', 'Chọn ít nhất một đề xuất.');
  if (check.failed) return refused(context, check.errors);
  const decided = await decideProposals(session, task.id, confirm, decline);
  if (decided.length < confirm.length + decline.length) return refused(context, [notFound('confirm', 'một số đề xuất; có thể người khác vừa quyết định')]);
  await auditWrite(context, { operation: 'confirmAssignments', noun: 'Task', rowId: task.id, before: null, after: { confirm, decline } });
  await tellAssigned(context, confirm);
  return done(context, task.id, decided.length, selection);
}
