import type { Door } from '../database/session.js';
import type { Logger } from '../log.js';

const anHour = 3_600_000; // milliseconds

/** Brings villages and their households to the area type that holds on the working day; repeating it changes nothing. */
export async function applyAreaTypes({ source, clock }: Pick<Door, 'source' | 'clock'>): Promise<void> {
  await source.transaction(async manager => {
    await manager.query("SELECT set_config('app.today', $1, true)", [clock.today()]);
    await manager.query('SELECT apply_village_area_types()');
  });
}

/** Once at the start and every hour, so that a day's changes hold soon after midnight. Returns how to stop. */
export function startAreaTypes(door: Pick<Door, 'source' | 'clock'>, log: Logger): () => void {
  const run = (): void => void applyAreaTypes(door).catch((error: unknown) => log.error({ err: error }, 'area types not applied'));
  run();
  const timer = setInterval(run, anHour).unref();
  return () => clearInterval(timer);
}
