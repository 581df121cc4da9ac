import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { Check, conflict, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { readBack, refuse } from '../graphql/payload.js';
import { tell } from '../notice/notice.service.js';
import { accountAccess } from './account.access.js';
import type { ChangePostInput, EndPostInput } from './account.input.js';
import { findPost, isLastOfRole, keptUnit, leavesNoLeader, setEnd, setTerms, type StoredPost, type Terms } from './account.query.js';
import { kept, noLeaderLeft, notAllowed, type Kept } from './account.service.js';
import { termsOf } from './account.terms.js';

const what = 'chức vụ';
const above = 'Chức vụ này do lãnh đạo đơn vị hoặc người quản trị của Cơ quan Thường trực cử nên bạn không đổi hay kết thúc được.';
const own = 'Không ai tự đổi chức vụ, thời hạn hay quyền của chính mình. Nhờ lãnh đạo hoặc người quản trị khác của đơn vị.';

const termsIn = ({ role, villages, communes, validFrom, validTo, officePhone, sensitiveNouns }: StoredPost) => ({ role, villages, communes, validFrom, validTo, officePhone, sensitiveNouns });

/** Two writers of one post: nothing is written, and both see what stands. */
async function met(context: Working, post: StoredPost, selection: Selection, yours: Partial<Terms>): Promise<Kept> {
  const account = await readBack<object>(context, accountAccess, selection, 'account', post.account);
  const conflicts = (['role', 'validFrom', 'validTo'] as const).filter(name => name in yours && yours[name] !== post[name]).map(name => conflict(name, yours[name], post[name]));
  return { ...refuse(context, [userError('CONFLICT', 'version', 'Người khác vừa sửa chức vụ này. Xem giá trị đang có rồi làm lại.')], conflicts), account };
}

/** The post's last day; from the day after it opens nothing, and its sign-ins are over. One's own may be ended unless nobody else could name another. */
export async function endPost(context: Working, { id, version, lastDay }: EndPostInput, selection: Selection): Promise<Kept> {
  const { session } = context, post = await findPost(session, id);
  if (!post) return refuse(context, [notFound('id', what)]);
  if (post.version !== version) return met(context, post, selection, { validTo: lastDay });
  const check = new Check();
  if (post.isOwn && await isLastOfRole(session, id)) {
    check.errors.push(notAllowed('id', post.role === 'LEADER' ? 'Bạn là lãnh đạo cuối cùng của đơn vị. Cử lãnh đạo khác trước khi thôi giữ chức vụ.' : 'Bạn là người quản trị cuối cùng của đơn vị. Lãnh đạo cử người quản trị khác trước khi bạn thôi.'));
  } else if (!post.isOwn && !post.mayChange) check.errors.push(notAllowed('id', above));
  else if (await leavesNoLeader(session, id, lastDay)) check.errors.push(noLeaderLeft);
  if (post.validTo !== null && lastDay > post.validTo) check.fail('lastDay', 'Ngày cuối: sau ngày chức vụ đã kết thúc. Chọn ngày sớm hơn, hoặc đổi thời hạn chức vụ.');
  if (lastDay < '2000-01-01') check.fail('lastDay', 'Ngày cuối: quá xa trong quá khứ. Chọn lại ngày.');
  if (check.failed) return refuse(context, check.errors);
  await setEnd(session, id, lastDay);
  await auditWrite(context, { operation: 'endPost', noun: 'Post', rowId: id, before: { validTo: post.validTo }, after: { validTo: lastDay } });
  await tell(context, { kind: 'POST_ENDED', to: { unit: post.unit, post: Number(id) }, noun: 'Post', rowId: id });
  return kept(context, selection, post.account);
}

const sorted = (ids: readonly number[] | null): string => JSON.stringify(ids && [...ids].sort((a, b) => a - b));

/** Another role, territory or term. More of the sensitive is asked for by a request; what the post has is kept or taken away here, and waits anew after another role or territory. */
export async function changePost(context: Working, input: ChangePostInput, selection: Selection): Promise<Kept> {
  const { session } = context, { id, version } = input, post = await findPost(session, id);
  if (!post) return refuse(context, [notFound('id', what)]);
  const unit = await keptUnit(session, String(post.unit)), check = new Check();
  if (!unit) return refuse(context, [notFound('id', what)]);
  if (post.isOwn) check.errors.push(notAllowed('id', own));
  else if (!post.mayChange) check.errors.push(notAllowed('id', above));
  const phone = check.text('officePhone', 'Điện thoại cơ quan', input.officePhone, { most: 30 });
  const added = input.sensitiveNouns.filter(noun => !post.sensitiveNouns.includes(noun));
  if (added.length > 0) check.errors.push(notAllowed('sensitiveNouns', 'Dữ liệu nhạy cảm: không cấp thẳng được. Gửi đề nghị cấp quyền để lãnh đạo đơn vị cấp.'));
  const terms = await termsOf(session, check, input, unit);
  if (check.failed || !terms) return refuse(context, check.errors);
  if (post.version !== version) return met(context, post, selection, terms);
  const lastDay = terms.role === post.role ? terms.validTo : context.clock.today();
  const isSooner = lastDay !== null && (terms.role !== post.role || post.validTo === null || lastDay < post.validTo);
  if (isSooner && await leavesNoLeader(session, id, lastDay)) return refuse(context, [noLeaderLeft]);
  await setTerms(session, id, terms, phone, [...new Set(input.sensitiveNouns)].sort(), 'Đổi chức vụ hoặc địa bàn: cần lãnh đạo xác nhận lại quyền mở dữ liệu nhạy cảm.');
  const now = await findPost(session, id);
  await auditWrite(context, { operation: 'changePost', noun: 'Post', rowId: id, before: termsIn(post), after: now && termsIn(now) });
  await tell(context, { kind: 'POST_CHANGED', to: { unit: post.unit, post: Number(id) }, noun: 'Post', rowId: id });
  const moved = post.role !== terms.role || sorted(post.villages) !== sorted(terms.villages) || sorted(post.communes) !== sorted(terms.communes);
  if (moved && input.sensitiveNouns.length > (now?.sensitiveNouns.length ?? 0)) await tell(context, { kind: 'RIGHTS_REQUESTED', to: { unit: post.unit, roles: ['LEADER'] }, noun: 'Post', rowId: id });
  return kept(context, selection, post.account);
}
