import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, phone, visitAs, type Visit } from '../support/browser.js';
import { faultsOf } from '../support/sound.js';
import { onDay } from '../support/new-household.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, browser: Browser, officer: Client, head: Client, secretariat: Client, clerk: Client;
beforeAll(async () => {
  world = await openWorld();
  browser = await openBrowser();
  officer = await world.as.commune('02869');
  head = await world.as.commune('02869', { role: 'LEADER' });
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
  clerk = await world.as.secretariat('thuong-truc');
});
/** Pages that nobody looks at any more go on asking. */
afterEach(() => Promise.all(browser.contexts().map(context => context.close())));
afterAll(async () => { await browser.close(); await world.stop(); });

const overflow = (page: Page): Promise<unknown> => page.evaluate('document.documentElement.scrollWidth - innerWidth');
const drafts = (page: Page): Promise<unknown> => page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('ban-nhap:')).length");
const open = async (client: Client, path: string, viewport?: typeof phone): Promise<Visit> => {
  const visit = await visitAs(browser, world, client, viewport);
  visit.page.setDefaultTimeout(40_000);
  await visit.page.goto(`/cong/${client.unit}${path}`);
  return visit;
};
const subject = 'Hộ tách khẩu sau rà soát tính vào danh sách nào', reply = 'Ghi vào danh sách của xã nơi hộ đang ở.';

/** The address of the question that the tests below go through, within any portal. */
let question = '';

describe('a question between units, on the pages', () => {
  it('is written by an officer of the commune, and what was typed is kept', async () => {
    const { page, problems } = await open(officer, '/kien-nghi/moi');
    await page.getByLabel('Gõ tên đơn vị để tìm').fill('thuong truc');
    await page.getByRole('radio', { name: /^Cơ quan Thường trực giảm nghèo/ }).check();
    await page.getByLabel('Tiêu đề').fill(subject);
    await page.getByText('Đã giữ bản nháp', { exact: false }).waitFor();
    await page.reload();
    expect(await page.getByLabel('Tiêu đề').inputValue()).toBe(subject);
    await page.getByText('Để trống: đến hết 18/9/2026 (10 ngày)', { exact: false }).waitFor();
    await page.getByLabel('Hạn trả lời').fill('10/9/2026');
    await page.getByRole('button', { name: 'Lưu bản thảo' }).click();
    await page.getByRole('link', { name: 'Nội dung: chưa nhập. Nhập nội dung rồi lưu lại.' }).waitFor();
    await page.getByRole('link', { name: /^Hạn trả lời: 10\/9\/2026 quá sớm; theo quy định đơn vị nhận có 10 ngày, đến hết 18\/9\/2026/ }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Nội dung' }).fill('Đề nghị hướng dẫn cách ghi vào danh sách.');
    await page.getByLabel('Hạn trả lời').fill('');
    await page.getByRole('button', { name: 'Lưu bản thảo' }).click();
    await page.getByRole('heading', { level: 1, name: subject }).waitFor();
    await page.getByText('Bản thảo, chưa gửi').first().waitFor();
    expect([await drafts(page), await page.getByRole('button', { name: 'Ký và gửi' }).count(), problems]).toEqual([0, 0, []]);
    question = new URL(page.url()).pathname.replace('/cong/02869', '');
  });

  it('is sent by the leader, from the home page', async () => {
    const { page, problems } = await open(head, '');
    await page.getByRole('region', { name: /^Bản thảo chờ ký, gửi/ }).getByRole('link', { name: subject }).click();
    await page.getByRole('button', { name: 'Ký và gửi' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ký và gửi' }).click();
    await page.getByText('Gửi hôm nay, còn 10 ngày').waitFor();
    expect(problems).toEqual([]);
  });

  it('counts its days on the home pages of both, and an answer in the making is the secretariat\'s own', () => onDay(world, '2026-09-14', async () => {
    for (const [client, group] of [[secretariat, /^Cần trả lời/], [head, /^Chờ đơn vị khác xử lý/]] as const) {
      const { page } = await open(client, '');
      await page.getByRole('region', { name: group }).getByRole('listitem').filter({ hasText: subject }).getByText('Đã 6 ngày, còn 4 ngày').waitFor();
    }
    const drafting = await open(clerk, question);
    await drafting.page.getByRole('textbox', { name: 'Nội dung trả lời' }).fill(reply);
    await drafting.page.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await drafting.page.getByText('Dự thảo của', { exact: false }).waitFor();
    expect(await drafting.page.getByRole('button', { name: 'Ký và gửi trả lời' }).count()).toBe(0);
    const { page } = await open(head, question);
    await page.getByRole('heading', { level: 1, name: subject }).waitFor();
    expect(await page.getByText(reply).count()).toBe(0);
  }));

  it('is answered by the secretariat\'s leader, from the draft', () => onDay(world, '2026-09-14', async () => {
    const { page, problems } = await open(secretariat, question);
    await page.getByRole('heading', { level: 2, name: 'Trả lời' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Nội dung trả lời' }).inputValue()).toBe(reply);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ký và gửi trả lời' }).click();
    await page.getByText('Có kết quả sau 6 ngày', { exact: false }).waitFor();
    expect(problems).toEqual([]);
  }));

  it('is read by the commune, on a phone too', async () => {
    const { page, problems } = await open(officer, '/kien-nghi?xem=gui&tt=xong', phone);
    await page.getByRole('link', { name: subject }).click();
    await page.getByText(reply).waitFor();
    await page.getByText('Cơ quan Thường trực trả lời').waitFor();
    expect([await overflow(page), problems]).toEqual([0, []]);
  });

  it('is late in red on the list and on the board, the secretariat among the others', async () => {
    const { page, problems } = await open(secretariat, '/kien-nghi');
    const first = page.getByRole('list', { name: 'Danh sách' }).getByRole('listitem').first();
    await first.getByText('Quá hạn trả lời 4 ngày').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto('/cong/thuong-truc/tong-quan');
    const debts = page.getByRole('region', { name: /^Ai đang nợ câu trả lời/ });
    await debts.getByRole('row', { name: /^Sở Y tế/ }).waitFor();
    const rows = await debts.getByRole('row').allTextContents();
    expect(rows.slice(1).map(text => text.replace(/\d.*$/, '').trim())).toEqual(['Cơ quan Thường trực', 'Sở Y tế', ...rows.slice(3).map(text => text.replace(/\d.*$/, '').trim())]);
    await debts.getByRole('link', { name: 'Sở Y tế' }).click();
    await page.getByRole('link', { name: 'Bổ sung thẻ bảo hiểm y tế cho hộ mới thoát nghèo' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('asks for more time from the own assignment, and is granted by the secretariat', async () => {
    const { rows: [own] } = await world.admin.query<{ id: string; task: string }>(`SELECT id::text, task_id::text AS task FROM assignment WHERE unit_id = $1 AND confirmed_on IS NOT NULL AND done_on IS NULL AND valid_to IS NULL
      AND due_day < '2026-12-01' ORDER BY id LIMIT 1`, [head.unitId]);
    const { page, problems } = await open(head, `/nhiem-vu/${own!.task}`);
    await page.getByRole('link', { name: 'Đề nghị gia hạn' }).click();
    await page.getByText('Đã chọn: Cơ quan Thường trực giảm nghèo', { exact: false }).waitFor();
    await page.getByLabel('Tiêu đề').fill('Gia hạn thêm một tháng');
    await page.getByRole('textbox', { name: 'Nội dung' }).fill('Mưa lũ kéo dài.');
    await page.getByLabel('Xin gia hạn đến').fill('15/12/2026');
    await page.getByRole('button', { name: 'Ký và gửi' }).click();
    await page.getByRole('heading', { level: 1, name: 'Gia hạn thêm một tháng' }).waitFor();
    const granting = await open(secretariat, new URL(page.url()).pathname.replace('/cong/02869', ''));
    await granting.page.getByLabel('Gia hạn đến').fill('30/11/2026');
    await granting.page.getByRole('textbox', { name: 'Nội dung trả lời' }).fill('Đồng ý đến hết tháng 11.');
    await granting.page.getByRole('button', { name: 'Ký và gửi trả lời' }).click();
    await granting.page.getByText('Gia hạn đến 30/11/2026.').waitFor();
    await page.goto(`/cong/02869/nhiem-vu/${own!.task}`);
    await page.getByText('Đồng ý đến hết tháng 11.', { exact: false }).first().waitFor();
    expect([problems, granting.problems]).toEqual([[], []]);
  });
});
