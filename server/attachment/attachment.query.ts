import type { Session } from '../database/session.js';

export interface AttachmentRules {
  readonly imageBytes: number; readonly documentBytes: number; readonly imagePoints: number; readonly entryFiles: number; readonly waitingFiles: number;
}

/** In force on the working day. */
export async function rulesOf(session: Session): Promise<AttachmentRules> {
  const [rules] = await session.read<AttachmentRules>(`SELECT attachment_rule('IMAGE_BYTES_MOST') AS "imageBytes", attachment_rule('DOCUMENT_BYTES_MOST') AS "documentBytes",
    attachment_rule('IMAGE_POINTS_MOST') AS "imagePoints", attachment_rule('ENTRY_FILES_MOST') AS "entryFiles", attachment_rule('WAITING_FILES_MOST') AS "waitingFiles"`);
  return rules;
}

/** Whether the viewer may write the assignment: a locking read sees only what the update policy lets through. */
export const mayWrite = async (session: Session, assignment: number): Promise<boolean> =>
  (await session.read('SELECT FROM assignment WHERE id = $1 FOR KEY SHARE', [assignment])).length > 0;

/** Files of the viewer's own post that belong to nothing yet, and leaves by which one may still come; the row policies leave no others'. */
export const countWaiting = async (session: Session): Promise<number> =>
  (await session.read<{ count: number }>(`SELECT (SELECT count(*) FROM attachment WHERE bound_at IS NULL)::int
    + (SELECT count(*) FROM file_ticket WHERE assignment_id IS NOT NULL AND used_at IS NULL AND expires_at > now())::int AS count`))[0].count;

export interface ReceivedFile {
  readonly id: string; readonly assignment: number; readonly purpose: string; readonly content: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly sha256: string;
}

export async function insertReceived(session: Session, { id, assignment, purpose, content, name, mediaType, size, sha256 }: ReceivedFile): Promise<void> {
  await session.read('SELECT receive_attachment($1, $2, $3, $4, $5, $6, $7, $8)', [id, assignment, purpose, content, name, mediaType, size, sha256]);
}

export interface FoundAttachment { readonly content: string; readonly name: string; readonly mediaType: string; readonly size: number }

/** Null for one that belongs to what the viewer may not read, as for a random id. */
export const findAttachment = async (session: Session, id: string): Promise<FoundAttachment | null> =>
  (await session.read<FoundAttachment>('SELECT content_id AS content, name, media_type AS "mediaType", size::float8 AS size FROM attachment WHERE id = $1', [id]))[0] ?? null;

export const bindToEntry = async (session: Session, entry: number, files: readonly string[]): Promise<number> =>
  (await session.read<{ bound: number }>('SELECT bind_files($1, $2::uuid[]) AS bound', [entry, files]))[0].bound;

export const bindToAssignment = async (session: Session, assignment: number, file: string): Promise<boolean> =>
  (await session.read<{ bound: boolean }>('SELECT bind_document($1, $2) AS bound', [assignment, file]))[0].bound;

/** Names of files that the viewer may read, by id. */
export async function namesOf(session: Session, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map((await session.read<{ id: string; name: string }>('SELECT id, name FROM attachment WHERE id = ANY ($1::uuid[])', [ids])).map(({ id, name }) => [id, name]));
}
