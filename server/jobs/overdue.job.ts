import type { Door } from '../database/session.js';
import type { Logger } from '../log.js';

const anHour = 3_600_000; // milliseconds
/** What was over for longer when this was first looked at is left to be chased by people. */
const longestDays = 31;

/** Tells of work whose last day has passed, once for each such day whatever number of processes run; returns of how much. */
export async function tellOverdue({ source, clock }: Pick<Door, 'source' | 'clock'>): Promise<number> {
  const [{ count }] = await source.query<{ count: number }[]>('SELECT tell_overdue($1, $2) AS count', [clock.today(), longestDays]);
  return count;
}

/** Every hour, so that a day's are told soon after midnight. Returns how to stop. */
export function startOverdue(door: Pick<Door, 'source' | 'clock'>, log: Logger): () => void {
  const run = (): Promise<void> => tellOverdue(door).then(count => { if (count > 0) log.info({ count }, 'overdue work told'); }, (error: unknown) => log.error({ err: error }, 'overdue work not told'));
  const timer = setInterval(() => void run(), anHour).unref();
  return () => clearInterval(timer);
}
