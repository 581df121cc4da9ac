import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { desktop, openBrowser, phone, visitAs } from '../support/browser.js';
import { openWorld, type World } from '../support/world.js';

let world: World, browser: Browser;
beforeAll(async () => { world = await openWorld(); browser = await openBrowser(); });
afterAll(async () => { await browser.close(); await world.stop(); });

const count = async (page: Page, text: string): Promise<void> => page.getByRole('status').filter({ hasText: text }).first().waitFor();
const counted = async (where: string): Promise<number> => (await world.admin.query<{ count: number }>(`SELECT count(*)::int AS count FROM household h JOIN unit u ON u.id = h.commune_id WHERE u.code = '02869' AND ${where}`)).rows[0]!.count;
const lacksHousing = "EXISTS (SELECT FROM deprivation d WHERE d.household_id = h.id AND d.indicator IN ('HOUSING_QUALITY', 'HOUSING_AREA') AND d.until IS NULL AND d.deprived)";
const unpaired = "NOT EXISTS (SELECT FROM pairing p WHERE p.household_id = h.id AND p.state = 'AGREED' AND (p.valid_to IS NULL OR p.valid_to >= '2026-09-08'))";

describe('a commune\'s list', () => {
  it('is filtered by what stands around a household, kept under a name, and is the same after a reload', async () => {
    const { page, problems } = await visitAs(browser, world, await world.as.commune('02869'), desktop);
    await page.goto('/cong/02869/ho');
    await page.getByLabel('Thiếu hụt', { exact: true }).selectOption({ label: 'Chiều Nhà ở' });
    await page.getByRole('button', { name: 'Chưa có đơn vị giúp đỡ' }).click();
    await page.waitForURL('**/ho?thieu=housing&giupdo=chua');
    const wanted = await counted(`${lacksHousing} AND ${unpaired}`);
    await count(page, wanted > 25 ? `trong ${wanted} hộ` : `${wanted} hộ`);

    await page.getByRole('button', { name: 'Bộ lọc đã lưu' }).click();
    await page.getByRole('button', { name: 'Lưu bộ lọc đang dùng' }).click();
    await page.getByLabel('Tên bộ lọc').fill('Nhà ở, chưa ai giúp');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu bộ lọc “Nhà ở, chưa ai giúp”.').waitFor();

    await page.goto('/cong/02869/ho');
    await count(page, 'trong 60 hộ');
    await page.getByRole('button', { name: 'Bộ lọc đã lưu' }).click();
    await page.getByRole('button', { name: 'Nhà ở, chưa ai giúp', exact: true }).click();
    await page.waitForURL('**/ho?thieu=housing&giupdo=chua');
    await page.reload();
    await count(page, wanted > 25 ? `trong ${wanted} hộ` : `${wanted} hộ`);
    expect(await page.getByLabel('Thiếu hụt', { exact: true }).inputValue()).toBe('housing');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('is filtered by groups of conditions: one of several, and none of others', async () => {
    const { page } = await visitAs(browser, world, await world.as.commune('02869'), desktop);
    await page.goto('/cong/02869/ho?nc=mottrong:thieu.housing,loai.POOR;khong:giupdo.co');
    const wanted = await counted(`(${lacksHousing} OR class = 'POOR') AND ${unpaired}`);
    await count(page, wanted > 25 ? `trong ${wanted} hộ` : `${wanted} hộ`);
    await page.getByRole('button', { name: 'Bỏ điều kiện: Một trong: Thiếu hụt: Chiều Nhà ở; Phân loại: Hộ nghèo' }).waitFor();
    await page.context().close();
  });

  it('shows a household beside the list by keyboard alone, and opens its page', async () => {
    const { page, problems } = await visitAs(browser, world, await world.as.commune('02869'), desktop);
    await page.goto('/cong/02869/ho');
    const { rows } = await world.admin.query<{ id: string; head: string }>("SELECT h.id, h.head_name AS head FROM household h JOIN unit u ON u.id = h.commune_id WHERE u.code = '02869' ORDER BY h.code LIMIT 3");
    await page.locator('tr[data-row]').first().focus();
    await page.keyboard.press('ArrowDown');
    const glance = page.getByRole('complementary', { name: 'Xem nhanh' });
    await glance.getByRole('heading', { name: rows[1]!.head }).waitFor();
    await page.keyboard.press('ArrowDown');
    await glance.getByRole('heading', { name: rows[2]!.head }).waitFor();
    await page.keyboard.press('Escape');
    await glance.waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/ho/${rows[2]!.id}`);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('gives several households an officer, and says of each that failed why', async () => {
    const { page } = await visitAs(browser, world, await world.as.commune('02869'), desktop);
    await page.goto('/cong/02869/ho');
    const { rows } = await world.admin.query<{ id: string; code: string }>("SELECT h.id, h.code FROM household h JOIN unit u ON u.id = h.commune_id WHERE u.code = '02869' ORDER BY h.code LIMIT 2");
    for (const { code } of rows) await page.getByRole('checkbox', { name: `Chọn hộ ${code}` }).check();
    await world.admin.query('UPDATE household SET version = version + 1 WHERE id = $1', [rows[1]!.id]);
    await page.getByRole('button', { name: 'Phân công cán bộ phụ trách' }).click();
    await page.getByRole('dialog').getByLabel('Cán bộ phụ trách').fill('Lù A Dế');
    await page.getByRole('dialog').getByRole('button', { name: 'Phân công', exact: true }).click();
    await page.getByText('1/2 hộ đã lưu.').waitFor();
    expect((await world.admin.query<{ officer: string }>('SELECT officer_in_charge AS officer FROM household WHERE id = $1', [rows[0]!.id])).rows).toEqual([{ officer: 'Lù A Dế' }]);
    await page.getByRole('dialog').getByText(`${rows[1]!.code}`).waitFor();
    await page.context().close();
  });
});

describe('a mass organisation', () => {
  it('has a list of its own households on a phone, first card in sight, and is offered nothing that it may not ask', async () => {
    const { page, problems } = await visitAs(browser, world, await world.as.massOrganisation('lhpn'), phone);
    await page.goto('/cong/lhpn/ho');
    await page.locator('tr[data-row]').first().waitFor();
    expect((await page.locator('tr[data-row]').first().boundingBox())!.y).toBeLessThan(844 - 64);
    await page.getByRole('button', { name: 'Bộ lọc', exact: true }).click();
    await page.getByRole('button', { name: 'Chưa có hỗ trợ' }).click();
    await page.waitForURL('**/ho?hotro=chua');
    expect(await page.getByRole('button', { name: 'Chưa có cán bộ phụ trách' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Lọc nâng cao' }).click();
    expect(await page.getByLabel('Điều kiện').locator('option').allInnerTexts()).not.toContain('Có thành viên');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('lists of people', () => {
  it('ask for a purpose before people with merit are shown, which the access log keeps', async () => {
    const { page, problems } = await visitAs(browser, world, await world.as.commune('02869', { sensitive: ['MeritRecord'] }), desktop);
    await page.goto('/cong/02869/danh-sach-nguoi?ds=nguoicocong');
    await page.getByLabel('Mục đích mở').selectOption('PROVIDE_SUPPORT');
    await page.getByRole('button', { name: 'Mở danh sách và ghi lại' }).click();
    await page.getByRole('table', { name: 'Người có công' }).waitFor();
    const { rows } = await world.admin.query("SELECT DISTINCT part, purpose FROM access_log WHERE part = 'MeritRecord' AND purpose IS NOT NULL");
    expect(rows).toEqual([{ part: 'MeritRecord', purpose: 'PROVIDE_SUPPORT' }]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('are those of the department\'s own tasks, in the order of the households, and the page is not offered to others', async () => {
    const health = await world.as.department('syt');
    const { page, problems } = await visitAs(browser, world, health, desktop);
    await page.goto('/cong/syt/danh-sach-nguoi');
    const table = page.getByRole('table', { name: 'Chưa có bảo hiểm y tế' });
    await table.waitFor();
    expect(await page.getByLabel('Danh sách', { exact: true }).locator('option').allInnerTexts()).toEqual(['Chưa có bảo hiểm y tế']);
    const { nodes, totalCount } = (await health(`{ members(first: 25, order: [{ householdCode: ASC }], filter: { residence: { in: ["PRESENT", "AWAY"] }, household: { endedOn: { isNull: true } }, insurance: { hasCard: { eq: false } } }) {
      nodes { fullName householdCode } totalCount { value } } }`)).data.members as { nodes: { fullName: string; householdCode: string }[]; totalCount: { value: number } };
    expect(totalCount.value).toBeGreaterThan(25);
    await page.getByRole('status').filter({ hasText: `Đang xem 25 trong ${totalCount.value} người` }).waitFor();
    const cells = await table.locator('tbody tr').evaluateAll(rows => rows.map(row => [...row.querySelectorAll('th, td')].map(cell => cell.textContent ?? '')));
    expect(cells.map(row => row[0])).toEqual(nodes.map(node => node.fullName));
    expect(cells.map(row => row[3]!.split(',')[0])).toEqual(nodes.map(node => node.householdCode).sort());
    await page.context().close();

    const housing = await visitAs(browser, world, await world.as.department('sxd'), desktop);
    await housing.page.goto('/cong/sxd/ho');
    await housing.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await housing.page.getByRole('link', { name: 'Danh sách người' }).count()).toBe(0);
    await housing.page.goto('/cong/sxd/danh-sach-nguoi');
    await housing.page.getByText('Cổng của đơn vị bạn không có danh sách người nào được xem.').waitFor();
    expect([...problems, ...housing.problems]).toEqual([]);
    await housing.page.context().close();
  });
});
