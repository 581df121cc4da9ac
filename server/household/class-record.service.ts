import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, settle, type Answered } from '../graphql/payload.js';
import { movementOf, type Movement } from '../standard/movement.rule.js';
import { classRecordAccess } from './class-record.access.js';
import type { RecordClassInput } from './class-record.input.js';
import { classBefore, insertClass, knowsStandard, type HeldClass } from './class-record.query.js';
import { classNames, movementNames } from './class-record.text.js';
import { lockHousehold } from './household.query.js';

export const earliestDay = '2015-01-01';

// A decision says "mới thoát nghèo", a survey only that the family is above the lines.
const surveyed = { POOR: 'POOR', NEAR_POOR: 'NEAR_POOR', NEWLY_ESCAPED: 'AVERAGE', NEWLY_ESCAPED_NEAR_POOR: 'AVERAGE', AVERAGE: 'AVERAGE', NONE: 'NONE' } as const;
// What a first record may call itself besides: an old list taken over, or a fall back that the registry does not know of.
const first: Readonly<Record<string, readonly string[]>> = { POOR: ['LISTED', 'RELAPSED'], NEAR_POOR: ['LISTED', 'RELAPSED_NEAR_POOR'] };

/** The one movement that leads from the class that stands to the one decided, as the table of movements says; what the input says otherwise is in `check`. */
function expected(check: Check, before: HeldClass | null, input: RecordClassInput): Movement | null {
  const decided = { class: surveyed[input.class as keyof typeof surveyed], standard: input.standard, decidedOn: input.since };
  const movement = movementOf(before && { ...before, since: before.classSince }, decided);
  if (before?.standard === input.standard && (movement.code === 'UNCHANGED' || movement.class === before.class)) {
    const lasts = before.newlyUntil === null ? '' : ` đến hết ngày ${before.newlyUntil.split('-').reverse().join('/')}`;
    check.fail('class', `Phân loại: hộ đang là ${classNames[before.class]} theo chuẩn này${lasts}. Chỉ ghi khi phân loại thay đổi.`);
    return null;
  }
  if (movement.class !== input.class) {
    check.fail('class', `Phân loại: ${before ? `từ ${classNames[before.class]}` : 'hộ chưa có trong danh sách'} thì kết quả là ${classNames[movement.class]}. Chọn lại phân loại.`);
    return null;
  }
  const known = before === null ? [movement.code, ...first[input.class] ?? []] : [movement.code];
  if (!known.includes(input.movement as never)) {
    check.fail('movement', `Diễn biến: phải là ${known.map(code => `"${movementNames[code]}"`).join(' hoặc ')}. Chọn lại diễn biến.`);
    return null;
  }
  return movement;
}

/**
 * The class that the chair of the commune decided (QĐ 24/2021/QĐ-TTg, Điều 4 and 5): ends the record that stands under the standard on that day
 * and begins the new one with what the list says of the household then. The household's own class follows under the standard in force.
 */
export async function recordClass(context: Working, input: RecordClassInput, selection: Selection): Promise<Answered> {
  const { session, clock } = context, check = new Check(), today = clock.today();
  const held = await lockHousehold(session, input.household);
  if (!held) return refuse(context, [notFound('household', 'hộ')]);
  if (held.endedOn) return refuse(context, [userError('NOT_ALLOWED_NOW', 'household', 'Hộ này đã kết thúc, không phân loại được nữa.')]);
  if (!await knowsStandard(session, input.standard)) check.fail('standard', 'Chuẩn nghèo: không có trong hệ thống. Chọn chuẩn khác.');
  const before = await classBefore(session, held.id, input.standard);
  const floor = before?.since ?? earliestDay;
  const since = check.day('since', 'Từ ngày', input.since, { from: floor, to: today, required: true });
  const decisionNumber = check.text('decisionNumber', 'Số quyết định', input.decisionNumber, { most: 60, required: true });
  const decisionDay = check.day('decisionDay', 'Ngày quyết định', input.decisionDay, { from: earliestDay, to: today, required: true });
  const reason = check.text('reason', 'Lý do', input.reason, { most: 2000 });
  const movement = since === null ? null : expected(check, before, input);
  if (check.failed || since === null || movement === null) return refuse(context, check.errors);
  const decision = { household: held.id, class: movement.class, standard: input.standard, movement: input.movement, since, classSince: movement.since, decisionNumber, decisionDay, reason };
  const id = await insertClass(session, decision);
  await auditWrite(context, { operation: 'recordClass', noun: 'ClassRecord', rowId: id, before, after: decision });
  return settle(context, { resource: classRecordAccess, selection, field: 'classRecord', what: 'phân loại', id }, { outcome: 'DONE' });
}
