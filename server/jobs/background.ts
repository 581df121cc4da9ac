import type { Logger } from '../log.js';

/** Work that outlasts its request; a few at a time, the others wait their turn. */
export interface Background {
  /** `work` must say itself, where people look, how it ended; what it throws goes to the log. */
  run(name: string, work: () => Promise<void>): void;
  /** True from then on; work that takes long looks and stops. */
  readonly isDraining: boolean;
  /** Takes nothing new and waits for what runs. */
  drain(): Promise<void>;
}

export function createBackground(log: Logger, atOnce = 2): Background {
  const waiting: { name: string; work: () => Promise<void> }[] = [], running = new Set<Promise<void>>();
  let isDraining = false;
  const next = (): void => {
    while (!isDraining && running.size < atOnce && waiting.length > 0) {
      const { name, work } = waiting.shift()!;
      const run = work().catch((error: unknown) => log.error({ err: error, name }, 'background work failed')).finally(() => { running.delete(run); next(); });
      running.add(run);
    }
  };
  return {
    run: (name, work) => { waiting.push({ name, work }); setImmediate(next); },
    get isDraining() { return isDraining; },
    drain: async () => { isDraining = true; await Promise.all(running); },
  };
}
