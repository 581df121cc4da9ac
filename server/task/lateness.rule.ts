import { closed, due, status, statusRule } from './assignment.status.js';

const over = (sql: string, row: string): string => sql.replaceAll('$.', `${row}.`);

/** Whether an assignment is late today, as SQL over its row. */
export const isLate = (row: string): string => `(${over(status, row)}) = 'LATE'`;

/** Which rule makes it so, as SQL over its row. */
export const lateRule = (row: string): string => over(statusRule, row);

/** The last day that was in time: of its deadline, or of the report that was missed; null for what is only far behind its target. */
export const lateSince = (row: string): string => `CASE ${lateRule(row)} WHEN 'PAST_DUE' THEN ${over(due, row)} WHEN 'REPORT_MISSED' THEN ${closed} END`;
