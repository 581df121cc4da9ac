import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, visitAs } from '../support/browser.js';
import { newHousehold, type NewHousehold } from '../support/new-household.js';
import { openWorld, type World } from '../support/world.js';

let world: World, browser: Browser, household: NewHousehold;
const head = 'Thào A Thử', sensitive = ['HouseholdIdentity'];

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  household = await newHousehold(world.admin);
});
afterAll(async () => { await browser.close(); await world.stop(); });

/** Two posts of the commune, each with the same form of the head open. */
async function twoWriters(open: (page: Page) => Promise<void>) {
  const writers = [await visitAs(browser, world, await world.as.commune('02869', { role: 'LEADER', sensitive })), await visitAs(browser, world, await world.as.commune('02869', { sensitive }))] as const;
  for (const { page } of writers) {
    await page.goto(`/cong/02869/ho/${household.id}`);
    await page.getByRole('button', { name: `Chọn: mở hoặc sửa thông tin của ${head}` }).click();
    await open(page);
  }
  return writers;
}

const save = async (page: Page): Promise<void> => page.getByRole('button', { name: 'Lưu', exact: true }).click();
/** Both values of a field in which the writers met: one's own, then the one on record. */
const bothOf = (page: Page, field: string): Promise<string[]> => page.getByRole('group', { name: field, exact: true }).locator('dd').allInnerTexts();

it('papers, which no cache keeps: both values are shown, and the second press saves one’s own', async () => {
  const field = 'Số thẻ bảo hiểm y tế', stored = async () =>
    (await world.admin.query('SELECT insurance_number AS number, version FROM household_identity WHERE member_id = $1', [household.members[0]])).rows[0];
  const { version } = await stored();
  const [leader, officer] = await twoWriters(async page => {
    await page.getByRole('button', { name: 'Mở giấy tờ', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: `Mở giấy tờ của ${head}` });
    await dialog.getByLabel('Mục đích mở').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Mở và ghi lại' }).click();
    await dialog.getByRole('button', { name: 'Hiện đủ số' }).click();
    await dialog.getByRole('button', { name: 'Sửa', exact: true }).click();
    await page.getByRole('dialog', { name: `Giấy tờ của ${head}` }).waitFor();
  });
  await leader.page.getByLabel(field).fill('1234567890');
  await save(leader.page);
  await leader.page.getByText('Đã lưu.').waitFor();
  await officer.page.getByLabel(field).fill('0987654321');
  await save(officer.page);
  await officer.page.getByText('Nội dung vừa được người khác sửa').waitFor();
  expect(await bothOf(officer.page, field)).toEqual(['0987654321', '1234567890']);
  expect(await stored()).toEqual({ number: '1234567890', version: version + 1 });
  await officer.page.getByRole('button', { name: `Giữ của tôi: ${field}` }).click();
  await save(officer.page);
  await officer.page.getByText('Đã lưu.').waitFor();
  expect(await stored()).toEqual({ number: '0987654321', version: version + 2 });
  expect([...leader.problems, ...officer.problems]).toEqual([]);
  for (const { page } of [leader, officer]) await page.context().close();
}, 60_000);

it('the first record of somebody’s work, which both begin: the second press goes on from the other’s', async () => {
  const field = 'Công việc đang làm', stored = async () =>
    (await world.admin.query('SELECT occupation, version FROM member_labour WHERE member_id = $1', [household.members[0]])).rows;
  expect(await stored()).toEqual([]);
  const [leader, officer] = await twoWriters(async page => {
    await page.getByRole('button', { name: 'Việc làm, đào tạo', exact: true }).click();
    await page.getByRole('dialog', { name: `Việc làm, đào tạo của ${head}` }).waitFor();
  });
  const fill = async (page: Page, occupation: string): Promise<void> => {
    await page.getByLabel('Tình trạng việc làm').selectOption('WORKING');
    await page.getByLabel('Trình độ đào tạo nghề').selectOption('NONE');
    await page.getByLabel(field).fill(occupation);
    await save(page);
  };
  await fill(leader.page, 'Trồng quế');
  await leader.page.getByText('Đã lưu.').waitFor();
  await fill(officer.page, 'Nuôi trâu');
  await officer.page.getByText('Nội dung vừa được người khác sửa').waitFor();
  expect(await bothOf(officer.page, field)).toEqual(['Nuôi trâu', 'Trồng quế']);
  expect(await stored()).toEqual([{ occupation: 'Trồng quế', version: 1 }]);
  await officer.page.getByRole('button', { name: `Giữ của tôi: ${field}` }).click();
  await save(officer.page);
  await officer.page.getByText('Đã lưu.').waitFor();
  expect(await stored()).toEqual([{ occupation: 'Nuôi trâu', version: 2 }]);
  expect([...leader.problems, ...officer.problems]).toEqual([]);
  for (const { page } of [leader, officer]) await page.context().close();
}, 60_000);
