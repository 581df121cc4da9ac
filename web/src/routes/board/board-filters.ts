import type { AssignmentStatus, TaskKind } from './board.generated';
import { statusOrder } from '../../assignment/standing';
import type { MatrixRow } from './board-matrix';

/** The board's filters as they stand in the address: `?tt=LATE&nhom=III.8&loai=khac`. */
export interface BoardFilters {
  tt?: AssignmentStatus;
  nhom?: string;
  loai?: 'khac';
}

/** The filters of an address; what is not one of ours is dropped. */
export function readBoardFilters(search: Record<string, unknown>): BoardFilters {
  const filters: BoardFilters = {};
  const tt = readStatus(search).tt;
  if (tt) filters.tt = tt;
  if (typeof search.nhom === 'string' && /^[IVX]+(\.\d+)?$/.test(search.nhom)) filters.nhom = search.nhom;
  if (search.loai === 'khac') filters.loai = 'khac';
  return filters;
}

/** The status alone, for the pages below the board. */
export function readStatus(search: Record<string, unknown>): { tt?: AssignmentStatus } {
  const tt = statusOrder.find((value) => value === search.tt);
  return tt ? { tt } : {};
}

/** The plan's 36 tasks, or the standing duties with what directives added. */
export const kindsOf = ({ loai }: BoardFilters): TaskKind[] => (loai === 'khac' ? ['DUTY', 'DIRECTIVE'] : ['TASK']);

/** Whether a task stays: of the group, and with some unit in the status. */
export const passes = ({ task, counts }: MatrixRow, { tt, nhom }: BoardFilters): boolean =>
  (!nhom || task.group.code === nhom) && (!tt || counts[tt] > 0);
