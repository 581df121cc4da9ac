import type { Selection } from '../access/selection.js';
import { bindFiles } from '../attachment/attachment.service.js';
import { auditWrite } from '../audit/audit.service.js';
import { Check, conflict, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, settle } from '../graphql/payload.js';
import { tell } from '../notice/notice.service.js';
import { lockAssignment } from './assignment.query.js';
import { moveEntry, signEntry } from './entry-flow.query.js';
import { tellCompleted } from './entry-flow.service.js';
import type { AddProgressEntryInput, CorrectProgressEntryInput, ProgressInput } from './progress-entry.input.js';
import { settlingEntry, type SavedEntry } from './progress-entry.payload.js';
import { findEntry, findSuccessor, hasMilestone, insertEntry, type NewEntry, type StoredEntry } from './progress-entry.query.js';

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

interface Save { readonly operation: string; readonly entry: NewEntry; readonly before: StoredEntry | null; readonly send: ProgressInput['send']; readonly files: ProgressInput['files'] }

async function save(context: Working, { operation, entry, before, send, files }: Save, selection: Selection): Promise<SavedEntry> {
  const { session, viewer } = context, isLeader = viewer.postRole === 'LEADER';
  if (entry.milestone !== null && !await hasMilestone(session, entry.assignment, entry.milestone)) return refuse(context, [notFound('milestone', 'mốc thời hạn của nhiệm vụ này')]);
  if (entry.isCompleted && entry.milestone === null) return refuse(context, [userError('BAD_INPUT', 'milestone', 'Mốc thời hạn: chọn mốc đã hoàn thành.')]);
  const id = await insertEntry(session, entry), unbound = await bindFiles(context, id, files);
  if (unbound.length > 0) return refuse(context, unbound);
  // A leader's own entry needs nobody else's signature.
  const isSent = send ?? isLeader;
  if (isSent && isLeader) await signEntry(session, id);
  if (isSent && isLeader && entry.supersedes !== null) await tellCompleted(context, { id, assignment: entry.assignment });
  else if (isSent) await moveEntry(session, id, 'SUBMITTED', null);
  await auditWrite(context, { operation, noun: 'ProgressEntry', rowId: id, before, after: { ...entry, ...(files?.length && { files }), state: isSent ? isLeader ? 'SIGNED' : 'SUBMITTED' : 'DRAFT' } });
  if (isSent && !isLeader) await tell(context, { kind: 'SUBMITTED', to: { unit: entry.unit, roles: ['LEADER'] }, noun: 'ProgressEntry', rowId: id, assignment: entry.assignment });
  return settle(context, settlingEntry(selection, id), { outcome: 'DONE' });
}

/** Enters what was done up to a day: kept as a draft, or sent on, which signs a leader's and hands an officer's to the leader. */
export async function addProgressEntry(context: Working, input: AddProgressEntryInput, selection: Selection): Promise<SavedEntry> {
  const check = new Check();
  const fields = read(context, input, check);
  const wanted = check.id('assignment', 'phân công', input.assignment);
  const assignment = wanted === null ? null : await lockAssignment(context.session, wanted);
  if (!assignment) return refuse(context, [notFound('assignment', 'phân công')]);
  if (check.failed) return refuse(context, check.errors);
  const entry = { ...fields, assignment: assignment.id, unit: assignment.unit, author: context.viewer.postId, supersedes: null };
  return save(context, { operation: 'addProgressEntry', entry, before: null, send: input.send, files: input.files }, selection);
}

/** Enters anew what an entry said; what was signed or given back stays until this is signed. If somebody corrected it first, nothing is saved and both values come back. */
export async function correctProgressEntry(context: Working, input: CorrectProgressEntryInput, selection: Selection): Promise<SavedEntry> {
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
    return settle(context, settlingEntry(selection, current.id), { outcome: 'CONFLICT', conflicts });
  }
  const entry = { ...fields, assignment: found.assignment, unit: found.unit, author: context.viewer.postId, supersedes: found.id };
  return save(context, { operation: 'correctProgressEntry', entry, before: found, send: input.send, files: input.files }, selection);
}
