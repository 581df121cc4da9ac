import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../log.js';

/** A statement on the listening connection itself, as the application's login. */
export type Ask = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

export interface Listener {
  /** Once it listens for the first time. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

export interface ListenerOptions {
  readonly url: string; readonly channel: string; readonly log: Logger;
  /** What to do about signals: those that come while it runs are one. It remembers itself how far it came, for signals are lost with a connection. */
  readonly look: (ask: Ask) => Promise<void>;
  /** Milliseconds after which it looks though nothing was signalled: a connection can die without a word. */
  readonly every?: number;
}

const longestPause = 10_000, slowestAnswer = 10_000; // milliseconds

/** One connection of its own that waits for a channel's signals; made anew when it fails, and then `look` runs first. */
export function listen({ url, channel, log, look, every = 30_000 }: ListenerOptions): Listener {
  let isStopped = false, wake = (): void => {}, begun = (): void => {}, failures = 0;
  const ready = new Promise<void>(done => { begun = done; });

  async function serve(client: pg.Client): Promise<void> {
    let isOver = false, isWanted = true;
    client.on('error', () => { isOver = true; wake(); });
    client.on('end', () => { isOver = true; wake(); });
    client.on('notification', () => { isWanted = true; wake(); });
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    while (!isStopped && !isOver) {
      if (isWanted) {
        isWanted = false;
        await look(async (sql, values) => (await client.query(sql, values as unknown[])).rows);
        failures = 0;
        begun();
        continue;
      }
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>(done => {
        wake = done;
        timer = setTimeout(() => { isWanted = true; done(); }, every).unref();
      });
      clearTimeout(timer);
    }
  }

  const running = (async () => {
    while (!isStopped) {
      const client = new pg.Client({ connectionString: url, keepAlive: true, query_timeout: slowestAnswer, connectionTimeoutMillis: slowestAnswer, application_name: `listen ${channel}` });
      await serve(client).catch((error: unknown) => log.warn({ code: (error as { code?: unknown }).code, channel }, 'listening failed'));
      await client.end().catch(() => {});
      if (!isStopped) await pause(Math.min(100 * 2 ** failures++, longestPause), undefined, { ref: false });
    }
  })();
  return { ready, stop: async () => { isStopped = true; wake(); await running; } };
}
