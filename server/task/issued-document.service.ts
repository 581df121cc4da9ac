import type { Selection } from '../access/selection.js';
import { bindDocument, fileNames } from '../attachment/attachment.service.js';
import { changeRow } from '../audit/audited-row.js';
import { Check, notFound } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { type Answered, refuse, settle } from '../graphql/payload.js';
import type { FieldConflict } from '../graphql/user-error.js';
import { assignmentAccess } from './assignment.access.js';
import { lockAssignment } from './assignment.query.js';
import { findIssued } from './issued-document.query.js';
import type { RecordDocumentInput } from './issued-document.input.js';

/** Of two writers' files the names, which people know them by. */
async function named(context: Working, conflicts: readonly FieldConflict[]): Promise<FieldConflict[]> {
  const names = await fileNames(context, conflicts.flatMap(({ field, yours, current }) => (field === 'documentFile' ? [yours ?? '', current ?? ''] : [])));
  return conflicts.map(one => (one.field === 'documentFile' ? { ...one, yours: names.get(one.yours ?? '') ?? null, current: names.get(one.current ?? '') ?? null } : one));
}

/**
 * Records the document that an assignment led to: number, day, signer and the signed file. What it replaces stays in the assignment's
 * changes, its file among the assignment's files. The day lies in the plan's days and not in the future.
 */
export async function recordDocument(context: Working, input: RecordDocumentInput, selection: Selection): Promise<Answered & { assignment?: object | null }> {
  const { session } = context, check = new Check();
  const wanted = check.id('assignment', 'phân công', input.assignment);
  const assignment = wanted === null ? null : await lockAssignment(session, wanted);
  if (!assignment) return refuse(context, [notFound('assignment', 'phân công')]);
  const { planFrom, file } = await findIssued(session, assignment.id);
  const documentNumber = check.text('documentNumber', 'Số, ký hiệu', input.documentNumber, { most: 100, required: true });
  const documentDay = check.day('documentDay', 'Ngày ban hành', input.documentDay, { from: planFrom, to: context.clock.today(), required: true });
  const documentSigner = check.text('documentSigner', 'Người ký', input.documentSigner, { most: 150, required: true });
  if (!input.file && !file) check.fail('file', 'Tệp văn bản: chưa chọn. Chọn bản đã ký (PDF hoặc ảnh chụp).');
  if (check.failed) return refuse(context, check.errors);
  const unbound = input.file ? await bindDocument(context, assignment.id, input.file) : null;
  if (unbound && assignment.version === input.version) return refuse(context, [unbound]);
  const done = await changeRow(context, assignmentAccess, 'recordDocument', { id: String(assignment.id), version: input.version },
    { documentNumber, documentDay, documentSigner, documentFile: input.file || file });
  const settling = { resource: assignmentAccess, selection, field: 'assignment', what: 'phân công', id: String(assignment.id) };
  return settle(context, settling, done.outcome === 'CONFLICT' ? { ...done, conflicts: await named(context, done.conflicts) } : done);
}
