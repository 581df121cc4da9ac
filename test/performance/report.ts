import type { Measured } from './measure.js';

/** One operation, as it is kept. */
export interface Record {
  readonly operation: string;
  readonly households: number;
  readonly throughputToRaw: number;
  readonly throughputToNaive: number;
  readonly cpuToRaw: number;
  readonly statements: number;
  /** Milliseconds, with the bench's concurrency. */
  readonly p50: number;
  readonly p95: number;
  readonly servers: { readonly raw: Measured; readonly ours: Measured; readonly naive: Measured };
}

/** The same page for a restricted portal and for the secretariat. */
export interface Restriction { readonly households: number; readonly timeToSecretariat: number; readonly department: Measured; readonly secretariat: Measured }

export const bars = { throughputToRaw: 0.5, throughputToNaive: 3, statements: 2, timeToSecretariat: 1.3 } as const;

const rounded = (value: number): number => Number(value.toPrecision(3));

export const recordOf = (operation: string, households: number, raw: Measured, ours: Measured, naive: Measured): Record => ({
  operation, households,
  throughputToRaw: rounded(ours.throughput / raw.throughput), throughputToNaive: rounded(ours.throughput / naive.throughput), cpuToRaw: rounded(ours.cpu / raw.cpu),
  statements: rounded(ours.statements), p50: rounded(ours.p50), p95: rounded(ours.p95), servers: { raw, ours, naive },
});

export const restrictionOf = (households: number, department: Measured, secretariat: Measured): Restriction =>
  ({ households, timeToSecretariat: rounded(secretariat.throughput / department.throughput), department, secretariat });

/** The bars that were missed, a sentence each. */
export function missed(records: readonly Record[], restriction: Restriction | null): string[] {
  const found = records.flatMap(({ operation, throughputToRaw, throughputToNaive, statements }) => [
    throughputToRaw < bars.throughputToRaw && `${operation}: ${throughputToRaw} of raw SQL's throughput, at least ${bars.throughputToRaw} wanted`,
    throughputToNaive < bars.throughputToNaive && `${operation}: ${throughputToNaive} times the naive build, at least ${bars.throughputToNaive} wanted`,
    statements > bars.statements && `${operation}: ${statements} data statements, at most ${bars.statements} wanted`,
  ]).filter(sentence => sentence !== false);
  if (restriction && restriction.timeToSecretariat > bars.timeToSecretariat)
    found.push(`the same page takes a department ${restriction.timeToSecretariat} times the secretariat's time, at most ${bars.timeToSecretariat} wanted`);
  return found;
}

/** The records for a person at a terminal. */
export function table(records: readonly Record[], restriction: Restriction | null): string {
  const head = ['operation', '× raw', '× naive', 'cpu × raw', 'statements', 'p50 ms', 'p95 ms', 'raw/s', 'ours/s', 'naive/s', 'raw cpu ms', 'ours cpu ms'];
  const lines = records.map(r => [r.operation, r.throughputToRaw, r.throughputToNaive, r.cpuToRaw, r.statements, r.p50, r.p95,
    ...[r.servers.raw.throughput, r.servers.ours.throughput, r.servers.naive.throughput, r.servers.raw.cpu, r.servers.ours.cpu].map(rounded)].map(String));
  const widths = head.map((text, i) => Math.max(text.length, ...lines.map(line => line[i]!.length)));
  const print = (cells: readonly string[]) => cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  const same = restriction && `the same page: ${rounded(restriction.department.throughput)}/s for a department, ${rounded(restriction.secretariat.throughput)}/s for the secretariat, ${restriction.timeToSecretariat} times its time`;
  return [print(head), ...lines.map(print), ...(same ? [same] : [])].join('\n');
}
