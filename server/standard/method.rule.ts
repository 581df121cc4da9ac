import { writtenDay } from '../graphql/check.js';
import type { Method } from './classification.rule.js';
import type { ScoreSheet } from './score-sheet.rule.js';
import { holdsOn, type Standard } from './standard.rule.js';

export type MethodReason = 'SHEET_IN_FORCE' | 'NO_POINTS_IN_STANDARD' | 'NO_SHEET' | 'SHEET_NOT_YET_IN_FORCE' | 'SHEET_ENDED';

/** How income is judged, and why, in words for the page. `sheet` only with POINTS. */
export interface MethodInForce { readonly method: Method; readonly reason: MethodReason; readonly message: string; readonly sheet: ScoreSheet | null }

/** The day itself, or the nearest on which the standard holds: a standard surveyed ahead of its time is judged as on its first day. */
export function dayWithin({ validFrom, validTo }: Pick<Standard, 'validFrom' | 'validTo'>, day: string): string {
  if (day < validFrom) return validFrom;
  return validTo !== null && day > validTo ? validTo : day;
}

/**
 * Whether income is judged by points or by income per head on a day: by points once a score sheet of the standard is in force
 * (TT 07/2021/TT-BLĐTBXH), by the income criterion of NĐ 07/2021/NĐ-CP, Điều 3 until then. With `region`, only that region's
 * sheets are asked about. Of several sheets in force the one that began last holds.
 */
export function methodInForce(standard: Standard, sheets: readonly ScoreSheet[], day: string, region?: string): MethodInForce {
  const income = (reason: MethodReason, why: string): MethodInForce =>
    ({ method: 'INCOME', reason, sheet: null, message: `Đang xét theo thu nhập bình quân đầu người vì ${why}.` });
  if (standard.points === null) return income('NO_POINTS_IN_STANDARD', `${standard.name} chưa có cách chấm điểm thu nhập`);
  const asked = dayWithin(standard, day);
  const own = sheets
    .filter(sheet => sheet.standard === standard.code && (region === undefined || sheet.region === region))
    .sort((one, other) => (one.validFrom < other.validFrom ? 1 : one.validFrom > other.validFrom ? -1 : one.code < other.code ? 1 : -1));
  const sheet = own.find(one => holdsOn(one, asked));
  if (sheet !== undefined) return { method: 'POINTS', reason: 'SHEET_IN_FORCE', sheet, message: `Đang xét theo phiếu chấm điểm ${sheet.formVersion}, có hiệu lực từ ngày ${writtenDay(sheet.validFrom)}.` };
  if (own.length === 0) return income('NO_SHEET', 'chưa nhập phiếu chấm điểm thu nhập của chuẩn này');
  const next = own.filter(one => one.validFrom > asked).at(-1);
  if (next !== undefined) return income('SHEET_NOT_YET_IN_FORCE', `phiếu chấm điểm ${next.formVersion} đến ngày ${writtenDay(next.validFrom)} mới có hiệu lực`);
  return income('SHEET_ENDED', `phiếu chấm điểm ${own[0]!.formVersion} đã hết hiệu lực`);
}
