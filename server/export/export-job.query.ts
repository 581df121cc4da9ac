import { isId } from '../database/condition.js';
import type { Door, Session } from '../database/session.js';
import type { ExportMapping } from './export.mapping.js';

export interface StoredJob {
  readonly id: string; readonly kind: string; readonly title: string; readonly filter: string | null; readonly order: string | null; readonly columns: readonly string[]; readonly purpose: string | null; readonly state: string;
}

/** The own post's job, locked; null for another's as for a random id. */
export async function lockJob(session: Session, id: string): Promise<StoredJob | null> {
  if (!isId('uuid', id)) return null;
  return (await session.read<StoredJob>('SELECT id, kind, title, filter, sort AS order, columns, purpose, state FROM export_job WHERE id = $1 FOR NO KEY UPDATE', [id]))[0] ?? null;
}

interface StoredMapping { readonly kind: string; readonly sheet: string | null; readonly headerRow: number | null; readonly columns: Readonly<Record<string, string>>; readonly values: Readonly<Record<string, string>> }

/** The province's or the own unit's, in the order of the file; null for another's as for a random id. */
export async function findMapping(session: Session, id: string): Promise<{ kind: string; mapping: ExportMapping } | null> {
  if (!isId('uuid', id)) return null;
  const [row] = await session.read<StoredMapping>('SELECT kind, sheet, header_row AS "headerRow", columns, value_map AS values FROM column_mapping WHERE id = $1', [id]);
  return row ? { kind: row.kind, mapping: { sheet: row.sheet, headerRow: row.headerRow, columns: Object.entries(row.columns), values: Object.entries(row.values) } } : null;
}

export const unfinishedJobs = async (session: Session): Promise<number> =>
  (await session.read<{ many: number }>("SELECT count(*)::int AS many FROM export_job WHERE state IN ('QUEUED', 'RUNNING')"))[0].many;

/** True when it was waiting and now runs. */
export const beginJob = async (session: Session, id: string): Promise<boolean> =>
  (await session.read("UPDATE export_job SET state = 'RUNNING' WHERE id = $1 AND state = 'QUEUED' RETURNING 1", [id])).length > 0;

/** False when it is no longer wanted. */
export const noteProgress = async (session: Session, id: string, done: number, total: number | null): Promise<boolean> =>
  (await session.read("UPDATE export_job SET done = $2, total = $3 WHERE id = $1 AND state = 'RUNNING' RETURNING 1", [id, done, total])).length > 0;

/** False when it is no longer wanted. */
export const finishJob = async (session: Session, id: string, done: number, file: string): Promise<boolean> => (await session.read(
  `UPDATE export_job j SET state = 'DONE', done = $2, total = $2, file_id = f.id, finished_at = now(), expires_at = f.expires_at FROM stored_file f
   WHERE f.id = $3 AND j.id = $1 AND j.state = 'RUNNING' RETURNING 1`, [id, done, file])).length > 0;

export async function failJob(session: Session, id: string, message: string): Promise<void> {
  await session.read("UPDATE export_job SET state = 'FAILED', message = $2, finished_at = now() WHERE id = $1 AND state IN ('QUEUED', 'RUNNING')", [id, message.slice(0, 1000)]);
}

/** Jobs of a server which is no more become FAILED and say so. */
export const failExports = async (source: Door['source']): Promise<void> => void await source.query('SELECT fail_exports()');
