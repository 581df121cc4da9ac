import type { Session } from '../database/session.js';
import type { ClassCode } from '../standard/standard.rule.js';

export interface HeldClass {
  readonly class: ClassCode; readonly standard: string; readonly since: string; readonly classSince: string;
  readonly newlyUntil: string | null; readonly wasPoor: boolean; readonly wasNearPoor: boolean;
}

/** How the household is listed under the standard, else under another; its history counts wherever it lived. Null for one that no list has. */
export async function classBefore(session: Session, household: string, standard: string): Promise<HeldClass | null> {
  return (await session.read<HeldClass>(`SELECT class, standard, since::text AS since, class_since::text AS "classSince", newly_until::text AS "newlyUntil",
    was_poor AS "wasPoor", was_near_poor AS "wasNearPoor" FROM class_before($1, $2)`, [household, standard]))[0] ?? null;
}

export interface Decision {
  readonly household: string; readonly class: string; readonly standard: string; readonly movement: string; readonly since: string; readonly classSince: string;
  readonly decisionNumber: string | null; readonly decisionDay: string | null; readonly reason: string | null;
}

/** Closes the open record of the standard and opens this one; the function asks for itself whether the post may. Returns the new id. */
export async function insertClass(session: Session, { household, class: of, standard, movement, since, classSince, decisionNumber, decisionDay, reason }: Decision): Promise<string> {
  return (await session.read<{ id: string }>('SELECT record_class($1, $2, $3, $4, $5, $6, $7, $8, $9) AS id',
    [household, of, standard, movement, since, classSince, decisionNumber, decisionDay, reason]))[0].id;
}

/** Whether the standard is one of the law's. */
export async function knowsStandard(session: Session, standard: string): Promise<boolean> {
  return (await session.read<{ known: boolean }>('SELECT standard_known($1) AS known', [standard]))[0].known;
}

/** The latest day on which an open record of the household began; null without one. */
export async function listedSince(session: Session, household: string): Promise<string | null> {
  return (await session.read<{ since: string | null }>('SELECT max(since)::text AS since FROM class_record WHERE household_id = $1 AND until IS NULL', [household]))[0].since;
}
