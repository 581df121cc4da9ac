/*
 * Where an assignment stands, as SQL over its row ($): one place, so that a list, a filter, a count and a board never differ.
 * Sub-selects name no column of the row and are computed once a statement.
 */

const threshold = (name: string): string =>
  `(SELECT ${name} FROM status_threshold WHERE valid_from <= (SELECT today()) AND (valid_to IS NULL OR valid_to >= (SELECT today())) ORDER BY valid_from DESC LIMIT 1)`;
export const due = 'coalesce($.extended_to, $.due_day)';
/** Last days on time of the two reporting periods that closed last, and of the one that is open. */
export const closed = '(SELECT max(due_day) FROM reporting_period WHERE due_day < (SELECT today()))';
const closedBefore = `(SELECT max(due_day) FROM reporting_period WHERE due_day < ${closed})`;
const open = '(SELECT min(due_day) FROM reporting_period WHERE due_day >= (SELECT today()))';

/** Percent of the target that the days gone would make; null without a target. */
export const expectedPercent = `CASE WHEN $.target_value > 0 AND ${due} > $.valid_from
  THEN least(100, greatest(0, ((SELECT today()) - $.valid_from) * 100 / (${due} - $.valid_from))) END`;

const behind = (name: string): string => `coalesce($.percent, 0) * 100 < (${expectedPercent}) * ${threshold(name)}`;

/**
 * The rule that decides, first match wins. A continuous task is judged by its latest report: late when nothing was entered
 * for the period that closed last, at risk when the open period is about to close without an entry.
 */
export const statusRule = `CASE
  WHEN $.done_on IS NOT NULL THEN 'DONE'
  WHEN ${due} < (SELECT today()) THEN 'PAST_DUE'
  WHEN $.next_kind = 'CONTINUOUS' AND ${closed} IS NOT NULL AND ($.last_entry_day IS NULL OR $.last_entry_day <= ${closedBefore})
    AND $.valid_from <= ${closed} THEN 'REPORT_MISSED'
  WHEN ${behind('far_behind_percent')} THEN 'FAR_BEHIND'
  WHEN $.next_kind = 'CONTINUOUS' AND ${open} - (SELECT today()) <= ${threshold('due_soon_days')} AND ($.last_entry_day IS NULL OR ${closed} IS NOT NULL AND $.last_entry_day <= ${closed}) THEN 'DUE_SOON'
  WHEN $.next_kind <> 'CONTINUOUS' AND ${due} - (SELECT today()) <= ${threshold('due_soon_days')} THEN 'DUE_SOON'
  WHEN ${behind('behind_percent')} THEN 'BEHIND'
  WHEN $.last_entry_day IS NULL THEN 'NEVER_UPDATED'
  ELSE 'IN_TIME' END`;

export const status = `CASE ${statusRule}
  WHEN 'DONE' THEN 'DONE' WHEN 'PAST_DUE' THEN 'LATE' WHEN 'REPORT_MISSED' THEN 'LATE' WHEN 'FAR_BEHIND' THEN 'LATE'
  WHEN 'DUE_SOON' THEN 'AT_RISK' WHEN 'BEHIND' THEN 'AT_RISK' WHEN 'NEVER_UPDATED' THEN 'NOT_UPDATED' ELSE 'ON_TIME' END`;

/** The columns that the rules read. */
export const statusNeeds = ['done_on', 'due_day', 'extended_to', 'next_kind', 'last_entry_day', 'percent', 'target_value', 'valid_from'];
