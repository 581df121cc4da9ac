import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { roleOf } from '../access/portal-kind.js';
import type { Viewer } from '../identity/viewer.js';
import { preparedOn } from './prepared.js';

export type Mode = 'read' | 'write';

/** The only door to a connection. Opens on first use; every statement runs as the viewer's role. */
export interface Session {
  read<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** For writes; the entity manager of the same transaction. */
  manager(): Promise<EntityManager>;
  /** Nothing of this operation is kept. */
  rollBack(): void;
  /** Runs once all of this is committed, and never if it is not. */
  afterCommit(work: () => void): void;
  readonly statements: number;
}

export interface Clock { today(): string }

/** The calendar's day in Vietnam, whatever the clock of a demonstration says. */
export const calendarDay = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

/** One core a statement: for the page of a list, starting others costs more than they bring, and two cores serve everybody. */
const settings = `SELECT set_config('max_parallel_workers_per_gather', '0', true), set_config('role', $1, true), set_config('app.units', $2, true), set_config('app.post', $3, true),
  set_config('app.villages', $4, true), set_config('app.communes', $5, true), set_config('app.sensitive', $6, true),
  set_config('app.today', $7, true), set_config('statement_timeout', '3000', true), set_config('transaction_read_only', $8, true), set_config('app.role', $9, true), set_config('app.views_from', $10, true)`;

const list = (values: readonly (number | string)[] | null): string => (values === null ? '' : `{${values.join(',')}}`);

/** The values that one statement sets for a viewer; a benchmark's yardstick sends the same. */
export const settingsOf = (viewer: Viewer, mode: Mode, today: string, role = roleOf(viewer.portalKind)): { text: string; values: string[] } => ({
  text: settings,
  values: [role, list([viewer.unitId]), String(viewer.postId), list(viewer.villages), list(viewer.communes), list(viewer.sensitiveNouns), today, mode === 'read' || viewer.viewing ? 'on' : 'off',
    viewer.postRole, viewer.viewing ? String(viewer.viewing.unitId) : ''],
});

export interface Door { readonly source: DataSource; readonly clock: Clock; readonly role?: (viewer: Viewer) => string }

/** Runs work in one transaction; commits unless work throws or asks to roll back. */
export async function withSession<T>({ source, clock, role }: Door, viewer: Viewer, mode: Mode, work: (session: Session) => Promise<T>): Promise<T> {
  let opening: Promise<{ runner: QueryRunner; client: PoolClient }> | undefined;
  let discard = false, statements = 0;
  const kept: (() => void)[] = [];
  const as = role?.(viewer) ?? roleOf(viewer.portalKind);
  const open = () => opening ??= (async () => {
    const runner = source.createQueryRunner();
    const client = await runner.connect() as PoolClient;
    const { text, values } = settingsOf(viewer, mode, clock.today(), as);
    // Not awaited: both travel with the first statement, in one packet. If one fails, the transaction is aborted and so is that statement.
    inOnePacket(client);
    for (const sent of [client.query('BEGIN'), client.query(text, values)]) sent.catch(() => {});
    return { runner, client };
  })();
  const session: Session = {
    async read(sql, values) {
      statements++;
      const { client } = await open();
      return (await client.query({ text: sql, values: values as unknown[], name: preparedOn(client).nameOf(as, sql) })).rows;
    },
    manager: async () => { statements++; return (await open()).runner.manager; },
    rollBack: () => { discard = true; },
    afterCommit: work => { kept.push(work); },
    get statements() { return statements; },
  };
  let done = false;
  try {
    const result = await work(session);
    done = true;
    return result;
  } finally {
    if (opening) {
      const closing = close(opening, done && !discard ? 'COMMIT' : 'ROLLBACK');
      // What was read stands whatever COMMIT answers, so the answer does not wait for it; what was written must be on disk first.
      if (mode === 'write') await closing;
      else closing.catch(() => {});
      if (done && !discard) for (const work of kept) work();
    }
  }
}

/** What is sent until the running microtasks end leaves together; a packet is what costs most of a small statement. */
function inOnePacket(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

async function close(opening: Promise<{ runner: QueryRunner; client: PoolClient }>, word: 'COMMIT' | 'ROLLBACK'): Promise<void> {
  const { runner, client } = await opening;
  try {
    await client.query(word);
    preparedOn(client).shed();
  } finally {
    await runner.release();
  }
}
