import { fork, type ChildProcess } from 'node:child_process';
import type { Reading } from './meter.js';

/** A measured server in a process of its own. */
export interface Server {
  readonly name: 'raw' | 'ours' | 'naive';
  readonly address: string;
  read(): Promise<Reading>;
  stop(): Promise<void>;
}

const longestStart = 60_000; // milliseconds

/**
 * Starts a script with the meter in it and waits for the address that it prints. Rejects when it ends before.
 * BENCH_NODE_RAW, BENCH_NODE_OURS and BENCH_NODE_NAIVE add options of node, as `--cpu-prof`.
 */
export async function startServer(name: Server['name'], script: string, settings: Readonly<Record<string, string>>): Promise<Server> {
  const options = process.env[`BENCH_NODE_${name.toUpperCase()}`]?.split(' ') ?? [];
  const child = fork(script, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...settings }, execArgv: ['--import', './build/test/performance/meter.js', ...options], silent: true,
  });
  let said = '', errors = '';
  child.stderr!.on('data', chunk => { errors += String(chunk); });
  const address = await new Promise<string>((done, fail) => {
    const late = setTimeout(() => { child.kill('SIGKILL'); fail(new Error(`${name}: no address within ${longestStart} ms`)); }, longestStart);
    child.stdout!.on('data', chunk => {
      said += String(chunk);
      const port = /http:\/\/localhost:(\d+)\s/.exec(said)?.[1];
      if (port) { clearTimeout(late); done(`http://127.0.0.1:${port}`); }
    });
    child.once('exit', code => { clearTimeout(late); fail(new Error(`${name} ended with ${code}: ${errors}`)); });
  });
  return {
    name, address,
    read: () => new Promise(done => { child.once('message', done as (reading: unknown) => void); child.send('read'); }),
    stop: async () => {
      if (hasEnded(child)) process.stderr.write(`${name} had ended before it was stopped. ${errors}\n`);
      else await end(child);
    },
  };
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess): Promise<void> {
  const over = new Promise<void>(done => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await over;
  clearTimeout(late);
}
