import type { Session } from '../database/session.js';
import type { StandIn } from './stand-in.input.js';

const columns = 's.id, s.name, q.id AS principal, q.name AS "principalName", s.valid_from::text AS "validFrom", s.valid_to::text AS "validTo", may_end_stand_in(s.id) AS "mayEnd"';
const ofUnit = 'FROM post s JOIN post q ON q.id = s.stands_in_for_id WHERE s.unit_id = (SELECT my_unit())';

/** Those of the viewer's unit that are not over, by their days. */
export const selectStandIns = (session: Session): Promise<StandIn[]> =>
  session.read<StandIn>(`SELECT ${columns} ${ofUnit} AND s.valid_to >= (SELECT today()) AND s.valid_to >= s.valid_from ORDER BY s.valid_from, s.id`);

export async function selectStandIn(session: Session, id: number): Promise<StandIn | null> {
  return (await session.read<StandIn>(`SELECT ${columns} ${ofUnit} AND s.id = $1`, [id]))[0] ?? null;
}

export interface Candidate { readonly id: number; readonly name: string; readonly role: string; readonly isHeld: boolean; readonly isStandIn: boolean; readonly isTaken: boolean }

/** Posts of the viewer's unit as lending them is judged; `isTaken` says that somebody stands in for it on one of these days. */
export const selectCandidates = (session: Session, ids: readonly number[], firstDay: string, lastDay: string): Promise<Candidate[]> => session.read<Candidate>(
  `SELECT p.id, p.name, p.role, p.valid_from <= (SELECT today()) AND (p.valid_to IS NULL OR p.valid_to >= (SELECT today())) AS "isHeld", p.stands_in_for_id IS NOT NULL AS "isStandIn",
     EXISTS (SELECT FROM post s WHERE s.stands_in_for_id = p.id AND s.valid_from <= $3::date AND s.valid_to >= $2::date AND s.valid_to >= s.valid_from) AS "isTaken"
   FROM post p WHERE p.id = ANY ($1::int[]) AND p.unit_id = (SELECT my_unit())`, [ids, firstDay, lastDay]);

/** The new post's id; null when the database judges otherwise, and then nothing was done. */
export async function startStandInPost(session: Session, principal: number, colleague: number, firstDay: string, lastDay: string): Promise<number | null> {
  return (await session.read<{ id: number | null }>('SELECT start_stand_in($1, $2, $3, $4) AS id', [principal, colleague, firstDay, lastDay]))[0].id;
}

export async function endStandInPost(session: Session, id: number): Promise<boolean> {
  return (await session.read<{ ended: boolean }>('SELECT end_stand_in($1) AS ended', [id]))[0].ended;
}
