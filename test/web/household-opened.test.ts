import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, phone, visitAs } from '../support/browser.js';
import { newHousehold, type NewHousehold } from '../support/new-household.js';
import { openWorld, type World } from '../support/world.js';

let world: World, browser: Browser, household: NewHousehold;
const head = 'Thào A Thử', title = 'Ai đã mở xem hộ này';

/** A household of Bản Liền with an income to open. */
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  household = await newHousehold(world.admin);
  await world.admin.query("INSERT INTO household_income (household_id, standard, income_per_head, as_of, source) VALUES ($1, 'VN-MDP-2022', 987654, '2026-01-01', 'SURVEY')", [household.id]);
});
afterAll(async () => { await browser.close(); await world.stop(); });

const pathOf = (unit: string, more = ''): string => `/cong/${unit}/ho/${household.id}${more}`;
const linesOf = (page: Page) => page.getByRole('table', { name: title }).getByRole('row');

it('who opens a sensitive part says why, and stands on the household’s own page, which prints', async () => {
  const officer = await visitAs(browser, world, await world.as.commune('02869', { sensitive: ['HouseholdIncome'] })), { page } = officer;
  await page.goto(pathOf('02869'));
  await page.getByRole('heading', { level: 1, name: head }).waitFor();
  expect(await page.content()).not.toContain('987.654');
  await page.getByRole('button', { name: 'Mở thu nhập và điểm' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mục đích').selectOption({ index: 1 });
  await dialog.getByRole('button', { name: /^Mở/ }).click();
  await page.getByText('987.654').first().waitFor();
  expect(officer.problems).toEqual([]);

  const leader = await visitAs(browser, world, await world.as.commune('02869', { role: 'LEADER' }));
  await leader.page.goto(pathOf('02869'));
  await leader.page.getByRole('link', { name: 'Ai đã mở xem' }).click();
  await leader.page.waitForURL(`**${pathOf('02869', '/luot-xem')}`);
  await leader.page.getByRole('heading', { level: 1, name: title }).waitFor();
  await linesOf(leader.page).nth(1).waitFor();
  const { rows } = await world.admin.query<{ part: string; purpose: string }>('SELECT part, purpose FROM access_log WHERE household_id = $1 ORDER BY id', [household.id]);
  expect(await linesOf(leader.page).count()).toBe(rows.length + 1);
  expect(rows.map(row => row.part)).toContain('HouseholdIncome');
  await linesOf(leader.page).filter({ hasText: 'Thu nhập và điểm rà soát' }).first().waitFor();
  await leader.page.evaluate(() => { window.print = () => { document.body.dataset.printed = 'yes'; }; });
  await leader.page.getByRole('button', { name: 'In danh sách' }).click();
  await leader.page.waitForFunction(() => document.body.dataset.printed === 'yes');
  await leader.page.emulateMedia({ media: 'print' });
  await leader.page.getByText('NHẬT KÝ MỞ XEM DỮ LIỆU NHẠY CẢM CỦA HỘ').waitFor();
  expect(await leader.page.getByRole('button', { name: 'In danh sách' }).isVisible()).toBe(false);
  expect(leader.problems).toEqual([]);
  for (const one of [page, leader.page]) await one.context().close();
});

it('another commune finds neither the household nor who opened it, on a phone too', async () => {
  const other = await visitAs(browser, world, await world.as.commune('02809', { role: 'LEADER' }), phone), { page } = other;
  const { rows: [before] } = await world.admin.query('SELECT count(*) FROM access_log');
  await page.goto(pathOf('02809', '/luot-xem'));
  await page.getByText('Không tìm thấy').first().waitFor();
  const html = await page.content();
  expect([head, household.code].filter(text => html.includes(text))).toEqual([]);
  const { rows: [after] } = await world.admin.query('SELECT count(*) FROM access_log');
  expect(after).toEqual(before);
  await page.context().close();
});
