import { isListType, isNonNullType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PortalKind, PostRole } from '../../server/access/portal-kind.js';
import { policy } from '../../server/policy.js';
import { operationsByHand } from '../support/golden.js';
import { addPapersOfOthers } from '../support/hidden-parts.js';
import { inputWith, mutations, nounNamed, randomId, type Mutation } from '../support/mutation-inputs.js';
import { seenByCause } from '../support/seen-households.js';
import { contents, outcome } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

// Every mutation with the id of a row that the caller may not see, in each field that names a row, must answer as for an id that nobody has.

const sensitive = ['HouseholdIdentity', 'HealthDeprivation', 'HouseholdIncome', 'MeritRecord', 'MemberHealth', 'SupportLoan', 'PovertyCause'];
let world: World;
interface Caller { readonly kind: PortalKind; readonly role: PostRole; readonly client: Client; readonly seen: string }
let callers: Record<string, Caller>;
const column = async (sql: string): Promise<string[]> => (await world.admin.query<{ id: string }>(sql)).rows.map(row => row.id);

beforeAll(async () => {
  world = await openWorld();
  const seenAs = (client: Client, kind: PortalKind): string => `SELECT household_id FROM (${seenByCause}) c WHERE unit_id = ${client.unitId} AND '${kind}' = ANY (kinds)`;
  const leader = async (kind: 'commune' | 'department' | 'massOrganisation', unit: string): Promise<Caller> => {
    const client = await world.as[kind](unit, { role: 'LEADER', sensitive });
    return { kind, role: 'LEADER', client, seen: seenAs(client, kind) };
  };
  const commune = await leader('commune', '02869');
  const [village] = await column(`SELECT v.code AS id FROM village v JOIN household h ON h.village_id = v.id WHERE v.commune_id = ${commune.client.unitId} ORDER BY v.code LIMIT 1`);
  const head = await world.as.commune('02869', { role: 'VILLAGE_OFFICER', sensitive, villages: [village!] });
  callers = {
    'a commune': commune, 'a department': await leader('department', 'sxd'), 'Nội vụ': await leader('department', 'snv'), 'the bank': await leader('department', 'nhcsxh'), 'a mass organisation': await leader('massOrganisation', 'lhpn'),
    'a village head': { kind: 'commune', role: 'VILLAGE_OFFICER', client: head, seen: `SELECT h.id FROM household h JOIN village v ON v.id = h.village_id WHERE v.code = '${village}'` },
  };
  await addPapersOfOthers(world.admin, 'massOrganisation', { unit: commune.client.unitId, post: commune.client.post });
});
afterAll(() => world.stop());

/** A row of the noun that the caller has no part in; by hand, from the columns that say whose it is. */
async function foreignRow(noun: string, { client, seen, role }: Caller): Promise<string | undefined> {
  const { table, key } = policy.byType.get(noun)!;
  const columns = await column(`SELECT column_name AS id FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '${table}'`);
  const has = (name: string): boolean => columns.includes(name), children = `(SELECT id FROM unit WHERE id = ${client.unitId} OR parent_id = ${client.unitId})`;
  const mine = ['provider_id', 'helper_id', 'unit_id', 'planned_by_id'].filter(has).map(name => `${name} IN ${children}`);
  const conditions = table === 'household' ? [`id NOT IN (${seen})`] : has('household_id') ? [`household_id NOT IN (${seen})`] : table === 'village' ? [`commune_id <> ${client.unitId}`] : [];
  if (has('post_id')) conditions.push(`post_id <> ${client.post}`);
  if (role !== 'VILLAGE_OFFICER' || table !== 'household') conditions.push(...mine.map(one => `coalesce(NOT (${one}), true)`));
  return (await column(`SELECT ${key}::text AS id FROM ${table} WHERE ${conditions.join(' AND ') || 'true'} ORDER BY ${key} LIMIT 1`))[0];
}

const keysOf = (mutation: Mutation): string[] => Object.keys(mutation.input.getFields()).filter(field => { const noun = nounNamed(mutation, field); return noun !== null && policy.byType.get(noun)?.keyType === 'uuid'; });
const isMany = (mutation: Mutation, field: string): boolean => { const { type } = mutation.input.getFields()[field]!; return isListType(isNonNullType(type) ? type.ofType : type); };

describe.each(['a commune', 'a village head', 'a department', 'Nội vụ', 'the bank', 'a mass organisation'])('%s', name => {
  it('learns nothing of a row that is not its own, and changes none, by whatever mutation names it', async () => {
    const caller = callers[name]!, before = await contents(world.admin), tried: string[] = [], different: unknown[] = [];
    for (const mutation of mutations) {
      const line = operationsByHand.get(`Mutation.${mutation.name}`)!;
      if (!line.portals.includes(caller.kind) || !line.posts.includes(caller.role)) continue;
      for (const field of keysOf(mutation)) {
        const id = await foreignRow(nounNamed(mutation, field)!, caller);
        if (!id) continue;
        const ask = (one: string) => caller.client(mutation.query, { input: inputWith(mutation.input, { [field]: isMany(mutation, field) ? [one] : one }) });
        const [foreign, random] = [await ask(id), await ask(randomId)];
        tried.push(`${mutation.name}.${field}`);
        if (foreign.text.replaceAll(id, randomId) !== random.text || outcome(foreign) !== '200') different.push([mutation.name, field, foreign.text, random.text]);
        if (!JSON.stringify(foreign.data ?? null).includes('"code":"')) different.push([mutation.name, field, 'no error', foreign.text]);
      }
    }
    expect(different).toEqual([]);
    expect(tried.length).toBeGreaterThan(name === 'a village head' ? 12 : 3);
    expect(await contents(world.admin)).toEqual(before);
  });
});

describe('a post that opens nothing sensitive', () => {
  const asks = ['{ households(first: 30) { nodes { members { identity(purpose: REVIEW) { idTail } } } } }', '{ households(first: 30, filter: { incomes: { some: {} } }) { nodes { incomes(purpose: REVIEW) { asOf } } } }', '{ households(first: 30, filter: { merits: { some: {} } }) { nodes { merits(purpose: REVIEW) { validFrom } } } }',
    '{ households(first: 30) { nodes { members { health(purpose: REVIEW) { disability } } } } }', '{ supports(first: 30, filter: { kind: { eq: LOAN } }) { nodes { loan(purpose: REVIEW) { termMonths } } } }', '{ meritRecords(first: 30) { nodes { validFrom } } }'];
  const values = /"(idTail|asOf|validFrom|disability|termMonths)":/;
  it.each<[string, PostRole, readonly string[]]>([['reads along, though named for all', 'VIEWER', sensitive], ['keeps accounts, though named for all', 'ACCOUNT_ADMINISTRATOR', sensitive], ['is named for none', 'OFFICER', []], ['supervises, though named for all', 'SUPERVISOR', sensitive], ['has some villages, though named for all', 'VILLAGE_OFFICER', sensitive]])('as it %s', async (_what, role, named) => {
    await world.admin.query('TRUNCATE access_log');
    for (const unit of ['thuong-truc', '02869', 'snv', 'syt', 'nhcsxh', 'lhpn']) {
      const client = await world.as.unit(unit, { role, sensitive: named });
      for (const ask of asks) expect([unit, ask, values.test((await client(ask)).text)]).toEqual([unit, ask, false]);
    }
    expect((await world.admin.query("SELECT part FROM access_log WHERE household_id IS NOT NULL AND part = ANY ('{HouseholdIdentity,HouseholdIncome,MeritRecord,MemberHealth,SupportLoan}')")).rows).toEqual([]);
  });
  it('is told apart by a post that does', async () => {
    const officer = await world.as.secretariat('thuong-truc', { sensitive });
    for (const ask of asks) expect([ask, values.test((await officer(ask)).text)]).toEqual([ask, true]);
  });
});
