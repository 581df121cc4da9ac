import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { handOver, openHome, type Home } from './embedded-home.js';
import { findPrograms, type Owner, type Programs } from './embedded-programs.js';

/** A running PostgreSQL of our own; both addresses name the database `province`. */
export interface EmbeddedServer {
  readonly url: string;
  readonly adminUrl: string;
  /** Stops PostgreSQL; what is committed is on disk. */
  stop(): Promise<void>;
}

const run = promisify(execFile);

// Errors are logged without the statement and without DETAIL, which repeats the values of a row.
const always = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_error_verbosity=terse', 'log_min_error_statement=panic'];
// For tests alone: nothing survives a fall of the machine, and nothing has to.
const hasty = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=256MB', 'max_connections=200', 'max_wal_size=2GB'];

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

/** Made beside and renamed, so that a start killed half-way leaves nothing that looks finished. */
async function createData({ folder, data, owner, logins }: Home, programs: Programs): Promise<void> {
  const unfinished = `${data}.new`;
  const passwordFile = join(folder, 'password');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, logins.admin, { mode: 0o600 });
  handOver(unfinished, owner);
  handOver(passwordFile, owner);
  try {
    const shape = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=icu', '--icu-locale=vi', '--locale=C', '--no-instructions'];
    await run(programs.initdb, ['-D', unfinished, '-U', 'postgres', `--pwfile=${passwordFile}`, ...shape], { ...owner, cwd: '/' });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, data);
}

interface LockFile {
  readonly pid: number;
  readonly port: number;
}

function readLockFile(data: string): LockFile | undefined {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(pid), port: Number(port) };
}

/** Whether the pid that a fallen server left behind now belongs to some other program; pg_ctl would take that for the server. */
function isOfAnotherProgram(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return process.platform === 'linux' && existsSync(file) && !readFileSync(file, 'utf8').includes('postgres');
}

function startProcess(programs: Programs, data: string, owner: Owner, options: readonly string[]): Promise<void> {
  const log = join(data, 'server.log');
  const flags = options.map(option => `-c ${option}`).join(' ');
  return new Promise((done, fail) => {
    // Nothing is piped: PostgreSQL would keep the pipe open and the wait would not end.
    spawn(programs.pg_ctl, ['-D', data, '-w', '-t', '120', '-l', log, '-o', flags, 'start'], { ...owner, cwd: '/', stdio: 'ignore' })
      .once('error', fail)
      .once('exit', code => (code === 0 ? done() : fail(new Error(`PostgreSQL không khởi động được (pg_ctl: ${code}), xem ${log}`))));
  });
}

const control = ({ data, owner }: Home, programs: Programs, ...words: string[]) =>
  run(programs.pg_ctl, ['-D', data, ...words], { ...owner, cwd: '/' });

/** Brings up the PostgreSQL of a home if none runs there; returns the port. */
async function ensureRunning(home: Home, programs: Programs, options: readonly string[]): Promise<number> {
  const { data, owner } = home;
  const left = readLockFile(data);
  if (left && isOfAnotherProgram(left.pid)) rmSync(join(data, 'postmaster.pid'));
  if (!(await control(home, programs, 'status').then(() => true, () => false)))
    await startProcess(programs, data, owner, [`port=${await freePort()}`, ...options]);
  return readLockFile(data)?.port ?? 0;
}

// A server that is still recovering from a fall, or on its way down, refuses for a moment.
const isPassing = (error: unknown): boolean => ['57P03', 'ECONNREFUSED', 'ECONNRESET'].includes((error as { code?: string }).code ?? '');

async function connect(adminUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'holder', keepAlive: true });
  client.on('error', () => {}); // the pool meets the same failure and says so
  await client.connect();
  return client;
}

/** Holds the folder for this process: PostgreSQL lets go of the lock by itself, in whatever way the process dies. */
async function hold(client: pg.Client): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const { rows } = await client.query<{ held: boolean }>(`SELECT pg_try_advisory_lock(hashtext('data folder')) AS held`);
    if (rows[0]?.held) return;
    await pause(250);
  }
  await client.end();
  throw new Error('DATA_FOLDER: một tiến trình khác đang dùng thư mục dữ liệu này.');
}

/** Makes what a first start could not finish, and renews the password of app_user. */
async function createDatabase(client: pg.Client, password: string): Promise<void> {
  const { rows } = await client.query<{ role: boolean; database: boolean }>(`SELECT
    EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_user') AS role,
    EXISTS (SELECT FROM pg_database WHERE datname = 'province') AS database`);
  await client.query(`${rows[0]?.role ? 'ALTER' : 'CREATE'} ROLE app_user LOGIN NOINHERIT PASSWORD '${password}'`);
  if (!rows[0]?.database) await client.query('CREATE DATABASE province');
}

/**
 * Starts the PostgreSQL of a data folder, or adopts the one that a killed process left running. Refuses when another
 * process uses the folder. With `fast`, durability is given up for speed: tests only.
 */
export async function startEmbeddedServer(dataFolder: string, options: { readonly fast?: boolean } = {}): Promise<EmbeddedServer> {
  const home = openHome(dataFolder);
  const { logins } = home;
  const programs = await findPrograms(home.folder, home.owner);
  if (!existsSync(home.data)) await createData(home, programs);
  let port = 0;
  const address = (login: string, password: string, database: string) => `postgres://${login}:${password}@127.0.0.1:${port}/${database}`;
  let holder: pg.Client | undefined;
  for (let attempt = 1; !holder; attempt++) {
    try {
      port = await ensureRunning(home, programs, [...always, ...(options.fast ? hasty : [])]);
      holder = await connect(address('postgres', logins.admin, 'postgres'));
    } catch (error) {
      if (!isPassing(error) || attempt === 100) throw error;
      await pause(300);
    }
  }
  await hold(holder);
  await createDatabase(holder, logins.app);
  const held = holder;
  return {
    url: address('app_user', logins.app, 'province'),
    adminUrl: address('postgres', logins.admin, 'province'),
    stop: async () => {
      await held.end();
      await control(home, programs, '-m', 'fast', '-w', 'stop');
    },
  };
}

/**
 * For commands beside a running application: its PostgreSQL while it runs, left running afterwards; else started and stopped again.
 * Throws what startEmbeddedServer throws.
 */
export async function visitEmbeddedServer(dataFolder: string): Promise<EmbeddedServer> {
  const home = openHome(dataFolder), left = existsSync(home.data) ? readLockFile(home.data) : undefined;
  if (!left || !(await control(home, await findPrograms(home.folder, home.owner), 'status').then(() => true, () => false))) return startEmbeddedServer(dataFolder);
  const address = (login: string, password: string) => `postgres://${login}:${password}@127.0.0.1:${left.port}/province`;
  return { url: address('app_user', home.logins.app), adminUrl: address('postgres', home.logins.admin), stop: async () => {} };
}
