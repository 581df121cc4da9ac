import { isId } from '../database/condition.js';
import type { Session } from '../database/session.js';

export interface StoredRequest { readonly id: string; readonly version: number; readonly state: string; readonly days: number; readonly answer: string | null; readonly validTo: string | null }

/** The request, locked, if the viewer may write it. */
export async function lockRequest(session: Session, id: string): Promise<StoredRequest | null> {
  return isId('uuid', id) ? (await session.read<StoredRequest>(
    'SELECT id, version, state, days, answer, valid_to::text AS "validTo" FROM sight_request WHERE id = $1 FOR NO KEY UPDATE', [id]))[0] ?? null : null;
}

/** Whether the viewer may read the request, written or not. */
export async function hasRequest(session: Session, id: string): Promise<boolean> {
  return isId('uuid', id) && (await session.read('SELECT FROM sight_request WHERE id = $1', [id])).length > 0;
}

/** Whether the viewer sees the household. */
export async function seesHousehold(session: Session, id: string): Promise<boolean> {
  return isId('uuid', id) && (await session.read('SELECT FROM household WHERE id = $1', [id])).length > 0;
}

/** Whether the unit has the same part asked for, or open, already. */
export async function isAsked(session: Session, household: string, part: string, unit: number): Promise<boolean> {
  await session.read("SELECT pg_advisory_xact_lock(hashtextextended('sight request ' || $1 || ' ' || $2 || ' ' || $3::text, 0))", [household, part, unit]);
  return (await session.read(`SELECT FROM sight_request WHERE household_id = $1 AND part = $2 AND unit_id = $3
    AND (state = 'REQUESTED' OR state = 'GRANTED' AND valid_to >= (SELECT today()))`, [household, part, unit])).length > 0;
}

/** The most days that a grant may last, by the rule in force. */
export async function grantDays(session: Session): Promise<number> {
  return (await session.read<{ most: number }>("SELECT registry_rule('GRANT_DAYS_MOST') AS most"))[0].most;
}

/** The last of so many days from today. */
export async function lastDay(session: Session, days: number): Promise<string> {
  return (await session.read<{ day: string }>('SELECT ((SELECT today()) + $1::int - 1)::text AS day', [days]))[0].day;
}
