import type { Session } from '../database/session.js';
import { Assignment } from './assignment.entity.js';

export interface AssignmentTerms {
  readonly id: number; readonly version: number; readonly unit: number; readonly task: number; readonly part: string | null; readonly dueDay: string | null; readonly extendedTo: string | null;
  readonly extensionReason: string | null; readonly acceptedOn: string | null; readonly officer: number | null; readonly isConfirmed: boolean;
}

/** The row, locked, if the viewer may write it: a locking read sees only what the update policy lets through. */
export async function lockAssignment(session: Session, id: number): Promise<AssignmentTerms | null> {
  const rows = await session.read<AssignmentTerms>(`
    SELECT id, version, unit_id AS unit, task_id AS task, part, due_day::text AS "dueDay", extended_to::text AS "extendedTo", extension_reason AS "extensionReason",
      accepted_on::text AS "acceptedOn", officer_id AS officer, confirmed_on IS NOT NULL AS "isConfirmed"
    FROM assignment WHERE id = $1 FOR NO KEY UPDATE`, [id]);
  return rows[0] ?? null;
}

export type AssignmentPatch = Partial<Pick<Assignment, 'part' | 'dueDay' | 'extendedTo' | 'extensionReason' | 'acceptedOn'>> & { officer?: { id: number } | null };

/** Writes only the columns of the patch; the caller holds the row's lock. */
export async function updateAssignment(session: Session, id: number, patch: AssignmentPatch): Promise<void> {
  const manager = await session.manager();
  await manager.createQueryBuilder().update(Assignment).set(patch as object).where('id = :id', { id }).updateEntity(false).execute();
}

/** The post, if it is one of the viewer's own unit's, and whether it is only lent for some days; null otherwise. */
export async function ownOfficer(session: Session, id: number, unit: number): Promise<{ id: number; name: string; isLent: boolean } | null> {
  const rows = await session.read<{ id: number; name: string; isLent: boolean }>('SELECT id, name, stands_in_for_id IS NOT NULL AS "isLent" FROM post WHERE id = $1 AND unit_id = $2 AND (valid_to IS NULL OR valid_to >= (SELECT today()))', [id, unit]);
  return rows[0] ?? null;
}

/**
 * Binds units, and the units of classes as they stand today, to a task: one statement, however many.
 * Units that the task already binds are left as they are. The class is kept beside what it expands to. Returns the new ids.
 */
export async function bindUnits(session: Session, binding: { task: number; role: string; part: string | null; units: readonly number[]; classes: readonly number[] }): Promise<number[]> {
  const rows = await session.read<{ id: number }>(`
    INSERT INTO assignment (task_id, unit_id, role, part, via_class_id, valid_from, confirmed_on)
    SELECT $1::int, u.id, $2::text, $3::text, u.class_id, (SELECT today()), (SELECT today()) FROM (
      SELECT DISTINCT ON (id) id, class_id FROM (
        SELECT id, NULL::int AS class_id FROM unit WHERE id = ANY ($4::int[])
        UNION ALL SELECT m.unit_id, m.unit_class_id FROM unit_class_member m
          WHERE m.unit_class_id = ANY ($5::int[]) AND m.valid_from <= (SELECT today()) AND (m.valid_to IS NULL OR m.valid_to >= (SELECT today()))) named
      ORDER BY id, class_id NULLS FIRST) u
    WHERE NOT EXISTS (SELECT FROM assignment a WHERE a.task_id = $1::int AND a.unit_id = u.id)
    ORDER BY u.id RETURNING id`, [binding.task, binding.role, binding.part, binding.units, binding.classes]);
  if (rows.length > 0) await session.read(`INSERT INTO task_binding (task_id, role, unit_id, unit_class_id, part)
    SELECT $1::int, $2::text, id, NULL, $3::text FROM unnest($4::int[]) id UNION ALL SELECT $1::int, $2::text, NULL, id, $3::text FROM unnest($5::int[]) id`,
    [binding.task, binding.role, binding.part, binding.units, binding.classes]);
  return rows.map(row => row.id);
}

/** The assignments with their units, in the order in which they were made. */
export const unitsBound = (session: Session, ids: readonly number[]): Promise<{ id: number; unit: number }[]> =>
  session.read<{ id: number; unit: number }>('SELECT id, unit_id AS unit FROM assignment WHERE id = ANY ($1::int[]) ORDER BY id', [ids]);
