import type { Session } from '../database/session.js';
import type { ClassCode } from '../standard/standard.rule.js';
import type { ExpectedExits, MovementCount } from './movement-count.entity.js';

export interface StoredClass {
  readonly class: ClassCode; readonly standard: string; readonly recordSince: string; readonly since: string; readonly newlyUntil: string | null;
  readonly wasPoor: boolean; readonly wasNearPoor: boolean;
}

/** The class that a decision under this standard follows: its own open record, else that of the standard in force. Null for another's household and without a record. */
export async function findClassBefore(session: Session, household: string, standard: string): Promise<StoredClass | null> {
  return (await session.read<StoredClass>(`SELECT class, standard, record_since::text AS "recordSince", since::text AS since, newly_until::text AS "newlyUntil",
    was_poor AS "wasPoor", was_near_poor AS "wasNearPoor" FROM class_before($1, $2)`, [household, standard]))[0] ?? null;
}

export async function hasStandard(session: Session, code: string): Promise<boolean> {
  return (await session.read<{ known: boolean }>('SELECT has_standard($1) AS known', [code]))[0].known;
}

export interface NewClass {
  readonly household: string; readonly standard: string; readonly class: string; readonly classSince: string; readonly movement: string; readonly since: string;
  readonly decisionNumber: string | null; readonly decisionDay: string | null; readonly reason: string | null;
}

/** Closes the open record of the standard and opens the next; returns its id. The function checks that the household is the viewer's and the post a leader's. */
export async function openClass(session: Session, one: NewClass): Promise<string> {
  return (await session.read<{ id: string }>('SELECT record_class($1, $2, $3, $4, $5, $6, $7, $8, $9) AS id',
    [one.household, one.standard, one.class, one.classSince, one.movement, one.since, one.decisionNumber, one.decisionDay, one.reason]))[0].id;
}

/** Stretches of the list that began, and those that ended otherwise than by another class, from one day to the other; what stood on no day's list is left out. */
export const countMovements = (session: Session, from: string, to: string, standard: string): Promise<MovementCount[]> => session.read<MovementCount>(`
  SELECT movement, NULL AS "endMovement", class, count(*)::int AS count FROM class_record
   WHERE standard = $3 AND since BETWEEN $1 AND $2 AND (until IS NULL OR until > since) GROUP BY movement, class
  UNION ALL
  SELECT NULL, end_movement, class, count(*)::int FROM class_record
   WHERE standard = $3 AND until BETWEEN $1 AND $2 AND until > since AND end_movement <> 'CLASS_CHANGED' GROUP BY end_movement, class
   ORDER BY 1, 2, 3`, [from, to, standard]);

/** The viewer's households that are expected to escape in the year, by village, beside the unit's own target in households. */
export async function countExpectedExits(session: Session, year: number, unit: number): Promise<ExpectedExits> {
  return (await session.read<ExpectedExits>(`
    SELECT coalesce(sum(x.households), 0)::int AS households,
           coalesce(json_agg(json_build_object('commune', x.commune_id, 'communeName', u.short_name, 'village', x.village_id, 'villageName', v.name, 'households', x.households)
             ORDER BY u.short_name, v.name, x.village_id) FILTER (WHERE x.households > 0), '[]') AS villages,
           (SELECT t.value FROM target t WHERE t.unit_id = $2 AND t.year = $1 AND t.unit_of_measure = 'hộ' ORDER BY t.population_classes && ARRAY['POOR','NEAR_POOR'] DESC, t.id LIMIT 1) AS target
      FROM (SELECT h.commune_id, h.village_id, count(*)::int AS households FROM household h
             WHERE h.expected_exit_year = $1 AND h.class IN ('POOR','NEAR_POOR') AND h.ended_on IS NULL GROUP BY 1, 2) x
      JOIN unit u ON u.id = x.commune_id LEFT JOIN village v ON v.id = x.village_id`, [year, unit]))[0];
}
