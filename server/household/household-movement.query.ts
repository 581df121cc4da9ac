import { isId } from '../database/condition.js';
import type { Session } from '../database/session.js';

export interface MovingHousehold {
  readonly id: string; readonly code: string; readonly version: number; readonly commune: number; readonly village: number | null; readonly endedOn: string | null;
  /** The latest day on which a record of it begins that is still open. */
  readonly openSince: string | null;
}

/** These households, locked in the order of their ids, so that two who merge the same do not wait for each other; those that the viewer may not write are missing. */
export async function lockMoving(session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, MovingHousehold>> {
  const rows = await session.read<MovingHousehold>(`SELECT id, code, version, commune_id AS commune, village_id AS village, ended_on::text AS "endedOn", open_since(id)::text AS "openSince"
    FROM household WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`, [ids.filter(id => isId('uuid', id))]);
  return new Map(rows.map(row => [row.id, row]));
}

export interface MovingMember { readonly id: string; readonly isHead: boolean; readonly lives: boolean }

/** Everybody of the household, with whether they live there, be it away for a time. */
export const membersOf = (session: Session, household: string): Promise<MovingMember[]> => session.read<MovingMember>(
  "SELECT id, is_head AS \"isHead\", residence IN ('PRESENT','AWAY') AS lives FROM member WHERE household_id = $1", [household]);

/** Whether the unit is a commune of today. */
export async function isCommune(session: Session, id: number): Promise<boolean> {
  return (await session.read("SELECT FROM unit WHERE id = $1 AND kind = 'commune' AND (valid_to IS NULL OR valid_to >= (SELECT today()))", [id])).length > 0;
}

// The functions check once more that the households are the viewer's and living; they write what no portal may.
export interface Split { readonly household: string; readonly members: readonly string[]; readonly head: string; readonly village: number | null; readonly day: string; readonly reason: string }
/** Returns the id of the new household. */
export async function split(session: Session, { household, members, head, village, day, reason }: Split): Promise<string> {
  return (await session.read<{ id: string }>('SELECT split_household($1, $2, $3, $4, $5, $6) AS id', [household, members, head, village, day, reason]))[0].id;
}
/** Returns the code in the receiving commune. */
export async function move(session: Session, household: string, commune: number, day: string, reason: string): Promise<string> {
  return (await session.read<{ code: string }>('SELECT move_household($1, $2, $3, $4) AS code', [household, commune, day, reason]))[0].code;
}
export async function merge(session: Session, keep: string, gone: string, day: string, reason: string): Promise<void> {
  await session.read('SELECT merge_households($1, $2, $3, $4)', [keep, gone, day, reason]);
}
export async function end(session: Session, household: string, kind: string, day: string, reason: string): Promise<void> {
  await session.read('SELECT end_household($1, $2, $3, $4)', [household, day, reason, kind]);
}
