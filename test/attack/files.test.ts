import { readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createAccount } from '../../server/identity/account.service.js';
import { hashOf, newToken } from '../../server/identity/token.js';
import { ask, docx, fetched, jpeg, jpegWithPlace, jpegWithPlaceBehind, pdf, png, pngWithPlace, send, sent, xlsx } from '../support/attachment-files.js';
import { signedIn } from '../support/raw-request.js';
import { contents } from '../support/unchanged.js';
import { waitFor } from '../support/wait-for.js';
import { withDirectory, zipped } from '../support/workbook-files.js';
import { write } from '../support/writes.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, officer: Client, leader: Client, secretariat: Client, lead: Client, strangers: Client[];
let assignment: string;
const randomId = '00000000-0000-4000-8000-000000000000', megabyte = 2 ** 20;

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  leader = await world.as.commune('02869', { role: 'LEADER' });
  secretariat = await world.as.secretariat('thuong-truc');
  lead = await world.as.department('sxd');
  strangers = [await world.as.commune('02647', { role: 'LEADER' }), await world.as.department('syt', { role: 'LEADER' }), await world.as.massOrganisation('lhpn', { role: 'LEADER' })];
  // Sở Xây dựng leads III.8(4), Sở Y tế does not.
  ({ rows: [{ id: assignment }] } = await world.admin.query<{ id: string }>("SELECT a.id::text FROM assignment a JOIN task t ON t.id = a.task_id WHERE t.code = 'III.8(4)' AND a.unit_id = $1", [officer.unitId]));
});
afterAll(() => world.stop());

const onDisk = (): string[] => { try { return readdirSync(world.filesFolder).sort(); } catch { return []; } };
const bytesOnDisk = (): number => onDisk().reduce((sum, name) => sum + (statSync(join(world.filesFolder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
/** All that is kept of files: bytes and rows. A ticket that was used up is all that may change. */
const kept = async () => { const { file_ticket: _, ...tables } = await contents(world.admin); return { tables, disk: onDisk() }; };
const ticketOf = async (client: Client = officer, name = 'anh.jpg'): Promise<string> => (await ask(client, { assignment, name })).ticket!;
const busy = async (): Promise<number> => (await world.admin.query<{ count: number }>("SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'")).rows[0]!.count;

describe('a file of another kind than it says', () => {
  const elf = Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(600)]), exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]);
  const heic = Buffer.concat([Buffer.from('00000018667479706865696300000000', 'hex'), Buffer.from('mif1heic'), Buffer.alloc(100)]);
  const taken = 'Hệ thống nhận ảnh JPEG, PNG, WebP và tài liệu PDF, Word (.docx), Excel (.xlsx).';
  const macro = 'application/vnd.ms-word.document.macroEnabled.main+xml', template = 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml';
  it.each<[string, string, () => Buffer | Promise<Buffer>, string]>([
    ['a program of Windows', 'anh.jpg', () => exe, `Tệp này là chương trình chạy trên Windows (.exe) nên không được nhận. ${taken}`],
    ['a program of Linux', 'anh.png', () => elf, `Tệp này là chương trình chạy trên Linux nên không được nhận. ${taken}`],
    ['a page', 'bao-cao.pdf', () => Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), `Tệp này là trang web (HTML) nên không được nhận. ${taken}`],
    ['a page behind a mark of order', 'anh.jpg', () => Buffer.from('\ufeff  <html><body onload=alert(1)>'), `Tệp này là trang web (HTML) nên không được nhận. ${taken}`],
    ['a drawing with script', 'anh.png', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), `Tệp này là hình SVG nên không được nhận. ${taken}`],
    ['a drawing declared as XML', 'anh.png', () => Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), `Tệp này là hình SVG nên không được nhận. ${taken}`],
    ['a shell script', 'anh.jpg', () => Buffer.from('#!/bin/sh\nrm -rf /\n'), `Tệp này là tập lệnh chạy được nên không được nhận. ${taken}`],
    ['plain text', 'a.pdf', () => Buffer.from('chỉ là chữ'), `Tệp này là văn bản thuần nên không được nhận. ${taken}`],
    ['a page that hides the mark of PDF', 'a.pdf', () => Buffer.from(`<html><script>1</script>${pdf().toString()}`), `Tệp này là trang web (HTML) nên không được nhận. ${taken}`],
    ['an archive', 'a.docx', () => zipped({ 'a.txt': 'x' }), `Tệp này là tệp nén nên không được nhận. ${taken}`],
    ['an old Word file', 'a.docx', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)]), `Tệp này là tệp Word, Excel kiểu cũ (.doc, .xls) hoặc tệp có mật khẩu nên không được nhận. ${taken} Hãy mở tệp, chọn Lưu thành, kiểu .docx, .xlsx hoặc PDF rồi gửi lại.`],
    ['a photograph that browsers do not show', 'a.heic', () => heic, `Tệp này là ảnh HEIC của iPhone nên không được nhận. ${taken} Trình duyệt không hiện được ảnh HEIC: hãy chọn lại ảnh từ thư viện của máy để màn hình này chuyển sang JPEG.`],
    ['a document with macros by its parts', 'a.docx', () => docx({ 'word/vbaProject.bin': 'x' }), 'Tệp chứa macro nên không được nhận. Hãy lưu thành .docx hoặc .xlsx không có macro, hoặc PDF, rồi gửi lại.'],
    ['a document with macros by its type', 'a.docx', () => docx({}, macro), 'Tệp chứa macro nên không được nhận. Hãy lưu thành .docx hoặc .xlsx không có macro, hoặc PDF, rồi gửi lại.'],
    ['a template', 'a.docx', () => docx({}, template), `Tệp này là mẫu hoặc tệp Office kiểu khác nên không được nhận. ${taken}`],
    ['a program inside a document', 'a.docx', () => docx({ 'word/embeddings/oleObject1.bin': exe }), 'Tệp có tệp khác nhúng bên trong nên không được nhận. Hãy xóa đối tượng nhúng hoặc lưu thành PDF rồi gửi lại.'],
    ['half a photograph', 'a.jpg', () => jpeg().subarray(0, 40), 'Ảnh bị hỏng hoặc gửi chưa trọn vẹn. Hãy mở thử ảnh trên máy rồi gửi lại.'],
    ['nothing', 'a.jpg', () => Buffer.alloc(0), 'Tệp rỗng. Hãy chọn lại tệp.'],
  ])('%s is refused, naming what was found, and nothing is kept', async (_what, name, make, message) => {
    const ticket = await ticketOf(officer, name), before = await kept(), answer = await send(world, officer, ticket, await make());
    expect([answer.status, answer.codes, answer.messages]).toEqual([422, ['NOT_TAKEN'], [message]]);
    expect(await kept()).toEqual(before);
  });

  it.each([['with its place in Exif', jpegWithPlace], ['with the place in a second picture behind it', jpegWithPlaceBehind], ['as PNG with its place', pngWithPlace],
    ['with its place in words', () => Buffer.concat([jpeg(), Buffer.from('<rdf exif:GPSLatitude="22,3N"/>')])]])('a photograph %s is refused: where people are is sensitive', async (_what, make) => {
    const ticket = await ticketOf(), before = await kept(), answer = await send(world, officer, ticket, make());
    expect([answer.status, answer.codes]).toEqual([422, ['TELLS_PLACE']]);
    expect(await kept()).toEqual(before);
  });

  it.each<[string, () => Buffer]>([
    ['with a hundred thousand notes behind it', () => Buffer.concat([jpeg(), Buffer.alloc(2 * megabyte - 1000, Buffer.from('457869660000' + '49492a0008000000', 'hex'))])],
    ['of a hundred thousand pieces of notes', () => png(8, 8, Array.from({ length: 80_000 }, () => ['eXIf', Buffer.from('49492a0008000000ffff', 'hex')]))],
  ])('a picture %s holds nobody up', async (_what, make) => {
    const bomb = make(), ticket = await ticketOf(), before = await kept(), began = performance.now(), answer = await send(world, officer, ticket, bomb);
    expect([answer.status, answer.codes, performance.now() - began < 2000]).toEqual([422, ['TELLS_PLACE'], true]);
    expect(await kept()).toEqual(before);
  });

  it('a picture of more points than a browser opens is refused by its head', async () => {
    const answer = await send(world, officer, await ticketOf(), png(30_000, 30_000));
    expect([answer.status, answer.codes]).toEqual([413, ['TOO_LARGE']]);
  });
});

describe('an archive that swells', () => {
  const swollen = 'Nội dung nén trong tệp lớn bất thường nên không được mở. Hãy lưu thành PDF rồi gửi lại.';
  it.each<[string, () => Promise<Buffer>, readonly string[]]>([
    ['by its ratio', () => xlsx({ 'xl/worksheets/sheet1.xml': Buffer.alloc(60 * megabyte, 32) }), [swollen]],
    ['by the number of its parts', () => xlsx(Object.fromEntries(Array.from({ length: 1001 }, (_, no) => [`xl/media/${no}.xml`, 'x']))), [swollen]],
    ['and declares to be small', async () => withDirectory(await xlsx({ 'xl/worksheets/sheet1.xml': Buffer.alloc(60 * megabyte, 32) }), 'xl/worksheets/sheet1.xml', 24, 1000, 4), ['Tệp bị hỏng hoặc gửi chưa trọn vẹn. Hãy mở thử tệp trên máy, lưu lại rồi gửi lại.']],
  ])('%s is refused before it fills memory or disk', async (_what, make, messages) => {
    const bomb = await make(), ticket = await ticketOf(officer, 'bieu.xlsx'), before = await kept(), memory = process.memoryUsage().rss;
    const answer = await send(world, officer, ticket, bomb);
    expect([answer.status, answer.messages]).toEqual([422, messages]);
    expect(process.memoryUsage().rss - memory).toBeLessThan(60 * megabyte);
    expect(await kept()).toEqual(before);
  });
});

describe('an upload of 1 GB', () => {
  /** Sends zeros behind the head of a PDF until told to stop or cut off; says how many bytes the server took. */
  async function stream(ticket: string, { declared, stopAt }: { declared?: number; stopAt: number }): Promise<{ taken: number; status: number | null; most: number; connections: number }> {
    // One that the upload held would be there at every look; others come and go.
    let taken = 0, status: number | null = null, most = 0, connections = Number.MAX_SAFE_INTEGER;
    const headers = { ...signedIn(officer), origin: world.url, ...(declared === undefined ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(declared) }) };
    const sending = request(`${world.url}/files/${ticket}`, { method: 'PUT', headers });
    const ended = new Promise<void>(done => { sending.once('response', answer => { status = answer.statusCode!; answer.resume().once('close', done); }).once('error', () => done()).once('close', done); });
    let isOver = false;
    void ended.then(() => { isOver = true; });
    const piece = Buffer.alloc(256 * 1024);
    sending.write('%PDF-1.4\n');
    while (!isOver && taken < stopAt) {
      const goesOn = sending.write(piece);
      taken += piece.length;
      if (!goesOn) await Promise.race([ended, new Promise<void>(done => void sending.once('drain', done))]);
      most = Math.max(most, bytesOnDisk());
      if (taken % megabyte === 0) connections = Math.min(connections, await busy());
    }
    if (!isOver) sending.destroy();
    await ended;
    return { taken, status, most, connections };
  }

  it('that says so is refused before it is read', async () => {
    const ticket = await ticketOf(), before = await kept(), { status, taken } = await stream(ticket, { declared: 1024 * megabyte, stopAt: 1024 * megabyte });
    expect([status === 413 || status === null, taken < 30 * megabyte]).toEqual([true, true]);
    expect(await kept()).toEqual(before);
  });
  it('that does not say so is counted, and ends at the limit', async () => {
    const ticket = await ticketOf(), before = await kept(), start = bytesOnDisk(), { status, taken, most, connections } = await stream(ticket, { stopAt: 1024 * megabyte });
    expect([status === 413 || status === null, taken < 40 * megabyte, most - start <= 20 * megabyte, connections]).toEqual([true, true, true, 0]);
    await waitFor(() => Promise.resolve(bytesOnDisk() === start || null));
    expect(await kept()).toEqual(before);
  });
  it('cut in the middle keeps no byte, no row and no connection', async () => {
    const ticket = await ticketOf(), before = await kept(), start = bytesOnDisk(), { status, most, connections } = await stream(ticket, { declared: 15 * megabyte, stopAt: 8 * megabyte });
    expect([status, most > start, connections]).toEqual([null, true, 0]);
    await waitFor(() => Promise.resolve(bytesOnDisk() === start || null));
    expect([await kept(), await busy()]).toEqual([before, 0]);
    expect((await send(world, officer, ticket, jpeg())).status).toBe(404);
  });
});

describe('a ticket', () => {
  it('used before, late, made up, another account\'s or for another hat is one and the same 404, and sends nothing', async () => {
    const used = await ticketOf(), late = await ticketOf(), others = await ticketOf(leader);
    expect((await send(world, officer, used, jpeg())).status).toBe(200);
    await world.admin.query("UPDATE file_ticket SET expires_at = now() - interval '1 second' WHERE token_hash = $1", [hashOf(late).toString('hex')]);
    const account = await createAccount(world.admin, { login: 'hai.mu', name: 'Hai mũ', password: 'khong-dung-den-bao-gio', mustChangePassword: false },
      [{ unitCode: '02869', role: 'OFFICER', sensitiveNouns: [] }, { unitCode: '02647', role: 'OFFICER', sensitiveNouns: [] }]);
    const hats: Client[] = [];
    for (const post of account!.posts) {
      const token = newToken();
      await world.admin.query("INSERT INTO sign_in (token_hash, account_id, post_id, expires_at) VALUES ($1, $2, $3, now() + interval '12 hours')", [hashOf(token), account!.id, post]);
      const client = async (query: string, variables: object = {}) => {
        const answer = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: `session=${token}`, 'x-hat': String(post) }, body: JSON.stringify({ query, variables }) });
        return { ...await answer.json() as { data: unknown; errors: undefined }, status: answer.status, text: '', headers: answer.headers };
      };
      hats.push(Object.assign(client, { unit: '', unitId: 0, post, token }) as Client);
    }
    const hatted = await ticketOf(hats[0]), before = await kept();
    const answers = [await send(world, officer, used, jpeg()), await send(world, officer, late, jpeg()), await send(world, officer, newToken(), jpeg()), await send(world, officer, others, jpeg()), await send(world, hats[1]!, hatted, jpeg())];
    expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [404, answers[0]!.text]));
    expect(await kept()).toEqual(before);
    expect((await send(world, hats[0]!, hatted, jpeg())).status).toBe(200);
  });
  it('is refused to a page of another origin, and to nobody signed in', async () => {
    const ticket = await ticketOf();
    expect([(await send(world, officer, ticket, jpeg(), { origin: 'https://evil.example' })).status, (await send(world, officer, ticket, jpeg(), { cookie: 'session=x' })).status]).toEqual([403, 401]);
  });
  it('sends once, however many try at the same moment', async () => {
    const ticket = await ticketOf(), answers = await Promise.all(Array.from({ length: 8 }, () => send(world, officer, ticket, jpeg(8))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 404)]);
  });
});

describe('leaves to send', () => {
  it('that wait count as files that wait: nobody gathers thousands to fill the disk at once', async () => {
    const greedy = await world.as.commune('02869'), { rows: [{ most }] } = await world.admin.query<{ most: number }>("SELECT value AS most FROM attachment_rule WHERE name = 'WAITING_FILES_MOST'");
    await sent(world, greedy, { assignment });
    await world.admin.query(`INSERT INTO file_ticket (token_hash, account_id, unit_id, post_id, kind, target, name, assignment_id)
      SELECT encode(sha256(convert_to(n || 'x', 'UTF8')), 'hex'), p.account_id, p.unit_id, p.id, 'EVIDENCE', gen_random_uuid(), 'anh.jpg', $2 FROM post p, generate_series(1, $3::int) n WHERE p.id = $1`, [greedy.post, assignment, most - 2]);
    expect((await ask(greedy, { assignment })).userErrors).toEqual([]);
    const before = await kept(), { ticket, userErrors } = await ask(greedy, { assignment });
    expect([ticket, userErrors.map(({ code, field }) => [code, field])]).toEqual([null, [['NOT_ALLOWED_NOW', null]]]);
    expect(await kept()).toEqual(before);
    await world.admin.query("UPDATE file_ticket SET expires_at = now() - interval '1 second' WHERE post_id = $1", [greedy.post]);
    expect((await ask(greedy, { assignment })).userErrors).toEqual([]);
  });
});

describe('the way out', () => {
  let draft: string, signed: string, entry: string;
  beforeEach(async () => {
    const add = async (client: Client): Promise<{ id: string; files: { id: string }[] }> => {
      const file = await sent(world, client, { assignment });
      return (await write(client, 'addProgressEntry', { assignment, asOfDay: '2026-09-01', done: 'Có ảnh.', files: [file] }, 'progressEntry { id files { id } }')).data.addProgressEntry.progressEntry;
    };
    draft = (await add(officer)).files[0]!.id;
    ({ id: entry, files: [{ id: signed }] } = await add(leader) as { id: string; files: [{ id: string }] });
  });
  const answersTo = async (client: Client, ids: readonly string[]) => Promise.all(ids.map(async id => { const { status, body } = await fetched(world, client, id); return `${status} ${status === 404 ? body.toString() : ''}`; }));

  it('of a signed entry is open to its unit, the lead and the secretariat, and to nobody else as of a made-up id', async () => {
    for (const client of [officer, leader, lead, secretariat]) expect((await fetched(world, client, signed)).status).toBe(200);
    for (const client of strangers) {
      const [of, like] = await answersTo(client, [signed, randomId]);
      expect([of, of!.startsWith('404')]).toEqual([like, true]);
    }
    expect((await fetch(`${world.url}/files/${signed}?hat=${leader.post}`, { headers: { origin: world.url } })).status).toBe(401);
  });
  it('of a draft is open to its unit alone', async () => {
    for (const client of [lead, secretariat, ...strangers]) {
      const [of, like] = await answersTo(client, [draft, randomId]);
      expect(of).toBe(like);
    }
  });
  it('closes the moment that the entry is no longer the reader\'s to read: a link owned is no right', async () => {
    expect((await fetched(world, lead, signed)).status).toBe(200);
    await world.admin.query("UPDATE progress_entry SET state = 'DRAFT', signed_on = NULL, signed_by_id = NULL WHERE id = $1", [entry]);
    expect([(await fetched(world, lead, signed)).status, (await fetched(world, secretariat, signed)).status, (await fetched(world, officer, signed)).status]).toEqual([404, 404, 200]);
    await world.admin.query("UPDATE progress_entry SET state = 'SIGNED' WHERE id = $1", [entry]);
    const ended = "UPDATE assignment SET valid_to = $2 WHERE unit_id = (SELECT id FROM unit WHERE code = 'sxd') AND task_id = (SELECT task_id FROM assignment WHERE id = $1)";
    await world.admin.query(ended, [assignment, '2026-09-01']);
    expect((await fetched(world, lead, signed)).status).toBe(404);
    await world.admin.query(ended, [assignment, null]);
    expect((await fetched(world, lead, signed)).status).toBe(200);
  });
  it('has no key of the bytes themselves', async () => {
    const { rows } = await world.admin.query<{ content_id: string }>('SELECT content_id FROM attachment WHERE id = $1', [signed]);
    expect((await fetched(world, officer, rows[0]!.content_id)).status).toBe(404);
    for (const path of ['..%2f..%2fetc%2fpasswd', signed.toUpperCase(), `${signed}%00`, `${signed}/`]) expect((await fetch(`${world.url}/files/${path}`, { headers: { ...signedIn(strangers[0]!), origin: world.url } })).status).toBe(404);
  });
  it('is not widened by binding: a file of another unit, another entry or another assignment is NOT_FOUND, and nothing changes', async () => {
    const [stranger] = strangers, { rows: [{ id: own }] } = await world.admin.query<{ id: string }>('SELECT id::text FROM assignment WHERE unit_id = $1 AND confirmed_on IS NOT NULL ORDER BY id LIMIT 1', [stranger!.unitId]);
    const { rows: [{ id: second }] } = await world.admin.query<{ id: string }>('SELECT id::text FROM assignment WHERE unit_id = $1 AND confirmed_on IS NOT NULL AND id <> $2 ORDER BY id LIMIT 1', [officer.unitId, assignment]);
    const waiting = await sent(world, officer, { assignment });
    for (const [client, target, file] of [[stranger!, own, waiting], [stranger!, own, signed], [officer, second, waiting], [officer, assignment, signed]] as const) {
      const before = await kept();
      const { data } = await write(client, 'addProgressEntry', { assignment: target, asOfDay: '2026-09-01', done: 'Mượn tệp', files: [file] });
      expect(data.addProgressEntry.userErrors.map(({ code, field }: { code: string; field: string }) => [code, field])).toEqual([['NOT_FOUND', 'files']]);
      expect(await kept()).toEqual(before);
    }
  });
});
