import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { addRow } from '../audit/audited-row.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { type Answered, refuse, settle } from '../graphql/payload.js';
import { tellAll, type Receiver } from '../notice/notice.service.js';
import { commentAccess } from './comment.access.js';
import type { AddCommentInput, WithdrawCommentInput } from './comment.input.js';
import { findComment, findDiscussed, leadUnits, secretariatUnits, speakers, withdraw, type Discussed } from './comment.query.js';

type Saved = Answered & { comment?: object | null };

const settling = (selection: Selection, id: number | string) => ({ resource: commentAccess, selection, field: 'comment', what: 'ý kiến trao đổi', id: String(id) });

/**
 * Who is to hear of it: of a word from outside the assignment's unit, its officer and leaders; of the unit's own, the leads of the task, or the
 * secretariat where the unit itself leads; and whoever has written before.
 */
async function tellOthers(context: Working, { id, unit, officer }: Discussed, comment: string): Promise<void> {
  const { session, viewer } = context, isOwn = viewer.unitId === unit;
  const leads = isOwn ? (await leadUnits(session, id)).filter(lead => lead !== unit) : [];
  const others = new Set([...leads, ...isOwn && leads.length === 0 ? await secretariatUnits(session) : [], ...await speakers(session, id)]);
  others.delete(viewer.unitId);
  others.delete(unit);
  const told = { kind: 'COMMENTED', noun: 'Comment', rowId: comment, assignment: id } as const;
  const ofUnit: Receiver[] = isOwn ? [] : officer === null ? [{ unit, roles: ['LEADER', 'OFFICER'] }] : [{ unit, roles: ['LEADER'] }, { unit, post: officer }];
  await tellAll(context, [...ofUnit, ...[...others].map((other): Receiver => ({ unit: other, roles: ['LEADER', 'OFFICER'] }))].map(to => ({ ...told, to })));
}

/** Words about an assignment, from its unit, a lead of its task or the secretariat; for others it does not exist. */
export async function addComment(context: Working, input: AddCommentInput, selection: Selection): Promise<Saved> {
  const check = new Check();
  const text = check.text('text', 'Nội dung trao đổi', input.text, { most: 2000, required: true });
  const wanted = check.id('assignment', 'phân công', input.assignment);
  const assignment = wanted === null ? null : await findDiscussed(context.session, wanted);
  if (!assignment) return refuse(context, [notFound('assignment', 'phân công')]);
  if (check.failed) return refuse(context, check.errors);
  const id = await addRow(context, commentAccess, 'addComment', { assignment: assignment.id, text });
  await tellOthers(context, assignment, id);
  return settle(context, settling(selection, id), { outcome: 'DONE' });
}

/** The author takes a comment back on the day it was written; that it was there stays, its words only in the trail. */
export async function withdrawComment(context: Working, { id }: WithdrawCommentInput, selection: Selection): Promise<Saved> {
  const wanted = new Check().id('id', 'ý kiến trao đổi', id);
  const found = wanted === null ? null : await findComment(context.session, wanted);
  if (!found?.isMine) return refuse(context, [notFound('id', 'ý kiến trao đổi của bạn')]);
  if (!await withdraw(context.session, found.id)) return refuse(context, [userError('NOT_ALLOWED_NOW', 'id', 'Ý kiến chỉ rút lại được trong ngày gửi, một lần. Gửi thêm ý kiến để nói lại.')]);
  await auditWrite(context, { operation: 'withdrawComment', noun: 'Comment', rowId: found.id, before: { text: found.text }, after: { text: null } });
  return settle(context, settling(selection, found.id), { outcome: 'DONE' });
}
