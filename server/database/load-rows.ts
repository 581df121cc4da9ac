import type pg from 'pg';

/** A row as the table names its columns; what is left out of every row takes the column's default. */
export type Row = Readonly<Record<string, unknown>>;

/** Inserts rows of one shape in one statement; PostgreSQL casts each value to its column's type. */
export async function loadRows(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map(name => `"${name}"`).join(', ');
  await client.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`, [JSON.stringify(rows)]);
}

/** Whether the role in force sees no row of a table. */
export async function isEmpty(client: pg.ClientBase, table: string): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(`SELECT NOT EXISTS (SELECT FROM ${table}) AS empty`);
  return rows[0]!.empty;
}
