import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { desktop, openBrowser, phone, visitAs } from '../support/browser.js';
import { openWorld, type World } from '../support/world.js';

let world: World, browser: Browser;
beforeAll(async () => { world = await openWorld(); browser = await openBrowser(); });
afterAll(async () => { await browser.close(); await world.stop(); });

describe('an officer leaves', () => {
  it.each([['desktop', desktop], ['phone', phone]] as const)('and a colleague has everything, on a %s', async (name, viewport) => {
    const [leader, leaver, taker] = [await world.as.commune('02869', { role: 'LEADER' }), await world.as.commune('02869', { sensitive: ['MemberHealth'] }), await world.as.commune('02869')];
    const people = [`Lò Thị Chanh ${name}`, `Vàng A Sử ${name}`];
    for (const [at, { post }] of [leaver, taker].entries()) await world.admin.query('UPDATE post SET name = $1 WHERE id = $2', [people[at], post]);
    const { rows: work } = await world.admin.query<{ title: string }>(`UPDATE assignment a SET officer_id = $1 FROM task t WHERE t.id = a.task_id AND a.id IN (SELECT id FROM assignment WHERE unit_id = $2 AND done_on IS NULL ORDER BY due_day, id LIMIT 3) RETURNING t.title`, [leaver.post, leaver.unitId]);
    await world.admin.query('UPDATE household SET officer_in_charge = $1 WHERE id IN (SELECT id FROM household WHERE commune_id = $2 AND ended_on IS NULL ORDER BY code LIMIT 2)', [people[0], leaver.unitId]);

    const chief = await visitAs(browser, world, leader, viewport);
    await chief.page.goto('/cong/02869/ban-giao');
    await chief.page.getByLabel('Người bàn giao').selectOption({ label: `${people[0]} (chuyên viên)` });
    await chief.page.getByLabel('Người nhận').selectOption({ label: `${people[1]} (chuyên viên)` });
    await chief.page.getByText('Nhiệm vụ đang phụ trách: 3 việc').waitFor();
    await chief.page.getByText('Hộ đang phụ trách: 2 việc').waitFor();
    await chief.page.getByText(/Người nhận chưa được mở/).waitFor();
    await chief.page.getByRole('button', { name: 'Bàn giao', exact: true }).click();
    await chief.page.getByRole('alert').getByText('Đánh dấu đã xem các điểm cần lưu ý.').waitFor();
    await chief.page.getByLabel('Tôi đã xem các điểm cần lưu ý và vẫn bàn giao').check();
    await chief.page.getByRole('button', { name: 'Bàn giao', exact: true }).click();
    await chief.page.getByRole('dialog').getByRole('button', { name: 'Bàn giao ngay' }).click();
    await chief.page.getByRole('heading', { level: 1, name: `Việc bàn giao của ${people[0]}` }).waitFor();

    const gone = await visitAs(browser, world, leaver, viewport);
    await gone.page.goto('/cong/02869', { waitUntil: 'commit' });
    await gone.page.waitForURL('**/dang-nhap**', { waitUntil: 'commit', timeout: 45_000 });

    const newcomer = await visitAs(browser, world, taker, viewport);
    await newcomer.page.goto('/cong/02869');
    await newcomer.page.getByText('Việc của tôi (3)').waitFor();
    for (const { title } of work) await newcomer.page.getByRole('link', { name: title }).first().waitFor();
    await newcomer.page.goto('/cong/02869/ban-giao');
    await newcomer.page.getByRole('link', { name: people[0]! }).click();
    await newcomer.page.getByText('Còn 5 trong 5 việc chưa xem.').waitFor();
    await newcomer.page.getByRole('button', { name: /^Đã nhận: / }).first().click();
    await newcomer.page.getByText('Còn 4 trong 5 việc chưa xem.').waitFor();
    expect(await newcomer.page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    if (process.env.SHOTS) {
      await newcomer.page.screenshot({ path: `${process.env.SHOTS}/handed-${name}.png`, fullPage: true });
      await chief.page.goto('/cong/02869/ban-giao');
      await chief.page.getByRole('link', { name: people[0]! }).waitFor();
      await chief.page.screenshot({ path: `${process.env.SHOTS}/handover-${name}.png`, fullPage: true });
    }
    expect([...chief.problems, ...newcomer.problems]).toEqual([]);
    for (const { page } of [chief, gone, newcomer]) await page.context().close();
  }, 150_000);
});
