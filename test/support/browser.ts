import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { hashPassword } from '../../server/identity/password.js';
import type { Client, World } from './world.js';

export const desktop = { width: 1440, height: 900 } as const;
export const phone = { width: 390, height: 844 } as const;

/** The browser that comes inside a package; nothing is downloaded. In one process it would end with the first context that closes. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({ args: [...chromium.args.filter(arg => arg !== '--single-process'), '--lang=vi'], executablePath: await chromium.executablePath(), headless: true });
}

export interface Visit { readonly page: Page; readonly problems: string[] }

/** A page of its own cookies; what the console or the network complain of is gathered in `problems`. */
export async function visit(browser: Browser, world: World, viewport: { width: number; height: number } = desktop): Promise<Visit> {
  const context = await browser.newContext({ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', baseURL: world.url });
  const page = await context.newPage(), problems: string[] = [];
  page.setDefaultTimeout(15_000);
  page.on('console', message => { if (message.type() === 'error') problems.push(message.text()); });
  page.on('pageerror', error => problems.push(String(error)));
  return { page, problems };
}

/** The same for somebody who is already signed in: the cookie of a client of this world. */
export async function visitAs(browser: Browser, world: World, client: Client, viewport: { width: number; height: number } = desktop): Promise<Visit> {
  const opened = await visit(browser, world, viewport);
  await opened.page.context().addCookies([{ name: 'session', value: client.token, url: world.url }]);
  return opened;
}

/** Signs in as a person does: name, password, button. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL('**/cong/**');
}

/** Gives every demonstration account one known password, as FIRST_PASSWORD does at a first start. */
export async function demonstrationPassword({ admin }: World): Promise<void> {
  await admin.query('UPDATE account SET password_hash = $1, must_change_password = false', [await hashPassword(demonstrationPassword.word)]);
}
demonstrationPassword.word = 'mat-khau-minh-hoa-2026';
