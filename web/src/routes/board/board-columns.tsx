import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AssignmentStatusTag } from '../../assignment/assignment-status';
import { dueOf, quantityOf, statusOrder } from '../../assignment/standing';
import { formatDay, formatNumber, formatPercent } from '../../text/format';
import { text } from '../../text/text';
import { board, boardTask as words } from '../../text/vi-board';
import type { Column } from '../../ui/data-table';
import { daysLate, isProposal } from './board-matrix';
import type { BoardTaskQuery } from './board.generated';
import css from './board.module.css';

/** An assignment as the pages below the board show it, of one task or of one unit. */
export type Part = Omit<NonNullable<BoardTaskQuery['task']>['assignments'][number], 'unit'>;

/** To one unit's part of a task: what it sent and what became of it. */
export const PartLink = ({ to, children }: { to: { unitCode: string; taskId: string; assignmentId: string }; children: ReactNode }) => (
  <Link to="/cong/$unitCode/nhiem-vu/$taskId/don-vi/$assignmentId" params={to}>
    {children}
  </Link>
);

/** What stands of a part beside whose it is: role, status with its reason, days late, deadline, result, last entry. */
export const partColumns = <P extends Part>(today: string): Column<P>[] => [
  {
    key: 'part',
    title: words.part,
    cell: ({ role, part }) => [text.role[role], part].filter(Boolean).join(': '),
    sortBy: ({ role }) => text.role[role],
  },
  {
    key: 'status',
    title: words.status,
    cell: (row) => (isProposal(row) ? board.proposedLong : <AssignmentStatusTag of={row} />),
    sortBy: ({ status }) => statusOrder.indexOf(status),
  },
  {
    key: 'late',
    title: words.late,
    align: 'end',
    cell: (row) => <OneLine>{lateWords(daysLate(row, today))}</OneLine>,
    sortBy: (row) => -(daysLate(row, today) ?? 0),
  },
  { key: 'due', title: words.due, align: 'end', cell: (row) => <OneLine>{dayOr(dueOf(row), text.deadline.none)}</OneLine>, sortBy: dueOf },
  {
    key: 'result',
    title: words.result,
    align: 'end',
    cell: (row) => quantityOf(row) ?? (row.percent === null ? text.hidden.none : formatPercent(row.percent)),
    sortBy: ({ percent, quantity }) => percent ?? quantity,
  },
  {
    key: 'entry',
    title: words.lastEntry,
    align: 'end',
    cell: ({ lastEntryDay }) => <OneLine>{dayOr(lastEntryDay, text.hidden.none)}</OneLine>,
    sortBy: ({ lastEntryDay }) => lastEntryDay,
  },
];

const OneLine = ({ children }: { children: ReactNode }) => <span className={css.oneLine}>{children}</span>;
const lateWords = (days: number | null): string => (days ? words.lateDays(formatNumber(days)) : text.hidden.notAsked);
const dayOr = (day: string | null, otherwise: string): string => (day ? formatDay(day) : otherwise);
