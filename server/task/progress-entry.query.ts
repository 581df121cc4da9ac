import type { Session } from '../database/session.js';
import { ProgressEntry } from './progress-entry.entity.js';

export interface StoredEntry {
  readonly id: number; readonly assignment: number; readonly unit: number; readonly milestone: number | null; readonly asOfDay: string; readonly done: string;
  readonly difficulty: string | null; readonly request: string | null; readonly quantity: number | null; readonly percent: number | null; readonly isCompleted: boolean;
  readonly state: string; readonly isSuperseded: boolean; readonly author: number | null; readonly authorRole: string | null;
}
const columns = `id, assignment_id AS assignment, unit_id AS unit, milestone_id AS milestone, as_of_day::text AS "asOfDay", done, difficulty, request, quantity, percent,
  is_completed AS "isCompleted", state, is_superseded AS "isSuperseded", author_id AS author, (SELECT role FROM post WHERE post.id = author_id) AS "authorRole"`;

export async function findEntry(session: Session, id: number): Promise<StoredEntry | null> {
  return (await session.read<StoredEntry>(`SELECT ${columns} FROM progress_entry WHERE id = $1`, [id]))[0] ?? null;
}

/** The entry that took this one's place, following corrections to the last. */
export async function findSuccessor(session: Session, id: number): Promise<StoredEntry | null> {
  return (await session.read<StoredEntry>(`WITH RECURSIVE later AS (
      SELECT id, 0 AS step FROM progress_entry WHERE supersedes_id = $1
      UNION ALL SELECT e.id, step + 1 FROM progress_entry e JOIN later ON e.supersedes_id = later.id)
    SELECT ${columns} FROM progress_entry WHERE id = (SELECT id FROM later ORDER BY step DESC LIMIT 1)`, [id]))[0] ?? null;
}

/** Whether the milestone belongs to the assignment's task. */
export async function hasMilestone(session: Session, assignment: number, milestone: number): Promise<boolean> {
  return (await session.read('SELECT FROM milestone m JOIN assignment a ON a.task_id = m.task_id WHERE a.id = $1 AND m.id = $2', [assignment, milestone])).length > 0;
}

export type NewEntry = Omit<StoredEntry, 'id' | 'isSuperseded' | 'state' | 'author' | 'authorRole'> & { readonly author: number; readonly supersedes: number | null };

const key = (id: number | null): { id: number } | null => (id === null ? null : { id });

/** Returns the new id. */
export async function insertEntry(session: Session, entry: NewEntry): Promise<number> {
  const manager = await session.manager();
  const { raw } = await manager.createQueryBuilder().insert()
    .into(ProgressEntry, ['assignment.id', 'unit.id', 'milestone.id', 'asOfDay', 'done', 'difficulty', 'request', 'quantity', 'percent', 'isCompleted', 'author.id', 'supersedes.id'])
    .values({ ...entry, assignment: key(entry.assignment), unit: key(entry.unit), milestone: key(entry.milestone), author: key(entry.author), supersedes: key(entry.supersedes) } as object)
    .updateEntity(false).returning('id').execute();
  return (raw as { id: number }[])[0].id;
}
