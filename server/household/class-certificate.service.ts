import { auditWrite } from '../audit/audit.service.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, type Answered } from '../graphql/payload.js';
import type { ClassCertificate } from './class-certificate.entity.js';
import type { IssueClassCertificateInput } from './class-certificate.input.js';
import { findCertificate, seesHousehold } from './class-certificate.query.js';

/** What a giấy xác nhận says of a household's class on a day. Each issue leaves an audit line and a line in the household's access log. */
export async function issueClassCertificate(context: Working, { household, day }: IssueClassCertificateInput): Promise<Answered & { certificate?: ClassCertificate }> {
  const check = new Check();
  if (!await seesHousehold(context.session, household)) return refuse(context, [notFound('household', 'hộ')]);
  check.day('day', 'Ngày xác nhận', day, { from: '2015-01-01', to: context.clock.today(), required: true });
  if (check.failed) return refuse(context, check.errors);
  const certificate = await findCertificate(context.session, household, day);
  if (!certificate) return refuse(context, [userError('NOT_ALLOWED_NOW', 'day', 'Ngày này hộ không có trong danh sách của xã, phường theo chuẩn nghèo khi đó. Chọn ngày khác.')]);
  const { class: className, standard, decisionNumber } = certificate;
  await auditWrite(context, { operation: 'issueClassCertificate', noun: 'Household', rowId: household, before: null, after: { day, class: className, standard, decisionNumber } });
  context.opened.push({ household, member: null, part: 'ClassCertificate', purpose: null });
  return { certificate, userErrors: [], conflicts: [] };
}
