import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { isId } from '../database/condition.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { readBack, refuse, type Answered } from '../graphql/payload.js';
import { tell } from '../notice/notice.service.js';
import { findPost, keptUnit } from './account.query.js';
import { notAllowed } from './account.service.js';
import { rightRequestAccess } from './right-request.access.js';
import type { DecideRightsInput, RequestRightsInput } from './right-request.input.js';
import { sensitiveNounsOf } from './sensitive-nouns.js';

type Decided = Answered & { rightRequest?: object | null };

const answered = async (context: Working, selection: Selection, id: string): Promise<Decided> =>
  ({ rightRequest: await readBack(context, rightRequestAccess, selection, 'rightRequest', id), userErrors: [], conflicts: [] });

/** Asks that a post may open more of the sensitive; opens nothing by itself (Luật 91/2025/QH15, Điều 3: only as far as a clear purpose needs it). */
export async function requestRights(context: Working, input: RequestRightsInput, selection: Selection): Promise<Decided> {
  const { session, policy } = context, post = await findPost(session, input.post), unit = post && await keptUnit(session, String(post.unit));
  if (!post || !unit) return refuse(context, [notFound('post', 'chức vụ')]);
  const check = new Check(), nouns = [...new Set(input.nouns)].sort(), offered = sensitiveNounsOf(policy, unit.kind);
  const reason = check.text('reason', 'Lý do', input.reason, { most: 1000, required: true });
  if (post.role !== 'LEADER' && post.role !== 'OFFICER') check.errors.push(notAllowed('post', 'Chỉ lãnh đạo và chuyên viên được mở dữ liệu nhạy cảm. Đổi chức vụ trước nếu người này cần.'));
  else if (post.isOver) check.errors.push(notAllowed('post', 'Chức vụ đã kết thúc.'));
  if (nouns.length === 0) check.fail('nouns', 'Dữ liệu nhạy cảm: chưa chọn. Chọn ít nhất một loại.');
  else if (nouns.some(noun => !offered.includes(noun))) check.fail('nouns', 'Dữ liệu nhạy cảm: có loại mà cổng của đơn vị không có. Chọn lại từ danh sách.');
  else if (nouns.every(noun => post.sensitiveNouns.includes(noun))) check.fail('nouns', 'Dữ liệu nhạy cảm: chức vụ đã được mở các loại này.');
  if (check.failed) return refuse(context, check.errors);
  try {
    const [{ id }] = await session.read<{ id: string }>('SELECT request_rights($1, $2, $3) AS id', [input.post, nouns, reason]);
    await auditWrite(context, { operation: 'requestRights', noun: 'RightRequest', rowId: id, before: null, after: { post: input.post, nouns, reason } });
    await tell(context, { kind: 'RIGHTS_REQUESTED', to: { unit: post.unit, roles: ['LEADER'] }, noun: 'RightRequest', rowId: id });
    return await answered(context, selection, id);
  } catch (error) {
    if ((error as { code?: unknown }).code !== '23505') throw error;
    return refuse(context, [notAllowed('post', 'Đã có đề nghị của chức vụ này đang chờ lãnh đạo. Chờ trả lời rồi gửi tiếp.')]);
  }
}

interface Stored { readonly state: string; readonly nouns: string[]; readonly post: number; readonly unit: number; readonly mayDecide: boolean }

/** A leader's word on a request: neither for oneself nor on one's own request. */
export async function decideRights(context: Working, { id, answer }: DecideRightsInput, granted: boolean, selection: Selection): Promise<Decided> {
  const { session } = context, check = new Check();
  const [stored] = isId('uuid', id) ? await session.read<Stored>('SELECT state, nouns, post_id AS post, unit_id AS unit, may_decide(id) AS "mayDecide" FROM right_request WHERE id = $1', [id]) : [];
  if (!stored) return refuse(context, [notFound('id', 'đề nghị')]);
  const said = check.text('answer', granted ? 'Trả lời' : 'Lý do từ chối', answer, { most: 1000, required: !granted });
  if (!stored.mayDecide) check.errors.push(notAllowed('id', 'Quyền mở dữ liệu nhạy cảm cần hai người: lãnh đạo đơn vị cấp, không cấp cho chính mình và không cấp theo đề nghị của chính mình.'));
  else if (stored.state !== 'REQUESTED') check.errors.push(userError('NOT_ALLOWED_NOW', 'id', 'Đề nghị này đã được xử lý.'));
  if (check.failed) return refuse(context, check.errors);
  const [{ done }] = await session.read<{ done: boolean }>('SELECT decide_rights($1, $2, $3) AS done', [id, granted, said]);
  if (!done) return refuse(context, [userError('NOT_ALLOWED_NOW', 'id', 'Đề nghị này đã được xử lý.')]);
  const operation = granted ? 'grantRights' : 'refuseRights';
  await auditWrite(context, { operation, noun: 'RightRequest', rowId: id, before: { state: 'REQUESTED' }, after: { state: granted ? 'GRANTED' : 'REFUSED', post: stored.post, nouns: stored.nouns, answer: said } });
  await tell(context, { kind: granted ? 'RIGHTS_GRANTED' : 'RIGHTS_REFUSED', to: { unit: stored.unit, post: stored.post }, noun: 'RightRequest', rowId: id });
  return answered(context, selection, id);
}
