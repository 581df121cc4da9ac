import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { check, confirm, fileOf, undo } from '../support/import-client.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, officer: Client, code: string;
beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  ({ rows: [{ code }] } = await world.admin.query('SELECT code FROM household WHERE commune_id = $1 AND ended_on IS NULL ORDER BY code LIMIT 1', [officer.unitId]));
});
afterAll(() => world.stop());

const household = async () => (await world.admin.query('SELECT head_name, village_id, area_type, ethnicity_code, officer_in_charge, expected_exit_year FROM household WHERE commune_id = $1 AND code = $2', [officer.unitId, code])).rows[0];

it.each([['Họ và tên chủ hộ', 'Giàng Thị Đổi'], ['Dân tộc', 'Dao'], ['Cán bộ phụ trách', 'Cán bộ mới'], ['Khu vực', 'Thành thị'], ['Năm dự kiến thoát nghèo', 2031], ['Ngày đăng ký thoát nghèo', '05/01/2026'], ['Nguyên nhân nghèo', 'Nguyên nhân khác'], ['Địa chỉ', 'Số 1']] as const)('a change of “%s” of a household that is known is saved and taken back', async (header, value) => {
  const { rows: [now] } = await world.admin.query('SELECT h.head_name AS head, v.name AS village, e.name AS ethnicity FROM household h JOIN village v ON v.id = h.village_id JOIN ethnic_group e ON e.code = h.ethnicity_code WHERE h.commune_id = $1 AND h.code = $2', [officer.unitId, code]);
  const line: Record<string, string | number> = { 'Mã hộ': code, 'Thôn, bản, tổ dân phố': now.village, 'Họ và tên chủ hộ': now.head, 'Dân tộc': now.ethnicity, [header]: value };
  const before = await household(), batch = await check(world, officer, await fileOf([Object.keys(line), Object.values(line)]));
  expect(batch).toMatchObject({ state: 'CHECKED', good: 1, bad: 0 });
  expect(await confirm(officer, batch)).toMatchObject({ state: 'SAVED', saved: 1 });
  expect(await undo(officer, batch.id)).toMatchObject({ state: 'UNDONE', message: null });
  expect(await household()).toEqual(before);
});

it('the same class under a new standard begins a record of that standard on the day of the decision, and keeps the day of the class', async () => {
  const known = async () => (await world.admin.query('SELECT class, standard, class_since::text AS since FROM household WHERE commune_id = $1 AND code = $2', [officer.unitId, code])).rows[0];
  const records = async () => (await world.admin.query(`SELECT r.standard, r.movement, r.since::text, r.class_since::text AS held, r.until::text FROM class_record r JOIN household h ON h.id = r.household_id
    WHERE h.commune_id = $1 AND h.code = $2 ORDER BY r.since, r.standard`, [officer.unitId, code])).rows;
  const before = await known(), history = await records();
  const name: Record<string, string> = { POOR: 'Hộ nghèo', NEAR_POOR: 'Hộ cận nghèo' };
  const { rows: [{ head, village, ethnicity }] } = await world.admin.query('SELECT h.head_name AS head, v.name AS village, e.name AS ethnicity FROM household h JOIN village v ON v.id = h.village_id JOIN ethnic_group e ON e.code = h.ethnicity_code WHERE h.commune_id = $1 AND h.code = $2', [officer.unitId, code]);
  await world.admin.query("UPDATE poverty_standard SET valid_to = '2026-08-31' WHERE code = 'VN-MDP-2022'; UPDATE poverty_standard SET valid_from = '2026-09-01' WHERE code = 'VN-MDP-2027'");
  const line = { 'Mã hộ': code, 'Thôn, bản, tổ dân phố': village, 'Họ và tên chủ hộ': head, 'Dân tộc': ethnicity, 'Phân loại hộ': name[before.class]!, 'Số quyết định': '12/QĐ-UBND', 'Ngày quyết định': '02/09/2026' };
  const batch = await check(world, officer, await fileOf([Object.keys(line), Object.values(line)]));
  expect(batch).toMatchObject({ state: 'CHECKED', good: 1, bad: 0 });
  expect(await confirm(officer, batch)).toMatchObject({ state: 'SAVED', saved: 1 });
  expect(await known()).toEqual({ ...before, standard: 'VN-MDP-2027' });
  expect(await records()).toEqual([...history, { standard: 'VN-MDP-2027', movement: 'STANDARD_CHANGED', since: '2026-09-02', held: before.since, until: null }]);
  expect(await undo(officer, batch.id)).toMatchObject({ state: 'UNDONE', message: null });
  expect(await known()).toEqual(before);
  expect(await records()).toEqual(history);
});
