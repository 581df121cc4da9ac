import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { desktop, openBrowser, phone, visitAs } from '../support/browser.js';
import { openWorld, type World } from '../support/world.js';

let world: World, browser: Browser;
beforeAll(async () => { world = await openWorld(); browser = await openBrowser(); });
afterAll(async () => { await browser.close(); await world.stop(); });

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

interface Seen { readonly id: string; readonly head: string }

/** The first household that a unit sees today; of the secretariat any. */
async function householdOf(unit: string): Promise<Seen> {
  const { rows: [row] } = await world.admin.query<Seen>(`SELECT h.id, h.head_name AS head FROM household h JOIN sight s ON s.household_id = h.id JOIN unit u ON u.id = s.unit_id
    WHERE ($1 = 'thuong-truc' OR u.code = $1) AND s.depth <> 'PART' AND h.ended_on IS NULL AND (s.valid_to IS NULL OR s.valid_to >= '2026-09-08') ORDER BY h.code LIMIT 1`, [unit]);
  return row!;
}

const faultsOf = async (page: Page): Promise<unknown> => {
  await page.evaluate(axe);
  return page.evaluate("axe.run({ resultTypes: ['violations'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', ')))");
};

async function openHousehold(page: Page, unit: string, { id, head }: Seen): Promise<void> {
  await page.goto(`/cong/${unit}/ho/${id}`);
  await page.getByRole('heading', { level: 1, name: head }).waitFor();
  await page.getByRole('heading', { level: 2, name: 'Liên hệ' }).waitFor();
}

describe.each([['desktop', desktop], ['phone', phone]] as const)("a household's story on a %s", (_name, viewport) => {
  it.each([
    ['02869', ['Thành viên', 'Hỗ trợ', 'Người có công', 'Thu nhập và điểm rà soát', 'Lịch sử phân loại'], []],
    ['sxd', ['Chiều thiếu hụt', 'Hỗ trợ', 'Phần bạn chưa được xem', 'Đề nghị mở xem'], ['Thêm thành viên', 'Ghi thiếu hụt', 'Mở hồ sơ người có công']],
    ['lhpn', ['Giúp đỡ', 'Nhu cầu hỗ trợ', 'Phần bạn chưa được xem'], ['Thêm thành viên', 'Mở thu nhập và điểm']],
    ['thuong-truc', ['Thành viên', 'Nguyên nhân nghèo', 'Lịch sử phân loại'], ['Thêm thành viên', 'Sửa']],
  ] as const)('%s reads its parts, and none of the buttons that are not its own', async (unit, sections, absent) => {
    const { page, problems } = await visitAs(browser, world, await world.as.unit(unit), viewport);
    await openHousehold(page, unit, await householdOf(unit));
    for (const title of sections) await page.getByRole('heading', { level: 2, name: title }).first().waitFor();
    for (const name of absent) expect([name, await page.getByRole('button', { name, exact: true }).count()]).toEqual([name, 0]);
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    expect(problems).toEqual([]);
    await page.context().close();
  }, 60_000);
});

describe('a commune', () => {
  it('chooses field by field where two writers met, and neither value is lost', async () => {
    const seen = await householdOf('02869');
    const [officer, leader] = [await visitAs(browser, world, await world.as.commune('02869')), await visitAs(browser, world, await world.as.commune('02869', { role: 'LEADER' }))];
    const stored = async () => (await world.admin.query('SELECT officer_in_charge AS officer, note FROM household WHERE id = $1', [seen.id])).rows[0];
    for (const { page } of [officer, leader]) {
      await openHousehold(page, '02869', seen);
      await page.getByRole('button', { name: 'Sửa', exact: true }).first().click();
    }
    const fill = async (page: Page, person: string, note: string) => {
      await page.getByRole('dialog').getByLabel('Cán bộ phụ trách').fill(person);
      await page.getByRole('dialog').getByLabel('Ghi chú').fill(note);
      await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    };
    await fill(leader.page, 'Lâm Văn Thành', 'Lãnh đạo ghi');
    await leader.page.getByText('Đã lưu thông tin hộ.').waitFor();
    await fill(officer.page, 'Vàng Thị Mai', 'Chuyên viên ghi');
    await officer.page.getByText('Nội dung vừa được người khác sửa').waitFor();
    expect(await faultsOf(officer.page)).toEqual([]);
    expect(await stored()).toEqual({ officer: 'Lâm Văn Thành', note: 'Lãnh đạo ghi' });
    await officer.page.getByRole('button', { name: 'Lấy giá trị trên hệ thống: Cán bộ phụ trách' }).click();
    await officer.page.getByRole('button', { name: 'Giữ của tôi: Ghi chú' }).click();
    await officer.page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await officer.page.getByText('Đã lưu thông tin hộ.').waitFor();
    expect(await stored()).toEqual({ officer: 'Lâm Văn Thành', note: 'Chuyên viên ghi' });
    expect([...officer.problems, ...leader.problems]).toEqual([]);
  }, 90_000);

  it('adds a household, is told what is missing, and takes back what it ended', async () => {
    const { page, problems } = await visitAs(browser, world, await world.as.commune('02869'));
    await page.goto('/cong/02869/ho/moi');
    await page.getByRole('button', { name: 'Lưu hộ mới' }).click();
    await page.getByRole('link', { name: 'Họ và tên chủ hộ: chưa nhập.' }).click();
    await page.keyboard.type('Giàng Thị Mới', { delay: 40 });
    await page.getByLabel('Giới tính của chủ hộ').selectOption('FEMALE');
    await page.getByLabel('Năm sinh của chủ hộ').fill('1990');
    await page.getByLabel('Dân tộc').selectOption({ index: 8 });
    await page.getByLabel('Thôn, bản').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Lưu hộ mới' }).click();
    await page.getByRole('heading', { level: 1, name: 'Giàng Thị Mới' }).waitFor();
    await page.getByRole('button', { name: 'Thêm nguyên nhân' }).click();
    await page.getByLabel('Nguyên nhân', { exact: true }).selectOption('LAND');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('button', { name: 'Không còn: Thiếu đất sản xuất' }).click();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByRole('button', { name: 'Không còn: Thiếu đất sản xuất' }).waitFor();
    const { rows } = await world.admin.query("SELECT c.cause, c.until FROM poverty_cause c JOIN household h ON h.id = c.household_id WHERE h.head_name = 'Giàng Thị Mới'");
    expect(rows).toEqual([{ cause: 'LAND', until: null }]);
    expect(await page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('ban-nhap:'))")).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  }, 90_000);
});
