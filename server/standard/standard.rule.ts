import type { HouseholdClass } from '../household/household.entity.js';
import type { AreaType } from '../unit/village.entity.js';

/** Khu vực nông thôn hay thành thị (đô thị from 2027): decides the income line, and belongs to the village. */
export type AreaCode = `${AreaType}`;
/** Every class that a household's history may hold. */
export type ClassCode = `${HouseholdClass}`;
/** SOURCED from the legal text or an official page; RECALLED when only from memory, to be confirmed by an administrator; ENTERED by one. */
export type Source = 'SOURCED' | 'RECALLED' | 'ENTERED';

/** A number of the law with where it comes from. Money in whole VND per head and month, points and counts whole. */
export interface Stated { readonly value: number; readonly source: Source; readonly note: string | null }

/** Both ends belong to the range. */
export interface StatedRange { readonly from: Stated; readonly to: Stated }

/** The method of points beside that of income, as TT 07/2021/TT-BLĐTBXH gives it for NĐ 07/2021. */
export interface PointRule {
  readonly legalBasis: string;
  /** Within the poverty line at this many income points or fewer. */
  readonly incomePointsAtMost: Readonly<Record<AreaCode, Stated>>;
  readonly deprivationPointsPerIndicator: Stated;
  /** Poor from this many deprivation points on. */
  readonly poorFromDeprivationPoints: Stated;
}

export interface StandardIndicator {
  readonly code: string;
  readonly dimension: string;
  /** Its place in this standard's list, from 1. */
  readonly order: number;
  /** As this standard words it. */
  readonly name: string;
}

/** A poverty standard as effective-dated data: nothing of it is a constant in code. */
export interface Standard {
  readonly code: string;
  readonly name: string;
  readonly legalBasis: string;
  /** First and last day in force; null while no end is set. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly validitySource: Source;
  /** Within the poverty line at this income per head and month or less. */
  readonly incomeLines: Readonly<Record<AreaCode, Stated>>;
  readonly minDeprivationsForPoor: Stated;
  /** Mức sống trung bình; an area without a range has none on file. */
  readonly averageLiving: Readonly<Partial<Record<AreaCode, StatedRange>>>;
  /** Null while no method of points is on file. */
  readonly points: PointRule | null;
  readonly indicators: readonly StandardIndicator[];
  readonly gaps: string | null;
}

export const areaCodes = ['RURAL', 'URBAN'] as const satisfies readonly AreaCode[];

/** Whether something dated holds on a day; first and last day included. Days as 2026-09-08. */
export const holdsOn = (dated: { readonly validFrom: string; readonly validTo: string | null }, day: string): boolean =>
  dated.validFrom <= day && (dated.validTo === null || day <= dated.validTo);

/** What can never be right in a standard, in words for the administrator who edits it; empty when it can be used. */
export function problemsOf(standard: Standard): string[] {
  const { incomeLines, averageLiving, minDeprivationsForPoor, points, indicators, validFrom, validTo } = standard;
  const pointNumbers = points === null ? [] : [...areaCodes.map(area => points.incomePointsAtMost[area]), points.deprivationPointsPerIndicator, points.poorFromDeprivationPoints];
  const numbers = [...areaCodes.map(area => incomeLines[area]), minDeprivationsForPoor, ...pointNumbers];
  if (numbers.some(one => one === undefined)) return ['Chuẩn nghèo phải có đủ mức cho khu vực nông thôn và khu vực thành thị.'];
  const problems: string[] = [];
  if (numbers.some(one => !Number.isSafeInteger(one.value) || one.value < 1)) problems.push('Các mức của chuẩn nghèo phải là số nguyên dương.');
  if (validTo !== null && validTo < validFrom) problems.push('Ngày hết hiệu lực không được trước ngày bắt đầu.');
  for (const area of areaCodes) {
    const range = averageLiving[area];
    if (range === undefined) continue;
    // A gap or an overlap would let a household with more income fall into a lower class.
    if (range.from.value !== incomeLines[area].value + 1) problems.push('Mức sống trung bình phải bắt đầu ngay trên chuẩn thu nhập.');
    if (!Number.isSafeInteger(range.to.value) || range.to.value < range.from.value) problems.push('Mức trên của mức sống trung bình không được thấp hơn mức dưới.');
  }
  if (new Set(indicators.map(one => one.code)).size < indicators.length) problems.push('Một chỉ số thiếu hụt chỉ được ghi một lần.');
  if (minDeprivationsForPoor.value > indicators.length) problems.push('Số chỉ số thiếu hụt của hộ nghèo vượt quá số chỉ số của chuẩn.');
  return problems;
}
