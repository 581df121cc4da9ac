import { listen, type Ask } from '../database/listener.js';
import type { Viewer } from '../identity/viewer.js';
import type { Logger } from '../log.js';

/** That there is a notice; what it says is read by right. */
export interface Arrival { readonly id: string }

export interface NoticeFeed {
  readonly ready: Promise<void>;
  /** Notices that may concern the viewer from now on, until the reader ends it. Whether one does, its row rule decides. */
  arrivals(viewer: Pick<Viewer, 'unitId' | 'postId' | 'standsInForId'>): AsyncIterableIterator<Arrival>;
  /** Runs whenever something was told, whomever it concerns. */
  onTold(listener: () => void): void;
  stop(): Promise<void>;
}

interface Route { readonly horizon: string; readonly id: string | null; readonly transaction: string; readonly unit: number; readonly post: number | null }
interface Subscriber { readonly posts: readonly (number | null | undefined)[]; push(arrival: Arrival): void; end(): void }

/** One who does not read so many is let go: the page then asks anew for what it missed. */
const mostWaiting = 1000;
const over = { value: undefined, done: true } as const;

/** Hands on what was told in any process of this database, each notice once, over one listening connection. */
export function createNoticeFeed({ url, log }: { readonly url: string; readonly log: Logger }): NoticeFeed {
  const subscribers = new Map<number, Set<Subscriber>>();
  // All below the horizon is over; above it a transaction may still commit behind one that was seen, so what was handed on is remembered there.
  let horizon: string | null = null;
  const handedOn = new Map<string, bigint>();
  let told = (): void => {};

  async function look(ask: Ask): Promise<void> {
    const routes = await ask<Route>('SELECT horizon::text, id::text, transaction::text, unit_id AS unit, post_id AS post FROM notice_routes($1)', [horizon]);
    for (const { id, transaction, unit, post } of routes) {
      if (id === null || handedOn.has(id)) continue;
      handedOn.set(id, BigInt(transaction));
      for (const subscriber of subscribers.get(unit) ?? []) if (post === null || subscriber.posts.includes(post)) subscriber.push({ id });
    }
    if (horizon !== null && routes.some(({ id }) => id !== null)) told();
    horizon = routes[0].horizon;
    for (const [id, transaction] of handedOn) if (transaction < BigInt(horizon)) handedOn.delete(id);
  }

  const { ready, stop } = listen({ url, channel: 'notice', log, look });
  return {
    ready,
    onTold(listener) { told = listener; },
    arrivals({ unitId, postId, standsInForId }) {
      const waiting: Arrival[] = [];
      let isOver = false, take: ((result: IteratorResult<Arrival>) => void) | null = null;
      const among = subscribers.get(unitId) ?? new Set<Subscriber>();
      subscribers.set(unitId, among);
      const subscriber: Subscriber = {
        posts: [postId, standsInForId],
        push(arrival) {
          if (take) { take({ value: arrival, done: false }); take = null; } else if (waiting.push(arrival) > mostWaiting) this.end();
        },
        end() {
          isOver = true;
          among.delete(subscriber);
          if (among.size === 0 && subscribers.get(unitId) === among) subscribers.delete(unitId);
          take?.(over);
          take = null;
        },
      };
      among.add(subscriber);
      return {
        async next() {
          if (isOver) return over;
          const arrival = waiting.shift();
          return arrival ? { value: arrival, done: false } : new Promise(done => { take = done; });
        },
        async return() { subscriber.end(); return over; },
        [Symbol.asyncIterator]() { return this; },
      };
    },
    stop: async () => {
      for (const among of [...subscribers.values()]) for (const subscriber of [...among]) subscriber.end();
      await stop();
    },
  };
}
