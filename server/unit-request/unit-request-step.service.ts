import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { Check, conflict, notFound } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, settle } from '../graphql/payload.js';
import type { UserError } from '../graphql/user-error.js';
import { tellAll, type NoticeKind } from '../notice/notice.service.js';
import { checkDue, checkReceiver, notNow, type Saved, settling } from './unit-request.service.js';
import type { DeclineUnitRequestInput, DiscardUnitRequestInput, ForwardUnitRequestInput, ReopenUnitRequestInput, SendUnitRequestInput, WithdrawUnitRequestInput } from './unit-request.input.js';
import { answerSpan, findRequest, takeStep, type Step, type StoredRequest } from './unit-request.query.js';

export interface Move {
  readonly operation: string;
  readonly id: string;
  readonly version: number;
  /** Whether the viewer's unit may take the step now; else why not. */
  readonly refusal: (request: StoredRequest) => UserError | null;
  /** What the step is; everything wrong with it goes to the check. */
  readonly step: (request: StoredRequest, check: Check) => Promise<Step> | Step;
  /** In the same transaction, once the step is taken. */
  readonly then?: (request: StoredRequest, step: Step) => Promise<void>;
  readonly told: (request: StoredRequest, step: Step) => readonly (readonly [kind: NoticeKind, unit: number])[];
}

/** What the two writers wanted, where they differ. */
const clash = (current: StoredRequest, { act, words, granted }: Step) => [
  conflict('state', act, current.state),
  ...(words && current.answer && current.answer !== words ? [conflict('answer', words, current.answer)] : []),
  ...(granted && current.grantedDay !== granted ? [conflict('grantedDay', granted, current.grantedDay)] : []),
];

/**
 * Reads the request as the viewer sees it, gathers what is wrong, and takes the step where nobody was first: the row is locked, its version and
 * the unit's part in it are asked once more in the database. Its line in the trail, its notices and its consequences are in the same transaction.
 */
export async function move(context: Working, { operation, id, version, refusal, step, then, told }: Move, selection: Selection): Promise<Saved> {
  const { session } = context, found = await findRequest(session, id);
  if (!found) return refuse(context, [notFound('id', 'kiến nghị, đề nghị')]);
  const check = new Check(), wanted = await step(found, check);
  const meeting = (current: StoredRequest) => settle(context, settling(selection, id), { outcome: 'CONFLICT', conflicts: clash(current, wanted) });
  if (found.version !== version) return meeting(found);
  const refused = refusal(found);
  if (refused) return refuse(context, [refused]);
  if (check.failed) return refuse(context, check.errors);
  if (!await takeStep(session, { id, version }, wanted)) {
    const current = await findRequest(session, id);
    return current && current.version !== version ? meeting(current) : refuse(context, [notNow('id', 'Không thực hiện được ở trạng thái hiện nay. Tải lại trang để xem bản mới nhất.')]);
  }
  const after = (await findRequest(session, id))!;
  await auditWrite(context, { operation, noun: 'UnitRequest', rowId: id, before: { state: found.state, toUnit: found.toUnit },
    after: { state: after.state, number: after.number, toUnit: after.toUnit, dueDay: after.dueDay, words: wanted.words ?? null, grantedDay: wanted.granted ?? null } });
  await then?.(after, wanted);
  await tellAll(context, told(after, wanted).map(([kind, unit]) => ({ kind, to: { unit, roles: ['LEADER', 'OFFICER'] }, noun: 'UnitRequest', rowId: id })));
  return settle(context, settling(selection, id), { outcome: 'DONE' });
}

const settled = 'Việc này đã khép lại. Tải lại trang để xem kết quả.';
/** Of the unit that asked, while the state is such. */
const byAsker = ({ viewer }: Working, isNow: (request: StoredRequest) => boolean, otherwise: string) => (request: StoredRequest): UserError | null =>
  (request.unit !== viewer.unitId ? notNow('id', 'Chỉ đơn vị đã hỏi mới làm được việc này.') : isNow(request) ? null : notNow('id', otherwise));
/** Of the unit that it lies with, while an answer is owed. */
export const byHolder = ({ viewer }: Working) => (request: StoredRequest): UserError | null =>
  (request.toUnit !== viewer.unitId ? notNow('id', 'Chỉ đơn vị đang giữ việc này mới trả lời hoặc chuyển được.') : request.isOpen ? null : notNow('id', settled));

/** A leader signs and sends: the number is given and the clock begins. The day for the answer is the rule's when none was set. */
export function sendUnitRequest(context: Working, { id, version }: SendUnitRequestInput, selection: Selection): Promise<Saved> {
  return move(context, { operation: 'sendUnitRequest', id, version, refusal: byAsker(context, ({ state }) => state === 'DRAFT', 'Đã gửi hoặc đã bỏ rồi. Tải lại trang để xem bản mới nhất.'),
    step: async ({ kind, dueDay, toUnit }, check) => {
      const span = await answerSpan(context.session, kind);
      if (span) checkDue(check, span, dueDay);
      await checkReceiver(context, check, String(toUnit));
      return { act: 'SENT' };
    },
    told: ({ toUnit }) => [['REQUEST_RECEIVED', toUnit]] }, selection);
}

/** Throws a draft away; it stays with the unit, without a number. */
export function discardUnitRequest(context: Working, { id, version }: DiscardUnitRequestInput, selection: Selection): Promise<Saved> {
  return move(context, { operation: 'discardUnitRequest', id, version, refusal: byAsker(context, ({ state }) => state === 'DRAFT', 'Đã gửi nên không bỏ bản thảo được nữa; lãnh đạo có thể rút lại.'),
    step: () => ({ act: 'WITHDRAWN' }), told: () => [] }, selection);
}

/** The asker takes back what waits for an answer; who holds it is told. */
export function withdrawUnitRequest(context: Working, { id, version, reason }: WithdrawUnitRequestInput, selection: Selection): Promise<Saved> {
  return move(context, { operation: 'withdrawUnitRequest', id, version, refusal: byAsker(context, ({ isOpen }) => isOpen, 'Chỉ rút được việc đang chờ trả lời.'),
    step: (_request, check) => ({ act: 'WITHDRAWN', words: check.text('reason', 'Lý do rút', reason, { most: 1000 }) }),
    told: ({ toUnit }) => [['REQUEST_WITHDRAWN', toUnit]] }, selection);
}

/** The asker says, once and with the reason, that the answer does not do: it lies with who answered again, with the days that the rule gives. */
export function reopenUnitRequest(context: Working, { id, version, reason }: ReopenUnitRequestInput, selection: Selection): Promise<Saved> {
  const isNow = ({ state, reopenedOn }: StoredRequest) => ['ANSWERED', 'DECLINED'].includes(state) && reopenedOn === null;
  return move(context, { operation: 'reopenUnitRequest', id, version, refusal: byAsker(context, isNow, 'Chỉ báo "chưa thỏa đáng" một lần, sau khi đã có trả lời.'),
    step: (_request, check) => ({ act: 'REOPENED', words: check.text('reason', 'Lý do chưa thỏa đáng', reason, { most: 4000, required: true }) }),
    told: ({ toUnit }) => [['REQUEST_REOPENED', toUnit]] }, selection);
}

/** The unit that it lies with says why it does not deal with it. */
export function declineUnitRequest(context: Working, { id, version, reason }: DeclineUnitRequestInput, selection: Selection): Promise<Saved> {
  return move(context, { operation: 'declineUnitRequest', id, version, refusal: byHolder(context),
    step: (_request, check) => ({ act: 'DECLINED', words: check.text('reason', 'Lý do không giải quyết', reason, { most: 4000, required: true }) }),
    told: ({ unit }) => [['REQUEST_ANSWERED', unit]] }, selection);
}

/** Hands it on to another unit; the day for the answer stays, and both sides see where it lies. */
export function forwardUnitRequest(context: Working, { id, version, toUnit, reason }: ForwardUnitRequestInput, selection: Selection): Promise<Saved> {
  return move(context, { operation: 'forwardUnitRequest', id, version, refusal: byHolder(context),
    step: async ({ unit }, check) => {
      const words = check.text('reason', 'Lý do chuyển', reason, { most: 1000, required: true }), receiver = await checkReceiver(context, check, toUnit);
      if (receiver?.id === unit) check.fail('toUnit', 'Đơn vị nhận: đây là đơn vị đã hỏi. Chọn đơn vị khác hoặc trả lời.');
      return { act: 'FORWARDED', words, ...(receiver && { target: receiver.id }) };
    },
    told: request => [['REQUEST_RECEIVED', request.toUnit], ['REQUEST_FORWARDED', request.unit]] }, selection);
}
