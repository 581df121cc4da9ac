import type { Session } from '../database/session.js';
import type { Working } from '../graphql/context.js';

export interface Side {
  readonly id: number; readonly name: string; readonly role: string; readonly isHeld: boolean; readonly sensitiveNouns: readonly string[];
  readonly villages: readonly number[] | null; readonly communes: readonly number[] | null; readonly namesakes: number; readonly othersOfRole: number;
}

/** The two posts, locked where something is to be written; those of another unit are missing, and both are to anybody but a leader. */
export const selectSides = (session: Session, from: number, to: number): Promise<Side[]> => session.read<Side>(
  `SELECT id, name, role, is_held AS "isHeld", sensitive_nouns AS "sensitiveNouns", villages, communes, namesakes, others_of_role AS "othersOfRole"
     FROM handover_sides($1, $2)`, [from, to]);

export interface WorkGroup { readonly noun: string; readonly count: number; readonly works: { rowId: string; label: string | null; dueDay: string | null }[] }

/** How much of each noun a post has in hand, and the first few by their due days. */
export const selectWork = (session: Session, holder: number, shown: number): Promise<WorkGroup[]> => session.read<WorkGroup>(
  `SELECT noun, count(*)::int AS count, json_agg(json_build_object('rowId', row_id, 'label', label, 'dueDay', due_day) ORDER BY due_day, label, row_id) FILTER (WHERE no <= $2) AS works
     FROM (SELECT w.*, row_number() OVER (PARTITION BY noun ORDER BY due_day, label, row_id) AS no FROM work_of($1) w) w GROUP BY noun ORDER BY noun`, [holder, shown]);

/** The new handover's id; null when the database judges otherwise than the service, and then nothing was done. */
export async function handOverWork(session: Session, from: number, to: number, note: string | null): Promise<number | null> {
  return (await session.read<{ id: number | null }>('SELECT hand_over($1, $2, $3) AS id', [from, to, note]))[0].id;
}

/** One audit line and one word to the outbox for each row that moved, as auditWrite makes them one by one. */
export async function auditMoved({ session, viewer, requestId }: Pick<Working, 'session' | 'viewer' | 'requestId'>, handover: number, from: Side, to: Side): Promise<void> {
  await session.read(
    `INSERT INTO audit_line (request_id, account_id, post_id, unit_id, operation, outcome, noun, row_id, before, after, detail)
     SELECT $1, $2, $3, $4, 'handOver', 'DONE', i.noun, i.row_id, jsonb_build_object(i.field, CASE WHEN i.is_by_name THEN to_jsonb($6::text) ELSE to_jsonb($5::int) END),
       jsonb_build_object(i.field, CASE WHEN i.is_by_name THEN to_jsonb($8::text) ELSE to_jsonb($7::int) END), jsonb_build_object('handover', i.handover_id)
     FROM handover_item i WHERE i.handover_id = $9`,
    [requestId, viewer.accountId, viewer.postId, viewer.unitId, from.id, from.name, to.id, to.name, handover]);
  await session.read(`INSERT INTO outbox (topic, unit_id, row_id) SELECT i.noun || '.handOver', $1, i.row_id FROM handover_item i WHERE i.handover_id = $2`, [viewer.unitId, handover]);
}

/** When a row that the viewer's unit may see was ticked off; null when it was not yet. */
export async function selectAcceptedOn(session: Session, id: string): Promise<string | null> {
  return /^\d{1,9}$/.test(id) ? (await session.read<{ day: string | null }>('SELECT accepted_on::text AS day FROM handover_item WHERE id = $1', [id]))[0]?.day ?? null : null;
}
