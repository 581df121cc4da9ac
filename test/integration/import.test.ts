import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { begin, check, confirm, fileOf, messagesOf, put, settled, undo, type TestCell } from '../support/import-client.js';
import { partsOf, sheetOf, zipped } from '../support/workbook-files.js';
import { readWorkbook } from '../../server/workbook/read.js';
import { signedIn } from '../support/raw-request.js';
import { request } from 'node:http';
import { contents } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, officer: Client, village: string;
const registry = ['household', 'member', 'deprivation', 'poverty_cause', 'household_group', 'household_contact', 'class_record', 'sight', 'household_word', 'member_word', 'support', 'support_amount', 'support_need', 'household_identity', 'member_labour'];
const inRegistry = async (): Promise<Record<string, string>> => Object.fromEntries(Object.entries(await contents(world.admin)).filter(([name]) => registry.includes(name)));

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869', { sensitive: ['HouseholdIdentity'] });
  ({ rows: [{ name: village }] } = await world.admin.query('SELECT v.name FROM village v WHERE v.commune_id = $1 ORDER BY v.code LIMIT 1', [officer.unitId]));
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
    const named = (code: string, more: Line = {}): TestCell[] => household(code, { 'Họ và tên chủ hộ': `Lùng Văn ${code.replace(/\d/g, digit => 'abcdefghij'[Number(digit)]!).replace('-', '')}`, ...more });
    const file = await fileOf([[...header],
      named('L-02', { 'Thôn, bản, tổ dân phố': 'Thôn Không Có' }),
      named('L-03', { 'Phân loại hộ': 'Khá giả' }),
      named('L-04', { 'Ngày quyết định': '31/02/2026' }),
      named('L-05', { 'Năm dự kiến thoát nghèo': '2,028' }),
      named('L-06', { 'Họ và tên chủ hộ': { formula: 'A1', value: 'x' } }),
      named('L-07'),
      named('L-08', { 'Dân tộc': { error: '#N/A' } }),
      named('L-02'),
      named('L-10', { 'Mã xã': '02647' }),
      named('L-11', { 'Dân tộc': 'Tàyy' }),
      named('L-12', { 'Các chỉ số thiếu hụt': 'Việc làmm' }),
      named(known.code, { 'Phân loại hộ': 'Hộ cận nghèo', 'Số quyết định': null, 'Ngày quyết định': null, 'Năm sinh chủ hộ': null, 'Giới tính chủ hộ': null }),
      named('L-14', { 'Ngày quyết định': '5/1/26' }),
      named('L-15', { 'Giới tính chủ hộ': null }),
      named('L-16', { 'Thiếu hụt: Việc làm': 'có lẽ' }),
      named('L-17', { 'Ngày quyết định': { day: 46027 }, 'Dân tộc': '2' }),
      named('L-18', { 'Mã xã': '02887' }),
    ], { merged: ['D7:D7'], hidden: [] });
    const before = await inRegistry(), batch = await check(world, officer, file), messages = await messagesOf(officer, batch.id);
    expect(messages).toEqual({
      2: [expect.stringMatching(/^C2: Thôn “Thôn Không Có” không có trong danh mục thôn của xã\. Gần giống: “.+”, “.+”, “.+”\. Hãy chọn đúng tên\.$/)],
      3: ['H3: Phân loại “Khá giả” không có trong danh mục. Hãy chọn một trong: “Hộ nghèo”, “Hộ cận nghèo”, “Hộ mới thoát nghèo”, “Hộ mới thoát cận nghèo”, “Hộ có mức sống trung bình”, “Không thuộc danh sách”.'],
      4: ['J4: Ngày “31/02/2026” không có trong lịch. Hãy kiểm tra ngày và tháng.'],
      5: ['N5: “2,028” có thể hiểu là hai số khác nhau. Hãy ghi 2.028 nếu là hàng nghìn, hoặc 2,0280 nếu là số thập phân.'],
      6: ['D6: Ô chứa công thức nên giá trị không được dùng. Hãy sao chép ô rồi dán lại dưới dạng giá trị.'],
      7: ['D7: Ô nằm trong vùng gộp D7:D7. Hãy bỏ gộp và điền từng ô.'],
      8: ['G8: Ô báo lỗi #N/A. Hãy điền lại giá trị.'],
      9: ['A9: Mã hộ “L-02” đã có ở dòng 2. Mỗi hộ chỉ một dòng; hãy sửa mã hoặc bỏ một dòng.'],
      10: ['B10: Mã xã “02647” là của Phường Lào Cai, không phải của đơn vị bạn. Hãy bỏ dòng này hoặc sửa mã xã.'],
      11: ['G11: Dân tộc “Tàyy” không có trong danh mục. Gần giống: “Tày”, “Thái”, “Dao”. Ghi tên hoặc mã hai chữ số.'],
      12: ['L12: Chỉ số “Việc làmm” không có trong danh mục. Gần giống: “Việc làm”, “Dinh dưỡng”, “Bảo hiểm y tế”. Ngăn các mục bằng dấu chấm phẩy.'],
      13: ['H13: Phân loại đổi từ “Hộ nghèo” thành “Hộ cận nghèo” mà không có quyết định. Hãy ghi cả số và ngày quyết định.', `A13: Hộ “${known.code}” đã có trong danh sách; dòng này sẽ cập nhật hộ đó.`],
      14: ['J14: Năm trong “5/1/26” chỉ có hai chữ số. Hãy ghi đủ bốn chữ số, ví dụ 05/09/2026.'],
      15: ['F15: Đã ghi năm sinh chủ hộ mà chưa ghi giới tính. Hãy ghi cả hai.'],
      16: ['K16: “có lẽ” không rõ có hay không. Hãy ghi x nếu có, Không nếu không.'],
      18: ['B18: Mã xã cũ 02887 (Xã Nậm Khánh) được chuyển thành 02869 (Xã Bản Liền).'],
    });
    expect(await inRegistry()).toEqual(before);
    expect(await confirm(officer, batch)).toMatchObject({ state: 'SAVED' });
    const { data } = await officer('{ households(first: 20, order: [{ code: ASC }], filter: { code: { startsWith: "L-" } }) { nodes { code } } }');
    expect(data.households.nodes.map((row: { code: string }) => row.code)).toEqual(['L-17', 'L-18']);
    await undo(officer, batch.id);
    expect(await inRegistry()).toEqual(before);
  });

  it('refuses to save a file with bad lines unless they are to be left out, and says so', async () => {
    const batch = await check(world, officer, await fileOf([[...header], household('R-01'), household('R-02', { 'Dân tộc': 'x' })]));
    const before = await inRegistry();
    const { data } = await officer(`mutation { confirmImport(input: { id: "${batch.id}", version: ${batch.version}, onlyGood: false }) { importBatch { id } userErrors { field code message } } }`);
    expect(data.confirmImport).toEqual({ importBatch: null, userErrors: [{ field: 'onlyGood', code: 'BAD_INPUT', message: 'Còn 1 dòng lỗi. Sửa tệp rồi gửi lại, hoặc chọn chỉ lưu các dòng hợp lệ.' }] });
    expect(await inRegistry()).toEqual(before);
  });

  it('is not taken back once somebody changed a line of it, and says which', async () => {
    const batch = await confirm(officer, await check(world, officer, await fileOf([[...header], household('U-01', { 'Họ và tên chủ hộ': 'Thào Seo Một' }), household('U-02', { 'Họ và tên chủ hộ': 'Thào Seo Hai' })])));
    await world.admin.query("UPDATE household SET officer_in_charge = 'Người khác' WHERE code = 'U-02'");
    const before = await inRegistry();
    expect(await undo(officer, batch.id)).toMatchObject({ state: 'SAVED', message: 'Không hoàn tác được; 1 dòng đã thay đổi sau khi lưu: dòng 3 (hộ U-02: đã được sửa). Chưa dòng nào được hoàn tác.' });
    expect(await inRegistry()).toEqual(before);
  });

  it('is saved not at all when its last line fails in the middle', async () => {
    const batch = await check(world, officer, await fileOf([[...header], ...Array.from({ length: 1_200 }, (_, at) => household(`K-${String(at).padStart(4, '0')}`, { 'Năm sinh chủ hộ': null, 'Giới tính chủ hộ': null }))]));
    expect(batch).toMatchObject({ state: 'CHECKED', good: 1200 });
    await world.admin.query("CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.code = 'K-1199' THEN RAISE EXCEPTION 'cut'; END IF; RETURN NEW; END $$; CREATE TRIGGER fail BEFORE INSERT ON household FOR EACH ROW EXECUTE FUNCTION fail()");
    const before = await inRegistry();
    expect(await confirm(officer, batch)).toMatchObject({ state: 'FAILED', saved: 0, message: 'Hệ thống gặp lỗi khi lưu; chưa dòng nào được lưu. Hãy thử gửi lại tệp.' });
    expect(await inRegistry()).toEqual(before);
    await world.admin.query('DROP TRIGGER fail ON household; DROP FUNCTION fail()');
  });

  it('that was being worked on when the server died is FAILED at the next start', async () => {
    const { id } = await begin(officer);
    await world.admin.query("UPDATE import_batch SET state = 'SAVING' WHERE id = $1", [id]);
    await world.admin.query('SELECT fail_imports()');
    expect(await settled(officer, id)).toMatchObject({ state: 'FAILED', message: 'Máy chủ dừng khi đang lưu; chưa dòng nào được lưu. Hãy gửi lại tệp.' });
  });

  it("is nothing to another commune, nor are its lines and its files", async () => {
    const batch = await check(world, officer, await fileOf([[...header], household('X-01', { 'Dân tộc': 'x' })])), other = await world.as.commune('02647');
    const { data } = await other(`{ importBatch(id: "${batch.id}") { id } importRows(first: 10, filter: { batch: { eq: "${batch.id}" } }) { nodes { id } } storedFile(id: "${batch.annotatedFile!.id}") { id } }`);
    expect(data).toEqual({ importBatch: null, importRows: { nodes: [] }, storedFile: null });
    for (const name of ['undoImport', 'discardImport']) {
      const answer = await other(`mutation { ${name}(input: { id: "${batch.id}" }) { userErrors { code } } }`);
      expect(answer.data[name].userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    }
    const get = (client: Client, id: string) => fetch(`${world.url}/files/${id}`, { headers: { ...signedIn(client), origin: world.url } });
    expect([(await get(other, batch.annotatedFile!.id)).status, (await get(other, '00000000-0000-4000-8000-000000000000')).status]).toEqual([404, 404]);
    const own = await get(officer, batch.annotatedFile!.id);
    expect([own.status, own.headers.get('x-content-type-options'), own.headers.get('cache-control'), own.headers.get('content-disposition')!.startsWith('attachment')]).toEqual([200, 'nosniff', 'no-store', true]);
    const workbook = await readWorkbook(Buffer.from(await own.arrayBuffer()));
    expect(workbook.sheets[0]!.notesColumn).not.toBeNull();
    workbook.close();
  });
});

describe('a ticket', () => {
  const file = () => fileOf([[...header], household('T-01')]);
  it('sends one file once, under the account and hat that it was given to', async () => {
    const { id, ticket } = await begin(officer), colleague = await world.as.commune('02869');
    expect((await put(world, colleague, ticket, await file())).status).toBe(404);
    expect((await put(world, officer, ticket, await file(), { 'x-hat': '1' })).codes).toEqual(['HAT_CHANGED']);
    expect((await put(world, officer, ticket, await file(), { origin: 'https://evil.example' })).status).toBe(403);
    expect((await put(world, officer, ticket, await file())).status).toBe(200);
    expect((await put(world, officer, ticket, await file())).status).toBe(404);
    expect((await put(world, officer, 'x'.repeat(43), await file())).status).toBe(404);
    expect(await settled(officer, id)).toMatchObject({ state: 'CHECKED' });
  });
  it('is late after ten minutes', async () => {
    const { ticket } = await begin(officer);
    await world.admin.query("UPDATE file_ticket SET expires_at = now() - interval '1 second'");
    expect((await put(world, officer, ticket, await file())).status).toBe(404);
  });
  it('keeps nothing of a file that is cut off or too large', async () => {
    const files = async (): Promise<string> => (await world.admin.query<{ count: string }>('SELECT count(*) FROM stored_file')).rows[0]!.count, before = await files();
    const cut = await begin(officer);
    await new Promise<void>(done => {
      const sending = request(`${world.url}/files/${cut.ticket}`, { method: 'PUT', headers: { ...signedIn(officer), origin: world.url, 'content-length': '100000' } });
      sending.once('error', () => done());
      sending.write(Buffer.alloc(1_000));
      setTimeout(() => sending.destroy(), 200);
    });
    const large = await begin(officer);
    expect((await put(world, officer, large.ticket, Buffer.alloc(20 * 1024 * 1024 + 1)).catch(() => ({ status: 413 }))).status).toBe(413);
    expect(await files()).toBe(before);
  });
});

describe('a file that is no list', () => {
  it.each([
    ['a renamed executable', () => Promise.resolve(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])), 'Tệp không phải bảng tính Excel (.xlsx).'],
    ['a zip bomb', () => zipped(partsOf(sheetOf(' '.repeat(30_000_000)))), 'Nội dung nén trong tệp lớn bất thường nên không được mở.'],
    ['a list without its columns', () => fileOf([['Mã hộ', 'Dân tộc'], ['1', 'Tày']]), 'Thiếu cột “Thôn, bản, tổ dân phố”, “Họ và tên chủ hộ” ở dòng tiêu đề 1 của trang “Hộ”.'],
  ])('as %s is refused in words', async (_what, make, message) => {
    const batch = await check(world, officer, await make());
    expect([batch.state, batch.message!.startsWith(message), batch.message]).toEqual(['FAILED', true, batch.message]);
  });
});

describe('a template', () => {
  const columnsOf = async (client: Client, kind: string): Promise<string[]> => (await client(`{ importColumns(kind: ${kind}) { key } }`)).data.importColumns.map((one: { key: string }) => one.key);
  it('has the columns that the portal and post may bring in, and no other', async () => {
    const department = await world.as.department('sxd'), helper = await world.as.massOrganisation('lhpn'), plain = await world.as.commune('02869');
    for (const client of [department, helper]) {
      expect(await columnsOf(client, 'SUPPORTS')).toEqual(['commune', 'code', 'kind', 'funding', 'programme', 'plannedDay', 'deliveredDay', 'quantity', 'amount']);
      for (const kind of ['HOUSEHOLDS', 'MEMBERS', 'NEEDS']) expect(await columnsOf(client, kind)).toEqual([]);
    }
    expect((await columnsOf(officer, 'MEMBERS')).filter(key => key.endsWith('Number'))).toEqual(['idNumber', 'insuranceNumber']);
    expect((await columnsOf(plain, 'MEMBERS')).filter(key => key.endsWith('Number'))).toEqual([]);
    const { data } = await helper('mutation { beginImport(input: { kind: HOUSEHOLDS, fileName: "x.xlsx" }) { ticket userErrors { field code } } }');
    expect(data.beginImport).toEqual({ ticket: null, userErrors: [{ field: 'kind', code: 'BAD_INPUT' }] });
  });
  it('that is filled comes back without a change, and refuses rows that were changed meanwhile', async () => {
    const { data } = await officer('mutation { makeImportTemplate(input: { kind: HOUSEHOLDS, filled: true }) { storedFile { id name } userErrors { message } } }');
    const bytes = Buffer.from(await (await fetch(`${world.url}/files/${data.makeImportTemplate.storedFile.id}?hat=${officer.post}`, { headers: { cookie: `session=${officer.token}`, origin: world.url } })).arrayBuffer());
    const before = await inRegistry(), batch = await check(world, officer, bytes);
    expect(batch).toMatchObject({ state: 'CHECKED', bad: 0, warned: 0 });
    expect(batch.total).toBeGreaterThan(0);
    expect(await inRegistry()).toEqual(before);
    await world.admin.query("UPDATE household SET officer_in_charge = 'Người sau' WHERE code = 'U-02'");
    const stale = await check(world, officer, bytes);
    expect(stale.bad).toBe(1);
    expect(Object.values(await messagesOf(officer, stale.id)).flat()).toEqual([expect.stringMatching(/Hộ đã được sửa sau khi lập tệp\. Cán bộ phụ trách: trong tệp “Người khác”, hiện nay “Người sau”\. Hãy tải mẫu mới rồi sửa lại\.$/)]);
  });
});
