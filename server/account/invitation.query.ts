import type { DataSource } from 'typeorm';
import type { OpenedInvitation } from './account.input.js';

const isGood = 'l.used_at IS NULL AND l.withdrawn_at IS NULL AND l.expires_at > now() AND a.locked_on IS NULL';

/** Whom the link is for; null for one that is unknown, used, withdrawn or over, and for a locked account. Outside any session, as identity's own. */
export async function selectInvitation(source: DataSource, tokenHash: Buffer): Promise<OpenedInvitation | null> {
  const [found] = await source.query<OpenedInvitation[]>(
    `SELECT a.name, a.login, a.joined_at IS NULL AS "isFirst", coalesce((SELECT u.name FROM post p JOIN unit u ON u.id = p.unit_id WHERE p.account_id = a.id ORDER BY p.id LIMIT 1), '') AS "unitName"
     FROM account_link l JOIN account a ON a.id = l.account_id WHERE l.token_hash = $1 AND ${isGood}`, [tokenHash]);
  return found ?? null;
}

export interface Joined { readonly accountId: number; readonly isFirst: boolean }

/** Uses the link once: the new password, and the end of every sign-in, together or not at all. Null when somebody was faster. */
export async function useInvitation(source: DataSource, tokenHash: Buffer, passwordHash: string): Promise<Joined | null> {
  const [joined] = await source.query<Joined[]>(
    `WITH used AS (
       UPDATE account_link l SET used_at = now() FROM account a WHERE l.token_hash = $1 AND a.id = l.account_id AND ${isGood}
       RETURNING l.account_id, a.joined_at IS NULL AS first),
     changed AS (
       UPDATE account a SET password_hash = $2, must_change_password = false, joined_at = coalesce(a.joined_at, now()) FROM used u WHERE a.id = u.account_id),
     over AS (UPDATE sign_in s SET revoked_at = now() FROM used u WHERE s.account_id = u.account_id AND s.revoked_at IS NULL)
     SELECT account_id AS "accountId", first AS "isFirst" FROM used`, [tokenHash, passwordHash]);
  return joined ?? null;
}
