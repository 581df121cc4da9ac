import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { exported, sheetRows } from '../support/exports.js';
import { readWorkbook } from '../../server/workbook/read.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, commune: Client, other: Client, mapping: string;
beforeAll(async () => {
  world = await openWorld();
  commune = await world.as.commune('02869');
  other = await world.as.commune('02647');
  const { rows: [saved] } = await world.admin.query(`INSERT INTO column_mapping (unit_id, name, kind, sheet, header_row, columns, value_map, saved_by_id)
    VALUES ($1, 'Mẫu của Bộ', 'HOUSEHOLDS', 'PL 01', 3, '{"Tên chủ hộ": "headName", "STT hộ": "code", "Số định danh": "idNumber", "KQ": "class", "C7": "lack:HOUSING_QUALITY"}', '{"N": "Hộ nghèo", "CN": "NEAR_POOR", "1": "x"}', $2) RETURNING id`, [commune.unitId, commune.post]);
  mapping = saved.id;
});
afterAll(() => world.stop());

it("gives the file's own sheet, headers, order and words, and leaves over empty cells what the list does not have", async () => {
  const order = [{ code: 'ASC' }], file = await exported(world, commune, { kind: 'HOUSEHOLDS', columns: [], order, mapping });
  const [header, ...rows] = (await sheetRows(file, 0)).filter(row => row.some(cell => cell !== null));
  expect((await readWorkbook(file)).sheets.map(({ name }) => name)).toEqual(['PL 01', 'Nguồn']);
  expect(header).toEqual(['Tên chủ hộ', 'STT hộ', 'Số định danh', 'KQ', 'C7']);
  const { data } = await commune('{ households(first: 100, order: [{ code: ASC }]) { nodes { code headName class deprivations { indicator deprived until } } } }');
  const words: Record<string, string> = { POOR: 'N', NEAR_POOR: 'CN', NEWLY_ESCAPED: 'Hộ mới thoát nghèo', NEWLY_ESCAPED_NEAR_POOR: 'Hộ mới thoát cận nghèo', AVERAGE: 'Hộ có mức sống trung bình', NONE: 'Không thuộc danh sách' };
  expect(rows.slice(0, data.households.nodes.length)).toEqual(data.households.nodes.map(({ code, headName, class: kind, deprivations }: { code: string; headName: string; class: string; deprivations: { indicator: string; deprived: boolean; until: string | null }[] }) =>
    [headName, code, null, words[kind], deprivations.some(lack => lack.indicator === 'HOUSING_QUALITY' && lack.deprived && lack.until === null) ? '1' : null]));
  expect(Object.fromEntries(await sheetRows(file, 1))['Cột để trống']).toBe('Số định danh');
});

it("of another unit is none", async () => {
  await expect(exported(world, other, { kind: 'HOUSEHOLDS', columns: [], mapping })).rejects.toThrow('NOT_FOUND');
});
