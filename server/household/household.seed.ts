import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { isEmpty, loadRows } from '../database/load-rows.js';
import { generateHouseholds, type SampleOrder } from './household.generator.js';
import type { SampleCommune } from './household.quotas.js';
import { addHousehold, householdTables, type HouseholdRows } from './household.rows.js';
import { loadWithSightHeld } from '../sight/sight.service.js';

interface EthnicGroup { readonly code: string; readonly name: string; readonly isMinority: boolean }
interface Indicator { readonly code: string; readonly dimension: string; readonly name: string }

const batchSize = 2_000;

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
    SELECT u.id, u.code, u.area,
           (SELECT coalesce(json_agg(json_build_object('id', v.id, 'areaType', v.area_type) ORDER BY v.id), '[]') FROM village v WHERE v.commune_id = u.id) AS villages
      FROM unit u WHERE u.kind = 'commune' AND u.valid_to IS NULL ORDER BY u.id`);
  return rows;
}

const emptyRows = (): HouseholdRows => ({ household: [], member: [], household_identity: [], deprivation: [], household_group: [] });

async function loadBatch(client: pg.ClientBase, rows: HouseholdRows): Promise<void> {
  for (const table of householdTables) await loadRows(client, table, rows[table]);
}

/**
 * Loads a synthetic province of exactly that many households, in batches, when there is no household yet; every row of
 * `household` is marked synthetic. Loads the lists too. Units come first; tasks may come before or after.
 */
export async function seedHouseholds(client: pg.ClientBase, order: SampleOrder): Promise<void> {
  await seedHouseholdLists(client);
  if (!(await isEmpty(client, 'household'))) return;
  const communes = await readCommunes(client);
  await loadWithSightHeld(client, async () => {
    let rows = emptyRows();
    for (const household of generateHouseholds(communes, order)) {
      addHousehold(rows, household);
      if (rows.household.length < batchSize) continue;
      await loadBatch(client, rows);
      rows = emptyRows();
    }
    await loadBatch(client, rows);
  });
}
