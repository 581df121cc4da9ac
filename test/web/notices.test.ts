import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { desktop, openBrowser, phone, visitAs } from '../support/browser.js';
import { tellUnit } from '../support/telling.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, browser: Browser, commune: Client, secretariat: Client;
beforeAll(async () => {
  [world, browser] = [await openWorld(), await openBrowser()];
  [commune, secretariat] = [await world.as.commune('02869', { role: 'LEADER' }), await world.as.secretariat('thuong-truc', { role: 'LEADER' })];
  await world.admin.query('DELETE FROM mail_queue');
  await world.admin.query('DELETE FROM notice');
});
afterAll(async () => { await browser.close(); await world.stop(); });

describe('a portal', () => {
  it('counts a reminder on the bell while another writes it, shows it at home, and tells the sender that it was read', async () => {
    const reader = await visitAs(browser, world, commune, desktop), writer = await visitAs(browser, world, secretariat, desktop);
    for (const { page } of [reader, writer]) page.setDefaultTimeout(45_000);
    await reader.page.goto('/cong/02869/');
    await reader.page.getByRole('button', { name: 'Thông báo', exact: true }).waitFor();
    await reader.page.waitForLoadState('networkidle');
    await reader.page.waitForTimeout(500);

    await writer.page.goto('/cong/thuong-truc/don-doc?loai=xa');
    await writer.page.getByLabel('Tìm đơn vị').fill('ban lien');
    await writer.page.getByRole('checkbox', { name: 'UBND xã Bản Liền' }).check();
    await writer.page.getByRole('button', { name: 'Xem trước' }).click();
    await writer.page.getByText('Kính gửi UBND xã Bản Liền,').waitFor();
    await writer.page.getByRole('button', { name: 'Gửi đến 1 đơn vị' }).click();
    await writer.page.getByText('Đã gửi nội dung đôn đốc đến 1 đơn vị.').waitFor();

    await reader.page.getByRole('button', { name: 'Thông báo, 1 chưa đọc' }).waitFor();
    await reader.page.getByText('đôn đốc việc quá hạn').first().waitFor();
    await reader.page.getByRole('button', { name: 'Thông báo, 1 chưa đọc' }).click();
    await reader.page.getByRole('link', { name: /^Xem nội dung đôn đốc/ }).click();
    await reader.page.getByRole('button', { name: 'Thông báo', exact: true }).waitFor();
    await reader.page.reload();
    await reader.page.getByRole('heading', { name: /^Được đôn đốc/ }).waitFor();
    await reader.page.getByRole('button', { name: 'Xem nội dung' }).click();
    await reader.page.getByText('Kính gửi UBND xã Bản Liền,').waitFor();
    await reader.page.getByRole('link', { name: /^Cập nhật tiến độ nhiệm vụ/ }).first().waitFor();

    await writer.page.reload();
    await writer.page.getByText('Đơn vị xem: 08/9/2026').waitFor();
    await writer.page.getByRole('checkbox', { name: 'UBND xã Bản Liền' }).check();
    await writer.page.getByRole('button', { name: 'Xem trước' }).click();
    await writer.page.getByText('Hôm nay đã đôn đốc').waitFor();
    await writer.page.getByRole('button', { name: 'Gửi đến 1 đơn vị' }).click();
    await writer.page.getByRole('button', { name: 'Vẫn gửi lần nữa' }).click();
    await writer.page.getByText('2 lần đôn đốc').waitFor();
    expect([reader.problems, writer.problems]).toEqual([[], []]);
    await reader.page.context().close();
    await writer.page.context().close();
  }, 150_000);

  it('lists what the post was told on a phone, leads to the work and marks all as read', async () => {
    const { rows: [work] } = await world.admin.query<{ id: number; task: number; title: string }>(
      'SELECT a.id, t.id AS task, t.title FROM assignment a JOIN task t ON t.id = a.task_id WHERE a.unit_id = $1 AND a.confirmed_on IS NOT NULL ORDER BY a.id LIMIT 1', [commune.unitId]);
    for (const kind of ['RETURNED', 'COMMENTED'] as const) await tellUnit(world.admin, commune.unitId, { kind, noun: 'ProgressEntry', assignment: work!.id });
    const { page, problems } = await visitAs(browser, world, commune, phone);
    await page.goto('/cong/02869/thong-bao?loai=baocao');
    await page.getByText('2 thông báo', { exact: true }).waitFor();
    await page.getByRole('link', { name: /^Bổ sung báo cáo/ }).click();
    await page.waitForURL(`**/nhiem-vu/${work!.task}`);
    await page.goBack();
    await page.getByText('1 thông báo', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Đánh dấu tất cả đã đọc' }).click();
    await page.getByText('Không có thông báo nào chưa đọc.').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('keeps where mail goes', async () => {
    const { page, problems } = await visitAs(browser, world, commune, desktop);
    await page.goto('/cong/02869/thong-bao/thu');
    await page.getByLabel('Địa chỉ thư điện tử').fill('mai');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Địa chỉ thư: chưa đúng dạng. Nhập như ten@laocai.gov.vn.').waitFor();
    await page.getByLabel('Địa chỉ thư điện tử').fill('mai@banlien.vn');
    await page.getByLabel('Nhận thư', { exact: true }).selectOption('DIGEST');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu cách nhận thư.').waitFor();
    expect((await commune('{ mailPreference { email mode } }')).data.mailPreference).toEqual({ email: 'mai@banlien.vn', mode: 'DIGEST' });
    expect(problems).toEqual([]);
    await page.context().close();
  }, 60_000);
});
