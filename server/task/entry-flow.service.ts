import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, settle } from '../graphql/payload.js';
import { tell, tellAll, type NoticeKind } from '../notice/notice.service.js';
import { lockAssignment } from './assignment.query.js';
import type { ReturnProgressEntryInput, SendBackProgressEntryInput, SignProgressEntryInput, SubmitProgressEntryInput, WithdrawProgressEntryInput } from './entry-flow.input.js';
import { mayReturn, moveEntry, returnEntry, signEntry, unitsToTell, type Step } from './entry-flow.query.js';
import { settlingEntry, type SavedEntry } from './progress-entry.payload.js';
import { findEntry, type StoredEntry } from './progress-entry.query.js';

const stale = 'Tải lại trang để xem bản mới nhất.';

/** An entry of the own unit, its assignment locked; null for another's as for a random id. */
async function lockOwn(context: Working, id: string): Promise<StoredEntry | null> {
  const wanted = new Check().id('id', 'lần cập nhật', id);
  const found = wanted === null ? null : await findEntry(context.session, wanted);
  return found && await lockAssignment(context.session, found.assignment) ? found : null;
}

/** Those of the unit whom it concerns: the author, by the post, and the leaders. */
async function tellUnit(context: Working, kind: NoticeKind, entry: StoredEntry, who: { author: boolean; leaders: boolean }): Promise<void> {
  const told = { kind, noun: 'ProgressEntry', rowId: entry.id, assignment: entry.assignment };
  // A leader who wrote it hears of it once.
  if (who.leaders) await tell(context, { ...told, to: { unit: entry.unit, roles: ['LEADER'] } });
  if (who.author && entry.author !== null && entry.author !== context.viewer.postId && !(who.leaders && entry.authorRole === 'LEADER'))
    await tell(context, { ...told, to: { unit: entry.unit, post: entry.author } });
}

/** Whoever gave an entry back hears that its completion is signed. */
export async function tellCompleted(context: Working, entry: { readonly id: number; readonly assignment: number }): Promise<void> {
  const units = await unitsToTell(context.session, entry.id);
  await tellAll(context, units.map(unit => ({ kind: 'COMPLETED', to: { unit, roles: ['LEADER', 'OFFICER'] }, noun: 'ProgressEntry', rowId: entry.id, assignment: entry.assignment })));
}

/** A leader signs and sends what was handed over, or an own draft; from then on the secretariat and the lead see it. */
export async function signProgressEntry(context: Working, { id }: SignProgressEntryInput, selection: Selection): Promise<SavedEntry> {
  const found = await lockOwn(context, id);
  if (!found) return refuse(context, [notFound('id', 'lần cập nhật')]);
  if (!await signEntry(context.session, found.id))
    return refuse(context, [userError('NOT_ALLOWED_NOW', 'id', `Lần cập nhật này chưa được trình ký, đã ký hoặc đã được sửa. ${stale}`)]);
  await auditWrite(context, { operation: 'signProgressEntry', noun: 'ProgressEntry', rowId: found.id, before: { state: found.state }, after: { state: 'SIGNED' } });
  await tellUnit(context, 'SIGNED', found, { author: true, leaders: false });
  await tellCompleted(context, found);
  return settle(context, settlingEntry(selection, found.id), { outcome: 'DONE' });
}

interface Move { readonly operation: string; readonly step: Step; readonly note: string | null; readonly refusal: string }

async function move(context: Working, found: StoredEntry, { operation, step, note, refusal }: Move, selection: Selection): Promise<SavedEntry> {
  if (!await moveEntry(context.session, found.id, step, note)) return refuse(context, [userError('NOT_ALLOWED_NOW', 'id', `${refusal} ${stale}`)]);
  const after = { state: step === 'SUBMITTED' ? 'SUBMITTED' : 'DRAFT', ...(note && { note }) };
  await auditWrite(context, { operation, noun: 'ProgressEntry', rowId: found.id, before: { state: found.state }, after });
  if (step === 'SUBMITTED') await tellUnit(context, 'SUBMITTED', found, { author: false, leaders: true });
  if (step === 'SENT_BACK') await tellUnit(context, 'SENT_BACK', found, { author: true, leaders: true });
  return settle(context, settlingEntry(selection, found.id), { outcome: 'DONE' });
}

/** Hands a draft of the unit to its leader for signature. */
export async function submitProgressEntry(context: Working, { id }: SubmitProgressEntryInput, selection: Selection): Promise<SavedEntry> {
  const found = await lockOwn(context, id);
  if (!found) return refuse(context, [notFound('id', 'lần cập nhật')]);
  return move(context, found, { operation: 'submitProgressEntry', step: 'SUBMITTED', note: null, refusal: 'Chỉ bản nháp mới trình ký được; bản này đã trình, đã ký hoặc đã được sửa.' }, selection);
}

/** Takes back what was handed to the leader and is not signed yet: it is a draft again. */
export async function withdrawProgressEntry(context: Working, { id }: WithdrawProgressEntryInput, selection: Selection): Promise<SavedEntry> {
  const found = await lockOwn(context, id);
  if (!found) return refuse(context, [notFound('id', 'lần cập nhật')]);
  return move(context, found, { operation: 'withdrawProgressEntry', step: 'WITHDRAWN', note: null, refusal: 'Chỉ rút được bản đang chờ ký; bản này đã ký, đã trả lại hoặc đã được sửa.' }, selection);
}

/** The leader sends what was handed over back to the officer, saying why. */
export async function sendBackProgressEntry(context: Working, input: SendBackProgressEntryInput, selection: Selection): Promise<SavedEntry> {
  const check = new Check();
  const note = check.text('note', 'Lý do trả lại', input.note, { most: 1000, required: true });
  const found = await lockOwn(context, input.id);
  if (!found) return refuse(context, [notFound('id', 'lần cập nhật')]);
  if (check.failed) return refuse(context, check.errors);
  return move(context, found, { operation: 'sendBackProgressEntry', step: 'SENT_BACK', note, refusal: 'Chỉ trả lại được bản đang chờ ký; bản này đã ký, đã rút hoặc đã được sửa.' }, selection);
}

/**
 * A lead of the task, or the secretariat, gives a signed entry back with what is to be completed, field by field. It then counts in no figure
 * until its unit signs a correction. Who may not give it back, a fellow lead's or an own one, meets what a random id meets.
 */
export async function returnProgressEntry(context: Working, input: ReturnProgressEntryInput, selection: Selection): Promise<SavedEntry> {
  const { session } = context, check = new Check();
  const wanted = check.id('id', 'lần cập nhật', input.id);
  const found = wanted === null ? null : await findEntry(session, wanted);
  if (!found || !await mayReturn(session, found.id)) return refuse(context, [notFound('id', 'lần cập nhật')]);
  if (input.reasons.length === 0) check.fail('reasons', 'Nội dung cần hoàn thiện: chọn ít nhất một mục và ghi lý do.');
  if (new Set(input.reasons.map(({ field }) => field)).size < input.reasons.length) check.fail('reasons', 'Nội dung cần hoàn thiện: mỗi mục chỉ ghi một lần.');
  const reasons = input.reasons.map(({ field, reason }, at) => ({ field, reason: check.text(`reasons.${at}.reason`, 'Lý do', reason, { most: 1000, required: true }) ?? '' }));
  if (check.failed) return refuse(context, check.errors);
  if (!await returnEntry(session, found.id, reasons))
    return refuse(context, [userError('NOT_ALLOWED_NOW', 'id', `Lần cập nhật này đã được trả lại hoặc đã có bản thay thế. ${stale}`)]);
  await auditWrite(context, { operation: 'returnProgressEntry', noun: 'ProgressEntry', rowId: found.id, before: { state: found.state }, after: { state: 'RETURNED', reasons } });
  await tellUnit(context, 'RETURNED', found, { author: true, leaders: true });
  return settle(context, settlingEntry(selection, found.id), { outcome: 'DONE' });
}
