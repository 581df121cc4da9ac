import { isDeepStrictEqual } from 'node:util';
import { send, shotOf, volley, type Shot } from './load.js';
import type { Operation } from './operation.js';
import type { Person } from './province.js';
import type { Server } from './server.js';

export interface Pace { readonly rounds: number; readonly concurrency: number; readonly milliseconds: number }

/** What one server did with one operation; medians over the rounds. */
export interface Measured {
  /** Answers a second. */
  readonly throughput: number;
  /** Milliseconds of the server's processor time an answer. */
  readonly cpu: number;
  /** Data statements an answer. */
  readonly statements: number;
  /** Milliseconds until the answer. */
  readonly p50: number;
  readonly p95: number;
}

/** The one in the middle. */
export const medianOf = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
const mediansOf = (rounds: readonly Measured[]): Measured => Object.fromEntries(
  (['throughput', 'cpu', 'statements', 'p50', 'p95'] as const).map(key => [key, medianOf(rounds.map(round => round[key]))])) as unknown as Measured;

async function round(server: Server, shot: Shot, pace: Pace): Promise<Measured> {
  const before = await server.read();
  const { count, throughput, times } = await volley(shot, pace);
  const after = await server.read();
  const at = (part: number) => times[Math.min(count - 1, Math.floor(count * part))]!;
  return { throughput, cpu: (after.cpu - before.cpu) / count, statements: (after.statements - before.statements) / count, p50: at(0.5), p95: at(0.95) };
}

/** Throws unless every server gives the same data, and some. */
export async function assertSame(servers: readonly Server[], operation: Operation, person: Person): Promise<void> {
  const answers = await Promise.all(servers.map(async ({ name, address }) =>
    ({ name, data: (JSON.parse(await send(shotOf(address, operation, person))) as { data: Record<string, { nodes: unknown[] }> }).data })));
  if (Object.values(answers[0]!.data)[0]!.nodes.length === 0) throw new Error(`${operation.name}: nothing to measure, the answer is empty`);
  for (const { name, data } of answers) if (!isDeepStrictEqual(data, answers[0]!.data)) throw new Error(`${operation.name}: ${name} answers otherwise than ${answers[0]!.name}`);
}

export interface Contest { readonly server: Server; readonly operation: Operation; readonly person: Person }

/** A server's cost an answer falls by half within its first thousand; all are measured after that, each warmed alike. */
const warmUp = 6_000; // milliseconds

/** Warms each contestant, then measures them in turns, so that a busy moment of the machine meets all alike. */
export async function inTurns(contests: readonly Contest[], pace: Pace): Promise<Measured[]> {
  const shots = contests.map(({ server, operation, person }) => shotOf(server.address, operation, person));
  const rounds: Measured[][] = contests.map(() => []);
  for (const shot of shots) await volley(shot, { ...pace, milliseconds: warmUp });
  for (let i = 0; i < pace.rounds; i++) for (const [j, { server }] of contests.entries()) rounds[j]!.push(await round(server, shots[j]!, pace));
  return rounds.map(mediansOf);
}

/** One operation on all servers, which must agree first. In the order of the servers. */
export async function compare(servers: readonly Server[], operation: Operation, person: Person, pace: Pace): Promise<Measured[]> {
  await assertSame(servers, operation, person);
  return inTurns(servers.map(server => ({ server, operation, person })), pace);
}
