import { auditWrite } from '../audit/audit.service.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import type { UserError } from '../graphql/user-error.js';
import type { MarkNoticesReadInput, NoticesReadPayload } from './notice.input.js';
import { countNotices, insertReadings } from './notice.query.js';

function refused({ session }: Working, userErrors: UserError[]): NoticesReadPayload {
  session.rollBack();
  return { count: 0, userErrors };
}

/** Notices are read by the viewer's own post: those named, or all up to one. Another's is answered as a random id, and nothing is marked. */
export async function markNoticesRead(context: Working, { ids, upTo }: MarkNoticesReadInput): Promise<NoticesReadPayload> {
  const check = new Check();
  const named = [...new Set((ids ?? []).map(id => check.id('ids', 'thông báo', id)))].filter(id => id !== null), last = check.id('upTo', 'thông báo', upTo);
  if (check.failed) return refused(context, check.errors.slice(0, 1));
  if (named.length === 0 && last === null) return refused(context, [userError('BAD_INPUT', 'ids', 'Thông báo: chọn ít nhất một thông báo.')]);
  const wanted = last === null ? named : [...new Set([...named, last])];
  if (await countNotices(context.session, wanted) < wanted.length) return refused(context, [notFound(named.length > 0 ? 'ids' : 'upTo', 'thông báo')]);
  const count = await insertReadings(context.session, named, last);
  if (count > 0) await auditWrite(context, { operation: 'markNoticesRead', noun: 'Notice', rowId: last ?? named[0]!, before: null, after: { ids: named, upTo: last, count } });
  return { count, userErrors: [] };
}
