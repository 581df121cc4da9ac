import { auditWrite } from '../audit/audit.service.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import type { UserError } from '../graphql/user-error.js';
import { tell } from '../notice/notice.service.js';
import type { EndStandInInput, StandIn, StandInPayload, StartStandInInput } from './stand-in.input.js';
import { endStandInPost, selectCandidates, selectStandIn, selectStandIns, startStandInPost } from './stand-in.query.js';

const lent = ['LEADER', 'OFFICER', 'VILLAGE_OFFICER'];

const refused = (context: Working, userErrors: UserError[]): StandInPayload => {
  context.session.rollBack();
  return { standIn: null, userErrors };
};

export const standInsOf = ({ session }: Working): Promise<StandIn[]> => selectStandIns(session);

/**
 * Lends a post to a colleague of the unit for some days, from today on and within the year: the colleague has a hat of its rights, and of
 * sensitive nouns only what the own posts open too. It ends by itself after the last day.
 */
export async function startStandIn(context: Working, input: StartStandInInput): Promise<StandInPayload> {
  const { session, viewer, clock } = context, today = clock.today(), check = new Check(), span = { from: today, to: `${today.slice(0, 4)}-12-31`, required: true };
  const firstDay = check.day('validFrom', 'Từ ngày', input.validFrom, span), lastDay = check.day('validTo', 'Đến hết ngày', input.validTo, span);
  if (firstDay && lastDay && lastDay < firstDay) check.fail('validTo', 'Đến hết ngày: phải từ ngày bắt đầu trở đi.');
  const ids = { principal: check.id('principal', 'người được thay trong đơn vị', input.principal), colleague: check.id('colleague', 'người trực thay trong đơn vị', input.colleague) };
  const found = ids.principal === null || ids.colleague === null ? [] : await selectCandidates(session, [ids.principal, ids.colleague, viewer.postId], firstDay ?? today, lastDay ?? today);
  const postOf = (id: number | null) => found.find(one => one.id === id) ?? null;
  const principal = postOf(ids.principal), colleague = postOf(ids.colleague), self = postOf(viewer.postId);
  if (ids.principal !== null && (!principal || (principal.id !== viewer.postId && viewer.postRole !== 'LEADER'))) check.errors.push(notFound('principal', 'người được thay trong đơn vị'));
  if (ids.colleague !== null && !colleague) check.errors.push(notFound('colleague', 'người trực thay trong đơn vị'));
  if (check.failed || !principal || !colleague || !firstDay || !lastDay) return refused(context, check.errors);
  if (self?.isStandIn || principal.isStandIn || colleague.isStandIn) check.fail('principal', 'Vai trực thay không được giao tiếp cho người khác. Người giữ chức vụ hoặc lãnh đạo đơn vị giao lại.');
  else if (!principal.isHeld || !lent.includes(principal.role)) check.fail('principal', `Người được thay: ${principal.name} không giữ chức vụ cần người trực thay.`);
  else if (!colleague.isHeld || !lent.includes(colleague.role)) check.fail('colleague', `Người trực thay: ${colleague.name} không xử lý công việc của đơn vị. Chọn lãnh đạo, chuyên viên hoặc cán bộ thôn.`);
  else if (principal.id === colleague.id) check.fail('colleague', 'Người trực thay: trùng với người được thay. Chọn một người khác.');
  else if (principal.isTaken) check.fail('validFrom', `Trong các ngày này đã có người trực thay ${principal.name}. Kết thúc lần đó hoặc chọn ngày khác.`);
  if (check.failed) return refused(context, check.errors);
  const made = await startStandInPost(session, principal.id, colleague.id, firstDay, lastDay);
  if (made === null) return refused(context, [userError('NOT_ALLOWED_NOW', 'colleague', 'Không giao trực thay được: cùng một tài khoản, hoặc chức vụ sắp hết hạn trước ngày kết thúc. Chọn người khác hoặc rút ngắn thời gian.')]);
  await auditWrite(context, { operation: 'startStandIn', noun: 'Post', rowId: made, before: null, after: { standsInFor: principal.id, colleague: colleague.id, validFrom: firstDay, validTo: lastDay } });
  await tell(context, { kind: 'STANDING_IN', to: { unit: viewer.unitId, post: colleague.id }, noun: 'Post', rowId: made });
  return { standIn: await selectStandIn(session, made), userErrors: [] };
}

/** Ends it at once, its sign-ins with it. */
export async function endStandIn(context: Working, { id }: EndStandInInput): Promise<StandInPayload> {
  const check = new Check(), wanted = check.id('id', 'lần trực thay', id);
  const before = wanted === null ? null : await selectStandIn(context.session, wanted);
  if (!before || !await endStandInPost(context.session, before.id)) return refused(context, [notFound('id', 'lần trực thay')]);
  await auditWrite(context, { operation: 'endStandIn', noun: 'Post', rowId: before.id, before: { validTo: before.validTo }, after: { isHeld: false } });
  return { standIn: await selectStandIn(context.session, before.id), userErrors: [] };
}
