/*
 * The clock of a request, as SQL over its row ($): one place, so that both sides, a list, a filter and a board never differ. Days are those
 * of the calendar; the last day is still in time. Nothing of it is kept with the row.
 */
const now = '(SELECT today())';

/** Days since it was sent, to today or to the day on which it was closed; null while it is a draft. */
export const daysGone = `CASE WHEN $.sent_on IS NOT NULL THEN coalesce($.closed_on, ${now}) - $.sent_on END`;
/** Days that are left for the answer, 0 on the last; null when it is late or closed. */
export const daysLeft = `CASE WHEN $.is_open AND $.due_day >= ${now} THEN $.due_day - ${now} END`;
/** Days after the last day, of an open one to today, of an answered one to the answer; null when there are none. */
export const daysOver = `CASE WHEN $.state NOT IN ('DRAFT', 'WITHDRAWN') AND coalesce($.closed_on, ${now}) > $.due_day THEN coalesce($.closed_on, ${now}) - $.due_day END`;
/** Days for which it has lain with the unit that it lies with now; null when it lies with nobody. */
export const daysHeld = `CASE WHEN $.is_open THEN ${now} - $.held_since END`;
export const isOverdue = `$.is_open AND $.due_day < ${now}`;
export const clockNeeds = ['sent_on', 'held_since', 'due_day', 'closed_on', 'is_open', 'state'];

/** Who owes whom, as the viewer's unit sees it. */
export const side = "CASE WHEN $.to_unit_id = (SELECT my_unit()) THEN 'I_OWE' WHEN $.unit_id = (SELECT my_unit()) THEN 'OWED_TO_ME' ELSE 'OTHERS' END";

/** Days for which a step left it with its unit, until the next step or today; null for a step that left it with nobody. */
export const stepDays = `CASE WHEN $.to_unit_id IS NOT NULL THEN
  coalesce((SELECT n.day FROM unit_request_step n WHERE n.request_id = $.request_id AND n.no = $.no + 1), ${now}) - $.day END`;
