import { readFileSync } from 'node:fs';
import { apportion } from './apportion.js';

/** A commune as the generator needs it. */
export interface SampleCommune {
  readonly id: number;
  readonly code: string;
  readonly area: string | null;
  /** Longitude and latitude of its middle. */
  readonly centroid: readonly [number, number];
  readonly villages: readonly { readonly id: number; readonly areaType: string }[];
}
export type SampleClass = 'POOR' | 'NEAR_POOR' | 'NEWLY_ESCAPED' | 'NEWLY_ESCAPED_NEAR_POOR' | 'AVERAGE' | 'NONE';

/** How many households of each class a commune gets, and how many of those are Kinh; NONE are families that no list and no programme names, of an average living some of them. */
export type CommuneQuota = Readonly<Record<SampleClass, { readonly count: number; readonly kinh: number }>>;

/** The ethnic groups of a commune's area with their shares in percent, by code of the General Statistics Office. Recalled, for stand-in data only. */
export type AreaShares = Readonly<Record<string, number>>;

interface AreaFile { readonly from: string; readonly to: string; readonly shares: AreaShares }

// Figures of the province at the end of 2025, as the plan of 2026 gives them.
const poorHouseholds = 22_944;
const nearPoorHouseholds = 24_685;
const poorMinorityHouseholds = 21_469;
const listed = poorHouseholds + nearPoorHouseholds;

const besideTheLists = 0.04; // newly escaped poverty or near-poverty, and average families of the Agent-Orange housing programme
const averageOfThem = 0.25;
const nearPoorOfNewly = 1 / 3; // of the newly escaped, those who were near-poor
const besideAtMost = 3_000; // in a whole province; every other family is on no list and in no programme
const sampleAtMost = 5_000; // below it a sample shows every commune and one in depth
const inDepth = 0.2;
const inEachCommune = 2;
const householdsByArea: Record<string, number> = { III: 700, II: 350, I: 140, OUTSIDE: 110 };
const poorByArea: Record<string, number> = { III: 0.58, II: 0.3, I: 0.2, OUTSIDE: 0.15 };

const areas = JSON.parse(readFileSync('server/household/data/synthetic-areas.json', 'utf8')) as AreaFile[];
const kinh = '01';

/** The shares of the area that a commune's code falls into. */
export function areaShares(code: string): AreaShares {
  return (areas.find(area => area.from <= code && code <= area.to) ?? areas[0]!).shares;
}

function kinhShare(code: string): number {
  const shares = areaShares(code);
  return (shares[kinh] ?? 0) / Object.values(shares).reduce((sum, share) => sum + share, 0);
}

/** Households of each commune: those shown in depth get a fifth between them, and in a small sample every other one at least two. */
function totals(communes: readonly SampleCommune[], households: number, depth: readonly string[]): number[] {
  const isSample = households <= sampleAtMost;
  const isDeep = communes.map(one => depth.includes(one.code));
  const others = isDeep.filter(deep => !deep).length;
  const deep = apportion(others === 0 ? households : isDeep.includes(true) ? Math.round(households * inDepth) : 0, isDeep.map(Number));
  const rest = households - deep.reduce((sum, count) => sum + count, 0);
  const floor = isSample && others > 0 ? Math.min(inEachCommune, Math.floor(rest / others)) : 0;
  // Outside khu vực III the rest of a sample goes only where khu vực III has no commune to take it.
  const weights = communes.map((one, at) => (isDeep[at] ? 0 : isSample && one.area !== 'III' ? Number.EPSILON : (householdsByArea[one.area ?? ''] ?? 0)));
  const spread = apportion(rest - floor * others, weights);
  return communes.map((_, at) => deep[at]! + spread[at]! + (isDeep[at] ? 0 : floor));
}

/** Poor households of each commune, most of them where the area says; a commune with two households has a poor one as long as there are enough. */
function poorOf(communes: readonly SampleCommune[], sizes: readonly number[], total: number): number[] {
  const several = sizes.map(size => Number(size >= inEachCommune));
  const first = apportion(Math.min(total, several.filter(Boolean).length), several, several);
  const rest = sizes.map((size, at) => size - first[at]!);
  const weights = communes.map((one, at) => rest[at]! * (poorByArea[one.area ?? ''] ?? 0.2));
  const more = apportion(total - first.reduce((sum, count) => sum + count, 0), weights, rest);
  return first.map((count, at) => count + more[at]!);
}

/**
 * Shares out a number of households so that at the province's true count the lists are those of the end of 2025
 * (22,944 poor, of them 21,469 of a minority; 24,685 near-poor) and at a smaller one in proportion; at a greater one the
 * lists stay as they were and the other families of the province join, who lack and need nothing.
 * `depth` names communes to show in depth; a sample up to 5,000 shows Bản Liền unless told otherwise. Throws RangeError
 * for a commune that is not among those given.
 */
export function quotasOf(communes: readonly SampleCommune[], households: number, depth?: readonly string[]): CommuneQuota[] {
  const unknown = depth?.filter(code => !communes.some(one => one.code === code)) ?? [];
  if (unknown.length > 0) throw new RangeError(`Không có xã, phường mã ${unknown.join(', ')}.`);
  const wanted = depth ?? (households <= sampleAtMost ? ['02869'] : []);
  const sizes = totals(communes, households, wanted);
  const isWhole = households > listed;
  const beside = isWhole ? households - listed : Math.min(Math.round(households * besideTheLists), listed - households);
  const poorTotal = isWhole ? poorHouseholds : Math.round(((households - beside) * poorHouseholds) / listed);
  const kinhPoorTotal = poorTotal - Math.round((poorTotal * poorMinorityHouseholds) / poorHouseholds);
  const poor = poorOf(communes, sizes, poorTotal);
  const left = sizes.map((size, at) => size - poor[at]!);
  const outside = apportion(beside, left, left);
  const known = apportion(Math.min(beside, besideAtMost), outside, outside);
  const average = apportion(Math.round(Math.min(beside, besideAtMost) * averageOfThem), known, known);
  const newly = known.map((count, at) => count - average[at]!);
  const fromNearPoor = apportion(Math.round(newly.reduce((sum, count) => sum + count, 0) * nearPoorOfNewly), newly, newly);
  const kinhPoor = apportion(kinhPoorTotal, communes.map((one, at) => poor[at]! * kinhShare(one.code)), poor);
  return communes.map((one, at) => {
    const usual = (count: number) => ({ count, kinh: Math.round(count * kinhShare(one.code)) });
    const escaped = usual(newly[at]!);
    const fromNear = { count: fromNearPoor[at]!, kinh: newly[at]! === 0 ? 0 : Math.floor((escaped.kinh * fromNearPoor[at]!) / newly[at]!) };
    return {
      POOR: { count: poor[at]!, kinh: kinhPoor[at]! },
      NEAR_POOR: usual(left[at]! - outside[at]!),
      NEWLY_ESCAPED: { count: escaped.count - fromNear.count, kinh: escaped.kinh - fromNear.kinh },
      NEWLY_ESCAPED_NEAR_POOR: fromNear,
      AVERAGE: usual(average[at]!),
      NONE: usual(outside[at]! - known[at]!),
    };
  });
}
