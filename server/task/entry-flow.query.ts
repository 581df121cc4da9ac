import type { Session } from '../database/session.js';

export type Step = 'SUBMITTED' | 'WITHDRAWN' | 'SENT_BACK';

const told = async (session: Session, call: string, values: readonly unknown[]): Promise<boolean> => (await session.read<{ done: boolean }>(`SELECT ${call} AS done`, values))[0].done;

/** True when it was handed over in the viewer's own unit, or is the viewer's own draft; the function checks all of it. */
export const signEntry = (session: Session, id: number): Promise<boolean> => told(session, 'sign_progress_entry($1)', [id]);

/** True when it stood where the step begins; the function checks that it is the own unit's. */
export const moveEntry = (session: Session, id: number, step: Step, note: string | null): Promise<boolean> => told(session, 'move_progress_entry($1, $2, $3)', [id, step, note]);

/** Whether the viewer's unit is one that gives this entry back. */
export const mayReturn = (session: Session, id: number): Promise<boolean> => told(session, 'may_return($1)', [id]);

/** The units that gave back what this entry completes, as its own unit sees them. */
export const unitsToTell = async (session: Session, id: number): Promise<number[]> => (await session.read<{ unit: number }>(
  `WITH RECURSIVE back AS (SELECT supersedes_id AS id FROM progress_entry WHERE id = $1
     UNION ALL SELECT p.supersedes_id FROM back b JOIN progress_entry p ON p.id = b.id AND p.state <> 'SIGNED')
   SELECT DISTINCT s.by_unit_id AS unit FROM entry_step s JOIN back b ON b.id = s.entry_id WHERE s.kind = 'RETURNED' ORDER BY 1`, [id])).map(({ unit }) => unit);

/** True when it was signed and nothing had taken its place. */
export const returnEntry = (session: Session, id: number, reasons: readonly { field: string; reason: string }[]): Promise<boolean> =>
  told(session, 'return_progress_entry($1, $2, $3)', [id, reasons.map(({ field }) => field), reasons.map(({ reason }) => reason)]);
