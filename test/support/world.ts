import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startApp, type App, type AppOptions } from '../../server/app.js';
import type { PostRole } from '../../server/access/portal-kind.js';
import { readConfig } from '../../server/config.js';
import { createAccount } from '../../server/identity/account.service.js';
import { hashOf, newToken } from '../../server/identity/token.js';
import { openLog, type Logger } from '../../server/log.js';

interface GraphError { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions: { readonly code: string; readonly fields?: readonly string[] } & Record<string, unknown> }
/** Answers are read as the test knows them to be. */
export interface Answer { readonly status: number; readonly data: Any; readonly errors: readonly GraphError[] | undefined; readonly text: string; readonly headers: Headers }
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape of an answer is what the test asserts
type Any = any;

/** A signed-in person of one unit under one hat. */
export interface Client {
  (query: string, variables?: object): Promise<Answer>;
  readonly unit: string;
  readonly unitId: number;
  readonly post: number;
  readonly token: string;
}
export interface PostWish { readonly role?: PostRole; readonly sensitive?: readonly string[]; readonly villages?: readonly string[]; readonly communes?: readonly string[] }

type SignIn = (unit: string, wish?: PostWish) => Promise<Client>;

export interface World {
  readonly url: string;
  readonly app: App;
  /** Superuser of this world's own database. */
  readonly admin: pg.Client;
  /** Where the bytes of its files lie. */
  readonly filesFolder: string;
  readonly as: Readonly<Record<'secretariat' | 'department' | 'commune' | 'massOrganisation', SignIn>> & {
    /** Of whatever kind, where a test goes through several. */
    readonly unit: SignIn;
    readonly guest: (query: string, variables?: object) => Promise<Answer>;
  };
  /** A second process's worth of the application on the same database. */
  beside(settings?: Record<string, string>): Promise<{ readonly url: string; readonly app: App; stop(): Promise<void> }>;
  /** One more superuser's connection, for transactions that overlap. */
  anotherAdmin(): Promise<pg.Client>;
  stop(): Promise<void>;
}

async function send(url: string, headers: Record<string, string>, query: string, variables: object = {}): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as Pick<Answer, 'data' | 'errors'>;
  return { status: response.status, data, errors, text, headers: response.headers };
}

let made = 0;

/** A hat without a password: the sign-in's row is written straight away, as tests of signing in are elsewhere. */
async function signIn(url: string, admin: pg.Client, unit: string, { role = 'OFFICER', sensitive = [], villages, communes }: PostWish): Promise<Client> {
  const { rows: [found] } = await admin.query<{ id: number }>('SELECT id FROM unit WHERE code = $1 AND valid_to IS NULL', [unit]);
  const account = await createAccount(admin, { login: `thu.${process.pid}.${made++}`, name: `Người dùng thử ${made}`, password: 'khong-dung-den-bao-gio', mustChangePassword: false },
    [{ unitCode: unit, role, sensitiveNouns: sensitive, ...(villages && { villages }), ...(communes && { communes }) }]);
  const token = newToken(), post = account!.posts[0]!;
  await admin.query("INSERT INTO sign_in (token_hash, account_id, post_id, expires_at) VALUES ($1, $2, $3, now() + interval '12 hours')", [hashOf(token), account!.id, post]);
  const client = (query: string, variables?: object) => send(url, { cookie: `session=${token}`, 'x-hat': String(post) }, query, variables);
  return Object.assign(client, { unit, unitId: found!.id, post, token });
}

/** A database of this test file's own, copied from the prepared one, and the app on it, in this process. */
export async function openWorld(options: { gates?: AppOptions['gates']; settings?: Record<string, string>; log?: Logger } = {}): Promise<World> {
  const template = new URL(process.env.TEST_ADMIN_URL!).pathname.slice(1);
  const name = `world_${process.pid}_${Date.now()}_${made++}`;
  const at = (address: string, database: string) => Object.assign(new URL(address), { pathname: `/${database}` }).href;
  const maker = new pg.Client(at(process.env.TEST_ADMIN_URL!, 'postgres'));
  await maker.connect();
  await maker.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  const admin = new pg.Client(at(process.env.TEST_ADMIN_URL!, name));
  await admin.connect();
  const folder = join(tmpdir(), name);
  const start = (settings: Record<string, string> = {}) => {
    const config = readConfig({ LOG_LEVEL: 'silent', EXECUTOR: process.env.EXECUTOR, DATA_FOLDER: folder, ...options.settings, ...settings });
    return startApp({ url: at(process.env.TEST_URL!, name), adminUrl: at(process.env.TEST_ADMIN_URL!, name), port: 0, host: '127.0.0.1', log: options.log ?? openLog(config.logLevel), config,
      isPrepared: true, ...(options.gates && { gates: options.gates }) });
  };
  const app = await start();
  const url = `http://127.0.0.1:${app.port}`;
  const hat = (unit: string, wish: PostWish = {}) => signIn(url, admin, unit, wish);
  return {
    url, app, admin, filesFolder: join(folder, 'files'),
    as: { secretariat: hat, department: hat, commune: hat, massOrganisation: hat, unit: hat, guest: (query, variables) => send(url, {}, query, variables) },
    beside: async settings => {
      const other = await start(settings);
      return { url: `http://127.0.0.1:${other.port}`, app: other, stop: () => other.stop() };
    },
    anotherAdmin: async () => {
      const client = new pg.Client(at(process.env.TEST_ADMIN_URL!, name));
      await client.connect();
      return client;
    },
    stop: async () => {
      await app.stop();
      await admin.end();
      await maker.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await maker.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
