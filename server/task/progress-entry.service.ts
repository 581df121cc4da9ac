import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { Check, conflict, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { type Answered, refuse, settle } from '../graphql/payload.js';
import { progressEntryAccess } from './assignment.access.js';
import { lockAssignment } from './assignment.query.js';
import type { AddProgressEntryInput, CorrectProgressEntryInput, ProgressInput, SignProgressEntryInput } from './progress-entry.input.js';
import { findEntry, findSuccessor, hasMilestone, insertEntry, signEntry, type NewEntry, type StoredEntry } from './progress-entry.query.js';

type Saved = Answered & { progressEntry?: object | null };

const settling = (selection: Selection, id: number) => ({ resource: progressEntryAccess, selection, field: 'progressEntry', what: 'lần cập nhật', id: String(id), at: 'id' });

/** Everything that is wrong with an entry's own words and figures, whatever it is for. */
function read(context: Working, input: ProgressInput, check: Check) {
  const today = context.clock.today();
  return {
    asOfDay: check.day('asOfDay', 'Số liệu đến ngày', input.asOfDay, { from: `${today.slice(0, 4)}-01-01`, to: today, required: true }) ?? today,
    done: check.text('done', 'Nội dung đã làm', input.done, { most: 4000, required: true }) ?? '',
    difficulty: check.text('difficulty', 'Khó khăn', input.difficulty, { most: 4000 }),
    request: check.text('request', 'Kiến nghị', input.request, { most: 4000 }),
    quantity: check.whole('quantity', 'Kết quả lũy kế', input.quantity, { least: 0, most: 10_000_000 }),
    percent: check.whole('percent', 'Tỷ lệ hoàn thành', input.percent, { least: 0, most: 100 }),
    milestone: check.id('milestone', 'mốc thời hạn', input.milestone),
    isCompleted: input.isCompleted,
  };
}

async function save(context: Working, operation: string, entry: NewEntry, before: StoredEntry | null, selection: Selection): Promise<Saved> {
  const { session, viewer } = context;
  if (entry.milestone !== null && !await hasMilestone(session, entry.assignment, entry.milestone)) return refuse(context, [notFound('milestone', 'mốc thời hạn của nhiệm vụ này')]);
  if (entry.isCompleted && entry.milestone === null) return refuse(context, [userError('BAD_INPUT', 'milestone', 'Mốc thời hạn: chọn mốc đã hoàn thành.')]);
  const id = await insertEntry(session, entry);
  // A leader's own entry needs nobody else's signature.
  if (viewer.postRole === 'LEADER') await signEntry(session, id);
  await auditWrite(context, { operation, noun: 'ProgressEntry', rowId: id, before, after: entry });
  return settle(context, settling(selection, id), { outcome: 'DONE' });
}

/** Enters what was done up to a day; a leader's entry is signed with it, an officer's waits as a draft. */
export async function addProgressEntry(context: Working, input: AddProgressEntryInput, selection: Selection): Promise<Saved> {
  const check = new Check();
  const fields = read(context, input, check);
  const wanted = check.id('assignment', 'phân công', input.assignment);
  const assignment = wanted === null ? null : await lockAssignment(context.session, wanted);
  if (!assignment) return refuse(context, [notFound('assignment', 'phân công')]);
  if (check.failed) return refuse(context, check.errors);
  return save(context, 'addProgressEntry', { ...fields, assignment: assignment.id, unit: assignment.unit, author: context.viewer.postId, supersedes: null }, null, selection);
}

/** Enters anew what an entry said. If somebody corrected it first, nothing is saved and both values come back. */
export async function correctProgressEntry(context: Working, input: CorrectProgressEntryInput, selection: Selection): Promise<Saved> {
  const check = new Check();
  const fields = read(context, input, check);
  const wanted = check.id('id', 'lần cập nhật', input.id);
  const found = wanted === null ? null : await findEntry(context.session, wanted);
  // The lock on the assignment makes two correctors wait for one another; who may not write it has no entry to correct.
  if (!found || !await lockAssignment(context.session, found.assignment)) return refuse(context, [notFound('id', 'lần cập nhật')]);
  if (check.failed) return refuse(context, check.errors);
  const current = await findSuccessor(context.session, found.id);
  if (current) {
    const conflicts = Object.entries(fields).filter(([name, value]) => value !== current[name as keyof typeof fields])
      .map(([field, value]) => conflict(field, value, current[field as keyof typeof fields]));
    return settle(context, settling(selection, current.id), { outcome: 'CONFLICT', conflicts });
  }
  return save(context, 'correctProgressEntry', { ...fields, assignment: found.assignment, unit: found.unit, author: context.viewer.postId, supersedes: found.id }, found, selection);
}

/** A leader signs a draft of the own unit; from then on the secretariat and the lead see it. */
export async function signProgressEntry(context: Working, input: SignProgressEntryInput, selection: Selection): Promise<Saved> {
  const wanted = new Check().id('id', 'lần cập nhật', input.id);
  const found = wanted === null ? null : await findEntry(context.session, wanted);
  if (!found || !await lockAssignment(context.session, found.assignment)) return refuse(context, [notFound('id', 'lần cập nhật')]);
  if (!await signEntry(context.session, found.id)) return refuse(context, [userError('NOT_ALLOWED_NOW', 'id', 'Lần cập nhật này đã ký hoặc đã được sửa. Tải lại trang để xem bản mới nhất.')]);
  await auditWrite(context, { operation: 'signProgressEntry', noun: 'ProgressEntry', rowId: found.id, before: { state: found.state }, after: { state: 'SIGNED' } });
  return settle(context, settling(selection, found.id), { outcome: 'DONE' });
}
