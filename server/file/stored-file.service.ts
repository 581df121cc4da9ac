import type { Writable } from 'node:stream';
import type { Working } from '../graphql/context.js';
import { hashOf, newToken } from '../identity/token.js';
import type { Viewer } from '../identity/viewer.js';
import { FileRefused, isKey, type FileStorage } from './file.storage.js';
import { insertFile, insertTicket, type Ticket } from './stored-file.query.js';

export { FileRefused, isKey, type FileStorage };

/** A file that is coming: the ticket that it comes by, the bytes that its sender says it has (0 where it does not say), and how to have them. */
export interface Coming { readonly viewer: Viewer; readonly requestId: string; readonly ticket: Ticket; readonly declared: number; readonly write: (stream: Writable) => Promise<void> }
/** Keeps a coming file and begins what it is for; returns its id. Throws FileRefused in words for the sender; then nothing of it is kept. */
export type Intake = (coming: Coming) => Promise<string>;
/** A file to send out, and whether a browser may show it in its own window. */
export interface Found { readonly key: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly isShown: boolean }

/** What it takes to keep a file under a viewer's post; a request has it, background work puts it together. */
export type Keeping = Pick<Working, 'session' | 'viewer' | 'files'>;
export interface NewFile {
  readonly name: string;
  readonly mediaType: string;
  readonly kind: 'IMPORT' | 'IMPORT_NOTES' | 'IMPORT_TEMPLATE' | 'EXPORT';
  readonly write: (stream: Writable) => Promise<void>;
  /** Bytes, and what to say of more; without it there is no limit. */
  readonly most?: { readonly bytes: number; readonly message: string };
}

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A name as it may be shown and saved: no path, no control characters, at most 120 characters. */
export const fileNameOf = (given: string): string =>
  given.normalize('NFC').replace(/^.*[/\\]/s, '').replace(/[\u0000-\u001f\u007f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim().slice(-120) || 'tep';

/**
 * Keeps what `write` sends and gives the id under which the post fetches it at /files/<id> for seven days. The bytes are on disk before the
 * session is asked for anything, so a session that opens lazily holds no connection while they come. Rolled back, the file is
 * nobody's, and the job removes it.
 */
export async function saveFile({ session, viewer, files }: Keeping, { name, mediaType, kind, write, most }: NewFile): Promise<string> {
  const { key, size, sha256 } = await files.keep(write, most?.bytes, most?.message);
  await insertFile(session, viewer, { id: key, name: fileNameOf(name), mediaType, size, sha256, kind });
  return key;
}

/** A leave to send one file within ten minutes, bound to account and post: the token of PUT /files/<token>, kept nowhere. */
export async function giveTicket({ session, viewer }: Pick<Keeping, 'session' | 'viewer'>, ticket: Ticket): Promise<string> {
  const token = newToken();
  await insertTicket(session, viewer, hashOf(token).toString('hex'), { ...ticket, name: fileNameOf(ticket.name) });
  return token;
}
