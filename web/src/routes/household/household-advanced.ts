import type { Condition, ConditionScope } from './household-conditions';
import type { FilterKey } from './household-filters';
import type { HouseholdFilter } from './household-list.generated';

export const joints = ['tatca', 'mottrong', 'khong'] as const;
export type Joint = (typeof joints)[number];
export interface Line {
  key: FilterKey;
  value: string;
}
/** Conditions that hold all, at least one of them, or none of them. */
export interface Group {
  joint: Joint;
  lines: Line[];
}

/** The groups of an address: `mottrong:thieu.housing,nhucau.HOUSING;khong:nguyennhan.LAND`. What is not written so is dropped. */
export function readGroups(text: string | undefined): Group[] {
  return (text ?? '').split(';').slice(0, 8).flatMap((part): Group[] => {
    const [joint, rest = ''] = part.split(':');
    const lines = rest.split(',').slice(0, 12).flatMap((one): Line[] => {
      const [key, value] = one.split('.');
      return key && value ? [{ key: key as FilterKey, value }] : [];
    });
    const found = joints.find((one) => one === joint);
    return found && lines.length > 0 ? [{ joint: found, lines }] : [];
  });
}

/** Groups as an address keeps them; those without a whole condition are left out. Undefined when nothing is left. */
export function writeGroups(groups: readonly Group[]): string | undefined {
  const parts = groups.map(({ joint, lines }) => ({ joint, whole: lines.filter(({ key, value }) => key && value) })).filter(({ whole }) => whole.length > 0);
  return parts.map(({ joint, whole }) => `${joint}:${whole.map(({ key, value }) => `${key}.${value}`).join(',')}`).join(';') || undefined;
}

/** What the server is asked for a group; undefined when this portal may ask none of its conditions. */
export function filterOfGroup({ joint, lines }: Group, offered: readonly Condition[], scope: ConditionScope): HouseholdFilter | undefined {
  const filters = lines.flatMap(({ key, value }) => offered.find((one) => one.key === key)?.filter(value, scope) ?? []);
  if (filters.length === 0) return undefined;
  if (joint === 'tatca') return { and: filters };
  return joint === 'mottrong' ? { or: filters } : { not: { or: filters } };
}
