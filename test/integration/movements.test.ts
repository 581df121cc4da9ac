import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addPersonal, contradictions, makeFamily, versionOf, type Family } from '../support/family.js';
import { outcome, refused, userErrors } from '../support/unchanged.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, leader: Client, officer: Client, villager: Client, other: Client, women: Client, labour: Client, housing: Client;
const standard = 'VN-MDP-2022';

beforeAll(async () => {
  world = await openWorld();
  leader = await world.as.commune('02869', { role: 'LEADER' });
  officer = await world.as.commune('02869');
  villager = await world.as.commune('02869', { role: 'VILLAGE_OFFICER' });
  other = await world.as.commune('02647', { role: 'LEADER' });
  women = await world.as.massOrganisation('lhpn');
  labour = await world.as.department('snv');
  housing = await world.as.department('sxd');
});
afterAll(() => world.stop());

const errors = 'userErrors { code field message }';
const record = (client: Client, input: object) => client(`mutation ($input: RecordClassInput!) { recordClass(input: $input) { classRecord { class standard movement since until headName code memberCount decisionNumber decisionDay reason } ${errors} } }`, { input });
const decision = (household: string, className: string, since: string, more: object = {}) => ({ household, standard, class: className, since, decisionNumber: '15/QĐ-UBND', decisionDay: since, ...more });
const one = async <T>(sql: string, values: unknown[] = []): Promise<T> => (await world.admin.query(sql, values)).rows[0] as T;
const all = async <T>(sql: string, values: unknown[] = []): Promise<T[]> => (await world.admin.query(sql, values)).rows as T[];
const history = (id: string) => all<object>(`SELECT class, movement, since::text, until::text, end_movement AS "end", commune_id AS commune FROM class_record WHERE household_id = $1 AND standard = $2 ORDER BY since, until NULLS LAST`, [id, standard]);
const now = (id: string) => one<object>('SELECT class, standard, class_since::text AS since FROM household WHERE id = $1', [id]);
const write = async (client: Client, name: string, type: string, input: object) => client(`mutation ($input: ${type}!) { ${name}(input: $input) { household { id code headName memberCount class endedOn endKind village { id } } ${errors} conflicts { field yours current } } }`, { input });
const sees = async (client: Client, id: string): Promise<boolean> => (await client('query ($id: ID!) { household(id: $id) { id } }', { id })).data.household !== null;

describe('class by decision', () => {
  let family: Family;
  beforeAll(async () => { family = await makeFamily(world, leader, { head: 'Vàng Thị Mỷ' }); });

  it('follows the movement from what the household was, and stands on the household at once', async () => {
    const { data } = await record(leader, decision(family.id, 'NONE', '2026-06-15', { reason: 'Có việc làm' }));
    expect(data.recordClass.userErrors).toEqual([]);
    expect(data.recordClass.classRecord).toMatchObject({ class: 'NEWLY_ESCAPED', movement: 'ESCAPED', since: '2026-06-15', until: null, headName: 'Vàng Thị Mỷ', memberCount: 3, decisionNumber: '15/QĐ-UBND', reason: 'Có việc làm' });
    expect(await now(family.id)).toEqual({ class: 'NEWLY_ESCAPED', standard, since: '2026-06-15' });
    expect((await record(leader, decision(family.id, 'POOR', '2026-08-01'))).data.recordClass.classRecord).toMatchObject({ class: 'POOR', movement: 'RELAPSED', since: '2026-08-01' });
    expect(await history(family.id)).toEqual([
      { class: 'POOR', movement: 'LISTED', since: '2025-12-12', until: '2026-06-15', end: 'CLASS_CHANGED', commune: leader.unitId },
      { class: 'NEWLY_ESCAPED', movement: 'ESCAPED', since: '2026-06-15', until: '2026-08-01', end: 'CLASS_CHANGED', commune: leader.unitId },
      { class: 'POOR', movement: 'RELAPSED', since: '2026-08-01', until: null, end: null, commune: leader.unitId },
    ]);
    expect(await one('SELECT operation, outcome, unit_id, after->>\'movement\' AS movement FROM audit_line ORDER BY id DESC LIMIT 1')).toEqual({ operation: 'recordClass', outcome: 'DONE', unit_id: leader.unitId, movement: 'RELAPSED' });
  });

  it('says so and saves nothing when nothing changes, and names every field that is wrong', async () => {
    const same = await refused(world, () => record(leader, decision(family.id, 'POOR', '2026-09-01')));
    expect(same.answer.data.recordClass).toEqual({ classRecord: null, userErrors: [{ code: 'NOT_ALLOWED_NOW', field: 'class', message: 'Kết quả này không làm thay đổi phân loại của hộ từ ngày 01/8/2026, nên chưa ghi gì. Xem lại phân loại đã chọn.' }] });
    const wrong = await refused(world, () => record(leader, { household: family.id, standard: 'VN-MDP-1999', class: 'NEWLY_ESCAPED', since: '2026-09-09', decisionNumber: ' ', decisionDay: '2026-09-09' }));
    expect(wrong.answer.data.recordClass.userErrors.map((error: { field: string }) => error.field).sort()).toEqual(['class', 'decisionDay', 'decisionNumber', 'since', 'standard']);
    const early = await refused(world, () => record(leader, decision(family.id, 'NONE', '2026-07-31')));
    expect(early.answer.data.recordClass.userErrors[0]).toMatchObject({ code: 'BAD_INPUT', field: 'since', message: 'Có hiệu lực từ ngày: 31/7/2026 đứng trước phân loại đang có của hộ (từ 01/8/2026). Chọn ngày từ 01/8/2026 trở đi.' });
  });

  it('stands beside under the next standard without changing the class of today', async () => {
    const { data } = await record(leader, decision(family.id, 'POOR', '2026-09-01', { standard: 'VN-MDP-2027' }));
    expect(data.recordClass.classRecord).toMatchObject({ class: 'POOR', movement: 'STANDARD_CHANGED', since: '2026-09-01', standard: 'VN-MDP-2027' });
    expect(await now(family.id)).toEqual({ class: 'POOR', standard, since: '2026-08-01' });
    expect(await all('SELECT standard FROM class_record WHERE household_id = $1 AND until IS NULL ORDER BY 1', [family.id])).toEqual([{ standard }, { standard: 'VN-MDP-2027' }]);
  });

  it('is the leader\'s of the own commune alone', async () => {
    for (const client of [officer, villager, housing, women]) expect(outcome((await refused(world, () => record(client, decision(family.id, 'NONE', '2026-09-01')))).answer)).toBe('403 FORBIDDEN');
    const foreign = await refused(world, () => record(other, decision(family.id, 'NONE', '2026-09-01')));
    expect(userErrors(foreign.answer)).toEqual(['NOT_FOUND']);
    expect(userErrors((await refused(world, () => record(other, decision('00000000-0000-4000-8000-000000000000', 'NONE', '2026-09-01')))).answer)).toEqual(['NOT_FOUND']);
  });

  it('checks in the database too', async () => {
    const call = async (unit: number, post: number) => {
      await world.admin.query('BEGIN');
      try {
        await world.admin.query("SELECT set_config('role', 'portal_commune', true), set_config('app.units', $1, true), set_config('app.post', $2, true)", [`{${unit}}`, String(post)]);
        await world.admin.query("SELECT record_class($1, 'VN-MDP-2022', 'NONE', '2026-09-01', 'ESCAPED', '2026-09-01', NULL, NULL, NULL)", [family.id]);
        return 'done';
      } catch (error) { return (error as { code: string }).code; } finally { await world.admin.query('ROLLBACK'); }
    };
    expect([await call(other.unitId, other.post), await call(officer.unitId, officer.post), await call(leader.unitId, leader.post)]).toEqual(['42501', '42501', 'done']);
  });
});

describe('a household that splits', () => {
  it('takes its members and what is theirs along, once', async () => {
    const family = await makeFamily(world, leader, { head: 'Giàng A Páo', people: 4 }), [head, , third, fourth] = family.members;
    const { support } = await addPersonal(world, family, third!);
    const input = { household: family.id, version: await versionOf(world, family.id), members: [third, fourth], head: fourth, day: '2026-09-01', reason: 'Con ra ở riêng' };
    const keepsHead = await refused(world, () => write(officer, 'splitHousehold', 'SplitHouseholdInput', { ...input, members: [head, third], head: third }));
    expect(keepsHead.answer.data.splitHousehold.userErrors[0]).toMatchObject({ field: 'members', message: 'Thành viên: chủ hộ phải ở lại hộ cũ. Đổi chủ hộ của hộ cũ trước khi tách, hoặc bỏ chọn chủ hộ.' });
    const stale = await refused(world, () => write(officer, 'splitHousehold', 'SplitHouseholdInput', { ...input, version: input.version - 1 }));
    expect(stale.answer.data.splitHousehold.conflicts).toEqual([{ field: 'version', yours: String(input.version - 1), current: String(input.version) }]);
    for (const client of [villager, housing]) expect(outcome((await refused(world, () => write(client, 'splitHousehold', 'SplitHouseholdInput', input))).answer)).toBe('403 FORBIDDEN');
    expect(userErrors((await refused(world, () => write(other, 'splitHousehold', 'SplitHouseholdInput', input))).answer)).toEqual(['NOT_FOUND']);

    const { data } = await write(officer, 'splitHousehold', 'SplitHouseholdInput', input);
    expect(data.splitHousehold.userErrors).toEqual([]);
    const made = data.splitHousehold.household;
    expect(made).toMatchObject({ headName: 'Giàng A Páo 3', memberCount: 2, class: 'POOR' });
    expect(await history(made.id)).toEqual([{ class: 'POOR', movement: 'SPLIT', since: '2026-09-01', until: null, end: null, commune: leader.unitId }]);
    expect(await now(made.id)).toEqual({ class: 'POOR', standard, since: '2025-12-12' });
    const count = (id: string) => one<object>(`SELECT h.member_count AS people, h.deprivation_count AS lacks, (SELECT count(*)::int FROM support_need WHERE household_id = h.id) AS needs,
      (SELECT string_agg(kind, ' ' ORDER BY kind) FROM household_group WHERE household_id = h.id AND until IS NULL) AS groups, (SELECT count(*)::int FROM merit_record WHERE household_id = h.id) AS merits,
      (SELECT count(*)::int FROM pairing WHERE household_id = h.id) AS pairings, (SELECT count(*)::int FROM support WHERE household_id = h.id) AS supports FROM household h WHERE id = $1`, [id]);
    expect(await count(family.id)).toEqual({ people: 2, lacks: 2, needs: 1, groups: 'MINORITY', merits: 0, pairings: 1, supports: 0 });
    expect(await count(made.id)).toEqual({ people: 2, lacks: 2, needs: 1, groups: 'MERIT MINORITY', merits: 1, pairings: 0, supports: 1 });
    expect(await one('SELECT household_id AS id FROM support WHERE id = $1', [support])).toEqual({ id: made.id });
    expect(await all("SELECT since::text FROM deprivation WHERE household_id = $1", [made.id])).toEqual([{ since: '2026-09-01' }, { since: '2026-09-01' }]);
    expect(await sees(labour, made.id)).toBe(true);
    expect(await contradictions(world)).toEqual([]);
  });
});

describe('a household that moves', () => {
  it('belongs to the other commune with everything, and stays on the old lists', async () => {
    const family = await makeFamily(world, leader, { head: 'Sùng Seo Dín' });
    await addPersonal(world, family, family.members[1]!);
    await world.admin.query(`INSERT INTO sight_request (household_id, unit_id, requested_by_id, part, purpose, reason, days, requested_on) VALUES ($1, $2, $3, 'Member', 'REVIEW', 'thử', 5, '2026-09-01')`, [family.id, housing.unitId, housing.post]);
    const input = { household: family.id, version: await versionOf(world, family.id), toCommune: String(other.unitId), day: '2026-09-02', reason: 'Chuyển theo con' };
    expect(userErrors((await refused(world, () => write(officer, 'moveHousehold', 'MoveHouseholdInput', { ...input, toCommune: String(leader.unitId) }))).answer)).toEqual(['BAD_INPUT']);
    expect(userErrors((await refused(world, () => write(officer, 'moveHousehold', 'MoveHouseholdInput', { ...input, toCommune: String(women.unitId) }))).answer)).toEqual(['NOT_FOUND']);
    expect(userErrors((await refused(world, () => write(other, 'moveHousehold', 'MoveHouseholdInput', input))).answer)).toEqual(['NOT_FOUND']);
    expect((await write(officer, 'moveHousehold', 'MoveHouseholdInput', input)).data.moveHousehold).toEqual({ household: null, userErrors: [], conflicts: [] });
    expect([await sees(officer, family.id), await sees(other, family.id), await sees(women, family.id)]).toEqual([false, true, true]);
    const tables = ['member', 'deprivation', 'household_group', 'poverty_cause', 'support_need', 'support', 'merit_record', 'pairing', 'sight_request', 'household_word', 'member_word'];
    for (const table of tables) expect([table, await all(`SELECT DISTINCT commune_id AS commune FROM ${table} WHERE household_id = $1`, [family.id])]).toEqual([table, [{ commune: other.unitId }]]);
    expect(await all('SELECT DISTINCT commune_id AS commune FROM support_amount WHERE support_id IN (SELECT id FROM support WHERE household_id = $1)', [family.id])).toEqual([{ commune: other.unitId }]);
    expect(await history(family.id)).toEqual([
      { class: 'POOR', movement: 'LISTED', since: '2025-12-12', until: '2026-09-02', end: 'MOVED_OUT', commune: leader.unitId },
      { class: 'POOR', movement: 'MOVED_IN', since: '2026-09-02', until: null, end: null, commune: other.unitId },
    ]);
    expect(await one('SELECT state, answer FROM sight_request WHERE household_id = $1', [family.id])).toEqual({ state: 'REFUSED', answer: 'Hộ đã chuyển sang xã, phường khác. Gửi lại đề nghị để xã, phường mới xem xét.' });
    expect(await all("SELECT topic FROM outbox WHERE unit_id = $1 AND row_id = $2", [other.unitId, family.id])).toEqual([{ topic: 'Household.movedIn' }]);
    const on = async (client: Client, day: string) => (await client(`query ($day: Day!, $before: Day!) { classRecords(first: 5, filter: { headName: { eq: "Sùng Seo Dín" }, since: { lte: $day }, or: [{ until: { isNull: true } }, { not: { until: { lte: $before } } }] }) { nodes { class household { id } } } }`, { day, before: day })).data.classRecords.nodes;
    expect([await on(officer, '2026-09-01'), await on(officer, '2026-09-02'), await on(other, '2026-09-01'), await on(other, '2026-09-02')])
      .toEqual([[{ class: 'POOR', household: null }], [], [], [{ class: 'POOR', household: { id: family.id } }]]);
    expect(await contradictions(world)).toEqual([]);
  });
});

describe('households that merge or end', () => {
  it('go on as one, with the same helper once', async () => {
    const kept = await makeFamily(world, leader, { head: 'Ly Seo Phủ' }), gone = await makeFamily(world, leader, { head: 'Ly Seo Lử', className: 'NEAR_POOR' });
    await addPersonal(world, gone, gone.members[1]!);
    const input = { keep: kept.id, keepVersion: await versionOf(world, kept.id), gone: gone.id, goneVersion: await versionOf(world, gone.id), day: '2026-09-03', reason: 'Về ở chung' };
    expect(userErrors((await refused(world, () => write(officer, 'mergeHouseholds', 'MergeHouseholdsInput', { ...input, gone: kept.id }))).answer)).toEqual(['BAD_INPUT']);
    expect(userErrors((await refused(world, () => write(other, 'mergeHouseholds', 'MergeHouseholdsInput', input))).answer)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect((await write(officer, 'mergeHouseholds', 'MergeHouseholdsInput', input)).data.mergeHouseholds).toMatchObject({ household: { id: kept.id, memberCount: 6, class: 'POOR', endedOn: null }, userErrors: [] });
    expect(await one('SELECT ended_on::text AS day, end_kind AS kind, merged_into_id AS into, member_count AS people FROM household WHERE id = $1', [gone.id])).toEqual({ day: '2026-09-03', kind: 'MERGED', into: kept.id, people: 0 });
    expect(await history(gone.id)).toEqual([{ class: 'NEAR_POOR', movement: 'LISTED', since: '2025-12-12', until: '2026-09-03', end: 'MERGED', commune: leader.unitId }]);
    expect(await one('SELECT state, end_reason AS reason FROM pairing WHERE household_id = $1', [gone.id])).toMatchObject({ state: 'ENDED', reason: expect.stringContaining('đã được đơn vị giúp đỡ') });
    expect(await all("SELECT kind FROM household_group WHERE household_id = $1 AND until IS NULL ORDER BY 1", [kept.id])).toEqual([{ kind: 'MERIT' }, { kind: 'MINORITY' }]);
    expect(await all("SELECT kind FROM support_need WHERE household_id = $1 AND until IS NULL ORDER BY 1", [kept.id])).toEqual([{ kind: 'LOAN' }, { kind: 'TRAINING' }]);
    expect(userErrors((await refused(world, () => write(officer, 'endHousehold', 'EndHouseholdInput', { household: gone.id, version: input.goneVersion, kind: 'OTHER', day: '2026-09-03', reason: 'x' }))).answer)).toEqual(['NOT_ALLOWED_NOW']);
    expect(await contradictions(world)).toEqual([]);
  });
  it('go on with the helper of the one that stays; another body\'s help to the other ends, unless its days are others', async () => {
    const [kept, gone] = [await makeFamily(world, leader, { head: 'Ly A Tủa' }), await makeFamily(world, leader, { head: 'Ly A Sử' })];
    await world.admin.query("UPDATE pairing SET helper_id = (SELECT id FROM unit WHERE code = 'stc' AND valid_to IS NULL) WHERE household_id = $1", [gone.id]);
    await world.admin.query("UPDATE pairing SET valid_to = '2026-12-31' WHERE household_id = ANY ($1)", [[kept.id, gone.id]]);
    await world.admin.query("INSERT INTO pairing (commune_id, helper_id, household_id, valid_from, state) SELECT commune_id, helper_id, household_id, '2027-01-01', 'PROPOSED' FROM pairing WHERE household_id = $1", [gone.id]);
    const input = { keep: kept.id, keepVersion: await versionOf(world, kept.id), gone: gone.id, goneVersion: await versionOf(world, gone.id), day: '2026-09-03', reason: 'Về ở chung' };
    expect(userErrors(await write(officer, 'mergeHouseholds', 'MergeHouseholdsInput', input))).toEqual([]);
    expect(await all('SELECT state, end_reason AS reason FROM pairing WHERE household_id = $1', [gone.id])).toEqual([{ state: 'ENDED', reason: expect.stringContaining('đã được đơn vị khác giúp đỡ') }]);
    expect(await all('SELECT state, valid_from::text AS from FROM pairing WHERE household_id = $1 ORDER BY valid_from', [kept.id])).toEqual([{ state: 'AGREED', from: expect.any(String) }, { state: 'PROPOSED', from: '2027-01-01' }]);
  });
  it('end with everything that stood open', async () => {
    const family = await makeFamily(world, leader, { head: 'Tẩn Mỹ Dao' });
    const { support } = await addPersonal(world, family, family.members[0]!);
    const input = { household: family.id, version: await versionOf(world, family.id), kind: 'LEFT_PROVINCE', day: '2026-09-04', reason: 'Cả nhà chuyển khỏi tỉnh' };
    expect((await write(officer, 'endHousehold', 'EndHouseholdInput', { ...input, reason: ' ' })).data.endHousehold.userErrors[0]).toMatchObject({ code: 'BAD_INPUT', field: 'reason' });
    expect((await refused(world, () => write(officer, 'endHousehold', 'EndHouseholdInput', { ...input, kind: 'MERGED' }))).answer.data.endHousehold.userErrors)
      .toEqual([{ code: 'BAD_INPUT', field: 'kind', message: 'Hình thức kết thúc: hộ về chung với hộ khác thì ghi nhập hộ, không ghi kết thúc hộ.' }]);
    expect((await write(officer, 'endHousehold', 'EndHouseholdInput', input)).data.endHousehold).toMatchObject({ household: { endedOn: '2026-09-04', endKind: 'LEFT_PROVINCE', memberCount: 0 }, userErrors: [] });
    expect(await one('SELECT state, note FROM support WHERE id = $1', [support])).toEqual({ state: 'CANCELLED', note: 'Hủy vì hộ kết thúc ngày 04/09/2026.' });
    expect([await sees(officer, family.id), await sees(labour, family.id), await sees(women, family.id)]).toEqual([true, false, false]);
    expect(userErrors((await refused(world, () => record(leader, decision(family.id, 'NONE', '2026-09-05')))).answer)).toEqual(['NOT_ALLOWED_NOW']);
    expect(await contradictions(world)).toEqual([]);
  });

  it.each([['DIED', 'DEAD'], ['LEFT_PROVINCE', 'LEFT'], ['OTHER', 'LEFT']])('say of %s what became of the people, and are counted as ended once', async (kind, residence) => {
    const family = await makeFamily(world, leader, { head: `Phàn ${kind}` });
    const counts = async () => (await officer('{ movementCounts(from: "2026-09-07", to: "2026-09-07", standard: "VN-MDP-2022") { endMovement class count } }')).data.movementCounts;
    const ended = (rows: { endMovement: string | null; count: number }[]) => rows.filter(row => row.endMovement === 'ENDED').reduce((sum, row) => sum + row.count, 0);
    const before = ended(await counts());
    const { data } = await write(officer, 'endHousehold', 'EndHouseholdInput', { household: family.id, version: await versionOf(world, family.id), kind, day: '2026-09-07', reason: 'Xác minh tại thôn' });
    expect(data.endHousehold).toMatchObject({ household: { endedOn: '2026-09-07', endKind: kind }, userErrors: [] });
    expect(await all('SELECT DISTINCT residence FROM member WHERE household_id = $1', [family.id])).toEqual([{ residence }]);
    expect(await one("SELECT after->>'endKind' AS kind FROM audit_line WHERE operation = 'endHousehold' AND row_id = $1 ORDER BY id DESC LIMIT 1", [family.id])).toEqual({ kind });
    expect(ended(await counts())).toBe(before + 1);
    expect(await contradictions(world)).toEqual([]);
  });
});

describe('a household that is entered or imported', () => {
  it('stands on the list with the people it was entered with', async () => {
    const { data } = await officer('mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { household { id } userErrors { field } } }', {
      input: { village: (await one<{ id: number }>('SELECT id FROM village WHERE commune_id = $1 ORDER BY id LIMIT 1', [officer.unitId])).id.toString(), headName: 'Lừu Thị Mới', headSex: 'FEMALE', headBirthYear: 1991, ethnicity: '01' } });
    expect(data.createHousehold.userErrors).toEqual([]);
    expect(await all('SELECT movement, member_count AS people FROM class_record WHERE household_id = $1', [data.createHousehold.household.id])).toEqual([{ movement: 'LISTED', people: 1 }]);
  });

  it('has a class by a list that is imported from the decision, on this commune\'s list from the day it came', async () => {
    const family = await makeFamily(world, other, { head: 'Chảo Láo Tả' });
    await write(other, 'moveHousehold', 'MoveHouseholdInput', { household: family.id, version: await versionOf(world, family.id), toCommune: String(officer.unitId), day: '2026-09-02', reason: 'Theo con' });
    await world.admin.query('BEGIN');
    try {
      const { id } = await one<{ id: string }>(`INSERT INTO import_batch (unit_id, post_id, kind, file_name, state) VALUES ($1, $2, 'HOUSEHOLDS', 'thu.xlsx', 'SAVING') RETURNING id`, [officer.unitId, officer.post]);
      await world.admin.query("SELECT set_config('role', 'portal_commune', true), set_config('app.units', $1, true), set_config('app.post', $2, true), set_config('app.sight', 'held', true)", [`{${officer.unitId}}`, String(officer.post)]);
      await world.admin.query('SELECT import_classes($1, $2)', [id, JSON.stringify([{ household_id: family.id, class: 'NEAR_POOR', standard, movement: 'POOR_TO_NEAR_POOR', since: '2026-06-01', decision_number: '9/QĐ-UBND', decision_day: '2026-06-01', class_since: '2026-06-01' }])]);
      await world.admin.query("SELECT set_config('role', 'none', true)");
      expect(await all('SELECT class, since::text, until::text, class_since::text AS "classSince", member_count AS people FROM class_record WHERE household_id = $1 AND (until IS NULL OR until > since) ORDER BY since', [family.id])).toEqual([
        { class: 'POOR', since: '2025-12-12', until: '2026-09-02', classSince: '2025-12-12', people: 3 },
        { class: 'NEAR_POOR', since: '2026-09-02', until: null, classSince: '2026-06-01', people: 3 },
      ]);
      expect(await now(family.id)).toEqual({ class: 'NEAR_POOR', standard, since: '2026-06-01' });
    } finally { await world.admin.query('ROLLBACK'); }
  });
});
