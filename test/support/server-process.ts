import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** A system started as a person starts it: a process of its own, told nothing but its settings. */
export interface ServerProcess {
  readonly address: string;
  /** Milliseconds from the start to the address on the screen. */
  readonly startedIn: number;
  /** What has been said on stdout so far. */
  said(): string;
  /** Sends a signal and waits for the end; returns the exit code, null after SIGKILL. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const main = 'build/server/main.js';

function launch(settings: Record<string, string>, uid?: number): ChildProcess {
  const env = { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn', ...settings };
  return spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'], ...(uid !== undefined && { uid, gid: uid }) });
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve(child.exitCode) : new Promise(done => child.once('exit', done));

/** Starts a system on a data folder, as another account where a uid is given. Rejects with its stderr when it ends before it listens. */
export async function startServerProcess(settings: Record<string, string>, uid?: number): Promise<ServerProcess> {
  const began = performance.now();
  const child = launch(settings, uid);
  let out = '';
  let errors = '';
  child.stderr!.on('data', chunk => (errors += String(chunk)));
  const address = await new Promise<string>((done, fail) => {
    child.stdout!.on('data', chunk => {
      out += String(chunk);
      const [found] = /http:\/\/localhost:\d+/.exec(out) ?? [];
      if (found && out.includes('Ctrl+C')) done(found);
    });
    child.once('exit', code => fail(new Error(`exit ${code}: ${errors}`)));
  });
  return {
    address: address.replace('localhost', '127.0.0.1'),
    startedIn: performance.now() - began,
    said: () => out,
    end: signal => {
      child.kill(signal);
      return exitOf(child);
    },
  };
}

/** Starts with settings that cannot work and waits for the end. */
export async function refusedStart(settings: Record<string, string>): Promise<{ code: number | null; errors: string; out: string }> {
  const child = launch(settings);
  let errors = '';
  let out = '';
  child.stderr!.on('data', chunk => (errors += String(chunk)));
  child.stdout!.on('data', chunk => (out += String(chunk)));
  return new Promise(done => child.once('close', code => done({ code, errors, out })));
}

/** Runs one statement as the superuser of the embedded server that lives in a data folder. */
export async function askEmbedded<Row extends pg.QueryResultRow>(dataFolder: string, sql: string): Promise<Row[]> {
  const { admin } = JSON.parse(readFileSync(join(dataFolder, 'logins.json'), 'utf8')) as { admin: string };
  const port = Number(readFileSync(join(dataFolder, 'pg/postmaster.pid'), 'utf8').split('\n')[3]);
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: admin, database: 'province' });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
