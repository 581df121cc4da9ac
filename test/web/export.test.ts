import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { openBrowser, phone, visitAs } from '../support/browser.js';
import { sheetRows } from '../support/exports.js';
import { openWorld, type World } from '../support/world.js';

let world: World, browser: Browser;
beforeAll(async () => { world = await openWorld(); browser = await openBrowser(); });
afterAll(async () => { await browser.close(); await world.stop(); });

describe('a list of households', () => {
  it('is taken out on a phone, fetched, and found again among the files', async () => {
    const client = await world.as.commune('02869');
    const { page, problems } = await visitAs(browser, world, client, phone);
    await page.goto('/cong/02869/ho');
    await page.getByRole('button', { name: 'Xuất Excel' }).click();
    const dialog = page.getByRole('dialog', { name: 'Xuất Excel' });
    await dialog.getByLabel('Họ và tên chủ hộ').waitFor();
    await dialog.getByLabel('Dân tộc').check();
    await dialog.getByRole('button', { name: 'Xuất tệp' }).click();
    await dialog.getByText('Mục đích: chưa chọn.').waitFor();
    await dialog.getByLabel('Mục đích mở dữ liệu nhạy cảm').selectOption('REVIEW');
    await dialog.getByRole('button', { name: 'Xuất tệp' }).click();
    const link = dialog.getByRole('link', { name: /^Tải về: Danh sách hộ/ });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('Danh sách hộ 08.09.2026.xlsx');
    const rows = await sheetRows(await readFile(await download.path()), 0);
    const { data } = await client('{ households(first: 1) { totalCount { value } } }');
    expect(rows[0]).toContain('Dân tộc');
    expect(rows.length - 1).toBeGreaterThan(0);
    expect(rows.length - 1).toBeLessThanOrEqual(data.households.totalCount.value);
    await dialog.getByRole('link', { name: 'Tệp đã xuất' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tệp đã xuất' }).waitFor();
    await page.getByRole('link', { name: 'Tải tệp về' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
