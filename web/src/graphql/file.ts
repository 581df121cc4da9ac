import { hatInUse } from './hat';

export type PutOutcome = { kind: 'done'; id: string } | { kind: 'refused'; message: string | null; isFinal: boolean } | { kind: 'lost' };

/** Sends a file with its ticket, saying how much of a hundred is gone. Lost: nobody answered. Refused: why, where the answer says it, and whether the same file can never be taken. */
export function putFile(ticket: string, file: Blob, onProgress: (percent: number) => void, signal?: AbortSignal): Promise<PutOutcome> {
  return new Promise((done) => {
    // fetch does not say how far an upload has come.
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : Math.floor((loaded / total) * 100));
    request.onerror = () => done({ kind: 'lost' });
    request.onabort = () => done({ kind: 'lost' });
    request.onload = () => {
      const answer = read(request.responseText);
      done(request.status === 200 && answer.id ? { kind: 'done', id: answer.id } : { kind: 'refused', message: answer.errors?.[0]?.message ?? null, isFinal: request.status === 413 || request.status === 422 });
    };
    request.open('PUT', `/files/${ticket}`);
    request.setRequestHeader('x-hat', hatInUse() ?? '');
    request.setRequestHeader('content-type', 'application/octet-stream');
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

interface PutAnswer {
  id?: string;
  errors?: { message: string }[];
}

function read(answer: string): PutAnswer {
  try {
    return JSON.parse(answer) as PutAnswer;
  } catch {
    return {};
  }
}

/** Where the browser fetches a kept file; the address names the hat, as a link sends no header. */
export const fileAddress = (id: string): string => `/files/${id}?hat=${encodeURIComponent(hatInUse() ?? '')}`;
