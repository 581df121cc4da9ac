import { readFileSync } from 'node:fs';
import { setImmediate as pause } from 'node:timers/promises';
import type pg from 'pg';
import { bulkLoad } from '../database/bulk-load.js';
import { isEmpty, loadRows } from '../database/load-rows.js';
import type { SampleOffices } from './help.rows.js';
import { generateHouseholds, type SampleOrder } from './household.generator.js';
import type { RuledAges } from './members.generator.js';
import type { SampleCommune } from './household.quotas.js';
import { addHousehold, emptyRows, firstTables, householdTables, planYear, type HouseholdRows, type HouseholdTable } from './household.rows.js';
import { loadWithSightHeld } from '../sight/sight.service.js';

interface EthnicGroup { readonly code: string; readonly name: string; readonly isMinority: boolean }
interface Indicator { readonly code: string; readonly dimension: string; readonly name: string }

const batchSize = 1_000;
const breath = 40; // households
const bulkFrom = 5_000; // households; below it, keys and indexes cost less than making them anew

const read = <T>(file: string): T => JSON.parse(readFileSync(`server/household/data/${file}`, 'utf8')) as T;

/** Loads the ethnic groups and the indicators of all standards, each when its table is empty. */
export async function seedHouseholdLists(client: pg.ClientBase): Promise<void> {
  if (await isEmpty(client, 'ethnic_group')) {
    const groups = read<EthnicGroup[]>('ethnic-groups.json');
    await loadRows(client, 'ethnic_group', groups.map(({ code, name, isMinority }) => ({ code, name, is_minority: isMinority })));
  }
  if (await isEmpty(client, 'deprivation_indicator')) {
    await loadRows(client, 'deprivation_indicator', read<Indicator[]>('indicators.json').map(({ code, dimension, name }) => ({ code, dimension, name })));
  }
}

async function readCommunes(client: pg.ClientBase): Promise<SampleCommune[]> {
  const { rows } = await client.query<SampleCommune>(`
    SELECT u.id, u.code, u.area, u.centroid,
           (SELECT coalesce(json_agg(json_build_object('id', v.id, 'areaType', v.area_type) ORDER BY v.id), '[]') FROM village v WHERE v.commune_id = u.id) AS villages
      FROM unit u WHERE u.kind = 'commune' AND u.valid_to IS NULL ORDER BY u.id`);
  return rows;
}

async function readOffices(client: pg.ClientBase): Promise<SampleOffices> {
  const { rows } = await client.query<{ code: string; id: number; post: number | null }>(`
    SELECT u.code, u.id, (SELECT min(p.id) FROM post p WHERE p.unit_id = u.id AND p.role = 'OFFICER' AND p.valid_to IS NULL) AS post FROM unit u WHERE u.valid_to IS NULL`);
  return {
    units: new Map(rows.map(({ code, id }) => [code, id])),
    posts: new Map(rows.flatMap(({ code, post }) => (post === null ? [] : [[code, post] as const]))),
  };
}

async function readAges(client: pg.ClientBase): Promise<RuledAges> {
  const { rows: [ages] } = await client.query<RuledAges>(
    `SELECT registry_rule('MIN_WORKING_AGE') AS "workFrom", registry_rule('MAX_WORKING_AGE') AS "workTo", registry_rule('CHILD_BELOW_AGE') AS "childBelow"`);
  return ages!;
}

/** Rows of one batch after another, each loaded while the next is made: making pauses now and then, so that loading goes on. */
async function loadHouseholds(client: pg.ClientBase, order: SampleOrder, tables: readonly HouseholdTable[]): Promise<void> {
  const [communes, offices, ages] = [await readCommunes(client), await readOffices(client), await readAges(client)];
  const load = async (rows: HouseholdRows): Promise<void> => { for (const table of tables) await loadRows(client, table, rows[table]); };
  let rows = emptyRows(), loading = Promise.resolve();
  for (const household of generateHouseholds(communes, order, ages)) {
    addHousehold(rows, household, offices);
    if (household.ordinal % breath === 0) await pause();
    if (rows.household.length < batchSize) continue;
    await loading;
    loading = load(rows);
    loading.catch(() => {}); // what fails during a pause is thrown by the next wait
    rows = emptyRows();
  }
  await loading;
  await load(rows);
}

/** Whether the households that stand are exactly those of this order, as the first version loaded them, and still have no record of their class. */
async function isOfFirstVersion(client: pg.ClientBase, order: SampleOrder): Promise<boolean> {
  const { rows: [known] } = await client.query<{ households: number; recorded: boolean }>(
    'SELECT (SELECT count(*)::int FROM household) AS households, EXISTS (SELECT FROM class_record) AS recorded');
  if (known!.recorded || known!.households !== order.households) return false;
  const ids = [...generateHouseholds(await readCommunes(client), order, await readAges(client))].map(one => one.idOf(0, 0));
  const { rows: [found] } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM household WHERE id = ANY ($1) AND synthetic', [ids]);
  return found!.count === order.households;
}

/**
 * Loads a synthetic province of exactly that many households, in batches, when there is no household yet; every row of
 * `household` is marked synthetic. Households of the same order that an earlier version loaded keep what they have and get
 * what was added since. Loads the lists too. Units come first; posts, when they are there, have confirmed some of it; tasks
 * may come before or after.
 */
export async function seedHouseholds(client: pg.ClientBase, order: SampleOrder): Promise<void> {
  await seedHouseholdLists(client);
  if (await isEmpty(client, 'household')) {
    const isBulk = order.households >= bulkFrom;
    const load = () => loadHouseholds(client, order, householdTables);
    await loadWithSightHeld(client, () => (isBulk ? bulkLoad(client, householdTables, load) : load()), { isBulk });
    await client.query("INSERT INTO applied_rule (name, value) SELECT name, CASE name WHEN 'YEAR' THEN $1 ELSE value END FROM rule_to_apply ON CONFLICT DO NOTHING", [planYear]);
  } else if (await isOfFirstVersion(client, order)) {
    await loadWithSightHeld(client, () => loadHouseholds(client, order, householdTables.filter(table => !firstTables.includes(table))));
    await client.query('SELECT refresh_class(NULL)'); // the first version knew nobody who escaped near-poverty
    await client.query('SELECT refresh_counts(array_agg(id)) FROM household');
  }
}
