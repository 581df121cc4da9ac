import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, officer: Client;
const states = ['CHECKED', 'FAILED', 'SAVED', 'DISCARDED'], kinds = ['HOUSEHOLDS', 'MEMBERS', 'NEEDS'];

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  // Two moments are the same to the microsecond, two differ by one, and one lies before the year's end as a text would not sort it.
  const moments = ['2025-12-31 23:59:59+07', '2026-09-08 07:30:00.000001+07', '2026-09-08 07:30:00.000002+07', '2026-09-08 07:30:00.000002+07', '2026-09-08 00:29:59+00', '2026-10-01 00:00:00+07', '2026-09-30 23:00:00+07'];
  for (const [at, moment] of moments.entries()) {
    await world.admin.query('INSERT INTO import_batch (unit_id, post_id, kind, state, file_name, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [officer.unitId, officer.post, kinds[at % kinds.length], states[at % states.length], `tep-${at}.xlsx`, moment]);
  }
});
afterAll(() => world.stop());

interface Page { readonly nodes: readonly { readonly fileName: string }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } }
async function page(order: readonly object[], first: number, after: string | null): Promise<Page> {
  const { data, errors } = await officer('query ($order: [ImportBatchOrder!], $first: Int!, $after: String) { importBatches(first: $first, after: $after, order: $order) { nodes { fileName } pageInfo { hasNextPage endCursor } } }', { order, first, after });
  expect(errors).toBeUndefined();
  return data.importBatches as Page;
}

const each = ['id', 'unit', 'kind', 'state', 'createdAt'].flatMap(name => ['ASC', 'DESC'].map(direction => [{ [name]: direction }]));
it.each([...each, [{ kind: 'DESC' }, { createdAt: 'DESC' }], [{ createdAt: 'ASC' }, { state: 'ASC' }], []].map(order => [JSON.stringify(order), order] as const))('ordered by %s come page by page as they come at once', async (_, order) => {
  const whole = (await page(order, 50, null)).nodes.map(one => one.fileName), read: string[] = [];
  expect(whole).toHaveLength(7);
  for (let after: string | null = null, isLast = false; !isLast;) {
    const { nodes, pageInfo } = await page(order, 2, after);
    read.push(...nodes.map(one => one.fileName));
    [after, isLast] = [pageInfo.endCursor, !pageInfo.hasNextPage];
  }
  expect(read).toEqual(whole);
});

it('latest first are in the order of the moments', async () => {
  const names = (await page([{ createdAt: 'DESC' }], 50, null)).nodes.map(one => one.fileName);
  expect([names.slice(0, 2), names.slice(4)]).toEqual([['tep-5.xlsx', 'tep-6.xlsx'], ['tep-1.xlsx', 'tep-4.xlsx', 'tep-0.xlsx']]);
  expect(new Set(names.slice(2, 4))).toEqual(new Set(['tep-2.xlsx', 'tep-3.xlsx']));
});

it('are filtered by a stretch of time, and a moment that is none is bad input', async () => {
  const ask = (filter: string) => officer(`{ importBatches(first: 10, order: [{ createdAt: ASC }], filter: { createdAt: ${filter} }) { nodes { fileName } } }`);
  const { data } = await ask('{ gte: "2026-09-08T00:30:00Z", lte: "2026-09-30T23:59:59+07:00" }');
  expect(data.importBatches.nodes.map((one: { fileName: string }) => one.fileName).sort()).toEqual(['tep-1.xlsx', 'tep-2.xlsx', 'tep-3.xlsx', 'tep-6.xlsx']);
  for (const bad of ['"hôm qua"', '"2026-02-31T00:00:00Z"', '"2026-09-08"', '"2026-09-08T25:00:00Z"', '"0000-01-01T00:00:00Z"', '5']) {
    const literal = await ask(`{ gte: ${bad} }`);
    const sent = await officer('query ($filter: ImportBatchFilter) { importBatches(first: 10, filter: $filter) { nodes { fileName } } }', { filter: { createdAt: { gte: JSON.parse(bad) as unknown } } });
    expect([bad, literal.errors?.[0]?.extensions.code, sent.errors?.[0]?.extensions.code]).toEqual([bad, 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);
  }
});
