import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { check, confirm as save, fileOf, messagesOf, undo, type TestCell } from '../support/import-client.js';
import { newHousehold, type NewHousehold } from '../support/new-household.js';
import { outcome, refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, commune: Client, body: Client, other: Client, secretariat: Client, household: NewHousehold;

/** Bản Liền and two bodies that have nothing agreed with it. */
beforeAll(async () => {
  world = await openWorld();
  commune = await world.as.commune('02869', { role: 'LEADER' });
  body = await world.as.department('skhcn', { role: 'LEADER' });
  other = await world.as.department('stp', { role: 'LEADER' });
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
});
beforeEach(async () => {
  await world.admin.query('DELETE FROM pairing WHERE helper_id = ANY ($1)', [[body.unitId, other.unitId]]);
  await world.admin.query('DELETE FROM notice');
  household = await newHousehold(world.admin);
});
afterAll(() => world.stop());

interface Row { readonly id: string; readonly version: number }
const run = (client: Client, operation: string, input: object): Promise<Answer> =>
  client(`mutation ($input: ${operation[0]!.toUpperCase()}${operation.slice(1)}Input!) { ${operation}(input: $input) { pairing { id version state leaderInCharge } userErrors { code field message } } }`, { input });
const propose = (more: object = {}, client = secretariat) => run(client, 'proposePairing', { commune: String(commune.unitId), helper: String(body.unitId), validFrom: '2026-09-01', ...more });
const rowOf = (answer: Answer): Row => (Object.values(answer.data)[0] as { pairing: Row }).pairing;
const errors = ({ data }: Answer) => (Object.values(data)[0] as { userErrors: { code: string; field: string; message: string }[] }).userErrors.map(({ code, field, message }) => [code, field, message]);
const denied = async (attempt: () => Promise<Answer>) => (await refused(world, attempt)).answer;
const confirm = (client: Client, { id, version }: Row) => run(client, 'confirmPairing', { id, version });
const agreed = async () => rowOf(await confirm(body, rowOf(await confirm(commune, rowOf(await propose())))));
const told = async () => (await world.admin.query<{ kind: string; unit: number }>('SELECT kind, unit_id AS unit FROM notice ORDER BY id')).rows.map(({ kind, unit }) => [kind, unit]);
const notYet = 'Sở KH&CN và Xã Bản Liền chưa thống nhất phân công giúp đỡ từ ngày 01/9/2026. Thống nhất phân công giữa đơn vị và xã trước, rồi giao từng hộ.';

describe('a body and a commune', () => {
  it('agree once both have confirmed, each told of the other\'s word; the leader in charge stands beside', async () => {
    const row = rowOf(await propose({ leaderInCharge: 'Đồng chí Trần Văn Lo' }));
    expect(row).toMatchObject({ state: 'PROPOSED', leaderInCharge: 'Đồng chí Trần Văn Lo' });
    expect(await told()).toEqual([['PAIRING_PROPOSED', commune.unitId], ['PAIRING_PROPOSED', body.unitId]]);
    const first = rowOf(await confirm(commune, row));
    expect(errors(await denied(() => confirm(commune, first))).map(([code]) => code)).toEqual(['NOT_ALLOWED_NOW']);
    expect(outcome(await denied(() => confirm(secretariat, first)))).toBe('403 FORBIDDEN');
    expect(errors(await denied(() => confirm(other, first))).map(([code]) => code)).toEqual(['NOT_FOUND']);
    expect(rowOf(await confirm(body, first))).toMatchObject({ state: 'AGREED' });
    expect((await told()).slice(2)).toEqual([['PAIRING_CONFIRMED', body.unitId], ['PAIRING_CONFIRMED', commune.unitId]]);
  });

  it('are paired once at a time, whoever proposes it', async () => {
    await propose();
    expect(errors(await denied(() => propose({ validFrom: '2026-10-01' }, body)))).toEqual([['NOT_ALLOWED_NOW', 'commune', 'Đơn vị đã có phân công giúp đỡ xã này trong thời gian đó. Xem phân công đang có hoặc chọn thời gian khác.']]);
    expect(errors(await propose({ helper: String(other.unitId) }))).toEqual([]);
  });

  it('tell each other and the secretariat of a refusal, which has its reason', async () => {
    const row = rowOf(await propose());
    expect(errors(await denied(() => run(body, 'declinePairing', { id: row.id, version: row.version, endReason: '  ' }))).map(([, field]) => field)).toEqual(['endReason']);
    await world.admin.query('DELETE FROM notice');
    expect(errors(await run(body, 'declinePairing', { id: row.id, version: row.version, endReason: 'Đã nhận xã khác' }))).toEqual([]);
    expect(await told()).toEqual([['PAIRING_DECLINED', commune.unitId], ['PAIRING_DECLINED', secretariat.unitId]]);
  });

  it('tell each other whether a proposal was taken back or an agreed pairing ended', async () => {
    const end = async ({ id, version }: Row) => {
      await world.admin.query('DELETE FROM notice');
      expect(errors(await run(body, 'endPairing', { id, version, endReason: 'Đổi địa bàn' }))).toEqual([]);
      return told();
    };
    expect(await end(rowOf(await propose()))).toEqual([['PAIRING_WITHDRAWN', commune.unitId], ['PAIRING_WITHDRAWN', secretariat.unitId]]);
    expect(await end(await agreed())).toEqual([['PAIRING_ENDED', commune.unitId], ['PAIRING_ENDED', secretariat.unitId]]);
  });
});

describe('a household', () => {
  it('is given where body and commune have agreed on the day, and nowhere else; what stands stays', async () => {
    const give = (more: object = {}) => propose({ household: household.id, ...more });
    expect(errors(await denied(() => give()))).toEqual([['NOT_ALLOWED_NOW', 'household', notYet]]);
    const row = rowOf(await confirm(commune, rowOf(await propose())));
    expect(errors(await denied(() => give()))).toEqual([['NOT_ALLOWED_NOW', 'household', notYet]]);
    const pair = rowOf(await confirm(body, row));
    expect(errors(await denied(() => give({ validFrom: '2026-08-31' }))).map(([code]) => code)).toEqual(['NOT_ALLOWED_NOW']);
    const given = rowOf(await give());
    expect(given).toMatchObject({ state: 'PROPOSED' });
    await run(secretariat, 'endPairing', { id: pair.id, version: pair.version, endReason: 'Đổi đơn vị' });
    expect((await world.admin.query('SELECT state FROM pairing WHERE id = $1', [given.id])).rows).toEqual([{ state: 'PROPOSED' }]);
  });

  it('is not given past the service either', async () => {
    for (const [role, client] of [['portal_secretariat', secretariat], ['portal_commune', commune]] as const) {
      await world.admin.query(`BEGIN; SET LOCAL ROLE ${role}; SET LOCAL app.units = '{${client.unitId}}'; SET LOCAL app.today = '2026-09-08'`);
      await expect(world.admin.query("INSERT INTO pairing (commune_id, helper_id, household_id, valid_from) VALUES ($1, $2, $3, '2026-09-01')", [commune.unitId, body.unitId, household.id])).rejects.toMatchObject({ code: '23514' });
      await world.admin.query('ROLLBACK');
    }
  });
});

describe('the board', () => {
  const board = async (client: Client) => (await client('{ pairingBoard(year: 2026) { target agreed waiting communesHelped bodiesHelping bodies helpers { name quota agreed waiting officers communes } communes { code helpers proposed agreed waiting withoutHelper } } }')).data.pairingBoard;
  it('counts what is agreed beside the plan\'s own target; a body and a commune their own part', async () => {
    const { rows: [plain] } = await world.admin.query(`SELECT (SELECT value FROM target WHERE code = 'HELPED_HOUSEHOLDS') AS target, count(household_id) FILTER (WHERE state = 'AGREED')::int AS agreed,
      count(household_id) FILTER (WHERE state = 'PROPOSED')::int AS waiting, count(DISTINCT commune_id) FILTER (WHERE household_id IS NULL AND state = 'AGREED')::int AS "communesHelped",
      count(DISTINCT helper_id) FILTER (WHERE household_id IS NULL AND state = 'AGREED')::int AS "bodiesHelping", (SELECT count(*)::int FROM pairing_quota) AS bodies
      FROM pairing WHERE state IN ('PROPOSED','AGREED') AND (valid_to IS NULL OR valid_to >= '2026-09-08')`);
    const whole = await board(secretariat);
    expect(whole).toMatchObject(plain);
    expect([plain.target, whole.communes.length, whole.helpers.reduce((sum: number, one: { quota: number }) => sum + one.quota, 0)]).toEqual([942, 47, 942]);
    const before = whole.communes.find((one: { code: string }) => one.code === '02869');
    await agreed();
    await propose({ household: household.id });
    expect((await board(secretariat)).communes.find((one: { code: string }) => one.code === '02869')).toEqual({ ...before, helpers: expect.arrayContaining(['Sở KH&CN']), waiting: before.waiting + 1, withoutHelper: before.withoutHelper - 1 });
    const own = await board(body);
    expect(own).toMatchObject({ agreed: 0, waiting: 1, communesHelped: 1, bodies: null, helpers: [{ name: 'Sở KH&CN', waiting: 1, communes: ['Xã Bản Liền'] }], communes: [{ code: '02869', helpers: ['Sở KH&CN'], withoutHelper: null }] });
    const local = await board(commune);
    expect([local.target, local.communes.map((one: { code: string }) => one.code), local.helpers.every((one: { quota: number | null }) => one.quota === null)]).toEqual([null, ['02869'], true]);
  });

  it('keeps a body\'s promise, which the secretariat alone writes', async () => {
    const promise = (client: Client, input: object) => client('mutation ($input: SavePairingQuotaInput!) { savePairingQuota(input: $input) { pairingQuota { households version } userErrors { code field } conflicts { yours current } } }', { input: { helper: String(body.unitId), year: 2026, ...input } });
    const { rows: [{ version, households }] } = await world.admin.query<{ version: number; households: number }>('SELECT version, households FROM pairing_quota WHERE helper_id = $1', [body.unitId]);
    expect((await promise(secretariat, { households: 30, version })).data.savePairingQuota).toEqual({ pairingQuota: { households: 30, version: version + 1 }, userErrors: [], conflicts: [] });
    expect((await denied(() => promise(secretariat, { households: 31, version }))).data.savePairingQuota).toMatchObject({ userErrors: [{ code: 'CONFLICT' }], conflicts: [{ yours: '31', current: '30' }] });
    for (const client of [body, commune]) expect(outcome(await denied(() => promise(client, { households: 99, version: version + 1 })))).toBe('403 FORBIDDEN');
    expect((await denied(() => promise(secretariat, { households: -1 }))).data.savePairingQuota.userErrors).toEqual([{ code: 'BAD_INPUT', field: 'households' }]);
    await world.admin.query('UPDATE pairing_quota SET households = $2 WHERE helper_id = $1', [body.unitId, households]);
  });
});

describe('the imported list', () => {
  const header = ['Đơn vị giúp đỡ', 'Xã, phường', 'Lãnh đạo phụ trách', 'Mã hộ', 'Từ ngày', 'Đến ngày'];
  const file = (...lines: TestCell[][]) => fileOf([header, ...lines]);
  const count = async () => (await world.admin.query<{ n: number }>('SELECT count(*)::int AS n FROM pairing WHERE helper_id = ANY ($1)', [[body.unitId, other.unitId]])).rows[0]!.n;

  it('is proposed whole, each unit told once, and taken back whole', async () => {
    const batch = await check(world, secretariat, await file(['Sở KH&CN', 'bản liền', 'Đồng chí A', null, '01/10/2026', '31/12/2026'], ['stp', 'Xã Thải Giàng Phố', 'Đồng chí B', null, '01/10/2026', null]), 'PAIRINGS');
    expect([batch, await messagesOf(secretariat, batch.id)]).toEqual([expect.objectContaining({ state: 'CHECKED', total: 2, good: 2, bad: 0, warned: 1 }), { 3: ['B3: Đơn vị cũ Xã Thải Giàng Phố nay thuộc Xã Bắc Hà (02839).'] }]);
    expect(await count()).toBe(0);
    expect(await save(secretariat, batch)).toMatchObject({ state: 'SAVED', saved: 2, message: null });
    expect((await world.admin.query("SELECT helper_id AS helper, leader_in_charge AS leader, state, valid_from::text AS from, valid_to::text AS to FROM pairing WHERE helper_id = ANY ($1) ORDER BY leader_in_charge", [[body.unitId, other.unitId]])).rows).toEqual([
      { helper: body.unitId, leader: 'Đồng chí A', state: 'PROPOSED', from: '2026-10-01', to: '2026-12-31' }, { helper: other.unitId, leader: 'Đồng chí B', state: 'PROPOSED', from: '2026-10-01', to: null }]);
    expect((await told()).filter(([, unit]) => unit === body.unitId || unit === other.unitId)).toEqual([['PAIRING_PROPOSED', body.unitId], ['PAIRING_PROPOSED', other.unitId]]);
    expect(await undo(secretariat, batch.id)).toMatchObject({ state: 'UNDONE', message: null });
    expect(await count()).toBe(0);
  });

  it('says what is wrong with each line, and saves nothing of a bad one', async () => {
    await agreed();
    const mine = await newHousehold(world.admin);
    await propose({ household: mine.id, validFrom: '2026-10-01' });
    const batch = await check(world, secretariat, await file(
      ['Sở Không Có', 'Bản Liền', null, null, '01/10/2026', null], ['Sở KH&CN', 'Xã Không Có', null, null, '01/10/2026', null], ['Sở KH&CN', 'Bản Liền', null, null, '01/10/2026', null],
      ['Sở Tư pháp', 'Bản Liền', null, household.code, '01/10/2026', null], ['Sở KH&CN', 'Bản Liền', null, household.code, '01/10/2026', null], ['Sở KH&CN', 'Bản Liền', null, household.code, '01/11/2026', null],
      ['Sở KH&CN', 'Bản Liền', null, 'KHONG-CO', '01/10/2026', null], ['Sở KH&CN', 'Bản Liền', null, mine.code, '01/10/2026', null], ['Sở Tư pháp', 'Bản Liền', null, null, '01/10/2026', '01/09/2026']), 'PAIRINGS');
    expect(batch).toMatchObject({ total: 9, good: 1, bad: 8 });
    const said = await messagesOf(secretariat, batch.id);
    expect(said).toEqual({
      2: [expect.stringMatching(/^A2: Đơn vị “Sở Không Có” không có trong danh mục\. Gần giống: /)], 3: [expect.stringMatching(/^B3: Xã “Xã Không Có” không có trong danh mục hiện nay và danh mục cũ\./)],
      4: ['A4: Sở KH&CN đã được phân công giúp đỡ xã này trong thời gian đó. Hãy bỏ dòng.'],
      5: ['D5: Sở Tư pháp và xã chưa thống nhất phân công giúp đỡ từ ngày 01/10/2026. Hãy nhập và thống nhất dòng đơn vị – xã (để trống mã hộ) trước.'],
      7: [`D7: Hộ ${household.code} đã giao cho Sở KH&CN ở dòng 6. Mỗi hộ một đơn vị; hãy bỏ một dòng.`],
      8: ['D8: Không có hộ mã “KHONG-CO” trong danh sách của xã này. Hãy kiểm tra mã hộ và xã.'], 9: ['D9: Hộ này đã được phân công cho đúng đơn vị này. Hãy bỏ dòng.'],
      10: ['F10: Ngày kết thúc 01/9/2026 trước ngày bắt đầu 01/10/2026. Hãy sửa một trong hai ngày.'],
    });
    const before = await count();
    expect(await save(secretariat, batch)).toMatchObject({ state: 'SAVED', saved: 1 });
    expect(await count()).toBe(before + 1);
    // A side has answered since: nothing is taken back.
    await world.admin.query("UPDATE pairing SET commune_confirmed_on = '2026-09-08' WHERE household_id = $1", [household.id]);
    expect(await undo(secretariat, batch.id)).toMatchObject({ state: 'SAVED', message: expect.stringContaining('dòng 6') });
    expect(await count()).toBe(before + 1);
  });

  it('is no other portal\'s to bring in', async () => {
    for (const client of [body, commune]) {
      const answer = await denied(() => client('mutation { beginImport(input: { kind: PAIRINGS, fileName: "a.xlsx" }) { userErrors { code field } } }'));
      expect(answer.data.beginImport.userErrors).toEqual([{ code: 'BAD_INPUT', field: 'kind' }]);
    }
  });
});
