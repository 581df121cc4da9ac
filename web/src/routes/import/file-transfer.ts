import { fileAddress, putFile } from '../../graphql/file';
import { importing as words } from '../../text/vi-import';

const mostBytes = 20 * 1024 * 1024;

/** Why a chosen file cannot be sent, before anything is sent. */
export function problemOf(file: File): string | undefined {
  if (!/\.xlsx$/i.test(file.name)) return words.notWorkbook;
  return file.size > mostBytes ? words.tooLarge : undefined;
}

/** Sends a file with its ticket, saying how much of a hundred is gone; resolves to a sentence when it did not arrive. */
export async function sendFile(ticket: string, file: File, onProgress: (percent: number) => void): Promise<string | undefined> {
  const outcome = await putFile(ticket, file, onProgress);
  return outcome.kind === 'done' ? undefined : (outcome.kind === 'refused' && outcome.message) || words.failedUpload;
}

/** Fetches a file that was just made. */
export function fetchFile(id: string): void {
  const link = document.createElement('a');
  link.href = fileAddress(id);
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
