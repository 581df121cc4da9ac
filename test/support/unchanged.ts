import { expect } from '@jest/globals';
import type pg from 'pg';
import type { Answer, World } from './world.js';

/** Trails grow with every refusal and a sign-in is touched as it is used; everything else must stay. */
const growing = ['audit_line', 'audit_seal', 'audit_check', 'access_log', 'outbox', 'sign_in', 'sign_in_attempt'];

/** One number a table over all its rows, whatever their order. */
export async function contents(admin: pg.Client): Promise<Record<string, string>> {
  const { rows: tables } = await admin.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1) ORDER BY 1", [growing]);
  const sums = tables.map(({ name }) => `SELECT '${name}' AS name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS sum FROM ${name} t`);
  const { rows } = await admin.query<{ name: string; sum: string }>(sums.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

export interface Trail { readonly operation: string; readonly outcome: string; readonly unit_id: number | null; readonly detail: unknown }

/** Runs what is to be refused; asserts that no table changed. Returns its answer and the audit lines that it left. */
export async function refused<T>({ admin }: World, attempt: () => Promise<T>): Promise<{ answer: T; trail: Trail[] }> {
  const before = await contents(admin);
  const { rows: [{ last }] } = await admin.query<{ last: string }>('SELECT coalesce(max(id), 0) AS last FROM audit_line');
  const answer = await attempt();
  expect(await contents(admin)).toEqual(before);
  const { rows: trail } = await admin.query<Trail>('SELECT operation, outcome, unit_id, detail FROM audit_line WHERE id > $1 ORDER BY id', [last]);
  return { answer, trail };
}

/** The code of an answer's first error, with its status: '403 FORBIDDEN'; '200' without one. */
export const outcome = ({ status, errors }: Answer): string => `${status}${errors ? ` ${errors[0]?.extensions.code}` : ''}`;

/** What an answer shows: the root fields that are not null. */
export const shown = ({ data }: Answer): unknown[] => Object.values((data ?? {}) as object).filter(value => value !== null);

/** The codes of a payload's userErrors. */
export const userErrors = ({ data }: Answer): string[] =>
  Object.values((data ?? {}) as Record<string, { userErrors: { code: string }[] } | null>).flatMap(payload => payload?.userErrors.map(error => error.code) ?? ['no payload']);
