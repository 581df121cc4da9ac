import { over } from '../../server/database/projection.js';
import { status, statusRule } from '../../server/task/assignment.status.js';

/* The rule of statuses is the system's, whoever writes the statement around it. */

/** Over a row `a` of assignment. */
export const statusSql = over(status, 'a');
export const statusRuleSql = over(statusRule, 'a');
/** Over a column `rule` that was computed before. */
export const statusOfRuleSql = status.replace(statusRule, 'rule');
