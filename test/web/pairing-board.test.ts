import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, phone, visitAs } from '../support/browser.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, browser: Browser, secretariat: Client, farmers: Client;
let commune: { id: number; name: string; code: string };

/** Bản Liền, with poor households that nobody helps, and a body that has nothing agreed with it. */
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
  farmers = await world.as.massOrganisation('hnd', { role: 'LEADER' });
  ({ rows: [commune] } = await world.admin.query<typeof commune>("SELECT id, short_name AS name, code FROM unit WHERE code = '02869' AND valid_to IS NULL") as unknown as { rows: [typeof commune] });
});
afterAll(async () => { await browser.close(); await world.stop(); });

const proposed = async (household: 'IS NULL' | 'IS NOT NULL') => (await world.admin.query<{ helper: number; state: string }>(`SELECT helper_id AS helper, state FROM pairing WHERE commune_id = $1 AND state <> 'ENDED' AND helper_id = $2 AND household_id ${household}`, [commune.id, farmers.unitId])).rows;
/** Presses Tab until the focus is on what answers to this name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 400; step++) {
    const label = await page.evaluate(() => { const at = document.activeElement; return at?.getAttribute('aria-label') ?? (at as HTMLInputElement | null)?.labels?.[0]?.textContent ?? at?.textContent ?? ''; });
    if (typeof name === 'string' ? label.trim() === name : name.test(label)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`never reached ${String(name)}`);
}

/** Goes down the list of bodies by arrow until it shows this one. */
async function choose(page: Page, name: string): Promise<void> {
  const list = page.getByRole('dialog').getByLabel('Giao cho đơn vị');
  await list.focus();
  for (let step = 0; step < 60 && !(await list.evaluate(field => (field as HTMLSelectElement).selectedOptions[0]?.text ?? '')).startsWith(name); step++) await page.keyboard.press('ArrowDown');
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
    await choose(page, 'Hội Nông dân tỉnh');
    await tabTo(page, 'Gửi đề xuất');
    await page.keyboard.press('Enter');
    await dialog.getByText('Đã gửi 1/1 đề xuất.').waitFor();
    expect(await proposed('IS NULL')).toEqual([{ helper: farmers.unitId, state: 'PROPOSED' }]);
    await world.admin.query("UPDATE pairing SET commune_confirmed_on = '2026-09-08', helper_confirmed_on = '2026-09-08', state = 'AGREED' WHERE commune_id = $1 AND helper_id = $2 AND household_id IS NULL", [commune.id, farmers.unitId]);

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
    await choose(page, 'Hội Nông dân tỉnh');
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
    await page.getByRole('dialog').getByLabel('Giao cho đơn vị').selectOption(String(farmers.unitId));
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi đề xuất' }).click();
    await page.getByRole('dialog').getByText(`Hộ ${code} vừa được ${front!.name} nhận giúp đỡ. Chọn hộ khác`).waitFor();
    await page.getByText('Đã gửi 0/1 đề xuất.').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('fits a phone, and a body sees its own part without names', async () => {
    const { page, problems } = await visitAs(browser, world, farmers, phone);
    await page.goto('/cong/hnd/ghep-doi?tt=cho');
    await page.getByRole('region', { name: 'Kết quả phân công' }).getByText(/^\d+\/\d+ hộ$/).waitFor();
    await page.getByText('Họ tên chủ hộ hiện khi hai bên thống nhất').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    const { rows: names } = await world.admin.query<{ name: string }>("SELECT h.head_name AS name FROM pairing p JOIN household h ON h.id = p.household_id WHERE p.helper_id = $1 AND p.state = 'PROPOSED' AND p.commune_id = $2", [farmers.unitId, commune.id]);
    const html = await page.content();
    expect([names.length, names.filter(({ name }) => html.includes(name))]).toEqual([2, []]);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
