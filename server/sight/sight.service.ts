import type pg from 'pg';

/**
 * Runs a bulk load with the triggers of sight and of search words held back, then adds every edge that its causes want, and the words
 * of every name that has none.
 * For loads that only add: an edge whose cause is gone stays until a trigger or refresh_sight meets its household.
 */
export async function loadWithSightHeld(client: pg.ClientBase, load: () => Promise<void>): Promise<void> {
  await client.query(`SELECT set_config('app.sight', 'held', true)`);
  await load();
  await client.query(`SELECT set_config('app.sight', '', true)`);
  const columns = 'household_id, unit_id, cause, part, depth, member_min_age, member_max_age, valid_from, valid_to, opens_papers, code';
  await client.query(`INSERT INTO sight (${columns}) SELECT ${columns} FROM sight_wanted ON CONFLICT (id) DO NOTHING`);
  for (const [table, key, keys] of [['household_word', 'household_id', 'household_id'], ['member_word', 'member_id', 'household_id, member_id']]) {
    const words = `commune_id, ${keys}, word, words`;
    await client.query(`INSERT INTO ${table} (${words}) SELECT ${words} FROM ${table}_wanted w WHERE NOT EXISTS (SELECT FROM ${table} k WHERE k.${key} = w.${key})`);
  }
}
