import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Browser, Download, Page } from 'playwright-core';
import { desktop, openBrowser, phone, visitAs } from '../support/browser.js';
import { sheetRows } from '../support/exports.js';
import { fileOf, type TestCell } from '../support/import-client.js';
import { openPackage } from '../../server/workbook/package.js';
import { usualLimits } from '../../server/workbook/refused.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, browser: Browser, officer: Client, village: string, twin: { code: string; name: string; year: number; sex: string };
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  officer = await world.as.commune('02869');
  ({ rows: [{ name: village }] } = await world.admin.query('SELECT name FROM village WHERE commune_id = $1 ORDER BY code LIMIT 1', [officer.unitId]));
  ({ rows: [twin] } = await world.admin.query(`SELECT h.code, h.head_name AS name, m.birth_year AS year, CASE m.sex WHEN 'MALE' THEN 'Nam' ELSE 'Nữ' END AS sex FROM household h JOIN member m ON m.household_id = h.id AND m.is_head
    WHERE h.commune_id = $1 AND h.ended_on IS NULL ORDER BY h.code LIMIT 1`, [officer.unitId]));
});
afterAll(async () => { await browser.close(); await world.stop(); });

const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());
async function downloaded(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button, exact: true }).click()]);
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}
const send = async (page: Page, name: string, buffer: Buffer): Promise<void> => {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
  await page.getByText(`${name} · Chờ lưu`).waitFor();
};
const figures = (page: Page): Promise<string[]> => page.locator('dl dd').allInnerTexts();
/** What the page says of the lines: number, code, messages. */
const said = async (page: Page): Promise<Record<number, string[]>> => {
  const rows = await page.getByRole('table', { name: 'Các dòng cần xem' }).locator('tbody tr').all();
  return Object.fromEntries(await Promise.all(rows.map(async row => [Number(await row.locator('th, td').first().innerText()), await row.locator('li').allInnerTexts()] as const)));
};
/** A part of a workbook's package as text. */
async function partOf(file: Buffer, name: string): Promise<string> {
  const parts = await openPackage(file, usualLimits);
  try { return await parts.text(name); } finally { parts.close(); }
}

/** A line of the list by the template's own headers. */
const lineOf = (headers: readonly string[], code: string, more: Record<string, TestCell> = {}): TestCell[] => {
  const cells: Record<string, TestCell> = { 'Mã hộ': code, 'Thôn, bản, tổ dân phố': village, 'Họ và tên chủ hộ': `Lừu Seo ${code.replace(/\d/g, digit => 'abcdefghij'[Number(digit)]!).replace('-', ' ')}`, 'Năm sinh chủ hộ': 1980,
    'Giới tính chủ hộ': 'Nam', 'Dân tộc': 'Mông', 'Phân loại hộ': 'Hộ nghèo', 'Số quyết định': '12/QĐ-UBND', 'Ngày quyết định': '05/01/2026', ...more };
  return headers.map(header => cells[header.replace(' (*)', '')] ?? null);
};
const columnOf = (headers: readonly string[], name: string): number => headers.findIndex(header => header.replace(' (*)', '') === name) + 1;

describe('a commune brings its list in', () => {
  it('sees each mistake at its line and cell, takes the annotated file, mends it, saves, and takes it back', async () => {
    const { page, problems } = await visitAs(browser, world, officer, desktop);
    await page.goto('/cong/02869/nhap-du-lieu');
    await page.getByText('Chưa có đợt nhập nào.').waitFor();
    const template = await downloaded(page, 'Tải mẫu trống');
    expect(template.name).toBe('Danh sách hộ - mẫu nhập.xlsx');
    const headers = (await sheetRows(template.bytes, 0))[0] as string[];
    const wrong = [lineOf(headers, 'W-02'),
      lineOf(headers, 'W-03', { 'Năm sinh chủ hộ': 'bảy mươi' }),
      lineOf(headers, 'W-04', { 'Phân loại hộ': 'Khá giả' }),
      lineOf(headers, 'W-05', { 'Mã xã': '02887' }),
      lineOf(headers, 'W-06', { 'Mã xã': '99999' }),
      lineOf(headers, 'W-07', { 'Ngày quyết định': { day: 46027 } }),
      lineOf(headers, 'W-08', { 'Ngày quyết định': '2026-01-05' }),
      lineOf(headers, 'W-09', { 'Ngày quyết định': '31/02/2026' }),
      lineOf(headers, 'W-10', { 'Năm sinh chủ hộ': null, 'Giới tính chủ hộ': null }),
      lineOf(headers, 'W-11', { 'Họ và tên chủ hộ': 'Dòng Đang Ẩn' }),
      lineOf(headers, 'W-12', { 'Họ và tên chủ hộ': { formula: 'A1', value: 'Lừu Seo Công' } }),
      lineOf(headers, 'W-13', { 'Dân tộc': null }),
      lineOf(headers, 'W-02'),
      lineOf(headers, 'W-15', { 'Họ và tên chủ hộ': twin.name, 'Năm sinh chủ hộ': twin.year, 'Giới tính chủ hộ': twin.sex }),
      lineOf(headers, 'W-16', { 'Năm dự kiến thoát nghèo': -2028 }),
      lineOf(headers, 'W-17', { 'Năm dự kiến thoát nghèo': '2,028' }),
      lineOf(headers, 'W-18', { 'Cán bộ phụ trách': 'Lý '.repeat(50) }),
      lineOf(headers, 'W-19', { 'Điện thoại': '0' }),
    ];
    const file = await fileOf([headers, ...wrong], { merged: ['D10:E10'], hidden: [11], hiddenColumns: [columnOf(headers, 'Địa chỉ')], hiddenSheets: { 'Danh sách cũ': [headers, lineOf(headers, 'CU-1')] } });
    await send(page, 'ho-nhieu-loi.xlsx', file);
    expect(await figures(page)).toEqual(['17', '6', '11', '2', '1']);
    await page.getByText('Trang đang ẩn không được đọc: “Danh sách cũ”.').waitFor();
    await page.getByText('1 dòng đang ẩn không được đọc: 11.').waitFor();
    await page.getByText('Cột đang ẩn vẫn được đọc: “Địa chỉ”.').waitFor();
    const messages = await said(page);
    expect(messages).toEqual({
      3: ['E3: “bảy mươi” không đọc được là số. Hãy ghi theo kiểu Việt Nam: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân, ví dụ 1.234,5.'],
      4: [expect.stringMatching(/^I4: Phân loại “Khá giả” không có trong danh mục\. Hãy chọn một trong: “Hộ nghèo”/)],
      5: ['B5: Mã xã cũ 02887 (Xã Nậm Khánh) được chuyển thành 02869 (Xã Bản Liền).'],
      6: ['B6: Mã xã “99999” không có trong danh mục. Hãy ghi mã năm chữ số của xã, phường hiện nay.'],
      9: ['K9: Ngày “31/02/2026” không có trong lịch. Hãy kiểm tra ngày và tháng.'],
      10: ['D10: Ô nằm trong vùng gộp D10:E10. Hãy bỏ gộp và điền từng ô.'],
      12: ['D12: Ô chứa công thức nên giá trị không được dùng. Hãy sao chép ô rồi dán lại dưới dạng giá trị.'],
      13: ['G13: Chưa ghi “Dân tộc”. Hãy điền ô này.'],
      14: ['A14: Mã hộ “W-02” đã có ở dòng 2. Mỗi hộ chỉ một dòng; hãy sửa mã hoặc bỏ một dòng.'],
      15: [`D15: Có thể trùng với hộ ${twin.code}: cùng tên chủ hộ và năm sinh ${twin.year}. Hệ thống không tự gộp; hãy kiểm tra.`],
      16: [expect.stringMatching(/^[A-Z]+16: Số -2\.028 nằm ngoài khoảng 2\.022 – 2\.035\. Hãy kiểm tra lại\.$/)],
      17: [expect.stringMatching(/^[A-Z]+17: “2,028” có thể hiểu là hai số khác nhau\. Hãy ghi 2\.028 nếu là hàng nghìn, hoặc 2,0280 nếu là số thập phân\.$/)],
      18: [expect.stringMatching(/^[A-Z]+18: Dài 149 ký tự, nhiều nhất 120\. Hãy rút gọn\.$/)],
    });

    const annotated = await downloaded(page, 'Tải tệp kèm ghi chú lỗi');
    expect(annotated.name).toBe('ho-nhieu-loi - ghi chú lỗi.xlsx');
    const comments = await partOf(annotated.bytes, 'xl/commentsGhiChu1.xml'), sheet = await partOf(annotated.bytes, 'xl/worksheets/sheet1.xml');
    for (const [row, [message]] of Object.entries(messages)) {
      const [address, words] = [message!.slice(0, message!.indexOf(':')), message!.slice(message!.indexOf(':') + 2)];
      expect([row, comments.includes(`<comment ref="${address}"`), comments.includes(words), sheet.includes(`${address}: ${words}`)]).toEqual([row, true, true, true]);
    }

    // The person mends the cells in the file that came back; its column of messages may stay.
    const mended = new Map<number, Record<string, TestCell>>([[3, {}], [4, {}], [6, {}], [9, {}], [10, {}], [12, {}], [13, {}], [14, { 'Mã hộ': 'W-14' }], [16, {}], [17, {}], [18, {}]]);
    const right = wrong.map((line, at) => (mended.has(at + 2) ? lineOf(headers, `W-${String(at + 2).padStart(2, '0')}`, mended.get(at + 2)) : line));
    await send(page, 'ho-da-sua.xlsx', await fileOf([[...headers, 'Lỗi cần sửa'], ...right.map(line => [...line, 'đã sửa'])]));
    expect(await figures(page)).toEqual(['18', '18', '0', '2', '1']);
    await page.getByRole('button', { name: 'Lưu 18 dòng hợp lệ' }).click();
    await page.getByRole('dialog').getByText('Lưu 18 dòng vào danh sách?').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu 18 dòng hợp lệ' }).click();
    await page.getByText('Đã lưu 18 dòng.').waitFor();
    await page.getByRole('link', { name: 'Xem danh sách hộ' }).click();
    const search = page.getByRole('searchbox').or(page.getByLabel(/Tìm/)).first();
    await search.fill('Lừu Seo W bd');
    await search.press('Enter');
    await page.getByText('W-13').first().waitFor();
    await page.goto('/cong/02869/nhap-du-lieu');
    await page.getByRole('button', { name: 'Mở ho-da-sua.xlsx' }).click();
    await page.getByRole('button', { name: 'Hoàn tác đợt nhập' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác đợt nhập' }).click();
    await page.getByText('Đã hoàn tác; danh sách như trước khi lưu.').waitFor();
    const { data } = await officer('{ households(first: 1, filter: { code: { startsWith: "W-" } }) { totalCount { value } } }');
    expect(data.households.totalCount.value).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('saves on a phone only what is good of a file, and is told plainly how much was left out', async () => {
    const { page, problems } = await visitAs(browser, world, officer, phone);
    await page.goto('/cong/02869/nhap-du-lieu');
    const headers = ['Mã hộ', 'Thôn, bản, tổ dân phố', 'Họ và tên chủ hộ', 'Năm sinh chủ hộ', 'Giới tính chủ hộ', 'Dân tộc', 'Phân loại hộ', 'Số quyết định', 'Ngày quyết định'];
    await send(page, 'mot-phan.xlsx', await fileOf([headers, lineOf(headers, 'P-01'), lineOf(headers, 'P-02', { 'Dân tộc': 'x' }), lineOf(headers, 'P-03'), lineOf(headers, 'P-04', { 'Phân loại hộ': 'x' })]));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.getByRole('button', { name: 'Lưu 2 dòng hợp lệ' }).click();
    await page.getByRole('dialog').getByText('Lưu 2 dòng hợp lệ vào danh sách? 2 dòng lỗi không được lưu.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu 2 dòng hợp lệ' }).click();
    await page.getByText('Đã lưu 2 dòng. 2 dòng lỗi không được lưu.').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const { data } = await officer('{ households(first: 9, order: [{ code: ASC }], filter: { code: { startsWith: "P-" } }) { nodes { code } } }');
    expect(data.households.nodes.map((one: { code: string }) => one.code)).toEqual(['P-01', 'P-03']);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
