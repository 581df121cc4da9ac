import { closed, due, status, statusRule } from './assignment.status.js';

const over = (sql: string, row: string): string => sql.replaceAll('$.', `${row}.`);
const standing = status.replace(statusRule, 'j.rule');

/** Whether an assignment is late today, as SQL over its row. */
export const isLate = (row: string): string => `(${over(status, row)}) = 'LATE'`;

/**
 * The rows `a` of assignment that `where` lets through and that are late today, as SQL: id, unit_id, task_id, the rule that makes it so, and since the
 * last day that was in time – of its deadline, or of the report that was missed; null for what is only far behind its target. Each row is judged once.
 */
export const lateAssignments = (where: string): string =>
  `SELECT j.id, j.unit_id, j.task_id, j.rule, CASE j.rule WHEN 'PAST_DUE' THEN j.due WHEN 'REPORT_MISSED' THEN ${closed} END AS since
     FROM (SELECT a.id, a.unit_id, a.task_id, ${over(due, 'a')} AS due, ${over(statusRule, 'a')} AS rule FROM assignment a WHERE ${where} OFFSET 0) j
    WHERE (${standing}) = 'LATE'`;
