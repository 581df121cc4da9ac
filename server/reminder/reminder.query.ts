import type { Session } from '../database/session.js';
import { lateAssignments } from '../task/lateness.rule.js';
import type { LateUnit } from './reminder.entity.js';

/**
 * Units other than the viewer's with work that is late today, the longest late first: of all tasks, or of those that the viewer's unit leads.
 * What the row rules hide is not among it.
 */
export const selectLateUnits = (session: Session, { ofAllTasks }: { ofAllTasks: boolean }): Promise<LateUnit[]> => session.read<LateUnit>(`
  SELECT u.id, u.code, u.name, u.short_name AS "shortName", u.kind,
    (SELECT max(r.sent_on)::text FROM reminder r WHERE r.unit_id = u.id AND r.from_unit_id = (SELECT my_unit())) AS "remindedOn",
    json_agg(json_build_object('assignment', l.id, 'task', t.id, 'code', t.code, 'title', t.title, 'dueDay', l.since, 'days', (SELECT today()) - l.since, 'rule', l.rule) ORDER BY l.since, t.sort, l.id) AS works
  FROM (${lateAssignments(`a.confirmed_on IS NOT NULL AND (a.valid_to IS NULL OR a.valid_to >= (SELECT today()))
           AND a.unit_id <> (SELECT my_unit()) AND ($1 OR a.task_id = ANY ((SELECT my_led_tasks())::int[]))`)}) l
  JOIN unit u ON u.id = l.unit_id JOIN task t ON t.id = l.task_id
  GROUP BY u.id, u.code, u.name, u.short_name, u.kind ORDER BY min(l.since), count(*) DESC, u.code`, [ofAllTasks]);

/** Which of this work the viewer's unit already reminded of today. Until this operation ends no other of the unit looks or sends. */
export async function remindedToday(session: Session, assignments: readonly number[], { isSending }: { isSending: boolean }): Promise<ReadonlySet<number>> {
  if (isSending) await session.read("SELECT pg_advisory_xact_lock(hashtext('reminder'), (SELECT my_unit()))");
  const rows = await session.read<{ assignment: number }>(
    `SELECT DISTINCT i.assignment_id AS assignment FROM reminder_item i JOIN reminder r ON r.id = i.reminder_id
      WHERE r.from_unit_id = (SELECT my_unit()) AND r.sent_on = (SELECT today()) AND i.assignment_id = ANY ($1::int[])`, [assignments]);
  return new Set(rows.map(row => row.assignment));
}

/** Writes a reminder of the viewer's own post with what it is about; the database refuses work of another unit than the one reminded. */
export async function insertReminder(session: Session, { unit, message, assignments }: { unit: number; message: string; assignments: readonly number[] }): Promise<number> {
  const [{ id }] = await session.read<{ id: number }>('INSERT INTO reminder (unit_id, message) VALUES ($1, $2) RETURNING id', [unit, message]);
  await session.read('INSERT INTO reminder_item (reminder_id, unit_id, assignment_id) SELECT $1, $2, x FROM unnest($3::int[]) x', [id, unit, assignments]);
  return id;
}

/** The reminder, if it was sent to the viewer's unit. */
export async function findReceived(session: Session, id: number): Promise<{ readOn: string | null } | null> {
  return (await session.read<{ readOn: string | null }>('SELECT read_on::text AS "readOn" FROM reminder WHERE id = $1 AND unit_id = (SELECT my_unit())', [id]))[0] ?? null;
}

/** True for the first reading. */
export async function noteReading(session: Session, id: number): Promise<boolean> {
  return (await session.read<{ isFirst: boolean }>('SELECT read_reminder($1) AS "isFirst"', [id]))[0].isFirst;
}
