import { isId } from '../database/condition.js';
import type { Session } from '../database/session.js';

export interface StoredPairing {
  readonly id: string; readonly version: number; readonly commune: number; readonly helper: number; readonly state: string;
  readonly communeConfirmedOn: string | null; readonly helperConfirmedOn: string | null; readonly validTo: string | null;
}
const columns = `id, version, commune_id AS commune, helper_id AS helper, state, commune_confirmed_on::text AS "communeConfirmedOn", helper_confirmed_on::text AS "helperConfirmedOn",
  valid_to::text AS "validTo"`;

/** The pairing, locked, if the viewer may write it. */
export async function lockPairing(session: Session, id: string): Promise<StoredPairing | null> {
  return isId('uuid', id) ? (await session.read<StoredPairing>(`SELECT ${columns} FROM pairing WHERE id = $1 FOR NO KEY UPDATE`, [id]))[0] ?? null : null;
}

/** The household's code and commune, if the viewer sees it. */
export async function findPlaced(session: Session, id: string): Promise<{ code: string; commune: number } | null> {
  return isId('uuid', id) ? (await session.read<{ code: string; commune: number }>('SELECT code, commune_id AS commune FROM household WHERE id = $1', [id]))[0] ?? null : null;
}

/** The kind of a unit that exists today; null for none. */
export async function kindOfUnit(session: Session, id: number): Promise<string | null> {
  return (await session.read<{ kind: string }>('SELECT kind FROM unit WHERE id = $1 AND (valid_to IS NULL OR valid_to >= (SELECT today()))', [id]))[0]?.kind ?? null;
}

/** The name of a body that helps the household, or is proposed to, on any of these days. Two that propose at once wait for one another, to the end of the transaction. */
export async function findRival(session: Session, household: string, from: string, to: string | null): Promise<string | null> {
  await session.read("SELECT pg_advisory_xact_lock(hashtextextended('pairing ' || $1, 0))", [household]);
  return (await session.read<{ name: string | null }>('SELECT pairing_overlap($1, $2, $3, NULL) AS name', [household, from, to]))[0].name;
}

/** Whether body and commune have agreed that the one helps the other on that day; as far as the viewer is a side of it or the secretariat. */
export async function isAgreed(session: Session, commune: number, helper: number, day: string): Promise<boolean> {
  return (await session.read(`SELECT FROM pairing WHERE commune_id = $1 AND helper_id = $2 AND household_id IS NULL AND state = 'AGREED' AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3)`, [commune, helper, day])).length > 0;
}

/** The names of units, by their ids, and the secretariat's id. */
export const namesOf = async (session: Session, units: readonly number[]): Promise<Map<number, string>> =>
  new Map((await session.read<{ id: number; name: string }>('SELECT id, short_name AS name FROM unit WHERE id = ANY ($1::int[])', [units])).map(unit => [unit.id, unit.name]));
export const secretariatOf = async (session: Session): Promise<number | null> =>
  (await session.read<{ id: number }>("SELECT id FROM unit WHERE kind = 'secretariat' AND (valid_to IS NULL OR valid_to >= (SELECT today())) LIMIT 1"))[0]?.id ?? null;

/** True when both sides had confirmed the proposal, which then is agreed. */
export async function agree(session: Session, id: string): Promise<boolean> {
  return (await session.read<{ done: boolean }>('SELECT settle_pairing($1) AS done', [id]))[0].done;
}

/** Ends a proposal or an agreed pairing as of today; the function asks that the viewer is a side of it or the secretariat. */
export async function finish(session: Session, id: string): Promise<boolean> {
  return (await session.read<{ done: boolean }>('SELECT end_pairing($1) AS done', [id]))[0].done;
}
