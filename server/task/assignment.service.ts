import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { Check, conflict, notFound } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { type Answered, refuse, settle } from '../graphql/payload.js';
import { tellAll } from '../notice/notice.service.js';
import { assignmentAccess } from './assignment.access.js';
import { lockAssignment, ownOfficer, updateAssignment, type AssignmentPatch, type AssignmentTerms } from './assignment.query.js';
import type { AcceptAssignmentInput, AssignOfficerInput, ChangeAssignmentInput } from './task.input.js';

type Patch = (current: AssignmentTerms, check: Check) => Promise<AssignmentPatch> | AssignmentPatch;
interface Write { readonly operation: string; readonly id: string; readonly version: number; readonly yours: Readonly<Record<string, unknown>>; readonly patch: Patch; readonly tellUnit?: boolean }

type Saved = Answered & { assignment?: object | null };

/** Lock, compare the version, write, audit, read back: the way of every change to an assignment. */
async function write(context: Working, { operation, id, version, yours, patch, tellUnit = false }: Write, selection: Selection): Promise<Saved> {
  const check = new Check();
  const wanted = check.id('id', 'phân công', id);
  const current = wanted === null ? null : await lockAssignment(context.session, wanted);
  if (!current) return refuse(context, [notFound('id', 'phân công')]);
  const settling = { resource: assignmentAccess, selection, field: 'assignment', what: 'phân công', id: String(current.id) };
  if (current.version !== version)
    return settle(context, settling, { outcome: 'CONFLICT', conflicts: Object.entries(yours).map(([field, value]) => conflict(field, value, current[field as keyof AssignmentTerms])) });
  const changes = await patch(current, check);
  if (check.failed) return refuse(context, check.errors);
  await updateAssignment(context.session, current.id, changes);
  await auditWrite(context, { operation, noun: 'Assignment', rowId: current.id, before: pick(current, Object.keys(changes)), after: changes });
  // Of a proposal its unit knows nothing yet.
  if (tellUnit && current.isConfirmed) await tellTerms(context, current);
  return settle(context, settling, { outcome: 'DONE' });
}

/** The unit's leaders, and the officer whose work it is. */
async function tellTerms(context: Working, { id, unit, officer }: AssignmentTerms): Promise<void> {
  const told = { kind: 'TERMS_CHANGED', noun: 'Assignment', rowId: id, assignment: id } as const;
  await tellAll(context, [{ ...told, to: { unit, roles: ['LEADER'] } }, ...(officer === null ? [] : [{ ...told, to: { unit, post: officer } }])]);
}

const pick = (row: AssignmentTerms, names: readonly string[]): object => Object.fromEntries(names.map(name => [name, row[name as keyof AssignmentTerms] ?? null]));

/** The unit acknowledges its assignment as of today; a second time changes nothing. */
export function acceptAssignment(context: Working, { id, version }: AcceptAssignmentInput, selection: Selection): Promise<Saved> {
  const today = context.clock.today();
  return write(context, { operation: 'acceptAssignment', id, version, yours: { acceptedOn: today }, patch: current => ({ acceptedOn: current.acceptedOn ?? today }) }, selection);
}

/** A leader gives the assignment to an officer of the own unit, or takes it back with null. */
export function assignOfficer(context: Working, { id, version, officer }: AssignOfficerInput, selection: Selection): Promise<Saved> {
  return write(context, { operation: 'assignOfficer', id, version, yours: { officer: officer ?? null }, patch: async (current, check) => {
    if (officer === null || officer === undefined) return { officer: null };
    const wanted = check.id('officer', 'cán bộ', officer);
    const found = wanted === null ? null : await ownOfficer(context.session, wanted, current.unit);
    if (!found && !check.failed) check.errors.push(notFound('officer', 'cán bộ này trong đơn vị'));
    if (found?.isLent) check.fail('officer', `Cán bộ: ${found.name} chỉ trực thay ít ngày. Giao cho người giữ chức vụ.`);
    return { officer: found && { id: found.id } };
  } }, selection);
}

/** The secretariat changes part and days; the first day and every former value stay readable. */
export function changeAssignment(context: Working, input: ChangeAssignmentInput, selection: Selection): Promise<Saved> {
  const { id, version, ...yours } = input;
  return write(context, { operation: 'changeAssignment', id, version, yours, tellUnit: true, patch: (current, check) => {
    const year = (context.clock.today()).slice(0, 4), span = { from: `${year}-01-01`, to: `${year}-12-31` };
    const changes: AssignmentPatch = {};
    if (input.part !== undefined) changes.part = check.text('part', 'Phần việc', input.part, { most: 500 });
    if (input.dueDay !== undefined) changes.dueDay = check.day('dueDay', 'Hạn hoàn thành', input.dueDay, { ...span, required: true });
    if (input.extendedTo !== undefined) changes.extendedTo = check.day('extendedTo', 'Gia hạn đến', input.extendedTo, span);
    if (input.extensionReason !== undefined) changes.extensionReason = check.text('extensionReason', 'Lý do', input.extensionReason, { most: 1000 });
    // What would stand afterwards, whichever part of it was sent: an extension lies after the day and has its reason.
    const { dueDay, extendedTo, extensionReason } = { ...current, ...changes };
    if (extendedTo && dueDay && extendedTo <= dueDay) check.fail(changes.extendedTo ? 'extendedTo' : 'dueDay', 'Gia hạn đến: phải sau hạn hoàn thành.');
    if (extendedTo && !extensionReason) check.fail('extensionReason', 'Lý do: nhập lý do gia hạn.');
    if (Object.keys(changes).length === 0) check.fail('id', 'Không có nội dung nào thay đổi.');
    return changes;
  } }, selection);
}

export type { AssignmentTerms };
/** An assignment's terms for a write of another noun, locked to the end of the transaction; null where the viewer may not write them. */
export const lockTerms = ({ session }: Working, id: number): Promise<AssignmentTerms | null> => lockAssignment(session, id);

/** Moves the day of an assignment that the caller locked and checked, with its audit line under the caller's operation. */
export async function extendAssignment(context: Working, operation: string, { id, extendedTo, extensionReason }: AssignmentTerms, patch: Pick<AssignmentTerms, 'extendedTo' | 'extensionReason'>): Promise<void> {
  await updateAssignment(context.session, id, patch);
  await auditWrite(context, { operation, noun: 'Assignment', rowId: id, before: { extendedTo, extensionReason }, after: patch });
}
