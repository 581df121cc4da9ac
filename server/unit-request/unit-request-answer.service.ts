import type { Selection } from '../access/selection.js';
import { addRow, changeRow, DuplicateRow } from '../audit/audited-row.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { type Answered, refuse, settle } from '../graphql/payload.js';
import { extendAssignment, lockTerms, type AssignmentTerms } from '../task/assignment.service.js';
import { byHolder, move } from './unit-request-step.service.js';
import { answerDraftAccess } from './unit-request.access.js';
import type { AnswerUnitRequestInput, SaveAnswerDraftInput } from './unit-request.input.js';
import { extensionReach, findDraft, findRequest, type StoredRequest } from './unit-request.query.js';
import { checkExtension, notNow, type Saved } from './unit-request.service.js';

interface Granting { readonly granted: string | null; /** Locked to the end of the transaction. */ readonly terms: AssignmentTerms | null }

/** Only the secretariat moves a day, and to one after the day of the clause; of other kinds there is none to move. */
async function checkGrant(context: Working, check: Check, { kind, assignment }: StoredRequest, grantedDay: string | null | undefined): Promise<Granting> {
  if (kind !== 'EXTENSION') {
    if (grantedDay) check.fail('grantedDay', 'Gia hạn đến: chỉ dùng khi trả lời đề nghị gia hạn. Bỏ ngày này.');
    return { granted: null, terms: null };
  }
  if (context.viewer.portalKind !== 'secretariat') {
    check.errors.push(notNow('grantedDay', 'Chỉ Cơ quan Thường trực quyết định gia hạn. Chuyển đề nghị đến Cơ quan Thường trực kèm ý kiến, hoặc trả lời không giải quyết.'));
    return { granted: null, terms: null };
  }
  const today = context.clock.today(), terms = await lockTerms(context, assignment!);
  const granted = checkExtension(check, { field: 'grantedDay', label: 'Gia hạn đến', value: grantedDay, today, due: terms?.dueDay ?? null, reach: await extensionReach(context.session, assignment!) });
  return { granted, terms };
}

/** Why the day of an assignment moved, within what its column holds. */
const reasonOf = (number: string | null, answer: string): string => `Theo ${number ?? 'đề nghị gia hạn'}: ${answer}`.slice(0, 1000);

/** The leader of the unit that it lies with answers. A granted extension moves the assignment's day in the same transaction; its history says by which request. */
export function answerUnitRequest(context: Working, { id, version, answer, grantedDay }: AnswerUnitRequestInput, selection: Selection): Promise<Saved> {
  let terms: AssignmentTerms | null = null;
  return move(context, { operation: 'answerUnitRequest', id, version, refusal: byHolder(context),
    step: async (request, check) => {
      const words = check.text('answer', 'Nội dung trả lời', answer, { most: 4000, required: true });
      const granting = await checkGrant(context, check, request, grantedDay);
      terms = granting.terms;
      return { act: 'ANSWERED', words, granted: granting.granted };
    },
    then: async ({ number }, { words, granted }) => {
      if (!terms || !granted) return;
      await extendAssignment(context, 'answerUnitRequest', terms, { extendedTo: granted, extensionReason: reasonOf(number, words ?? '') });
    },
    told: ({ unit }) => [['REQUEST_ANSWERED', unit]] }, selection);
}

/** Keeps what the unit means to answer; nobody outside sees it. Two who write the first at once meet in a conflict. */
export async function saveAnswerDraft(context: Working, input: SaveAnswerDraftInput, selection: Selection): Promise<Answered & { answerDraft?: object | null }> {
  const { session, viewer } = context, request = await findRequest(session, input.request);
  if (!request) return refuse(context, [notFound('request', 'kiến nghị, đề nghị')]);
  const check = new Check(), refused = byHolder(context)(request);
  if (refused) check.errors.push({ ...refused, field: 'request' });
  const answer = check.text('answer', 'Nội dung trả lời', input.answer, { most: 4000, required: true });
  const isDeclined = input.outcome === 'DECLINED';
  if (isDeclined && input.grantedDay) check.fail('grantedDay', 'Gia hạn đến: bỏ ngày này khi không giải quyết.');
  const granted = isDeclined || refused ? null : (await checkGrant(context, check, request, input.grantedDay)).granted;
  if (check.failed) return refuse(context, check.errors);
  const values = { outcome: input.outcome, answer, grantedDay: granted, author: viewer.postId };
  const settling = (id: string) => ({ resource: answerDraftAccess, selection, field: 'answerDraft', what: 'dự thảo trả lời', id });
  const draft = await findDraft(session, request.id);
  // No row has version 0: who knew of no draft and meets one gets both values.
  if (draft) return settle(context, settling(draft.id), await changeRow(context, answerDraftAccess, 'saveAnswerDraft', { id: draft.id, version: input.version ?? 0 }, values));
  try {
    return await settle(context, settling(await addRow(context, answerDraftAccess, 'saveAnswerDraft', { request: request.id, unit: viewer.unitId, ...values })), { outcome: 'DONE' });
  } catch (error) {
    if (!(error instanceof DuplicateRow)) throw error;
    return refuse(context, [userError('CONFLICT', 'version', 'Người khác vừa soạn dự thảo trả lời. Tải lại trang để xem rồi soạn tiếp.')]);
  }
}
