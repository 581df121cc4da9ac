import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface Kept { readonly key: string; readonly size: number; readonly sha256: string }

/** Where the bytes of files lie, under random keys that no caller chooses. */
export interface FileStorage {
  /** Keeps what `write` sends. Throws FileRefused TOO_LARGE with `tooLarge` beyond `most` bytes; after any failure nothing is kept. */
  keep(write: (stream: Writable) => Promise<void>, most?: number, tooLarge?: string): Promise<Kept>;
  /** Rejects with ENOENT when nothing lies there. */
  open(key: string): Promise<Readable>;
  /** For readers that seek. */
  pathOf(key: string): string;
  remove(key: string): Promise<void>;
  /** Keys of all that has lain here for longer than an hour, so that nothing is among them that is still being written. */
  settled(): Promise<string[]>;
}

/** Why a file is not taken; the message is for the person who sent it. */
export class FileRefused extends Error {
  constructor(readonly code: 'TOO_LARGE' | 'NOT_TAKEN' | 'TELLS_PLACE', message: string) { super(message); }
}

/** A key as it is written here, and so the id of its row: anything else names no file. */
export const isKey = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const anHour = 3_600_000; // milliseconds

/** Counts and digests what passes through. */
function meter(most: number, tooLarge: string): { stream: Transform; result: () => { size: number; sha256: string } } {
  const hash = createHash('sha256');
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > most) { done(new FileRefused('TOO_LARGE', tooLarge)); return; }
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ size, sha256: hash.digest('hex') }) };
}

/** A folder of the data folder; made when the first file comes. */
export function folderStorage(folder: string): FileStorage {
  const pathOf = (key: string): string => {
    if (!isKey(key)) throw new RangeError('no key of a file');
    return join(folder, key);
  };
  return {
    pathOf,
    async keep(write, most = Number.MAX_SAFE_INTEGER, tooLarge = 'Tệp quá lớn.') {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const key = randomUUID(), { stream, result } = meter(most, tooLarge);
      const written = pipeline(stream, createWriteStream(pathOf(key), { flags: 'wx', mode: 0o600 }));
      try {
        // Either may fail first and then ends the other.
        await Promise.all([written, write(stream).catch((error: unknown) => { stream.destroy(error as Error); throw error; })]);
      } catch (error) {
        await written.catch(() => {});
        await rm(pathOf(key), { force: true });
        throw error;
      }
      return { key, ...result() };
    },
    async open(key) {
      await stat(pathOf(key));
      return createReadStream(pathOf(key));
    },
    remove: key => rm(pathOf(key), { force: true }),
    async settled() {
      const names = await readdir(folder).catch(() => [] as string[]);
      const ages = await Promise.all(names.filter(isKey).map(async key => ({ key, at: (await stat(pathOf(key)).catch(() => null))?.mtimeMs ?? Date.now() })));
      return ages.filter(({ at }) => at < Date.now() - anHour).map(({ key }) => key);
    },
  };
}
