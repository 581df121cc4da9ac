import type pg from 'pg';
import { bulkLoad } from '../database/bulk-load.js';

const edge = 'household_id, unit_id, cause, part, depth, member_min_age, member_max_age, valid_from, valid_to, opens_papers, code';
const wordTables = [
  { table: 'household_word', key: 'household_id', keys: 'household_id' },
  { table: 'member_word', key: 'member_id', keys: 'household_id, member_id' },
] as const;

async function derive(client: pg.ClientBase): Promise<void> {
  await client.query(`INSERT INTO sight (${edge}) SELECT ${edge} FROM sight_wanted w
    WHERE NOT EXISTS (SELECT FROM sight s WHERE s.household_id = w.household_id AND s.unit_id = w.unit_id AND s.cause = w.cause AND s.part = w.part)`);
  for (const { table, key, keys } of wordTables) {
    const words = `commune_id, ${keys}, word`;
    await client.query(`INSERT INTO ${table} (${words}) SELECT ${words} FROM ${table}_wanted w WHERE NOT EXISTS (SELECT FROM ${table} k WHERE k.${key} = w.${key})`);
  }
}

/**
 * Runs a bulk load with the triggers of sight and of search words held back, then adds every edge that its causes want, and the words
 * of every name that has none; with `isBulk`, indexes of both are made after them.
 * For loads that only add: an edge whose cause is gone stays until a trigger or refresh_sight meets its household.
 */
export async function loadWithSightHeld(client: pg.ClientBase, load: () => Promise<void>, { isBulk = false } = {}): Promise<void> {
  await client.query(`SELECT set_config('app.sight', 'held', true)`);
  await load();
  await client.query(`SELECT set_config('app.sight', '', true)`);
  await (isBulk ? bulkLoad(client, ['sight', ...wordTables.map(one => one.table)], () => derive(client)) : derive(client));
}
