import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seenByCause } from '../support/seen-households.js';
import { signInToEveryUnit, type UnitClient } from '../support/sign-in-many.js';
import { openWorld, type World } from '../support/world.js';

// What each unit should see, from the causes in the tables and not from the edges that the product keeps; as superuser.
const today = "date '2026-09-08'";
const bound = `a.confirmed_on IS NOT NULL`, inForce = `${bound} AND (a.valid_to IS NULL OR a.valid_to >= ${today})`;

const expectedTasks = `SELECT u.id AS unit, array(SELECT t.code FROM task t WHERE u.kind = 'secretariat' OR EXISTS (SELECT FROM assignment a WHERE a.task_id = t.id AND a.unit_id = u.id AND ${inForce}) ORDER BY t.id) AS found FROM unit u`;

const expectedAssignments = `WITH mine AS MATERIALIZED (SELECT a.unit_id, a.task_id, bool_or(a.role = 'LEAD' AND a.via_class_id IS NULL) AS leads FROM assignment a WHERE ${inForce} GROUP BY 1, 2)
  SELECT u.id AS unit, array(SELECT a.id FROM assignment a LEFT JOIN mine m ON m.unit_id = u.id AND m.task_id = a.task_id LEFT JOIN unit owner ON owner.id = a.unit_id
    WHERE u.kind = 'secretariat' OR ${bound} AND (a.unit_id = u.id OR a.role = 'LEAD' AND a.via_class_id IS NULL AND m.task_id IS NOT NULL
      OR u.kind = 'department' AND m.leads OR u.kind = 'massOrganisation' AND owner.parent_id = u.id) ORDER BY a.id) AS found FROM unit u`;

const expectedHouseholds = `WITH reason AS MATERIALIZED (${seenByCause})
  SELECT u.id AS unit, array(SELECT h.id FROM household h WHERE u.kind = 'secretariat' OR h.id IN (SELECT household_id FROM reason r WHERE r.unit_id = u.id AND u.kind = ANY (r.kinds)) ORDER BY h.id) AS found FROM unit u`;

let world: World, clients: UnitClient[];
beforeAll(async () => { world = await openWorld(); clients = await signInToEveryUnit(world); });
afterAll(() => world.stop());

/** Every node of a list, page by page. */
async function everyNode(client: UnitClient, root: string, noun: string, field: string): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const { status, data } = await client.ask(`query ($after: String, $order: [${noun}Order!]) { ${root}(first: 100, after: $after, order: $order) { nodes { ${field} } pageInfo { hasNextPage endCursor } } }`, { after, order: [{ id: 'ASC' }] });
    expect([client.code, status]).toEqual([client.code, 200]);
    found.push(...(data[root].nodes as Record<string, string>[]).map(node => node[field]!));
    if (!data[root].pageInfo.hasNextPage) return found;
    after = data[root].pageInfo.endCursor as string;
  }
}

async function expectExactly(root: string, noun: string, field: string, sql: string): Promise<Map<number, string[]>> {
  const expected = new Map((await world.admin.query<{ unit: number; found: (string | number)[] }>(sql)).rows.map(({ unit, found }) => [unit, found.map(String)]));
  const queue = [...clients];
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (let client = queue.pop(); client; client = queue.pop()) expect([client.code, await everyNode(client, root, noun, field)]).toEqual([client.code, expected.get(client.id)]);
  }));
  return expected;
}

describe('every unit of the plan, signed in to', () => {
  it('is one of 99 communes, 22 agencies, the secretariat, and the Front with its communes and the organisations', () => {
    const count = (kind: string) => clients.filter(client => client.kind === kind).length;
    expect(['commune', 'department', 'massOrganisation', 'secretariat'].map(count)).toEqual([99, 22, 106, 1]);
  });
  it('sees exactly the tasks that name it', async () => {
    const expected = await expectExactly('tasks', 'Task', 'code', expectedTasks);
    expect([...expected.values()].filter(found => found.length > 0).length).toBeGreaterThan(120);
  });
  it('sees exactly its assignments, the leads beside them and what it leads', async () => {
    await expectExactly('assignments', 'Assignment', 'id', expectedAssignments);
  }, 60_000);
  it('sees exactly the households that a cause gives it', async () => {
    const expected = await expectExactly('households', 'Household', 'id', expectedHouseholds);
    const communes = clients.filter(client => client.kind === 'commune').flatMap(client => expected.get(client.id)!);
    expect([communes.length, new Set(communes).size]).toEqual([300, 300]);
  });
});
