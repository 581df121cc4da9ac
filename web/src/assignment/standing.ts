import type { AssignmentStatus, StatusRule } from './assignment.generated';
import { daysBetween, formatDay, formatNumber, formatPercent } from '../text/format';
import { text } from '../text/text';
import type { StatusTone } from '../ui/status-tag';

/** What the server computed about an assignment, with the figures that it was computed from. */
export interface Standing {
  status: AssignmentStatus;
  statusRule: StatusRule;
  dueDay: string | null;
  firstDueDay?: string | null;
  extendedTo?: string | null;
  expectedPercent: number | null;
  percent: number | null;
  quantity: number | null;
  targetValue: number | null;
  targetUnit: string | null;
  lastEntryDay: string | null;
  doneOn?: string | null;
}

export const tones: Record<AssignmentStatus, StatusTone> = {
  ON_TIME: 'good',
  AT_RISK: 'risk',
  LATE: 'late',
  NOT_UPDATED: 'quiet',
  DONE: 'done',
};

/** Worst first: the order in which a list of statuses is read. */
export const statusOrder: AssignmentStatus[] = ['LATE', 'AT_RISK', 'NOT_UPDATED', 'ON_TIME', 'DONE'];

/** "Quá hạn" for a passed deadline, "Chậm tiến độ" for figures or reports that lag. */
export const statusLabel = ({ status, statusRule }: Pick<Standing, 'status' | 'statusRule'>): string =>
  statusRule === 'PAST_DUE' ? text.status.OVERDUE : text.status[status];

/** The figures behind a status, each with its name; only those that exist. */
export function figuresOf(standing: Standing): { label: string; value: string }[] {
  const { firstDueDay, expectedPercent, percent, lastEntryDay, doneOn } = standing;
  const day = (value: string | null | undefined) => (value ? formatDay(value) : undefined);
  const share = (value: number | null) => (value === null ? undefined : formatPercent(value));
  const rows: [string, string | undefined][] = [
    [text.figure.due, day(dueOf(standing))],
    [text.figure.firstDue, firstDueDay === dueOf(standing) ? undefined : day(firstDueDay)],
    [text.figure.expected, share(expectedPercent)],
    [text.figure.percent, share(percent)],
    [text.figure.quantity, quantityOf(standing)],
    [text.figure.target, targetOf(standing)],
    [text.figure.lastEntry, day(lastEntryDay) ?? text.figure.noEntry],
    [text.figure.doneOn, day(doneOn)],
  ];
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}

/** "214 người", or nothing when no count was reported. */
export const quantityOf = ({ quantity, targetUnit }: Pick<Standing, 'quantity' | 'targetUnit'>): string | undefined =>
  quantity === null ? undefined : `${formatNumber(quantity)} ${targetUnit ?? ''}`.trim();

/** "300 người", or nothing when the assignment has no target of its own. */
export const targetOf = ({ targetValue, targetUnit }: Pick<Standing, 'targetValue' | 'targetUnit'>): string | undefined =>
  targetValue === null ? undefined : `${formatNumber(targetValue)} ${targetUnit ?? ''}`.trim();

/** The day that counts: the extension where one was given. */
export const dueOf = ({ dueDay, extendedTo }: { dueDay: string | null; extendedTo?: string | null }): string | null =>
  extendedTo ?? dueDay;

/** "Quá hạn 43 ngày", "Hạn hôm nay", "Còn 2 ngày"; the whole year for what runs through it. */
export function deadlineOf(dueDay: string | null, isOngoing: boolean, today: string): string {
  if (isOngoing || !dueDay) return text.deadline.allYear(Number(today.slice(0, 4)));
  const left = daysBetween(today, dueDay);
  if (left < 0) return text.deadline.late(-left);
  return left === 0 ? text.deadline.today : text.deadline.left(left);
}

/** "Sở Xây dựng, Sở Nội vụ". */
export const leadNames = (leads: readonly { unit: { shortName: string } }[]): string =>
  [...new Set(leads.map(({ unit }) => unit.shortName))].join(', ');
