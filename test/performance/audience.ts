import { createClient } from 'graphql-ws';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { WebSocket } from 'ws';
import { settingsOf } from '../../server/database/session.js';
import { viewerStatement } from '../../server/identity/sign-in.query.js';
import { hashOf, newToken } from '../../server/identity/token.js';
import type { Viewer } from '../../server/identity/viewer.js';
import { benchDay, type Person, type Province } from './province.js';

/** Someone who waits for notices. */
export interface Listener extends Person { readonly unitCode: string; readonly role: string }
/** Told of each notice that reached someone, at once. */
export type Hear = (listener: Listener) => void;
export interface Audience { close(): Promise<void> }

/** Signs in the leader and the officer of every commune and of one department: two hundred people, each with an account of the own. */
export async function signInListeners({ admin }: Province): Promise<Listener[]> {
  const { rows } = await admin.query<{ account: number; post: number; unitId: number; unitCode: string; role: string }>(
    `SELECT p.account_id AS account, p.id AS post, u.id AS "unitId", u.code AS "unitCode", p.role FROM post p JOIN unit u ON u.id = p.unit_id JOIN account a ON a.id = p.account_id
      WHERE a.login = 'bench.' || lower(u.code) || '.' || lower(p.role) AND u.valid_to IS NULL AND (u.kind = 'commune' OR u.code = 'sxd') ORDER BY p.id`);
  const people = rows.map(row => ({ ...row, hat: String(row.post), token: newToken() }));
  await admin.query(`INSERT INTO sign_in (token_hash, account_id, post_id, expires_at)
    SELECT decode(x.hash, 'hex'), x.account, x.post, now() + interval '1 hour' FROM json_to_recordset($1) AS x (hash text, account int, post int)`,
    [JSON.stringify(people.map(({ account, post, token }) => ({ account, post, hash: hashOf(token).toString('hex') })))]);
  return people;
}

/** Time for the last subscription to reach the server, which does not confirm it. */
const settling = 1_000; // milliseconds

/** Everybody with a page open on the system: a websocket and a subscription each. */
export async function openPages(address: string, people: readonly Listener[], hear: Hear): Promise<Audience> {
  const pages = await Promise.all(people.map(async person => {
    class Page extends WebSocket {
      constructor(url: string, protocols?: string | string[]) { super(url, protocols, { headers: { cookie: `session=${person.token}`, origin: address } }); }
    }
    const page = createClient({ url: `${address.replace('http', 'ws')}/graphql`, webSocketImpl: Page, retryAttempts: 0, connectionParams: { hat: person.hat } });
    await new Promise<void>((done, fail) => {
      page.on('connected', () => done());
      page.subscribe({ query: 'subscription { noticeArrived { id kind noun rowId } }' }, { next: ({ data }) => { if (data) hear(person); }, error: fail, complete: () => {} });
    });
    return page;
  }));
  await pause(settling);
  return { close: async () => { await Promise.all(pages.map(page => page.dispose())); } };
}

const route = 'SELECT horizon::text, id::text, unit_id AS unit, post_id AS post, roles FROM notice_routes($1)';
const notice = `SELECT json_build_object('id', id::text, 'kind', kind, 'noun', noun, 'rowId', row_id)::text AS data FROM notice WHERE id = $1`;
interface Route { readonly horizon: string; readonly id: string | null; readonly unit: number; readonly post: number | null; readonly roles: string[] | null }

/** Raw: one client that listens on the channel, and for each of those it concerns the look-up of the viewer and one SELECT under the own rights. */
export async function listenBare({ url }: Province, people: readonly Listener[], hear: Hear): Promise<Audience> {
  const pool = new pg.Pool({ connectionString: url, max: 10, pipeline: true } as pg.PoolConfig), ear = new pg.Client(url), seen = new Set<string>();
  const inUnit = new Map<number, Listener[]>();
  for (const person of people) inUnit.set(person.unitId, [...inUnit.get(person.unitId) ?? [], person]);
  let horizon: string | null = null, isLooking = false, isWanted = false;

  async function read(person: Listener, id: string): Promise<void> {
    const { rows: [viewer] } = await pool.query<Viewer>({ ...viewerStatement(hashOf(person.token), benchDay), name: 'viewer' });
    const client = await pool.connect();
    try {
      const [, , { rows: [row] }] = await Promise.all([
        client.query('BEGIN'), client.query(settingsOf(viewer, 'read', benchDay)), client.query<{ data: string }>({ text: notice, values: [id], name: `notice ${viewer!.portalKind}` }), client.query('COMMIT'),
      ]);
      if (row) hear(person);
    } finally {
      client.release();
    }
  }
  async function look(): Promise<void> {
    if (isLooking) { isWanted = true; return; }
    isLooking = true;
    const { rows } = await ear.query<Route>(route, [horizon]);
    horizon = rows[0]!.horizon;
    for (const { id, unit, post, roles } of rows) {
      if (id === null || seen.has(id)) continue;
      seen.add(id);
      for (const person of inUnit.get(unit) ?? []) if ((post === null || String(post) === person.hat) && (roles === null || roles.includes(person.role))) void read(person, id);
    }
    isLooking = false;
    if (isWanted) { isWanted = false; await look(); }
  }

  await ear.connect();
  await ear.query('LISTEN notice');
  await look();
  ear.on('notification', () => { void look(); });
  await pause(settling);
  return { close: async () => { await ear.end(); await pool.end(); } };
}
