import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, officer: Client, colleague: Client, women: Client;
beforeAll(async () => {
  world = await openWorld();
  [officer, colleague, women] = [await world.as.commune('02869'), await world.as.commune('02869'), await world.as.massOrganisation('lhpn')];
});
afterAll(() => world.stop());

const save = (client: Client, input: object): Promise<Answer> =>
  client('mutation ($input: SaveFilterInput!) { saveFilter(input: $input) { savedFilter { id page name query } userErrors { code field message } } }', { input });
const remove = (client: Client, id: string): Promise<Answer> =>
  client('mutation ($input: RemoveFilterInput!) { removeFilter(input: $input) { savedFilter { id name } userErrors { code field } } }', { input: { id } });
const names = async (client: Client): Promise<string[]> => ((await client('{ savedFilters { name } }')).data.savedFilters as { name: string }[]).map(({ name }) => name).sort();
const codes = ({ data }: Answer) => (Object.values(data)[0] as { userErrors: { code: string; field: string | null }[] }).userErrors.map(({ code, field }) => [code, field]);
const housing = { page: 'ho', name: 'Thiếu nhà ở, chưa ai giúp', query: 'thieu=housing&giupdo=chua' };

describe('a saved filter', () => {
  it('is kept under a name for the post that kept it, with a line in the audit trail', async () => {
    const { data } = await save(officer, { ...housing, name: `  ${housing.name} ` });
    expect(data.saveFilter).toEqual({ savedFilter: { id: expect.any(String), ...housing }, userErrors: [] });
    expect([await names(officer), await names(colleague), await names(women)]).toEqual([[housing.name], [], []]);
    const { rows } = await world.admin.query("SELECT post_id, after FROM audit_line WHERE operation = 'saveFilter'");
    expect(rows).toEqual([{ post_id: officer.post, after: housing }]);
  });

  it('stands once under a name, whole and of a list; what is wrong is said of every field at once', async () => {
    const denied = async (input: object) => codes((await refused(world, () => save(officer, input))).answer);
    expect(await denied(housing)).toEqual([['BAD_INPUT', 'name']]);
    expect(await denied({ page: '../../ho', name: ' ', query: '' })).toEqual([['BAD_INPUT', 'name'], ['BAD_INPUT', 'query'], ['BAD_INPUT', 'page']]);
    expect(await denied({ ...housing, name: 'x'.repeat(81), query: 'y'.repeat(2001) })).toEqual([['BAD_INPUT', 'name'], ['BAD_INPUT', 'query']]);
    expect(codes(await save(colleague, housing))).toEqual([]);
    expect(await names(colleague)).toEqual([housing.name]);
  });

  it('is removed by its own post only, and what it was stays in the trail', async () => {
    const { id } = (await save(officer, { page: 'ho', name: 'Tạm', query: 'loai=POOR' })).data.saveFilter.savedFilter as { id: string };
    for (const client of [colleague, women]) expect(codes((await refused(world, () => remove(client, id))).answer)).toEqual([['NOT_FOUND', 'id']]);
    expect(codes((await refused(world, () => remove(officer, 'không phải mã'))).answer)).toEqual([['NOT_FOUND', 'id']]);
    expect((await remove(officer, id)).data.removeFilter).toEqual({ savedFilter: { id, name: 'Tạm' }, userErrors: [] });
    expect(await names(officer)).toEqual([housing.name]);
    expect(codes((await refused(world, () => remove(officer, id))).answer)).toEqual([['NOT_FOUND', 'id']]);
    const { rows } = await world.admin.query("SELECT before, after FROM audit_line WHERE operation = 'removeFilter' AND before IS NOT NULL");
    expect(rows).toEqual([{ before: { page: 'ho', name: 'Tạm', query: 'loai=POOR' }, after: null }]);
  });

  it('is refused beyond a hundred', async () => {
    await world.admin.query("INSERT INTO saved_filter (post_id, page, name, query) SELECT $1, 'ho', 'số ' || n, 'loai=POOR' FROM generate_series(1, 100) n", [women.post]);
    expect(codes((await refused(world, () => save(women, housing))).answer)).toEqual([['NOT_ALLOWED_NOW', null]]);
  });
});
