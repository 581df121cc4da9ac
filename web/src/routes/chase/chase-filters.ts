import { searchable } from '../../text/format';
import type { ChaseFilters, ChaseKind } from './chase-search';
import type { LateUnitsQuery } from './chase.generated';

export type LateUnit = LateUnitsQuery['lateUnits'][number];

const kindOf: Readonly<Record<ChaseKind, readonly string[]>> = { tatca: [], so: ['department', 'secretariat'], xa: ['commune'], doanthe: ['massOrganisation'] };

/** Units of the kind whose name has the words, with their late work of the task alone where one is asked for. */
export function fitting(units: readonly LateUnit[], { loai = 'tatca', nhiemvu }: ChaseFilters, typed: string): LateUnit[] {
  const words = searchable(typed).split(/\s+/).filter(Boolean);
  return units
    .filter(({ kind, name, shortName }) => (loai === 'tatca' || kindOf[loai].includes(kind)) && words.every((word) => searchable(`${name} ${shortName}`).includes(word)))
    .map((unit) => (nhiemvu ? { ...unit, works: unit.works.filter(({ task }) => task === nhiemvu) } : unit))
    .filter(({ works }) => works.length > 0);
}

/** The days of the work that is longest late; null when all is only behind its target. */
export const longestOf = ({ works }: LateUnit): number | null =>
  works.reduce<number | null>((most, { days }) => (days === null ? most : Math.max(most ?? 0, days)), null);
