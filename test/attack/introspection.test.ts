import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildClientSchema, buildSchema, getIntrospectionQuery, isInputObjectType, isObjectType, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { sendJson } from '../support/raw-request.js';
import type { PortalKind } from '../../server/access/portal-kind.js';
import { operationsByHand } from '../support/golden.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, clients: Readonly<Record<string, Client>>;
beforeAll(async () => {
  world = await openWorld();
  const { secretariat, department, commune, massOrganisation } = world.as;
  clients = { secretariat: await secretariat('thuong-truc'), department: await department('sxd'), commune: await commune('02869'), massOrganisation: await massOrganisation('lhpn') };
});
afterAll(() => world.stop());

const kinds = ['secretariat', 'department', 'commune', 'massOrganisation'] as const;

/** Type → its fields, of what the file promises to a portal kind: every description there ends with the kinds that may read the field. */
function promised(kind: string): Map<string, string[]> {
  const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'), { assumeValidSDL: true });
  return fieldsOf(schema, description => (/\[([^\]]*)\]$/.exec(description ?? '')?.[1] ?? '').split(', ').includes(kind));
}

function fieldsOf(schema: GraphQLSchema, may: (description: string | null | undefined) => boolean = () => true): Map<string, string[]> {
  const types = Object.values(schema.getTypeMap()).filter(type => !type.name.startsWith('__') && (isObjectType(type) || isInputObjectType(type)));
  return new Map(types.flatMap(type => {
    const fields = Object.values((type as { getFields(): Record<string, { name: string; description?: string | null }> }).getFields()).filter(field => may(field.description)).map(field => field.name).sort();
    return fields.length > 0 ? [[type.name, fields]] : [];
  }));
}

async function schemaOf(client: Client): Promise<GraphQLSchema> {
  const { status, data } = await client(getIntrospectionQuery());
  expect(status).toBe(200);
  return buildClientSchema(data as IntrospectionQuery);
}

describe('introspection', () => {
  it.each(kinds)('shows %s its own fields, of every type that it reaches all, and no other', async kind => {
    const own = fieldsOf(await schemaOf(clients[kind]!)), file = promised(kind);
    for (const [type, fields] of own) expect([type, fields]).toEqual([type, file.get(type)]);
    for (const root of ['Query', 'Mutation', 'Household', 'Task', 'Assignment']) expect([root, own.get(root)]).toEqual([root, file.get(root)]);
  });
  it('hides what a matrix line leaves out, by type and by name', async () => {
    const [building, women, secretariat, commune] = await Promise.all(['department', 'massOrganisation', 'secretariat', 'commune'].map(kind => schemaOf(clients[kind]!)));
    expect(building!.getType('EthnicGroup')).toBeUndefined();
    expect(fieldsOf(building!).get('Household')).not.toContain('note');
    expect(fieldsOf(building!).get('HouseholdFilter')).not.toContain('ethnicity');
    expect(['HouseholdIdentity', 'HouseholdIncome', 'EthnicGroup'].map(type => women!.getType(type))).toEqual([undefined, undefined, undefined]);
    const byHand = (kind: PortalKind): string[] => [...operationsByHand].filter(([path, { portals }]) => path.startsWith('Mutation.') && portals.includes(kind)).map(([path]) => path.replace('Mutation.', '')).sort();
    expect(fieldsOf(secretariat!).get('Mutation')).toEqual(byHand('secretariat'));
    expect(fieldsOf(commune!).get('Mutation')).toEqual(byHand('commune'));
  });
  it('of one type tells nothing of a hidden one', async () => {
    const answer = await clients.massOrganisation!('{ a: __type(name: "HouseholdIdentity") { name } b: __type(name: "NoSuchType") { name } }');
    expect(answer.data).toEqual({ a: null, b: null });
  });
  it('shows a guest nothing', async () => {
    for (const query of ['{ __schema { queryType { name } } }', '{ __type(name: "Household") { name } }', '{ __typename }', '{ household', 'mutation { login(input: {}) { nothing } }']) {
      const { status, errors, data, text } = await world.as.guest(query);
      expect([status, errors!.map(e => e.extensions.code), data ?? null]).toEqual([401, ['UNAUTHENTICATED'], null]);
      expect(text).toBe('{"errors":[{"message":"Đăng nhập để tiếp tục.","extensions":{"code":"UNAUTHENTICATED"}}]}');
    }
  });
  it.each([
    '{ __schema { queryType { name } } viewer { name } }', '{ viewer { name } ... on Query { __schema { queryType { name } } } }',
    '{ ...A viewer { name } } fragment A on Query { ...B } fragment B on Query { __type(name: "Household") { name } }', '{ a: viewer { name } b: __type(name: "Household") { fields { name } } }',
  ])('mixed with data is refused: %s', async query => {
    const { status, errors, data } = await clients.secretariat!(query);
    expect([status, errors!.map(e => [e.message, e.extensions.code]), data ?? null]).toEqual([400, [['Truy vấn cấu trúc (__schema, __type) phải gửi riêng.', 'BAD_USER_INPUT']], null]);
  });
  it('that goes in circles is refused', async () => {
    const circle = '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }';
    const { status, errors, data } = await clients.secretariat!(circle);
    expect([status, errors!.map(e => e.extensions.code), data ?? null]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED'], null]);
  });
  it.each(['{ households(first: 1) { nodes { ethnicit } } }', '{ households(first: 1) { nodes { member { id } } } }', '{ householt { id } }', '{ households(first: 1, filtre: {}) { nodes { id } } }', '{ households(first: 1, filter: { ethnicite: {} }) { nodes { id } } }',
    '{ households(first: 1, filter: { class: { eq: POORR } }) { nodes { id } } }', '{ households(first: 1) { ...F } } fragment F on HouseholdConnectio { nodes { id } }'])('has no words for a near miss: %s', async query => {
    const { status, text } = await clients.massOrganisation!(query);
    expect(status).toBe(400);
    expect(text).not.toMatch(/Did you mean|ethnicity|"members"|POOR"|HouseholdConnection"/);
  });
});

describe('a persisted document', () => {
  const documents = Object.entries(JSON.parse(readFileSync('schema/operations.json', 'utf8')) as Record<string, string>);
  const [hash, text] = documents.find(([, document]) => /^query Session\b/m.test(document))!;
  const ask = (target: World, client: Client | null, body: object) => sendJson(target, client, body).then(({ status, codes }) => [status, ...codes]);
  const by = (sha256Hash: unknown) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

  it('is answered by its hash, or by hash and text', async () => {
    expect(await ask(world, clients.commune!, by(hash))).toEqual([200]);
    expect(await ask(world, clients.commune!, { ...by(hash), query: text })).toEqual([200]);
  });
  it.each([['unknown', 'f'.repeat(64)], ['no text', 5], ['an object', {}], ['a name of every object', '__proto__']])('is not found by a hash that is %s', async (_, wrong) => {
    expect(await ask(world, clients.commune!, by(wrong))).toEqual([400, 'PERSISTED_QUERY_UNKNOWN']);
  });
  it('is refused when its text is another, and no text can be registered', async () => {
    expect(await ask(world, clients.commune!, { ...by(hash), query: '{ viewer { name } }' })).toEqual([400, 'PERSISTED_QUERY_MISMATCH']);
    const { createHash } = await import('node:crypto');
    const mine = '{ viewer { id } }', own = by(createHash('sha256').update(mine).digest('hex'));
    expect(await ask(world, clients.commune!, { ...own, query: mine })).toEqual([400, 'PERSISTED_QUERY_UNKNOWN']);
    expect(await ask(world, clients.commune!, own)).toEqual([400, 'PERSISTED_QUERY_UNKNOWN']);
  });
  it('is all that a narrowed system answers', async () => {
    const narrowed = await openWorld({ settings: { PERSISTED_ONLY: 'true' } });
    try {
      const officer = await narrowed.as.commune('02869');
      expect(await ask(narrowed, officer, by(hash))).toEqual([200]);
      expect(await ask(narrowed, officer, { query: text })).toEqual([200]);
      for (const query of ['{ viewer { name } }', `${text} `, getIntrospectionQuery(), '{']) expect(await ask(narrowed, officer, { query })).toEqual([400, 'PERSISTED_ONLY']);
      expect(await ask(narrowed, null, { query: '{ viewer { name } }' })).toEqual([401, 'UNAUTHENTICATED']);
    } finally { await narrowed.stop(); }
  });
});
