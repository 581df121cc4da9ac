import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { createAccount } from '../../server/identity/account.service.js';
import { openBrowser, phone, signIn, visit } from '../support/browser.js';
import { openWorld, type World } from '../support/world.js';

const login = 'thu.hailop', password = 'mat khau de thu 1';
let world: World, browser: Browser;
beforeAll(async () => {
  world = await openWorld();
  browser = await openBrowser();
  await createAccount(world.admin, { login, name: 'Giàng A Sùng', password, mustChangePassword: false }, [{ unitCode: '02869', role: 'OFFICER', sensitiveNouns: ['MemberHealth'] }]);
  await world.admin.query("INSERT INTO second_factor_rule (portal_kind, valid_from, source) VALUES ('commune', '2026-09-01', 'Quyết định thử')");
});
afterAll(async () => { await browser.close(); await world.stop(); });

describe('an account that opens sensitive data, where a rule asks for a second factor', () => {
  it('sets it up at signing in, on a phone, and signs in with a code from then on', async () => {
    const { page, problems } = await visit(browser, world, phone);
    await signIn(page, login, password);
    await page.getByRole('heading', { level: 1, name: 'Xác thực hai lớp' }).waitFor();
    await page.getByText(/đơn vị yêu cầu cài đặt/).waitFor();
    await page.getByLabel('Mật khẩu hiện tại').fill(password);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByRole('img', { name: 'Mã QR' }).waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/factor-phone.png`, fullPage: true });
    const secret = (await page.locator('code').first().innerText()).replaceAll(' ', ''), device = new TOTP({ secret: Secret.fromBase32(secret) });
    await page.getByLabel('Mã xác thực').fill(device.generate());
    await page.getByRole('button', { name: 'Bật', exact: true }).click();
    await page.getByText('In hoặc chép 10 mã này').waitFor();
    expect(await page.locator('ol code').count()).toBe(10);
    await page.getByRole('button', { name: 'Tôi đã cất mã dự phòng' }).click();
    await page.getByText(/^Đã bật từ/).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    await page.goto('/cong/02869');
    await page.getByRole('heading', { level: 1, name: 'Việc cần xử lý' }).waitFor();
    // While the page went to be set up, what else it asked for was refused.
    expect(problems.filter(problem => !problem.includes('403'))).toEqual([]);

    const again = await visit(browser, world, phone);
    await again.page.goto('/dang-nhap');
    await again.page.getByLabel('Tên đăng nhập').fill(login);
    await again.page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await again.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await again.page.getByRole('heading', { level: 1, name: 'Nhập mã xác thực' }).waitFor();
    await again.page.getByLabel('Mã xác thực').fill('000000');
    await again.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await again.page.getByText(/Mã xác thực không đúng/).waitFor();
    if (process.env.SHOTS) await again.page.screenshot({ path: `${process.env.SHOTS}/code-phone.png`, fullPage: true });
    await again.page.getByLabel('Mã xác thực').fill(device.generate({ timestamp: Date.now() + 30_000 }));
    await again.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await again.page.waitForURL('**/cong/02869**');
    await again.page.getByRole('heading', { level: 1, name: 'Việc cần xử lý' }).waitFor();
    expect(again.problems).toEqual([]);
    for (const { page: one } of [again]) await one.context().close();
    await page.context().close();
  }, 90_000);
});
