import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

describe.each(['jit', 'reference'])('bad input on the %s executor', executor => {
  let world: World, officer: Client, leader: Client, secretariat: Client, id: string, version: number;
  beforeAll(async () => {
    world = await openWorld({ settings: { EXECUTOR: executor } });
    officer = await world.as.commune('02869');
    leader = await world.as.commune('02869', { role: 'LEADER' });
    secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
    ({ rows: [{ id, version }] } = await world.admin.query("SELECT id::text, version FROM assignment WHERE unit_id = $1 ORDER BY id LIMIT 1", [officer.unitId]));
  });
  afterAll(() => world.stop());

  const add = (more: object) => officer('mutation ($input: AddProgressEntryInput!) { addProgressEntry(input: $input) { progressEntry { id done } userErrors { field code message } } }', { input: { assignment: id, asOfDay: '2026-09-01', done: 'Đã làm.', ...more } });
  const english = /\b(cannot|must|expected|invalid|provided|unknown|required|value|field)\b/i;

  async function expectUserErrors(attempt: () => Promise<Answer>, operation: string, errors: object[]): Promise<void> {
    const { answer } = await refused(world, attempt);
    expect([answer.status, answer.errors, answer.data[operation].userErrors]).toEqual([200, undefined, errors]);
  }
  /** Refused as a whole: 400, one Vietnamese message that names the field. */
  async function expectBadRequest(attempt: () => Promise<Answer>, code: string, message: string): Promise<void> {
    const { answer } = await refused(world, attempt);
    expect([answer.status, answer.data ?? null, answer.errors!.map(e => [e.extensions.code, e.message])]).toEqual([400, null, [[code, message]]]);
    expect(answer.errors![0]!.message.replace(/kiểu [\w!\[\]]+/, '')).not.toMatch(english);
  }

  it.each<[string, object, string, string]>([
    ['20,000 letters', { done: 'ă'.repeat(20_000) }, 'done', 'Nội dung đã làm: dài 20.000 ký tự, nhiều nhất 4.000. Rút gọn nội dung.'],
    ['4,001 letters of difficulty', { difficulty: 'x'.repeat(4_001) }, 'difficulty', 'Khó khăn: dài 4.001 ký tự, nhiều nhất 4.000. Rút gọn nội dung.'],
    ['blanks', { done: ' \n\t ' }, 'done', 'Nội dung đã làm: chưa nhập. Nhập nội dung rồi lưu lại.'],
    ['NUL', { done: 'a\u0000b' }, 'done', 'Nội dung đã làm: có ký tự điều khiển không hiển thị được. Xóa rồi gõ lại đoạn đã dán.'],
    ['an escape', { request: 'a\u001b[31mb' }, 'request', 'Kiến nghị: có ký tự điều khiển không hiển thị được. Xóa rồi gõ lại đoạn đã dán.'],
    ['text turned round', { done: 'hóa đơn \u202Egnp.exe' }, 'done', 'Nội dung đã làm: có ký tự điều khiển không hiển thị được. Xóa rồi gõ lại đoạn đã dán.'],
    ['a day of last year', { asOfDay: '2025-12-31' }, 'asOfDay', 'Số liệu đến ngày: 31/12/2025 nằm ngoài khoảng 01/01/2026 – 08/9/2026. Chọn ngày trong khoảng này.'],
    ['tomorrow', { asOfDay: '2026-09-09' }, 'asOfDay', 'Số liệu đến ngày: 09/9/2026 nằm ngoài khoảng 01/01/2026 – 08/9/2026. Chọn ngày trong khoảng này.'],
    ['101 percent', { percent: 101 }, 'percent', 'Tỷ lệ hoàn thành: 101 không hợp lệ. Nhập số từ 0 đến 100.'],
    ['less than nothing', { quantity: -1 }, 'quantity', 'Kết quả lũy kế: -1 không hợp lệ. Nhập số từ 0 đến 10.000.000.'],
    ['more than there are', { quantity: 10_000_001 }, 'quantity', 'Kết quả lũy kế: 10.000.001 không hợp lệ. Nhập số từ 0 đến 10.000.000.'],
  ])('%s is told with the field and the fix', async (_, more, field, message) => {
    await expectUserErrors(() => add(more), 'addProgressEntry', [{ field, code: 'BAD_INPUT', message }]);
  });
  it('is told all at once', async () => {
    const { answer } = await refused(world, () => add({ done: '', percent: -1, asOfDay: '2030-01-01', difficulty: 'x'.repeat(5_000) }));
    expect(answer.data.addProgressEntry.userErrors.map((e: { field: string }) => e.field)).toEqual(['asOfDay', 'done', 'difficulty', 'percent']);
  });
  it.each(['999999', '0', '-1', 'abc', '1e3', '', '99999999999999999999', "1'; DROP TABLE task; --", 'ａ'])('the id %j is that of nothing', async wrong => {
    await expectUserErrors(() => add({ assignment: wrong }), 'addProgressEntry', [{ field: 'assignment', code: 'NOT_FOUND', message: 'Không tìm thấy phân công. Tải lại trang rồi thử lại.' }]);
  });
  it('a stale version is a conflict', async () => {
    const { answer } = await refused(world, () => leader('mutation ($input: AssignOfficerInput!) { assignOfficer(input: $input) { userErrors { field code message } conflicts { field yours current } } }', { input: { id, version: version - 1, officer: String(officer.post) } }));
    expect(answer.data.assignOfficer).toEqual({ userErrors: [{ field: 'version', code: 'CONFLICT', message: 'Người khác vừa sửa phân công này. Xem giá trị của hai bên rồi lưu lại.' }], conflicts: [{ field: 'officer', yours: String(officer.post), current: null }] });
  });
  it.each<[string, object, string]>([
    ['a number for a text', { done: 5 }, 'Giá trị gửi lên ở input.done không đúng: phải là chữ.'], ['a text for a number', { percent: 'nhiều' }, 'Giá trị gửi lên ở input.percent không đúng: phải là số nguyên.'],
    ['half a percent', { percent: 1.5 }, 'Giá trị gửi lên ở input.percent không đúng: phải là số nguyên.'], ['a number beyond all', { quantity: 2 ** 40 }, 'Giá trị gửi lên ở input.quantity không đúng: số quá lớn.'],
    ['a word for yes', { isCompleted: 'có' }, 'Giá trị gửi lên ở input.isCompleted không đúng: phải là true hoặc false.'], ['nothing for a text', { done: null }, 'Giá trị gửi lên ở input.done không đúng: không được để trống.'],
    ['a list for an id', { assignment: ['1'] }, 'Giá trị gửi lên ở input.assignment không đúng: phải là mã.'], ['an unknown field', { state: 'SIGNED' }, 'Giá trị của biến $input không đúng: không có trường state trong AddProgressEntryInput.'],
    ['30 February', { asOfDay: '2026-02-30' }, 'Giá trị gửi lên ở input.asOfDay không đúng: Ngày phải có dạng năm-tháng-ngày, như 2026-09-08; nhận được "2026-02-30".'],
    ['a day the Vietnamese way', { asOfDay: '08/09/2026' }, 'Giá trị gửi lên ở input.asOfDay không đúng: Ngày phải có dạng năm-tháng-ngày, như 2026-09-08; nhận được "08/09/2026".'],
    ['an instant for a day', { asOfDay: '2026-09-08T00:00:00Z' }, 'Giá trị gửi lên ở input.asOfDay không đúng: Ngày phải có dạng năm-tháng-ngày, như 2026-09-08; nhận được "2026-09-08T00:00:00Z".'],
  ])('%s is no such value', (_, more, message) => expectBadRequest(() => add(more), 'BAD_USER_INPUT', message));
  it.each<[string, string, object, string, string]>([
    ['an unknown operation', '{ hoKhau { id } }', {}, 'GRAPHQL_VALIDATION_FAILED', 'Không có trường hoKhau trong Query.'], ['an unknown field', '{ viewer { matKhau } }', {}, 'GRAPHQL_VALIDATION_FAILED', 'Không có trường matKhau trong Viewer.'],
    ['an unknown argument', '{ households(first: 1, trang: 2) { nodes { id } } }', {}, 'GRAPHQL_VALIDATION_FAILED', 'Không có tham số trang ở Query.households.'], ['no first', '{ households { nodes { id } } }', {}, 'GRAPHQL_VALIDATION_FAILED', 'Trường households cần tham số first.'],
    ['no variable', 'query ($id: ID!) { household(id: $id) { id } }', {}, 'BAD_USER_INPUT', 'Thiếu biến $id, kiểu ID!.'], ['an unknown class', 'query ($f: HouseholdFilter) { households(first: 1, filter: $f) { nodes { id } } }', { f: { class: { eq: 'RICH' } } }, 'BAD_USER_INPUT', 'Giá trị gửi lên ở f.class.eq không đúng: không có trong danh mục HouseholdClass.'],
    ['a page of none', '{ households(first: 0) { nodes { id } } }', {}, 'BAD_USER_INPUT', 'first phải từ 1 đến 100.'], ['a made-up cursor', '{ households(first: 1, after: "YWJj.x") { nodes { id } } }', {}, 'BAD_USER_INPUT', 'Con trỏ trang (after) không dùng được cho danh sách này. Tải lại từ trang đầu.'],
  ])('%s is said in Vietnamese by its name', (_, query, variables, code, message) => expectBadRequest(() => officer(query, variables), code, message));
  it('an unfinished document is said to be unfinished', async () => {
    const { status, errors } = await officer('{ viewer { name }');
    expect([status, errors![0]!.extensions.code, errors![0]!.message.startsWith('Lỗi cú pháp: ')]).toEqual([400, 'GRAPHQL_PARSE_FAILED', true]);
  });
  it.each(['%', '_', '\\', "'", '"', "' OR 1=1 --", '%%%', '\\%', '$1', '{}', 'Robert\'); DROP TABLE household;--', '\u202E', 'ﷺ', '\ud83d\ude00', '\ud800'])('%j in a search is letters and nothing else', async text => {
    for (const filter of [{ headName: { contains: text } }, { headName: { startsWith: text } }, { headName: { eq: text } }, { code: { in: [text] } }, { ethnicity: { eq: text } }, { commune: { eq: text } }]) {
      const { status, errors, data } = await officer('query ($filter: HouseholdFilter) { households(first: 5, filter: $filter) { nodes { id } } }', { filter });
      expect([filter, status, errors, data?.households.nodes]).toEqual([filter, 200, undefined, []]);
    }
  });
  it('NUL in a search is refused or finds nothing, and is no fault of ours', async () => {
    const { status } = await officer('query ($filter: HouseholdFilter) { households(first: 5, filter: $filter) { nodes { id } } }', { filter: { headName: { contains: 'a\u0000' } } });
    expect([200, 400]).toContain(status);
  });
  it('odd but honest text is kept as it was written, composed', async () => {
    const text = "Ưu đãi 50% cho hộ O'Brien \"A_B\" \\ <b>&amp; 😀 \u1ea4\u0300 $1";
    expect((await add({ done: `  ${text.normalize('NFD')}  ` })).data.addProgressEntry).toEqual({ progressEntry: { id: expect.any(String), done: text.normalize('NFC') }, userErrors: [] });
  });
  it('the secretariat\'s texts are held to the same', async () => {
    const { rows: [{ version: now }] } = await world.admin.query('SELECT version FROM assignment WHERE id = $1', [id]);
    const { answer } = await refused(world, () => secretariat('mutation ($input: ChangeAssignmentInput!) { changeAssignment(input: $input) { userErrors { field code message } } }', { input: { id, version: now, part: 'x'.repeat(501), dueDay: '2027-02-01' } }));
    const { answer: stale } = await refused(world, () => secretariat('mutation ($input: ChangeAssignmentInput!) { changeAssignment(input: $input) { userErrors { field code } } }', { input: { id: '999999999', version: 1, part: 'x' } }));
    expect([answer.data.changeAssignment.userErrors.map((e: { field: string }) => e.field), stale.data.changeAssignment.userErrors]).toEqual([['part', 'dueDay'], [{ field: 'id', code: 'NOT_FOUND' }]]);
  });
});
