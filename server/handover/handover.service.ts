import { auditWrite } from '../audit/audit.service.js';
import { changeRow } from '../audit/audited-row.js';
import type { Selection } from '../access/selection.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { readBack, refuse, settle, type Answered } from '../graphql/payload.js';
import type { UserError } from '../graphql/user-error.js';
import { tell } from '../notice/notice.service.js';
import { handoverAccess, handoverItemAccess } from './handover.access.js';
import type { AcceptHandoverItemInput, HandOverInput, HandoverPreview } from './handover.input.js';
import { auditMoved, handOverWork, selectAcceptedOn, selectSides, selectWork, type Side } from './handover.query.js';

const shownOfNoun = 10;
const working = ['LEADER', 'OFFICER', 'VILLAGE_OFFICER'];

/** A narrower side is one that has a list where the other has all, or misses something of the other's list. */
const isNarrower = (taker: readonly number[] | null, leaver: readonly number[] | null): boolean =>
  taker !== null && (leaver === null || leaver.some(place => !taker.includes(place)));

/** What the taker could not do with the work, as both sides stand. */
const gapsOf = (from: Side, to: Side) => ({
  missingNouns: from.sensitiveNouns.filter(noun => !to.sensitiveNouns.includes(noun)),
  isTerritoryNarrower: isNarrower(to.villages, from.villages) || isNarrower(to.communes, from.communes),
  losesSigning: from.role === 'LEADER' && to.role !== 'LEADER',
  hasNamesake: from.namesakes > 0,
});

interface Sides { readonly from: Side | null; readonly to: Side | null; readonly errors: UserError[] }

/** Both posts and what forbids this handover; another unit's post is as one that does not exist. */
async function judge({ session }: Working, input: { from: string; to: string }): Promise<Sides> {
  const check = new Check();
  const wanted = { from: check.id('from', 'người bàn giao trong đơn vị', input.from), to: check.id('to', 'người nhận bàn giao trong đơn vị', input.to) };
  if (wanted.from === null || wanted.to === null) return { from: null, to: null, errors: check.errors };
  const sides = await selectSides(session, wanted.from, wanted.to);
  const from = sides.find(({ id }) => id === wanted.from) ?? null, to = sides.find(({ id }) => id === wanted.to) ?? null;
  if (!from) check.errors.push(notFound('from', 'người bàn giao trong đơn vị'));
  if (!to) check.errors.push(notFound('to', 'người nhận bàn giao trong đơn vị'));
  if (!from || !to) return { from, to, errors: check.errors };
  if (from.id === to.id) check.fail('to', 'Người nhận: trùng với người bàn giao. Chọn một người khác của đơn vị.');
  else if (!from.isHeld) check.fail('from', `Người bàn giao: ${from.name} đã thôi chức vụ này. Xem lại danh sách bàn giao của đơn vị.`);
  else if (!to.isHeld) check.fail('to', `Người nhận: ${to.name} không còn giữ chức vụ này. Chọn người đang làm việc.`);
  else if (!working.includes(to.role)) check.fail('to', `Người nhận: ${to.name} chỉ được xem hoặc quản lý tài khoản, không xử lý công việc. Chọn lãnh đạo, chuyên viên hoặc cán bộ thôn.`);
  else if (['LEADER', 'ACCOUNT_ADMINISTRATOR'].includes(from.role) && from.othersOfRole === 0)
    check.fail('from', `Người bàn giao: ${from.name} là ${from.role === 'LEADER' ? 'lãnh đạo' : 'người quản lý tài khoản'} cuối cùng của đơn vị. Thêm người thay thế rồi bàn giao.`);
  return { from, to, errors: check.errors };
}

/** What would move and what the taker would lack; nothing is written. */
export async function previewHandover(context: Working, input: { from: string; to: string }): Promise<HandoverPreview> {
  const { from, to, errors } = await judge(context, input);
  if (!from || !to || errors.length > 0) return { groups: [], missingNouns: [], isTerritoryNarrower: false, losesSigning: false, hasNamesake: false, userErrors: errors };
  return { groups: await selectWork(context.session, from.id, shownOfNoun), ...gapsOf(from, to), userErrors: [] };
}

/**
 * Everything that a post has in hand goes to a colleague, the post and its sign-ins end, the newcomer is told: all of it or nothing.
 * What was signed or decided keeps its author. Two at once: the second finds the post ended.
 */
export async function handOver(context: Working, input: HandOverInput, selection: Selection): Promise<Answered & { handover?: object | null }> {
  const check = new Check();
  const note = check.text('note', 'Ghi chú', input.note, { most: 1000 });
  const { from, to, errors } = await judge(context, input);
  errors.push(...check.errors);
  if (!from || !to || errors.length > 0) return refuse(context, errors);
  const gaps = gapsOf(from, to);
  if (!input.isAcknowledged && (gaps.missingNouns.length > 0 || gaps.isTerritoryNarrower || gaps.losesSigning || gaps.hasNamesake))
    return refuse(context, [userError('NOT_ALLOWED_NOW', 'isAcknowledged', `Người nhận chưa có đủ quyền hoặc địa bàn như ${from.name}. Xem các điểm cần lưu ý, đánh dấu đã xem rồi bàn giao.`)]);
  const made = await handOverWork(context.session, from.id, to.id, note);
  if (made === null) return refuse(context, [notFound('from', 'người bàn giao trong đơn vị')]);
  await auditMoved(context, made, from, to);
  await auditWrite(context, { operation: 'handOver', noun: 'Post', rowId: from.id, before: { isHeld: true }, after: { isHeld: false } });
  await auditWrite(context, { operation: 'handOver', noun: 'Handover', rowId: made, before: null, after: { fromPost: from.id, toPost: to.id, note } });
  await tell(context, { kind: 'HANDED_OVER', to: { unit: context.viewer.unitId, post: to.id }, noun: 'Handover', rowId: made });
  return { handover: await readBack(context, handoverAccess, selection, 'handover', made), userErrors: [], conflicts: [] };
}

/** The newcomer says that a row is in hand; a second time changes nothing. */
export async function acceptHandoverItem(context: Working, { id }: AcceptHandoverItemInput, selection: Selection): Promise<Answered> {
  const done = await changeRow(context, handoverItemAccess, 'acceptHandoverItem', { id, version: null }, { acceptedOn: await selectAcceptedOn(context.session, id) ?? context.clock.today() });
  return settle(context, { resource: handoverItemAccess, selection, field: 'handoverItem', what: 'việc nhận bàn giao', id }, done);
}
