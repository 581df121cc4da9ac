import type { AreaCode, ClassCode, Standard, StandardIndicator } from './standard.rule.js';

/** The classes that a survey can give; the two NEWLY_* come out of history (movement.rule.ts). */
export type SurveyedClass = Exclude<ClassCode, 'NEWLY_ESCAPED' | 'NEWLY_ESCAPED_NEAR_POOR'>;
export type Method = 'INCOME' | 'POINTS';

/** Income per head and month in whole VND, or the income points of a score sheet (điểm A, in practice B1). */
export type IncomeEvidence = { readonly method: 'INCOME'; readonly perHead: number } | { readonly method: 'POINTS'; readonly points: number };

/** Why AVERAGE could not be told from NONE: the standard has no range on file, or points say nothing about it. */
export type Unsettled = 'NO_AVERAGE_LINE' | 'AVERAGE_NEEDS_INCOME';

/** A class with all it rests on, so that it can be explained without a second look at anything. */
export interface Classification {
  readonly class: SurveyedClass;
  readonly standard: Standard;
  readonly areaType: AreaCode;
  readonly income: IncomeEvidence;
  /** The indicators in which the household is deprived, in the standard's order. */
  readonly deprivations: readonly StandardIndicator[];
  readonly isWithinLine: boolean;
  readonly isDeprivedEnough: boolean;
  readonly unsettled: Unsettled | null;
}

function requireWhole(figure: number, name: string): void {
  if (!Number.isSafeInteger(figure) || figure < 0) throw new RangeError(`${name} phải là số nguyên không âm; nhận được ${figure}.`);
}

function deprivationsUnder(standard: Standard, codes: Iterable<string>): StandardIndicator[] {
  const given = new Set(codes);
  const known = standard.indicators.filter(one => given.delete(one.code));
  if (given.size > 0) throw new RangeError(`Chuẩn ${standard.code} không có chỉ số ${[...given].join(', ')}.`);
  return known;
}

function isWithin(standard: Standard, areaType: AreaCode, income: IncomeEvidence): boolean {
  if (income.method === 'INCOME') {
    requireWhole(income.perHead, 'Thu nhập bình quân đầu người');
    return income.perHead <= standard.incomeLines[areaType].value;
  }
  if (standard.points === null) throw new RangeError(`Chuẩn ${standard.code} chưa có cách chấm điểm thu nhập.`);
  requireWhole(income.points, 'Điểm thu nhập');
  return income.points <= standard.points.incomePointsAtMost[areaType].value;
}

/** By income the indicators are counted (NĐ 07/2021, Điều 3), by points their points are (TT 07/2021). */
function isDeprivedEnoughFor(standard: Standard, method: Method, count: number): boolean {
  if (method === 'INCOME' || standard.points === null) return count >= standard.minDeprivationsForPoor.value;
  return count * standard.points.deprivationPointsPerIndicator.value >= standard.points.poorFromDeprivationPoints.value;
}

/** Above the line: average within the range of mức sống trung bình, none above it or where the range cannot be applied. */
function classAbove(standard: Standard, areaType: AreaCode, income: IncomeEvidence): { class: SurveyedClass; unsettled: Unsettled | null } {
  const range = standard.averageLiving[areaType];
  if (range === undefined) return { class: 'NONE', unsettled: 'NO_AVERAGE_LINE' };
  if (income.method === 'POINTS') return { class: 'NONE', unsettled: 'AVERAGE_NEEDS_INCOME' };
  return { class: range.from.value <= income.perHead && income.perHead <= range.to.value ? 'AVERAGE' : 'NONE', unsettled: null };
}

/**
 * The class of a household under one standard (NĐ 07/2021/NĐ-CP, Điều 3; NĐ 351/2025/NĐ-CP from 2027; points after TT 07/2021/TT-BLĐTBXH).
 * Poor: income within the line and deprived enough; near-poor: income within the line otherwise. All boundaries are inclusive.
 * `deprivations` are codes of this standard in any order, a code twice counting once. Throws RangeError for a code of
 * another standard (naming it), for a figure that is not a whole number from 0, and for points where the standard has none.
 */
export function classify(standard: Standard, areaType: AreaCode, income: IncomeEvidence, deprivations: Iterable<string>): Classification {
  const known = deprivationsUnder(standard, deprivations);
  const isWithinLine = isWithin(standard, areaType, income);
  const isDeprivedEnough = isDeprivedEnoughFor(standard, income.method, known.length);
  const result = isWithinLine ? { class: isDeprivedEnough ? 'POOR' as const : 'NEAR_POOR' as const, unsettled: null } : classAbove(standard, areaType, income);
  return { ...result, standard, areaType, income, deprivations: known, isWithinLine, isDeprivedEnough };
}
