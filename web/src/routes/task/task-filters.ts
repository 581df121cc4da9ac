import { said, wordsIn } from '../../address';
import type { AssignmentStatus } from '../../assignment/assignment.generated';

export const roleFilters = ['chutri', 'phoihop'] as const;
export type RoleFilter = (typeof roleFilters)[number];
const statuses: AssignmentStatus[] = ['LATE', 'AT_RISK', 'NOT_UPDATED', 'ON_TIME', 'DONE'];

/** The list's filters as they stand in the address: `?vai=chutri&tt=LATE&tim=nhà ở`. */
export interface TaskFilters {
  vai?: RoleFilter;
  tt?: AssignmentStatus;
  tim?: string;
}

/** The filters of an address; what is not one of ours is dropped. */
export const readTaskFilters = (search: Record<string, unknown>): TaskFilters =>
  said<TaskFilters>({ vai: roleFilters.find((value) => value === search.vai), tt: statuses.find((value) => value === search.tt), tim: wordsIn(search.tim) });
