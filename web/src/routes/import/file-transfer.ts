import { hatInUse } from '../../graphql/hat';
import { importing as words } from '../../text/vi-import';

const mostBytes = 20 * 1024 * 1024;

/** Why a chosen file cannot be sent, before anything is sent. */
export function problemOf(file: File): string | undefined {
  if (!/\.xlsx$/i.test(file.name)) return words.notWorkbook;
  return file.size > mostBytes ? words.tooLarge : undefined;
}

/** Sends a file with its ticket; returns a sentence when it did not arrive. */
export async function sendFile(ticket: string, file: File): Promise<string | undefined> {
  try {
    const response = await fetch(`/files/${ticket}`, { method: 'PUT', body: file, headers: { 'x-hat': hatInUse() ?? '', 'content-type': 'application/octet-stream' } });
    if (response.ok) return undefined;
    const { errors } = (await response.json()) as { errors?: { message: string }[] };
    return errors?.[0]?.message ?? words.failedUpload;
  } catch {
    return words.failedUpload;
  }
}

/** Where the browser fetches a kept file; the address names the hat, as a link sends no header. */
export const fileAddress = (id: string): string => `/files/${id}?hat=${encodeURIComponent(hatInUse() ?? '')}`;

/** Fetches a file that was just made. */
export function fetchFile(id: string): void {
  const link = document.createElement('a');
  link.href = fileAddress(id);
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
