import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { refused } from '../support/unchanged.js';
import { openWorld, type Answer, type Client, type World } from '../support/world.js';

let world: World, secretariat: Client, officer: Client, name: string;
let mine: { id: number; version: number };

beforeAll(async () => {
  world = await openWorld();
  secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' });
  officer = await world.as.commune('02869');
  ({ rows: [{ name }] } = await world.admin.query('SELECT current_database() AS name'));
});
beforeEach(async () => { ({ rows: [mine] } = await world.admin.query("SELECT id, version FROM assignment WHERE unit_id = $1 AND next_kind = 'CONTINUOUS' ORDER BY id LIMIT 1", [officer.unitId])); });
afterAll(() => world.stop());

const change = 'mutation ($input: ChangeAssignmentInput!) { changeAssignment(input: $input) { assignment { part version } userErrors { code field } conflicts { field yours current } } }';
const addEntry = 'mutation ($input: AddProgressEntryInput!) { addProgressEntry(input: $input) { progressEntry { id } userErrors { code field } } }';
const entry = (more: object = {}) => ({ input: { assignment: String(mine.id), asOfDay: '2026-09-01', done: 'Đã họp thôn.', ...more } });
const households = '{ households(first: 1) { nodes { code } } }';
const unavailable = 'Hệ thống đang bận hoặc đang khởi động lại. Dữ liệu chưa được lưu; thử lại sau ít phút.';

/** Another connection of the superuser, for locks and for ending others. */
async function beside<T>(work: (client: pg.Client) => Promise<T>, database = name): Promise<T> {
  const client = new pg.Client(new URL(`/${database}`, process.env.TEST_ADMIN_URL).href);
  await client.connect();
  try { return await work(client); } finally { await client.end(); }
}
/** The process of the application that waits for a lock. */
async function waiting(): Promise<number> {
  for (;;) {
    const { rows } = await world.admin.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE datname = $1 AND usename = 'app_user' AND wait_event_type = 'Lock'", [name]);
    if (rows[0]) return rows[0].pid;
    await pause(20);
  }
}
/** Who each connection of the pool is when nobody uses it. */
const identities = async (): Promise<unknown[]> => Promise.all(Array.from({ length: 10 }, () => world.app.door.source.query<unknown[]>(
  "SELECT current_user AS user, current_setting('app.units', true) AS units, current_setting('app.sensitive', true) AS sensitive, current_setting('transaction_read_only') AS read_only, current_setting('statement_timeout') AS timeout, pg_sleep(0.05)::text AS slept"))).then(rows => rows.flat());
const nobody = { user: 'app_user', read_only: 'off', timeout: '0', slept: '' };
async function expectCleanPool(): Promise<void> {
  for (const found of await identities() as { units: string | null; sensitive: string | null }[]) expect({ ...found, units: found.units || null, sensitive: found.sensitive || null }).toEqual({ ...nobody, units: null, sensitive: null });
}
const masked = ({ status, errors, data, text }: Answer) => {
  expect(text).not.toMatch(/postgres|127\.0\.0\.1|ECONN|SQLSTATE|terminat|world_|relation|select/i);
  return { status, data: data ?? null, errors: errors!.map(({ message, extensions: { code } }) => [code, message]) };
};

describe('two writers', () => {
  it('of one version: the first is kept, the second gets both values, however close they are', async () => {
    const write = (part: string) => secretariat(change, { input: { id: String(mine.id), version: mine.version, part } });
    const answers = (await Promise.all([write('Phần một'), write('Phần hai')])).map(({ data }) => data.changeAssignment);
    const kept = answers.find(answer => answer.userErrors.length === 0), late = answers.find(answer => answer !== kept);
    expect(kept.assignment.version).toBe(mine.version + 1);
    expect(late).toEqual({ assignment: kept.assignment, userErrors: [{ code: 'CONFLICT', field: 'version' }], conflicts: [{ field: 'part', yours: kept.assignment.part === 'Phần một' ? 'Phần hai' : 'Phần một', current: kept.assignment.part }] });
    expect((await world.admin.query('SELECT field, after FROM assignment_change WHERE assignment_id = $1', [mine.id])).rows).toEqual([{ field: 'part', after: kept.assignment.part }]);
  });
  it('with a version of the future or the past writes nothing', async () => {
    for (const version of [0, -1, mine.version - 1, mine.version + 1]) {
      const { answer } = await refused(world, () => secretariat(change, { input: { id: String(mine.id), version, part: 'Phần ba' } }));
      expect(answer.data.changeAssignment.userErrors).toEqual([{ code: 'CONFLICT', field: 'version' }]);
    }
  });
});

describe('without the database', () => {
  it('every request is answered 503 with one masked message, and all is well again without a restart', async () => {
    await officer(households);
    const allow = (is: boolean) => beside(other => other.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${is}`), 'postgres');
    await allow(false);
    await world.admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = 'app_user'", [name]);
    const { answer } = await refused(world, () => Promise.all([officer(households), officer(addEntry, entry()), secretariat(change, { input: { id: String(mine.id), version: mine.version, part: 'x' } })]));
    for (const found of answer) expect(masked(found)).toEqual({ status: 503, data: null, errors: [['UNAVAILABLE', unavailable]] });
    expect([(await fetch(`${world.url}/readyz`)).status, (await fetch(`${world.url}/healthz`)).status]).toEqual([503, 200]);
    await allow(true);
    expect((await officer(households)).data.households.nodes).toHaveLength(1);
    expect((await officer(addEntry, entry())).data.addProgressEntry.userErrors).toEqual([]);
    expect((await fetch(`${world.url}/readyz`)).status).toBe(200);
  });
  it('a connection that died in the pool costs one answer at most', async () => {
    await world.admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = 'app_user'", [name]);
    await pause(50);
    expect((await officer(households)).status).toBe(200);
  });
  it('a write whose connection is killed half-way leaves nothing and no role', async () => {
    const { answer } = await refused(world, () => beside(async other => {
      await other.query('BEGIN; LOCK TABLE outbox IN EXCLUSIVE MODE'); // the entry and its audit line are written by then
      const asked = officer(addEntry, entry());
      await world.admin.query('SELECT pg_terminate_backend($1)', [await waiting()]);
      return asked;
    }));
    expect(masked(answer)).toEqual({ status: 503, data: null, errors: [['UNAVAILABLE', unavailable]] });
    await expectCleanPool();
    expect((await officer(addEntry, entry())).data.addProgressEntry.userErrors).toEqual([]);
  });
});

describe('a slow statement', () => {
  const tooSlow = { status: 503, data: null, errors: [['TIMEOUT', 'Truy vấn chạy quá 3 giây nên đã dừng. Thu hẹp điều kiện rồi thử lại.']] };
  it('is cancelled after three seconds, read or write, and its connection serves the next', async () => {
    const { answer, trail } = await refused(world, () => beside(async other => {
      await other.query('BEGIN; LOCK TABLE outbox, household IN ACCESS EXCLUSIVE MODE');
      const began = performance.now(), both = await Promise.all([officer(households), officer(addEntry, entry())]);
      expect(performance.now() - began).toBeLessThan(4_500);
      return both;
    }));
    expect(answer.map(masked)).toEqual([tooSlow, tooSlow]);
    expect(trail.map(line => [line.operation, line.outcome])).toEqual([['addProgressEntry', 'REFUSED']]);
    await expectCleanPool();
    expect((await officer(households)).status).toBe(200);
    expect((await officer(addEntry, entry())).data.addProgressEntry.userErrors).toEqual([]);
  });
});

describe('the pool', () => {
  it('keeps no role, unit or right after answers, refusals and faults', async () => {
    const bad = ['{ households(first: 1) { nodes { headName deprivations { measure } } } }', '{ nothing }', 'mutation { acceptAssignment(input: { id: "1", version: 1 }) { userErrors { code } } }', '{ households(first: 5, after: "x") { nodes { id } } }'];
    await Promise.all(Array.from({ length: 40 }, (_, i) => [officer, secretariat][i % 2]!(bad[i % bad.length]!)));
    await expectCleanPool();
    await expect(world.app.door.source.query('SELECT count(*) FROM household')).rejects.toMatchObject({ code: '42501' });
  });
});
