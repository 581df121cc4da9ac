import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { begin, check, confirm, fileOf, put, settled, type Batch, type TestCell } from '../support/import-client.js';
import { contents } from '../support/unchanged.js';
import { waitFor } from '../support/wait-for.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, officer: Client, village: string;
const inRegistry = async (): Promise<Record<string, string>> => {
  const { household, member, deprivation, class_record, household_contact, sight, household_word } = await contents(world.admin);
  return { household, member, deprivation, class_record, household_contact, sight, household_word } as Record<string, string>;
};
beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  ({ rows: [{ name: village }] } = await world.admin.query('SELECT name FROM village WHERE commune_id = $1 ORDER BY code LIMIT 1', [officer.unitId]));
});
afterAll(() => world.stop());

const header = ['Mã hộ', 'Thôn, bản, tổ dân phố', 'Họ và tên chủ hộ', 'Dân tộc', 'Phân loại hộ', 'Số quyết định', 'Ngày quyết định', 'Thiếu hụt: Việc làm'];
const many = (prefix: string, count: number) => fileOf([header, ...Array.from({ length: count }, (_, at): TestCell[] => [`${prefix}-${String(at).padStart(4, '0')}`, village, 'Vừ Thị Cắt', 'Mông', 'Hộ nghèo', '12/QĐ-UBND', '05/01/2026', 'x'])]);

/** Holds up the inserting of one household, so that what works on it can be met in the middle. */
async function heldAt<T>(code: string, work: () => Promise<T>): Promise<T> {
  await world.admin.query(`CREATE FUNCTION hold_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.code = '${code}' THEN PERFORM set_config('statement_timeout', '0', true); PERFORM pg_sleep(20); END IF; RETURN NEW; END $$;
    CREATE TRIGGER hold_up BEFORE INSERT ON household FOR EACH ROW EXECUTE FUNCTION hold_up()`);
  try {
    return await work();
  } finally {
    await world.admin.query('DROP TRIGGER hold_up ON household; DROP FUNCTION hold_up()');
  }
}

/** The backend that sleeps in the middle of an import, cut off. */
const cutOff = (): Promise<number> => waitFor(async () => {
  const { rows } = await world.admin.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep' AND pid <> pg_backend_pid()");
  if (rows.length === 0) return null;
  await world.admin.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
  return rows[0]!.pid;
});

describe('the connection of a batch that is being saved is cut', () => {
  let batch: Batch, before: Record<string, string>;
  it('and none of it is kept, the batch says so, and the server goes on', async () => {
    batch = await check(world, officer, await many('CAT', 900));
    expect(batch).toMatchObject({ state: 'CHECKED', good: 900, bad: 0 });
    before = await inRegistry();
    const ended = await heldAt('CAT-0700', async () => {
      const confirmed = confirm(officer, batch);
      expect(await cutOff()).toBeGreaterThan(0);
      return confirmed;
    });
    expect(ended).toMatchObject({ state: 'FAILED', saved: 0, message: 'Hệ thống gặp lỗi khi lưu; chưa dòng nào được lưu. Hãy thử gửi lại tệp.' });
    expect(await inRegistry()).toEqual(before);
    expect((await world.admin.query("SELECT count(*)::int AS lines FROM audit_line WHERE row_id = $1 AND operation = 'confirmImport' AND after ->> 'state' = 'SAVED'", [batch.id])).rows).toEqual([{ lines: 0 }]);
  });
  it('and the same file, sent again, is saved whole', async () => {
    const again = await confirm(officer, await check(world, officer, await many('CAT', 900)));
    expect(again).toMatchObject({ state: 'SAVED', saved: 900 });
    expect((await world.admin.query("SELECT count(*)::int AS many FROM household WHERE code LIKE 'CAT-%'")).rows).toEqual([{ many: 900 }]);
  });
});

it('the connection of a batch that is being taken back is cut, and all of it stays saved and can be taken back again', async () => {
  const before = await inRegistry(), saved = await confirm(officer, await check(world, officer, await many('LAI', 50))), there = await inRegistry();
  await world.admin.query(`CREATE FUNCTION hold_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.code = 'LAI-0030' THEN PERFORM pg_sleep(20); END IF; RETURN OLD; END $$; CREATE TRIGGER hold_up BEFORE DELETE ON household FOR EACH ROW EXECUTE FUNCTION hold_up()`);
  await officer(`mutation { undoImport(input: { id: "${saved.id}" }) { userErrors { code } } }`);
  await cutOff();
  expect(await settled(officer, saved.id)).toMatchObject({ state: 'SAVED', saved: 50, message: 'Hệ thống gặp lỗi khi hoàn tác; chưa dòng nào được hoàn tác. Hãy thử lại.' });
  expect(await inRegistry()).toEqual(there);
  await world.admin.query('DROP TRIGGER hold_up ON household; DROP FUNCTION hold_up()');
  await officer(`mutation { undoImport(input: { id: "${saved.id}" }) { userErrors { code } } }`);
  expect(await settled(officer, saved.id)).toMatchObject({ state: 'UNDONE', message: null });
  expect(await inRegistry()).toEqual(before);
});

it('every connection is cut while a file is being checked, and the batch is CHECKED or says that it failed, with nothing written', async () => {
  const before = await inRegistry(), { id, ticket } = await begin(officer);
  expect((await put(world, officer, ticket, await many('KIEM', 4_000))).status).toBe(200);
  await world.admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
  const ended = await waitFor(async () => { const { data } = await officer(`{ importBatch(id: "${id}") { state message } }`); return data?.importBatch && data.importBatch.state !== 'CHECKING' ? data.importBatch as Batch : null; });
  expect(['CHECKED', 'FAILED']).toContain(ended.state);
  if (ended.state === 'FAILED') expect(ended.message).toBe('Hệ thống gặp lỗi khi kiểm tra tệp. Hãy thử lại; nếu vẫn lỗi, báo Cơ quan Thường trực.');
  expect(await inRegistry()).toEqual(before);
});
