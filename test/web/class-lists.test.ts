import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { desktop, openBrowser, phone, visitAs } from '../support/browser.js';
import { sheetRows } from '../support/exports.js';
import { openWorld, type World } from '../support/world.js';

let world: World, browser: Browser;
beforeAll(async () => { world = await openWorld(); browser = await openBrowser(); });
afterAll(async () => { await browser.close(); await world.stop(); });

const count = async (page: Page, text: string): Promise<void> => page.getByRole('status').filter({ hasText: text }).first().waitFor();
const records = async (where: string): Promise<{ id: string; household: string; code: string; head: string }[]> => (await world.admin.query(
  `SELECT r.id, r.household_id AS household, r.code, r.head_name AS head FROM class_record r JOIN unit u ON u.id = r.commune_id WHERE u.code = '02869' AND r.standard = 'VN-MDP-2022' AND ${where} ORDER BY r.code, r.since`)).rows;
const listed = "class IN ('POOR', 'NEAR_POOR', 'NEWLY_ESCAPED', 'NEWLY_ESCAPED_NEAR_POOR')";
const holds = (day: string): string => `since <= '${day}' AND (until IS NULL OR until > '${day}')`;

describe('a commune\'s list', () => {
  it('stands as it stood on the day typed, counted by class, and is printed whole with signatures', async () => {
    const { page, problems } = await visitAs(browser, world, await world.as.commune('02869'), desktop);
    await page.goto('/cong/02869/bien-dong');
    const now = await records(`${holds('2026-09-08')} AND ${listed}`);
    await count(page, `Đang xem 25 trong ${now.length} hộ`);
    const poor = await records(`${holds('2026-09-08')} AND class = 'POOR'`);
    await page.getByRole('button', { name: `Hộ nghèo: ${poor.length} hộ` }).waitFor();

    await page.getByRole('textbox', { name: 'Tại ngày' }).fill('31/12/2024');
    await page.getByRole('textbox', { name: 'Tại ngày' }).press('Enter');
    await page.waitForURL('**/bien-dong?ngay=2024-12-31');
    const before = await records(`${holds('2024-12-31')} AND ${listed}`);
    await count(page, `${before.length} hộ`);
    expect(await page.getByRole('table').locator('tbody tr').count()).toBe(Math.min(before.length, 25));
    await page.getByRole('link', { name: `Mở hộ ${before[0]!.code}, ${before[0]!.head}` }).waitFor();

    await page.goto('/cong/02869/bien-dong');
    await count(page, `Đang xem 25 trong ${now.length} hộ`);
    await page.evaluate(() => { window.print = () => { document.body.dataset.printed = 'yes'; }; });
    await page.getByRole('button', { name: 'In danh sách' }).click();
    await page.waitForFunction(() => document.body.dataset.printed === 'yes');
    expect(await page.getByRole('table').locator('tbody tr').count()).toBe(now.length);
    await page.emulateMedia({ media: 'print' });
    await page.getByText('DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO', { exact: true }).waitFor();
    await page.getByText('NGƯỜI LẬP DANH SÁCH').waitFor();
    expect(await page.getByRole('searchbox').or(page.getByRole('button')).or(page.getByRole('textbox', { name: 'Tại ngày' })).filter({ visible: true }).count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('says in words what came and left within days, and opens the households behind a figure', async () => {
    const { page, problems } = await visitAs(browser, world, await world.as.commune('02869'), desktop);
    const came = await records("movement = 'ESCAPED' AND class = 'NEWLY_ESCAPED' AND since BETWEEN '2022-01-01' AND '2026-09-08'");
    await page.goto('/cong/02869/bien-dong?phan=biendong&tu=2022-01-01&den=2026-09-08');
    await page.getByRole('link', { name: `Thoát nghèo, Mới thoát nghèo: ${came.length} hộ, mở danh sách` }).click();
    await page.waitForURL('**&bd=ESCAPED&loai=NEWLY_ESCAPED');
    const table = page.getByRole('table', { name: 'Thoát nghèo: Mới thoát nghèo' });
    await table.waitFor();
    expect(await table.locator('tbody tr').count()).toBe(came.length);
    await table.getByRole('link', { name: came[0]!.code }).click();
    await page.waitForURL(`**/ho/${came[0]!.household}`);

    await page.goto('/cong/02869/bien-dong?phan=biendong');
    await page.getByText('Không có biến động nào trong kỳ này.').waitFor();
    await page.getByRole('button', { name: 'Quý này' }).click();
    await page.waitForURL('**?phan=biendong&tu=2026-07-01&den=2026-09-08');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('names who is expected to escape by village, each village opening its households', async () => {
    const { page, problems } = await visitAs(browser, world, await world.as.commune('02869'), phone);
    const { rows } = await world.admin.query<{ id: string; village: string; households: number }>(`SELECT v.id::text, v.name AS village, count(*)::int AS households FROM household h JOIN unit u ON u.id = h.commune_id
      JOIN village v ON v.id = h.village_id WHERE u.code = '02869' AND h.expected_exit_year = 2026 AND h.class IN ('POOR', 'NEAR_POOR') AND h.ended_on IS NULL GROUP BY v.id, v.name ORDER BY v.name`);
    await page.goto('/cong/02869/bien-dong?phan=dukien');
    await count(page, `${rows.reduce((sum, { households }) => sum + households, 0)} hộ nghèo, hộ cận nghèo dự kiến thoát trong năm 2026.`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.getByRole('link', { name: `${rows[0]!.village}: ${rows[0]!.households} hộ` }).click();
    await page.waitForURL(`**/ho?nam=2026&thon=${rows[0]!.id}&nc=**`);
    await count(page, `${rows[0]!.households} hộ`);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('a mass organisation', () => {
  it('has the list of its own households, and no figures of movements or exits', async () => {
    const { page, problems } = await visitAs(browser, world, await world.as.massOrganisation('lhpn'), desktop);
    await page.goto('/cong/lhpn/bien-dong');
    await page.getByRole('table', { name: 'Danh sách tại ngày' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Biến động trong kỳ' }).count()).toBe(0);
    await page.goto('/cong/lhpn/bien-dong?phan=biendong');
    await page.getByText('Cổng của đơn vị bạn không có phần này.').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('a list of people', () => {
  it('is taken out under a saved mapping of columns, which heads the file', async () => {
    const client = await world.as.commune('02869');
    await world.admin.query(`INSERT INTO column_mapping (unit_id, name, kind, sheet, header_row, columns, value_map, saved_by_id)
      VALUES ($1, 'Mẫu lao động', 'MEMBERS', 'LĐ', 1, '{"Người lao động": "fullName", "Năm": "birthYear"}', '{}', $2)`, [client.unitId, client.post]);
    const { page, problems } = await visitAs(browser, world, client, desktop);
    await page.goto('/cong/02869/danh-sach-nguoi?ds=chuadaotao');
    const shown = Number(/(\d+) người/.exec(await page.getByRole('status').filter({ hasText: /\d người$/ }).first().innerText())?.[1]);
    await page.getByRole('button', { name: 'Xuất Excel' }).click();
    const dialog = page.getByRole('dialog', { name: 'Xuất Excel' });
    await dialog.getByLabel('Mẫu cột').selectOption({ label: 'Mẫu lao động' });
    await dialog.getByRole('button', { name: 'Xuất tệp' }).click();
    const link = dialog.getByRole('link', { name: /^Tải về:/ });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const [header, ...rows] = await sheetRows(await readFile(await download.path()), 0);
    expect(header).toEqual(['Người lao động', 'Năm']);
    expect(rows.filter(row => /^(19|20)\d\d$/.test(String(row[1])))).toHaveLength(shown);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
