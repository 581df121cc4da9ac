import { badInput } from '../access/guard.js';
import { unauthenticated } from '../access/shield.js';
import type { Context } from '../graphql/context.js';
import type { UserError, UserErrorCode } from '../graphql/user-error.js';
import type { Hat } from './hat.js';
import type {
  ChangePasswordInput, ChangePasswordPayload, LoginInput, LoginPayload, LogoutPayload, SignedInViewer, SwitchHatInput, SwitchHatPayload,
} from './identity.input.js';
import type { SignedIn } from './identity.js';
import { passwordLength } from './password.js';
import type { LoginByCodeInput } from './totp.input.js';
import type { Viewer } from './viewer.js';

/** The cookie's value as it came, whether or not it is anybody's; null without one. */
export type Caller = Context & { readonly token: string | null };

function error(code: UserErrorCode, field: string | null, message: string): UserError {
  return { code, field, message };
}

/** One message for a wrong password, an unknown login and a locked account. */
const failed = error('SIGN_IN_FAILED', null,
  'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra lại; nếu quên mật khẩu, liên hệ người quản lý tài khoản của cơ quan.');

const wrongCode = error('SIGN_IN_FAILED', 'code', 'Mã xác thực không đúng, đã dùng hoặc đã hết hạn. Nhập mã mới trên thiết bị; nếu đã quá 5 phút, đăng nhập lại từ đầu.');

export const later = (seconds: number): UserError =>
  error('TRY_LATER', null, `Mật khẩu hoặc mã xác thực đã được nhập sai nhiều lần. Hãy thử lại sau ${Math.ceil(seconds / 60)} phút.`);

async function introduce({ identity }: Context, viewer: Viewer): Promise<SignedInViewer> {
  const post = (await identity.postsOf(viewer.accountId)).find(hat => hat.id === viewer.postId) as Hat;
  return { id: viewer.accountId, name: viewer.accountName, post, unit: post.unit };
}

const notSignedIn = { viewer: null, mustChangePassword: false, mustSetUpSecondFactor: false, codeToken: null };

async function signedIn(context: Caller, { token, viewer }: SignedIn): Promise<LoginPayload> {
  context.setToken(token);
  const { mustChangePassword, mustSetUpSecondFactor = false } = viewer;
  return { viewer: await introduce(context, viewer), mustChangePassword, mustSetUpSecondFactor, codeToken: null, userErrors: [] };
}

/** Signs in and sets the cookie; what was signed in before in this browser ends. Throws 400 for a password too long to be looked at. */
export async function login(context: Caller, { login, password }: LoginInput): Promise<LoginPayload> {
  const { identity, remoteAddress, device, token: priorToken } = context;
  const result = await identity.signIn({ login, password, remoteAddress, priorToken, device });
  if (result.ok) return signedIn(context, result);
  if (result.code === 'CODE_WANTED') return { ...notSignedIn, codeToken: result.codeToken, userErrors: [] };
  if (result.code === 'BAD_INPUT') throw badInput(`Mật khẩu dài quá ${passwordLength.most} ký tự. Hãy kiểm tra lại nội dung đã dán.`);
  const refusal = result.code === 'TRY_LATER' ? later(result.retryAfterSeconds) : failed;
  return { ...notSignedIn, userErrors: [refusal] };
}

/** The second half of a sign-in. One message for a wrong or used code and for a token that is unknown, used or over. */
export async function loginByCode(context: Caller, { codeToken, code }: LoginByCodeInput): Promise<LoginPayload> {
  const { identity, remoteAddress, device, token: priorToken } = context;
  const result = await identity.signInByCode({ codeToken, code, remoteAddress, priorToken, device });
  if (result.ok) return signedIn(context, result);
  return { ...notSignedIn, userErrors: [result.code === 'TRY_LATER' ? later(result.retryAfterSeconds) : wrongCode] };
}

/** Ends the sign-in for every tab of this browser and clears the cookie. */
export async function logout({ identity, token, setToken }: Caller): Promise<LogoutPayload> {
  if (token !== null) await identity.signOut(token);
  setToken(null);
  return { userErrors: [] };
}

/** The same answer for a post that is another's, over, or does not exist. */
export async function switchHat(context: Caller, { post }: SwitchHatInput): Promise<SwitchHatPayload> {
  const { identity, token, viewer, setToken } = context;
  if (!viewer || token === null) throw unauthenticated();
  const changed = /^\d{1,9}$/.test(post) ? await identity.switchHat(token, viewer, Number(post)) : null;
  if (!changed) {
    return { viewer: null, userErrors: [error('NOT_FOUND', 'post', 'Không có chức vụ này trong các chức vụ đang giữ. Hãy chọn lại từ danh sách.')] };
  }
  setToken(changed.token);
  return { viewer: await introduce(context, changed.viewer), userErrors: [] };
}

/** Changes the password and the cookie; every other sign-in of the account ends. */
export async function changePassword(context: Caller, { currentPassword, newPassword }: ChangePasswordInput): Promise<ChangePasswordPayload> {
  const { identity, token, viewer, setToken } = context;
  if (!viewer || token === null) throw unauthenticated();
  const result = await identity.changePassword(viewer, token, currentPassword, newPassword);
  if (result.ok) {
    setToken(result.token);
    return { userErrors: [] };
  }
  switch (result.code) {
    case 'SESSION_OVER': throw unauthenticated();
    case 'TRY_LATER': return { userErrors: [later(result.retryAfterSeconds)] };
    case 'BAD_INPUT': return { userErrors: [error('BAD_INPUT', 'newPassword', result.message)] };
    case 'WRONG_PASSWORD':
      return { userErrors: [error('BAD_INPUT', 'currentPassword', 'Mật khẩu hiện tại không đúng. Hãy nhập lại mật khẩu đang dùng.')] };
  }
}
