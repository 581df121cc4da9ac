import type { Session } from '../database/session.js';

export interface Discussed { readonly id: number; readonly unit: number; readonly officer: number | null }

/** The assignment, if the viewer sees it and its unit has a say on it. */
export async function findDiscussed(session: Session, id: number): Promise<Discussed | null> {
  return (await session.read<Discussed>('SELECT id, unit_id AS unit, officer_id AS officer FROM assignment WHERE id = $1 AND discusses(id)', [id]))[0] ?? null;
}

/** The units that lead the assignment's task by name. */
export async function leadUnits(session: Session, assignment: number): Promise<number[]> {
  const rows = await session.read<{ unit: number }>(`SELECT DISTINCT l.unit_id AS unit FROM assignment a JOIN assignment l ON l.task_id = a.task_id
    WHERE a.id = $1 AND l.role = 'LEAD' AND l.via_class_id IS NULL AND l.confirmed_on IS NOT NULL AND (l.valid_to IS NULL OR l.valid_to >= (SELECT today())) ORDER BY 1`, [assignment]);
  return rows.map(row => row.unit);
}

/** The units that have written about the assignment. */
export async function speakers(session: Session, assignment: number): Promise<number[]> {
  return (await session.read<{ unit: number }>('SELECT DISTINCT by_unit_id AS unit FROM assignment_comment WHERE assignment_id = $1 ORDER BY 1', [assignment])).map(row => row.unit);
}

export async function secretariatUnits(session: Session): Promise<number[]> {
  return (await session.read<{ id: number }>("SELECT id FROM unit WHERE kind = 'secretariat' ORDER BY id")).map(row => row.id);
}

export interface OwnComment { readonly id: number; readonly assignment: number; readonly text: string | null; readonly isMine: boolean }

export async function findComment(session: Session, id: number): Promise<OwnComment | null> {
  return (await session.read<OwnComment>('SELECT id, assignment_id AS assignment, text, author_id = (SELECT my_post()) AS "isMine" FROM assignment_comment WHERE id = $1', [id]))[0] ?? null;
}

/** True when it was the viewer's own of today; the function checks both. */
export async function withdraw(session: Session, id: number): Promise<boolean> {
  return (await session.read<{ done: boolean }>('SELECT withdraw_comment($1) AS done', [id]))[0].done;
}
