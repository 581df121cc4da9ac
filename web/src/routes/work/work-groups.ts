import type { WorkQuery } from './work.generated';
import { dueOf } from '../../assignment/standing';
import { daysBetween } from '../../text/format';

/** An assignment of the unit, with its task and that task's leads. */
export type WorkItem = WorkQuery['assignments']['nodes'][number];

export const groupKeys = ['returned', 'toSign', 'overdue', 'today', 'week', 'later', 'ongoing'] as const;
export type GroupKey = (typeof groupKeys)[number];

/** Whether the assignment has no nearer deadline than the plan's year, so that it is judged by its periodic reports. */
export const isOngoing = ({ nextMilestone, dueDay }: WorkItem): boolean =>
  !dueDay || nextMilestone?.kind === 'CONTINUOUS';

/** Where an item stands on the page; null when it is done and so asks for nothing. */
export function groupOf(item: WorkItem, today: string, maySign: boolean): GroupKey | null {
  if (item.returnedCount > 0) return 'returned';
  if (maySign && item.submittedCount > 0) return 'toSign';
  if (item.status === 'DONE') return null;
  if (item.status === 'LATE') return 'overdue';
  const due = dueOf(item);
  if (due) {
    const left = daysBetween(today, due);
    if (left === 0) return 'today';
    if (left > 0 && left <= 7) return 'week';
  }
  return isOngoing(item) ? 'ongoing' : 'later';
}

/** The items by group in the page's order, empty groups left out; within a group the nearest deadline first. */
export function grouped(items: WorkItem[], today: string, maySign: boolean): { key: GroupKey; items: WorkItem[] }[] {
  const byDeadline = [...items].sort((a, b) => (dueOf(a) ?? '9999').localeCompare(dueOf(b) ?? '9999'));
  return groupKeys
    .map((key) => ({ key, items: byDeadline.filter((item) => groupOf(item, today, maySign) === key) }))
    .filter((group) => group.items.length > 0);
}

/** The assignments that bind the unit today. */
export const current = (data: WorkQuery, today: string): WorkItem[] =>
  data.assignments.nodes.filter(({ validTo }) => validTo === null || validTo >= today);
