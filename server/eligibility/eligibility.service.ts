import { Check, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import type { UserError } from '../graphql/user-error.js';
import type { CheckEligibilityInput, EligibilityPayload } from './eligibility.input.js';
import { lookUp } from './eligibility.query.js';

const nothing = { isListed: null, class: null, standard: null, since: null };

/**
 * Class and day of one person named by number and name, instead of browsing households (Luật 91/2025/QH15, Điều 3). Exact in the number, and
 * in the name but for case and marks. Every check that looked leaves a line in the access log, found or not; too many in an hour answer TRY_LATER.
 */
export async function checkEligibility(context: Working, input: CheckEligibilityInput): Promise<EligibilityPayload> {
  const { session, clock, requestId } = context, asOf = clock.today(), check = new Check();
  const refused = (userErrors: UserError[]): EligibilityPayload => { session.rollBack(); return { ...nothing, asOf, userErrors }; };
  const idNumber = check.text('idNumber', 'Số định danh', input.idNumber.replace(/\s/g, ''), { most: 20, required: true }) ?? '';
  const name = check.text('name', 'Họ tên', input.name, { most: 120, required: true }) ?? '';
  if (idNumber && !/^\d{9}(\d{3})?$/.test(idNumber)) check.fail('idNumber', 'Số định danh: nhập 12 chữ số, hoặc 9 chữ số của giấy cũ.');
  if (name && !/\p{L}/u.test(name)) check.fail('name', 'Họ tên: nhập đủ họ, tên đệm và tên.');
  if (check.failed) return refused(check.errors);
  const { outcome, ...found } = await lookUp(session, requestId, idNumber, name);
  if (outcome === 'FORBIDDEN') return refused([userError('NOT_ALLOWED_NOW', null, 'Đơn vị không được giao tra cứu đối tượng theo kế hoạch.')]);
  if (outcome === 'TRY_LATER') return refused([userError('TRY_LATER', null, 'Tài khoản đã tra cứu nhiều lần trong một giờ qua. Thử lại sau ít phút.')]);
  return { ...found, isListed: outcome === 'LISTED', asOf, userErrors: [] };
}
