import type { Door } from '../database/session.js';
import type { FileStorage } from '../file/file.storage.js';
import type { Logger } from '../log.js';

const anHour = 3_600_000; // milliseconds

/** Ends expired files and tickets and removes bytes that no row names; returns how many. */
export async function expireFiles(source: Door['source'], files: FileStorage): Promise<number> {
  const rows = await source.query<{ id: string }[]>('SELECT expire_files AS id FROM expire_files($1::uuid[])', [await files.settled()]);
  for (const { id } of rows) await files.remove(id);
  return rows.length;
}

/** Every hour, and once at the start. Returns how to stop. */
export function startFileExpiry(source: Door['source'], files: FileStorage, log: Logger): () => void {
  const run = (): void => void expireFiles(source, files).then(
    count => { if (count > 0) log.info({ count }, 'files expired'); }, (error: unknown) => log.error({ err: error }, 'files not expired'));
  run();
  const timer = setInterval(run, anHour).unref();
  return () => clearInterval(timer);
}
