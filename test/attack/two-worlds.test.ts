import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answersTo, operationsFor, type Operation } from '../support/generated-operations.js';
import { changeHiddenColumns, changeUnseenHouseholds, changeUnseenProgress, draftFigures, signDrafts } from '../support/hidden-change.js';
import { addPapersOfOthers, changeHiddenParts, changePartsClosedTo, type StarredDepartment } from '../support/hidden-parts.js';
import { seenNow } from '../support/seen-households.js';
import { openWorld, type Client, type World } from '../support/world.js';

// Two worlds that differ only in what the viewer may not see must answer alike, byte for byte. The second world is the
// first after the change, under the same sign-ins, so that nothing else can differ.

const viewers = { commune: '02869', department: 'sxd', massOrganisation: 'lhpn', secretariat: 'thuong-truc' } as const;
const kinds = Object.keys(viewers) as (keyof typeof viewers)[];

let world: World, all: Client, clients: Record<keyof typeof viewers, Client>, operations: Operation[];
const column = async (sql: string): Promise<string[]> => (await world.admin.query<{ id: string }>(sql)).rows.map(row => String(row.id));

beforeAll(async () => {
  world = await openWorld();
  all = await world.as.secretariat('thuong-truc', { sensitive: ['HouseholdIdentity', 'HealthDeprivation', 'HouseholdIncome', 'MeritRecord', 'MemberHealth', 'SupportLoan', 'PovertyCause'] });
  clients = Object.fromEntries(await Promise.all(kinds.map(async kind => [kind, await world.as[kind](viewers[kind])]))) as typeof clients;
  operations = operationsFor({
    households: await column('SELECT id FROM household ORDER BY id'), communes: await column('SELECT DISTINCT commune_id AS id FROM household ORDER BY 1 LIMIT 6'),
    tasks: await column('SELECT id FROM task ORDER BY id'), assignments: await column('SELECT id FROM assignment ORDER BY id'),
  }, 90);
});
afterAll(() => world.stop());

/** What one who sees all reads of the whole: households with papers and lacks, and every signed word. */
async function whole(): Promise<string> {
  const texts = await Promise.all([
    all('{ households(first: 100, order: [{ code: ASC }]) { nodes { headName note workerCount members { fullName identity(purpose: INSPECTION) { idNumber } } deprivations { measure } } totalCount { value } } }'),
    all(`{ households(first: 20, order: [{ code: ASC }]) { nodes { contact { phone latitude } causes { cause since } incomes(purpose: REVIEW) { incomePerHead } merits(purpose: REVIEW) { allowanceKind } classRecords { reason } } } }`),
    all('{ meritRecords(first: 100) { nodes { allowanceKind } } supports(first: 50) { nodes { note amount { amount } } } members(first: 50) { nodes { labour { occupation } health(purpose: REVIEW) { disability } } } }'),
    all('{ assignments(first: 100, filter: { percent: { isNull: false } }) { nodes { part percent entries { done } } } }'),
  ]);
  return texts.map(({ status, text }) => `${status} ${text}`).join('\n');
}

/** What is one post's own nobody reads whole; so it is counted. */
const papers = async (): Promise<string> => `200 ${(await column('SELECT (SELECT count(*) FROM saved_filter) + (SELECT count(*) FROM export_job) + (SELECT count(*) FROM stored_file) AS id')).join()}`;

/** The second world of one comparison is the first of the next. */
const latest = new Map<Client, string[]>();

async function alike(client: Client, change: () => Promise<void>, proof = whole, asked: readonly Operation[] = operations): Promise<void> {
  const before = latest.get(client) ?? await answersTo(client, asked), wholeBefore = await proof();
  expect(before.filter(answer => answer.startsWith('500'))).toEqual([]);
  expect(before.filter(answer => answer.startsWith('200')).length).toBeGreaterThan(50);
  await change();
  const wholeAfter = await proof();
  expect(wholeAfter.startsWith('200') && wholeBefore.startsWith('200') && wholeAfter !== wholeBefore).toBe(true);
  const after = await answersTo(client, asked);
  latest.set(client, after);
  const different = after.flatMap((answer, i) => (answer === before[i] ? [] : [{ before: before[i], after: answer }]));
  expect({ count: different.length, first: different[0] }).toEqual({ count: 0, first: undefined });
  expect(after.length).toBe(before.length);
}

describe.each(kinds)('a viewer of the %s', kind => {
  const hidden = async () => ({ unit: clients[kind].unitId, seen: await seenNow(world.admin, kind, clients[kind].unitId) });
  if (kind !== 'secretariat') it('is told nothing by households that it does not see, changed, added or removed', () => alike(clients[kind], async () => changeUnseenHouseholds(world.admin, await hidden())));
  it('is told nothing by the parts that are closed to it of what it sees', () => alike(clients[kind], async () => changeHiddenColumns(world.admin, kind, await hidden())));
  it('is told nothing by the records beside them that are closed to it', () => alike(clients[kind], async () => changeHiddenParts(world.admin, kind, await hidden())));
  it("is told nothing by others' files, filters, lists taken in or out, and readings", () => alike(clients[kind], async () => addPapersOfOthers(world.admin, kind, { unit: clients[kind].unitId, post: clients[kind].post }), papers));
  if (kind !== 'secretariat') it("is told nothing by others' entries and terms that it does not read", () => alike(clients[kind], () => changeUnseenProgress(world.admin, kind, clients[kind].unitId)));
  else it("is told nothing by the words of units' drafts", async () => {
    const before = latest.get(clients[kind])!, unit = await world.as.commune('02869');
    const own = () => unit('{ assignments(first: 100) { nodes { entries { done } } } }');
    const ownBefore = (await own()).text;
    await changeUnseenProgress(world.admin, kind, clients[kind].unitId);
    expect(await answersTo(clients[kind], operations)).toEqual(before);
    expect((await own()).text).not.toBe(ownBefore);
  });
  // Of a draft others see that it exists (draftCount, and in lastEntryDay and status that the unit is at work), not what it says.
  it('is told no figure that a unit only drafted', async () => {
    const figures = '{ assignments(first: 100, order: [{ id: ASC }], filter: { not: { unit: { eq: "#" } } }) { nodes { id quantity percent doneOn } } }'.replace('#', String(clients[kind].unitId));
    await signDrafts(world.admin, clients[kind].unitId);
    const before = await clients[kind](figures);
    await draftFigures(world.admin, clients[kind].unitId, 11 + kinds.indexOf(kind));
    const moved = (await clients[kind](figures)).data.assignments.nodes.filter((node: object, i: number) => JSON.stringify(node) !== JSON.stringify(before.data.assignments.nodes[i]));
    expect({ count: moved.length, first: moved[0] }).toEqual({ count: 0, first: undefined });
  });
});

/** Departments whose posts open what is sensitive of their own work, and so read more of a household than the others: their readings are kept, so they are not asked for the log of readings. */
const starred: readonly (readonly [StarredDepartment, readonly string[]])[] = [['snv', ['MeritRecord']], ['syt', ['MemberHealth', 'PovertyCause', 'HealthDeprivation']], ['nhcsxh', ['SupportLoan']]];
describe.each(starred)('a post of %s that opens %j', (unit, sensitive) => {
  let client: Client, asked: Operation[];
  const tables = ['household', 'member', 'household_income', 'household_contact', 'poverty_cause', 'deprivation'];
  const digest = async () => `200 ${(await column(tables.map(table => `SELECT md5(string_agg(t::text, '' ORDER BY t::text)) AS id FROM ${table} t`).join(' UNION ALL '))).join()}`;
  const opened = async () => (await column(`SELECT count(*) AS id FROM access_log WHERE post_id = ${client.post} AND part = '${sensitive[0]!}'`)).map(Number)[0]!;
  beforeAll(async () => {
    // Earlier changes held the triggers back: each edge is again what its causes want.
    await world.admin.query('SELECT refresh_sight(array_agg(id)), refresh_counts(array_agg(id)) FROM household');
    client = await world.as.department(unit, { sensitive });
    asked = operations.filter(({ query }) => !query.includes('accessLogEntries'));
  });
  const hidden = async () => ({ unit: client.unitId, seen: await seenNow(world.admin, 'department', client.unitId) });
  it('is told nothing by households that it does not see', () => alike(client, async () => changeUnseenHouseholds(world.admin, await hidden()), digest, asked));
  it('is told nothing by the parts that are closed to it of what it sees, while it opens its own', async () => {
    expect(await opened()).toBeGreaterThan(0);
    await alike(client, async () => changePartsClosedTo(world.admin, unit, await hidden()), digest, asked);
  });
});
