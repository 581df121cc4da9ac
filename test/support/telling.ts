import type pg from 'pg';
import type { NoticeKind } from '../../server/notice/notice.service.js';

export interface Word { readonly kind?: NoticeKind; readonly post?: number | null; readonly roles?: readonly string[] | null; readonly noun?: string; readonly rowId?: string; readonly assignment?: number | null }

/** Tells a unit something, as a write of the system's own does; the notice's id. */
export async function tellUnit(admin: pg.Client, unit: number, { kind = 'COMMENTED', post = null, roles = null, noun = 'ProgressEntry', rowId = '1', assignment = null }: Word = {}): Promise<string> {
  const { rows: [{ id }] } = await admin.query<{ id: string }>(
    'INSERT INTO notice (kind, unit_id, post_id, roles, noun, row_id, assignment_id) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id::text AS id', [kind, unit, post, roles, noun, rowId, assignment]);
  return id;
}
