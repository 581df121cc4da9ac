import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { desktop, openBrowser, phone, visitAs, type Visit } from '../support/browser.js';
import { onDay } from '../support/new-household.js';
import { photograph } from '../support/photograph.js';
import { expectSound } from '../support/sound.js';
import { openWorld, type Client, type World } from '../support/world.js';

type Person = Visit & { readonly client: Client };
let world: World, browser: Browser;
let officer: Person, leader: Person, colleague: Person, department: Person, secretariat: Person;
let assignment: string, title: string;

const leaver = 'Vàng A Sử', newcomer = 'Tẩn Thị May', signer = 'Sùng Seo Páo';
const subject = 'Nhà làm xong sau ngày rà soát tính vào kỳ nào';

/** Bản Liền's twenty houses of the task that Sở Xây dựng leads, in one officer's hands; everybody keeps one page open throughout. */
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  const sitDown = async (client: Client, viewport: typeof phone | typeof desktop): Promise<Person> => {
    const visit = await visitAs(browser, world, client, viewport);
    visit.page.setDefaultTimeout(40_000);
    return { client, ...visit };
  };
  officer = await sitDown(await world.as.commune('02869'), phone);
  colleague = await sitDown(await world.as.commune('02869'), phone);
  leader = await sitDown(await world.as.commune('02869', { role: 'LEADER' }), desktop);
  department = await sitDown(await world.as.department('sxd'), desktop);
  secretariat = await sitDown(await world.as.secretariat('thuong-truc', { role: 'LEADER' }), desktop);
  for (const [name, { client }] of [[leaver, officer], [newcomer, colleague], [signer, leader]] as const) await world.admin.query('UPDATE post SET name = $1 WHERE id = $2', [name, client.post]);
  ({ rows: [{ assignment, title }] } = await world.admin.query("SELECT a.id::text AS assignment, t.title FROM assignment a JOIN task t ON t.id = a.task_id WHERE t.code = 'III.8(4)' AND a.unit_id = $1", [officer.client.unitId]));
  await world.admin.query('DELETE FROM progress_entry WHERE assignment_id = $1', [assignment]);
  await world.admin.query("UPDATE assignment SET target_value = 20, target_unit = 'nhà', accepted_on = '2026-04-02', officer_id = $2 WHERE id = $1", [assignment, officer.client.post]);
  await world.admin.query('SELECT refresh_assignment($1)', [assignment]);
});
afterAll(async () => { await browser.close(); await world.stop(); });

const stands = async () => (await world.admin.query('SELECT quantity, draft_count AS drafts, submitted_count AS submitted, returned_count AS returned FROM assignment WHERE id = $1', [assignment])).rows[0];
const home = ({ client, page }: Person) => page.goto(`/cong/${client.unit}`);
const group = ({ page }: Person, name: RegExp | string) => page.getByRole('region', { name });
const press = (within: Pick<Page, 'getByRole'>, name: RegExp | string) => within.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).click();
const confirm = ({ page }: Person, name: string) => press(page.getByRole('dialog'), name);
const said = ({ page }: Person, words: string) => page.getByText(words).first().waitFor();
const headed = ({ page }: Person, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
/** From the home page to the form of the own assignment, as an officer goes. */
async function report(person: Person, { done, quantity }: { done: string; quantity: string }, link: RegExp): Promise<void> {
  await home(person);
  await person.page.getByRole('link', { name: link }).click();
  await person.page.getByLabel('Việc đã làm').fill(done);
  await person.page.getByLabel(/Số lượng đạt được/).fill(quantity);
}
async function sign(link: RegExp): Promise<void> {
  await home(leader);
  await group(leader, /^Chờ ký/).getByRole('link', { name: link }).click();
  await press(leader.page, /^Ký và gửi: bản đến ngày/);
  await confirm(leader, 'Ký và gửi');
  await said(leader, 'Đã ký và gửi.');
}
/** The clock of the commune's question, on somebody's home page. */
const clock = (person: Person, name: RegExp) => group(person, name).getByRole('listitem').filter({ hasText: subject });

describe('one story: a report goes up and comes back, a question waits, an officer leaves', () => {
  it('8/9: the officer reports twelve houses with two photographs from a phone, and puts a question', () => onDay(world, '2026-09-08', async () => {
    await report(officer, { done: 'Đã bàn giao 12 nhà.', quantity: '12' }, new RegExp(`^Cập nhật.*: ${title}`));
    const evidence = officer.page.getByRole('group', { name: 'Ảnh và tài liệu minh chứng' });
    await evidence.getByLabel('Chọn ảnh, tài liệu').setInputFiles([
      { name: 'Nhà ông Sùng.jpg', mimeType: 'image/jpeg', buffer: await photograph(officer.page, 200) },
      { name: 'Mái mới.jpg', mimeType: 'image/jpeg', buffer: await photograph(officer.page, 20) },
    ]);
    await evidence.locator('li[data-state=sent]').nth(1).waitFor();
    await expectSound(officer.page);
    await press(officer.page, 'Trình ký');
    await said(officer, 'Đã trình lãnh đạo ký.');
    expect(await stands()).toEqual({ quantity: null, drafts: 1, submitted: 1, returned: 0 });
    await expectSound(officer.page);

    await officer.page.getByRole('link', { name: 'Kiến nghị', exact: true }).click();
    await officer.page.getByLabel('Gõ tên đơn vị để tìm').fill('thuong truc');
    await officer.page.getByRole('radio', { name: /^Cơ quan Thường trực giảm nghèo/ }).check();
    await officer.page.getByLabel('Tiêu đề').fill(subject);
    await officer.page.getByRole('textbox', { name: 'Nội dung' }).fill('Ba nhà làm xong sau ngày rà soát, xã chưa biết ghi vào kỳ nào.');
    await expectSound(officer.page);
    await press(officer.page, 'Lưu bản thảo');
    await headed(officer, subject);
    await expectSound(officer.page);
  }), 240_000);

  it('8/9: the leader finds both on the home page, and signs both', () => onDay(world, '2026-09-08', async () => {
    await sign(new RegExp(`^Xem và ký: ${title}`));
    expect(await stands()).toEqual({ quantity: 12, drafts: 0, submitted: 0, returned: 0 });
    await expectSound(leader.page);
    await home(leader);
    await group(leader, /^Bản thảo chờ ký, gửi/).getByRole('link', { name: subject }).click();
    await press(leader.page, 'Ký và gửi');
    await confirm(leader, 'Ký và gửi');
    await said(leader, 'Gửi hôm nay, còn 10 ngày');
    await expectSound(leader.page);
    await home(secretariat);
    await clock(secretariat, /^Cần trả lời/).getByText('Gửi hôm nay, còn 10 ngày').waitFor();
  }), 120_000);

  it('10/9: the department sees the photographs and gives the report back with its reason; the question has waited two days', () => onDay(world, '2026-09-10', async () => {
    const { page } = department;
    await home(department);
    await page.getByRole('link', { name: title }).first().click();
    await page.getByRole('link', { name: 'UBND xã Bản Liền' }).click();
    await page.getByRole('img', { name: 'Ảnh minh chứng: Nhà ông Sùng.jpg' }).waitFor();
    await page.getByRole('img', { name: 'Ảnh minh chứng: Mái mới.jpg' }).waitFor();
    await press(page, 'Trả lại để hoàn thiện: bản đến ngày 08/9/2026');
    await page.getByRole('dialog').getByLabel('Số lượng đạt được').check();
    await page.getByRole('dialog').getByLabel('Lý do: Số lượng đạt được').fill('Biên bản bàn giao ghi 10 nhà.');
    await expectSound(page);
    await confirm(department, 'Trả lại để hoàn thiện');
    await said(department, 'Đã trả lại để hoàn thiện.');
    expect(await stands()).toEqual({ quantity: null, drafts: 0, submitted: 0, returned: 1 });
    await home(secretariat);
    await clock(secretariat, /^Cần trả lời/).getByText('Đã 2 ngày, còn 8 ngày').waitFor();
    await expectSound(secretariat.page);
  }), 120_000);

  it('12/9: the officer completes it, the leader signs again, the department reads ten; the question has waited four days', () => onDay(world, '2026-09-12', async () => {
    await home(officer);
    await group(officer, 'Trả lại để hoàn thiện').waitFor();
    expect((await officer.page.getByRole('heading', { level: 2 }).allTextContents())[0]).toBe('Trả lại để hoàn thiện1');
    await clock(officer, /^Chờ đơn vị khác xử lý/).getByText('Đã 4 ngày, còn 6 ngày').waitFor();
    await expectSound(officer.page);
    await officer.page.getByRole('link', { name: `Hoàn thiện lại: ${title}` }).click();
    await said(officer, '▲ Cần hoàn thiện: Biên bản bàn giao ghi 10 nhà.');
    await officer.page.getByLabel(/Số lượng đạt được/).fill('10');
    await officer.page.getByLabel('Việc đã làm').fill('Đã bàn giao 10 nhà.');
    expect(await officer.page.locator('li[data-state=sent]').count()).toBe(2);
    await expectSound(officer.page);
    await press(officer.page, 'Trình ký');
    await said(officer, 'Đã trình lãnh đạo ký.');
    await sign(new RegExp(`^Xem và ký: ${title}`));
    expect(await stands()).toEqual({ quantity: 10, drafts: 0, submitted: 0, returned: 0 });

    await department.page.reload();
    await said(department, 'Đã bàn giao 10 nhà.');
    expect(await department.page.locator('ol > li > div > p > strong').allTextContents()).toEqual(['Giao nhiệm vụ, vai trò phối hợp', 'Tiếp nhận nhiệm vụ', `Giao cho ${leaver} thực hiện`, 'Nhập bản cập nhật đến ngày 08/9/2026',
      'Ký và gửi bản đến ngày 08/9/2026', 'Trả lại để hoàn thiện bản đến ngày 08/9/2026', 'Nhập bản hoàn thiện đến ngày 08/9/2026', 'Ký và gửi bản đến ngày 08/9/2026']);
    await home(secretariat);
    await clock(secretariat, /^Cần trả lời/).getByText('Đã 4 ngày, còn 6 ngày').waitFor();
  }), 180_000);

  it('14/9: the officer leaves in the middle of the next report; the page that stood open does nothing more within the minute', () => onDay(world, '2026-09-14', async () => {
    await report(officer, { done: 'Đã bàn giao 13 nhà.', quantity: '13' }, new RegExp(`^Cập nhật.*: ${title}`));
    await press(officer.page, 'Lưu nháp');
    await said(officer, 'Đã lưu nháp.');
    await press(officer.page, 'Sửa: bản đến ngày 14/9/2026');
    await officer.page.getByLabel(/Số lượng đạt được/).fill('99');

    const { page } = leader;
    await home(leader);
    await page.getByRole('navigation').getByRole('link', { name: 'Bàn giao, trực thay' }).click();
    await page.getByLabel('Người bàn giao').selectOption({ label: `${leaver} (chuyên viên)` });
    await page.getByLabel('Người nhận').selectOption({ label: `${newcomer} (chuyên viên)` });
    await page.getByText('Nhiệm vụ đang phụ trách: 1 việc').waitFor();
    await page.getByText('Bản cập nhật chưa ký: 1 việc').waitFor();
    await expectSound(page);
    await press(page, 'Bàn giao');
    const leftAt = Date.now();
    await confirm(leader, 'Bàn giao ngay');
    await headed(leader, `Việc bàn giao của ${leaver}`);
    await expectSound(page);

    await press(officer.page, 'Lưu nháp');
    await officer.page.waitForURL('**/dang-nhap?ly-do=het-phien**', { waitUntil: 'commit' });
    expect(Date.now() - leftAt).toBeLessThan(60_000);
    await expectSound(officer.page);
    const { rows } = await world.admin.query("SELECT quantity::int, state, author_id AS author FROM progress_entry WHERE assignment_id = $1 AND state <> 'RETURNED' AND NOT is_superseded ORDER BY id", [assignment]);
    expect(rows).toEqual([{ quantity: 10, state: 'SIGNED', author: officer.client.post }, { quantity: 13, state: 'DRAFT', author: colleague.client.post }]);
  }), 180_000);

  it('14/9: the colleague is told, finds everything, and goes on with the report where it was left', () => onDay(world, '2026-09-14', async () => {
    const { page } = colleague;
    await home(colleague);
    await said(colleague, 'Việc của tôi (1)');
    await page.getByRole('link', { name: title }).first().waitFor();
    await clock(colleague, /^Chờ đơn vị khác xử lý/).getByText('Đã 6 ngày, còn 4 ngày').waitFor();
    await expectSound(page);
    await press(page, 'Thông báo, 1 chưa đọc');
    await page.getByText('Bạn nhận bàn giao công việc').waitFor();
    await page.getByRole('link', { name: /^Xem việc được bàn giao/ }).click();
    await headed(colleague, `Việc bàn giao của ${leaver}`);
    await expectSound(page);
    await group(colleague, /^Bản cập nhật chưa ký/).getByRole('link', { name: title }).click();
    await press(page, 'Sửa: bản đến ngày 14/9/2026');
    expect([await page.getByLabel(/Số lượng đạt được/).inputValue(), await page.getByLabel('Việc đã làm').inputValue()]).toEqual(['13', 'Đã bàn giao 13 nhà.']);
    await expectSound(page);
    await press(page, 'Trình ký');
    await said(colleague, 'Đã trình lãnh đạo ký.');
    expect(await stands()).toEqual({ quantity: 10, drafts: 1, submitted: 1, returned: 0 });
    for (const { problems } of [leader, colleague, department, secretariat]) expect(problems).toEqual([]);
  }), 180_000);

  it('14/9: the open question is the colleague\'s too', () => onDay(world, '2026-09-14', async () => {
    const { page } = colleague;
    await page.goto('/cong/02869/ban-giao');
    await page.getByRole('link', { name: leaver }).click();
    await page.getByText('Còn 3 trong 3 việc chưa xem.').waitFor();
    await group(colleague, /^Kiến nghị, đề nghị chưa xong/).getByRole('link', { name: subject }).click();
    await headed(colleague, subject);
    await said(colleague, 'Đã 6 ngày, còn 4 ngày');
    await expectSound(page);
    expect((await world.admin.query('SELECT author_id AS author FROM unit_request WHERE subject = $1', [subject])).rows).toEqual([{ author: colleague.client.post }]);
  }), 120_000);
});
