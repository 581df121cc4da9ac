import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { readBack, refuse, type Answered } from '../graphql/payload.js';
import type { UserError } from '../graphql/user-error.js';
import { hashPassword, randomPassword } from '../identity/password.js';
import { hashOf, newToken } from '../identity/token.js';
import { tellAll } from '../notice/notice.service.js';
import { accountAccess } from './account.access.js';
import type { AccountInput, ChangeAccountInput, InviteAccountInput } from './account.input.js';
import {
  dropSecondFactor, findAccount, insertInvited, insertLink, insertLinkMail, keptPosts, keptUnit, leavesNoLeader, setEmail, setLock, type StoredAccount,
} from './account.query.js';
import { termsOf } from './account.terms.js';

export type Kept = Answered & { account?: object | null; link?: string | null; mailedTo?: string | null };
export const notAllowed = (field: string | null, message: string): UserError => userError('NOT_ALLOWED_NOW', field, message);
export const noLeaderLeft = notAllowed('id', 'Sau ngày này đơn vị không còn lãnh đạo nào đăng nhập được, mà chỉ lãnh đạo cử được lãnh đạo. Cử lãnh đạo khác trước.');

interface Handed { readonly link: string | null; readonly mailedTo: string | null }
/** The link goes by mail to the person's address; without mail or an address it is told this once to the viewer, to be handed over. */
async function handOver({ session, sealLink }: Working, token: string): Promise<Handed> {
  const hash = hashOf(token), mailedTo = sealLink ? await insertLinkMail(session, hash, sealLink(token, hash)) : null;
  return { link: mailedTo === null ? `/loi-moi/${token}` : null, mailedTo };
}

export async function kept(context: Working, selection: Selection, id: number, handed: Handed = { link: null, mailedTo: null }): Promise<Kept> {
  return { account: await readBack(context, accountAccess, selection, 'account', id), ...handed, userErrors: [], conflicts: [] };
}

const isTaken = (error: unknown): boolean => (error as { code?: unknown }).code === '23505';

function checkEmail(check: Check, email: string | null | undefined): string | null {
  const text = check.text('email', 'Thư điện tử', email, { most: 254 });
  if (text && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text)) check.fail('email', 'Thư điện tử: không đúng dạng ten@don-vi.vn. Sửa lại hoặc để trống.');
  return text;
}

/** A login of the unit: its own end keeps units out of each other's names, so that a name that is taken tells of nobody elsewhere. */
function checkLogin(check: Check, login: string, code: string): string {
  const text = login.trim().toLowerCase(), end = `.${code}`;
  if (!/^[a-z0-9._-]{1,64}$/.test(text) || !text.endsWith(end) || text.length < end.length + 2) {
    check.fail('login', `Tên đăng nhập: chỉ dùng chữ thường không dấu, chữ số, dấu chấm và kết thúc bằng “${end}”, ví dụ “maivt${end}”.`);
  }
  return text;
}

/** A new person with a first post in a unit that the viewer keeps, and the link by which the person sets the first password; nobody knows one until then. */
export async function inviteAccount(context: Working, input: InviteAccountInput, selection: Selection): Promise<Kept> {
  const { session } = context, check = new Check();
  const unit = await keptUnit(session, input.unit);
  if (!unit) return refuse(context, [notFound('unit', 'đơn vị')]);
  const name = check.name('name', 'Họ và tên', input.name, { most: 120, required: true });
  const login = checkLogin(check, input.login, unit.code), email = checkEmail(check, input.email);
  const terms = await termsOf(session, check, input, unit);
  if (check.failed || !terms || !name) return refuse(context, check.errors);
  const token = newToken(), passwordHash = await hashPassword(randomPassword());
  try {
    const id = await insertInvited(session, { login, name, email, passwordHash, tokenHash: hashOf(token), unit: unit.id, terms });
    await auditWrite(context, { operation: 'inviteAccount', noun: 'Account', rowId: id, before: null, after: { login, name, unit: unit.id, ...terms } });
    return await kept(context, selection, id, await handOver(context, token));
  } catch (error) {
    if (!isTaken(error)) throw error;
    return refuse(context, [userError('BAD_INPUT', 'login', 'Tên đăng nhập: đơn vị đã dùng tên này. Đặt tên khác, ví dụ thêm một chữ số.')]);
  }
}

/** The account, or why the viewer may not touch it; another unit's person is like a random id. */
export async function administered({ session }: Working, id: string): Promise<StoredAccount | UserError> {
  const account = await findAccount(session, id);
  if (!account) return notFound('id', 'người dùng');
  return account.mayAdminister ? account : notAllowed('id', 'Bạn không được đặt lại mật khẩu, khóa hay sửa tài khoản này: tài khoản của chính bạn, '
    + 'của lãnh đạo hoặc người quản trị, hoặc của người còn chức vụ ở đơn vị khác. Nhờ lãnh đạo đơn vị hoặc người quản trị của Cơ quan Thường trực.');
}
export const isError = (value: object): value is UserError => 'message' in value;

/** Tells the person under each post that the viewer keeps. */
async function tellPerson(context: Working, kind: 'PASSWORD_RESET' | 'SECOND_FACTOR_RESET' | 'ACCOUNT_LOCKED', account: number): Promise<void> {
  const posts = (await keptPosts(context.session, account)).filter(post => !post.isOver);
  await tellAll(context, posts.map(post => ({ kind, to: { unit: post.unitId, post: post.id }, noun: 'Account', rowId: account })));
}

type KeptPost = Awaited<ReturnType<typeof keptPosts>>[number];

/** Posts that lost sensitive rights since, and for which a leader is asked again. */
async function askAgain(context: Working, account: number, before: readonly KeptPost[]): Promise<readonly KeptPost[]> {
  const suspended = (await keptPosts(context.session, account)).filter(post => post.sensitiveNouns.length < (before.find(({ id }) => id === post.id)?.sensitiveNouns.length ?? 0));
  await tellAll(context, suspended.map(({ unitId, id: post }) => ({ kind: 'RIGHTS_REQUESTED', to: { unit: unitId, roles: ['LEADER'] }, noun: 'Post', rowId: post })));
  return suspended;
}

/**
 * A link to set the password: the invitation anew for whoever has not joined, else a reset, which ends every sign-in. What the person could open of
 * the sensitive and the viewer could not waits for a leader's word again, since the link passes through the viewer's hands.
 */
export async function renewInvitation(context: Working, { id }: AccountInput, selection: Selection): Promise<Kept> {
  const account = await administered(context, id);
  if (isError(account)) return refuse(context, [account]);
  if (account.isLocked) return refuse(context, [notAllowed('id', 'Tài khoản đang bị khóa. Mở khóa trước rồi đặt lại mật khẩu.')]);
  const token = newToken(), before = await keptPosts(context.session, account.id);
  await insertLink(context.session, account.id, hashOf(token), 'Đặt lại mật khẩu: cần lãnh đạo xác nhận lại quyền mở dữ liệu nhạy cảm.');
  const suspended = await askAgain(context, account.id, before);
  await auditWrite(context, { operation: account.hasJoined ? 'resetPassword' : 'renewInvitation', noun: 'Account', rowId: account.id, before: null, after: { suspendedPosts: suspended.map(post => post.id) } });
  if (account.hasJoined) await tellPerson(context, 'PASSWORD_RESET', account.id);
  return kept(context, selection, account.id, await handOver(context, token));
}

/**
 * Takes away the second factor of whoever lost it and its codes; every sign-in ends. Where a rule asks for one, the next sign-in begins with setting
 * it up. What is sensitive waits for a leader's word, as after a reset of the password.
 */
export async function resetSecondFactor(context: Working, { id }: AccountInput, selection: Selection): Promise<Kept> {
  const account = await administered(context, id);
  if (isError(account)) return refuse(context, [account]);
  const before = await keptPosts(context.session, account.id);
  if (!account.hasSecondFactor || !await dropSecondFactor(context.session, account.id, 'Đặt lại xác thực hai lớp: cần lãnh đạo xác nhận lại quyền mở dữ liệu nhạy cảm.'))
    return refuse(context, [notAllowed('id', 'Tài khoản này chưa bật xác thực hai lớp nên không có gì để đặt lại.')]);
  const suspended = await askAgain(context, account.id, before);
  await auditWrite(context, { operation: 'resetSecondFactor', noun: 'Account', rowId: account.id, before: { hasSecondFactor: true }, after: { hasSecondFactor: false, suspendedPosts: suspended.map(post => post.id) } });
  await tellPerson(context, 'SECOND_FACTOR_RESET', account.id);
  return kept(context, selection, account.id);
}

/** Locked, the person is signed out that minute and signs in no more; unlocked, signs in with the password as before. */
export async function setLocked(context: Working, { id }: AccountInput, locked: boolean, selection: Selection): Promise<Kept> {
  const account = await administered(context, id);
  if (isError(account)) return refuse(context, [account]);
  for (const post of locked ? await keptPosts(context.session, account.id) : []) if (await leavesNoLeader(context.session, post.id, context.clock.today())) return refuse(context, [noLeaderLeft]);
  if (await setLock(context.session, account.id, locked)) {
    await auditWrite(context, { operation: locked ? 'lockAccount' : 'unlockAccount', noun: 'Account', rowId: account.id, before: { isLocked: !locked }, after: { isLocked: locked } });
    if (locked) await tellPerson(context, 'ACCOUNT_LOCKED', account.id);
  }
  return kept(context, selection, account.id);
}

export async function changeAccount(context: Working, { id, email }: ChangeAccountInput, selection: Selection): Promise<Kept> {
  const account = await administered(context, id);
  if (isError(account)) return refuse(context, [account]);
  const check = new Check(), given = checkEmail(check, email);
  if (check.failed) return refuse(context, check.errors);
  if (given !== account.email) {
    await setEmail(context.session, account.id, given);
    await auditWrite(context, { operation: 'changeAccount', noun: 'Account', rowId: account.id, before: { email: account.email }, after: { email: given } });
  }
  return kept(context, selection, account.id);
}
