import type { Measured } from './measure.js';

/** One operation, as it is kept. */
export interface Record {
  readonly operation: string;
  readonly households: number;
  readonly throughputToRaw: number;
  readonly throughputToNaive: number | null;
  readonly cpuToRaw: number;
  readonly statements: number;
  /** Milliseconds, with the bench's concurrency. */
  readonly p50: number;
  readonly p95: number;
  readonly servers: { readonly raw: Measured; readonly ours: Measured; readonly naive: Measured | null };
}

/** How many times as long something takes as something else does, and how many it may; both measured in turns. */
export interface Comparison {
  readonly subject: string;
  readonly households: number;
  readonly times: number;
  readonly most: number;
  readonly measured: Measured;
  readonly than: { readonly subject: string; readonly measured: Measured };
}

export const bars = { throughputToRaw: 0.5, throughputToNaive: 3, statements: 2, timeToSecretariat: 1.3, timeToPlain: 3, timeToSmaller: 1.2, noticeToRaw: 2 } as const;

const rounded = (value: number): number => Number(value.toPrecision(3));

/** Naive is null where no naive build answers. */
export const recordOf = (operation: string, households: number, raw: Measured, ours: Measured, naive: Measured | null): Record => ({
  operation, households,
  throughputToRaw: rounded(ours.throughput / raw.throughput), throughputToNaive: naive && rounded(ours.throughput / naive.throughput), cpuToRaw: rounded(ours.cpu / raw.cpu),
  statements: rounded(ours.statements), p50: rounded(ours.p50), p95: rounded(ours.p95), servers: { raw, ours, naive },
});

/** Time is that of an answer among the bench's concurrent ones, all rounds together. */
export const comparisonOf = (subject: string, households: number, measured: Measured, than: string, other: Measured, most: number): Comparison =>
  ({ subject, households, times: rounded(other.throughput / measured.throughput), most, measured, than: { subject: than, measured: other } });

const together = (parts: readonly Measured[]): Measured => {
  const sum = (of: (part: Measured) => number): number => parts.reduce((all, part) => all + of(part), 0);
  return { throughput: 1 / sum(({ throughput }) => 1 / throughput), cpu: sum(({ cpu }) => cpu), statements: sum(({ statements }) => statements), p50: sum(({ p50 }) => p50), p95: sum(({ p95 }) => p95) };
};

/** A page by all its requests, one after another, beside raw SQL's. */
export const pageOf = (subject: string, requests: readonly Record[]): Comparison => comparisonOf(subject, requests[0]!.households,
  together(requests.map(({ servers }) => servers.ours)), 'its requests in raw SQL', together(requests.map(({ servers }) => servers.raw)), 1 / bars.throughputToRaw);

/** The bars that were missed, a sentence each. */
export function missed(records: readonly Record[], comparisons: readonly Comparison[]): string[] {
  const found = records.flatMap(({ operation, throughputToRaw, throughputToNaive, statements }) => [
    // What has no naive build beside it is one request of a page, and is judged with the page.
    throughputToNaive !== null && throughputToRaw < bars.throughputToRaw && `${operation}: ${throughputToRaw} of raw SQL's throughput, at least ${bars.throughputToRaw} wanted`,
    throughputToNaive !== null && throughputToNaive < bars.throughputToNaive && `${operation}: ${throughputToNaive} times the naive build, at least ${bars.throughputToNaive} wanted`,
    statements > bars.statements && `${operation}: ${statements} data statements, at most ${bars.statements} wanted`,
  ]).filter(sentence => sentence !== false);
  const slow = comparisons.filter(({ times, most }) => times > most).map(({ subject, times, most, than }) => `${subject}: ${times} times the time of ${than.subject}, at most ${most} wanted`);
  return [...found, ...slow];
}

/** The records for a person at a terminal. */
export function table(records: readonly Record[], comparisons: readonly Comparison[]): string {
  const head = ['operation', '× raw', '× naive', 'cpu × raw', 'statements', 'p50 ms', 'p95 ms', 'raw/s', 'ours/s', 'naive/s', 'raw cpu ms', 'ours cpu ms'];
  const lines = records.map(r => [r.operation, r.throughputToRaw, r.throughputToNaive ?? '–', r.cpuToRaw, r.statements, r.p50, r.p95, rounded(r.servers.raw.throughput),
    rounded(r.servers.ours.throughput), r.servers.naive ? rounded(r.servers.naive.throughput) : '–', rounded(r.servers.raw.cpu), rounded(r.servers.ours.cpu)].map(String));
  const sides = comparisons.map(({ subject, measured, times, most, than }) =>
    [subject, times, `≤ ${most}`, rounded(measured.throughput), rounded(than.measured.throughput), `  ${than.subject}`].map(String));
  return [
    ...(lines.length ? laid([head, ...lines]) : []),
    ...(sides.length ? laid([['beside another', 'times its time', 'bar', '/s', 'other/s', '  other'], ...sides]) : []),
  ].join('\n');
}

function laid(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map(row => row[i]!.length)));
  return rows.map(row => row.map((cell, i) => (i === 0 || cell.startsWith(' ') ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ').trimEnd());
}
