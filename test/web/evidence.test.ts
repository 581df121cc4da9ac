import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { readImage } from '../../server/attachment/attachment.image.js';
import { fetched, pdf } from '../support/attachment-files.js';
import { desktop, openBrowser, phone, visitAs } from '../support/browser.js';
import { photograph } from '../support/photograph.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, browser: Browser, officer: Client, leader: Client, lead: Client;
let task: string, assignment: string;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  officer = await world.as.commune('02869');
  leader = await world.as.commune('02869', { role: 'LEADER' });
  lead = await world.as.department('sxd');
  ({ rows: [{ id: assignment, task }] } = await world.admin.query<{ id: string; task: string }>("SELECT a.id::text, a.task_id::text AS task FROM assignment a JOIN task t ON t.id = a.task_id WHERE t.code = 'III.8(4)' AND a.unit_id = $1", [officer.unitId]));
});
afterAll(async () => { await browser.close(); await world.stop(); });

const fieldOf = (page: Page) => page.getByRole('group', { name: 'Ảnh và tài liệu minh chứng' });
const choose = async (page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> => fieldOf(page).getByLabel('Chọn ảnh, tài liệu').setInputFiles(files);
const sentFiles = (page: Page, count: number): Promise<void> => fieldOf(page).locator('li[data-state=sent]').nth(count - 1).waitFor({ timeout: 60_000 });

describe('evidence on a phone', () => {
  it('is two photographs made small, upright and placeless, that the lead sees once the leader signed', async () => {
    const { page, problems } = await visitAs(browser, world, officer, phone);
    await page.goto(`/cong/02869/nhiem-vu/${task}?nhap=${assignment}`);
    await page.getByLabel('Việc đã làm').fill('Đã bàn giao 5 nhà, có ảnh.');
    const [first, second] = [await photograph(page, 200), await photograph(page, 20)];
    await choose(page, [{ name: 'Nhà ông Sùng.jpg', mimeType: 'image/jpeg', buffer: first }, { name: 'Mái mới.jpg', mimeType: 'image/jpeg', buffer: second }]);
    await sentFiles(page, 2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await page.getByRole('button', { name: 'Trình ký' }).click();
    await page.getByRole('img', { name: 'Ảnh minh chứng: Mái mới.jpg' }).waitFor({ timeout: 60_000 });
    expect(problems).toEqual([]);
    const { data } = await officer('query ($id: ID!) { assignment(id: $id) { entries { id state files { id name mediaType size } } } }', { id: assignment });
    const entry = (data.assignment.entries as { id: string; state: string; files: { id: string; name: string; mediaType: string; size: number }[] }[]).find(one => one.files.length > 0)!;
    expect([entry.state, entry.files.map(({ name, mediaType }) => [name, mediaType])]).toEqual(['SUBMITTED', [['Nhà ông Sùng.jpg', 'image/jpeg'], ['Mái mới.jpg', 'image/jpeg']]]);
    for (const { id, size } of entry.files) {
      const { body } = await fetched(world, officer, id), facts = readImage(body, 'image/jpeg')!;
      expect([size <= 200 * 1024 || facts.width <= 800, Math.max(facts.width, facts.height) <= 1600, facts.height > facts.width, facts.tellsPlace]).toEqual([true, true, true, false]);
    }
    expect((await fetched(world, lead, entry.files[0]!.id)).status).toBe(404);
    await page.context().close();

    await leader('mutation ($input: SignProgressEntryInput!) { signProgressEntry(input: $input) { userErrors { code } } }', { input: { id: entry.id } });
    const seen = await visitAs(browser, world, lead);
    await seen.page.goto(`/cong/sxd/nhiem-vu/${task}/don-vi/${assignment}`);
    const picture = seen.page.getByRole('img', { name: 'Ảnh minh chứng: Nhà ông Sùng.jpg' });
    await picture.scrollIntoViewIfNeeded();
    await seen.page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('img[alt^="Ảnh minh chứng"]')].some(image => image.naturalWidth > 0));
    expect(seen.problems).toEqual([]);
    await seen.page.context().close();
  });

  it('that the network loses stays chosen and goes again by itself; what is refused says why and holds the form back', async () => {
    const { page } = await visitAs(browser, world, officer, phone);
    await page.goto(`/cong/02869/nhiem-vu/${task}?nhap=${assignment}`);
    await page.getByLabel('Việc đã làm').fill('Gửi lúc mạng yếu.');
    await choose(page, [{ name: 'chay.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]) }]);
    await fieldOf(page).getByText('Tệp này là chương trình chạy trên Windows (.exe) nên không được nhận.').waitFor();
    await page.getByRole('button', { name: 'Trình ký' }).click();
    await page.getByText('Còn tệp chưa gửi xong. Chờ gửi xong, gửi lại hoặc bỏ tệp đó rồi lưu.').waitFor();
    await page.getByRole('button', { name: 'Bỏ: chay.pdf' }).click();
    await page.context().setOffline(true);
    await choose(page, [{ name: 'Biên bản.pdf', mimeType: 'application/pdf', buffer: pdf(3) }]);
    await fieldOf(page).getByText('Mất mạng. Tệp vẫn được giữ ở đây').waitFor();
    await page.context().setOffline(false);
    await sentFiles(page, 1);
    await page.getByRole('button', { name: 'Trình ký' }).click();
    await page.getByRole('link', { name: 'Biên bản.pdf' }).waitFor();
    await page.context().close();
  });
});

describe('an issued document', () => {
  it('is recorded with number, day, signer and file, and shown as such', async () => {
    const { page, problems } = await visitAs(browser, world, leader, desktop);
    await page.goto(`/cong/02869/nhiem-vu/${task}`);
    await page.getByRole('heading', { name: 'Văn bản đã ban hành' }).waitFor();
    await page.getByRole('button', { name: 'Ghi văn bản đã ban hành' }).click();
    await page.getByLabel('Số, ký hiệu').fill('15/KH-UBND');
    await page.getByLabel('Ngày ban hành').fill('9/9/2026');
    await page.getByLabel('Người ký').fill('Vàng A Páo, Chủ tịch');
    await page.getByLabel('Chọn tệp').setInputFiles([{ name: 'kh-15.pdf', mimeType: 'application/pdf', buffer: pdf(15) }]);
    await page.locator('li[data-state=sent]').waitFor();
    await page.getByRole('button', { name: 'Lưu văn bản' }).click();
    await page.getByText('Ngày ban hành không được sau hôm nay (08/9/2026).').first().waitFor();
    await page.getByLabel('Ngày ban hành').fill('8/4/2026');
    await page.getByRole('button', { name: 'Lưu văn bản' }).click();
    await page.getByRole('button', { name: 'Sửa hoặc thay văn bản' }).waitFor();
    await page.getByRole('link', { name: 'kh-15.pdf' }).waitFor();
    expect([await page.getByText('15/KH-UBND', { exact: true }).count(), problems]).toEqual([1, []]);
    await page.context().close();
  });
});
