import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { demonstrationPassword, desktop, openBrowser, phone, signIn, visit, visitAs } from '../support/browser.js';
import { openWorld, type World } from '../support/world.js';

let world: World, browser: Browser;
beforeAll(async () => { world = await openWorld(); browser = await openBrowser(); await demonstrationPassword(world); });
afterAll(async () => { await browser.close(); await world.stop(); });

const accounts: readonly (readonly [login: string, unit: string, page: string, heading: string])[] = [
  ['thuongtruc.lanhdao', 'thuong-truc', 'tong-quan', 'Tổng quan'],
  ['thuongtruc.chuyenvien', 'thuong-truc', 'truy-van', 'Tra cứu, thống kê'],
  ['sxd.chuyenvien', 'sxd', 'ho', 'Hộ gia đình'],
  ['snv.chuyenvien', 'snv', 'ho', 'Hộ gia đình'],
  ['syt.chuyenvien', 'syt', 'nhiem-vu', 'Nhiệm vụ'],
  ['nhcsxh.chuyenvien', 'nhcsxh', 'ke-hoach', 'Kế hoạch'],
  ['banlien.chuyenvien', '02869', 'ho', 'Hộ gia đình'],
  ['banlien.truongthon', '02869', 'ho', 'Hộ gia đình'],
  ['lhpn.chuyenvien', 'lhpn', 'ho', 'Hộ gia đình'],
  ['mttq.chuyenvien', 'mttq', 'phan-quyen', 'Phân quyền'],
];

describe('each demonstration account', () => {
  it.each(accounts)('%s signs in by password, comes to /cong/%s and opens %s without an error', async (login, unit, path, heading) => {
    const { page, problems } = await visit(browser, world, desktop);
    await signIn(page, login, demonstrationPassword.word);
    expect(new URL(page.url()).pathname.replace(/\/$/, '')).toBe(`/cong/${unit}`);
    await page.getByRole('heading', { level: 1, name: 'Việc cần xử lý' }).waitFor();
    await page.goto(`/cong/${unit}/${path}`);
    await page.getByRole('heading', { level: 1, name: heading }).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('a commune on a phone', () => {
  it('enters progress as an officer; the leader signs it; the secretariat then reads it', async () => {
    const { rows: [late] } = await world.admin.query<{ id: number; task: number }>(`SELECT a.id, a.task_id AS task FROM assignment a JOIN unit u ON u.id = a.unit_id JOIN task t ON t.id = a.task_id
      WHERE u.code = '02869' AND t.code = 'III.2(1)'`);
    const officer = await visitAs(browser, world, await world.as.commune('02869'), phone);
    await officer.page.goto(`/cong/02869/nhiem-vu/${late!.task}?nhap=${late!.id}`);
    await officer.page.getByLabel('Việc đã làm').fill('Đã họp thôn phổ biến chính sách tại 11 thôn.');
    await officer.page.getByRole('button', { name: 'Trình ký', exact: true }).click();
    await officer.page.getByText('Đã trình lãnh đạo ký.').first().waitFor();
    const stored = async () => (await world.admin.query(`SELECT state FROM progress_entry WHERE assignment_id = $1 AND done LIKE 'Đã họp thôn%'`, [late!.id])).rows;
    expect(await stored()).toEqual([{ state: 'SUBMITTED' }]);
    expect(await officer.page.evaluate('document.documentElement.scrollWidth')).toBe(390);

    const leader = await visitAs(browser, world, await world.as.commune('02869', { role: 'LEADER' }), phone);
    await leader.page.goto(`/cong/02869/nhiem-vu/${late!.task}`);
    await leader.page.getByRole('button', { name: /^Ký/ }).first().click();
    await leader.page.getByRole('dialog').getByRole('button', { name: 'Ký và gửi', exact: true }).click();
    await leader.page.getByText('Đã ký và gửi.').first().waitFor();
    expect(await stored()).toEqual([{ state: 'SIGNED' }]);

    const secretariat = await world.as.secretariat('thuong-truc');
    const { data } = await secretariat('query ($id: ID!) { assignment(id: $id) { entries { done state } } }', { id: String(late!.id) });
    expect(data.assignment.entries[0]).toEqual({ done: 'Đã họp thôn phổ biến chính sách tại 11 thôn.', state: 'SIGNED' });
    expect([...officer.problems, ...leader.problems]).toEqual([]);
  });
});

describe('what a portal may not read', () => {
  it('is nowhere in the page, and shows as hidden', async () => {
    const { rows: [household] } = await world.admin.query<{ id: string; head: string }>(`SELECT h.id, h.head_name AS head FROM household h JOIN sight s ON s.household_id = h.id JOIN unit u ON u.id = s.unit_id
      WHERE u.code = 'sxd' AND s.cause = 'DEPRIVED' LIMIT 1`);
    const { rows: members } = await world.admin.query<{ name: string }>('SELECT full_name AS name FROM member WHERE household_id = $1 AND NOT is_head', [household!.id]);
    const { page, problems } = await visitAs(browser, world, await world.as.department('sxd'));
    await page.goto(`/cong/sxd/ho/${household!.id}`);
    await page.getByRole('heading', { level: 1, name: household!.head }).waitFor();
    await page.getByText('Đã ẩn theo phân quyền').first().waitFor();
    const html = await page.content();
    expect(members.filter(({ name }) => html.includes(name))).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it.each([['lhpn', 'PAIRED'], ['snv', 'GROUP'], ['02869', 'OWN_COMMUNE'], ['thuong-truc', null]] as const)('%s opens a household page that asks for nothing it may not read', async (unit, cause) => {
    const { rows: [seen] } = await world.admin.query<{ id: string; head: string }>(`SELECT h.id, h.head_name AS head FROM household h JOIN sight s ON s.household_id = h.id JOIN unit u ON u.id = s.unit_id
      WHERE ($2::text IS NULL OR u.code = $1 AND s.cause = $2) AND (s.valid_to IS NULL OR s.valid_to >= '2026-09-08') ORDER BY h.code LIMIT 1`, [unit, cause]);
    const { page, problems } = await visitAs(browser, world, await world.as.unit(unit));
    await page.goto(`/cong/${unit}/ho/${seen!.id}`);
    await page.getByRole('heading', { level: 1, name: seen!.head }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("looks like nothing there when it is another unit's", async () => {
    const { rows: [other] } = await world.admin.query<{ id: string }>("SELECT h.id FROM household h JOIN unit u ON u.id = h.commune_id WHERE u.code = '02647' LIMIT 1");
    const { page } = await visitAs(browser, world, await world.as.commune('02869'));
    const textAt = async (id: string) => {
      await page.goto(`/cong/02869/ho/${id}`);
      await page.waitForLoadState('networkidle');
      return page.locator('main').innerText();
    };
    expect(await textAt(other!.id)).toBe(await textAt('00000000-0000-8000-8000-000000000000'));
    await page.context().close();
  });
});
