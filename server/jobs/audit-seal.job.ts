import type { Door } from '../database/session.js';
import type { Logger } from '../log.js';

const aMinute = 60_000; // milliseconds
/** Lines sealed, and seals looked at again, in one transaction. */
const atOnce = 5_000;
const trails = ['audit_line', 'access_log'] as const;

/** Seals every line whose transaction is over, of both trails; returns how many. Of several processes that seal at once, one does. */
export async function sealTrails(source: Door['source']): Promise<number> {
  let sealed = 0;
  for (const trail of trails) for (;;) {
    const [{ count }] = await source.query<[{ count: number }]>('SELECT seal_trail($1, $2) AS count', [trail, atOnce]);
    sealed += count;
    if (count < atOnce) break;
  }
  return sealed;
}

/** Looks a stretch of each chain through again, so that a page can say when it was last found whole; the whole trail takes as many calls as it needs. */
export async function checkTrails(source: Door['source']): Promise<void> {
  for (const trail of trails) await source.query('SELECT check_trail($1, $2)', [trail, 4 * atOnce]);
}

/** At the start and every minute: seals and checks, and ends looks at other portals whose time is over. Returns how to stop, which waits for what runs. */
export function startAuditSealing(source: Door['source'], log: Logger): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const run = async (): Promise<void> => {
    try {
      await sealTrails(source);
      await checkTrails(source);
      await source.query('SELECT end_views()');
    } catch (error) {
      log.error({ err: error }, 'trails not sealed');
    }
  };
  const start = (): void => { running = running.then(run); };
  start();
  const timer = setInterval(start, aMinute).unref();
  return async () => { clearInterval(timer); await running; };
}
