import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listenAs, type Listening } from '../support/listening.js';
import { tellUnit } from '../support/telling.js';
import { waitFor } from '../support/wait-for.js';
import { tellOverdue } from '../../server/jobs/overdue.job.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, commune: Client, colleague: Client;
beforeAll(async () => {
  world = await openWorld();
  [commune, colleague] = [await world.as.commune('02869'), await world.as.commune('02869')];
});
afterAll(() => world.stop());

const rowsOf = ({ arrived }: Listening): string[] => arrived.map(one => (one as { rowId: string }).rowId);
const mark = (client: Client, input: object) => client('mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { count userErrors { code field } } }', { input });

describe('notices', () => {
  it('are listed the newest first, page by page, and counted while unread; each post reads for itself', async () => {
    const ids: string[] = [];
    for (const rowId of ['1', '2', '3', '4', '5']) ids.unshift(await tellUnit(world.admin, commune.unitId, { rowId, kind: rowId === '3' ? 'RETURNED' : 'COMMENTED' }));
    const list = 'query ($after: String, $filter: NoticeFilter) { notices(first: 2, after: $after, filter: $filter) { nodes { id kind isRead } pageInfo { hasNextPage endCursor } totalCount { value } } }';
    const first = (await commune(list)).data.notices, second = (await commune(list, { after: first.pageInfo.endCursor })).data.notices;
    expect([...first.nodes, ...second.nodes].map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 4));
    expect((await commune(list, { filter: { kind: { in: ['RETURNED', 'OVERDUE'] }, id: { in: ids } } })).data.notices).toMatchObject({ nodes: [{ id: ids[2], kind: 'RETURNED', isRead: false }], totalCount: { value: 1 } });
    const unread = async (client: Client) => (await client('{ notices(first: 1, filter: { isRead: { eq: false } }) { totalCount { value } } }')).data.notices.totalCount.value as number;
    const before = [await unread(commune), await unread(colleague)];
    expect((await mark(commune, { ids: [ids[0], ids[0]] })).data.markNoticesRead).toEqual({ count: 1, userErrors: [] });
    expect((await mark(commune, { ids: [ids[0]] })).data.markNoticesRead).toEqual({ count: 0, userErrors: [] });
    expect([await unread(commune), await unread(colleague)]).toEqual([before[0]! - 1, before[1]]);
    const late = await tellUnit(world.admin, commune.unitId, { rowId: 'sau' });
    expect((await mark(commune, { upTo: ids[0] })).data.markNoticesRead.count).toBe(before[0]! - 1);
    expect((await commune(list, { filter: { isRead: { eq: false } } })).data.notices.nodes).toEqual([{ id: late, kind: 'COMMENTED', isRead: false }]);
    expect((await mark(commune, {})).data.markNoticesRead.userErrors).toEqual([{ code: 'BAD_INPUT', field: 'ids' }]);
    const { rows } = await world.admin.query("SELECT post_id, after FROM audit_line WHERE operation = 'markNoticesRead' AND outcome = 'DONE' ORDER BY id");
    expect(rows).toEqual([{ post_id: commune.post, after: { ids: [Number(ids[0])], upTo: null, count: 1 } }, { post_id: commune.post, after: { ids: [], upTo: Number(ids[0]), count: before[0]! - 1 } }]);
  });

  it('of work whose last day has passed are told once for each such day', async () => {
    const count = async () => (await world.admin.query<{ count: number }>("SELECT count(*)::int AS count FROM notice WHERE kind = 'OVERDUE'")).rows[0]!.count;
    const before = await count();
    expect(await tellOverdue(world.app.door)).toBe(0);
    const { rows: [work] } = await world.admin.query<{ id: number }>(
      "SELECT id FROM assignment WHERE unit_id = $1 AND done_on IS NULL AND confirmed_on IS NOT NULL AND coalesce(extended_to, due_day) > '2026-09-08' ORDER BY id LIMIT 1", [commune.unitId]);
    await world.admin.query("UPDATE assignment SET due_day = '2026-09-07', extended_to = NULL, officer_id = $2 WHERE id = $1", [work!.id, commune.post]);
    expect([await tellOverdue(world.app.door), await tellOverdue(world.app.door), await count()]).toEqual([1, 0, before + 1]);
    await world.admin.query("UPDATE assignment SET due_day = '2026-09-06' WHERE id = $1", [work!.id]);
    expect(await tellOverdue(world.app.door)).toBe(1);
    const { rows } = await world.admin.query('SELECT kind, unit_id, post_id, roles, assignment_id FROM notice WHERE assignment_id = $1 ORDER BY id DESC LIMIT 1', [work!.id]);
    expect(rows).toEqual([{ kind: 'OVERDUE', unit_id: commune.unitId, post_id: commune.post, roles: null, assignment_id: work!.id }]);
  });
});

describe('live notices', () => {
  it('reach who listens at another process on the same database', async () => {
    const other = await world.beside();
    const [here, there] = [await listenAs(world, commune), await listenAs(world, colleague, { url: other.url })];
    await tellUnit(world.admin, commune.unitId, { rowId: 'hai tiến trình' });
    await waitFor(async () => (here.arrived.length + there.arrived.length === 2 ? true : null));
    expect([rowsOf(here), rowsOf(there)]).toEqual([['hai tiến trình'], ['hai tiến trình']]);
    await Promise.all([here.stop(), there.stop()]);
    await other.stop();
  });

  it('are not told of a write that was taken back, and come once however often they are signalled', async () => {
    const heard = await listenAs(world, commune);
    await world.admin.query('BEGIN');
    await tellUnit(world.admin, commune.unitId, { rowId: 'bỏ' });
    await world.admin.query('ROLLBACK');
    await tellUnit(world.admin, commune.unitId, { rowId: 'giữ' });
    for (let times = 0; times < 5; times++) await world.admin.query("NOTIFY notice, '1'");
    await waitFor(async () => (heard.arrived.length > 0 ? true : null));
    await new Promise(done => setTimeout(done, 300));
    expect(rowsOf(heard)).toEqual(['giữ']);
    await heard.stop();
  });

  it('are caught up with after the listening connection broke, also those whose ids committed out of order', async () => {
    const heard = await listenAs(world, commune), early = await world.anotherAdmin();
    await early.query('BEGIN');
    await tellUnit(early, commune.unitId, { rowId: 'số nhỏ, ghi sau' });
    await tellUnit(world.admin, commune.unitId, { rowId: 'số lớn, ghi trước' });
    await waitFor(async () => (heard.arrived.length === 1 ? true : null));
    await world.admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'listen notice' AND datname = current_database()");
    await early.query('COMMIT');
    await tellUnit(world.admin, commune.unitId, { rowId: 'khi mất kết nối' });
    await waitFor(async () => (heard.arrived.length === 3 ? true : null));
    expect(rowsOf(heard)).toEqual(['số lớn, ghi trước', 'số nhỏ, ghi sau', 'khi mất kết nối']);
    await early.end();
    await heard.stop();
  });

  it('reach whom they concern of 200 open subscriptions, and nobody else, within a second', async () => {
    const { rows: units } = await world.admin.query<{ code: string }>("SELECT code FROM unit WHERE valid_to IS NULL AND kind <> 'public' ORDER BY id LIMIT 100");
    const clients: Client[] = [];
    for (const { code } of units) clients.push(await world.as.unit(code, { role: 'LEADER' }), await world.as.unit(code));
    const open = await Promise.all(clients.map(client => listenAs(world, client)));
    expect(open.length).toBe(200);
    const concerned = clients[20]!, begun = Date.now();
    await tellUnit(world.admin, concerned.unitId, { rowId: 'một đơn vị' });
    await tellUnit(world.admin, concerned.unitId, { rowId: 'lãnh đạo', roles: ['LEADER'] });
    await waitFor(async () => (open[20]!.arrived.length === 2 && open[21]!.arrived.length === 1 ? true : null));
    const gone = Date.now() - begun;
    await new Promise(done => setTimeout(done, 500));
    expect(gone).toBeLessThan(1000);
    expect(open.map(({ arrived }, at) => [clients[at]!.unit, arrived.length]).filter(([, count]) => (count as number) > 0)).toEqual([[concerned.unit, 2], [concerned.unit, 1]]);
    await Promise.all(open.map(one => one.stop()));
  }, 60_000);
});
