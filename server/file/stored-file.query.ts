import type { Session } from '../database/session.js';
import type { Viewer } from '../identity/viewer.js';

export interface NewRow { readonly id: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly sha256: string; readonly kind: string }
export interface FoundFile { readonly id: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly kind: string }

export async function insertFile(session: Session, { unitId, postId }: Viewer, { id, name, mediaType, size, sha256, kind }: NewRow): Promise<void> {
  await session.read('INSERT INTO stored_file (id, unit_id, post_id, name, media_type, size, sha256, kind) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [id, unitId, postId, name, mediaType, size, sha256, kind]);
}

/** Null for another's, for an expired one and for a random id alike. */
export async function findFile(session: Session, id: string): Promise<FoundFile | null> {
  return (await session.read<FoundFile>('SELECT id, name, media_type AS "mediaType", size::float8 AS size, kind FROM stored_file WHERE id = $1 AND expires_at > now()', [id]))[0] ?? null;
}

/** `assignment`: whose file it is to be, for kinds that belong to one. */
export interface Ticket { readonly kind: string; readonly target: string; readonly name: string; readonly assignment?: number | null }

export async function insertTicket(session: Session, { accountId, unitId, postId }: Viewer, hash: string, { kind, target, name, assignment = null }: Ticket): Promise<void> {
  await session.read('INSERT INTO file_ticket (token_hash, account_id, unit_id, post_id, kind, target, name, assignment_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [hash, accountId, unitId, postId, kind, target, name, assignment]);
}

/** Uses a ticket up; null when it is unknown, another's, late or used, alike. */
export async function takeTicket(session: Session, { accountId }: Viewer, hash: string): Promise<Ticket | null> {
  return (await session.read<Ticket>(
    'UPDATE file_ticket SET used_at = now() WHERE token_hash = $1 AND account_id = $2 AND used_at IS NULL AND expires_at > now() RETURNING kind, target, name, assignment_id AS assignment', [hash, accountId]))[0] ?? null;
}
