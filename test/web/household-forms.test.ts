import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, visitAs } from '../support/browser.js';
import { newHousehold, type NewHousehold } from '../support/new-household.js';
import { openWorld, type World } from '../support/world.js';

let world: World, browser: Browser, household: NewHousehold, merit: string;

/** A poor household of Bản Liền whose head is a war invalid, not confirmed yet. */
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  household = await newHousehold(world.admin);
  const { rows: [row] } = await world.admin.query<{ id: string }>("INSERT INTO merit_record (member_id, kind, decision_number, valid_from) VALUES ($1, 'WAR_INVALID', '1/QĐ', '2020-01-01') RETURNING id", [household.members[0]]);
  merit = row!.id;
});
afterAll(async () => { await browser.close(); await world.stop(); });

const focused = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null);
const stored = async () => (await world.admin.query('SELECT decision_number AS number, allowance_kind AS allowance, confirmed_on AS confirmed FROM merit_record WHERE id = $1', [merit])).rows[0];
const byAnother = (number: string) => world.admin.query('UPDATE merit_record SET decision_number = $2 WHERE id = $1', [merit, number]);

it('a form opened from a menu gives the focus back to its button, and keeps the last keys when the page is left', async () => {
  const { page, problems } = await visitAs(browser, world, await world.as.commune('02869'));
  const menu = page.getByRole('button', { name: /của Thào A Thử$/ }), dialog = page.getByRole('dialog');
  const begin = async (what: string) => {
    await menu.click();
    await page.getByRole('button', { name: what, exact: true }).click();
  };
  await page.goto(`/cong/02869/ho/${household.id}`);
  await begin('Bảo hiểm y tế');
  await dialog.getByRole('button', { name: 'Đóng' }).click();
  await expect(focused(page)).resolves.toMatch(/của Thào A Thử$/);
  await begin('Họ tên, năm sinh, nơi ở');
  await dialog.getByLabel('Quan hệ với chủ hộ').fill('chủ hộ mới');
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await begin('Họ tên, năm sinh, nơi ở');
  await expect(dialog.getByLabel('Quan hệ với chủ hộ').inputValue()).resolves.toBe('chủ hộ mới');
  expect(problems).toEqual([]);
  await page.context().close();
}, 60_000);

it('Sở Nội vụ is asked only about what both changed, and confirms only what it has seen', async () => {
  const { page, problems } = await visitAs(browser, world, await world.as.department('snv', { sensitive: ['MeritRecord'] })), dialog = page.getByRole('dialog');
  const begin = async (what: RegExp) => {
    await page.getByRole('button', { name: 'Mở hồ sơ người có công' }).click();
    await dialog.getByLabel('Mục đích').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Mở và ghi lại' }).click();
    await dialog.getByRole('button', { name: what }).click();
  };
  await page.goto(`/cong/snv/ho/${household.id}`);
  await begin(/^Sửa: Thương binh/);
  await dialog.getByLabel('Số quyết định').fill('2/QĐ');
  await dialog.getByLabel('Chế độ trợ cấp').fill('Phụ cấp');
  await byAnother('3/QĐ');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await dialog.getByRole('button', { name: 'Giữ của tôi: Số quyết định' }).waitFor();
  expect(await dialog.getByRole('button', { name: /^Giữ của tôi/ }).count()).toBe(1);
  await dialog.getByRole('button', { name: 'Lấy giá trị trên hệ thống: Số quyết định' }).click();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await page.getByText('Đã lưu hồ sơ người có công.').waitFor();
  expect(await stored()).toEqual({ number: '3/QĐ', allowance: 'Phụ cấp', confirmed: null });

  await begin(/^Xác nhận hồ sơ: Thương binh/);
  await byAnother('4/QĐ');
  await dialog.getByRole('button', { name: 'Xác nhận hồ sơ' }).click();
  await dialog.getByText('Người khác vừa sửa nội dung này', { exact: false }).waitFor();
  expect(await dialog.getByText('Bản của bạn').count()).toBe(0);
  expect(await stored()).toEqual({ number: '4/QĐ', allowance: 'Phụ cấp', confirmed: null });
  expect(problems).toEqual([]);
  await page.context().close();
}, 60_000);
