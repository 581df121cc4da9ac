import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, phone, visit, visitAs } from '../support/browser.js';
import { openPostBox } from '../support/post-box.js';
import { openWorld, type World } from '../support/world.js';

let world: World, browser: Browser;
beforeAll(async () => { world = await openWorld(); browser = await openBrowser(); });
afterAll(async () => { await browser.close(); await world.stop(); });

const password = 'mat-khau-truong-thon-2026';

describe('an invitation by mail', () => {
  it('says where it went and until when it is good, and shows no link', async () => {
    const box = await openPostBox(), mailing = await openWorld({ settings: { SMTP_URL: box.url, MAIL_FROM: 'giamngheo@example.vn', PUBLIC_ORIGIN: 'http://127.0.0.1' } });
    const keeper = await mailing.as.commune('02869', { role: 'ACCOUNT_ADMINISTRATOR' });
    const { page } = await visitAs(browser, mailing, keeper, phone);
    await page.goto('/cong/02869/quan-tri/nguoi-dung');
    await page.getByRole('button', { name: 'Mời người dùng' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Họ và tên').fill('Vàng A Thư');
    await dialog.getByLabel('Thư điện tử').fill('thu@banlien.gov.vn');
    await dialog.getByRole('button', { name: 'Tạo lời mời' }).click();
    await dialog.getByText(/^Đã gửi thư mời đến thu@banlien\.gov\.vn, dùng được đến hết \d\d:\d\d ngày \d\d\/\d{1,2}\/\d{4}\.$/).waitFor();
    expect([await dialog.getByRole('textbox').count(), await page.evaluate('document.documentElement.scrollWidth')]).toEqual([0, 390]);
    await mailing.stop();
    await box.stop();
  });
});

describe('a village head', () => {
  it('is invited on a phone for two villages, sets a password by the link and sees these villages alone', async () => {
    const keeper = await world.as.commune('02869', { role: 'ACCOUNT_ADMINISTRATOR' });
    const { rows: villages } = await world.admin.query<{ id: number; name: string }>('SELECT id, name FROM village WHERE commune_id = $1 ORDER BY name LIMIT 2', [keeper.unitId]);
    const { page, problems } = await visitAs(browser, world, keeper, phone);
    await page.goto('/cong/02869/quan-tri/nguoi-dung');
    await page.getByRole('button', { name: 'Mời người dùng' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Họ và tên').fill('Vàng A Lử');
    expect(await dialog.getByLabel('Tên đăng nhập').inputValue()).toBe('luva.02869');
    await dialog.getByLabel('Chức vụ', { exact: true }).selectOption('VILLAGE_OFFICER');
    await dialog.getByRole('button', { name: 'Tạo lời mời' }).click();
    await dialog.getByRole('link', { name: 'Thôn, bản: chưa chọn. Chọn ít nhất một thôn, bản.' }).waitFor();
    for (const { name } of villages) await dialog.getByLabel(name, { exact: true }).check();
    await dialog.getByRole('button', { name: 'Tạo lời mời' }).click();
    await dialog.getByText(/^Trao liên kết này tận tay cho Vàng A Lử\. Chỉ hiện một lần, dùng được một lần, đến \d\d\/\d{1,2}\/\d{4} \d\d:\d\d\.$/).waitFor();
    const link = await dialog.getByRole('textbox', { name: 'Liên kết đặt mật khẩu' }).inputValue();
    expect(link).toMatch(/\/loi-moi\/[\w-]{43}$/);
    await dialog.getByRole('button', { name: 'Đã trao' }).click();
    await page.getByText('Chờ nhận lời mời').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);

    const invited = await visit(browser, world, phone);
    await invited.page.goto(link);
    await invited.page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await invited.page.getByLabel('Nhập lại mật khẩu').fill(`${password}!`);
    await invited.page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await invited.page.getByText('Mật khẩu nhập lại chưa khớp.').waitFor();
    await invited.page.getByLabel('Nhập lại mật khẩu').fill(password);
    await invited.page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    await invited.page.waitForURL('**/cong/02869');
    await invited.page.goto('/cong/02869/ho');
    const { rows: [{ count }] } = await world.admin.query('SELECT count(*)::int AS count FROM household WHERE village_id = ANY ($1) AND ended_on IS NULL', [villages.map(village => village.id)]);
    await invited.page.getByText(new RegExp(`(^|\\D)${count} hộ`)).first().waitFor();

    await invited.page.goto('/cong/02869/tai-khoan');
    await invited.page.getByText('Phiên này').waitFor();
    const again = await visit(browser, world, phone);
    await again.page.goto(link);
    await again.page.getByText('Liên kết không còn dùng được').waitFor();
    expect([...problems, ...invited.problems, ...again.problems]).toEqual([]);
    for (const opened of [page, invited.page, again.page]) await opened.context().close();
  });

  it('is locked by name, and is at the sign-in page with the next step', async () => {
    const keeper = await world.as.commune('02869', { role: 'LEADER' }), officer = await world.as.commune('02869', { role: 'VIEWER' });
    const { rows: [{ name }] } = await world.admin.query('SELECT a.name FROM account a JOIN post p ON p.account_id = a.id WHERE p.id = $1', [officer.post]);
    const working = await visitAs(browser, world, officer), { page, problems } = await visitAs(browser, world, keeper);
    await working.page.goto('/cong/02869');
    await page.goto('/cong/02869/quan-tri/nguoi-dung');
    await page.getByRole('button', { name: `Mở ${name}` }).click();
    await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
    await page.getByRole('dialog', { name: `Khóa tài khoản của ${name}?` }).getByRole('button', { name: 'Khóa tài khoản' }).click();
    await page.getByText('Đã khóa').first().waitFor();
    await working.page.getByRole('link', { name: 'Nhiệm vụ' }).first().click();
    await working.page.waitForURL('**/dang-nhap?ly-do=het-phien**');
    expect(problems).toEqual([]);
    for (const opened of [page, working.page]) await opened.context().close();
  });
});

describe('whoever lost the device', () => {
  it('has the second factor reset by name, and the button goes with it', async () => {
    const keeper = await world.as.commune('02869', { role: 'ACCOUNT_ADMINISTRATOR' }), officer = await world.as.commune('02869');
    const { rows: [{ id, name }] } = await world.admin.query('SELECT a.id, a.name FROM account a JOIN post p ON p.account_id = a.id WHERE p.id = $1', [officer.post]);
    await world.admin.query("INSERT INTO second_factor (account_id, secret, confirmed_at) VALUES ($1, '\\x00', now())", [id]);
    const { page, problems } = await visitAs(browser, world, keeper, phone);
    await page.goto('/cong/02869/quan-tri/nguoi-dung');
    await page.getByRole('button', { name: `Mở ${name}` }).click();
    const button = page.getByRole('button', { name: 'Đặt lại xác thực hai lớp' });
    await button.click();
    const dialog = page.getByRole('dialog', { name: `Đặt lại xác thực hai lớp của ${name}?` });
    await dialog.getByText('Chỉ đặt lại khi chính người đó báo mất thiết bị và mã dự phòng.').waitFor();
    await dialog.getByRole('button', { name: 'Đặt lại xác thực hai lớp' }).click();
    await page.getByText(`Đã đặt lại xác thực hai lớp của ${name}.`).first().waitFor();
    expect(await button.count()).toBe(0);
    expect((await world.admin.query('SELECT FROM second_factor WHERE account_id = $1', [id])).rowCount).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
