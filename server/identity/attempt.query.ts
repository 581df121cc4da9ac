import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

/**
 * Failures that are forgiven before a block: few for one login; more for one address, since a whole office sits behind it.
 * The block grows from one minute, doubled by every further failure, to fifteen. After an hour without one, counting starts anew.
 */
const allowance = { login: 5, address: 20 } as const;

/** One thing that is counted; the table knows it as a hash, so that it names neither people nor machines. */
export interface Subject { readonly hash: Buffer; readonly allowed: number }

const subject = (kind: keyof typeof allowance, text: string): Subject =>
  ({ hash: createHash('sha256').update(`${kind}:${text}`).digest(), allowed: allowance[kind] });

/** Counted whether or not such an account exists. */
export const loginSubject = (login: string): Subject => subject('login', login);
export const addressSubject = (address: string): Subject => subject('address', address);

/** Seconds until the last block of these subjects ends; null when none is blocked. */
export async function blockedFor(source: DataSource, subjects: readonly Subject[]): Promise<number | null> {
  const [{ seconds }] = await source.query<[{ seconds: number | null }]>(
    `SELECT ceil(extract(epoch FROM max(blocked_until) - now()))::int AS seconds
     FROM sign_in_attempt WHERE subject = ANY ($1::bytea[]) AND blocked_until > now()`, [subjects.map(s => s.hash)]);
  return seconds;
}

/** One failure more for each subject, with the block that follows from it. */
export async function countFailure(source: DataSource, subjects: readonly Subject[]): Promise<void> {
  const inOrder = [...subjects].sort((a, b) => Buffer.compare(a.hash, b.hash)); // two writers never wait for each other crosswise
  await source.query(
    `INSERT INTO sign_in_attempt AS a (subject, failures, last_failure_at)
     SELECT s.subject, 1, now() FROM unnest($1::bytea[]) WITH ORDINALITY s (subject, no) ORDER BY s.no
     ON CONFLICT (subject) DO UPDATE SET
       failures = CASE WHEN a.last_failure_at < now() - interval '1 hour' THEN 1 ELSE a.failures + 1 END,
       last_failure_at = now()`, [inOrder.map(s => s.hash)]);
  await source.query(
    `WITH given AS (SELECT * FROM unnest($1::bytea[], $2::int[]) s (subject, allowed)),
     blocked AS (
       UPDATE sign_in_attempt a
       SET blocked_until = now() + least(15, 2 ^ least(a.failures - g.allowed, 4)) * interval '1 minute'
       FROM given g WHERE a.subject = g.subject AND a.failures >= g.allowed)
     SELECT 1`, [inOrder.map(s => s.hash), inOrder.map(s => s.allowed)]);
}

/**
 * After a success: the login starts anew, and the address is relieved of that login's failures only. Otherwise one
 * person with an account could wipe out the count while trying everyone else's. What is a day old goes too.
 */
export async function forgive(source: DataSource, login: Subject, address: Subject | null): Promise<void> {
  await source.query(
    `WITH own AS (DELETE FROM sign_in_attempt WHERE subject = $1 RETURNING failures),
     relieved AS (UPDATE sign_in_attempt SET failures = greatest(0, failures - coalesce((SELECT failures FROM own), 0)) WHERE subject = $2),
     old AS (DELETE FROM sign_in_attempt WHERE last_failure_at < now() - interval '1 day' AND subject <> $1 AND subject IS DISTINCT FROM $2)
     SELECT 1`, [login.hash, address?.hash ?? null]);
}
