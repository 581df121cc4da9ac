import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { withSession } from '../../server/database/session.js';
import { check, confirm, fileOf, undo } from '../support/import-client.js';
import { newHousehold } from '../support/new-household.js';
import { contents, refused } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, officer: Client, village: { code: string; name: string };
beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869', { role: 'LEADER' });
  ({ rows: [village] } = await world.admin.query('SELECT code, name FROM village WHERE id = (SELECT min(id) FROM village WHERE commune_id = $1)', [officer.unitId]));
});
afterAll(() => world.stop());

const header = ['Mã hộ', 'Thôn, bản, tổ dân phố', 'Họ và tên chủ hộ', 'Dân tộc'];

it('a batch is not taken back from a household that has moved to another commune since', async () => {
  const family = await newHousehold(world.admin);
  const batch = await check(world, officer, await fileOf([[...header, 'Năm dự kiến thoát nghèo'], [family.code, village.name, 'Thào A Thử', 'Kinh', 2029]]));
  expect(await confirm(officer, batch)).toMatchObject({ state: 'SAVED', saved: 1 });
  const { data: { household: { version } } } = await officer('query ($id: ID!) { household(id: $id) { version } }', { id: family.id });
  const { rows: [{ id: to }] } = await world.admin.query("SELECT id FROM unit WHERE code = '02647' AND valid_to IS NULL");
  const { data } = await officer('mutation ($input: MoveHouseholdInput!) { moveHousehold(input: $input) { userErrors { code message } } }', { input: { household: family.id, version, toCommune: String(to), day: '2026-09-08', reason: 'Chuyển nhà' } });
  expect(data.moveHousehold.userErrors).toEqual([]);
  const { import_batch: _, ...before } = await contents(world.admin);
  expect(await undo(officer, batch.id)).toMatchObject({ state: 'SAVED', message: expect.stringMatching(/^Không hoàn tác được; 1 dòng/) });
  const { import_batch: __, ...after } = await contents(world.admin);
  expect(after).toEqual(before);
});

it('a village head gives no class by a list, and puts families on the register without one', async () => {
  const family = await newHousehold(world.admin, { class: 'NONE' }), head = await world.as.commune('02869', { role: 'VILLAGE_OFFICER', villages: [village.code] });
  const list = [[...header, 'Phân loại hộ', 'Số quyết định', 'Ngày quyết định'], ...[family.code, 'THU-MOI'].map((code, at) => [code, village.name, at === 0 ? 'Thào A Thử' : 'Sùng A Mới', 'Kinh', 'Hộ nghèo', '1/QĐ', '05/09/2026'])];
  const batch = await check(world, head, await fileOf(list));
  expect(batch).toMatchObject({ state: 'CHECKED', good: 2, message: expect.stringContaining('Cột không dùng đến: “Phân loại hộ”, “Số quyết định”, “Ngày quyết định”.') });
  expect(await confirm(head, batch)).toMatchObject({ state: 'SAVED', saved: 2 });
  const classes = await world.admin.query('SELECT h.code, h.class, r.class AS listed, r.movement FROM household h JOIN class_record r ON r.household_id = h.id WHERE h.code = ANY ($1) AND r.until IS NULL ORDER BY 1', [[family.code, 'THU-MOI']]);
  expect(classes.rows).toEqual([{ code: 'THU-0002', class: 'NONE', listed: 'NONE', movement: 'LISTED' }, { code: 'THU-MOI', class: 'NONE', listed: 'NONE', movement: 'LISTED' }]);
  const poor = JSON.stringify([{ household_id: family.id, class: 'POOR', standard: 'VN-MDP-2022', movement: 'NEWLY_ARISEN', since: '2026-09-05' }]);
  const viewer = { accountId: 1, accountName: '', postId: head.post, postName: '', postRole: 'LEADER' as const, unitId: head.unitId, unitCode: '', portalKind: 'commune' as const, villages: null, communes: null, sensitiveNouns: [], mustChangePassword: false };
  const before = await contents(world.admin), function_ = () => withSession(world.app.door, viewer, 'write', session => session.read('SELECT * FROM import_classes($1, $2)', [batch.id, poor]));
  await expect(function_()).rejects.toMatchObject({ code: '42501' });
  expect(await contents(world.admin)).toEqual(before);
});

it('nobody gathers leaves or files without end to fill the disk', async () => {
  const greedy = await world.as.commune('02869'), begin = async () => (await greedy('mutation ($input: BeginImportInput!) { beginImport(input: $input) { ticket userErrors { code field } } }', { input: { kind: 'HOUSEHOLDS', fileName: 'ho.xlsx' } })).data.beginImport;
  const full = { ticket: null, userErrors: [{ code: 'NOT_ALLOWED_NOW', field: null }] };
  for (let no = 0; no < 20; no++) expect((await begin()).userErrors).toEqual([]);
  expect((await refused(world, begin)).answer).toEqual(full);
  await world.admin.query('UPDATE file_ticket SET used_at = now() WHERE post_id = $1', [greedy.post]);
  const { rows: [{ id }] } = await world.admin.query<{ id: string }>(`INSERT INTO stored_file (id, unit_id, post_id, name, media_type, size, sha256, kind) VALUES (gen_random_uuid(), $1, $2, 'ho.xlsx', 'application/x', 500 * 1048576, repeat('0', 64), 'IMPORT') RETURNING id`, [greedy.unitId, greedy.post]);
  expect((await refused(world, begin)).answer).toEqual(full);
  await world.admin.query('DELETE FROM stored_file WHERE id = $1', [id]);
  expect((await begin()).userErrors).toEqual([]);
});
