import { hatInUse } from '../../graphql/hat';
import { importing as words } from '../../text/vi-import';

const mostBytes = 20 * 1024 * 1024;

/** Why a chosen file cannot be sent, before anything is sent. */
export function problemOf(file: File): string | undefined {
  if (!/\.xlsx$/i.test(file.name)) return words.notWorkbook;
  return file.size > mostBytes ? words.tooLarge : undefined;
}

/** Sends a file with its ticket, saying how much of a hundred is gone; resolves to a sentence when it did not arrive. */
export function sendFile(ticket: string, file: File, onProgress: (percent: number) => void): Promise<string | undefined> {
  return new Promise((done) => {
    // fetch does not say how far an upload has come.
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : Math.floor((loaded / total) * 100));
    request.onerror = () => done(words.failedUpload);
    request.onabort = () => done(words.failedUpload);
    request.onload = () => done(request.status === 200 ? undefined : refusalIn(request.responseText));
    request.open('PUT', `/files/${ticket}`);
    request.setRequestHeader('x-hat', hatInUse() ?? '');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  });
}

function refusalIn(answer: string): string {
  try {
    return (JSON.parse(answer) as { errors?: { message: string }[] }).errors?.[0]?.message ?? words.failedUpload;
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
