import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeHiddenColumns, changeUnseenHouseholds } from '../support/hidden-change.js';
import { changeHiddenParts } from '../support/hidden-parts.js';
import { seenNow } from '../support/seen-households.js';
import { columnsOf, ended, exported, fetchFile, jobOf, jobsOf, sheetRows, startExport } from '../support/exports.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

const units = { secretariat: 'thuong-truc', department: 'sxd', commune: '02869', massOrganisation: 'lhpn' } as const;
type Kind = keyof typeof units;
const kinds = Object.keys(units) as Kind[], named = ['HouseholdIdentity', 'HouseholdIncome', 'MemberHealth', 'MeritRecord', 'SupportLoan', 'HealthDeprivation', 'PovertyCause'];

let world: World, clients: Record<Kind, Client>, opening: Record<Kind, Client>;
beforeAll(async () => {
  world = await openWorld();
  clients = Object.fromEntries(await Promise.all(kinds.map(async kind => [kind, await world.as[kind](units[kind])]))) as typeof clients;
  opening = Object.fromEntries(await Promise.all(kinds.map(async kind => [kind, await world.as[kind](units[kind], { sensitive: named })]))) as typeof opening;
});
beforeEach(() => world.admin.query('TRUNCATE access_log'));
afterAll(() => world.stop());

const dataRows = async (client: Client, wish: Parameters<typeof exported>[2]) => sheetRows(await exported(world, client, wish), 0);
/** Every node of a list, as GraphQL answers the same person. */
async function listed(client: Client, field: string, select: string, order: string): Promise<Answer['data'][]> {
  const nodes = [];
  for (let after: string | null = null; ;) {
    const { data } = await client(`query ($after: String) { ${field}(first: 50, after: $after, order: [${order}]) { nodes { ${select} } pageInfo { hasNextPage endCursor } } }`, { after });
    nodes.push(...data[field].nodes);
    if (!data[field].pageInfo.hasNextPage) return nodes;
    after = data[field].pageInfo.endCursor;
  }
}
const files = (): number => { const folder = join(tmpdir(), world.admin.database!, 'files'); return existsSync(folder) ? readdirSync(folder).length : 0; };

describe.each(kinds)('a list taken out by the %s', kind => {
  it('holds of households what the list shows, row by row, and nothing more', async () => {
    const client = clients[kind], order = [{ code: 'ASC' }];
    const nodes = await listed(client, 'households', 'code headName class classSince memberCount commune { shortName } village { name } helpers deprivations { indicator deprived until } endedOn', '{ code: ASC }');
    const rows = await dataRows(client, { kind: 'HOUSEHOLDS', order, purpose: 'REVIEW', columns: ['code', 'headName', 'class', 'classSince', 'memberCount', 'communeName', 'village', 'helpers', 'lack:HOUSING_QUALITY', 'endedOn'] });
    const words: Record<string, string> = { POOR: 'Hộ nghèo', NEAR_POOR: 'Hộ cận nghèo', NEWLY_ESCAPED: 'Hộ mới thoát nghèo', NEWLY_ESCAPED_NEAR_POOR: 'Hộ mới thoát cận nghèo', AVERAGE: 'Hộ có mức sống trung bình', NONE: 'Không thuộc danh sách' };
    const wanted = nodes.map(node => [node.code, node.headName, words[node.class], node.classSince, node.memberCount, node.commune.shortName, node.village?.name ?? null, node.helpers.join('; ') || null,
      node.deprivations.some((lack: { indicator: string; deprived: boolean; until: string | null }) => lack.indicator === 'HOUSING_QUALITY' && lack.deprived && lack.until === null) ? 'x' : null, node.endedOn]);
    const width = Math.max(...rows.map(row => row.length));
    expect(wanted.length).toBeGreaterThan(0);
    expect(rows.slice(1)).toEqual(wanted.map(row => row.slice(0, width)));
    expect(rows[0]).toEqual(['Mã hộ', 'Họ và tên chủ hộ', 'Phân loại hộ', 'Phân loại từ ngày', 'Số nhân khẩu', 'Xã, phường', 'Thôn, bản, tổ dân phố', 'Đơn vị giúp đỡ', 'Thiếu hụt: Chất lượng nhà ở', 'Thôi là hộ từ ngày'].slice(0, width));
  });
  it('has a column where the portal reads the field, and sensitive nouns for a named post alone', async () => {
    const keys = async (client: Client, list: string) => (await columnsOf(client, list)).map(column => column.key);
    const plain = await keys(clients[kind], 'HOUSEHOLDS'), open = await keys(opening[kind], 'HOUSEHOLDS');
    const hidden = { secretariat: [], commune: [], department: ['workerCount', 'childCount', 'deprivationCount', 'ethnicity'], massOrganisation: ['workerCount', 'childCount', 'deprivationCount', 'ethnicity'] }[kind];
    expect(['workerCount', 'childCount', 'deprivationCount', 'ethnicity'].filter(key => !plain.includes(key))).toEqual(hidden);
    expect(open.filter(key => !plain.includes(key))).toEqual({ secretariat: ['income', 'merits'], commune: ['income', 'merits'], department: ['merits'], massOrganisation: [] }[kind]);
    expect([...open, ...await keys(opening[kind], 'SUPPORTS'), ...await keys(opening[kind], 'PAIRINGS')].filter(key => /note|evidence|promise|outcome|reason|latitude/i.test(key))).toEqual([]);
    const members = await keys(opening[kind], 'MEMBERS'), bare = await keys(clients[kind], 'MEMBERS');
    if (kind === 'massOrganisation') expect(members).toEqual([]);
    else expect(members.filter(key => !bare.includes(key))).toEqual(['idNumber', 'insuranceNumber', 'malnutrition', 'disability', 'seriousIllness']);
  });
  it('refuses a column that is not the viewer\'s, and saves nothing', async () => {
    const before = (await jobsOf(clients[kind])).length;
    const { data } = await startExport(clients[kind], { kind: 'MEMBERS', columns: ['idNumber'], purpose: 'REVIEW' });
    expect([data.startExport.exportJob, data.startExport.userErrors[0].code, data.startExport.userErrors[0].field]).toEqual([null, 'BAD_INPUT', kind === 'massOrganisation' ? 'kind' : 'columns']);
    expect((await jobsOf(clients[kind])).length).toBe(before);
  });
});

describe('a filter', () => {
  it('on a field that is hidden is refused like the list itself, and nothing is taken out', async () => {
    for (const kind of ['department', 'massOrganisation'] as const) {
      const before = [(await jobsOf(clients[kind])).length, files()];
      const answer = await startExport(clients[kind], { kind: 'HOUSEHOLDS', columns: ['code'], filter: { or: [{ code: { startsWith: 'x' } }, { ethnicity: { eq: '01' } }] } });
      expect([answer.status, answer.errors?.[0]?.extensions.code, answer.errors?.[0]?.extensions.fields]).toEqual([403, 'FORBIDDEN', ['HouseholdFilter.ethnicity']]);
      const sorted = await startExport(clients[kind], { kind: 'HOUSEHOLDS', columns: ['code'], order: [{ workerCount: 'ASC' }] });
      expect([sorted.status, sorted.errors?.[0]?.extensions.fields]).toEqual([403, ['HouseholdOrder.workerCount']]);
      expect([(await jobsOf(clients[kind])).length, files()]).toEqual(before);
    }
  });
  it('that is none of the list is said to be so', async () => {
    for (const filter of ['{', '[]', '{"nothing":{"eq":1}}', '{"class":{"eq":"RICH"}}']) {
      const { data } = await clients.commune('mutation ($input: StartExportInput!) { startExport(input: $input) { exportJob { id } userErrors { code field } } }', { input: { kind: 'HOUSEHOLDS', columns: ['code'], filter } });
      expect(data.startExport).toEqual({ exportJob: null, userErrors: [{ code: 'BAD_INPUT', field: 'filter' }] });
    }
  });
  it('narrows what is taken out, and stands on the second sheet in words', async () => {
    const file = await exported(world, clients.commune, { kind: 'HOUSEHOLDS', columns: ['code', 'class'], filter: { class: { in: ['POOR', 'NEAR_POOR'] }, deprivations: { some: { indicator: { eq: 'WATER' } } } } });
    const rows = await sheetRows(file, 0), source = Object.fromEntries(await sheetRows(file, 1));
    const { data } = await clients.commune('{ households(first: 1, filter: { class: { in: [POOR, NEAR_POOR] }, deprivations: { some: { indicator: { eq: "WATER" } } } }) { totalCount { value } } }');
    expect(rows.length - 1).toBe(data.households.totalCount.value);
    expect(source).toMatchObject({ 'Danh sách': 'Danh sách hộ', 'Đơn vị': 'UBND xã Bản Liền', 'Bộ lọc': 'phân loại là một trong Hộ nghèo, Hộ cận nghèo; thiếu hụt: có (chỉ số là Nguồn nước sinh hoạt)', 'Ngày của dữ liệu': '08/9/2026', 'Số dòng': String(rows.length - 1) });
    expect(source['Dữ liệu minh họa']).toContain('không phải hộ có thật');
  });
});

describe('sensitive columns', () => {
  it('want a purpose, and each row that they open has its line in the access log', async () => {
    const client = opening.commune, wish = { kind: 'MEMBERS', columns: ['code', 'fullName', 'idNumber'], order: [{ id: 'ASC' }] };
    expect((await startExport(client, wish)).data.startExport.userErrors).toMatchObject([{ code: 'BAD_INPUT', field: 'purpose' }]);
    expect((await world.admin.query('SELECT FROM access_log')).rowCount).toBe(0);
    const rows = await dataRows(client, { ...wish, purpose: 'PROVIDE_SUPPORT' });
    const { rows: log } = await world.admin.query("SELECT count(DISTINCT member_id)::int AS many, min(part) AS part, max(purpose) AS purpose, max(post_id) AS post FROM access_log WHERE unit_id = $1 AND part = 'HouseholdIdentity'", [client.unitId]);
    const { rows: [papers] } = await world.admin.query('SELECT count(*)::int AS many FROM household_identity WHERE commune_id = $1 AND id_number IS NOT NULL', [client.unitId]);
    expect(log).toEqual([{ many: papers.many, part: 'HouseholdIdentity', purpose: 'PROVIDE_SUPPORT', post: client.post }]);
    expect(rows.slice(1).filter(row => row[2] !== null).every(row => /^\d{12}$/.test(row[2] as string))).toBe(true);
  });
  it('carry the purpose into the log where the field itself asks for none', async () => {
    await exported(world, clients.commune, { kind: 'HOUSEHOLDS', columns: ['code', 'ethnicity'], purpose: 'REVIEW' });
    const { rows } = await world.admin.query('SELECT DISTINCT part, purpose FROM access_log WHERE unit_id = $1', [clients.commune.unitId]);
    expect(rows).toEqual([{ part: 'Household.ethnicity', purpose: 'REVIEW' }]);
  });
});

describe('a file', () => {
  it('keeps a name that looks like a formula as text', async () => {
    const { rows: [household] } = await world.admin.query("UPDATE household SET head_name = '=HYPERLINK(\"http://x\",\"y\")' WHERE id = (SELECT id FROM household WHERE commune_id = $1 LIMIT 1) RETURNING code", [clients.commune.unitId]);
    const rows = await dataRows(clients.commune, { kind: 'HOUSEHOLDS', columns: ['code', 'headName'], filter: { code: { eq: household.code } } });
    expect(rows).toEqual([['Mã hộ', 'Họ và tên chủ hộ'], [household.code, '=HYPERLINK("http://x","y")']]);
  });
  it('and its job are another post\'s to nobody, of the same unit too', async () => {
    const { data } = await startExport(clients.commune, { kind: 'HOUSEHOLDS', columns: ['code'] });
    const job = await ended(clients.commune, data.startExport.exportJob.id);
    for (const other of [opening.commune, clients.department]) {
      expect((await fetchFile(world, other, job.file!.id)).status).toBe(404);
      expect((await jobsOf(other)).some(({ id }) => id === job.id)).toBe(false);
      const cancelled = await other('mutation ($input: CancelExportInput!) { cancelExport(input: $input) { exportJob { id } userErrors { code field } } }', { input: { id: job.id } });
      expect(cancelled.data.cancelExport).toEqual({ exportJob: null, userErrors: [{ code: 'NOT_FOUND', field: 'id' }] });
    }
    expect((await fetchFile(world, clients.commune, job.file!.id)).status).toBe(200);
    const { rows } = await world.admin.query("SELECT operation, after ->> 'state' AS state FROM audit_line WHERE row_id = $1 ORDER BY id", [job.id]);
    expect(rows).toEqual([{ operation: 'startExport', state: null }, { operation: 'finishExport', state: 'DONE' }]);
  });
});

/** Whatever reads households waits meanwhile. */
async function held<T>(work: () => Promise<T>): Promise<T> {
  await world.admin.query('BEGIN; LOCK TABLE household IN ACCESS EXCLUSIVE MODE');
  try { return await work(); } finally { await world.admin.query('COMMIT'); }
}

describe('a job', () => {
  it('that is cancelled leaves no file', async () => {
    const before = files();
    const id = await held(async () => {
      const { data } = await startExport(clients.commune, { kind: 'HOUSEHOLDS', columns: ['code'] });
      await clients.commune('mutation ($input: CancelExportInput!) { cancelExport(input: $input) { userErrors { code } } }', { input: { id: data.startExport.exportJob.id } });
      return data.startExport.exportJob.id as string;
    });
    await exported(world, clients.commune, { kind: 'HOUSEHOLDS', columns: ['code'] }); // the cancelled one is over by then, or is beside it
    await new Promise(done => setTimeout(done, 500));
    expect([(await jobOf(clients.commune, id)).state, (await jobOf(clients.commune, id)).file, files()]).toEqual(['CANCELLED', null, before + 1]);
  });
  it('stops when the post ends meanwhile, and says so', async () => {
    const client = await world.as.commune('02869');
    const id = await held(async () => {
      const { data } = await startExport(client, { kind: 'HOUSEHOLDS', columns: ['code'] });
      await world.admin.query("UPDATE post SET valid_to = '2026-01-01' WHERE id = $1", [client.post]);
      return data.startExport.exportJob.id as string;
    });
    await new Promise(done => setTimeout(done, 800));
    const { rows } = await world.admin.query('SELECT state, message, file_id FROM export_job WHERE id = $1', [id]);
    // The page that was being read when the post ended is the last one.
    expect(rows).toEqual([{ state: 'FAILED', message: 'Chức vụ dùng để xuất không còn hiệu lực nên đã dừng, không có tệp.', file_id: null }]);
  });
  it('of a server that is no more has failed, and says so', async () => {
    const { rows: [job] } = await world.admin.query("INSERT INTO export_job (unit_id, post_id, kind, title, columns, state) VALUES ($1, $2, 'HOUSEHOLDS', 'Danh sách hộ', '{code}', 'RUNNING') RETURNING id", [clients.commune.unitId, clients.commune.post]);
    await world.admin.query('SET ROLE app_user');
    try { await world.admin.query('SELECT fail_exports()'); } finally { await world.admin.query('RESET ROLE'); }
    expect(await jobOf(clients.commune, job.id)).toMatchObject({ state: 'FAILED', message: 'Máy chủ dừng khi đang xuất nên không có tệp. Hãy xuất lại.' });
  });
  it('is one of three at most', async () => {
    const answers = await held(async () => { const all = []; for (let at = 0; at < 4; at++) all.push(await startExport(clients.department, { kind: 'HOUSEHOLDS', columns: ['code'] })); return all; });
    expect(answers.map(({ data }) => data.startExport.userErrors.map((error: { code: string }) => error.code))).toEqual([[], [], [], ['NOT_ALLOWED_NOW']]);
    for (const { data } of answers.slice(0, 3)) await ended(clients.department, data.startExport.exportJob.id);
  });
});

describe('two worlds that differ in what the viewer may not see', () => {
  it.each(['commune', 'department', 'massOrganisation'] as const)('give the %s the same sheets', async kind => {
    const client = clients[kind];
    const sheets = async () => {
      const all = [];
      for (const list of ['HOUSEHOLDS', 'MEMBERS', 'SUPPORT_NEEDS', 'SUPPORTS', 'PAIRINGS']) {
        const columns = (await columnsOf(client, list)).map(column => column.key);
        if (columns.length > 0) all.push(await dataRows(client, { kind: list, columns, purpose: 'REVIEW', order: [{ id: 'ASC' }] }));
      }
      return all;
    };
    const before = await sheets();
    expect(before.length).toBe(kind === 'massOrganisation' ? 4 : 5);
    const hidden = { unit: client.unitId, seen: await seenNow(world.admin, kind, client.unitId) };
    await changeUnseenHouseholds(world.admin, hidden);
    await changeHiddenColumns(world.admin, kind, hidden);
    await changeHiddenParts(world.admin, kind, hidden);
    expect(await sheets()).toEqual(before);
    await world.admin.query("UPDATE household SET code = 'HO-CU-' || id WHERE code LIKE 'HO-MOI-%'");
  });
});
