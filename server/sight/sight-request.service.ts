import { opensByGrant } from '../access/rows.js';
import type { Selection } from '../access/selection.js';
import { addRow, changeRow, type Values } from '../audit/audited-row.js';
import { Check, conflict, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { type Answered, readBack, refuse, settle } from '../graphql/payload.js';
import { sightRequestAccess } from './sight-request.access.js';
import { OpenablePart } from './sight-request.entity.js';
import type { GrantSightInput, RefuseSightInput, RequestSightInput, RevokeSightInput, WithdrawSightInput } from './sight-request.input.js';
import { grantDays, hasRequest, isAsked, lastDay, lockRequest, seesHousehold, type StoredRequest } from './sight-request.query.js';

type Saved = Answered & { sightRequest?: object | null };
const what = 'đề nghị mở xem';
const notNow = (field: string, message: string) => userError('NOT_ALLOWED_NOW', field, message);

const answered = (context: Working, selection: Selection, id: string): Promise<Saved> =>
  settle(context, { resource: sightRequestAccess, selection, field: 'sightRequest', what: 'đề nghị', id }, { outcome: 'DONE' });

/**
 * Whether the post may ask for the part at all: its portal kind reads the noun, sees it row by row, a grant would open rows, and for a
 * sensitive noun the post is named. Constant for portal kind and post, so that the answer tells nothing of a household.
 */
export function mayRequest({ policy, viewer }: Pick<Working, 'policy' | 'viewer'>, part: string): boolean {
  const resource = policy.byType.get(part);
  return part in OpenablePart && resource !== undefined && opensByGrant(resource.rows[viewer.portalKind], part) && (!resource.sensitive || viewer.sensitiveNouns.includes(part));
}

/** Asks the household's commune to open one part of it for a purpose and some days (Luật 91/2025/QH15, Điều 3: a clear purpose, no longer than needed). */
export async function requestSight(context: Working, input: RequestSightInput, selection: Selection): Promise<Saved> {
  const { session, viewer, clock } = context, check = new Check();
  const reason = check.text('reason', 'Lý do', input.reason, { most: 1000, required: true });
  const most = await grantDays(session);
  check.whole('days', 'Số ngày', input.days, { least: 1, most });
  if (!mayRequest(context, input.part)) check.errors.push(notNow('part', 'Phần này không mở theo đề nghị cho cổng và chức vụ này.'));
  const isSeen = await seesHousehold(session, input.household);
  if (!isSeen) check.errors.push(notFound('household', 'hộ'));
  else if (await isAsked(session, input.household, input.part, viewer.unitId)) check.errors.push(notNow('part', 'Đơn vị đã đề nghị hoặc đang được mở phần này của hộ.'));
  if (check.failed) return refuse(context, check.errors);
  const id = await addRow(context, sightRequestAccess, 'requestSight', {
    household: input.household, unit: viewer.unitId, requestedBy: viewer.postId, part: input.part, purpose: input.purpose, reason, days: input.days, requestedOn: clock.today(),
  });
  return answered(context, selection, id);
}

interface Decision { readonly operation: string; readonly from: string; readonly late: string; readonly patch: (current: StoredRequest, check: Check) => Values | Promise<Values> }

/** Lock, compare the version, ask the state, write. */
async function decide(context: Working, { id, version }: WithdrawSightInput, { operation, from, late, patch }: Decision, selection: Selection): Promise<Saved> {
  const current = await lockRequest(context.session, id);
  // The asker reads what the commune decided and no longer writes it.
  if (!current) return refuse(context, [await hasRequest(context.session, id) ? notNow('id', late) : notFound('id', what)]);
  const check = new Check(), wanted = await patch(current, check);
  if (current.version !== version) {
    const sightRequest = await readBack<object>(context, sightRequestAccess, selection, 'sightRequest', id);
    const conflicts = [conflict('state', wanted.state, current.state)];
    return { ...refuse(context, [userError('CONFLICT', 'version', 'Người khác vừa xử lý đề nghị này. Xem kết quả rồi quyết định lại.')], conflicts), sightRequest };
  }
  if (current.state !== from) check.errors.push(notNow('id', late));
  if (check.failed) return refuse(context, check.errors);
  await changeRow(context, sightRequestAccess, operation, { id, version }, wanted);
  return answered(context, selection, id);
}

const decided = ({ viewer, clock }: Working): Values => ({ decidedBy: viewer.postId, decidedOn: clock.today() });
const only = 'Đề nghị này đã được xử lý.';

/** The commune's head opens the part from today, for the days asked or fewer. */
export function grantSight(context: Working, input: GrantSightInput, selection: Selection): Promise<Saved> {
  return decide(context, input, { operation: 'grantSight', from: 'REQUESTED', late: only, patch: async (current, check) => {
    const days = check.whole('days', 'Số ngày', input.days ?? current.days, { least: 1, most: Math.min(current.days, await grantDays(context.session)) }) ?? 1;
    const answer = check.text('answer', 'Trả lời', input.answer, { most: 1000 });
    return { state: 'GRANTED', ...decided(context), answer, validTo: await lastDay(context.session, days) };
  } }, selection);
}

/** The commune's head declines, with the reason. */
export function refuseSight(context: Working, input: RefuseSightInput, selection: Selection): Promise<Saved> {
  return decide(context, input, { operation: 'refuseSight', from: 'REQUESTED', late: only, patch: (_current, check) =>
    ({ state: 'REFUSED', ...decided(context), answer: check.text('answer', 'Lý do từ chối', input.answer, { most: 1000, required: true }) }) }, selection);
}

/** The commune's head closes at once what was granted. */
export function revokeSight(context: Working, input: RevokeSightInput, selection: Selection): Promise<Saved> {
  return decide(context, input, { operation: 'revokeSight', from: 'GRANTED', late: 'Chỉ thu hồi phần đang được mở.', patch: (_current, check) =>
    ({ state: 'REVOKED', ...decided(context), validTo: null, answer: check.text('answer', 'Lý do thu hồi', input.answer, { most: 1000, required: true }) }) }, selection);
}

/** The asker takes the request back before it is decided. */
export function withdrawSight(context: Working, input: WithdrawSightInput, selection: Selection): Promise<Saved> {
  return decide(context, input, { operation: 'withdrawSight', from: 'REQUESTED', late: 'Đề nghị đã được xã xử lý nên không rút được nữa.', patch: () => ({ state: 'WITHDRAWN' }) }, selection);
}
