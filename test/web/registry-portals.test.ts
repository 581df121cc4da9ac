import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { demonstrationPassword, desktop, openBrowser, phone, signIn, visit, visitAs, type Visit } from '../support/browser.js';
import { newHousehold, type NewHousehold } from '../support/new-household.js';
import { openWorld, type World } from '../support/world.js';

let world: World, browser: Browser, household: NewHousehold;
const head = 'Thào A Thử', illness = 'Có người ốm đau, bệnh nặng, tai nạn';

/** One household of Bản Liền with everything that another body may be curious of: it lacks housing and food, has an ill member, an income, and would borrow. */
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  await demonstrationPassword(world);
  household = await newHousehold(world.admin);
  const run = (sql: string) => world.admin.query(sql, [household.id]);
  await run("INSERT INTO deprivation (household_id, indicator, standard, deprived, since, measure, as_of) SELECT $1, i, 'VN-MDP-2022', true, '2026-01-01', 'đo ' || i, '2026-01-01' FROM unnest('{HOUSING_QUALITY,NUTRITION}'::text[]) i");
  await run("INSERT INTO poverty_cause (household_id, cause, since) SELECT $1, c, '2026-01-01' FROM unnest('{CAPITAL,ILLNESS}'::text[]) c");
  await run("INSERT INTO support_need (household_id, kind, since) SELECT $1, k, '2026-01-01' FROM unnest('{LOAN,NUTRITION}'::text[]) k");
  await run("INSERT INTO member_health (member_id, malnutrition, disability, serious_illness, as_of) SELECT id, false, 'SEVERE', true, '2026-01-01' FROM member WHERE household_id = $1");
  await run("INSERT INTO household_income (household_id, standard, income_per_head, as_of, source) VALUES ($1, 'VN-MDP-2022', 987654, '2026-01-01', 'SURVEY')");
});
afterAll(async () => { await browser.close(); await world.stop(); });

async function openHousehold(page: Page, unit: string): Promise<void> {
  await page.goto(`/cong/${unit}/ho/${household.id}`);
  await page.getByRole('heading', { level: 1, name: head }).waitFor();
  await page.getByRole('heading', { level: 2, name: 'Liên hệ' }).waitFor();
}
/** Its name may end with a count. */
const section = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}\\s*\\d*$`) });
const close = async (...visits: Visit[]): Promise<void> => {
  expect(visits.flatMap(({ problems }) => problems)).toEqual([]);
  for (const { page } of visits) await page.context().close();
};

describe('a household that lacks housing', () => {
  it('is shown to Sở Xây dựng with its housing, without income or health, and says why it is seen', async () => {
    const commune = await visitAs(browser, world, await world.as.commune('02869', { sensitive: ['HouseholdIncome'] }));
    await openHousehold(commune.page, '02869');
    for (const text of [illness, 'Giàng Thị Nghiệm', '0912000111']) await commune.page.getByText(text).first().waitFor();
    await commune.page.getByRole('button', { name: 'Mở thu nhập và điểm' }).waitFor();

    const building = await visitAs(browser, world, await world.as.department('sxd'));
    await openHousehold(building.page, 'sxd');
    const { page } = building, why = section(page, 'Đơn vị bạn được xem hộ này vì'), lacks = section(page, 'Chiều thiếu hụt');
    await why.getByText('hộ thiếu hụt “Chất lượng nhà ở”, phần đơn vị chủ trì khắc phục').waitFor();
    expect(await why.getByRole('listitem').count()).toBe(1);
    await lacks.getByText('Nhà ở', { exact: true }).waitFor();
    expect(await lacks.getByText('Y tế', { exact: true }).count()).toBe(0);
    for (const name of ['Mở thu nhập và điểm', 'Mở hồ sơ người có công']) expect([name, await page.getByRole('button', { name }).count()]).toEqual([name, 0]);
    const html = await page.content();
    expect(['987.654', illness, 'Dinh dưỡng', 'Giàng Thị Nghiệm', '0912000111', 'đo NUTRITION'].filter(text => html.includes(text))).toEqual([]);
    await section(page, 'Phần bạn chưa được xem').getByText('Thu nhập và điểm rà soát').waitFor();
    await close(commune, building);
  });
});

describe('a household that would borrow', () => {
  it('is found by Ngân hàng Chính sách xã hội among needs for loans, and offers nothing of health or illness', async () => {
    const bank = await world.as.department('nhcsxh', { sensitive: ['SupportLoan'] }), opened = await visitAs(browser, world, bank), { page } = opened;
    const { rows: [found] } = await world.admin.query<{ count: number }>(`SELECT count(DISTINCT n.household_id)::int AS count FROM support_need n JOIN sight s ON s.household_id = n.household_id
      WHERE n.kind = 'LOAN' AND n.until IS NULL AND s.unit_id = $1 AND s.depth <> 'PART' AND (s.valid_to IS NULL OR s.valid_to >= '2026-09-08')`, [bank.unitId]);
    const { count } = found!;
    await page.goto('/cong/nhcsxh/ho');
    await page.getByLabel('Nhu cầu hỗ trợ', { exact: true }).selectOption({ label: 'Vay vốn ưu đãi' });
    await page.waitForURL('**/ho?nhucau=LOAN');
    await page.getByRole('status').filter({ hasText: count > 25 ? `trong ${count} hộ` : `${count} hộ` }).first().waitFor();
    await page.getByLabel('Tìm chủ hộ, mã hộ').fill(household.code);
    await page.getByRole('status').filter({ hasText: '1 hộ' }).first().waitFor();
    await page.getByRole('link', { name: household.code }).first().click();
    await page.getByRole('heading', { level: 1, name: head }).waitFor();
    await section(page, 'Nguyên nhân nghèo').getByText('Thiếu vốn sản xuất, kinh doanh').waitFor();
    await page.getByText('hộ có nhu cầu “Vay vốn ưu đãi”, phần đơn vị chủ trì').waitFor();
    const html = await page.content();
    expect([illness, 'Dinh dưỡng', '987.654'].filter(text => html.includes(text))).toEqual([]);
    expect(await page.getByRole('button', { name: /Mở sức khỏe|Mở thông tin sức khỏe/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Đề nghị mở xem' }).click();
    const choice = page.getByRole('dialog').getByLabel('Phần cần xem');
    await choice.waitFor();
    const parts = await choice.locator('option').allInnerTexts();
    expect(parts).toContain('Địa chỉ, điện thoại');
    expect(parts.filter(part => /sức khỏe|y tế|thu nhập/i.test(part) && part !== 'Bảo hiểm y tế của thành viên')).toEqual([]);
    await close(opened);
  });
});

describe('a part that is asked for', () => {
  it('is granted by the commune\'s head, shows for the department, is revoked, and is gone', async () => {
    const [officer, leader] = [await visit(browser, world, desktop), await visit(browser, world, phone)];
    await signIn(officer.page, 'sxd.chuyenvien', demonstrationPassword.word);
    await openHousehold(officer.page, 'sxd');
    expect(await officer.page.content()).not.toContain('0912000111');
    await officer.page.getByRole('button', { name: 'Đề nghị mở xem' }).click();
    const form = officer.page.getByRole('dialog');
    await form.getByLabel('Phần cần xem').selectOption({ label: 'Địa chỉ, điện thoại' });
    await form.getByLabel('Mục đích').selectOption('PROVIDE_SUPPORT');
    await form.getByLabel('Lý do').fill('Khảo sát nền nhà');
    await form.getByLabel('Số ngày xem').fill('10');
    await form.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await officer.page.getByText('Đã gửi đề nghị tới xã.').waitFor();

    const list = leader.page.getByRole('region', { name: 'Danh sách đề nghị' });
    const item = list.locator('div').filter({ has: leader.page.getByRole('link', { name: head }) }).last();
    await signIn(leader.page, 'banlien.lanhdao', demonstrationPassword.word);
    await leader.page.getByRole('link', { name: '2 đề nghị mở xem thông tin của hộ chờ lãnh đạo xã quyết định' }).click();
    await list.getByText('Khảo sát nền nhà').waitFor();
    const name = `Sở Xây dựng đề nghị xem địa chỉ, điện thoại, ${household.code}`;
    await leader.page.getByRole('button', { name: `Đồng ý: ${name}`, exact: true }).click();
    await leader.page.getByRole('dialog').getByLabel(/^Cho xem trong/).fill('3');
    await leader.page.getByRole('dialog').getByRole('button', { name: 'Đồng ý', exact: true }).click();
    await leader.page.getByText('Đã đồng ý cho xem.').waitFor();
    await item.waitFor({ state: 'detached' });

    await openHousehold(officer.page, 'sxd');
    await officer.page.getByRole('link', { name: '0912000111' }).waitFor();
    await officer.page.getByText('Còn 2 ngày, đến hết 10/9/2026').waitFor();
    await officer.page.getByText('xã đồng ý cho xem phần “Địa chỉ, điện thoại”').waitFor();

    await leader.page.getByText('Đang mở (2)').click();
    await leader.page.getByRole('button', { name: `Dừng cho xem: ${name}` }).click();
    await leader.page.getByRole('dialog').getByLabel('Lý do dừng').fill('Đã khảo sát xong');
    await leader.page.getByRole('dialog').getByRole('button', { name: 'Dừng cho xem', exact: true }).click();
    await leader.page.getByText('Đã dừng cho xem.').waitFor();
    expect(await leader.page.evaluate('document.documentElement.scrollWidth')).toBe(390);

    await openHousehold(officer.page, 'sxd');
    await officer.page.getByText('Trả lời: Đã khảo sát xong').waitFor();
    expect(await officer.page.content()).not.toContain('0912000111');
    await officer.page.goto('/cong/sxd/de-nghi-mo-xem?tt=xong');
    await officer.page.getByRole('region', { name: 'Danh sách đề nghị' }).getByText('Xã đã dừng cho xem').waitFor();
    await close(officer, leader);
  });
});

describe('a proposal to help', () => {
  it('waits for both sides by code alone, and is confirmed by the one, declined by the other', async () => {
    const women = await world.as.massOrganisation('lhpn', { role: 'LEADER' }), leader = await world.as.commune('02869', { role: 'LEADER' });
    await world.admin.query("INSERT INTO pairing (commune_id, helper_id, household_id, valid_from) VALUES ($1, $2, $3, '2026-09-01')", [leader.unitId, women.unitId, household.id]);
    const [helper, commune] = [await visitAs(browser, world, women, phone), await visitAs(browser, world, leader)];
    await commune.page.goto('/cong/02869/ghep-doi?tt=cho');
    const name = `Hội Liên hiệp Phụ nữ tỉnh, ${household.code}`;
    await commune.page.getByRole('button', { name: `Xác nhận: ${name}` }).click();
    await commune.page.getByRole('dialog').getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await commune.page.getByRole('button', { name: `Xác nhận: ${name}` }).waitFor({ state: 'detached' });
    await commune.page.getByRole('button', { name: `Rút đề xuất: ${name}` }).waitFor();

    await helper.page.goto('/cong/lhpn/ghep-doi?tt=cho');
    await helper.page.getByRole('heading', { level: 3, name: household.code }).waitFor();
    expect(await helper.page.content()).not.toContain(head);
    await helper.page.getByRole('button', { name: `Từ chối: ${name}` }).click();
    await helper.page.getByRole('dialog').getByLabel('Lý do từ chối').fill('Hội đã nhận đủ hộ');
    await helper.page.getByRole('dialog').getByRole('button', { name: 'Gửi từ chối' }).click();
    await helper.page.getByText('Đã từ chối đề xuất giúp đỡ.').waitFor();
    const stored = 'SELECT state, end_reason AS reason, commune_confirmed_on IS NOT NULL AS commune FROM pairing WHERE household_id = $1';
    expect((await world.admin.query(stored, [household.id])).rows).toEqual([{ state: 'ENDED', reason: 'Hội đã nhận đủ hộ', commune: true }]);
    await close(helper, commune);
  });
});
