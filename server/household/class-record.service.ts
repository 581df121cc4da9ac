import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { Check, notFound, userError, writtenDay } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { refuse, settle, type Answered } from '../graphql/payload.js';
import type { SurveyedClass } from '../standard/classification.rule.js';
import { movementOf } from '../standard/movement.rule.js';
import { classRecordAccess } from './class-record.access.js';
import type { RecordClassInput } from './class-record.input.js';
import { countExpectedExits, countMovements, findClassBefore, hasStandard, openClass, type StoredClass } from './class-record.query.js';
import { lockHousehold } from './household.query.js';
import type { ExpectedExits, MovementCount } from './movement-count.entity.js';

const earliest = '2015-01-01';
const surveyed: readonly string[] = ['POOR', 'NEAR_POOR', 'AVERAGE', 'NONE'] satisfies SurveyedClass[];
const isSurveyed = (name: string): name is SurveyedClass => surveyed.includes(name);

/** The first day that a decision may name: that of the record which it ends, or of the class which it follows under another standard. */
const firstDay = (before: StoredClass | null, standard: string): string => (before === null ? earliest : before.standard === standard ? before.recordSince : before.since);

/**
 * The decision of the commune's chair on one household under one standard (TT 07/2021/TT-BLĐTBXH, Điều 4): which movement it is follows from what the
 * household was. Ends the standing record of that standard and begins the next; a class that stays saves nothing and says so.
 */
export async function recordClass(context: Working, input: RecordClassInput, selection: Selection): Promise<Answered> {
  const check = new Check(), { session } = context, today = context.clock.today();
  const held = await lockHousehold(session, input.household);
  if (!held) return refuse(context, [notFound('household', 'hộ')]);
  if (held.endedOn) return refuse(context, [userError('NOT_ALLOWED_NOW', 'household', 'Hộ này đã kết thúc, không ghi phân loại được nữa.')]);
  if (!await hasStandard(session, input.standard)) check.fail('standard', 'Chuẩn nghèo: không có chuẩn này. Chọn chuẩn trong danh sách.');
  if (!isSurveyed(input.class)) check.fail('class', 'Phân loại: chọn kết quả rà soát; hệ thống tự xác định hộ mới thoát nghèo, mới thoát cận nghèo.');
  const before = await findClassBefore(session, held.id, input.standard);
  const first = firstDay(before, input.standard), isEarly = input.since < first && first > earliest;
  if (isEarly) check.fail('since', `Có hiệu lực từ ngày: ${writtenDay(input.since)} đứng trước phân loại đang có của hộ (từ ${writtenDay(first)}). Chọn ngày từ ${writtenDay(first)} trở đi.`);
  const since = isEarly ? null : check.day('since', 'Có hiệu lực từ ngày', input.since, { from: first, to: today, required: true });
  const decisionNumber = check.text('decisionNumber', 'Số quyết định', input.decisionNumber, { most: 60, required: true });
  const decisionDay = check.day('decisionDay', 'Ngày quyết định', input.decisionDay, { from: earliest, to: today, required: true });
  const reason = check.text('reason', 'Lý do', input.reason, { most: 2000 });
  if (check.failed || !since || !isSurveyed(input.class)) return refuse(context, check.errors);
  const movement = movementOf(before, { class: input.class, standard: input.standard, decidedOn: since });
  if (movement.code === 'UNCHANGED') {
    return refuse(context, [userError('NOT_ALLOWED_NOW', 'class', `Kết quả này không làm thay đổi phân loại của hộ từ ngày ${writtenDay(before!.since)}, nên chưa ghi gì. Xem lại phân loại đã chọn.`)]);
  }
  const row = { household: held.id, standard: input.standard, class: movement.class, classSince: movement.since, movement: movement.code, since, decisionNumber, decisionDay, reason };
  const id = await openClass(session, row);
  await auditWrite(context, { operation: 'recordClass', noun: 'ClassRecord', rowId: id, before: before && { class: before.class, standard: before.standard, since: before.recordSince }, after: row });
  return settle(context, { resource: classRecordAccess, selection, field: 'classRecord', what: 'phân loại', id }, { outcome: 'DONE' });
}

/** Movements of the viewer's lists from one day to the other, both included. */
export const movementCounts = ({ session }: Working, from: string, to: string, standard: string): Promise<MovementCount[]> => countMovements(session, from, to, standard);

/** The viewer's households expected to escape in a year, summed against the unit's target. */
export const expectedExits = ({ session, viewer }: Working, year: number): Promise<ExpectedExits> => countExpectedExits(session, year, viewer.unitId);
