import { dayAfter } from '../../text/format';
import { endMovement, movement } from '../../text/vi-household-kind';
import { standardOf } from '../household/household-filters';
import type { ClassListFilters, ClassName } from './class-list-filters';
import type { ClassRecordFilter, ClassRecordOrder, EndMovement, Movement } from './class-list.generated';

/** The classes of the list as it is posted; the others are shown when they are asked for. */
export const listedClasses = ['POOR', 'NEAR_POOR', 'NEWLY_ESCAPED', 'NEWLY_ESCAPED_NEAR_POOR'] as const satisfies ClassName[];

export const inOrderOfCode: ClassRecordOrder[] = [{ code: 'ASC' }, { since: 'ASC' }];

/** The records that hold on a day: since ≤ day, and until null or later. */
export function recordsOfDay({ chuan, loai, xa, thon, ngay }: ClassListFilters, today: string): ClassRecordFilter {
  const day = ngay ?? today;
  return {
    standard: { eq: standardOf({ chuan }) },
    since: { lte: day },
    or: [{ until: { isNull: true } }, { until: { gte: dayAfter(day) } }],
    class: loai ? { eq: loai } : { in: [...listedClasses] },
    ...(xa && { commune: { eq: xa } }),
    ...(thon && { village: { eq: thon } }),
  };
}

export interface Period {
  from: string;
  to: string;
}
export interface Step {
  /** How they came; null where they left. */
  movement: Movement | null;
  endMovement: EndMovement | null;
}

/** What `bd` of an address means; undefined for a code that is none. */
export function readStep(code: string | undefined): Step | undefined {
  if (code === undefined) return undefined;
  const name = code.replace(/^-/, '');
  if (code.startsWith('-')) return name in endMovement ? { movement: null, endMovement: name as EndMovement } : undefined;
  return name in movement ? { movement: name as Movement, endMovement: null } : undefined;
}

export const writeStep = ({ movement: came, endMovement: left }: Step): string => came ?? `-${left}`;
export const stepName = ({ movement: came, endMovement: left }: Step): string => (came ? movement[came] : left ? endMovement[left] : '');

/** The records that a figure of the period counts; what stood on no day's list is counted nowhere. */
export const recordsOfStep = (step: Step, { from, to }: Period, { chuan, loai }: ClassListFilters): ClassRecordFilter => ({
  standard: { eq: standardOf({ chuan }) },
  stood: { eq: true },
  ...(step.movement && { movement: { eq: step.movement }, since: { gte: from, lte: to } }),
  ...(step.endMovement && { endMovement: { eq: step.endMovement }, until: { gte: from, lte: to } }),
  ...(loai && { class: { eq: loai } }),
});
