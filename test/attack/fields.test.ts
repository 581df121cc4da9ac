import type { GraphQLInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { portalKinds, roleOf, type PortalKind, type PostRole } from '../../server/access/portal-kind.js';
import { Policy, signedIn } from '../../server/access/policy.js';
import { columnsOf } from '../../server/access/resource.js';
import { policy } from '../../server/policy.js';
import { describeHiddenFields, describeFieldsOfOneText, readersOf, type Readers } from '../support/field-cases.js';
import { asked, at, deniedOnTheWay, nouns, promised } from '../support/field-paths.js';
import { goldenMatrix, mayByHand, operationsByHand, tablesByHand } from '../support/golden.js';
import { outcome, refused, userErrors } from '../support/unchanged.js';
import { openWorld, type World } from '../support/world.js';

let world: World, readers: Readers;
beforeAll(async () => { world = await openWorld(); readers = await readersOf(world); });
afterAll(() => world.stop());

describe('the table kept by hand', () => {
  it('has a line for each noun and none besides', () => {
    expect(policy.nouns.map(noun => noun.type).sort()).toEqual([...goldenMatrix.keys()].sort());
  });

  it.each([...goldenMatrix.keys()])('says of %s what the access table says', noun => {
    const inWords = (verbs: Readonly<Record<PortalKind, string>>) => portalKinds.map(kind => `${kind}: ${verbs[kind]}`).join(', ');
    const inForce = Object.fromEntries([...policy.byType.get(noun)!.fields.values()].map(field => [field.name, inWords(field.verbs)]));
    expect(inForce).toEqual(Object.fromEntries([...goldenMatrix.get(noun)!].map(([field, verbs]) => [field, inWords(verbs)])));
  });

  it('says of every operation what its line says', () => {
    expect(Object.fromEntries(Object.entries(policy.operations).map(([path, { portals, posts }]) => [path, { portals, posts }]))).toEqual(Object.fromEntries(operationsByHand));
  });

  it.each(portalKinds)('gives the role of %s no column that it does not name', async kind => {
    const privileges = [['r', 'SELECT'], ['c', 'INSERT'], ['u', 'UPDATE']] as const;
    for (const { type, table, key, fields } of policy.nouns) for (const field of fields.values()) for (const [verb, privilege] of privileges) {
      if (field.source.from === 'many' || field.source.from === 'resolver') continue; // they read a key, which the row has anyway
      if (field.source.from === 'expression' && verb !== 'r') continue; // computed, never written; its columns have lines of their own
      const { rows: [{ has }] } = await world.admin.query<{ has: boolean }>(
        'SELECT bool_and(has_column_privilege($1, $2, c, $3)) AS has FROM unnest($4::text[]) AS c', [roleOf(kind), table, privilege, columnsOf(field, key)]);
      const named = mayByHand(kind, type, field.name, verb) || (verb === 'r' && isReadOtherwise(kind, type, field.name)) || (verb === 'c' && (isPlacement(kind, type, field.name) || type === 'AuditLine')); // every write appends to the trail
      if (!named) expect([type, field.name, privilege, has]).toEqual([type, field.name, privilege, false]);
    }
  });
});

describe('tables that no type shows', () => {
  it('are those that the table kept by hand names', () => {
    expect(policy.resources.filter(resource => resource.isInternal).map(resource => resource.table).sort()).toEqual([...tablesByHand.keys()].sort());
  });
  it.each(portalKinds)('give the role of %s of each column what it names, and nothing else', async kind => {
    const privileges = [['c', 'INSERT'], ['r', 'SELECT'], ['u', 'UPDATE']] as const;
    for (const [table, columns] of tablesByHand) {
      const { rows } = await world.admin.query<{ column: string; privilege: string }>(`SELECT a.attname AS column, x.privilege_type AS privilege FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) x
        WHERE a.attrelid = $1::regclass AND x.grantee = $2::regrole ORDER BY 1, 2`, [table, roleOf(kind)]);
      const named = [...columns].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([column, verbs]) => privileges.filter(([verb]) => verbs[kind].includes(verb)).map(([, privilege]) => ({ column, privilege })));
      expect([table, rows]).toEqual([table, named]);
    }
  });
});

describe('relations to filter by', () => {
  it('stay closed to a post with the noun to which they lead, as do the words for how many', () => {
    const closed = new Policy(policy.resources, policy.operations, [], { VIEWER: ['Member'], ACCOUNT_ADMINISTRATOR: ['Household'] });
    const paths = ['HouseholdFilter.members', 'MemberListFilter.some', 'MemberListFilter.atLeast', 'MemberFilter.sex', 'MemberFilter.search', 'HouseholdFilter.groups', 'HouseholdGroupListFilter.none', 'DeprivationFilter.household', 'HouseholdFilter.search'];
    const may = (role: PostRole) => paths.filter(path => closed.mayAs('commune', role, path));
    expect(may('LEADER')).toEqual(paths);
    expect(may('VIEWER')).toEqual(['HouseholdFilter.groups', 'HouseholdGroupListFilter.none', 'DeprivationFilter.household', 'HouseholdFilter.search']);
    expect(may('ACCOUNT_ADMINISTRATOR')).toEqual(['MemberListFilter.some', 'MemberListFilter.atLeast', 'MemberFilter.sex', 'MemberFilter.search', 'HouseholdGroupListFilter.none']);
  });
  it('are no words for how many where a portal kind may filter by no relation to the noun', () => {
    expect(['some', 'none', 'every', 'atLeast'].filter(word => policy.may('massOrganisation', `MemberListFilter.${word}`))).toEqual([]);
    for (const kind of portalKinds) expect([kind, policy.may(kind, 'MemberFilter.search')]).toEqual([kind, ['secretariat', 'department', 'commune'].includes(kind)]);
  });
  it('are offered to no portal kind that reads no row, or may compare no field, of what they lead to', () => {
    for (const { type, fields } of policy.nouns) for (const { name, source, verbs } of fields.values()) if (source.from === 'many' || policy.byType.get(type)!.operands.get(name) === 'row')
      for (const kind of portalKinds) if (verbs[kind].includes('f')) {
        const target = policy.byType.get((source as { type: string }).type)!;
        expect([type, name, kind, target.rows[kind] !== undefined, [...target.fields.values()].some(field => field.verbs[kind].includes('f'))]).toEqual([type, name, kind, true, true]);
      }
  });
});

/** A column that policies read, or another field of the noun, as the member's id under identity and id. */
function isReadOtherwise(kind: PortalKind, noun: string, field: string): boolean {
  const { fields, key, keys } = policy.byType.get(noun)!;
  const others = [...fields.values()].filter(other => other.name !== field && mayByHand(kind, noun, other.name, 'r')).flatMap(other => columnsOf(other, key));
  return columnsOf(fields.get(field)!, key).every(column => keys.includes(column) || others.includes(column));
}

/** Whoever creates a row places it with its household and its member, which for these two themselves is the id. */
function isPlacement(kind: PortalKind, noun: string, field: string): boolean {
  const { fields, key, household, member } = policy.byType.get(noun)!;
  return [...fields.keys()].some(other => mayByHand(kind, noun, other, 'c')) && columnsOf(fields.get(field)!, key).every(column => column === household || column === member);
}

describe.each(signedIn)('the portal of %s', kind => {
  it.each(nouns)('reads of %s exactly the fields that the table names', async noun => {
    const may = [...goldenMatrix.get(noun)!.keys()].map(field => asked(noun, field)).filter(({ paths }) => deniedOnTheWay(kind, noun, paths).length === 0);
    if (may.length === 0) return;
    expect(outcome(await readers[kind](`{ ${at(noun, may.map(({ selection }) => selection).join(' '))} }`))).toBe('200');
  });

  it('is told of the schema the fields that the table names, and of no other', async () => {
    const { data } = await readers[kind]('{ __schema { types { name fields { name } inputFields { name } } } }');
    const types = data.__schema.types as { name: string; fields: { name: string }[] | null }[];
    const shown = Object.fromEntries(types.filter(({ name }) => goldenMatrix.has(name)).map(({ name, fields }) => [name, fields!.map(field => field.name).sort()]));
    const named = [...goldenMatrix].map(([noun, fields]) => [noun, [...fields].filter(([, verbs]) => verbs[kind].includes('r')).map(([name]) => name).sort()] as const);
    expect(shown).toEqual(Object.fromEntries(named.filter(([, fields]) => fields.length > 0)));
    for (const noun of goldenMatrix.keys()) if (!(noun in shown)) expect((await readers[kind](`{ __type(name: "${noun}") { name } }`)).data).toEqual({ __type: null });
  });

  it('is told of its permissions what the table says, and nothing of the others\'', async () => {
    const { data } = await readers[kind]('{ permissionMatrix { noun fields { field secretariat department commune massOrganisation public } } }');
    const lines = (data.permissionMatrix as { noun: string; fields: ({ field: string } & Record<PortalKind, string | null>)[] }[])
      .flatMap(({ noun, fields }) => fields.map(({ field, ...verbs }) => [`${noun}.${field}`, verbs[kind], portalKinds.filter(other => verbs[other] !== null)]));
    const shown = kind === 'secretariat' ? [...portalKinds] : [kind];
    const named = [...goldenMatrix].flatMap(([noun, fields]) => [...fields].filter(([, verbs]) => kind === 'secretariat' || verbs[kind] !== '').map(([field, verbs]) => [`${noun}.${field}`, verbs[kind], shown]));
    expect(lines.sort()).toEqual(named.sort());
  });
});

describeHiddenFields(() => ({ world, readers }), { denied: 'by name' });
describeFieldsOfOneText(() => readers);

describe('hidden fields elsewhere', () => {
  it('are refused inside the payload of a mutation, and the mutation is not done', async () => {
    const { rows: [assignment] } = await world.admin.query<{ id: number; version: number }>(
      'SELECT id, version FROM assignment WHERE unit_id = $1 AND accepted_on IS NULL ORDER BY id LIMIT 1', [readers.department.unitId]);
    const accept = `mutation ($input: AcceptAssignmentInput!) { acceptAssignment(input: $input) { assignment { task { assignments { unit { households(first: 1) { note } } } } } } }`;
    const { answer, trail } = await refused(world, () => readers.department(accept, { input: assignment }));
    expect([outcome(answer), answer.errors![0]!.extensions.fields]).toEqual(['403 FORBIDDEN', ['Household.note']]);
    expect(trail).toEqual([{ operation: 'acceptAssignment', outcome: 'REFUSED', unit_id: readers.department.unitId, detail: { code: 'FORBIDDEN', fields: ['Household.note'] } }]);
  });

  it.each([['a new value', { part: 'Phần việc khác' }], ['null', { part: null }]])('are not written by a unit that sends %s', async (_what, patch) => {
    const { rows: [assignment] } = await world.admin.query<{ id: number; version: number }>('SELECT id, version FROM assignment WHERE unit_id = $1 ORDER BY id LIMIT 1', [readers.commune.unitId]);
    const { answer } = await refused(world, () => readers.commune('mutation ($input: ChangeAssignmentInput!) { changeAssignment(input: $input) { userErrors { code } } }', { input: { ...assignment, ...patch } }));
    expect(outcome(answer)).toBe('403 FORBIDDEN');
    expect(answer.errors![0]!.extensions.fields).toContain('ChangeAssignmentInput.part');
  });

  it('are not written by a field that the input does not have', async () => {
    const { rows: [assignment] } = await world.admin.query<{ id: number; version: number }>('SELECT id, version FROM assignment WHERE unit_id = $1 ORDER BY id LIMIT 1', [readers.commune.unitId]);
    const accept = 'mutation ($input: AcceptAssignmentInput!) { acceptAssignment(input: $input) { userErrors { code } } }';
    const { answer } = await refused(world, () => readers.commune(accept, { input: { ...assignment, dueDay: '2026-12-31' } }));
    expect(outcome(answer)).toBe('400 BAD_USER_INPUT');
    expect(userErrors(answer)).toEqual([]);
  });

  it('are denied to a portal kind that no table knows', () => {
    for (const path of [...Object.keys(policy.operations), ...[...goldenMatrix].flatMap(([noun, fields]) => [...fields.keys()].map(field => `${noun}.${field}`))]) {
      let may: boolean;
      try { may = policy.mayAs('ward' as PortalKind, 'LEADER', path); } catch { may = false; }
      expect([path, may]).toEqual([path, false]);
    }
  });

  it('are not in cursors, which hold only what the last row showed', async () => {
    const sortable = Object.keys((promised.getType('HouseholdOrder') as GraphQLInputObjectType).getFields()).filter(field => !['commune', 'village', 'ethnicity'].includes(field));
    expect(sortable).toContain('headName');
    for (const kind of signedIn) for (const field of sortable) {
      if (!mayByHand(kind, 'Household', field, 'f')) continue;
      const { data } = await readers[kind](`query ($order: [HouseholdOrder!]) { households(first: 2, order: $order) { nodes { id ${field === 'id' ? '' : field} } pageInfo { endCursor } } }`, { order: { [field]: 'ASC' } });
      const last = data.households.nodes.at(-1) as Record<string, unknown>;
      const keys = JSON.parse(Buffer.from((data.households.pageInfo.endCursor as string).split('.')[0]!, 'base64url').toString()) as unknown[];
      const shown = last[field] === null ? null : String(last[field]);
      expect([kind, field, keys]).toEqual([kind, field, [shown, last.id]]);
    }
  });
});
