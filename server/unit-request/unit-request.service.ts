import type { Selection } from '../access/selection.js';
import { addRow, changeRow, type Values } from '../audit/audited-row.js';
import { Check, notFound, userError, writtenDay } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { type Answered, refuse, settle } from '../graphql/payload.js';
import { unitRequestAccess } from './unit-request.access.js';
import type { ChangeUnitRequestInput, CreateUnitRequestInput } from './unit-request.input.js';
import { answerSpan, findRequest, ownAssignment, seesTask, unitInForce, type Span } from './unit-request.query.js';

export type Saved = Answered & { unitRequest?: object | null };
export const notNow = (field: string, message: string) => userError('NOT_ALLOWED_NOW', field, message);
export const settling = (selection: Selection, id: string) => ({ resource: unitRequestAccess, selection, field: 'unitRequest', what: 'kiến nghị, đề nghị', id });

/** Says the rule where a day for the answer lies before what it gives, or too far away. */
export function checkDue(check: Check, { days, countsWorkingDays, earliest, latest }: Span, dueDay: string | null | undefined): void {
  if (!dueDay) return;
  const rule = `đơn vị nhận có ${days} ngày${countsWorkingDays ? ' làm việc' : ''}, đến hết ${writtenDay(earliest)}`;
  if (dueDay < earliest) check.fail('dueDay', `Hạn trả lời: ${writtenDay(dueDay)} quá sớm; theo quy định ${rule}. Chọn từ ngày ${writtenDay(earliest)} hoặc để trống.`);
  else if (dueDay > latest) check.fail('dueDay', `Hạn trả lời: ${writtenDay(dueDay)} quá xa. Chọn ngày từ ${writtenDay(earliest)} đến ${writtenDay(latest)}.`);
}

/** Whom it goes to: another unit, in force today. */
export async function checkReceiver({ session, viewer }: Working, check: Check, wanted: string): Promise<{ id: number; kind: string } | null> {
  const id = check.id('toUnit', 'đơn vị', wanted), found = id === null ? null : await unitInForce(session, id);
  if (!found && id !== null) check.errors.push(notFound('toUnit', 'đơn vị đang hoạt động này'));
  if (found?.id === viewer.unitId) check.fail('toUnit', 'Đơn vị nhận: chọn một đơn vị khác.');
  return found;
}

interface Extension { readonly field: string; readonly label: string; readonly value: string | null | undefined; readonly today: string; readonly due: string | null; /** The last day of the plan or the assignment. */ readonly reach: string | null }

/** A day after today and after the one that holds, up to the last day of the plan or the assignment; of another it says why. */
export function checkExtension(check: Check, { field, label, value, today, due, reach }: Extension): string | null {
  const held = due !== null && due >= today, from = held ? due : today;
  if (!value) return check.day(field, label, value, { from, to: reach ?? from, required: true });
  if (reach !== null && from >= reach) return check.fail(field, `${label}: ${writtenDay(reach)} là ngày cuối của kế hoạch hoặc của phân công nên không gia hạn thêm được. Phần chưa xong đưa vào kế hoạch năm sau.`), null;
  if (value <= from) return check.fail(field, `${label}: phải sau ngày ${writtenDay(from)}${held ? ', hạn đang áp dụng của nhiệm vụ' : ''}.`), null;
  if (reach !== null && value > reach) return check.fail(field, `${label}: ${writtenDay(value)} quá xa; kế hoạch hoặc phân công chỉ kéo dài đến hết ${writtenDay(reach)}. Chọn ngày đến hết ${writtenDay(reach)}.`), null;
  return value;
}

/** Everything that is wrong with a draft, and what it would write. */
async function read(context: Working, input: CreateUnitRequestInput, check: Check): Promise<Values> {
  const { session, viewer, clock } = context;
  const subject = check.text('subject', 'Tiêu đề', input.subject, { most: 200, required: true });
  const text = check.text('text', 'Nội dung', input.text, { most: 4000, required: true });
  await checkReceiver(context, check, input.toUnit);
  const assignmentId = check.id('assignment', 'phân công', input.assignment);
  const assignment = assignmentId === null ? null : await ownAssignment(session, assignmentId, viewer.unitId);
  if (assignmentId !== null && !assignment) check.errors.push(notFound('assignment', 'nhiệm vụ được giao này của đơn vị'));
  let task = assignment?.task ?? check.id('task', 'nhiệm vụ', input.task);
  if (!assignment && task !== null && !await seesTask(session, task)) { check.errors.push(notFound('task', 'nhiệm vụ')); task = null; }
  const isExtension = input.kind === 'EXTENSION', today = clock.today();
  if (isExtension && viewer.portalKind === 'secretariat') check.fail('kind', 'Loại: Cơ quan Thường trực tự quyết định thời hạn ở trang nhiệm vụ, không gửi đề nghị gia hạn.');
  else if (isExtension && !input.assignment) check.fail('assignment', 'Nhiệm vụ: chọn nhiệm vụ của đơn vị cần gia hạn.');
  else if (isExtension && assignment?.isDone) check.fail('assignment', 'Nhiệm vụ: nhiệm vụ này đã hoàn thành, không cần gia hạn.');
  const askedDay = isExtension ? checkExtension(check, { field: 'askedDay', label: 'Xin gia hạn đến', value: input.askedDay, today, due: assignment?.due ?? null, reach: assignment?.reach ?? null }) : null;
  if (!isExtension && input.askedDay) check.fail('askedDay', 'Xin gia hạn đến: chỉ dùng cho đề nghị gia hạn. Bỏ ngày này.');
  const span = await answerSpan(session, input.kind);
  if (!span) check.fail('kind', 'Loại: chưa có quy định về thời hạn trả lời đang áp dụng.');
  else checkDue(check, span, input.dueDay);
  return { kind: input.kind, toUnit: Number(input.toUnit), subject, text, task, assignment: assignment?.id ?? null, askedDay, dueDay: input.dueDay ?? null };
}

/** Writes down what the unit means to ask; nobody else sees it before its leader sends it. */
export async function createUnitRequest(context: Working, input: CreateUnitRequestInput, selection: Selection): Promise<Saved> {
  const check = new Check(), values = await read(context, input, check);
  if (check.failed) return refuse(context, check.errors);
  const { viewer } = context;
  const id = await addRow(context, unitRequestAccess, 'createUnitRequest', { ...values, unit: viewer.unitId, author: viewer.postId });
  return settle(context, settling(selection, id), { outcome: 'DONE' });
}

/** Writes a draft anew; what was sent stays as it is. */
export async function changeUnitRequest(context: Working, { id, version, ...input }: ChangeUnitRequestInput, selection: Selection): Promise<Saved> {
  const found = await findRequest(context.session, id);
  if (!found || found.unit !== context.viewer.unitId) return refuse(context, [found ? notNow('id', 'Chỉ đơn vị soạn mới sửa được.') : notFound('id', 'kiến nghị, đề nghị')]);
  const check = new Check(), values = await read(context, input as CreateUnitRequestInput, check);
  if (found.state !== 'DRAFT') check.errors.push(notNow('id', 'Đã gửi hoặc đã bỏ nên không sửa được nữa. Tải lại trang để xem bản mới nhất.'));
  if (check.failed) return refuse(context, check.errors);
  const changed = await changeRow(context, unitRequestAccess, 'changeUnitRequest', { id, version }, values);
  return settle(context, settling(selection, id), changed);
}

