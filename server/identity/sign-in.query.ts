import type { DataSource } from 'typeorm';
import type { Whence } from './device.js';
import type { Hat } from './hat.js';
import { viewColumn, viewedUnit, viewerWith, type View } from './view-as.query.js';
import type { Viewer } from './viewer.js';

/** Idle and absolute life of a sign-in. A change of hat or password makes a new token but never a longer life. */
const idle = `interval '30 minutes'`, longest = `interval '12 hours'`;

export const isAlive = `s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - ${idle}`;

/** Ends are inclusive: a post is held on its last day. */
const holds = (post: string, day: string): string => `${post}.valid_from <= ${day} AND (${post}.valid_to IS NULL OR ${post}.valid_to >= ${day})`;

/** Whoever stands in has posts of their own in the unit; with the last of them, and with the post they stand in for, the standing in ends. */
const ownOf = (day: string): string => `FROM post o WHERE o.account_id = p.account_id AND o.unit_id = p.unit_id AND o.stands_in_for_id IS NULL AND ${holds('o', day)}`;
const isHeldOn = (day: string): string => `${holds('p', day)} AND (u.valid_to IS NULL OR u.valid_to >= ${day})
  AND (p.stands_in_for_id IS NULL OR (${holds('q', day)} AND EXISTS (SELECT ${ownOf(day)})))`;
const postAndUnit = 'JOIN unit u ON u.id = p.unit_id LEFT JOIN post q ON q.id = p.stands_in_for_id';

/** A rule asks for a second factor and the account has none. */
const isOwed = (day: string): string => `EXISTS (SELECT FROM second_factor_rule r WHERE (r.unit_id = u.id OR r.portal_kind = u.kind) AND r.is_required AND r.replaced_on IS NULL AND ${holds('r', day)})
    AND NOT EXISTS (SELECT FROM second_factor f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL)`;

// Leaders and officers alone open what is sensitive, whatever the row of another post says. Standing in lends role and territory as they are
// now, and of sensitive nouns those that the stand-in's own posts open too.
const role = 'coalesce(q.role, p.role)';
const sensitive = (day: string): string => `CASE WHEN ${role} NOT IN ('LEADER', 'OFFICER') THEN '{}'::text[] WHEN q.id IS NULL THEN p.sensitive_nouns
    ELSE ARRAY(SELECT unnest(q.sensitive_nouns) INTERSECT SELECT unnest(o.sensitive_nouns) ${ownOf(day)} AND o.role IN ('LEADER', 'OFFICER')) END`;
const viewerColumns = (day: string): string => `a.id AS "accountId", a.name AS "accountName", p.id AS "postId", p.name AS "postName", ${role} AS "postRole", p.stands_in_for_id AS "standsInForId",
  u.id AS "unitId", u.code AS "unitCode", u.kind AS "portalKind", CASE WHEN q.id IS NULL THEN p.villages ELSE q.villages END AS villages, CASE WHEN q.id IS NULL THEN p.communes ELSE q.communes END AS communes,
  ${sensitive(day)} AS "sensitiveNouns",
  a.must_change_password AS "mustChangePassword",
  (${sensitive(day)}) <> '{}' AND ${isOwed(day)} AS "mustSetUpSecondFactor"`;

const ofToken = `FROM sign_in s
  JOIN account a ON a.id = s.account_id JOIN post p ON p.id = s.post_id AND p.account_id = a.id ${postAndUnit} ${viewedUnit}
  WHERE s.token_hash = $1 AND ${isAlive} AND a.locked_on IS NULL AND ${isHeldOn('$2::date')}`;
const listener = `SELECT ${viewerColumns('$2::date')}, ${viewColumn} AS view ${ofToken}`;

const viewerOfToken = `WITH seen AS (
    UPDATE sign_in s SET last_seen_at = now() WHERE s.token_hash = $1 AND ${isAlive} AND s.last_seen_at < now() - interval '1 minute')
  ${listener}`;

/** The statement that every request begins with; a benchmark's yardstick sends the same. */
export const viewerStatement = (tokenHash: Buffer, today: string): { text: string; values: unknown[] } => ({ text: viewerOfToken, values: [tokenHash, today] });

type Found = Viewer & { readonly view: View | null };
const viewerIn = ([found]: readonly Found[]): Viewer | null => (found ? viewerWith(found) : null);

/** Who holds this token now; null for one that is unknown, idle, over, revoked, or whose account or post no longer holds. */
export async function selectViewer(source: DataSource, tokenHash: Buffer, today: string): Promise<Viewer | null> {
  const { text, values } = viewerStatement(tokenHash, today);
  return viewerIn(await source.query<Found[]>(text, values));
}

/** The same without lengthening its life: nobody did anything, somebody only listens. */
export async function selectListener(source: DataSource, tokenHash: Buffer, today: string): Promise<Viewer | null> {
  return viewerIn(await source.query<Found[]>(listener, [tokenHash, today]));
}

/** A person under one of their hats, or under the first; null when it is not theirs or not valid that day. */
export async function selectViewerUnder(source: DataSource, accountId: number, postId: number | null, today: string): Promise<Viewer | null> {
  const [viewer] = await source.query<Viewer[]>(
    `SELECT ${viewerColumns('$3::date')} FROM account a JOIN post p ON p.account_id = a.id ${postAndUnit}
     WHERE a.id = $1 AND p.id = coalesce($2::int, p.id) AND a.locked_on IS NULL AND ${isHeldOn('$3::date')} ORDER BY p.stands_in_for_id IS NOT NULL, p.id LIMIT 1`, [accountId, postId, today]);
  return viewer ?? null;
}

/** Every hat of an account that is valid that day. */
export const selectHats = (source: DataSource, accountId: number, today: string): Promise<Hat[]> => source.query<Hat[]>(
  `SELECT p.id, ${role} AS role, p.name, json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind) AS unit,
     CASE WHEN q.id IS NOT NULL THEN json_build_object('id', q.id, 'name', q.name) END AS "standsInFor"
   FROM post p ${postAndUnit} WHERE p.account_id = $1 AND ${isHeldOn('$2::date')} ORDER BY p.id`, [accountId, today]);

export interface Credentials { readonly accountId: number; readonly login: string; readonly passwordHash: string }

/** By login or by id; a locked account is as if there were none. */
export async function selectCredentials(source: DataSource, by: { readonly login: string } | { readonly accountId: number }): Promise<Credentials | null> {
  const [condition, value] = 'login' in by ? ['login = $1', by.login] as const : ['id = $1', by.accountId] as const;
  const [found] = await source.query<Credentials[]>(
    `SELECT id AS "accountId", login, password_hash AS "passwordHash" FROM account WHERE ${condition} AND locked_on IS NULL`, [value]);
  return found ?? null;
}

/** A new sign-in; what the browser carried before ends with it, so that nobody can plant a session. */
export async function insertSignIn(source: DataSource, tokenHash: Buffer, viewer: Viewer, priorHash: Buffer | null, { device, address }: Whence): Promise<void> {
  await source.query(
    `WITH prior AS (UPDATE sign_in SET revoked_at = now() WHERE token_hash = $4 AND revoked_at IS NULL)
     INSERT INTO sign_in (token_hash, account_id, post_id, expires_at, device, address) VALUES ($1, $2, $3, now() + ${longest}, $5, $6)`,
    [tokenHash, viewer.accountId, viewer.postId, priorHash, device, address]);
}

/** Ends one sign-in; ending it twice changes nothing. */
export async function revoke(source: DataSource, tokenHash: Buffer): Promise<void> {
  await source.query('UPDATE sign_in SET revoked_at = now() WHERE token_hash = $1 AND revoked_at IS NULL', [tokenHash]);
}

/** Puts a new token with another post in the place of one that is alive; false when that one is not. */
export async function rotate(source: DataSource, oldHash: Buffer, newHash: Buffer, { accountId, postId }: Viewer): Promise<boolean> {
  const rows = await source.query<unknown[]>(
    `WITH old AS (
       UPDATE sign_in s SET revoked_at = now() WHERE s.token_hash = $1 AND s.account_id = $3 AND ${isAlive} RETURNING s.account_id, s.expires_at, s.device, s.address, s.since)
     INSERT INTO sign_in (token_hash, account_id, post_id, expires_at, device, address, since) SELECT $2, account_id, $4, expires_at, device, address, since FROM old RETURNING 1`,
    [oldHash, newHash, accountId, postId]);
  return rows.length === 1;
}

/**
 * The new password, the end of all the account's sign-ins and a new token for the one that asked, together or not at
 * all. False when that one is over or the password was changed meanwhile.
 */
export async function replacePassword(
  source: DataSource, { accountId, passwordHash }: Credentials, nextHash: string, oldToken: Buffer, newToken: Buffer,
): Promise<boolean> {
  const rows = await source.query<unknown[]>(
    `WITH changed AS (
       UPDATE account SET password_hash = $3, must_change_password = false
       WHERE id = $1 AND password_hash = $2 AND EXISTS (SELECT FROM sign_in s WHERE s.token_hash = $4 AND s.account_id = $1 AND ${isAlive})
       RETURNING id),
     over AS (
       UPDATE sign_in SET revoked_at = now() WHERE account_id IN (SELECT id FROM changed) AND revoked_at IS NULL
       RETURNING token_hash, account_id, post_id, expires_at, device, address, since)
     INSERT INTO sign_in (token_hash, account_id, post_id, expires_at, device, address, since)
     SELECT $5, account_id, post_id, expires_at, device, address, since FROM over WHERE token_hash = $4 RETURNING 1`,
    [accountId, passwordHash, nextHash, oldToken, newToken]);
  return rows.length === 1;
}
