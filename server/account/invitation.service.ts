import { userError } from '../graphql/check.js';
import type { Context } from '../graphql/context.js';
import { coarse } from '../identity/device.js';
import { hashPassword, passwordProblem } from '../identity/password.js';
import { insertSignIn, selectViewerUnder } from '../identity/sign-in.query.js';
import { hashOf, isToken, newToken } from '../identity/token.js';
import type { AcceptInvitationInput, AcceptInvitationPayload, OpenedInvitation } from './account.input.js';
import { selectInvitation, useInvitation } from './invitation.query.js';

/** One answer for a link that is unknown, used, withdrawn or over, and for one whose account is locked. */
const gone = (): AcceptInvitationPayload => ({ unitCode: null, isDone: false, userErrors: [userError('NOT_FOUND', 'token',
  'Liên kết không còn dùng được: đã hết hạn, đã dùng hoặc không đúng. Đề nghị người quản trị tài khoản của đơn vị gửi liên kết mới.')] });

export const openInvitation = async ({ door }: Context, token: string): Promise<OpenedInvitation | null> => (isToken(token) ? selectInvitation(door.source, hashOf(token)) : null);

/**
 * Sets the password of whom the link is for, once. A newcomer is signed in; after a reset one signs in by oneself, so that a link never stands for a
 * second factor. Nothing is hashed before the link is known to be good.
 */
export async function acceptInvitation(context: Context, { token, password }: AcceptInvitationInput): Promise<AcceptInvitationPayload> {
  const { door: { source, clock }, remoteAddress, device, token: prior, setToken } = context;
  const invited = await openInvitation(context, token);
  if (!invited) return gone();
  const problem = passwordProblem(password, '', invited.login);
  if (problem !== null) return { unitCode: null, isDone: false, userErrors: [userError('BAD_INPUT', 'password', problem)] };
  const joined = await useInvitation(source, hashOf(token), await hashPassword(password));
  if (!joined) return gone();
  const viewer = joined.isFirst ? await selectViewerUnder(source, joined.accountId, null, clock.today()) : null;
  if (!viewer) return { unitCode: null, isDone: true, userErrors: [] };
  const renewed = newToken();
  await insertSignIn(source, hashOf(renewed), viewer, isToken(prior) ? hashOf(prior) : null, { device, address: coarse(remoteAddress) });
  setToken(renewed);
  return { unitCode: viewer.unitCode, isDone: true, userErrors: [] };
}
