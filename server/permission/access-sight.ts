import type { Query } from '../access/drift.js';
import { roleOf } from '../access/portal-kind.js';
import type { Resource } from '../access/resource.js';
import { settingsOf } from '../database/session.js';
import type { Viewer } from '../identity/viewer.js';

/** Posts that see the same, as far as the row rules go: one of them is asked for all. */
export interface Watchers { readonly viewer: Viewer; readonly unitName: string; readonly posts: number }

/** Everybody who holds a post on the day, alike ones together. */
export async function watchersOn(query: Query, today: string): Promise<Watchers[]> {
  const rows = await query<Omit<Viewer, 'postName'> & { unitName: string; posts: number }>(
    `SELECT 0 AS "accountId", '' AS "accountName", min(p.id) AS "postId", p.role AS "postRole", u.id AS "unitId", u.code AS "unitCode", u.kind AS "portalKind", u.name AS "unitName",
       p.villages, p.communes, CASE WHEN p.role IN ('LEADER', 'OFFICER') THEN p.sensitive_nouns ELSE '{}'::text[] END AS "sensitiveNouns", false AS "mustChangePassword", count(*)::int AS posts
       FROM post p JOIN unit u ON u.id = p.unit_id JOIN account a ON a.id = p.account_id
      WHERE a.locked_on IS NULL AND p.valid_from <= $1::date AND (p.valid_to IS NULL OR p.valid_to >= $1::date) AND (u.valid_to IS NULL OR u.valid_to >= $1::date)
      GROUP BY p.role, u.id, p.villages, p.communes, 11 ORDER BY u.id, p.role, min(p.id)`, [today]);
  return rows.map(({ unitName, posts, ...viewer }) => ({ viewer: { ...viewer, postName: '' }, unitName, posts }));
}

/** How many rows of a noun are seen, and a number over their keys; null when the table may not be read. */
export interface Seen { readonly count: number; readonly sum: string }

/** Counts as the post itself would see it, in the transaction at hand; leaves the role as it was. */
export async function countSeen(query: Query, { viewer }: Watchers, { table, key }: Resource, today: string): Promise<Seen | null> {
  await query('SAVEPOINT looking');
  try {
    const { text, values } = settingsOf(viewer, 'write', today, roleOf(viewer.portalKind));
    await query(text, values);
    await query("SELECT set_config('statement_timeout', '0', true)");
    const [seen] = await query<Seen>(`SELECT count(*)::int AS count, coalesce(bit_xor(hashtextextended(${key}::text, 0)), 0)::text AS sum FROM ${table}`);
    return seen;
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return null;
    throw error;
  } finally {
    await query('ROLLBACK TO SAVEPOINT looking');
  }
}
