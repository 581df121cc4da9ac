import { dueOf, statusOrder } from '../../assignment/standing';
import type { AssignmentStatus } from '../../assignment/assignment.generated';
import { daysBetween, inOrder } from '../../text/format';
import type { BoardQuery } from './board.generated';

export type BoardTask = BoardQuery['tasks']['nodes'][number];
export type BoardAssignment = BoardTask['assignments'][number];
export type BoardUnit = BoardAssignment['unit'];
export type Counts = Record<AssignmentStatus, number>;

/** A proposal ("liên quan") that nobody confirmed yet: shown, but counted nowhere. */
export const isProposal = ({ confirmedOn }: { confirmedOn: string | null }): boolean => confirmedOn === null;

/** What binds or is proposed today; a proposal that was declined ended with that day. */
export const isCurrent = (part: { validTo: string | null; confirmedOn: string | null }, today: string): boolean =>
  part.validTo === null || (!isProposal(part) && part.validTo >= today);

/** One field of the matrix: a unit's parts of a task. A unit with several parts stands as its worst. */
export interface Cell {
  status: AssignmentStatus | 'PROPOSED';
  isLead: boolean;
  /** Past the deadline by so many days; null when late for another reason or not late. */
  daysLate: number | null;
}
export interface MatrixRow {
  task: BoardTask;
  /** By the unit's id; agencies only. */
  cells: Map<string, Cell>;
  communes: Counts;
  counts: Counts;
}
export interface Matrix {
  rows: MatrixRow[];
  agencies: BoardUnit[];
  counts: Counts;
  /** Units with late parts, most late first. */
  worst: { unit: BoardUnit; late: number; all: number }[];
}

export const noCounts = (): Counts => ({ LATE: 0, AT_RISK: 0, NOT_UPDATED: 0, ON_TIME: 0, DONE: 0 });

/** Days past the deadline, where the deadline is what made it late. */
export function daysLate(part: Pick<BoardAssignment, 'statusRule' | 'dueDay' | 'extendedTo'>, today: string): number | null {
  const due = dueOf(part);
  return part.statusRule === 'PAST_DUE' && due ? daysBetween(due, today) : null;
}

/** The board's rows, columns and counts from one answer. */
export function matrixOf(tasks: readonly BoardTask[], today: string): Matrix {
  const agencies = new Map<string, BoardUnit>();
  const byUnit = new Map<string, { unit: BoardUnit; late: number; all: number }>();
  const counts = noCounts();
  const rows = tasks.map((task) => {
    const row: MatrixRow = { task, cells: new Map(), communes: noCounts(), counts: noCounts() };
    for (const part of task.assignments) {
      if (!isCurrent(part, today)) continue;
      const { unit } = part;
      if (unit.kind !== 'commune') {
        agencies.set(unit.id, unit);
        row.cells.set(unit.id, worse(row.cells.get(unit.id), cellOf(part, today)));
      }
      if (isProposal(part)) continue;
      counts[part.status]++;
      row.counts[part.status]++;
      if (unit.kind === 'commune') row.communes[part.status]++;
      const tally = byUnit.get(unit.id) ?? { unit, late: 0, all: 0 };
      byUnit.set(unit.id, { unit, late: tally.late + (part.status === 'LATE' ? 1 : 0), all: tally.all + 1 });
    }
    return row;
  });
  const worst = [...byUnit.values()].filter(({ late }) => late > 0).sort((a, b) => b.late - a.late || inOrder.compare(a.unit.name, b.unit.name));
  return { rows, agencies: [...agencies.values()].sort((a, b) => Number(a.id) - Number(b.id)), counts, worst };
}

/** How many units a task or a column counts. */
export const totalOf = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

function cellOf(part: BoardAssignment, today: string): Cell {
  const isLead = part.role === 'LEAD';
  return isProposal(part)
    ? { status: 'PROPOSED', isLead, daysLate: null }
    : { status: part.status, isLead, daysLate: daysLate(part, today) };
}

function worse(a: Cell | undefined, b: Cell): Cell {
  if (!a) return b;
  const rank = ({ status }: Cell) => (status === 'PROPOSED' ? statusOrder.length : statusOrder.indexOf(status));
  const worst = rank(a) <= rank(b) ? a : b;
  const days = [a.daysLate, b.daysLate].filter((value) => value !== null);
  return { status: worst.status, isLead: a.isLead || b.isLead, daysLate: days.length > 0 ? Math.max(...days) : null };
}
