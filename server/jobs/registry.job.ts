import type { Door } from '../database/session.js';
import type { Logger } from '../log.js';
import { keepRegistry } from '../standard/registry-keeping.service.js';

const anHour = 3_600_000, aMinute = 60_000; // milliseconds

/** At the start and every hour by the clock's today; after a failure again in a minute. Returns how to stop, which waits for what runs. */
export function startRegistryKeeping(door: Door, log: Logger, { every = anHour, again = aMinute } = {}): () => Promise<void> {
  let isStopped = false, timer: NodeJS.Timeout | undefined;
  const run = async (): Promise<void> => {
    let next = every;
    try {
      const count = await keepRegistry(door);
      if (count > 0) log.info({ count }, 'newly escaped ended');
    } catch (error) {
      log.error({ err: error }, 'registry not kept');
      next = again;
    }
    if (!isStopped) timer = setTimeout(start, next).unref();
  };
  let running: Promise<void> = Promise.resolve();
  const start = (): void => { running = run(); };
  start();
  return async () => { isStopped = true; clearTimeout(timer); await running; };
}
