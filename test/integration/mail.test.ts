import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { lastDigest } from '../../server/notice/mail.work.js';
import { openPostBox, type PostBox } from '../support/post-box.js';
import { tellUnit } from '../support/telling.js';
import { refused, userErrors } from '../support/unchanged.js';
import { waitFor } from '../support/wait-for.js';
import { openWorld, type Client, type World } from '../support/world.js';

const origin = 'https://giamngheo.example.vn';
let box: PostBox, world: World, officer: Client, leader: Client;
beforeAll(async () => {
  box = await openPostBox();
  world = await openWorld({ settings: { SMTP_URL: box.url, MAIL_FROM: 'Giảm nghèo <giamngheo@example.vn>', PUBLIC_ORIGIN: origin, MAIL_DIGEST_HOUR: '7' } });
  [officer, leader] = [await world.as.commune('02869'), await world.as.commune('02869', { role: 'LEADER' })];
});
afterAll(async () => { await world.stop(); await box.stop(); });
afterEach(async () => {
  box.refuse(null);
  (box.received as unknown[]).length = 0;
  await world.admin.query("UPDATE mail_queue SET state = 'DROPPED', settled_at = now() - interval '2 days' WHERE state = 'WAITING' OR mode = 'DIGEST'");
});

const prefer = (client: Client, email: string | null, mode = 'AT_ONCE') =>
  client('mutation ($input: SetMailPreferenceInput!) { setMailPreference(input: $input) { mailPreference { isOffered email mode givenUpAt } userErrors { code field } } }', { input: { email, mode } });
const queue = async () => (await world.admin.query<{ state: string; mode: string; tries: number; failure: string | null }>('SELECT state, mode, tries, failure FROM mail_queue ORDER BY id DESC LIMIT 1')).rows[0]!;
const ownWork = async () => (await world.admin.query<{ id: number; task: number; code: string; title: string }>(
  'SELECT a.id, t.id AS task, t.code, t.title FROM assignment a JOIN task t ON t.id = a.task_id WHERE a.unit_id = $1 AND a.confirmed_on IS NOT NULL ORDER BY a.id LIMIT 1', [officer.unitId])).rows[0]!;
const toldOf = (id: number, kind: 'RETURNED' | 'COMMENTED' | 'SIGNED' = 'RETURNED', post: number | null = officer.post) => tellUnit(world.admin, officer.unitId, { kind, post, noun: 'Assignment', rowId: String(id), assignment: id });
/** Lets the daily hour come for all that waits: it was told before the last one. */
const letHourCome = async (): Promise<void> => {
  await world.admin.query("UPDATE mail_queue SET created_at = now() - interval '1 day' WHERE mode = 'DIGEST' AND state = 'WAITING'");
  await world.admin.query("NOTIFY notice, '0'");
};

describe('mail about notices', () => {
  it('goes where the account says and as the post chose; the trail keeps that, and no address', async () => {
    expect((await officer('{ mailPreference { isOffered email mode givenUpAt } }')).data.mailPreference).toEqual({ isOffered: true, email: null, mode: 'AT_ONCE', givenUpAt: null });
    for (const email of ['không phải thư', 'a@b', 'x@y.vn\r\nBcc: z@y.vn', `${'x'.repeat(250)}@y.vn`]) expect([email, userErrors((await refused(world, () => prefer(officer, email))).answer)]).toEqual([email, ['BAD_INPUT']]);
    expect((await prefer(officer, ' Mai@BanLien.vn ')).data.setMailPreference).toEqual({ mailPreference: { isOffered: true, email: 'mai@banlien.vn', mode: 'AT_ONCE', givenUpAt: null }, userErrors: [] });
    expect((await leader('{ mailPreference { email } }')).data.mailPreference).toEqual({ email: null });
    const { rows } = await world.admin.query("SELECT before, after FROM audit_line WHERE operation = 'setMailPreference' AND outcome = 'DONE'");
    expect(rows).toEqual([{ before: { email: null, mode: 'AT_ONCE' }, after: { email: '•••', mode: 'AT_ONCE' } }]);
  });

  it('is sent at once when something is returned, with one link to where it is mended', async () => {
    const work = await ownWork();
    await toldOf(work.id);
    const mail = await waitFor(async () => box.received[0] ?? null);
    expect([mail.subject, mail.from?.text, (mail.to as { text: string }).text]).toEqual([`Hệ thống trả lại báo cáo về nhiệm vụ ${work.code}, đề nghị bổ sung`, '"Giảm nghèo" <giamngheo@example.vn>', expect.stringContaining('mai@banlien.vn')]);
    const link = `${origin}/cong/02869/nhiem-vu/${work.task}`;
    expect([mail.text!.includes(work.title), mail.text!.split(link).length - 1, String(mail.html).split(`href="${link}"`).length - 1]).toEqual([true, 1, 1]);
    await waitFor(async () => ((await queue()).state === 'SENT' ? true : null));
  });

  it('says nothing that its receiver does not read at the moment it is made', async () => {
    const work = await ownWork(), unread = await world.admin.query('UPDATE assignment SET confirmed_on = NULL WHERE id = $1', [work.id]);
    expect(unread.rowCount).toBe(1);
    await toldOf(work.id);
    const mail = await waitFor(async () => box.received[0] ?? null);
    expect([mail.subject, mail.text!.includes(work.code), mail.text!.includes(work.title), mail.text!.includes('/nhiem-vu/')]).toEqual(['Hệ thống trả lại báo cáo về một nhiệm vụ, đề nghị bổ sung', false, false, false]);
    await world.admin.query("UPDATE assignment SET confirmed_on = '2026-03-20' WHERE id = $1", [work.id]);
  });

  it('about all else is one digest a day, of what is still unread', async () => {
    const work = await ownWork(), read = await toldOf(work.id, 'SIGNED');
    await toldOf(work.id, 'COMMENTED');
    await toldOf(work.id, 'COMMENTED');
    await officer('mutation ($ids: [ID!]) { markNoticesRead(input: { ids: $ids }) { count } }', { ids: [read] });
    await letHourCome();
    await toldOf(work.id, 'RETURNED', leader.post); // wakes the sender; the leader gave no address
    const mail = await waitFor(async () => box.received[0] ?? null);
    expect([mail.subject, mail.text!.split('có ý kiến về').length - 1, mail.text!.includes('Lãnh đạo đã ký')]).toEqual(['Giảm nghèo bền vững: 2 thông báo', 2, false]);
    await waitFor(async () => ((await world.admin.query("SELECT FROM mail_queue WHERE state = 'WAITING'")).rowCount === 0 ? true : null));
    await toldOf(work.id, 'COMMENTED');
    await letHourCome();
    await toldOf(work.id, 'RETURNED', leader.post);
    await new Promise(done => setTimeout(done, 500));
    expect([box.received.length, (await queue()).state]).toEqual([1, 'WAITING']);
  });

  it('is not sent to a post that turned it off, nor at once to one that wants the digest alone', async () => {
    const work = await ownWork(), count = async () => Number((await world.admin.query<{ count: string }>('SELECT count(*) FROM mail_queue')).rows[0]!.count), before = await count();
    await prefer(officer, 'mai@banlien.vn', 'OFF');
    await toldOf(work.id);
    expect(await count()).toBe(before);
    await prefer(officer, 'mai@banlien.vn', 'DIGEST');
    await toldOf(work.id);
    expect([await count(), (await queue()).mode]).toEqual([before + 1, 'DIGEST']);
    await prefer(officer, 'mai@banlien.vn');
  });

  it('is tried again later when the server does not take it now, and given up for all to see after six times', async () => {
    const work = await ownWork();
    box.refuse(451);
    await toldOf(work.id);
    const failed = async (tries: number) => waitFor(async () => { const row = await queue(); return row.tries === tries ? row : null; });
    expect(await failed(1)).toEqual({ state: 'WAITING', mode: 'AT_ONCE', tries: 1, failure: '451' });
    for (let tries = 2; tries <= 6; tries++) {
      await world.admin.query("UPDATE mail_queue SET next_try_at = now() WHERE state = 'WAITING'");
      await tellUnit(world.admin, leader.unitId, { post: leader.post });
      await failed(tries);
    }
    expect([(await queue()).state, box.received.length]).toEqual(['GIVEN_UP', 0]);
    expect((await officer('{ mailPreference { givenUpAt } }')).data.mailPreference.givenUpAt).toEqual(expect.any(String));
    box.refuse(null);
    await toldOf(work.id);
    await waitFor(async () => ((await queue()).state === 'SENT' ? true : null));
    expect((await officer('{ mailPreference { givenUpAt } }')).data.mailPreference.givenUpAt).toBeNull();
  });

  it('reaches somebody who still has to set up a second factor', async () => {
    const owing = await world.as.commune('02869', { sensitive: ['MemberHealth'] }), work = await ownWork();
    await prefer(owing, 'no@banlien.vn');
    await world.admin.query("INSERT INTO second_factor_rule (portal_kind, valid_from, source) VALUES ('commune', '2026-01-01', 'Quyết định thử')");
    expect((await owing('{ viewer { name } assignments(first: 1) { nodes { id } } }')).status).toBe(403);
    await toldOf(work.id, 'RETURNED', owing.post);
    const mail = await waitFor(async () => box.received[0] ?? null);
    expect([mail.subject, (mail.to as { text: string }).text.includes('no@banlien.vn')]).toEqual([`Hệ thống trả lại báo cáo về nhiệm vụ ${work.code}, đề nghị bổ sung`, true]);
    await world.admin.query("DELETE FROM second_factor_rule WHERE source = 'Quyết định thử'");
  });

  it('is sent once, whatever number of processes run', async () => {
    const others = [await world.beside(), await world.beside()], work = await ownWork();
    for (let no = 0; no < 8; no++) await toldOf(work.id);
    await waitFor(async () => (box.received.length >= 8 ? true : null));
    await waitFor(async () => ((await world.admin.query("SELECT FROM mail_queue WHERE state = 'WAITING' AND mode = 'AT_ONCE'")).rowCount === 0 ? true : null));
    expect([box.received.length, new Set(box.received.map(mail => mail.messageId)).size]).toEqual([8, 8]);
    await Promise.all(others.map(other => other.stop()));
  });

  it('is not sent to somebody who was locked, or whose post is over, meanwhile', async () => {
    const work = await ownWork(), gone = await world.as.commune('02869');
    await prefer(gone, 'gone@banlien.vn');
    await world.admin.query('BEGIN');
    await toldOf(work.id, 'RETURNED', gone.post);
    await world.admin.query('UPDATE account SET locked_on = now() WHERE id = (SELECT account_id FROM post WHERE id = $1)', [gone.post]);
    await world.admin.query('COMMIT');
    await waitFor(async () => ((await queue()).state === 'DROPPED' ? true : null));
    expect(box.received.length).toBe(0);
  });
});

describe('the hour of the digest', () => {
  it('is Vietnam\'s: today\'s when it has come, else yesterday\'s', () => {
    const at = (now: string, hour: number) => lastDigest(new Date(now), hour).toISOString();
    expect(at('2026-09-08T00:00:00Z', 7)).toBe('2026-09-08T00:00:00.000Z');
    expect(at('2026-09-07T23:59:59Z', 7)).toBe('2026-09-07T00:00:00.000Z');
    expect(at('2026-09-08T16:59:00Z', 23)).toBe('2026-09-08T16:00:00.000Z');
    expect(at('2026-09-08T17:00:00Z', 0)).toBe('2026-09-08T17:00:00.000Z');
  });
});
