import { auditWrite } from '../audit/audit.service.js';
import { isId } from '../database/condition.js';
import { notFound } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse } from '../graphql/payload.js';
import { hashOf } from '../identity/token.js';
import type { OwnSignIn } from './account.entity.js';
import type { EndSignInInput, EndSignInsPayload } from './account.input.js';

const current = ({ token }: Working): Buffer => hashOf(token ?? '');

/** The caller's sign-ins that are alive, the one that asks first. */
export const ownSignIns = (context: Working): Promise<OwnSignIn[]> => context.session.read<OwnSignIn>('SELECT * FROM my_sign_ins($1)', [current(context)]);

/** Ends one of one's own sign-ins, or all but the one that asks; they are refused from their next request on. Another's is like a random id. */
export async function endSignIns(context: Working, { id: given }: EndSignInInput): Promise<EndSignInsPayload> {
  const id = given ?? null;
  const missing = (): EndSignInsPayload => ({ ended: 0, ...refuse(context, [notFound('id', 'phiên đăng nhập')]) });
  if (id !== null && !isId('uuid', id)) return missing();
  const [{ ended }] = await context.session.read<{ ended: number }>('SELECT end_my_sign_ins($1, $2) AS ended', [id, current(context)]);
  if (id !== null && ended === 0) return missing();
  await auditWrite(context, { operation: 'endSignIns', noun: 'Account', rowId: context.viewer.accountId, before: null, after: { ended, signIn: id } });
  return { ended, userErrors: [] };
}
