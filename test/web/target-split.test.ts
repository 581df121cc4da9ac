import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, phone, visitAs, type Visit } from '../support/browser.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, browser: Browser, education: Client, secretariat: Client, commune: Client, target: string;
let units: { id: number; name: string; code: string }[];

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  education = await world.as.department('sgddt');
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
  commune = await world.as.commune('02869');
  ({ rows: [{ id: target }] } = await world.admin.query<{ id: string }>("SELECT id::text FROM target WHERE clause = 'III.6(2)' AND code = 'TRAINED_WORKERS' AND parent_id IS NULL"));
  units = (await world.admin.query("SELECT id, name, code FROM unit WHERE kind = 'commune' AND valid_to IS NULL ORDER BY code COLLATE \"C\"")).rows;
});
beforeEach(async () => { await world.admin.query('DELETE FROM target WHERE parent_id IS NOT NULL'); });
afterAll(async () => { await browser.close(); await world.stop(); });

const stored = async () => (await world.admin.query<{ code: string; value: number }>('SELECT u.code, t.value FROM target t JOIN unit u ON u.id = t.unit_id WHERE t.parent_id = $1 AND t.value IS NOT NULL ORDER BY u.code', [target])).rows;
const cell = (page: Page, name: string) => page.getByLabel(`Số giao cho ${name}`, { exact: true });
async function open(client: Client, code: string, viewport?: typeof phone): Promise<Visit> {
  const opened = await visitAs(browser, world, client, viewport);
  await opened.page.goto(`/cong/${code}/chi-tieu/${target}`);
  await opened.page.getByRole('heading', { level: 1, name: 'Người được đào tạo nghề' }).waitFor();
  return opened;
}
/** What Excel puts on the clipboard when a block of cells is copied. */
const paste = (page: Page, at: string, text: string) => cell(page, at).evaluate((input, copied) => {
  const data = new DataTransfer();
  data.setData('text/plain', copied);
  input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}, text);
const done = async ({ page, problems }: Visit) => { expect(problems).toEqual([]); await page.context().close(); };

describe('the split of a target', () => {
  it('takes a column from Excel, says how much is missing, and is saved in one go', async () => {
    const opened = await open(education, 'sgddt'), { page } = opened;
    await cell(page, units[0]!.name).waitFor();
    await paste(page, units[0]!.name, `Số người\n${units.slice(0, 98).map(() => '30').join('\n')}\n10\n`);
    await page.getByText('Đã giao 2.950 / 3.000 người (ít nhất), còn thiếu 50').waitFor();
    await page.getByText('99 đơn vị có thay đổi chưa lưu.').waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Đã giao 0 / 3.000 người (ít nhất)').waitFor();
    await paste(page, units[0]!.name, `${units.slice(0, 98).map(() => '30').join('\n')}\n10`);
    await page.getByRole('button', { name: 'Lưu phân giao' }).click();
    await page.getByText('Đã lưu số giao cho 99 đơn vị. Đã giao 2.950').waitFor();
    expect(await stored()).toEqual(units.map(({ code }, at) => ({ code, value: at < 98 ? 30 : 10 })));
    await done(opened);
  });

  it('is worked on by keyboard alone: type, Enter, arrows, Escape', async () => {
    const opened = await open(education, 'sgddt'), { page } = opened;
    await cell(page, units[0]!.name).focus();
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await page.keyboard.type('1.250');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('9');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowUp');
    expect(await cell(page, units[1]!.name).evaluate(input => input === document.activeElement)).toBe(true);
    await page.getByText('2 đơn vị có thay đổi chưa lưu.').waitFor();
    await page.keyboard.type('1,5');
    await page.getByText('Nhập số nguyên, ví dụ 1.250.').waitFor();
    await page.getByRole('button', { name: 'Lưu phân giao' }).click();
    await page.getByText('1 ô có số chưa đúng.').waitFor();
    expect(await stored()).toEqual([]);
    await cell(page, units[1]!.name).fill('1.250');
    await page.getByRole('button', { name: 'Lưu phân giao' }).click();
    await page.getByText('Đã lưu số giao cho 2 đơn vị.').waitFor();
    expect(await stored()).toEqual([{ code: units[0]!.code, value: 12 }, { code: units[1]!.code, value: 1250 }]);
    await done(opened);
  });

  it('names pasted lines that fit no unit, and saves nothing until each is settled', async () => {
    const opened = await open(education, 'sgddt'), { page } = opened, [first, second] = units;
    await paste(page, first!.name, `${first!.name}\t20\nXã Không Có\t7\nTổng\t27`);
    const problems = page.getByRole('alert').filter({ hasText: '1 dòng dán vào chưa khớp' });
    await problems.getByText('Xã Không Có').waitFor();
    await page.getByRole('button', { name: 'Lưu phân giao' }).click();
    await page.getByText('Xử lý các dòng chưa khớp rồi lưu.').waitFor();
    expect(await stored()).toEqual([]);
    await page.getByLabel('Đơn vị cho “Xã Không Có”').selectOption({ label: second!.name });
    await problems.getByRole('button', { name: 'Giao' }).click();
    await page.getByRole('button', { name: 'Lưu phân giao' }).click();
    await page.getByText('Đã lưu số giao cho 2 đơn vị.').waitFor();
    expect(await stored()).toEqual([{ code: first!.code, value: 20 }, { code: second!.code, value: 7 }]);
    await done(opened);
  });

  it('shows both figures where another writer came first', async () => {
    const opened = await open(education, 'sgddt'), { page } = opened, [first] = units;
    await cell(page, first!.name).fill('20');
    await world.admin.query('INSERT INTO target (parent_id, unit_id, value) VALUES ($1, $2, 25)', [target, first!.id]);
    await page.getByRole('button', { name: 'Lưu phân giao' }).click();
    const row = page.getByRole('row').filter({ hasText: first!.name }).filter({ hasText: '20' }).filter({ hasText: '25' }).first();
    await row.waitFor();
    expect(await stored()).toEqual([{ code: first!.code, value: 25 }]);
    await page.getByRole('button', { name: 'Gửi lại bản của tôi' }).click();
    await page.getByText('Đã lưu số giao cho 1 đơn vị.').waitFor();
    expect(await stored()).toEqual([{ code: first!.code, value: 20 }]);
    await done(opened);
  });

  it('is closed by the secretariat; the owner then reads, and a commune on a phone reads its own share', async () => {
    await world.admin.query("INSERT INTO target (parent_id, unit_id, value) SELECT $1, id, 30 FROM unit WHERE code = '02869' AND valid_to IS NULL", [target]);
    const closing = await open(secretariat, 'thuong-truc');
    await closing.page.getByRole('button', { name: 'Chốt phân giao' }).click();
    await closing.page.getByRole('dialog').getByRole('button', { name: 'Chốt phân giao' }).click();
    await closing.page.getByText('Phân giao đã chốt ngày 08/9/2026.').first().waitFor();
    const owner = await open(education, 'sgddt');
    await owner.page.getByText('Cơ quan Thường trực đã chốt phân giao ngày 08/9/2026.').waitFor();
    expect(await owner.page.getByRole('button', { name: 'Lưu phân giao' }).count()).toBe(0);
    const own = await open(commune, '02869', phone);
    await own.page.getByRole('region', { name: 'Phần giao cho đơn vị bạn' }).getByText('30 người').waitFor();
    expect(await own.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    for (const opened of [closing, owner, own]) await done(opened);
  });
});
