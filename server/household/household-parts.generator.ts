import { readFileSync } from 'node:fs';
import type { Row } from '../database/load-rows.js';
import type { SampleHousehold } from './household.generator.js';

export type SampleCause = 'LAND' | 'CAPITAL' | 'LABOUR' | 'TOOLS' | 'KNOWLEDGE' | 'SKILLS' | 'ILLNESS' | 'OTHER';
/** Who confirmed a merit, where Sở Nội vụ has someone to do so. */
export interface Confirmer { readonly post: number | undefined }
interface Survey { readonly standard: string; readonly day: string }
interface OfArea { readonly areaType: string }
interface Standard {
  readonly code: string;
  readonly incomeLines: readonly (OfArea & { readonly perHeadMonthly: { readonly value: number } })[];
  readonly averageLiving: readonly (OfArea & { readonly perHeadMonthlyTo: { readonly value: number } })[];
}

const idKinds = { cause: 5, income: 6, merit: 7 } as const;
const standards = JSON.parse(readFileSync('server/household/data/standards.json', 'utf8')) as Standard[];
const degreesAround = 0.03; // about three kilometres
const tenThousand = 10_000; // đồng; incomes are told in steps of it

const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');

/** A phone number that no network has given out, a place near the commune's middle. */
export function contactRow({ commune, ordinal, surveyDraws: draws }: SampleHousehold): Row {
  const near = (degrees: number): number => Number((degrees + (draws.whole(-1000, 1000) / 1000) * degreesAround).toFixed(5));
  const serial = pad(ordinal % 1_000_000, 6);
  return {
    address_detail: `Nhóm ${draws.whole(1, 6)}, số ${draws.whole(1, 90)} (địa chỉ minh họa)`,
    phone: draws.chance(0.85) ? `0000 ${serial.slice(0, 3)} ${serial.slice(3)}` : null,
    longitude: near(commune.centroid[0]), latitude: near(commune.centroid[1]),
  };
}

const causeWeights: readonly (readonly [SampleCause, number])[] =
  [['LAND', 24], ['CAPITAL', 26], ['LABOUR', 10], ['TOOLS', 14], ['KNOWLEDGE', 16], ['SKILLS', 20], ['ILLNESS', 10], ['OTHER', 5]];

/** One to three causes of a poor or near-poor household; one without labour has that cause first. */
export function causesOf({ class: kind, groups, surveyDraws: draws }: SampleHousehold): SampleCause[] {
  if (kind !== 'POOR' && kind !== 'NEAR_POOR') return [];
  const causes: SampleCause[] = groups.includes('NO_LABOUR') ? ['LABOUR'] : [];
  for (let left = draws.weighted([[1, 35], [2, 40], [3, 25]]) - causes.length; left > 0; left--) {
    causes.push(draws.weighted(causeWeights.filter(([cause]) => !causes.includes(cause))));
  }
  return causes;
}

export const causeRows = (one: SampleHousehold, causes: readonly SampleCause[], { day }: Survey): Row[] =>
  causes.map((cause, no) => ({ id: one.idOf(idKinds.cause, no), cause, since: day, until: null }));

/** The income of one household in twenty, within the line for the lists and in the range of an average living above it (NĐ 07/2021, Điều 3). */
export function incomeRows({ class: kind, village, idOf, surveyDraws: draws }: SampleHousehold, { standard, day }: Survey): Row[] {
  if (!draws.chance(0.05)) return [];
  const isHere = (one: OfArea): boolean => one.areaType === (village?.areaType ?? 'RURAL');
  const { incomeLines, averageLiving } = standards.find(one => one.code === standard)!;
  const line = incomeLines.find(isHere)!.perHeadMonthly.value, average = averageLiving.find(isHere)!.perHeadMonthlyTo.value;
  const isWithin = kind === 'POOR' || kind === 'NEAR_POOR';
  const perHead = isWithin ? draws.whole(Math.ceil(line / tenThousand / 3), line / tenThousand) : draws.whole(line / tenThousand + 1, average / tenThousand);
  return [{ id: idOf(idKinds.income, 0), standard, as_of: day, source: draws.chance(0.7) ? 'SURVEY' : 'DECLARED', income_per_head: perHead * tenThousand }];
}

const veteranAge = 56; // born before 1970, grown up in the last of the wars
const dueDays = ['2026-06-30', '2026-10-31', '2026-12-15'] as const;

/** One member with merit in a household of that group, the oldest: whoever served is a veteran by age, the others are kin. */
export function meritRows(one: SampleHousehold, { post }: Confirmer): Row[] {
  if (!one.groups.includes('MERIT')) return [];
  const { members, ordinal, surveyDraws: draws } = one;
  const oldest = members.reduce((best, member, at) => (member.age > members[best]!.age ? at : best), 0);
  const age = members[oldest]!.age;
  const kind = age < veteranAge ? draws.one(['MARTYR_KIN', 'OTHER'] as const) : draws.weighted([['WAR_INVALID', 40], ['SICK_SOLDIER', 22], ['MARTYR_KIN', 22], ['AGENT_ORANGE_VICTIM', 16]]);
  const need = draws.weighted([['NONE', 70], ['REPAIR', 20], ['REBUILD', 10]] as const);
  const isConfirmed = draws.chance(0.5) && post !== undefined;
  return [{
    id: one.idOf(idKinds.merit, 0), member_id: one.idOf(1, oldest), kind, decision_number: `${pad(ordinal, 6)}/QĐ-NCC (minh họa)`,
    decision_day: `${draws.whole(1996, 2015)}-07-${draws.whole(10, 27)}`, allowance_kind: age >= one.ages.childBelow ? 'Trợ cấp hằng tháng (minh họa)' : null,
    housing_need: need, housing_due_day: need === 'NONE' ? null : draws.one(dueDays),
    confirmed_by_id: isConfirmed ? post : null, confirmed_on: isConfirmed ? '2026-05-20' : null, valid_from: '2022-01-01', valid_to: null,
  }];
}
