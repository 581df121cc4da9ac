import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { anyRelationFilter, matches, relatedFields } from './relation-cases.js';
import { seenByCause } from './seen-households.js';
import { outcome, refused, userErrors } from './unchanged.js';
import type { Client, World } from './world.js';

/** Whose rows are whose: Bản Liền, another commune, a department, a helper; and the secretariat, which sees all. */
export interface Units { readonly commune: Client; readonly other: Client; readonly department: Client; readonly helper: Client; readonly secretariat: Client }

export async function unitsOf({ as }: World): Promise<Units> {
  const sensitive = ['HouseholdIdentity', 'HealthDeprivation'];
  return {
    commune: await as.commune('02869', { role: 'LEADER', sensitive }), other: await as.commune('02647', { role: 'LEADER', sensitive }),
    department: await as.department('sxd', { role: 'LEADER' }), helper: await as.massOrganisation('lhpn', { role: 'LEADER' }), secretariat: await as.secretariat('thuong-truc', { sensitive }),
  };
}

/** Ids of the households that a unit may see, computed from their causes and not from the edges that the product keeps. */
const kinds = ['commune', 'department', 'helper'] as const;
const seenBy = Object.fromEntries(kinds.map(kind => [kind,
  `SELECT DISTINCT household_id AS id FROM (${seenByCause}) c WHERE unit_id = $1 AND '${kind === 'helper' ? 'massOrganisation' : kind}' = ANY (kinds)`])) as Record<(typeof kinds)[number], string>;
const randomId = '00000000-0000-4000-8000-000000000000';

const classes = ['POOR', 'NEAR_POOR', 'NEWLY_ESCAPED', 'NEWLY_ESCAPED_NEAR_POOR', 'AVERAGE', 'NONE'];
/** Any filter that every portal kind may send, joined by and, or, not; made of values that do occur. */
export const anyFilter = (communes: readonly number[]): fc.Arbitrary<object> => fc.letrec(tie => ({
  filter: fc.oneof({ maxDepth: 3, depthIdentifier: 'filter' },
    fc.subarray(classes, { minLength: 1 }).map(some => ({ class: { in: some } })),
    fc.constantFrom(...communes).map(id => ({ commune: { eq: String(id) } })),
    fc.constantFrom('15-02869', '15-026', '15-03', '15').map(start => ({ code: { startsWith: start } })),
    fc.constantFrom('a', 'Thị', 'Văn', 'Vàng', '%', '_').map(part => ({ headName: { contains: part } })),
    fc.integer({ min: 1, max: 8 }).map(count => ({ memberCount: { gte: count } })),
    fc.boolean().map(isNull => ({ exitRegisteredOn: { isNull } })),
    fc.array(tie('filter'), { maxLength: 3 }).map(all => ({ or: all })), fc.array(tie('filter'), { maxLength: 3 }).map(all => ({ and: all })), tie('filter').map(not => ({ not }))),
})).filter as fc.Arbitrary<object>;

type Target = Readonly<Record<string, number>>;

/** Rows of other units stay theirs: the cases that hold with all gates shut and with gate 3 alone. */
export function describeForeignRows(given: () => { world: World; units: Units }, { filters }: { filters: number }): void {
  const idsOf = async (sql: string, values: unknown[] = []): Promise<string[]> => (await given().world.admin.query<{ id: string }>(sql, values)).rows.map(row => row.id);
  const oneOf = async (sql: string): Promise<Target> => (await given().world.admin.query<Target>(sql)).rows[0]!;

  describe('rows of another unit', () => {
    it.each(kinds)('are null by their id for a %s, word for word as an id that nobody has', async kind => {
      const { world, units } = given(), client = units[kind];
      const [hidden] = await idsOf(`SELECT id FROM household WHERE id NOT IN (${seenBy[kind]}) ORDER BY id LIMIT 1`, [client.unitId]);
      const ask = '{ household(id: "#") { id headName members { id fullName } } }';
      const { answer } = await refused(world, () => client(ask.replace('#', hidden!)));
      expect([answer.status, answer.text]).toEqual([200, '{"data":{"household":null}}\n']);
      expect((await client(ask.replace('#', randomId))).text).toBe(answer.text);
    });

    it('have no common id by which to go round the nouns', async () => {
      const [hidden] = await idsOf('SELECT id FROM household ORDER BY id LIMIT 1');
      expect(outcome(await given().units.commune(`{ node(id: "${hidden}") { id } }`))).toBe('400 GRAPHQL_VALIDATION_FAILED');
    });

    it.each(kinds)('are in no list and no count of a %s, whatever it filters by', async kind => {
      const { units } = given(), client = units[kind], seen = await idsOf(seenBy[kind], [client.unitId]);
      const communes = (await idsOf('SELECT DISTINCT commune_id AS id FROM household ORDER BY 1 LIMIT 5')).map(Number).concat(units.commune.unitId);
      const list = 'query ($filter: HouseholdFilter) { households(first: 100, filter: $filter) { nodes { id } totalCount { value } } }';
      for (const filter of fc.sample(anyFilter(communes), { seed: 2026, numRuns: filters })) {
        const [own, whole] = await Promise.all([client(list, { filter }), units.secretariat(list, { filter: { and: [filter, { id: { in: seen.slice(0, 100) } }] } })]);
        const ids = (own.data.households.nodes as { id: string }[]).map(node => node.id);
        expect([filter, ids.filter(id => !seen.includes(id))]).toEqual([filter, []]);
        if (seen.length <= 100) expect([filter, ids, own.data.households.totalCount]).toEqual([filter, whole.data.households.nodes.map((node: { id: string }) => node.id), { value: ids.length }]);
      }
    });

    it.each(kinds)('tell a %s nothing through a filter by related rows: it finds what the rows say that it reads one by one', async kind => {
      const client = given().units[kind], withMembers = kind !== 'helper', found = new Set<number>();
      const read = (await client(`{ households(first: 100, order: [{ id: ASC }]) { nodes { ${relatedFields(withMembers)} } } }`)).data.households.nodes as ({ id: string } & Record<string, unknown>)[];
      const list = 'query ($filter: HouseholdFilter) { households(first: 100, order: [{ id: ASC }], filter: $filter) { nodes { id } totalCount { value } } }';
      for (const filter of fc.sample(anyRelationFilter(withMembers), { seed: 2027, numRuns: filters })) {
        const answer = await client(list, { filter: { and: [filter, { id: { in: read.map(one => one.id) } }] } });
        const wanted = read.filter(one => matches(filter as Record<string, unknown>, one)).map(one => one.id);
        expect([filter, answer.data?.households.nodes.map((node: { id: string }) => node.id), answer.data?.households.totalCount.value]).toEqual([filter, wanted, wanted.length]);
        found.add(wanted.length);
      }
      expect(found.size).toBeGreaterThan(2);
    });

    it('are not had by naming their unit in a filter', async () => {
      const { units } = given();
      const { data } = await units.commune('query ($c: ID) { households(first: 10, filter: { commune: { eq: $c } }) { nodes { id } totalCount { value } } assignments(first: 10, filter: { unit: { eq: $c } }) { totalCount { value } } }', { c: units.other.unitId });
      expect(data).toEqual({ households: { nodes: [], totalCount: { value: 0 } }, assignments: { totalCount: { value: 0 } } });
    });

    it('are not reached by the cursor of their unit', async () => {
      const { world, units } = given(), list = 'query ($after: String) { households(first: 1, after: $after) { nodes { id } pageInfo { endCursor } } }';
      const { data } = await units.other(list);
      const after = data.households.pageInfo.endCursor as string;
      const { answer } = await refused(world, () => units.commune(list, { after }));
      expect([outcome(answer), answer.data ?? null]).toEqual(['400 BAD_USER_INPUT', null]);
      expect(outcome(await units.other(list, { after }))).toBe('200');
    });

    it('are counted by nobody else', async () => {
      const { units } = given();
      for (const kind of kinds) {
        const { data } = await units[kind]('{ households(first: 1) { totalCount { value isExact } } }');
        expect([kind, data.households.totalCount]).toEqual([kind, { value: (await idsOf(seenBy[kind], [units[kind].unitId])).length, isExact: true }]);
      }
    });

    it('are not reached through the graph, by tasks, units, members or helpers', async () => {
      const { units } = given(), seen = await idsOf(seenBy.commune, [units.commune.unitId]);
      const { text, data } = await units.commune(`{ tasks(first: 1) { nodes { assignments { unit { code households(first: 3) { id commune { households(first: 3) { id } } } } entries { unit { code } } } } } }`);
      expect([...text.matchAll(/"id":"([0-9a-f-]{36})"/g)].map(([, id]) => id!).filter(id => !seen.includes(id))).toEqual([]);
      const entries = JSON.stringify(data).match(/"unit":\{"code":"(\w+)"\}/g) ?? [];
      expect([...new Set(entries)].filter(unit => !unit.includes('02869'))).toEqual([]);
      const { data: other } = await units.commune('{ unit(code: "02647") { households(first: 5) { id } assignments { id } } }');
      expect(other.unit).toEqual({ households: [], assignments: await ledFor(units) });
    });
  });

  /** Of another commune a commune sees no assignment, but where a clause names that one a lead. */
  const ledFor = async ({ other, commune }: Units): Promise<{ id: string }[]> => (await idsOf(`SELECT a.id::text FROM assignment a WHERE a.unit_id = ${other.unitId} AND a.role = 'LEAD' AND a.via_class_id IS NULL
    AND a.confirmed_on IS NOT NULL AND a.task_id IN (SELECT task_id FROM assignment WHERE unit_id = ${commune.unitId} AND confirmed_on IS NOT NULL) ORDER BY a.task_id, a.id`)).map(id => ({ id }));

  describe('writes to another unit', () => {
    const writes: Readonly<Record<string, (target: Target) => [string, object]>> = {
      acceptAssignment: ({ assignment, version }) => ['AcceptAssignmentInput', { id: assignment, version }],
      assignOfficer: ({ assignment, version }) => ['AssignOfficerInput', { id: assignment, version, officer: null }],
      addProgressEntry: ({ assignment }) => ['AddProgressEntryInput', { assignment, asOfDay: '2026-09-01', done: 'Việc của đơn vị khác' }],
      correctProgressEntry: ({ entry }) => ['CorrectProgressEntryInput', { id: entry, asOfDay: '2026-09-01', done: 'Sửa của đơn vị khác' }],
      signProgressEntry: ({ entry }) => ['SignProgressEntryInput', { id: entry }],
      submitProgressEntry: ({ entry }) => ['SubmitProgressEntryInput', { id: entry }],
      withdrawProgressEntry: ({ entry }) => ['WithdrawProgressEntryInput', { id: entry }],
      sendBackProgressEntry: ({ entry }) => ['SendBackProgressEntryInput', { id: entry, note: 'Trả của đơn vị khác' }],
    };
    const attempt = async (client: Client, name: string, target: Target) => {
      const [type, input] = writes[name]!(target);
      return refused(given().world, () => client(`mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code field } } }`, { input }));
    };
    // The commune sees this lead's assignment, and the department this commune's signed entries: seeing is not writing.
    const seenAssignment = `SELECT a.id AS assignment, a.version, e.id AS entry FROM assignment a JOIN unit u ON u.id = a.unit_id JOIN progress_entry e ON e.assignment_id = a.id AND NOT e.is_superseded
      WHERE u.code = 'sxd' AND a.role = 'LEAD' AND a.confirmed_on IS NOT NULL ORDER BY a.id, e.id LIMIT 1`;
    const signedEntry = `SELECT a.id AS assignment, a.version, e.id AS entry FROM progress_entry e JOIN assignment a ON a.id = e.assignment_id WHERE e.unit_id = (SELECT id FROM unit WHERE code = '02869')
      AND a.task_id IN (SELECT task_id FROM assignment WHERE role = 'LEAD' AND via_class_id IS NULL AND unit_id = (SELECT id FROM unit WHERE code = 'sxd')) AND e.state = 'SIGNED' AND NOT e.is_superseded ORDER BY e.id LIMIT 1`;

    it.each(Object.keys(writes))('by %s are NOT_FOUND and leave nothing but their line in the trail', async name => {
      const { units } = given();
      for (const [client, sql] of [[units.commune, seenAssignment], [units.helper, seenAssignment], [units.department, signedEntry]] as const) {
        const { answer, trail } = await attempt(client, name, await oneOf(sql));
        expect([client.unit, outcome(answer), userErrors(answer)]).toEqual([client.unit, '200', ['NOT_FOUND']]);
        expect(trail).toMatchObject([{ operation: name, outcome: 'REFUSED', unit_id: client.unitId }]);
        const random = await attempt(client, name, { assignment: 999_999_999, version: 1, entry: 999_999_999 });
        expect(random.answer.text).toBe(answer.text);
      }
    });

    // With everything right but the caller: a group of the plan, a task of its own, its own assignment as it stands.
    const mine = (unit: number) => oneOf(`SELECT g.id AS group, g.plan_id AS plan, a.task_id AS task, a.id, a.version FROM task_group g, assignment a WHERE a.unit_id = ${unit} AND a.confirmed_on IS NOT NULL ORDER BY a.id, g.id LIMIT 1`);
    const words = { title: 'Việc mới', directiveNumber: '1', directiveDay: '2026-09-01', dueDay: '2026-10-01' };
    const ofSecretariat: Readonly<Record<string, (own: Target, other: number) => [string, object]>> = {
      createTask: ({ group, plan }, other) => ['CreateTaskInput', { plan, group, leads: [other], ...words }],
      assignTask: ({ task }, other) => ['AssignTaskInput', { task, role: 'COORDINATOR', units: [other] }],
      changeAssignment: ({ id, version }) => ['ChangeAssignmentInput', { id, version, dueDay: '2026-12-31' }],
    };
    it.each(Object.keys(ofSecretariat))('as the secretariat makes them, by %s, are 403', async name => {
      const { world, units } = given();
      const stranger = (await oneOf("SELECT id FROM unit u WHERE kind = 'department' AND NOT EXISTS (SELECT FROM assignment a WHERE a.unit_id = u.id AND a.role = 'LEAD') ORDER BY id LIMIT 1"))?.id ?? units.secretariat.unitId;
      for (const client of [units.commune, units.department, units.helper]) {
        const [type, input] = ofSecretariat[name]!(await mine(client.unitId), stranger);
        const { answer, trail } = await refused(world, () => client(`mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`, { input }));
        expect([client.unit, outcome(answer), answer.data ?? null]).toEqual([client.unit, '403 FORBIDDEN', null]);
        expect(trail).toMatchObject([{ operation: name, outcome: 'REFUSED', unit_id: client.unitId }]);
      }
    });

    it('are not made by naming the unit in an input that has no such field', async () => {
      const { answer } = await refused(given().world, () => given().units.commune('mutation ($input: AddProgressEntryInput!) { addProgressEntry(input: $input) { userErrors { code } } }',
        { input: { assignment: '1', unit: String(given().units.other.unitId), asOfDay: '2026-09-01', done: 'x' } }));
      expect(outcome(answer)).toBe('400 BAD_USER_INPUT');
    });

    it('do not hang an officer, or a milestone, of another on one\'s own', async () => {
      const { world, units } = given();
      const own = await oneOf(`SELECT a.id, a.version, m.id AS milestone FROM assignment a, milestone m WHERE a.unit_id = ${units.commune.unitId} AND m.task_id <> a.task_id ORDER BY a.id, m.id LIMIT 1`);
      const officer = await refused(world, () => units.commune('mutation ($input: AssignOfficerInput!) { assignOfficer(input: $input) { userErrors { code field } } }',
        { input: { id: own.id, version: own.version, officer: String(units.other.post) } }));
      expect(officer.answer.data.assignOfficer).toEqual({ userErrors: [{ code: 'NOT_FOUND', field: 'officer' }] });
      const milestone = await refused(world, () => units.commune('mutation ($input: AddProgressEntryInput!) { addProgressEntry(input: $input) { userErrors { code field } } }',
        { input: { assignment: own.id, milestone: own.milestone, asOfDay: '2026-09-01', done: 'Mốc của việc khác' } }));
      expect(milestone.answer.data.addProgressEntry).toEqual({ userErrors: [{ code: 'NOT_FOUND', field: 'milestone' }] });
    });

    it('tell nothing of a correction that only they know', async () => {
      const target = await oneOf(`SELECT e.id AS entry FROM progress_entry e JOIN unit u ON u.id = e.unit_id WHERE u.code <> '02869' AND u.kind = 'commune' AND e.is_superseded ORDER BY e.id LIMIT 1`);
      const free = await oneOf(`SELECT e.id AS entry FROM progress_entry e JOIN unit u ON u.id = e.unit_id WHERE u.code <> '02869' AND u.kind = 'commune' AND NOT e.is_superseded ORDER BY e.id LIMIT 1`);
      const [clash, plain] = [await attempt(given().units.commune, 'correctProgressEntry', target ?? free), await attempt(given().units.commune, 'correctProgressEntry', free)];
      expect(clash.answer.text).toBe(plain.answer.text);
    });
  });
}
