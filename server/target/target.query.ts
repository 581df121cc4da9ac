import type { Session } from '../database/session.js';

/** The province's target as its split sees it. */
export interface StoredSplit {
  readonly id: number; readonly owner: number | null; readonly task: number | null; readonly closedOn: string | null; readonly isCounted: boolean; readonly unitOfMeasure: string;
}
export interface StoredShare { readonly id: number; readonly unit: number; readonly version: number; readonly value: number | null }
export interface SharingUnit { readonly id: number; readonly code: string; readonly name: string }

/** The province's target that may be split; whoever writes its shares, or closes them, waits for the one before. */
export async function lockSplit(session: Session, id: number): Promise<StoredSplit | null> {
  await session.read("SELECT pg_advisory_xact_lock(hashtextextended('split ' || $1::int, 0))", [id]);
  return (await session.read<StoredSplit>(`SELECT id, owner_id AS owner, task_id AS task, closed_on::text AS "closedOn", is_counted AS "isCounted", unit_of_measure AS "unitOfMeasure"
    FROM target WHERE id = $1 AND unit_id IS NULL AND parent_id IS NULL`, [id]))[0] ?? null;
}

/** Those of these units that a share can be given to: they exist today and are an office, a commune or an organisation. */
export const findSharing = (session: Session, units: readonly number[]): Promise<SharingUnit[]> => session.read<SharingUnit>(
  `SELECT id, code, short_name AS name FROM unit WHERE id = ANY ($1::int[]) AND kind IN ('department','commune','massOrganisation') AND (valid_to IS NULL OR valid_to >= (SELECT today()))`, [units]);

export const findShares = (session: Session, target: number, units: readonly number[]): Promise<StoredShare[]> =>
  session.read<StoredShare>('SELECT id, unit_id AS unit, version, value FROM target WHERE parent_id = $1 AND unit_id = ANY ($2::int[])', [target, units]);

export interface NewShare { readonly unit: number; readonly value: number | null }

/** Adds the shares that are new and changes the others; everything else of them a trigger takes from the province's target. Returns all, with their keys. */
export async function writeShares(session: Session, { id, reason, added, changed }: { id: number; reason: string | null; added: readonly NewShare[]; changed: readonly NewShare[] }): Promise<{ id: number; unit: number }[]> {
  const cells = (shares: readonly NewShare[]) => [shares.map(share => share.unit), shares.map(share => share.value)];
  const why = reason === null ? { column: '', value: '', set: '', bound: [] } : { column: ', reason', value: ', $4', set: ', reason = $4', bound: [reason] };
  const written: { id: number; unit: number }[] = [];
  if (added.length > 0) written.push(...await session.read<{ id: number; unit: number }>(
    `INSERT INTO target (parent_id, unit_id, value${why.column}) SELECT $1, unit, value${why.value} FROM unnest($2::int[], $3::float8[]) AS s (unit, value) ORDER BY unit RETURNING id, unit_id AS unit`, [id, ...cells(added), ...why.bound]));
  if (changed.length > 0) written.push(...await session.read<{ id: number; unit: number }>(
    `UPDATE target t SET value = s.value${why.set} FROM unnest($2::int[], $3::float8[]) AS s (unit, value) WHERE t.parent_id = $1 AND t.unit_id = s.unit RETURNING t.id, t.unit_id AS unit`, [id, ...cells(changed), ...why.bound]));
  return written;
}

/** The assignments of these units on a task, by unit. */
export async function assignmentsOf(session: Session, task: number | null, units: readonly number[]): Promise<Map<number, number>> {
  if (task === null) return new Map();
  const rows = await session.read<{ id: number; unit: number }>('SELECT id, unit_id AS unit FROM assignment WHERE task_id = $1 AND unit_id = ANY ($2::int[])', [task, units]);
  return new Map(rows.map(row => [row.unit, row.id]));
}
