import { renderSVG } from 'uqr';
import { unauthenticated } from '../access/shield.js';
import { userError } from '../graphql/check.js';
import type { Context } from '../graphql/context.js';
import type { UserError } from '../graphql/user-error.js';
import { later } from './identity.service.js';
import type { FactorResult } from './identity.js';
import type {
  BeginSecondFactorInput, BeginSecondFactorPayload, ConfirmSecondFactorInput, ConfirmSecondFactorPayload, RemoveSecondFactorInput, SecondFactor, SecondFactorPayload,
} from './totp.input.js';
import type { Viewer } from './viewer.js';

function signedIn({ viewer }: Context): Viewer {
  if (!viewer) throw unauthenticated();
  return viewer;
}

/** Why it was not done: what was wrong stands at `field`; a person who is over by now is told to sign in. */
export function refusalOf(result: Extract<FactorResult<unknown>, { ok: false }>, field: string, wrong: string, notNow: string): UserError {
  switch (result.code) {
    case 'SESSION_OVER': throw unauthenticated();
    case 'TRY_LATER': return later(result.retryAfterSeconds);
    case 'WRONG': return userError('BAD_INPUT', field, wrong);
    case 'NOT_NOW': return userError('NOT_ALLOWED_NOW', null, notNow);
  }
}

/** The caller's own second factor. */
export async function secondFactorOf(context: Context): Promise<SecondFactor> {
  const viewer = signedIn(context), { isOn, enabledAt, codesLeft } = await context.identity.factorOf(viewer.accountId);
  return { isOn, enabledAt, codesLeft, isRequired: viewer.mustSetUpSecondFactor ?? false };
}

/** A new secret, seen here only; nothing changes at signing in until a first code has confirmed that the device has it. */
export async function beginSecondFactor(context: Context, { currentPassword }: BeginSecondFactorInput): Promise<BeginSecondFactorPayload> {
  const result = await context.identity.beginFactor(signedIn(context), currentPassword);
  if (result.ok) return { secret: result.setup.secret, picture: renderSVG(result.setup.uri, { border: 2 }), userErrors: [] };
  const wrong = 'Mật khẩu hiện tại không đúng. Nhập lại mật khẩu đang dùng.';
  return { secret: null, picture: null, userErrors: [refusalOf(result, 'currentPassword', wrong, 'Xác thực hai lớp đang bật. Tắt đi rồi mới cài lại được.')] };
}

/** Turns it on; answers the recovery codes, this once. */
export async function confirmSecondFactor(context: Context, { code }: ConfirmSecondFactorInput): Promise<ConfirmSecondFactorPayload> {
  const result = await context.identity.confirmFactor(signedIn(context), code);
  if (result.ok) return { recoveryCodes: result.recoveryCodes, userErrors: [] };
  const wrong = 'Mã xác thực không đúng. Kiểm tra giờ của thiết bị, nhập mã đang hiện; nếu vẫn sai, cài lại từ đầu.';
  return { recoveryCodes: [], userErrors: [refusalOf(result, 'code', wrong, wrong)] };
}

/** Turns it off by password and code. */
export async function removeSecondFactor(context: Context, { currentPassword, code }: RemoveSecondFactorInput): Promise<SecondFactorPayload> {
  const result = await context.identity.removeFactor(signedIn(context), currentPassword, code);
  if (result.ok) return { userErrors: [] };
  const wrong = 'Mật khẩu hoặc mã xác thực không đúng. Nhập lại mật khẩu đang dùng và mã đang hiện trên thiết bị.';
  return { userErrors: [refusalOf(result, 'code', wrong, wrong)] };
}
