import type pg from 'pg';

interface Held { readonly drop: string; readonly restore: string }

/**
 * What makes each row of a load look something up: foreign keys, and the indexes and unique constraints on which no table outside
 * those given depends. Restored in this order, foreign keys last.
 */
const held = `
WITH mine AS (SELECT unnest($1::regclass[]) AS id),
needed AS (SELECT conindid AS id FROM pg_constraint WHERE contype = 'f' AND conrelid NOT IN (SELECT id FROM mine)),
named AS (
  SELECT c.oid, c.conrelid::regclass AS of, quote_ident(c.conname) AS name, c.contype = 'f' AS is_key FROM pg_constraint c
   WHERE c.conrelid IN (SELECT id FROM mine) AND (c.contype = 'f' OR (c.contype IN ('p', 'u') AND c.conindid NOT IN (SELECT id FROM needed))))
SELECT format('ALTER TABLE %s DROP CONSTRAINT %s', of, name) AS drop,
       format('ALTER TABLE %s ADD CONSTRAINT %s %s', of, name, pg_get_constraintdef(oid)) AS restore, is_key FROM named
UNION ALL
SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), false FROM pg_index i
 WHERE i.indrelid IN (SELECT id FROM mine) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x'))
   AND i.indexrelid NOT IN (SELECT id FROM needed)
 ORDER BY is_key`;

/**
 * Fills empty tables many times as fast as row by row: keys and indexes go before the load and are made and checked as a whole
 * after it, all in the transaction that runs, which locks the tables. Their triggers do not run: rows say everything themselves. Leaves
 * statistics for what reads them next. The session is a superuser's; the load runs under the role in force. Throws what a row by row
 * load would have thrown, at its end.
 */
export async function bulkLoad(client: pg.ClientBase, tables: readonly string[], load: () => Promise<void>): Promise<void> {
  const { rows: [role] } = await client.query<{ name: string }>('SELECT quote_ident(current_user) AS name');
  const asOwner = () => client.query('RESET ROLE'), asBefore = () => client.query(`SET LOCAL ROLE ${role!.name}`);
  await asOwner();
  await client.query("SET LOCAL maintenance_work_mem = '256MB'");
  const { rows } = await client.query<Held>(held, [tables]);
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const one of [...rows].reverse()) await client.query(one.drop); // foreign keys before what they point to
  await asBefore();
  await load();
  await asOwner();
  for (const one of rows) await client.query(one.restore);
  for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  await client.query(`ANALYZE ${tables.join(', ')}`);
  await asBefore();
}
