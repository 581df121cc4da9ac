import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, phone, visitAs } from '../support/browser.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, browser: Browser, secretariat: Client, women: Client;
let commune: { id: number; name: string; code: string };

/** A commune of khu vực III that nobody helps yet, with poor households. */
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
  women = await world.as.massOrganisation('lhpn', { role: 'LEADER' });
  ({ rows: [commune] } = await world.admin.query(`SELECT u.id, u.short_name AS name, u.code FROM unit u WHERE u.kind = 'commune' AND u.area = 'III' AND u.valid_to IS NULL AND NOT EXISTS (SELECT FROM pairing p WHERE p.commune_id = u.id AND p.household_id IS NULL)
    AND (SELECT count(*) FROM household h WHERE h.commune_id = u.id AND h.class = 'POOR' AND h.helpers = '{}') >= 2 ORDER BY u.code LIMIT 1`) as { rows: [typeof commune] });
});
afterAll(async () => { await browser.close(); await world.stop(); });

const proposed = async (household: 'IS NULL' | 'IS NOT NULL') => (await world.admin.query<{ helper: number; state: string }>(`SELECT helper_id AS helper, state FROM pairing WHERE commune_id = $1 AND state <> 'ENDED' AND helper_id = $2 AND household_id ${household}`, [commune.id, women.unitId])).rows;
/** Presses Tab until the focus is on what answers to this name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 400; step++) {
    const label = await page.evaluate(() => { const at = document.activeElement; return at?.getAttribute('aria-label') ?? (at as HTMLInputElement | null)?.labels?.[0]?.textContent ?? at?.textContent ?? ''; });
    if (typeof name === 'string' ? label.trim() === name : name.test(label)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`never reached ${String(name)}`);
}

describe('the board of pairings', () => {
  it('shows how far it has come, gives a commune to a body, then two of its households, by keyboard alone', async () => {
    const { page, problems } = await visitAs(browser, world, secretariat);
    await page.goto('/cong/thuong-truc/ghep-doi?xem=xa');
    await page.getByRole('region', { name: 'Kết quả phân công' }).getByText(/^\d+\/942 hộ$/).waitFor();
    await page.getByText(/^\d+\/47 xã$/).waitFor();
    await page.getByLabel(`Chọn ${commune.name}`, { exact: true }).focus();
    await page.keyboard.press('Space');
    await page.getByText('Đã chọn 1.').waitFor();
    await tabTo(page, 'Giao cho…');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Giao cho đơn vị').focus();
    await page.keyboard.type('Hội LHPN');
    await tabTo(page, 'Gửi đề xuất');
    await page.keyboard.press('Enter');
    await dialog.getByText('Đã gửi 1/1 đề xuất.').waitFor();
    expect(await proposed('IS NULL')).toEqual([{ helper: women.unitId, state: 'PROPOSED' }]);
    await world.admin.query("UPDATE pairing SET commune_confirmed_on = '2026-09-08', helper_confirmed_on = '2026-09-08', state = 'AGREED' WHERE commune_id = $1 AND household_id IS NULL", [commune.id]);

    await page.goto(`/cong/thuong-truc/ghep-doi?xem=giao&xa=${commune.id}`);
    const ticks = page.getByRole('table').getByRole('checkbox');
    await ticks.first().waitFor();
    const before = await ticks.count();
    await ticks.first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByText('Đã chọn 2.').waitFor();
    await tabTo(page, 'Giao cho…');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Gửi đề xuất');
    await page.keyboard.press('Enter');
    await dialog.getByText('Đã gửi 2/2 đề xuất.').waitFor();
    expect(await proposed('IS NOT NULL')).toHaveLength(2);
    await page.keyboard.press('Escape');
    if (before < 50) await page.waitForFunction(left => document.querySelectorAll('table input[type=checkbox]').length === left, before - 2);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('says which household another body took first, and gives the others', async () => {
    const { page, problems } = await visitAs(browser, world, secretariat);
    await page.goto(`/cong/thuong-truc/ghep-doi?xem=giao&xa=${commune.id}`);
    const tick = page.getByRole('table').getByRole('checkbox').first();
    await tick.check();
    const code = /(\S+),/.exec((await tick.getAttribute('aria-label'))!.replace('Chọn ', ''))![1]!;
    const { rows: [front] } = await world.admin.query<{ id: number; name: string }>("SELECT id, short_name AS name FROM unit WHERE code = 'mttq'");
    await world.admin.query("INSERT INTO pairing (commune_id, helper_id, household_id, valid_from) SELECT commune_id, $2, id, '2026-09-01' FROM household WHERE code = $1", [code, front!.id]);
    await page.getByRole('button', { name: 'Giao cho…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi đề xuất' }).click();
    await page.getByRole('dialog').getByText(`Hộ ${code} vừa được ${front!.name} nhận giúp đỡ. Chọn hộ khác`).waitFor();
    await page.getByText('Đã gửi 0/1 đề xuất.').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('fits a phone, and a body sees its own part without names', async () => {
    const { page, problems } = await visitAs(browser, world, women, phone);
    await page.goto('/cong/lhpn/ghep-doi?tt=cho');
    await page.getByRole('region', { name: 'Kết quả phân công' }).getByText(/^\d+\/\d+ hộ$/).waitFor();
    await page.getByText('Họ tên chủ hộ hiện khi hai bên thống nhất').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    const { rows: names } = await world.admin.query<{ name: string }>("SELECT h.head_name AS name FROM pairing p JOIN household h ON h.id = p.household_id WHERE p.helper_id = $1 AND p.state = 'PROPOSED' AND p.commune_id = $2", [women.unitId, commune.id]);
    const html = await page.content();
    expect([names.length, names.filter(({ name }) => html.includes(name))]).toEqual([2, []]);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
