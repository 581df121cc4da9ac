import fc from 'fast-check';
import type { Client } from './world.js';
import { anyRelationFilter } from './relation-cases.js';
import { anyFilter } from './row-cases.js';

export interface Operation { readonly query: string; readonly variables?: object }

const householdFields = ['id version code headName class standard classSince memberCount', 'code areaType village { name } commune { code }', 'code exitRegisteredOn expectedExitYear officerInCharge synthetic locked { part reason }',
  'code members { id fullName birthYear isHead } deprivations { indicator since until deprived }', 'id groups { kind since } pairings { id state validTo helper { code } household { id } } sightReasons { id cause part validFrom }'];
/** Whole households are dear: a few at a time. */
const parts = ['code contact { addressDetail phone } helpers hasAnySupport endedOn', 'id causes { cause since until } needs { kind since member { id } metBy { id } }', 'code supports { id kind state plannedDay note provider { code } amount { amount } member { fullName } }',
  'code merits(purpose: REVIEW) { kind validFrom housingNeed }', 'code incomes(purpose: REVIEW) { asOf incomePerHead }', 'code classRecords { class since until headName decisionDay movement } sightRequests { part state reason }',
  'id members { id fullName labour { status occupation } schooling { attending } insurance { hasCard } health(purpose: REVIEW) { disability } }', 'code supports { loan(purpose: REVIEW) { termMonths outstanding } }', 'code pairings { householdCode hasMerit needKinds promise outcome }'];
const partFilters = [{ needs: { some: { kind: { eq: 'LOAN' } } } }, { needs: { none: {} } }, { causes: { some: { cause: { eq: 'ILLNESS' } } } }, { causes: { none: {} } }, { supports: { some: { kind: { in: ['LOAN', 'JOB'] } } } }, { supports: { every: { state: { eq: 'PLANNED' } } } },
  { merits: { some: {} } }, { merits: { some: { kind: { eq: 'WAR_INVALID' } } } }, { incomes: { some: { incomePerHead: { gte: 1000000 } } } }, { classRecords: { some: { since: { gte: '2026-01-01' } } } }, { classRecords: { some: { headName: { contains: 'Khác' } } } },
  { members: { some: { health: { disability: { eq: 'SEVERE' } } } } }, { members: { none: { insurance: { hasCard: { eq: true } } } } }, { members: { some: { labour: { occupation: { startsWith: 'nghề' } } } } }];
/** The lists beside households, with their counts and ends of page. */
const lists = ['members(first: 20, order: [{ fullName: ASC }]) { nodes { id fullName birthYear residence }', 'supportNeeds(first: 30, order: [{ since: DESC }]) { nodes { id kind since household { code } }', 'supports(first: 30, order: [{ plannedDay: DESC }]) { nodes { id kind state note household { code } amount { amount } }',
  'supports(first: 5, filter: { household: { class: { eq: POOR } } }) { nodes { id }', 'pairings(first: 30, order: [{ validFrom: ASC }]) { nodes { id state householdCode hasMerit promise household { headName } }', 'sightRequests(first: 20) { nodes { id part state reason }',
  'classRecords(first: 30, order: [{ since: DESC }]) { nodes { id code headName class since movement }', 'meritRecords(first: 10) { nodes { id kind allowanceKind }', 'accessLogEntries(first: 20, filter: { part: { eq: "SupportLoan" } }) { nodes { id part purpose person }', 'importBatches(first: 20) { nodes { id fileName state }',
  'importRows(first: 20) { nodes { id rowNo state }', 'columnMappings(first: 20) { nodes { id name }', 'exportJobs(first: 20) { nodes { id no title }',
  'unitRequests(first: 50, order: [{ daysOver: DESC }]) { nodes { id number subject text state answer isOverdue daysGone daysHeld unit { code } toUnit { code } steps { act words byName daysHeld } answerDrafts { answer } }'].map(text => ({ query: `{ ${text} pageInfo { hasNextPage endCursor } totalCount { value isExact } } }` }))
  .concat([{ query: '{ savedFilters { id name query } }' }, { query: '{ requestDebts { unitCode open overdue oldestDays } }' }, { query: '{ supervisions { id title } }' }, { query: '{ movementCounts(from: "2026-01-01", to: "2026-12-31", standard: "VN-MDP-2022") { class movement endMovement count } }' },
    { query: '{ expectedExits(year: 2026) { households target villages { households } } }' }]);
const orders = ['code', 'headName', 'class', 'memberCount', 'classSince', 'commune', 'id'];
/** Names that occur, that only another's rows have or come to have, and code numbers. */
const typed = ['giàng', 'lo', 'a', 'người ẩn', 'thanh vien', 'ten kin', 'ho moi', '15-02869', '12', 'pa'];
const hiddenWords = ['note', 'workerCount', 'ethnicity { name }', 'members { birthDate }', 'deprivations { measure }', 'khôngCó'];

/** Operations of every form that the API has, drawn anew from one seed: lists, filters, orders, pages, counts, graphs, single rows, faults. */
export function operationsFor({ households, communes, tasks, assignments }: Readonly<Record<'households' | 'communes' | 'tasks' | 'assignments', readonly string[]>>, count: number): Operation[] {
  const search = fc.constantFrom(...typed), named = fc.oneof(search.map(word => ({ search: word })), search.map(word => ({ members: { some: { search: word } } })), search.map(word => ({ pairings: { some: { household: { search: word } } } })));
  const filter = fc.oneof({ weight: 3, arbitrary: anyFilter(communes.map(Number)) }, { weight: 2, arbitrary: anyRelationFilter(false) }, { weight: 1, arbitrary: anyRelationFilter(true) }, { weight: 2, arbitrary: named }, { weight: 2, arbitrary: fc.constantFrom<object>(...partFilters) });
  const list = fc.record({ filter: fc.option(filter), order: fc.array(fc.tuple(fc.constantFrom(...orders), fc.constantFrom('ASC', 'DESC')), { maxLength: 2 }), first: fc.integer({ min: 1, max: 100 }), fields: fc.constantFrom(...householdFields) })
    .map(({ filter, order, first, fields }): Operation => ({ query: `query ($filter: HouseholdFilter, $order: [HouseholdOrder!], $first: Int!) { households(filter: $filter, order: $order, first: $first) { nodes { ${fields} } pageInfo { hasNextPage endCursor } totalCount { value isExact } } }`,
      variables: { filter, order: order.map(([name, way]) => ({ [name]: way })), first } }));
  const few = fc.record({ filter: fc.option(filter), first: fc.integer({ min: 1, max: 10 }), fields: fc.constantFrom(...parts) })
    .map(({ filter, first, fields }): Operation => ({ query: `query ($filter: HouseholdFilter, $first: Int!) { households(filter: $filter, first: $first) { nodes { ${fields} } pageInfo { endCursor } totalCount { value } } }`, variables: { filter, first } }));
  const one = fc.tuple(fc.constantFrom(...households), fc.constantFrom(...householdFields, ...parts)).map(([id, fields]): Operation => ({ query: `{ household(id: "${id}") { ${fields} } }` }));
  const task = fc.tuple(fc.constantFrom(...tasks), fc.integer({ min: 1, max: 3 })).map(([id, first]): Operation => ({
    query: `{ task(id: "${id}") { code leads { unit { code } status percent } assignments { id role part status statusRule draftCount lastEntryDay acceptedOn entries { done state difficulty }
      unit { code households(first: ${first}, order: [{ code: DESC }]) { code deprivations { indicator } } } } } }` }));
  const assignment = fc.tuple(fc.constantFrom(...assignments), fc.constantFrom('ON_TIME', 'LATE', 'AT_RISK', 'NOT_UPDATED')).map(([id, status]): Operation => ({
    query: `{ assignment(id: "${id}") { id part percent submittedCount entries { done reasons { reason } } changes { field after } steps { kind note byName } comments { text authorName } } assignments(first: 30, filter: { or: [{ status: { eq: ${status} } }, { percent: { gte: 50 } }] }, order: [{ percent: DESC }, { dueDay: ASC }]) { nodes { id unit { code } percent } pageInfo { endCursor } totalCount { value } } }` }));
  const fault = fc.tuple(fc.constantFrom(...hiddenWords), fc.constantFrom(...households)).map(([word, id]): Operation => ({ query: `{ household(id: "${id}") { code ${word} } }` }));
  const cursor = fc.tuple(fc.constantFrom(...households), fc.base64String({ minLength: 4, maxLength: 30 })).map(([id, noise]): Operation => ({ query: 'query ($after: String) { households(first: 2, after: $after) { nodes { id } } }', variables: { after: `${Buffer.from(JSON.stringify([id])).toString('base64url')}.${noise}` } }));
  const shown = ['{ permissionMatrix { noun fields { field secretariat department commune massOrganisation public } } }', '{ __schema { types { name fields { name } inputFields { name } } } }', '{ __type(name: "HouseholdIdentity") { fields { name } } }',
    '{ viewer { portalKind permissions today } unitClasses { code } }', '{ unit(code: "02647") { households(first: 5) { code } assignments { id status } posts { name } } }', '{ plan(year: 2026) { targets { code value unit { code } } groups { tasks { code } } } }',
    '{ units(first: 100, filter: { kind: { eq: commune } }) { nodes { code households(first: 1) { code } } totalCount { value } } }'].map(query => ({ query }));
  return [...shown, ...lists, ...fc.sample(fc.oneof({ weight: 6, arbitrary: list }, { weight: 4, arbitrary: few }, { weight: 2, arbitrary: one }, { weight: 2, arbitrary: task }, { weight: 2, arbitrary: assignment }, fault, cursor), { seed: 20260908, numRuns: count })];
}

/** Every answer word for word, with up to two further pages of each list. */
export async function answersTo(client: Client, operations: readonly Operation[]): Promise<string[]> {
  const answers: string[] = [];
  for (const { query, variables } of operations) {
    let answer = await client(query, variables);
    answers.push(`${answer.status} ${answer.text}`);
    for (let page = 0; page < 2; page++) {
      const after = answer.data?.households?.pageInfo?.endCursor as string | undefined;
      if (!after || !variables) break;
      answer = await client(query.replace('query (', 'query ($after: String, ').replace('first: $first)', 'first: $first, after: $after)'), { ...variables, after });
      answers.push(`${answer.status} ${answer.text}`);
    }
  }
  return answers;
}
