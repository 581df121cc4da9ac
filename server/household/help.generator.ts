import type { Draws } from '../database/draws.js';
import type { SampleHousehold } from './household.generator.js';
import type { MemberParts } from './member-parts.generator.js';

export type SampleSupportKind = 'TRAINING' | 'JOB' | 'PRODUCTION' | 'LOAN' | 'HOUSING' | 'INSURANCE' | 'NUTRITION' | 'EDUCATION' | 'WATER' | 'LATRINE' | 'INFORMATION' | 'CASH';

/** A help before it has ids; days as of the plan's year, none after the demonstration's own. */
export interface SampleSupport {
  readonly kind: SampleSupportKind;
  /** Code of the unit that gives it; null is the household's own commune. */
  readonly provider: string | null;
  /** Place among the members. */
  readonly member: number | null;
  readonly state: 'PLANNED' | 'APPROVED' | 'DELIVERED' | 'CANCELLED';
  readonly plannedDay: string;
  readonly deliveredDay: string | null;
  readonly amount: number;
  /** That the family got it has been checked by its commune, where the commune has someone to do so. */
  readonly isChecked: boolean;
}
export interface SampleNeed { readonly kind: SampleSupportKind; readonly member: number | null; readonly since: string; readonly metBy: number | null }
interface Offer { readonly kind: SampleSupportKind; readonly member: number | null }

const needDay = '2025-12-09'; // found by the survey at the end of 2025
const million = 1_000_000;
const insuranceOfAYear = 1_263_600; // 4.5 % of 2,340,000 đồng, twelve times

/** Who leads the kind by its clause of the plan, and from how much to how much one help is, in đồng. */
const givers: Readonly<Record<SampleSupportKind, { readonly by: readonly (string | null)[]; readonly from: number; readonly to: number; readonly step: number }>> = {
  TRAINING: { by: ['sgddt', 'snv'], from: 2 * million, to: 4 * million, step: million },
  JOB: { by: ['snv'], from: 1 * million, to: 2 * million, step: million },
  PRODUCTION: { by: ['snnmt', 'snnmt', null], from: 8 * million, to: 20 * million, step: million },
  LOAN: { by: ['nhcsxh'], from: 30 * million, to: 100 * million, step: 10 * million },
  HOUSING: { by: ['sxd'], from: 30 * million, to: 60 * million, step: 30 * million },
  INSURANCE: { by: ['bhxh'], from: insuranceOfAYear, to: insuranceOfAYear, step: 1 },
  NUTRITION: { by: ['syt'], from: million, to: 3 * million, step: million },
  EDUCATION: { by: ['sgddt'], from: million, to: 3 * million, step: million },
  WATER: { by: ['snnmt'], from: 3 * million, to: 3 * million, step: million },
  LATRINE: { by: ['snnmt'], from: 2 * million, to: 5 * million, step: million },
  INFORMATION: { by: ['skhcn'], from: million, to: 2 * million, step: million },
  CASH: { by: ['lhpn', 'mttq', null, null], from: 1 * million, to: 5 * million, step: million },
};

const lacksOf = (one: SampleHousehold): ReadonlySet<string> => new Set(one.deprivations.filter(lack => lack.until === null).map(lack => lack.indicator));
const placesOf = (parts: readonly MemberParts[], is: (part: MemberParts) => boolean): number[] => parts.flatMap((part, at) => (is(part) ? [at] : []));

/** What the family asks for: its unemployed want a job or a trade, a quarter would borrow, the rest follows from what it lacks. */
function wantsOf({ class: kind, surveyDraws: draws }: SampleHousehold, lacks: ReadonlySet<string>, parts: readonly MemberParts[]): Offer[] {
  const isListed = kind === 'POOR' || kind === 'NEAR_POOR';
  const wants: Offer[] = placesOf(parts, part => part.labour?.status === 'UNEMPLOYED').flatMap((member): Offer[] => [
    ...(parts[member]!.labour!.trained_level === 'NONE' || draws.chance(0.3) ? [{ kind: 'TRAINING' as const, member }] : []),
    ...(isListed ? [{ kind: 'JOB' as const, member }] : []),
  ]);
  if (draws.chance(0.25)) wants.push({ kind: 'LOAN', member: null });
  if (!isListed) return wants;
  if (draws.chance(0.2)) wants.push({ kind: 'PRODUCTION', member: null });
  if ((lacks.has('HOUSING_QUALITY') || lacks.has('HOUSING_AREA')) && draws.chance(0.7)) wants.push({ kind: 'HOUSING', member: null });
  for (const code of ['WATER', 'LATRINE', 'INSURANCE'] as const) if (lacks.has(code) && draws.chance(0.6)) wants.push({ kind: code, member: null });
  for (const member of placesOf(parts, part => part.schooling?.attending === false).slice(0, 1)) wants.push({ kind: 'EDUCATION', member });
  return wants;
}

/** What may be given: what is asked for, what makes a lack good, and what a poor family gets without asking. */
function offersOf({ class: kind, surveyDraws: draws }: SampleHousehold, wants: readonly Offer[], lacks: ReadonlySet<string>, parts: readonly MemberParts[]): Offer[] {
  const offers = [...wants];
  const insured = placesOf(parts, part => part.insurance.has_card);
  if (kind === 'POOR' && insured.length > 0) offers.push({ kind: 'INSURANCE', member: draws.one(insured) });
  for (const member of placesOf(parts, part => part.health.malnutrition)) offers.push({ kind: 'NUTRITION', member });
  for (const member of placesOf(parts, part => part.schooling?.attending === true).slice(0, 1)) offers.push({ kind: 'EDUCATION', member });
  if (lacks.has('TELECOM') || lacks.has('INFORMATION_MEANS')) offers.push({ kind: 'INFORMATION', member: null });
  if (draws.chance(0.3) || offers.length === 0) offers.push({ kind: 'CASH', member: null });
  return offers;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

function supportOf({ kind, member }: Offer, draws: Draws): SampleSupport {
  const { by, from, to, step } = givers[kind];
  const state = draws.weighted([['PLANNED', 34], ['APPROVED', 22], ['DELIVERED', 40], ['CANCELLED', 4]] as const);
  const month = draws.whole(2, 5);
  return {
    kind, member, state, provider: draws.one(by), amount: from + step * draws.whole(0, Math.floor((to - from) / step)),
    plannedDay: `2026-${twoDigits(month)}-${twoDigits(draws.whole(1, 28))}`,
    deliveredDay: state === 'DELIVERED' ? `2026-${twoDigits(month + draws.whole(1, 3))}-${twoDigits(draws.whole(1, 28))}` : null,
    isChecked: state === 'DELIVERED' && draws.chance(0.6),
  };
}

const sharesWithHelp: Readonly<Partial<Record<SampleHousehold['class'], readonly [number, number]>>> = {
  POOR: [0.5, 0.6], NEAR_POOR: [0.35, 0.25], NEWLY_ESCAPED: [0.25, 0.1], NEWLY_ESCAPED_NEAR_POOR: [0.25, 0.1],
};

/**
 * The needs of a household and its helps, at most two: about half of the poor have one or two, the others none, so that
 * those not yet reached can be found. A need ends on the day of the help that met it.
 */
export function helpOf(one: SampleHousehold, parts: readonly MemberParts[]): { readonly needs: readonly SampleNeed[]; readonly supports: readonly SampleSupport[] } {
  const shares = sharesWithHelp[one.class];
  if (!shares) return { needs: [], supports: [] };
  const { surveyDraws: draws } = one;
  const lacks = lacksOf(one);
  const wants = wantsOf(one, lacks, parts);
  const count = draws.chance(shares[0]) ? 1 + Number(draws.chance(shares[1])) : 0;
  const offers = count === 0 ? [] : offersOf(one, wants, lacks, parts);
  const supports: SampleSupport[] = [];
  while (supports.length < count && offers.length > 0) supports.push(supportOf(offers.splice(draws.whole(0, offers.length - 1), 1)[0]!, draws));
  const needs = wants.map(({ kind, member }): SampleNeed => {
    const metBy = supports.findIndex(help => help.kind === kind && help.member === member && help.state === 'DELIVERED');
    return { kind, member, since: needDay, metBy: metBy < 0 ? null : metBy };
  });
  return { needs, supports };
}
