import type { Session } from '../database/session.js';

export interface NewNotice {
  readonly kind: string; readonly unit: number; readonly post: number | null; readonly roles: readonly string[] | null;
  readonly noun: string; readonly rowId: string; readonly assignment: number | null;
}

/** In one statement, in their order. */
export async function insertNotices(session: Session, notices: readonly NewNotice[]): Promise<void> {
  await session.read('SELECT send_notices($1::jsonb)', [JSON.stringify(notices)]);
}

/** Of these ids how many are notices that the viewer may read. */
export async function countNotices(session: Session, ids: readonly number[]): Promise<number> {
  return (await session.read<{ count: number }>('SELECT count(*)::int AS count FROM notice WHERE id = ANY ($1::bigint[])', [ids]))[0].count;
}

/** Marks the viewer's notices among these, and up to one, as read by the post; how many were not. */
export async function insertReadings(session: Session, ids: readonly number[], upTo: number | null): Promise<number> {
  const rows = await session.read<unknown>(
    `INSERT INTO notice_read (notice_id) SELECT id FROM notice n WHERE (id = ANY ($1::bigint[]) OR id <= $2::bigint)
       AND NOT EXISTS (SELECT FROM notice_read r WHERE r.notice_id = n.id) ON CONFLICT DO NOTHING RETURNING 1`, [ids, upTo]);
  return rows.length;
}

export interface Mail { readonly email: string | null; readonly mode: string; readonly givenUpAt: string | null }

/** How the viewer's post is told by mail. */
export async function selectMail(session: Session): Promise<Mail> {
  return (await session.read<Mail>('SELECT email, mode, given_up_at AS "givenUpAt" FROM my_mail()'))[0];
}

export async function updateMail(session: Session, email: string | null, mode: string): Promise<void> {
  await session.read('SELECT set_my_mail($1, $2)', [email, mode]);
}
