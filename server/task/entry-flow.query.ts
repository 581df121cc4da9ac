import type { Session } from '../database/session.js';

export type Step = 'SUBMITTED' | 'WITHDRAWN' | 'SENT_BACK';

const told = async (session: Session, call: string, values: readonly unknown[]): Promise<boolean> => (await session.read<{ done: boolean }>(`SELECT ${call} AS done`, values))[0].done;

/** True when it was handed over in the viewer's own unit, or is the viewer's own draft; the function checks all of it. */
export const signEntry = (session: Session, id: number): Promise<boolean> => told(session, 'sign_progress_entry($1)', [id]);

/** True when it stood where the step begins; the function checks that it is the own unit's. */
export const moveEntry = (session: Session, id: number, step: Step, note: string | null): Promise<boolean> => told(session, 'move_progress_entry($1, $2, $3)', [id, step, note]);

/** Whether the viewer's unit is one that gives this entry back. */
export const mayReturn = (session: Session, id: number): Promise<boolean> => told(session, 'may_return($1)', [id]);

/** True when it was signed and nothing had taken its place. */
export const returnEntry = (session: Session, id: number, reasons: readonly { field: string; reason: string }[]): Promise<boolean> =>
  told(session, 'return_progress_entry($1, $2, $3)', [id, reasons.map(({ field }) => field), reasons.map(({ reason }) => reason)]);
