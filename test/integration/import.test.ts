import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { check, confirm, fileOf, messagesOf, undo, type TestCell } from '../support/import-client.js';
import { contents } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, officer: Client, village: string, otherVillage: string;
const registry = ['household', 'member', 'deprivation', 'poverty_cause', 'household_group', 'household_contact', 'class_record', 'sight', 'household_word', 'member_word', 'support', 'support_amount', 'support_need', 'household_identity', 'member_labour'];
const inRegistry = async (): Promise<Record<string, string>> => Object.fromEntries(Object.entries(await contents(world.admin)).filter(([name]) => registry.includes(name)));

beforeAll(async () => {
  world = await openWorld({ settings: { LOG_LEVEL: 'error' } });
  officer = await world.as.commune('02869', { sensitive: ['HouseholdIdentity'] });
  ({ rows: [{ name: village }, { name: otherVillage }] } = await world.admin.query('SELECT v.name FROM village v WHERE v.commune_id = $1 ORDER BY v.code LIMIT 2', [officer.unitId]));
});
afterAll(() => world.stop());

const header = ['Mã hộ', 'Mã xã', 'Thôn, bản, tổ dân phố', 'Họ và tên chủ hộ', 'Năm sinh chủ hộ', 'Giới tính chủ hộ', 'Dân tộc', 'Phân loại hộ', 'Số quyết định', 'Ngày quyết định', 'Thiếu hụt: Việc làm', 'Các chỉ số thiếu hụt', 'Nguyên nhân nghèo', 'Năm dự kiến thoát nghèo'] as const;
type Line = Partial<Record<(typeof header)[number], TestCell>>;
const household = (code: string, more: Line = {}): TestCell[] => {
  const line: Line = { 'Mã hộ': code, 'Thôn, bản, tổ dân phố': village, 'Họ và tên chủ hộ': 'Lùng Văn Thử', 'Năm sinh chủ hộ': 1980, 'Giới tính chủ hộ': 'Nam', 'Dân tộc': 'Tày', 'Phân loại hộ': 'Hộ nghèo', 'Số quyết định': '12/QĐ-UBND', 'Ngày quyết định': '05/01/2026', ...more };
  return header.map(name => line[name] ?? null);
};

describe('a list of households', () => {
  it('is saved whole and taken back whole', async () => {
    const before = await inRegistry();
    const file = await fileOf([[...header], household('N-001', { 'Thiếu hụt: Việc làm': 'x', 'Các chỉ số thiếu hụt': 'Nguồn nước sinh hoạt; 4', 'Nguyên nhân nghèo': 'Không có vốn' }), household('N-002', { 'Họ và tên chủ hộ': 'Vàng Thị Hai', 'Phân loại hộ': 'Hộ cận nghèo' })]);
    const batch = await check(world, officer, file);
    expect({ ...batch, id: 0, version: 0 }).toEqual({ id: 0, version: 0, state: 'CHECKED', total: 2, good: 2, bad: 0, warned: 0, duplicates: 0, saved: 0, message: null, annotatedFile: null });
    expect(await inRegistry()).toEqual(before);
    expect(await confirm(officer, batch)).toMatchObject({ state: 'SAVED', saved: 2, message: null });
    const { data } = await officer('{ households(first: 10, order: [{ code: ASC }], filter: { code: { startsWith: "N-00" } }) { nodes { code class memberCount deprivationCount members { fullName isHead birthYear } classRecords { movement since decisionNumber } deprivations { indicator since } causes { cause } } } }');
    expect(data.households.nodes).toEqual([
      { code: 'N-001', class: 'POOR', memberCount: 1, deprivationCount: 3, members: [{ fullName: 'Lùng Văn Thử', isHead: true, birthYear: 1980 }], classRecords: [{ movement: 'NEWLY_ARISEN', since: '2026-01-05', decisionNumber: '12/QĐ-UBND' }],
        deprivations: [{ indicator: 'INSURANCE', since: '2026-01-05' }, { indicator: 'JOB', since: '2026-01-05' }, { indicator: 'WATER', since: '2026-01-05' }], causes: [{ cause: 'CAPITAL' }] },
      { code: 'N-002', class: 'NEAR_POOR', memberCount: 1, deprivationCount: 0, members: [{ fullName: 'Vàng Thị Hai', isHead: true, birthYear: 1980 }], classRecords: [{ movement: 'NEWLY_ARISEN_NEAR_POOR', since: '2026-01-05', decisionNumber: '12/QĐ-UBND' }], deprivations: [], causes: [] },
    ]);
    expect(await undo(officer, batch.id)).toMatchObject({ state: 'UNDONE', message: null });
    expect(await inRegistry()).toEqual(before);
  });

  it('says of each wrong cell what is wrong and how to mend it, and saves none of a bad line', async () => {
    const { rows: [known] } = await world.admin.query("SELECT code FROM household WHERE commune_id = $1 AND class = 'POOR' ORDER BY code LIMIT 1", [officer.unitId]);
    const file = await fileOf([[...header],
      household('L-01', { 'Thôn, bản, tổ dân phố': 'Thôn Không Có' }),
      household('L-02', { 'Phân loại hộ': 'Khá giả' }),
      household('L-03', { 'Ngày quyết định': '31/02/2026' }),
      household('L-04', { 'Năm dự kiến thoát nghèo': '2,028' }),
      household('L-05', { 'Họ và tên chủ hộ': { formula: 'A1', value: 'x' } }),
      household('L-06'),
      household('L-07', { 'Dân tộc': { error: '#N/A' } }),
      household('L-01'),
      household('L-09', { 'Mã xã': '02647' }),
      household('L-10', { 'Dân tộc': 'Tàyy' }),
      household('L-11', { 'Các chỉ số thiếu hụt': 'Việc làmm' }),
      household(known.code, { 'Phân loại hộ': 'Hộ cận nghèo', 'Số quyết định': null, 'Ngày quyết định': null }),
      household('L-13', { 'Ngày quyết định': '5/1/26' }),
      household('L-14', { 'Giới tính chủ hộ': null }),
    ], { merged: ['D7:D8'] });
    const before = await inRegistry(), batch = await check(world, officer, file), messages = await messagesOf(officer, batch.id);
    console.log(JSON.stringify(batch), JSON.stringify(messages, null, 1));
    expect(await inRegistry()).toEqual(before);
  });
});
