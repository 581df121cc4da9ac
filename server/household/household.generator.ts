import { createHash } from 'node:crypto';
import { deprivationsOf, type SampleDeprivation } from './deprivations.generator.js';
import { drawsOf, shuffled, type Draws } from '../database/draws.js';
import { areaShares, quotasOf, type CommuneQuota, type SampleClass, type SampleCommune } from './household.quotas.js';
import { membersOf, surveyedSizes, usualSizes, type RuledAges, type SampleMember } from './members.generator.js';

/** What decides a synthetic province: the same order gives the same households, down to their ids. */
export interface SampleOrder {
  readonly households: number;
  readonly seed: number;
  /** Codes of communes to show in depth: they get a fifth of the households between them. */
  readonly communes?: readonly string[];
}
export type SampleGroup = 'MINORITY' | 'MERIT' | 'NO_LABOUR' | 'AGENT_ORANGE_CHILD';

/** A household with everything that hangs on it, before it becomes rows. */
export interface SampleHousehold {
  /** Ids of this household and of what hangs on it; `kind` 0 is the household's own. */
  readonly idOf: (kind: number, no: number) => string;
  /** Serial number in the province, from 0. */
  readonly ordinal: number;
  readonly code: string;
  readonly commune: SampleCommune;
  readonly village: { readonly id: number; readonly areaType: string } | undefined;
  readonly class: SampleClass;
  /** Surveyed, because it is on a list or a programme names it; of any other family the registry knows only who belongs to it. */
  readonly isOnRegister: boolean;
  readonly ethnicity: string;
  readonly members: readonly SampleMember[];
  readonly ages: RuledAges;
  readonly deprivations: readonly SampleDeprivation[];
  readonly groups: readonly SampleGroup[];
  readonly draws: Draws;
  /** Chances of their own for what was surveyed and given, so that more of it changes nobody's name. */
  readonly surveyDraws: Draws;
}

const kinh = '01';
const averageOfTheRest = 0.3;

interface Slot { readonly class: SampleClass; readonly isKinh: boolean }

// Both newly escaped classes share one stretch, the Kinh of both first: how many are of which moves nobody else.
const stretches: readonly (readonly SampleClass[])[] = [['POOR'], ['NEAR_POOR'], ['NEWLY_ESCAPED', 'NEWLY_ESCAPED_NEAR_POOR'], ['AVERAGE'], ['NONE']];

/** The households of a commune, mixed, so that its first page already shows every class. */
function slotsOf(quota: CommuneQuota, draws: Draws): Slot[] {
  const some = (kind: SampleClass, isKinh: boolean): Slot[] =>
    Array.from({ length: isKinh ? quota[kind].kinh : quota[kind].count - quota[kind].kinh }, () => ({ class: kind, isKinh }));
  return shuffled(stretches.flatMap(kinds => [true, false].flatMap(isKinh => kinds.flatMap(kind => some(kind, isKinh)))), draws);
}

/** A version 8 uuid: the household's digest, whose last three digits number what hangs on it. */
function idsOf(digest: string): SampleHousehold['idOf'] {
  const stem = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 29)}`;
  return (kind, no) => `${stem}${kind.toString(16)}${no.toString(16).padStart(2, '0')}`;
}

const digestOf = (text: string): string => createHash('sha1').update(text).digest('hex');

/** How far apart the households of a group stand: so many in a hundred, and in a small sample at least `atLeast` of them. */
const every = (households: number, percent: number, atLeast: number): number =>
  Math.max(1, Math.min(Math.round(100 / percent), Math.floor(households / atLeast)));

/** One is of a group whose ordinal meets its step; average families are on the register only as families of Agent-Orange victims' children. */
function groupsOf(ordinal: number, slot: Slot, households: number): SampleGroup[] {
  const isAt = (step: number, offset: number): boolean => ordinal % step === offset % step;
  const isOnRegister = slot.class !== 'NONE';
  return [
    ...(slot.isKinh ? [] : ['MINORITY' as const]),
    ...(isAt(every(households, 4, 8), 3) ? ['MERIT' as const] : []),
    ...(isOnRegister && slot.class !== 'AVERAGE' && isAt(every(households, 5, 1), 7) ? ['NO_LABOUR' as const] : []),
    ...(slot.class === 'AVERAGE' || (isOnRegister && isAt(every(households, 2, 6), 11)) ? ['AGENT_ORANGE_CHILD' as const] : []),
  ];
}

function ethnicityOf(commune: SampleCommune, isKinh: boolean, draws: Draws): string {
  return isKinh ? kinh : draws.weighted(Object.entries(areaShares(commune.code)).filter(([code]) => code !== kinh));
}

/** Makes the households of an order one by one, commune after commune in the order given; nothing is kept. */
export function* generateHouseholds(communes: readonly SampleCommune[], order: SampleOrder, ages: RuledAges): Generator<SampleHousehold> {
  const quotas = quotasOf(communes, order.households, order.communes);
  let ordinal = 0;
  for (const [at, commune] of communes.entries()) {
    const mixing = drawsOf(Number.parseInt(digestOf(`${order.seed}:${commune.code}`).slice(0, 8), 16));
    for (const [index, slot] of slotsOf(quotas[at]!, mixing).entries()) {
      const code = `15-${commune.code}-${String(index + 1).padStart(6, '0')}`;
      const digest = digestOf(`${order.seed}:${code}`);
      const draws = drawsOf(Number.parseInt(digest.slice(32), 16));
      const ethnicity = ethnicityOf(commune, slot.isKinh, draws);
      const groups = groupsOf(ordinal, slot, order.households);
      const isOnRegister = slot.class !== 'NONE';
      const members = membersOf(ethnicity, !groups.includes('NO_LABOUR'), isOnRegister ? surveyedSizes : usualSizes, draws);
      const village = commune.villages.length > 0 ? draws.one(commune.villages) : undefined;
      const deprivations = isOnRegister ? deprivationsOf(slot.class, members, ages, draws) : [];
      const surveyDraws = drawsOf(Number.parseInt(digest.slice(24, 32), 16));
      const kind = !isOnRegister && surveyDraws.chance(averageOfTheRest) ? 'AVERAGE' : slot.class;
      yield { idOf: idsOf(digest), ordinal, code, commune, village, class: kind, isOnRegister, ethnicity, members, ages, deprivations, groups, draws, surveyDraws };
      ordinal++;
    }
  }
}
