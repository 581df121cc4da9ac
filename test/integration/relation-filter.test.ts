import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcome, shown } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, secretariat: Client, commune: Client;
beforeAll(async () => { world = await openWorld(); [secretariat, commune] = [await world.as.secretariat('thuong-truc'), await world.as.commune('02869')]; });
afterAll(() => world.stop());

const ids = async (client: Client, root: string, noun: string, filter: object): Promise<string[]> => {
  const { status, data } = await client(`query ($filter: ${noun}Filter) { ${root}(first: 100, order: [{ id: ASC }], filter: $filter) { nodes { id } totalCount { value } } }`, { filter });
  expect(status).toBe(200);
  expect(data[root].totalCount.value).toBe(data[root].nodes.length);
  return (data[root].nodes as { id: string }[]).map(node => node.id);
};
const sql = async (text: string, values: unknown[] = []): Promise<string[]> => (await world.admin.query<{ id: string }>(text, values)).rows.map(row => String(row.id));

describe('a filter by related rows', () => {
  it('finds the households with two women of working age and no lack of housing', async () => {
    const filter = { commune: { eq: String(commune.unitId) }, members: { some: { sex: { eq: 'FEMALE' }, birthYear: { gte: 1966, lte: 2011 } }, atLeast: 2 }, deprivations: { none: { indicator: { startsWith: 'HOUSING' }, until: { isNull: true } } } };
    const wanted = await sql(`SELECT id FROM household h WHERE commune_id = $1 AND (SELECT count(*) FROM member m WHERE m.household_id = h.id AND sex = 'FEMALE' AND birth_year BETWEEN 1966 AND 2011) >= 2
      AND NOT EXISTS (SELECT FROM deprivation d WHERE d.household_id = h.id AND indicator LIKE 'HOUSING%' AND until IS NULL) ORDER BY id`, [commune.unitId]);
    expect(await ids(commune, 'households', 'Household', filter)).toEqual(wanted);
  });
  it('finds tasks by what their units have done, through an expression of many thresholds', async () => {
    const late = await sql("SELECT DISTINCT task_id AS id FROM assignment WHERE unit_id = $1 AND confirmed_on IS NOT NULL AND percent >= 50 ORDER BY 1", [commune.unitId]);
    expect(await ids(secretariat, 'tasks', 'Task', { assignments: { some: { unit: { eq: String(commune.unitId) }, percent: { gte: 50 } } } })).toEqual(late);
    const { data } = await secretariat('{ tasks(first: 100, order: [{ id: ASC }]) { nodes { id leads { status } } } }');
    const wanted = (data.tasks.nodes as { id: string; leads: { status: string }[] }[]).filter(task => task.leads.some(lead => lead.status === 'NOT_UPDATED')).map(task => task.id);
    expect(await ids(secretariat, 'tasks', 'Task', { leads: { some: { status: { eq: 'NOT_UPDATED' } } } })).toEqual(wanted);
  });
  it('means by nothing inside some that there is one, by nothing at all no condition', async () => {
    const paired = await sql('SELECT id FROM household h WHERE commune_id = $1 AND EXISTS (SELECT FROM pairing p WHERE p.household_id = h.id) ORDER BY id', [commune.unitId]);
    const all = await sql('SELECT id FROM household WHERE commune_id = $1 ORDER BY id', [commune.unitId]);
    expect(await ids(commune, 'households', 'Household', { pairings: { some: {} } })).toEqual(paired);
    for (const none of [{}, { some: null, none: null, every: null, atLeast: null }, { every: {} }, { atLeast: 0 }, { atLeast: -1 }]) expect(await ids(commune, 'households', 'Household', { pairings: none })).toEqual(all);
    expect(await ids(commune, 'households', 'Household', { pairings: { atLeast: 1 } })).toEqual(paired);
  });
  it('is refused when it holds more than twenty of them, or lies too deep', async () => {
    const ask = (filter: object) => commune('query ($filter: HouseholdFilter) { households(first: 1, filter: $filter) { nodes { id } } }', { filter });
    const wide = (count: number) => ({ or: Array.from({ length: count }, () => ({ members: { some: { isHead: { eq: true } } } })) });
    expect(outcome(await ask(wide(20)))).toBe('200');
    const tooWide = await ask(wide(21));
    expect([outcome(tooWide), shown(tooWide)]).toEqual(['400 BAD_USER_INPUT', []]);
    const deep = (times: number): object => (times === 0 ? { class: { eq: 'POOR' } } : { members: { some: { household: deep(times - 1) } } });
    expect(outcome(await ask(deep(3)))).toBe('200');
    expect(outcome(await ask(deep(9)))).toBe('400 TOO_COMPLEX');
  });
});
