import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { check, confirm, fileOf, messagesOf, undo, type TestCell } from '../support/import-client.js';
import { exported, sheetRows } from '../support/exports.js';
import { contents } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, officer: Client, housing: Client, code: string, head: { id: string; name: string; year: number }, village: string;
const held = ['household', 'member', 'member_labour', 'member_schooling', 'member_insurance', 'household_identity', 'support', 'support_amount', 'support_need', 'sight', 'household_word', 'member_word', 'class_record', 'deprivation'];
const inRegistry = async (): Promise<Record<string, string>> => Object.fromEntries(Object.entries(await contents(world.admin)).filter(([name]) => held.includes(name)));

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869', { sensitive: ['HouseholdIdentity'] });
  housing = await world.as.department('sxd');
  ({ rows: [{ code, village }] } = await world.admin.query("SELECT h.code, v.name AS village FROM household h JOIN village v ON v.id = h.village_id WHERE h.commune_id = $1 AND h.ended_on IS NULL AND h.class = 'POOR' ORDER BY h.code LIMIT 1", [officer.unitId]));
  ({ rows: [head] } = await world.admin.query('SELECT m.id, m.full_name AS name, m.birth_year AS year FROM member m JOIN household h ON h.id = m.household_id WHERE h.commune_id = $1 AND h.code = $2 AND m.is_head', [officer.unitId, code]));
});
afterAll(() => world.stop());

describe('a list of members', () => {
  const header = ['Mã hộ', 'Họ và tên', 'Ngày sinh', 'Năm sinh', 'Giới tính', 'Quan hệ với chủ hộ', 'Dân tộc', 'Số định danh cá nhân', 'Tình trạng việc làm', 'Trình độ đào tạo', 'Đang đi học', 'Cấp học', 'Có thẻ bảo hiểm y tế', 'Thẻ có giá trị đến'];
  const file = () => fileOf([header,
    [code, 'Lý Thị Nhập', '05/09/2001', null, 'Nữ', 'Con', 'Tày', '001201000001', 'Đang làm việc', 'Sơ cấp', 'Không', 'Trung học cơ sở', 'x', '31/12/2027'],
    [code, 'Lý Văn Nhập', null, 2019, 'Nam', 'Con', 'Tày', null, null, null, 'x', 'Tiểu học', null, null],
    [code, head.name, null, head.year, 'Nữ', 'Chủ hộ', 'Dao', null, 'Thất nghiệp', 'Chưa qua đào tạo', null, null, null, null]]);

  it('adds who is new, changes who is known, and is taken back to what was there', async () => {
    const known = async () => (await world.admin.query('SELECT m.full_name, m.sex, m.ethnicity_code, m.relation, m.is_head, m.birth_year, l.status, l.trained_level FROM member m LEFT JOIN member_labour l ON l.member_id = m.id WHERE m.id = $1', [head.id])).rows[0];
    const counts = async () => (await world.admin.query('SELECT member_count, (SELECT count(*)::int FROM member m WHERE m.household_id = h.id) AS members FROM household h WHERE h.commune_id = $1 AND h.code = $2', [officer.unitId, code])).rows[0];
    const [before, countBefore, all] = [await known(), await counts(), await inRegistry()];
    const batch = await check(world, officer, await file(), 'MEMBERS');
    expect([batch, await messagesOf(officer, batch.id)]).toEqual([expect.objectContaining({ state: 'CHECKED', total: 3, good: 3, bad: 0, warned: 1, duplicates: 0 }), { 4: ['B4: Người này đã có trong hộ; dòng này sẽ cập nhật.'] }]);
    expect(await inRegistry()).toEqual(all);
    expect(await confirm(officer, batch)).toMatchObject({ state: 'SAVED', saved: 3, message: null });
    const { data } = await officer('query ($code: String!) { households(first: 1, filter: { code: { eq: $code } }) { nodes { members { fullName birthYear birthDate sex relation labour { status trainedLevel } schooling { attending level } insurance { hasCard validTo } } } } }', { code });
    const named = (name: string) => data.households.nodes[0].members.find((one: { fullName: string }) => one.fullName === name);
    expect(named('Lý Thị Nhập')).toEqual({ fullName: 'Lý Thị Nhập', birthYear: 2001, birthDate: '2001-09-05', sex: 'FEMALE', relation: 'Con', labour: { status: 'WORKING', trainedLevel: 'ELEMENTARY' }, schooling: { attending: false, level: 'LOWER_SECONDARY' }, insurance: { hasCard: true, validTo: '2027-12-31' } });
    expect(named('Lý Văn Nhập')).toEqual({ fullName: 'Lý Văn Nhập', birthYear: 2019, birthDate: null, sex: 'MALE', relation: 'Con', labour: null, schooling: { attending: true, level: 'PRIMARY' }, insurance: null });
    expect(await known()).toMatchObject({ sex: 'FEMALE', ethnicity_code: '09', is_head: true, status: 'UNEMPLOYED', trained_level: 'NONE' });
    expect((await counts()).member_count).toBe(countBefore.member_count + 2);
    expect((await world.admin.query("SELECT id_kind, id_number FROM household_identity i JOIN member m ON m.id = i.member_id WHERE m.full_name = 'Lý Thị Nhập'")).rows).toEqual([{ id_kind: 'CITIZEN_ID', id_number: '001201000001' }]);
    expect(await undo(officer, batch.id)).toMatchObject({ state: 'UNDONE', message: null });
    expect([await known(), await counts()]).toEqual([before, countBefore]);
    const { member: _, household: __, member_labour: ___, ...rest } = await inRegistry();
    expect(all).toMatchObject(rest);
    const sizes = ({ member, household, member_labour }: Record<string, string>) => [member, household, member_labour].map(sum => sum!.split(' ')[0]);
    expect(sizes(await inRegistry())).toEqual(sizes(all));
  });

  it('that names a paper already there, a second head, one person twice or a strange household says so', async () => {
    await world.admin.query("INSERT INTO household_identity (member_id, id_kind, id_number) VALUES ($1, 'CITIZEN_ID', '001201000009') ON CONFLICT (member_id) DO UPDATE SET id_number = excluded.id_number", [head.id]);
    const all = await inRegistry();
    const line = (name: string, more: Partial<Record<number, TestCell>> = {}): TestCell[] => Object.assign([code, name, null, 1999, 'Nữ', 'Con', 'Tày', null, null, null, null, null, null, null], more);
    const batch = await check(world, officer, await fileOf([header,
      line('Hoàng Thị Một', { 7: '001201000009' }), line('Hoàng Thị Hai', { 5: 'Chủ hộ' }), line('Hoàng Thị Ba'), line('Hoàng Thị Ba'), line('Hoàng Thị Tư', { 0: 'KHONG-CO' }), line('Hoàng Thị Năm', { 7: 79201000001 }), line('Hoàng Thị Sáu', { 2: '05/09/2000' }),
      line('Hoàng Thị Bảy', { 3: 1890 }), line('Hoàng Thị Tám', { 11: 'Tiểu học' })]), 'MEMBERS');
    expect(await messagesOf(officer, batch.id)).toEqual({
      2: [`H2: Số định danh này đã có ở một người của hộ ${code}. Hệ thống không tự gộp; hãy kiểm tra.`],
      3: [`F3: Hộ đã có chủ hộ là ${head.name}. Hãy sửa quan hệ với chủ hộ.`],
      5: ['B5: Người này đã có ở dòng 4. Hãy bỏ một dòng.'],
      6: ['A6: Không có hộ mã “KHONG-CO” trong danh sách của đơn vị. Hãy nhập danh sách hộ trước hoặc sửa mã hộ.'],
      7: ['H7: Số định danh phải đủ 12 chữ số. Hãy định dạng ô là Văn bản (Text) rồi gõ lại, kể cả số 0 ở đầu.'],
      8: ['D8: Năm sinh 1999 khác năm của ngày sinh 2000. Hãy sửa cho khớp.'],
      9: ['D9: Năm 1890 không hợp lệ. Hãy ghi năm từ 1900 đến 2026.'],
      10: ['K10: Chưa ghi đang đi học hay không. Hãy điền ô này.'],
    });
    expect(batch).toMatchObject({ total: 9, good: 2, bad: 7, warned: 1, duplicates: 1 });
    expect(await inRegistry()).toEqual(all);
  });
});

describe('a list of needs', () => {
  it('is saved for a household and for one of its members, and taken back whole', async () => {
    const { rows: kinds } = await world.admin.query<{ code: string; name: string }>('SELECT code, name FROM support_kind k WHERE NOT EXISTS (SELECT FROM support_need n JOIN household h ON h.id = n.household_id WHERE h.code = $1 AND h.commune_id = $2 AND n.kind = k.code) ORDER BY no LIMIT 2', [code, officer.unitId]);
    const [one, two] = kinds as [{ code: string; name: string }, { code: string; name: string }], all = await inRegistry();
    const file = await fileOf([['Mã hộ', 'Họ và tên thành viên', 'Loại hỗ trợ', 'Từ ngày'], [code, null, one.name, '01/02/2026'], [code, head.name, two.name, null], [code, null, one.name, null], [code, 'Người Không Có', two.name, null], [code, null, 'Cho vàng', null]]);
    const batch = await check(world, officer, file, 'NEEDS');
    expect(batch).toMatchObject({ state: 'CHECKED', total: 5, good: 2, bad: 3 });
    expect(await messagesOf(officer, batch.id)).toEqual({
      4: ['C4: Nhu cầu này đã có ở dòng 2. Hãy bỏ một dòng.'], 5: [`B5: Hộ ${code} không có thành viên tên “Người Không Có”. Hãy sửa tên hoặc để trống nếu là nhu cầu của cả hộ.`],
      6: [expect.stringMatching(/^C6: Loại hỗ trợ “Cho vàng” không có trong danh mục\. Hãy chọn một trong: /)],
    });
    expect(await confirm(officer, batch)).toMatchObject({ state: 'SAVED', saved: 2 });
    expect((await world.admin.query("SELECT n.kind, n.member_id, n.since::text FROM support_need n JOIN household h ON h.id = n.household_id WHERE h.code = $1 AND h.commune_id = $2 AND n.kind = ANY ($3) ORDER BY n.member_id NULLS FIRST", [code, officer.unitId, [one.code, two.code]])).rows)
      .toEqual([{ kind: one.code, member_id: null, since: '2026-02-01' }, { kind: two.code, member_id: head.id, since: '2026-09-08' }]);
    expect(await undo(officer, batch.id)).toMatchObject({ state: 'UNDONE' });
    expect(await inRegistry()).toEqual(all);
  });
});

describe('a list of supports', () => {
  it('of a department is saved with its money for households that it sees, and taken back whole', async () => {
    const { rows: [seen] } = await world.admin.query("SELECT h.code, h.id, u.code AS commune FROM household h JOIN unit u ON u.id = h.commune_id JOIN sight s ON s.household_id = h.id WHERE s.unit_id = $1 AND h.ended_on IS NULL ORDER BY h.code LIMIT 1", [housing.unitId]);
    const { rows: [unseen] } = await world.admin.query("SELECT h.code, u.code AS commune FROM household h JOIN unit u ON u.id = h.commune_id WHERE h.ended_on IS NULL AND NOT EXISTS (SELECT FROM sight s WHERE s.household_id = h.id AND s.unit_id = $1) AND NOT EXISTS (SELECT FROM household o WHERE o.code = h.code AND o.id <> h.id) ORDER BY h.code LIMIT 1", [housing.unitId]);
    const { rows: [kind] } = await world.admin.query('SELECT code, name FROM support_kind ORDER BY no LIMIT 1'), all = await inRegistry();
    const file = await fileOf([['Mã xã', 'Mã hộ', 'Loại hỗ trợ', 'Nguồn vốn', 'Chương trình, dự án', 'Ngày dự kiến', 'Ngày đã giao', 'Khối lượng', 'Số tiền (đồng)'],
      [seen.commune, seen.code, kind.name, 'Ngân sách địa phương', 'Dự án thử', null, { day: 46027 }, '1 nhà', '40.000.000'],
      [seen.commune, seen.code, kind.name, 'Quỹ', null, '01/12/2026', null, null, 1500000],
      [unseen.commune, unseen.code, kind.name, 'Quỹ', null, '01/12/2026', null, null, null],
      [seen.commune, seen.code, kind.name, null, null, null, null, null, null],
      [seen.commune, seen.code, kind.name, null, null, '02/12/2026', null, null, '-5'],
      [seen.commune, seen.code, kind.name, null, null, '03/12/2026', null, null, '40,000,000']]);
    const batch = await check(world, housing, file, 'SUPPORTS');
    expect(await messagesOf(housing, batch.id)).toEqual({
      4: [`B4: Không có hộ mã “${unseen.code}” trong các hộ đơn vị được xem. Hãy kiểm tra mã xã và mã hộ.`],
      5: ['F5: Chưa ghi ngày dự kiến hoặc ngày đã giao. Hãy điền một trong hai ô.'],
      6: ['I6: Số -5 nằm ngoài khoảng 0 – 100.000.000.000. Hãy kiểm tra lại.'],
      7: ['I7: “40,000,000” không đọc được là số. Hãy ghi theo kiểu Việt Nam: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân, ví dụ 1.234,5.'],
    });
    expect(await confirm(housing, batch)).toMatchObject({ state: 'SAVED', saved: 2 });
    expect((await world.admin.query("SELECT s.state, s.funding_source, s.programme, s.planned_day::text, s.delivered_day::text, s.quantity, a.amount::text FROM support s JOIN support_amount a ON a.support_id = s.id WHERE s.household_id = $1 AND s.provider_id = $2 AND (s.programme = 'Dự án thử' OR s.planned_day = '2026-12-01') ORDER BY s.state", [seen.id, housing.unitId])).rows).toEqual([
      { state: 'DELIVERED', funding_source: 'LOCAL_BUDGET', programme: 'Dự án thử', planned_day: null, delivered_day: '2026-01-05', quantity: '1 nhà', amount: '40000000' },
      { state: 'PLANNED', funding_source: 'FUND', programme: null, planned_day: '2026-12-01', delivered_day: null, quantity: null, amount: '1500000' }]);
    const again = await check(world, housing, file, 'SUPPORTS');
    expect([again.duplicates, (await messagesOf(housing, again.id))[2]]).toEqual([2, [`C2: Hộ ${seen.code} đã có hỗ trợ này của đơn vị giao ngày 05/01/2026. Hãy kiểm tra để không ghi hai lần.`]]);
    expect(await undo(housing, batch.id)).toMatchObject({ state: 'UNDONE' });
    expect(await inRegistry()).toEqual(all);
  });
});

describe('what is hidden', () => {
  const header = ['Mã hộ', 'Thôn, bản, tổ dân phố', 'Họ và tên chủ hộ', 'Dân tộc', 'Phân loại hộ', 'Số quyết định', 'Ngày quyết định', 'Cán bộ phụ trách'];
  const line = (no: string): TestCell[] => [`H-${no}`, village, `Lường Văn ${no}`, 'Tày', 'Hộ nghèo', '12/QĐ-UBND', '05/01/2026', 'Cán bộ ẩn'];
  it('sheets and rows are not read, columns are, and each is said', async () => {
    const batch = await check(world, officer, await fileOf([header, line('Một'), line('Hai'), line('Ba')], { hidden: [3], hiddenColumns: [8], hiddenSheets: { 'Danh sách cũ': [header, line('Cũ')] } }));
    expect(batch).toMatchObject({ state: 'CHECKED', total: 2, good: 2, bad: 0 });
    expect(batch.message!.split('\n')).toEqual([
      'Trang đang ẩn không được đọc: “Danh sách cũ”. Nếu cần nhập, hãy bỏ ẩn, chép sang trang danh sách rồi gửi lại.',
      '1 dòng đang ẩn không được đọc: 3. Nếu cần nhập các dòng này, hãy bỏ lọc, bỏ ẩn rồi gửi lại.',
      'Cột đang ẩn vẫn được đọc: “Cán bộ phụ trách”.',
    ]);
    const saved = await confirm(officer, batch);
    expect(saved).toMatchObject({ state: 'SAVED', saved: 2 });
    const { data } = await officer('{ households(first: 9, order: [{ code: ASC }], filter: { code: { startsWith: "H-" } }) { nodes { code officerInCharge } } }');
    expect(data.households.nodes).toEqual([{ code: 'H-Ba', officerInCharge: 'Cán bộ ẩn' }, { code: 'H-Một', officerInCharge: 'Cán bộ ẩn' }]);
    await undo(officer, batch.id);
  });
  it('a list on a hidden sheet alone is no list', async () => {
    const batch = await check(world, officer, await fileOf([['Ghi chú']], { hiddenSheets: { 'Danh sách': [header, line('Một')] } }));
    expect([batch.state, batch.message]).toEqual(['FAILED', expect.stringMatching(/^Không tìm thấy dòng tiêu đề trong 20 dòng đầu của các trang đang hiện\./)]);
  });
});

describe("the ministry's own file", () => {
  const columns = { 'STT hộ': 'code', 'Tên chủ hộ': 'headName', 'Thôn (bản)': 'village', 'DT': 'ethnicity', 'KQ': 'class', 'Số QĐ': 'decisionNumber', 'Ngày QĐ': 'decisionDay', 'C7': 'lack:HOUSING_QUALITY' };
  it('comes in by a saved mapping and goes out as it came', async () => {
    const { data } = await officer('mutation ($input: SaveColumnMappingInput!) { saveColumnMapping(input: $input) { columnMapping { id } userErrors { field message } } }',
      { input: { name: 'Phụ lục của Bộ', kind: 'HOUSEHOLDS', sheet: 'Hộ', headerRow: 3, columns: JSON.stringify(columns), valueMap: JSON.stringify({ N: 'Hộ nghèo', CN: 'Hộ cận nghèo', '1': 'x' }) } });
    expect(data.saveColumnMapping.userErrors).toEqual([]);
    const mapping = data.saveColumnMapping.columnMapping.id as string, all = await inRegistry();
    const rows: TestCell[][] = [['PL-01', 'Sùng Thị Bộ', village, 'Mông', 'N', '12/QĐ-UBND', '05/01/2026', '1'], ['PL-02', 'Sùng Văn Bộ', village, 'Mông', 'CN', '12/QĐ-UBND', '05/01/2026', null]];
    const file = await fileOf([['PHỤ LỤC: DANH SÁCH HỘ'], ['(kèm theo quyết định)'], Object.keys(columns), ...rows]);
    expect(await check(world, officer, file)).toMatchObject({ state: 'FAILED', message: expect.stringMatching(/dòng tiêu đề|Thiếu cột/) });
    const batch = await check(world, officer, file, 'HOUSEHOLDS', mapping);
    expect([batch, await messagesOf(officer, batch.id)]).toEqual([expect.objectContaining({ state: 'CHECKED', total: 2, good: 2, bad: 0, warned: 0, message: null }), {}]);
    expect(await confirm(officer, batch)).toMatchObject({ state: 'SAVED', saved: 2 });
    const out = await exported(world, officer, { kind: 'HOUSEHOLDS', columns: [], order: [{ code: 'ASC' }], filter: { code: { startsWith: 'PL-' } }, purpose: 'REVIEW', mapping });
    const back = await check(world, officer, out, 'HOUSEHOLDS', mapping);
    expect([back.state, back.total, back.good, back.bad, back.duplicates]).toEqual(['CHECKED', 2, 2, 0, 0]);
    const sheet = (await sheetRows(out, 0)).filter(row => row.some(cell => cell !== null));
    expect(sheet[0]).toEqual(Object.keys(columns));
    expect(sheet.slice(1)).toEqual(rows.map(row => row.map(cell => (cell === '05/01/2026' ? '2026-01-05' : cell)))); // a day is a day of Excel's, shown as 05/01/2026
    await undo(officer, batch.id);
    expect(await inRegistry()).toEqual(all);
    const foreign = await (await world.as.commune('02647'))('mutation ($input: BeginImportInput!) { beginImport(input: $input) { ticket userErrors { field code } } }', { input: { kind: 'HOUSEHOLDS', fileName: 'a.xlsx', mapping } });
    expect(foreign.data.beginImport).toEqual({ ticket: null, userErrors: [{ field: 'mapping', code: 'NOT_FOUND' }] });
  });
});
