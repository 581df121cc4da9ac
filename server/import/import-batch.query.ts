import type { Session } from '../database/session.js';
import type { Viewer } from '../identity/viewer.js';
import type { Mapping } from './import.reader.js';
import { plainOf } from './import.lists.js';
import type { ImportKind } from './import-kind.js';

export interface StoredBatch { readonly id: string; readonly version: number; readonly kind: ImportKind; readonly state: string; readonly good: number; readonly bad: number; readonly mapping: string | null }

/** The batch, where the viewer may see it; null for another's as for a random id. */
export const findBatch = async (session: Session, id: string): Promise<StoredBatch | null> =>
  (await session.read<StoredBatch>('SELECT id, version, kind, state, good, bad, mapping_id AS mapping FROM import_batch WHERE id = $1', [id]))[0] ?? null;

export async function insertBatch(session: Session, { unitId, postId }: Viewer, { kind, fileName, mapping }: { kind: string; fileName: string; mapping: string | null }): Promise<string> {
  const [row] = await session.read<{ id: string }>('INSERT INTO import_batch (unit_id, post_id, kind, file_name, mapping_id) VALUES ($1, $2, $3, $4, $5) RETURNING id', [unitId, postId, kind, fileName, mapping]);
  return row.id;
}

export interface Kept { readonly bytes: number; readonly waiting: number }

/** What the files of the viewer's own post take up, and for how many lists it may send one still; the row policies leave no others'. */
export const keptFiles = async (session: Session): Promise<Kept> => (await session.read<Kept>(
  `SELECT (SELECT coalesce(sum(size), 0)::float8 FROM stored_file WHERE expires_at > now()) AS bytes,
    (SELECT count(*)::int FROM file_ticket WHERE kind = 'IMPORT' AND used_at IS NULL AND expires_at > now()) AS waiting`))[0];

export interface Step {
  readonly state?: string; readonly file_id?: string; readonly annotated_file_id?: string | null; readonly progress?: number; readonly total?: number; readonly good?: number; readonly bad?: number;
  readonly warned?: number; readonly duplicates?: number; readonly saved?: number; readonly message?: string | null;
}

/** Moves a batch on; false when it is in none of the states expected, or no batch that the viewer may move. */
export const stepBatch = async (session: Session, id: string, expected: readonly string[], step: Step): Promise<boolean> =>
  (await session.read<{ moved: boolean }>('SELECT step_import($1, $2, $3) AS moved', [id, expected, JSON.stringify(step)]))[0].moved;

export interface TracedRow { readonly row_no: number; readonly state: string; readonly code: string | null; readonly household_id?: string; readonly is_duplicate?: boolean; readonly messages?: readonly string[]; readonly changes?: readonly object[] }

/** Lines of a batch, in chunks that a statement can hold. */
export async function traceRows(session: Session, id: string, rows: readonly TracedRow[], startsAnew: boolean): Promise<void> {
  const chunk = 1_000;
  for (let at = 0; at === 0 && startsAnew || at < rows.length; at += chunk) await session.read('SELECT trace_import($1, $2, $3)', [id, JSON.stringify(rows.slice(at, at + chunk)), startsAnew && at === 0]);
}

/** What keeps sight, counts and words waits for settle(); a job's statements, over thousands of lines each, have longer than a screen's. */
export const holdTriggers = async (session: Session): Promise<void> => void await session.read("SELECT set_config('app.sight', 'held', true), set_config('statement_timeout', '120000', true)");
export const settle = async (session: Session, id: string, households: readonly string[], members: readonly string[]): Promise<void> => void await session.read('SELECT settle_import($1, $2, $3)', [id, households, members]);

/** Lines that stand in the way; empty when everything was taken back. It is one statement over the whole batch, so it has longer than others. */
export async function undoBatch(session: Session, id: string, by: 'undo_import' | 'undo_pairings'): Promise<{ rowNo: number; code: string | null; reason: string }[]> {
  await session.read("SELECT set_config('statement_timeout', '120000', true)");
  return session.read(`SELECT row_no AS "rowNo", code, reason FROM ${by}($1)`, [id]);
}

const mapOf = (object: Readonly<Record<string, string>>): Map<string, string> => new Map(Object.entries(object).map(([from, to]) => [plainOf(from), to]));

/** How the headers of the batch's file lead to columns; without a mapping the template's own words count. */
export async function readMapping(session: Session, id: string | null): Promise<Mapping> {
  const [row] = id === null ? [] : await session.read<{ sheet: string | null; headerRow: number | null; columns: Record<string, string>; values: Record<string, string> }>(
    'SELECT sheet, header_row AS "headerRow", columns, value_map AS values FROM column_mapping WHERE id = $1', [id]);
  return row ? { sheet: row.sheet, headerRow: row.headerRow, columns: mapOf(row.columns), values: mapOf(row.values) } : { sheet: null, headerRow: null, columns: new Map(), values: new Map() };
}
