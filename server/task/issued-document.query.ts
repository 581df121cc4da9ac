import type { Session } from '../database/session.js';

/** Of an assignment the first day of its plan and the file of the document recorded so far. */
export async function findIssued(session: Session, assignment: number): Promise<{ planFrom: string; file: string | null }> {
  const [found] = await session.read<{ planFrom: string; file: string | null }>(`SELECT p.starts_on::text AS "planFrom", a.document_file_id AS file
    FROM assignment a JOIN task t ON t.id = a.task_id JOIN plan p ON p.id = t.plan_id WHERE a.id = $1`, [assignment]);
  return found;
}
