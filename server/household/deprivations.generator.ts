import type { Draws } from '../database/draws.js';
import type { SampleClass } from './household.quotas.js';
import type { RuledAges, SampleMember } from './members.generator.js';

/** A lack of a household; `until` is set on one that has been made good. */
export interface SampleDeprivation {
  readonly indicator: string;
  readonly since: string;
  readonly until: string | null;
  readonly measure: string | null;
}

type Choice = readonly [value: number, weight: number];

// Decree 07/2021, article 3: poor is three or more of twelve; below three is near-poor.
const counts: Readonly<Record<SampleClass, readonly Choice[]>> = {
  POOR: [[3, 35], [4, 30], [5, 20], [6, 10], [7, 5]],
  NEAR_POOR: [[0, 15], [1, 40], [2, 45]],
  NEWLY_ESCAPED: [[0, 40], [1, 40], [2, 20]],
  NEWLY_ESCAPED_NEAR_POOR: [[0, 40], [1, 40], [2, 20]],
  AVERAGE: [[0, 70], [1, 30]],
  NONE: [[0, 1]],
};

type Concerns = (one: SampleMember, ages: RuledAges) => boolean;
const isAged = (from: number, to: number): Concerns => one => one.age >= from && one.age <= to;
const always = (): boolean => true;

// How common each is, and whom it needs in the family for a lack of it to make sense (ages as in III.8 of the plan).
const indicators: readonly { readonly code: string; readonly weight: number; readonly concerns: Concerns }[] = [
  { code: 'JOB', weight: 14, concerns: (one, ages) => one.age >= ages.workFrom && one.age <= ages.workTo },
  { code: 'DEPENDANTS', weight: 5, concerns: (one, ages) => one.age < ages.childBelow || one.age > ages.workTo },
  { code: 'NUTRITION', weight: 7, concerns: isAged(0, 15) },
  { code: 'INSURANCE', weight: 6, concerns: always },
  { code: 'ADULT_EDUCATION', weight: 9, concerns: isAged(16, 30) },
  { code: 'SCHOOLING', weight: 4, concerns: isAged(3, 15) },
  { code: 'HOUSING_QUALITY', weight: 12, concerns: always },
  { code: 'HOUSING_AREA', weight: 8, concerns: always },
  { code: 'WATER', weight: 10, concerns: always },
  { code: 'LATRINE', weight: 16, concerns: always },
  { code: 'TELECOM', weight: 6, concerns: always },
  { code: 'INFORMATION_MEANS', weight: 5, concerns: always },
];

const measures: Readonly<Record<string, readonly string[]>> = {
  HOUSING_QUALITY: ['Nhà gỗ tạm, mái lợp cọ đã mục', 'Nhà vách nứa, nền đất', 'Nhà trình tường đã nứt'],
  HOUSING_AREA: ['5,5 m²/người', '6,0 m²/người', '7,2 m²/người'],
  WATER: ['Nước khe chưa qua xử lý', 'Dùng chung bể nước của thôn, thiếu nước mùa khô'],
  LATRINE: ['Chưa có nhà tiêu', 'Nhà tiêu chưa hợp vệ sinh'],
};

const surveyDays = ['2022-12-05', '2023-12-08', '2024-12-06', '2025-12-09'] as const;

function lackOf(code: string, draws: Draws, isEnded: boolean): SampleDeprivation {
  const options = measures[code];
  const measure = options ? draws.one(options) : null;
  if (isEnded) return { indicator: code, since: surveyDays[0], until: draws.one(surveyDays.slice(1)), measure };
  return { indicator: code, since: draws.one(surveyDays), until: null, measure };
}

/** The open lacks, as many as the class allows, and for one household in ten a lack of earlier years that has ended. */
export function deprivationsOf(kind: SampleClass, members: readonly SampleMember[], ages: RuledAges, draws: Draws): SampleDeprivation[] {
  const possible = indicators.filter(one => members.some(member => one.concerns(member, ages)));
  const codes: string[] = [];
  const drawOne = (): string => draws.weighted(possible.filter(one => !codes.includes(one.code)).map(one => [one.code, one.weight]));
  for (let left = draws.weighted(counts[kind]); left > 0; left--) codes.push(drawOne());
  const open = codes.map(code => lackOf(code, draws, false));
  return draws.chance(0.1) ? [...open, lackOf(drawOne(), draws, true)] : open;
}
