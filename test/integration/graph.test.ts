import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcome } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, secretariat: Client, building: Client, commune: Client, women: Client;
beforeAll(async () => {
  world = await openWorld();
  secretariat = await world.as.secretariat('thuong-truc', { sensitive: ['HealthDeprivation'] });
  [building, commune, women] = [await world.as.department('sxd'), await world.as.commune('02869'), await world.as.massOrganisation('lhpn')];
});
afterAll(() => world.stop());

/** The whole graph in one operation: task → assignments → unit → households → members → deprivations. */
const wholeGraph = (more = '') => `query ($task: TextFilter!) { tasks(first: 1, filter: { code: $task }) { nodes { code assignments { role unit { code
  households(first: 2) { code headName ${more} members { fullName } deprivations { indicator } } } } } } }`;

/** The same as superuser: which assignments, households, members and lacks of `which` is what each portal differs in. */
interface Which { readonly assignments: string; readonly households: string; readonly members: string; readonly deprivations: string }
async function graphOf(task: string, { assignments, households, members, deprivations }: Which): Promise<unknown> {
  const { rows } = await world.admin.query<{ nodes: unknown }>(`SELECT coalesce(json_agg(json_build_object('code', t.code, 'assignments', (
    SELECT coalesce(json_agg(json_build_object('role', a.role, 'unit', json_build_object('code', u.code, 'households', (
      SELECT coalesce(json_agg(json_build_object('code', h.code, 'headName', h.head_name,
          'members', (SELECT coalesce(json_agg(json_build_object('fullName', m.full_name) ORDER BY m.is_head DESC, m.birth_year, m.id), '[]') FROM member m WHERE m.household_id = h.id AND ${members}),
          'deprivations', (SELECT coalesce(json_agg(json_build_object('indicator', d.indicator) ORDER BY d.indicator, d.since), '[]') FROM deprivation d WHERE d.household_id = h.id AND ${deprivations})) ORDER BY h.code, h.id), '[]')
        FROM (SELECT * FROM household h WHERE h.commune_id = u.id AND ${households} ORDER BY h.code, h.id LIMIT 2) h))) ORDER BY a.role DESC, a.unit_id), '[]')
      FROM assignment a JOIN unit u ON u.id = a.unit_id WHERE a.task_id = t.id AND ${assignments}))), '[]') AS nodes FROM task t WHERE t.code = $1`, [task]);
  return { tasks: rows[0] };
}

const housing = "d.indicator IN ('HOUSING_QUALITY', 'HOUSING_AREA')";
const paired = (unit: number, household: string) => `EXISTS (SELECT FROM pairing p WHERE p.household_id = ${household} AND p.helper_id = ${unit} AND p.state = 'AGREED' AND date '2026-09-08' BETWEEN p.valid_from AND coalesce(p.valid_to, 'infinity'))`;
const lacksHousing = `EXISTS (SELECT FROM deprivation d WHERE d.household_id = h.id AND ${housing} AND d.deprived AND d.until IS NULL) AND h.class IN ('POOR', 'NEAR_POOR')`;

describe('one free operation over task, assignments, unit, households, members and lacks', () => {
  it('answers the secretariat with all of it', async () => {
    const { status, data } = await secretariat(wholeGraph(), { task: { eq: 'III.8(4)' } });
    expect(status).toBe(200);
    expect(data).toEqual(await graphOf('III.8(4)', { assignments: 'true', households: 'true', members: 'true', deprivations: 'true' }));
    const all = data.tasks.nodes[0].assignments as { unit: { households: { members: unknown[] }[] } }[];
    expect(all.length).toBeGreaterThan(100);
    expect(all.flatMap(one => one.unit.households).flatMap(one => one.members).length).toBeGreaterThan(400);
  });

  it('keeps health from a post of the secretariat that is not named for it', async () => {
    const plain = await world.as.secretariat('thuong-truc');
    expect((await plain(wholeGraph(), { task: { eq: 'III.8(4)' } })).data)
      .toEqual(await graphOf('III.8(4)', { assignments: 'true', households: 'true', members: 'true', deprivations: "d.indicator NOT IN ('NUTRITION', 'INSURANCE')" }));
  });

  it('answers Sở Xây dựng, which leads, with the whole task, the homes that lack, and no member', async () => {
    const { status, data } = await building(wholeGraph(), { task: { eq: 'III.8(4)' } });
    expect(status).toBe(200);
    expect(data).toEqual(await graphOf('III.8(4)', { assignments: 'a.confirmed_on IS NOT NULL', households: `(${lacksHousing} OR ${paired(building.unitId, 'h.id')})`, members: 'false',
      deprivations: `${housing} AND d.deprived AND d.until IS NULL AND ${lacksHousing}` }));
  });

  it('answers a commune with the leads, itself and its own families, whole', async () => {
    const { status, data } = await commune(wholeGraph(), { task: { eq: 'III.8(4)' } });
    expect(status).toBe(200);
    expect(data).toEqual(await graphOf('III.8(4)', { assignments: `a.confirmed_on IS NOT NULL AND (a.role = 'LEAD' AND a.via_class_id IS NULL OR a.unit_id = ${commune.unitId})`, households: `h.commune_id = ${commune.unitId}`, members: 'true', deprivations: 'true' }));
    expect((data.tasks.nodes[0].assignments as { unit: { code: string; households: unknown[] } }[]).map(({ unit }) => [unit.code, unit.households.length])).toEqual([['sxd', 0], ['snv', 0], ['02869', 2]]);
  });

  it("does not answer the Women's Union on a task that does not name it", async () => {
    const { rows: [{ names }] } = await world.admin.query<{ names: boolean }>("SELECT EXISTS (SELECT FROM assignment a JOIN task t ON t.id = a.task_id WHERE t.code = 'III.8(4)' AND a.unit_id = $1 AND a.confirmed_on IS NOT NULL) AS names", [women.unitId]);
    expect(names).toBe(false);
    expect((await women(wholeGraph(), { task: { eq: 'III.8(4)' } })).data).toEqual({ tasks: { nodes: [] } });
  });

  it("answers the Women's Union on a task of its own, with the families that it helps and what they lack but for health", async () => {
    const { rows: [{ code }] } = await world.admin.query<{ code: string }>(`SELECT t.code FROM task t JOIN assignment a ON a.task_id = t.id WHERE a.unit_id = $1 AND a.confirmed_on IS NOT NULL
      ORDER BY (SELECT count(*) FROM assignment l JOIN unit u ON u.id = l.unit_id WHERE l.task_id = t.id AND u.kind = 'commune' AND l.role = 'LEAD' AND l.via_class_id IS NULL) DESC, t.id LIMIT 1`, [women.unitId]);
    const { status, data } = await women(wholeGraph(), { task: { eq: code } });
    expect(status).toBe(200);
    expect(data).toEqual(await graphOf(code, { assignments: `a.confirmed_on IS NOT NULL AND (a.role = 'LEAD' AND a.via_class_id IS NULL OR a.unit_id = ${women.unitId} OR u.parent_id = ${women.unitId})`,
      households: paired(women.unitId, 'h.id'), members: 'false', deprivations: "d.indicator NOT IN ('NUTRITION', 'INSURANCE')" }));
    const homes = await women('{ unit(code: "02869") { households(first: 9) { code members { id } deprivations { indicator } } } }');
    expect(homes.data.unit.households.map((home: { members: unknown[] }) => home.members)).toEqual([[], [], [], [], []]);
  });

  it.each([
    ['Sở Xây dựng', () => building, ['EthnicGroup.name', 'Household.ethnicity', 'Household.note', 'Household.workerCount']],
    ["the Women's Union", () => women, ['EthnicGroup.name', 'Household.ethnicity', 'Household.note', 'Household.workerCount']],
  ] as const)('tells %s by name which fields it may not ask for, and runs nothing', async (_who, client, fields) => {
    const answer = await client()(wholeGraph('note workerCount ethnicity { name }'), { task: { eq: 'III.8(4)' } });
    expect([outcome(answer), answer.data ?? null, answer.errors![0]!.extensions.fields]).toEqual(['403 FORBIDDEN', null, fields]);
  });

  it('lets a commune and the secretariat ask for the same fields', async () => {
    for (const client of [commune, secretariat]) expect(outcome(await client(wholeGraph('note workerCount ethnicity { name }'), { task: { eq: 'III.8(4)' } }))).toBe('200');
  });
});
