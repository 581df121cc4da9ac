import type { Session } from '../database/session.js';
import type { Viewer } from '../identity/viewer.js';
import type { Lists } from './import.lists.js';
import type { Line, Note } from './import.reader.js';

/** A line judged against what the registry holds. */
export interface Judged<Write> {
  readonly no: number;
  readonly code: string | null;
  readonly notes: readonly Note[];
  readonly isDuplicate: boolean;
  /** What saving it would do; null for a bad line. */
  readonly write: Write | null;
}
/** What was written for a line: rows made, and rows changed with their values before. */
export interface Change { readonly t: string; readonly i: string; readonly b?: Readonly<Record<string, unknown>>; readonly a?: Readonly<Record<string, unknown>> }
export interface Saved { readonly no: number; /** Null for a line that is about no one household. */ readonly household: string | null; readonly changes: Change[] }

/** One kind of list: how its lines are judged and saved, some hundred at a time, under the rights of whoever sends it. */
export interface Importer<Write> {
  judge(lines: readonly Line[]): Promise<Judged<Write>[]>;
  /** All lines or, by a throw, none of the transaction. */
  save(lines: readonly (Judged<Write> & { readonly write: Write })[]): Promise<Saved[]>;
}
export interface ImporterContext { readonly session: Session; readonly viewer: Viewer; readonly lists: Lists; readonly batch: string; readonly opened: (found: { household: string; member: string }[]) => void }

/** Somebody else wrote meanwhile what is about to be written; nothing is kept. */
export class OvertakenImport extends Error {}

export const isGood = (notes: readonly Note[]): boolean => notes.every(({ kind }) => kind !== 'ERROR');
export const warn = (line: Line, key: string, message: string): void => void line.notes.push({ address: line.addressOf(key), message, kind: 'WARNING' });
export const fault = (line: Line, key: string, message: string): void => void line.notes.push({ address: line.addressOf(key), message, kind: 'ERROR' });
export const given = <T>(line: Line, key: string): T | undefined => line.values[key] as T | undefined;

type Values = Readonly<Record<string, unknown>>;

/** Inserts rows of one shape in one statement; row policies judge each. */
export async function insertRows<Returned>(session: Session, table: string, rows: readonly Values[], returning = ''): Promise<Returned[]> {
  if (rows.length === 0) return [];
  const columns = Object.keys(rows[0]!).join(', ');
  return session.read<Returned>(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)${returning && ` RETURNING ${returning}`}`, [JSON.stringify(rows)]);
}

/** Updates rows of one shape by their key. Throws OvertakenImport when one of them is not as it was read, where rows have a version. */
export async function updateRows(session: Session, table: string, key: string, rows: readonly Values[], isVersioned: boolean): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).filter(name => name !== key && name !== 'version');
  const done = await session.read(
    `UPDATE ${table} x SET ${columns.map(name => `${name} = r.${name}`).join(', ')} FROM json_populate_recordset(NULL::${table}, $1) r WHERE x.${key} = r.${key}${isVersioned ? ' AND x.version = r.version' : ''} RETURNING x.${key}`, [JSON.stringify(rows)]);
  if (done.length !== rows.length) throw new OvertakenImport(table);
}
