import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, type Client, type World } from '../support/world.js';

interface Person { id: string; householdCode: string | null; household: { code: string } | null }
interface Page { nodes: Person[]; pageInfo: { hasNextPage: boolean; endCursor: string | null }; totalCount: { value: number } }

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.stop());

async function everybody(client: Client, order: object[], filter: object): Promise<{ people: Person[]; counted: number }> {
  const people: Person[] = [];
  for (let after: string | null = null, page: Page; ; after = page.pageInfo.endCursor) {
    const answer = await client(`query ($order: [MemberOrder!], $filter: MemberFilter, $after: String) { members(first: 50, order: $order, filter: $filter, after: $after) {
      nodes { id householdCode household { code } } pageInfo { hasNextPage endCursor } totalCount { value } } }`, { order, filter, after });
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    page = answer.data.members as Page;
    people.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return { people, counted: page.totalCount.value };
  }
}
const byCode = (a: Person, b: Person): number => (a.householdCode === b.householdCode ? (a.id < b.id ? -1 : 1) : a.householdCode === null ? 1 : b.householdCode === null || a.householdCode < b.householdCode ? -1 : 1);

describe('people in the order of their households', () => {
  const young = { birthYear: { gte: 2012 } };
  it.each(['thuong-truc', '02869', 'snv', 'sgddt', 'syt'])('of %s are all those that it sees, each once, page after page', async unit => {
    const client = unit === 'thuong-truc' ? await world.as.secretariat(unit) : /^\d+$/.test(unit) ? await world.as.commune(unit) : await world.as.department(unit);
    const plain = await everybody(client, [], young), ordered = await everybody(client, [{ householdCode: 'ASC' }], young);
    expect(plain.people.length).toBeGreaterThan(unit === '02869' ? 10 : 0);
    expect(ordered.people).toEqual([...plain.people].sort(byCode));
    expect(ordered.counted).toBe(ordered.people.length);
    for (const { householdCode, household } of ordered.people) expect(householdCode).toBe(household?.code ?? null);
  });

  it('stand last without a code where the household itself is not seen', async () => {
    const health = await world.as.department('syt'), hidden = "NOT EXISTS (SELECT FROM sight s WHERE s.household_id = h.id AND s.unit_id = $1)";
    const { rows: [one] } = await world.admin.query<{ household: string; member: string }>(`SELECT h.id AS household, m.id AS member FROM household h JOIN member m ON m.household_id = h.id AND m.birth_year >= 2012 WHERE ${hidden} ORDER BY h.code, m.id LIMIT 1`, [health.unitId]);
    await world.admin.query("INSERT INTO sight (household_id, unit_id, cause, part, depth, code) SELECT id, $2, 'GRANTED', 'Member', 'PART', code FROM household WHERE id = $1", [one!.household, health.unitId]);
    const { rows: open } = await world.admin.query<{ id: string }>('SELECT id FROM member WHERE household_id = $1 AND birth_year >= 2012 ORDER BY id', [one!.household]);
    const { people, counted } = await everybody(health, [{ householdCode: 'ASC' }], young);
    expect(people.slice(-open.length)).toEqual(open.map(({ id }) => ({ id, householdCode: null, household: null })));
    expect(people.filter(person => person.householdCode === null)).toHaveLength(open.length);
    expect(counted).toBe(people.length);
  });
});
