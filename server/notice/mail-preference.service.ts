import { auditWrite } from '../audit/audit.service.js';
import { Check } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import type { MailPreference, MailPreferencePayload, SetMailPreferenceInput } from './mail-preference.entity.js';
import { selectMail, updateMail } from './notice.query.js';

const longestAddress = 254;

/** The viewer's own: the address of the account, the choice of the post. */
export const mailPreference = async ({ session, isMailOffered }: Working): Promise<MailPreference> => ({ isOffered: isMailOffered, ...await selectMail(session) });

/** Keeps address and choice. The trail has that the address changed, not the address. */
export async function setMailPreference(context: Working, { email, mode }: SetMailPreferenceInput): Promise<MailPreferencePayload> {
  const check = new Check(), address = check.text('email', 'Địa chỉ thư', email, { most: longestAddress })?.toLowerCase() ?? null;
  if (address !== null && !/^[a-z0-9._%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(address)) check.fail('email', 'Địa chỉ thư: chưa đúng dạng. Nhập như ten@laocai.gov.vn.');
  if (check.failed) {
    context.session.rollBack();
    return { mailPreference: null, userErrors: check.errors };
  }
  const before = await selectMail(context.session);
  await updateMail(context.session, address, mode);
  const told = (value: string | null) => (value === null ? null : '•••');
  await auditWrite(context, { operation: 'setMailPreference', noun: 'MailPreference', rowId: context.viewer.postId, before: { email: told(before.email), mode: before.mode }, after: { email: told(address), mode } });
  return { mailPreference: await mailPreference(context), userErrors: [] };
}
