import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, phone, visitAs, type Visit } from '../support/browser.js';
import { contradictions, makeFamily, type Family } from '../support/family.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, browser: Browser, leader: Client, officer: Client;
beforeAll(async () => {
  world = await openWorld();
  browser = await openBrowser();
  leader = await world.as.commune('02869', { role: 'LEADER' });
  officer = await world.as.commune('02869');
});
afterAll(async () => { await browser.close(); await world.stop(); });

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const faultsOf = async (page: Page): Promise<unknown> => {
  await page.evaluate(axe);
  return page.evaluate("axe.run({ resultTypes: ['violations'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', ')))");
};
const one = async <T>(sql: string, values: unknown[] = []): Promise<T> => (await world.admin.query(sql, values)).rows[0] as T;
const drafts = (page: Page): Promise<unknown> => page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('ban-nhap:')).length");

async function open(client: Client, { id }: Family, viewport?: typeof phone): Promise<Visit> {
  const visit = await visitAs(browser, world, client, viewport);
  await visit.page.goto(`/cong/02869/ho/${id}`);
  await visit.page.getByRole('heading', { level: 2, name: 'Liên hệ' }).waitFor();
  return visit;
}

async function begin(page: Page, movement: string, offered?: readonly string[]) {
  await page.getByRole('button', { name: 'Biến động' }).click();
  const item = page.getByRole('button', { name: movement, exact: true });
  await item.waitFor();
  if (offered) expect(await page.getByRole('dialog').getByRole('button').allTextContents()).toEqual(offered);
  await item.click();
  const dialog = page.getByRole('dialog').last();
  await dialog.getByRole('button', { name: 'Tiếp tục' }).waitFor();
  return dialog;
}

describe('the movements of a household on its page', () => {
  it('a decision keeps its draft, is asked for once more, and says which movement it was', async () => {
    const family = await makeFamily(world, leader, { head: 'Vàng Thị Quyết' });
    const { page, problems } = await open(leader, family);
    let dialog = await begin(page, 'Quyết định phân loại', ['Quyết định phân loại', 'Tách hộ', 'Chuyển đi', 'Nhập hộ', 'Kết thúc hộ']);
    await dialog.getByText('Chuẩn 2022-2025: Hộ nghèo từ 12/12/2025').waitFor();
    await dialog.getByRole('button', { name: 'Tiếp tục' }).click();
    await dialog.getByRole('link', { name: 'Kết quả rà soát: chưa chọn.' }).waitFor();
    await dialog.getByLabel('Kết quả rà soát').selectOption('NONE');
    await dialog.getByLabel('Số quyết định').fill('215/QĐ-UBND');
    await dialog.getByText('Đã giữ bản nháp', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Đóng' }).click();
    dialog = await begin(page, 'Quyết định phân loại');
    expect(await dialog.getByLabel('Số quyết định').inputValue()).toBe('215/QĐ-UBND');
    await dialog.getByLabel('Có hiệu lực từ ngày').fill('1/11/2025');
    await dialog.getByLabel('Ngày quyết định').fill('1/9/2026');
    await dialog.getByRole('button', { name: 'Tiếp tục' }).click();
    await dialog.getByText('Danh sách và số liệu của những ngày trước giữ nguyên.', { exact: false }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ghi quyết định' }).click();
    await dialog.getByRole('link', { name: /^Có hiệu lực từ ngày: 01\/11\/2025 đứng trước phân loại đang có của hộ/ }).waitFor();
    await dialog.getByLabel('Có hiệu lực từ ngày').fill('1/9/2026');
    await dialog.getByRole('button', { name: 'Tiếp tục' }).click();
    await dialog.getByRole('button', { name: 'Ghi quyết định' }).click();
    await dialog.getByText('Biến động: Thoát nghèo.', { exact: false }).waitFor();
    await dialog.getByText('từ 01/9/2026 hộ là: Mới thoát nghèo.', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Đóng' }).click();
    await page.getByText('Mới thoát nghèo từ 01/9/2026').waitFor();
    expect(await one('SELECT class, movement, decision_number AS number FROM class_record WHERE household_id = $1 AND until IS NULL', [family.id])).toEqual({ class: 'NEWLY_ESCAPED', movement: 'ESCAPED', number: '215/QĐ-UBND' });
    expect([await drafts(page), problems]).toEqual([0, []]);
    await page.context().close();
  }, 60_000);

  it('a split meets another writer, tells both, and leads to the new household', async () => {
    const family = await makeFamily(world, leader, { head: 'Giàng A Tách', people: 4 });
    const { page, problems } = await open(officer, family);
    const dialog = await begin(page, 'Tách hộ', ['Tách hộ', 'Chuyển đi', 'Nhập hộ', 'Kết thúc hộ']);
    for (const name of ['Giàng A Tách 2 (1990)', 'Giàng A Tách 3 (1995)']) await dialog.getByLabel(name).check();
    expect(await dialog.getByLabel('Chủ hộ mới').locator('option').allTextContents()).toEqual(['Chọn…', 'Giàng A Tách 2 (1990)', 'Giàng A Tách 3 (1995)']);
    await dialog.getByLabel('Chủ hộ mới').selectOption({ label: 'Giàng A Tách 3 (1995)' });
    await dialog.getByLabel('Ngày biến động').fill('2/9/2026');
    await dialog.getByLabel('Lý do').fill('Ra ở riêng');
    await dialog.getByRole('button', { name: 'Tiếp tục' }).click();
    await dialog.getByText('Hộ mới của Giàng A Tách 3 có 2 người', { exact: false }).waitFor();
    await world.admin.query("UPDATE household SET note = 'người khác vừa ghi' WHERE id = $1", [family.id]);
    await dialog.getByRole('button', { name: 'Tách hộ' }).click();
    await dialog.getByText('Lần sửa thứ 2').waitFor();
    await page.getByText('người khác vừa ghi').waitFor();
    expect(await one('SELECT count(*)::int AS people FROM member WHERE household_id = $1', [family.id])).toEqual({ people: 4 });
    await dialog.getByRole('button', { name: 'Đã xem lại trang của hộ, tiếp tục' }).click();
    await dialog.getByRole('button', { name: 'Tiếp tục' }).click();
    await dialog.getByRole('button', { name: 'Tách hộ' }).click();
    await dialog.getByRole('link', { name: 'Mở trang của hộ mới' }).click();
    await page.getByRole('heading', { level: 1, name: 'Giàng A Tách 3' }).waitFor();
    expect(await one("SELECT h.member_count AS people, r.movement FROM household h JOIN class_record r ON r.household_id = h.id AND r.until IS NULL WHERE h.head_name = 'Giàng A Tách 3'")).toEqual({ people: 2, movement: 'SPLIT' });
    expect([await drafts(page), problems]).toEqual([0, []]);
    await page.context().close();
  }, 60_000);

  it('a move finds the commune by a name of before, leads back to the list and says what happened', async () => {
    const family = await makeFamily(world, leader, { head: 'Sùng Seo Chuyển' });
    const { page, problems } = await open(officer, family, phone);
    const dialog = await begin(page, 'Chuyển đi');
    await dialog.getByLabel('Tìm tên xã, phường').fill('coc leu');
    await dialog.getByRole('radio', { name: 'Phường Lào Cai' }).check();
    await dialog.getByLabel('Ngày biến động').fill('3/9/2026');
    await dialog.getByLabel('Lý do').fill('Theo con');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Tiếp tục' }).click();
    await dialog.getByText('Phường Lào Cai quản lý hộ từ ngày này', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Chuyển hộ đi' }).click();
    await page.getByText(/^Đã chuyển hộ Sùng Seo Chuyển .* đến Phường Lào Cai\./).waitFor();
    expect(new URL(page.url()).pathname).toBe('/cong/02869/ho');
    expect(await one('SELECT u.code FROM household h JOIN unit u ON u.id = h.commune_id WHERE h.id = $1', [family.id])).toEqual({ code: '02647' });
    expect([await drafts(page), problems]).toEqual([0, []]);
    await page.context().close();
  }, 60_000);

  it('a merge shows both, and the one chosen stays; an end says of what kind it was', async () => {
    const family = await makeFamily(world, leader, { head: 'Ly Seo Nhập' }), other = await makeFamily(world, leader, { head: 'Ly Seo Giữ' });
    const { page, problems } = await open(officer, family);
    let dialog = await begin(page, 'Nhập hộ');
    await dialog.getByLabel('Tìm tên chủ hộ').fill('ly seo giu');
    await dialog.getByRole('radio', { name: 'Ly Seo Giữ' }).check();
    await dialog.getByRole('radio', { name: 'Hộ được chọn' }).check();
    await dialog.getByLabel('Ngày biến động').fill('3/9/2026');
    await dialog.getByLabel('Lý do').fill('Về ở chung');
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Tiếp tục' }).click();
    await dialog.getByText('giữ lại, có 6 người sau khi nhập', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Nhập hộ' }).click();
    await dialog.getByRole('link', { name: 'Mở trang của hộ giữ lại' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ly Seo Giữ' }).waitFor();
    expect(await one('SELECT end_kind AS kind, merged_into_id AS into FROM household WHERE id = $1', [family.id])).toEqual({ kind: 'MERGED', into: other.id });
    dialog = await begin(page, 'Kết thúc hộ');
    await dialog.getByLabel('Hình thức kết thúc').selectOption('LEFT_PROVINCE');
    await dialog.getByLabel('Ngày biến động').fill('4/9/2026');
    await dialog.getByLabel('Lý do').fill('Chuyển vào Đắk Lắk');
    await dialog.getByRole('button', { name: 'Tiếp tục' }).click();
    await dialog.getByRole('button', { name: 'Kết thúc hộ' }).click();
    await page.getByText('Hộ chuyển ra ngoài tỉnh.', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Biến động' }).count()).toBe(0);
    expect(await one('SELECT end_kind AS kind, ended_on::text AS day FROM household WHERE id = $1', [other.id])).toEqual({ kind: 'LEFT_PROVINCE', day: '2026-09-04' });
    expect(await contradictions(world)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  }, 60_000);
});

describe('the paper that confirms a class', () => {
  it('is issued of a day that is asked for, recorded, and printed alone', async () => {
    const family = await makeFamily(world, leader, { head: 'Tẩn Mỹ Giấy' });
    const { page, problems } = await open(officer, family);
    const issued = () => one<object>("SELECT count(*)::int AS issued FROM audit_line WHERE operation = 'issueClassCertificate' AND row_id = $1", [family.id]);
    await page.getByRole('link', { name: 'Giấy xác nhận' }).click();
    await page.getByLabel('Xác nhận phân loại của ngày').fill('1/1/2020');
    expect(await issued()).toEqual({ issued: 0 });
    await page.getByRole('button', { name: 'Lập giấy' }).click();
    await page.getByText('Ngày này hộ không có trong danh sách của xã, phường', { exact: false }).waitFor();
    await page.getByLabel('Xác nhận phân loại của ngày').fill('1/8/2026');
    await page.getByRole('button', { name: 'Lập giấy' }).click();
    const paper = page.getByRole('region', { name: 'Giấy xác nhận để in' });
    for (const line of ['Số liệu minh họa', 'Ủy ban nhân dân xã Bản Liền xác nhận:', 'Độc lập - Tự do - Hạnh phúc', 'Bản Liền, ngày 08 tháng 9 năm 2026', 'Ngày 01/8/2026, hộ có tên trên thuộc diện: hộ nghèo.', 'TM. ỦY BAN NHÂN DÂN']) await paper.getByText(line).waitFor();
    expect(await paper.getByRole('row').count()).toBe(4);
    expect([new URL(page.url()).searchParams.get('ngay'), await issued()]).toEqual(['2026-08-01', { issued: 1 }]);
    expect(await faultsOf(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect([await paper.isVisible(), await page.getByRole('button', { name: 'Lập giấy' }).isVisible(), await page.getByRole('navigation').first().isVisible()]).toEqual([true, false, false]);
    expect(problems).toEqual([]);
    await page.context().close();
  }, 60_000);
});
