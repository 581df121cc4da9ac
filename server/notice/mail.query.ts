import type { DataSource, EntityManager } from 'typeorm';

/** What one mail is about: one row that goes at once, or all of a post's that waited for the digest. */
export interface Due { readonly postId: number; readonly isDigest: boolean; readonly rows: readonly DueRow[] }
export interface DueRow { readonly id: string; readonly notice: string; readonly tries: number }
export interface Receiver { readonly accountId: number; readonly email: string | null; readonly isOff: boolean }

/** The state that rows end in, or that they wait on until an instant. */
export interface Settled { readonly state: 'SENT' | 'DROPPED' | 'GIVEN_UP' | 'WAITING'; readonly failure?: string; readonly tries?: number; readonly inMinutes?: number }

/** What waited so long says nothing any more: mail was off, or has just been turned on. */
export async function dropStale(source: DataSource): Promise<void> {
  await source.query("UPDATE mail_queue SET state = 'DROPPED', settled_at = now() WHERE state = 'WAITING' AND created_at < now() - interval '7 days'");
}

/**
 * The next mail to send, its rows locked until the transaction ends; other processes pass it by. A digest has what came before `digestAt`,
 * and a post gets one a day.
 */
export async function claimMail(manager: EntityManager, digestAt: Date): Promise<Due | null> {
  const [atOnce] = await manager.query<(DueRow & { postId: number })[]>(
    `SELECT id::text, notice_id::text AS notice, tries, post_id AS "postId" FROM mail_queue
      WHERE state = 'WAITING' AND mode = 'AT_ONCE' AND next_try_at <= now() ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`);
  if (atOnce) return { postId: atOnce.postId, isDigest: false, rows: [atOnce] };
  const posts = await manager.query<{ postId: number }[]>(
    `SELECT DISTINCT q.post_id AS "postId" FROM mail_queue q WHERE q.state = 'WAITING' AND q.mode = 'DIGEST' AND q.created_at <= $1 AND q.next_try_at <= now()
        AND NOT EXISTS (SELECT FROM mail_queue s WHERE s.post_id = q.post_id AND s.mode = 'DIGEST' AND s.state = 'SENT' AND s.settled_at > $1)`, [digestAt]);
  for (const { postId } of posts) {
    const [{ isMine }] = await manager.query<{ isMine: boolean }[]>(`SELECT pg_try_advisory_xact_lock(hashtext('mail'), $1) AS "isMine"`, [postId]);
    if (!isMine) continue;
    const rows = await manager.query<DueRow[]>(
      `SELECT id::text, notice_id::text AS notice, tries FROM mail_queue q WHERE post_id = $1 AND state = 'WAITING' AND mode = 'DIGEST' AND created_at <= $2 AND next_try_at <= now()
          AND NOT EXISTS (SELECT FROM mail_queue s WHERE s.post_id = q.post_id AND s.mode = 'DIGEST' AND s.state = 'SENT' AND s.settled_at > $2)
        ORDER BY id DESC FOR UPDATE SKIP LOCKED`, [postId, digestAt]);
    if (rows.length > 0) return { postId, isDigest: true, rows };
  }
  return null;
}

/** Whose post it is and where mail to it goes now. */
export async function findReceiver(manager: EntityManager, postId: number): Promise<Receiver> {
  const [receiver] = await manager.query<Receiver[]>(
    `SELECT a.id AS "accountId", a.email, coalesce(m.mode = 'OFF', false) AS "isOff" FROM post p JOIN account a ON a.id = p.account_id LEFT JOIN mail_preference m ON m.post_id = p.id WHERE p.id = $1`, [postId]);
  return receiver!;
}

export async function settleMail(manager: EntityManager, rows: readonly DueRow[], { state, failure, tries, inMinutes = 0 }: Settled): Promise<void> {
  await manager.query(
    `UPDATE mail_queue SET state = $2, failure = $3, tries = coalesce($4, tries), next_try_at = now() + make_interval(mins => $5), settled_at = CASE WHEN $2 <> 'WAITING' THEN clock_timestamp() END
      WHERE id = ANY ($1::bigint[])`, [rows.map(row => row.id), state, failure ?? null, tries ?? null, inMinutes]);
}
