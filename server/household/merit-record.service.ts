import type { Selection } from '../access/selection.js';
import { addRow, changeRow, DuplicateRow, type Values } from '../audit/audited-row.js';
import { isId } from '../database/condition.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, settle, type Answered } from '../graphql/payload.js';
import { householdIncomeAccess } from './household-part.access.js';
import { findMerit, knowsStandard, lockHousehold } from './household.query.js';
import { meritRecordAccess } from './merit-record.access.js';
import type { AddMeritRecordInput, ConfirmMeritRecordInput, RecordIncomeInput, UpdateMeritRecordInput } from './merit-record.input.js';
import { closed, endedHousehold, openedByWriting } from './opening.js';

const what = 'hồ sơ người có công';

interface Terms { decisionNumber?: string | null; decisionDay?: string | null; allowanceKind?: string | null; housingNeed?: string | null; housingDueDay?: string | null }

/** What a decision says; undefined stays as it is. */
function termsOf(context: Working, check: Check, input: Terms): Values {
  const day = (field: string, label: string, value: string | null | undefined, to: string) => (value === undefined ? undefined : check.day(field, label, value, { from: '1945-01-01', to }));
  const text = (field: string, label: string, value: string | null | undefined, most: number) => (value === undefined ? undefined : check.text(field, label, value, { most }));
  return {
    decisionNumber: text('decisionNumber', 'Số quyết định', input.decisionNumber, 60), decisionDay: day('decisionDay', 'Ngày quyết định', input.decisionDay, context.clock.today()),
    allowanceKind: text('allowanceKind', 'Loại trợ cấp', input.allowanceKind, 120), housingNeed: input.housingNeed, housingDueDay: day('housingDueDay', 'Hạn hỗ trợ nhà ở', input.housingDueDay, '2035-12-31'),
  };
}

/** The commune enters it, or Sở Nội vụ for a family that its clause gives it (IV.10); until confirmed it says so. */
export async function addMeritRecord(context: Working, input: AddMeritRecordInput, selection: Selection): Promise<Answered> {
  const refused = closed(context, meritRecordAccess, 'member');
  if (refused) return refused;
  const check = new Check();
  const [member] = isId('uuid', input.member) ? await context.session.read<{ id: string; household: string; endedOn: string | null }>(
    'SELECT m.id, m.household_id AS household, h.ended_on::text AS "endedOn" FROM member m JOIN household h ON h.id = m.household_id WHERE m.id = $1', [input.member]) : [];
  if (!member) return refuse(context, [notFound('member', 'thành viên')]);
  if (member.endedOn) return refuse(context, [endedHousehold('member')]);
  const values = { ...termsOf(context, check, input), kind: input.kind, validFrom: check.day('validFrom', 'Từ ngày', input.validFrom, { from: '1945-01-01', to: context.clock.today(), required: true }) };
  if (check.failed) return refuse(context, check.errors);
  try {
    const id = await addRow(context, meritRecordAccess, 'addMeritRecord', { member: member.id, ...values });
    return await settled(context, { id, household: member.household, member: member.id, purpose: input.purpose }, selection, { outcome: 'DONE' });
  } catch (error) {
    if (error instanceof DuplicateRow) return refuse(context, [alreadyThere('kind')]);
    // A department sees members for other clauses too; only of families of merit it enters records.
    if ((error as { code?: unknown }).code === '42501') return refuse(context, [notFound('member', 'thành viên')]);
    throw error;
  }
}

const alreadyThere = (field: string) => userError('BAD_INPUT', field, 'Người này đã có hồ sơ loại này và chưa kết thúc. Sửa hồ sơ đang có, hoặc kết thúc hồ sơ ấy trước.');

/** The answer, and in the access log that writing opened the record. */
async function settled(context: Working, { id, household, member, purpose }: { id: string; household: string; member: string; purpose: string }, selection: Selection, done: Parameters<typeof settle>[2]): Promise<Answered> {
  const answer = await settle(context, { resource: meritRecordAccess, selection, field: 'merit', what, id }, done);
  openedByWriting(context, meritRecordAccess, { household, member, purpose });
  return answer;
}

/** Changes the terms, or ends the record by its last day. */
export async function updateMeritRecord(context: Working, input: UpdateMeritRecordInput, selection: Selection): Promise<Answered> {
  const refused = closed(context, meritRecordAccess, 'id');
  if (refused) return refused;
  const check = new Check(), held = await findMerit(context.session, input.id);
  if (!held) return refuse(context, [notFound('id', what)]);
  const validTo = input.validTo === undefined ? undefined : check.day('validTo', 'Đến ngày', input.validTo, { from: held.validFrom, to: context.clock.today() });
  const values = { ...termsOf(context, check, input), validTo };
  if (check.failed) return refuse(context, check.errors);
  try {
    return await settled(context, { ...held, purpose: input.purpose }, selection, await changeRow(context, meritRecordAccess, 'updateMeritRecord', input, values));
  } catch (error) {
    if (error instanceof DuplicateRow) return refuse(context, [alreadyThere('validTo')]);
    throw error;
  }
}

/** Sở Nội vụ confirms what stands there now; a later change keeps the day of the confirmation beside it. */
export async function confirmMeritRecord(context: Working, input: ConfirmMeritRecordInput, selection: Selection): Promise<Answered> {
  const refused = closed(context, meritRecordAccess, 'id');
  if (refused) return refused;
  const held = await findMerit(context.session, input.id);
  if (!held) return refuse(context, [notFound('id', what)]);
  const done = await changeRow(context, meritRecordAccess, 'confirmMeritRecord', input, { confirmedBy: context.viewer.postId, confirmedOn: context.clock.today() });
  return settled(context, { ...held, purpose: input.purpose }, selection, done);
}

const mostIncome = 1_000_000_000;

/** The income as of a day; a later day or a corrected one is a row of its own. */
export async function recordIncome(context: Working, input: RecordIncomeInput, selection: Selection): Promise<Answered> {
  const refused = closed(context, householdIncomeAccess, 'household');
  if (refused) return refused;
  const check = new Check(), held = await lockHousehold(context.session, input.household);
  if (!held) return refuse(context, [notFound('household', 'hộ')]);
  if (held.endedOn) return refuse(context, [endedHousehold('household')]);
  if (!await knowsStandard(context.session, input.standard)) check.errors.push(notFound('standard', 'chuẩn nghèo này'));
  const incomePerHead = check.whole('incomePerHead', 'Thu nhập bình quân đầu người một tháng', input.incomePerHead, { least: 0, most: mostIncome });
  const incomePoints = check.whole('incomePoints', 'Điểm thu nhập', input.incomePoints, { least: 0, most: 1000 });
  if (incomePerHead !== null && !Number.isInteger(incomePerHead)) check.fail('incomePerHead', 'Thu nhập: nhập số đồng, không có phần lẻ.');
  if (incomePerHead === null && incomePoints === null && !check.failed) check.fail('incomePerHead', 'Thu nhập: nhập số tiền hoặc điểm thu nhập.');
  const formVersion = check.text('formVersion', 'Phiên bản phiếu', input.formVersion, { most: 60 });
  if (incomePoints !== null && !formVersion) check.fail('formVersion', 'Phiên bản phiếu: chấm điểm phải nêu phiếu đã dùng.');
  const asOf = check.day('asOf', 'Số liệu đến ngày', input.asOf, { from: '2020-01-01', to: context.clock.today(), required: true });
  if (check.failed) return refuse(context, check.errors);
  try {
    const id = await addRow(context, householdIncomeAccess, 'recordIncome', { household: held.id, standard: input.standard, asOf, source: input.source, incomePerHead, incomePoints, formVersion });
    const answer = await settle(context, { resource: householdIncomeAccess, selection, field: 'income', what: 'thu nhập', id }, { outcome: 'DONE' });
    openedByWriting(context, householdIncomeAccess, { household: held.id, member: null, purpose: input.purpose });
    return answer;
  } catch (error) {
    if (error instanceof DuplicateRow) return refuse(context, [userError('BAD_INPUT', 'asOf', 'Ngày này đã có số liệu thu nhập theo chuẩn này. Chọn ngày khác cho lần khảo sát mới.')]);
    throw error;
  }
}
