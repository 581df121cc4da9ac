import { connect as dial } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashOf } from '../../server/identity/token.js';
import { connect, listenAs, type Wish } from '../support/listening.js';
import { tellUnit } from '../support/telling.js';
import { outcome, refused, userErrors } from '../support/unchanged.js';
import { waitFor } from '../support/wait-for.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, commune: Client, other: Client, leader: Client;
beforeAll(async () => {
  world = await openWorld();
  [commune, other, leader] = [await world.as.commune('02869'), await world.as.commune('02647'), await world.as.commune('02869', { role: 'LEADER' })];
});
afterAll(() => world.stop());

const list = '{ notices(first: 100) { nodes { id kind } totalCount { value } } }';
const idsOf = async (client: Client): Promise<string[]> => ((await client(list)).data.notices.nodes as { id: string }[]).map(({ id }) => id);
const mark = (client: Client, input: object) => client('mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { count userErrors { code field } } }', { input });
const aMoment = (): Promise<void> => new Promise(done => setTimeout(done, 400));

describe('another\'s notice', () => {
  it('is null by its id, in no list and no count, and is not marked read', async () => {
    const id = await tellUnit(world.admin, other.unitId), forLeader = await tellUnit(world.admin, commune.unitId, { roles: ['LEADER'] }), forOther = await tellUnit(world.admin, commune.unitId, { post: leader.post });
    for (const hidden of [id, forLeader, forOther, '999999999', 'x']) {
      const { answer } = await refused(world, () => commune(`{ notice(id: "${hidden}") { id kind } notices(first: 1, filter: { id: { eq: "${hidden}" } }) { nodes { id } totalCount { value } } }`));
      expect([hidden, answer.data]).toEqual([hidden, { notice: null, notices: { nodes: [], totalCount: { value: 0 } } }]);
      for (const input of [{ ids: [hidden] }, { upTo: hidden }]) expect([hidden, userErrors((await refused(world, () => mark(commune, input))).answer)]).toEqual([hidden, ['NOT_FOUND']]);
    }
    expect([await idsOf(commune), (await idsOf(leader)).includes(forLeader), (await idsOf(other)).includes(id)]).toEqual([[], true, true]);
  });

  it('is not hidden from the others of the unit by who has read it', async () => {
    const id = await tellUnit(world.admin, commune.unitId);
    expect((await mark(commune, { ids: [id] })).data.markNoticesRead).toEqual({ count: 1, userErrors: [] });
    const unread = (client: Client) => client('{ notices(first: 1, filter: { isRead: { eq: false } }) { nodes { id } } }');
    expect([(await unread(commune)).data.notices.nodes, (await unread(leader)).data.notices.nodes]).toEqual([[], [{ id }]]);
  });

  it('cannot be written by a portal, not even through the database', async () => {
    await world.admin.query('BEGIN');
    await world.admin.query("SELECT set_config('role', 'portal_commune', true), set_config('app.units', $1, true), set_config('app.post', $2, true)", [`{${commune.unitId}}`, String(commune.post)]);
    await expect(world.admin.query("INSERT INTO notice (kind, unit_id, noun, row_id) VALUES ('SIGNED', 1, 'x', '1')")).rejects.toMatchObject({ code: '42501' });
    await world.admin.query('ROLLBACK');
  });
});

describe('a relation of a notice', () => {
  it('is null once the reader does not see the row any more', async () => {
    const { rows: [assignment] } = await world.admin.query<{ id: number; task: string }>(
      "SELECT a.id, t.code AS task FROM assignment a JOIN task t ON t.id = a.task_id WHERE a.unit_id = $1 AND a.confirmed_on IS NOT NULL ORDER BY a.id LIMIT 1", [commune.unitId]);
    const id = await tellUnit(world.admin, commune.unitId, { kind: 'ASSIGNED', noun: 'Assignment', rowId: String(assignment!.id), assignment: assignment!.id });
    const ask = `{ notice(id: "${id}") { kind assignment { task { code } } reminder { message } } }`;
    expect((await commune(ask)).data.notice).toEqual({ kind: 'ASSIGNED', assignment: { task: { code: assignment!.task } }, reminder: null });
    await world.admin.query('UPDATE assignment SET confirmed_on = NULL WHERE id = $1', [assignment!.id]);
    expect((await commune(ask)).data.notice).toEqual({ kind: 'ASSIGNED', assignment: null, reminder: null });
    await world.admin.query("UPDATE assignment SET confirmed_on = '2026-03-20' WHERE id = $1", [assignment!.id]);
  });
});

describe('a subscription', () => {
  it('hears what is for its post and nothing else, whatever comes meanwhile', async () => {
    const [mine, foreign, head] = await Promise.all([listenAs(world, commune), listenAs(world, other), listenAs(world, leader)]);
    await tellUnit(world.admin, commune.unitId, { kind: 'SIGNED', rowId: 'a' });
    await tellUnit(world.admin, commune.unitId, { kind: 'SUBMITTED', roles: ['LEADER'], rowId: 'b' });
    await tellUnit(world.admin, commune.unitId, { kind: 'COMMENTED', post: leader.post, rowId: 'c' });
    await tellUnit(world.admin, other.unitId, { kind: 'RETURNED', rowId: 'd' });
    await waitFor(async () => (head.arrived.length === 3 && foreign.arrived.length === 1 ? true : null));
    await aMoment();
    const rows = (heard: readonly unknown[]) => heard.map(one => (one as { rowId: string }).rowId);
    expect([rows(mine.arrived), rows(head.arrived), rows(foreign.arrived)]).toEqual([['a'], ['a', 'b', 'c'], ['d']]);
    await Promise.all([mine, foreign, head].map(one => one.stop()));
  });

  const refusedAtTheDoor: Readonly<Record<string, [Wish, string]>> = {
    'a foreign page': [{ origin: 'https://evil.example' }, '403'], 'no page at all': [{ origin: null }, '403'], 'a page of another scheme': [{ origin: 'https://127.0.0.1' }, '403'],
    'nobody\'s cookie': [{ token: 'A'.repeat(43) }, '401'], 'no cookie': [{ token: null }, '401'],
    'another hat': [{ hat: '999999' }, '4409'], 'no hat': [{ hat: null }, '4400'],
  };
  it.each(Object.keys(refusedAtTheDoor))('is refused to %s', async name => {
    const [wish, code] = refusedAtTheDoor[name]!, heard = await listenAs(world, commune, wish);
    expect([await heard.closed, heard.arrived]).toEqual([code, []]);
    await heard.stop();
  });

  const notSubscriptions: Readonly<Record<string, [string, string]>> = {
    'a query': ['{ notices(first: 1) { nodes { id } } }', 'BAD_USER_INPUT'],
    'a mutation': ['mutation { markNoticesRead(input: { upTo: "1" }) { count } }', 'BAD_USER_INPUT'],
    'introspection': ['{ __schema { types { name } } }', 'BAD_USER_INPUT'],
    'introspection dressed as a subscription': ['subscription { __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
    'a field that nobody has': ['subscription { noticeArrived { secret } }', 'GRAPHQL_VALIDATION_FAILED'],
    'a field of another portal': ['subscription { noticeArrived { assignment { unit { posts { sensitiveNouns } } } } }', 'FORBIDDEN'],
    'two at once': ['subscription { a: noticeArrived { id } b: noticeArrived { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    'a text that is none': ['subscription {', 'GRAPHQL_VALIDATION_FAILED'],
    'too deep a text': [`subscription { noticeArrived { assignment { ${'task { leads { '.repeat(6)} id ${'} }'.repeat(6)} } } }`, 'TOO_COMPLEX'],
  };
  it.each(Object.keys(notSubscriptions))('is not %s', async name => {
    const [query, code] = notSubscriptions[name]!;
    const { answer: heard } = await refused(world, () => listenAs(world, commune, { query }));
    expect([heard.errors, heard.arrived]).toEqual([[code], []]);
    await heard.stop();
  });

  it('is not had over HTTP', async () => {
    expect(outcome(await commune('subscription { noticeArrived { id } }'))).toBe('400 BAD_USER_INPUT');
    expect(outcome(await world.as.guest('subscription { noticeArrived { id } }'))).toBe('401 UNAUTHENTICATED');
  });

  const ending: Readonly<Record<string, [(client: Client) => Promise<unknown>, string]>> = {
    'is signed out': [client => world.admin.query('UPDATE sign_in SET revoked_at = now() WHERE token_hash = $1', [hashOf(client.token)]), '4401'],
    'has been idle too long': [client => world.admin.query("UPDATE sign_in SET last_seen_at = now() - interval '31 minutes' WHERE token_hash = $1", [hashOf(client.token)]), '4401'],
    'is over its longest life': [client => world.admin.query('UPDATE sign_in SET expires_at = now() WHERE token_hash = $1', [hashOf(client.token)]), '4401'],
    'is locked': [client => world.admin.query('UPDATE account SET locked_on = now() WHERE id = (SELECT account_id FROM post WHERE id = $1)', [client.post]), '4401'],
    'holds the post no longer': [client => world.admin.query("UPDATE post SET valid_to = '2026-09-07' WHERE id = $1", [client.post]), '4401'],
    'changed the hat': [async client => {
      const { rows: [post] } = await world.admin.query("INSERT INTO post (account_id, unit_id, role, name, valid_from) SELECT account_id, unit_id, 'VIEWER', 'Khác', '2026-01-01' FROM post WHERE id = $1 RETURNING id", [client.post]);
      await world.admin.query('UPDATE sign_in SET post_id = $2 WHERE token_hash = $1', [hashOf(client.token), post.id]);
    }, '4409'],
  };
  it.each(Object.keys(ending))('ends with its next event when the reader %s', async name => {
    const [end, code] = ending[name]!, client = await world.as.commune('02869'), heard = await listenAs(world, client);
    await tellUnit(world.admin, commune.unitId, { rowId: 'trước' });
    await waitFor(async () => (heard.arrived.length === 1 ? true : null));
    await end(client);
    await tellUnit(world.admin, commune.unitId, { rowId: 'sau' });
    expect([await heard.closed, heard.arrived.length]).toEqual([code, 1]);
    await heard.stop();
  });

  it('that was cut off while the database was slow is not counted for ever', async () => {
    const person = await world.as.commune('02869'), { host, port } = new URL(world.url), blocker = await world.anotherAdmin();
    await blocker.query('BEGIN; LOCK TABLE sign_in IN ACCESS EXCLUSIVE MODE');
    const lines = [`GET /graphql HTTP/1.1`, `Host: ${host}`, `Origin: ${world.url}`, `Cookie: session=${person.token}`, 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Protocol: graphql-transport-ws', '', ''];
    const sockets = Array.from({ length: 12 }, () => dial(Number(port), '127.0.0.1').on('error', () => {}));
    for (const socket of sockets) await new Promise<void>(done => void socket.write(lines.join('\r\n'), () => done()));
    await waitFor(async () => ((await blocker.query("SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).rows[0].waiting > 0 ? true : null));
    await aMoment();
    for (const socket of sockets) socket.resetAndDestroy();
    await aMoment();
    await blocker.query('COMMIT');
    await blocker.end();
    await aMoment();
    const heard = await listenAs(world, person);
    await tellUnit(world.admin, person.unitId, { post: person.post, rowId: 'sau-khi-dut' });
    await waitFor(async () => (heard.arrived.length === 1 ? true : null));
    await heard.stop();
  });

  it('does not keep a session alive', async () => {
    const client = await world.as.commune('02869');
    await world.admin.query("UPDATE sign_in SET last_seen_at = now() - interval '29 minutes' WHERE token_hash = $1", [hashOf(client.token)]);
    const before = await world.admin.query('SELECT last_seen_at FROM sign_in WHERE token_hash = $1', [hashOf(client.token)]);
    const heard = await listenAs(world, client, {});
    // The door itself is something that the person did; what comes in is not.
    await world.admin.query('UPDATE sign_in SET last_seen_at = $2 WHERE token_hash = $1', [hashOf(client.token), before.rows[0].last_seen_at]);
    await tellUnit(world.admin, commune.unitId);
    await waitFor(async () => (heard.arrived.length === 1 ? true : null));
    expect((await world.admin.query('SELECT last_seen_at FROM sign_in WHERE token_hash = $1', [hashOf(client.token)])).rows).toEqual(before.rows);
    await heard.stop();
  });

  it('is had ten times by an account and five times on a connection, and then no more', async () => {
    const client = await world.as.commune('02869'), open = await Promise.all(Array.from({ length: 10 }, () => listenAs(world, client)));
    const more = await listenAs(world, client);
    expect(await more.closed).toBe('429');
    await Promise.all(open.map(one => one.stop()));
    await aMoment();
    const { connection } = connect(world, client), errors: unknown[] = [];
    for (let no = 0; no < 6; no++) connection.subscribe({ query: 'subscription { noticeArrived { id } }' }, { next: () => {}, error: error => void errors.push(error), complete: () => {} });
    await waitFor(async () => (errors.length > 0 ? true : null));
    expect(errors).toEqual([[expect.objectContaining({ message: 'Mỗi kết nối nhiều nhất 5 đăng ký nhận tin.' })]]);
    await connection.dispose();
  });
});

describe('a reminder', () => {
  const late = async (unit: string) => (await world.admin.query<{ id: number; unit: number }>(
    "SELECT a.id, a.unit_id AS unit FROM assignment a JOIN unit u ON u.id = a.unit_id WHERE u.code = $1 AND a.confirmed_on IS NOT NULL AND a.done_on IS NULL AND a.due_day < '2026-09-08' ORDER BY a.id LIMIT 1", [unit])).rows[0];
  const send = (client: Client, letters: object[], template = 'Đề nghị {đơn vị} báo cáo.') =>
    client('mutation ($input: SendRemindersInput!) { sendReminders(input: $input) { count userErrors { code field } } }', { input: { template, letters } });

  it('is not a commune\'s or an organisation\'s to send, nor a viewer\'s', async () => {
    const { rows: [any] } = await world.admin.query<{ id: number; unit: number }>("SELECT id, unit_id AS unit FROM assignment WHERE done_on IS NULL AND due_day < '2026-09-08' AND confirmed_on IS NOT NULL ORDER BY id LIMIT 1");
    for (const client of [leader, await world.as.massOrganisation('lhpn', { role: 'LEADER' }), await world.as.secretariat('thuong-truc', { role: 'VIEWER' })]) {
      const { answer } = await refused(world, () => send(client, [{ unit: String(any!.unit), assignments: [String(any!.id)] }]));
      expect([client.unit, outcome(answer)]).toEqual([client.unit, '403 FORBIDDEN']);
      expect(outcome(await client('{ lateUnits { id } }'))).toBe('403 FORBIDDEN');
    }
  });

  it('that its template makes longer than a letter is says so beforehand and in the act, and is not sent', async () => {
    const secretariat = await world.as.secretariat('thuong-truc', { role: 'LEADER' }), { data } = await secretariat('{ lateUnits { id works { assignment } } }');
    const unit = (data.lateUnits as { id: string; works: { assignment: string }[] }[]).find(({ works }) => works.length > 9)!;
    const input = { template: '{danh sách việc} '.repeat(20), letters: [{ unit: unit.id, assignments: unit.works.map(({ assignment }) => assignment) }] };
    const { answer: preview } = await refused(world, () => secretariat('query ($input: SendRemindersInput!) { previewReminders(input: $input) { letters { message } userErrors { code field } } }', { input }));
    expect(preview.data.previewReminders).toEqual({ letters: [], userErrors: [{ code: 'BAD_INPUT', field: 'letters.0.message' }] });
    const { answer } = await refused(world, () => secretariat('mutation ($input: SendRemindersInput!) { sendReminders(input: $input) { count userErrors { code field } } }', { input }));
    expect([answer.status, answer.data.sendReminders]).toEqual([200, { count: 0, userErrors: [{ code: 'BAD_INPUT', field: 'letters.0.message' }] }]);
  });
  it('of a department is about tasks that it leads, and nothing is sent if one letter is not', async () => {
    const department = await world.as.department('sxd', { role: 'LEADER' });
    const units = (await department('{ lateUnits { id works { assignment task } } }')).data.lateUnits as { id: string; works: { assignment: string; task: string }[] }[];
    const { rows: led } = await world.admin.query<{ id: number }>("SELECT a.task_id AS id FROM assignment a WHERE a.unit_id = $1 AND role = 'LEAD'", [department.unitId]);
    expect(units.flatMap(({ works }) => works).filter(({ task }) => !led.some(({ id }) => String(id) === task))).toEqual([]);
    const { rows: [foreign] } = await world.admin.query<{ id: number; unit: number }>(
      "SELECT id, unit_id AS unit FROM assignment WHERE done_on IS NULL AND due_day < '2026-09-08' AND confirmed_on IS NOT NULL AND task_id <> ALL ($1) AND unit_id <> $2 ORDER BY id LIMIT 1", [led.map(({ id }) => id), department.unitId]);
    const own = units.slice(0, 1).map(({ id, works }) => ({ unit: id, assignments: [works[0]!.assignment] }));
    const { answer } = await refused(world, () => send(department, [...own, { unit: String(foreign!.unit), assignments: [String(foreign!.id)] }]));
    expect(userErrors(answer)).toEqual(['NOT_FOUND']);
  });

  it('is read by the unit that it went to and by its sender alone', async () => {
    const secretariat = await world.as.secretariat('thuong-truc'), work = await late('02869') ?? await late('02647');
    const to = work!.unit === commune.unitId ? commune : other, stranger = to === commune ? other : commune;
    expect((await send(secretariat, [{ unit: String(work!.unit), assignments: [String(work!.id)] }])).data.sendReminders).toEqual({ count: 1, userErrors: [] });
    const { id } = (await to('{ reminders(first: 1) { nodes { id } } }')).data.reminders.nodes[0] as { id: string };
    const ask = (client: Client) => client(`{ reminder(id: "${id}") { id items { id } } reminders(first: 9) { nodes { id } totalCount { value } } }`);
    expect((await ask(stranger)).data).toEqual({ reminder: null, reminders: { nodes: [], totalCount: { value: 0 } } });
    const read = (client: Client) => client('mutation ($input: ReadReminderInput!) { readReminder(input: $input) { reminder { readOn } userErrors { code } } }', { input: { id } });
    for (const client of [stranger, secretariat]) expect(userErrors((await refused(world, () => read(client))).answer)).toEqual(['NOT_FOUND']);
    expect((await read(to)).data.readReminder).toEqual({ reminder: { readOn: '2026-09-08' }, userErrors: [] });
  });
});
