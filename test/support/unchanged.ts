import { expect } from '@jest/globals';
import type pg from 'pg';
import type { Answer, World } from './world.js';

/** Trails grow with every refusal and a sign-in is touched as it is used; everything else must stay. */
const growing = ['audit_line', 'audit_seal', 'audit_check', 'access_log', 'outbox', 'sign_in', 'sign_in_attempt'];

/** Notes each statement that may have written a table, within its own transaction, so that only those tables need be read again. */
const watch = `
  CREATE SCHEMA watch;
  CREATE UNLOGGED TABLE watch.written (name text NOT NULL);
  CREATE FUNCTION watch.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
    $$ BEGIN INSERT INTO watch.written VALUES (TG_TABLE_NAME); RETURN NULL; END $$;
  DO $$ DECLARE home regclass; BEGIN
    FOR home IN SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT c.relispartition LOOP
      EXECUTE format('CREATE TRIGGER zz_watch AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION watch.note()', home);
      EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER zz_watch', home);
    END LOOP; END $$;`;

interface Sum { readonly writes: string; readonly sum: string }
const sums = new WeakMap<pg.Client, Map<string, Sum>>();

/** Tables with how often each was written since it is watched; null for one that cannot be. */
const writesOf = async (admin: pg.Client) => (await admin.query<{ name: string; writes: string | null }>(
  `SELECT t.tablename AS name, CASE WHEN EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = format('public.%I', t.tablename)::regclass AND g.tgname = 'zz_watch') THEN coalesce(w.writes, 0) END::text AS writes
     FROM pg_tables t LEFT JOIN (SELECT name, count(*) AS writes FROM watch.written GROUP BY name) w ON w.name = t.tablename
    WHERE t.schemaname = 'public' AND t.tablename <> ALL ($1) ORDER BY 1`, [growing])).rows;

/** One number a table over all its rows, whatever their order. */
export async function contents(admin: pg.Client): Promise<Record<string, string>> {
  if (!(await admin.query("SELECT FROM pg_namespace WHERE nspname = 'watch'")).rowCount) await admin.query(watch);
  const known = sums.get(admin) ?? new Map<string, Sum>();
  sums.set(admin, known);
  const tables = await writesOf(admin);
  const stale = tables.filter(({ name, writes }) => writes === null || known.get(name)?.writes !== writes);
  if (stale.length > 0) {
    const { rows } = await admin.query<{ name: string; sum: string }>(
      stale.map(({ name }) => `SELECT '${name}' AS name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS sum FROM public.${name} t`).join(' UNION ALL '));
    // What is written between the two statements was not yet counted, and so is read again the next time.
    const counted = new Map(stale.map(({ name, writes }) => [name, writes]));
    for (const { name, sum } of rows) known.set(name, { writes: counted.get(name) ?? '', sum });
  }
  return Object.fromEntries(tables.map(({ name }) => [name, known.get(name)!.sum]));
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
