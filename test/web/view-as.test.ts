import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { desktop, openBrowser, phone, visitAs } from '../support/browser.js';
import { openWorld, type World } from '../support/world.js';

let world: World, browser: Browser;
beforeAll(async () => { world = await openWorld(); browser = await openBrowser(); });
afterAll(async () => { await browser.close(); await world.stop(); });

describe("a look at a commune's portal", () => {
  it.each([['a desktop', desktop], ['a phone', phone]] as const)('carries its banner on every page and on paper of %s, hides what writes, and leads back', async (_, viewport) => {
    const { page, problems } = await visitAs(browser, world, await world.as.secretariat('thuong-truc', { role: 'LEADER' }), viewport);
    await page.goto('/cong/thuong-truc/xem-nhu');
    await page.getByLabel('Đơn vị', { exact: true }).selectOption({ label: 'UBND xã Bản Liền' });
    await page.getByLabel('Vai ở đơn vị đó').selectOption('OFFICER');
    await page.getByRole('button', { name: 'Bắt đầu xem' }).click();
    const banner = page.getByText('Đang xem như UBND xã Bản Liền – chỉ xem');
    await banner.waitFor();
    expect(new URL(page.url()).pathname).toBe('/cong/02869');
    for (const path of ['/nhiem-vu', '/ho', '/phan-quyen']) {
      await page.goto(`/cong/02869${path}`);
      await banner.waitFor();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.getByRole('button', { name: /^(Thêm hộ|Xuất Excel|Tiếp nhận)$/ }).count()).toBe(0);
    }
    await page.goto('/cong/02869/ho');
    await page.getByRole('link', { name: /^15-02869-/ }).first().click();
    await page.getByRole('heading', { name: 'Thành viên' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await banner.isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Thôi xem, về cổng của mình' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    await page.getByRole('button', { name: 'Thôi xem, về cổng của mình' }).click();
    await page.waitForURL('**/cong/thuong-truc');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await banner.count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('the trail', () => {
  it("tells the secretariat's leader of the look and of its end, on a phone", async () => {
    const { page, problems } = await visitAs(browser, world, await world.as.secretariat('thuong-truc', { role: 'LEADER' }), phone);
    await page.goto('/cong/thuong-truc/nhat-ky?viec=startViewAs');
    await page.getByRole('heading', { level: 1, name: 'Nhật ký' }).waitFor();
    await page.locator('li').getByText('UBND xã Bản Liền').first().waitFor();
    await page.getByText(/^Đã niêm phong đến/).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
