import type { ClientBase } from 'pg';
import type { PostRole } from '../access/portal-kind.js';
import { hashPassword } from './password.js';

export interface NewAccount { readonly login: string; readonly name: string; readonly password: string; readonly mustChangePassword: boolean }
export interface NewPost {
  readonly unitCode: string;
  readonly role: PostRole;
  /** Codes; missing is the whole unit. */
  readonly villages?: readonly string[];
  /** Codes; missing is the whole province. */
  readonly communes?: readonly string[];
  readonly sensitiveNouns?: readonly string[];
  /** Missing: since the units of the two-tier government began their work. */
  readonly validFrom?: string;
  /** The last day; missing is without end. */
  readonly validTo?: string;
}
export interface CreatedAccount { readonly id: number; readonly posts: readonly number[] }

/** Thirty codes named another unit before July 2025: a code means the unit that still exists. */
const insertPost = `INSERT INTO post (account_id, unit_id, role, name, villages, communes, sensitive_nouns, valid_from, valid_to)
  SELECT $1, u.id, $3, $4,
    CASE WHEN $5::text[] IS NOT NULL THEN (SELECT coalesce(array_agg(v.id ORDER BY v.id), '{}') FROM village v WHERE v.code = ANY ($5) AND v.commune_id = u.id) END,
    CASE WHEN $6::text[] IS NOT NULL THEN (SELECT coalesce(array_agg(c.id ORDER BY c.id), '{}') FROM unit c WHERE c.code = ANY ($6) AND c.kind = 'commune' AND c.valid_to IS NULL) END,
    $7, $8, $9
  FROM unit u WHERE u.code = $2 AND u.valid_to IS NULL RETURNING id`;

/**
 * An account with its posts, through a client that may write them (administrator or maintainer). Returns null and
 * changes nothing if the login is taken. Throws for a unit that does not exist; the caller's transaction decides what is kept.
 */
export async function createAccount(client: ClientBase, account: NewAccount, posts: readonly NewPost[]): Promise<CreatedAccount | null> {
  const inserted = await client.query<{ id: number }>(
    'INSERT INTO account (login, name, password_hash, must_change_password) VALUES ($1, $2, $3, $4) ON CONFLICT (login) DO NOTHING RETURNING id',
    [account.login, account.name, await hashPassword(account.password), account.mustChangePassword]);
  const [row] = inserted.rows;
  if (!row) return null;
  const made: number[] = [];
  for (const post of posts) {
    const { rows } = await client.query<{ id: number }>(insertPost, [
      row.id, post.unitCode, post.role, account.name, post.villages ?? null, post.communes ?? null,
      post.sensitiveNouns ?? [], post.validFrom ?? '2025-07-01', post.validTo ?? null]);
    if (!rows[0]) throw new Error(`${account.login}: there is no unit ${post.unitCode}`);
    made.push(rows[0].id);
  }
  return { id: row.id, posts: made };
}
