import type { DataSource, EntityManager } from 'typeorm';
import type { Settled } from './mail.query.js';

export interface DueLink {
  readonly hash: Buffer; readonly sealed: Buffer; readonly tries: number; readonly email: string;
  readonly name: string; readonly login: string; readonly unitName: string; readonly isFirst: boolean; readonly until: Date;
}

/** A link that is over before its mail left leaves no token behind. */
export async function dropOverLinks(source: DataSource): Promise<void> {
  await source.query(`UPDATE link_mail m SET state = 'DROPPED', sealed = NULL, settled_at = now() FROM account_link l WHERE l.token_hash = m.token_hash AND m.state = 'WAITING' AND l.expires_at <= now()`);
}

/** The next link to send that is still good, its row locked until the transaction ends; other processes pass it by. */
export async function claimLink(manager: EntityManager): Promise<DueLink | null> {
  const [due] = await manager.query<DueLink[]>(
    `SELECT m.token_hash AS hash, m.sealed, m.tries, m.email, a.name, a.login, a.joined_at IS NULL AS "isFirst", l.expires_at AS until,
            coalesce((SELECT u.name FROM post p JOIN unit u ON u.id = p.unit_id WHERE p.account_id = a.id ORDER BY p.id LIMIT 1), '') AS "unitName"
       FROM link_mail m JOIN account_link l ON l.token_hash = m.token_hash JOIN account a ON a.id = l.account_id
      WHERE m.state = 'WAITING' AND m.next_try_at <= now() AND l.used_at IS NULL AND l.withdrawn_at IS NULL AND l.expires_at > now() AND a.locked_on IS NULL
      ORDER BY m.created_at LIMIT 1 FOR UPDATE OF m SKIP LOCKED`);
  return due ?? null;
}

/** Whatever ends the waiting blanks the token. */
export async function settleLink(manager: EntityManager, { hash }: DueLink, { state, failure, tries, inMinutes = 0 }: Settled): Promise<void> {
  await manager.query(
    `UPDATE link_mail SET state = $2, failure = $3, tries = coalesce($4, tries), next_try_at = now() + make_interval(mins => $5),
        sealed = CASE WHEN $2 = 'WAITING' THEN sealed END, settled_at = CASE WHEN $2 <> 'WAITING' THEN clock_timestamp() END WHERE token_hash = $1`,
    [hash, state, failure ?? null, tries ?? null, inMinutes]);
}
