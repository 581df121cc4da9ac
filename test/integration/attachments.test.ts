import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expireFiles } from '../../server/jobs/file-expiry.job.js';
import { folderStorage } from '../../server/file/file.storage.js';
import { ask, docx, fetched, jpeg, pdf, png, send, sent, webp, xlsx } from '../support/attachment-files.js';
import { errorsOf, messagesOf, refusal, trailOf, write } from '../support/writes.js';
import { openWorld, type Client, type World } from '../support/world.js';

let world: World, officer: Client, colleague: Client, leader: Client, secretariat: Client, lead: Client;
let assignment: string;

beforeAll(async () => {
  world = await openWorld();
  officer = await world.as.commune('02869');
  colleague = await world.as.commune('02869');
  leader = await world.as.commune('02869', { role: 'LEADER' });
  secretariat = await world.as.secretariat('thuong-truc');
  lead = await world.as.department('sxd');
  ({ rows: [{ id: assignment }] } = await world.admin.query<{ id: string }>("SELECT a.id::text FROM assignment a JOIN task t ON t.id = a.task_id WHERE t.code = 'III.8(4)' AND a.unit_id = $1", [officer.unitId]));
});
afterAll(() => world.stop());

const fileFields = 'files { id purpose name mediaType size sha256 }';
const onEntry = `progressEntry { id state ${fileFields} }`;
const entry = (more: object) => ({ asOfDay: '2026-09-01', done: 'Đã bàn giao 5 nhà.', ...more });
const add = async (client: Client, files: string[]) => (await write(client, 'addProgressEntry', entry({ assignment, files }), onEntry)).data.addProgressEntry.progressEntry;
const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const filesOf = async (client: Client, id: string): Promise<{ id: string }[] | null> => {
  const { data } = await client(`query ($id: ID!) { assignment(id: $id) { entries { id ${fileFields} } } }`, { id: assignment });
  return data.assignment.entries.find((one: { id: string }) => one.id === id)?.files ?? null;
};
const onDisk = (): string[] => readdirSync(world.filesFolder);

describe('evidence', () => {
  it('comes with an entry, in the order chosen, and is there for the lead and the secretariat once a leader signed', async () => {
    const [first, second] = [jpeg(1), png()];
    const a = await sent(world, officer, { assignment, name: 'Nhà ông Sùng.jpg' }, first), b = await sent(world, officer, { assignment, name: 'mái nhà.png' }, second);
    const draft = await add(officer, [b, a]);
    expect(draft).toEqual({ id: draft.id, state: 'DRAFT', files: [
      { id: b, purpose: 'EVIDENCE', name: 'mái nhà.png', mediaType: 'image/png', size: second.length, sha256: hash(second) },
      { id: a, purpose: 'EVIDENCE', name: 'Nhà ông Sùng.jpg', mediaType: 'image/jpeg', size: first.length, sha256: hash(first) }] });
    for (const client of [secretariat, lead]) expect([await filesOf(client, draft.id), (await fetched(world, client, a)).status]).toEqual([null, 404]);
    expect((await fetched(world, colleague, a)).body.equals(first)).toBe(true);
    await write(officer, 'submitProgressEntry', { id: draft.id });
    await write(leader, 'signProgressEntry', { id: draft.id });
    for (const client of [secretariat, lead]) {
      expect(await filesOf(client, draft.id)).toEqual(draft.files);
      const { status, body, headers } = await fetched(world, client, a);
      expect([status, hash(body), headers.get('content-type'), headers.get('x-content-type-options'), headers.get('content-security-policy'), headers.get('cache-control')])
        .toEqual([200, hash(first), 'image/jpeg', 'nosniff', "default-src 'none'; sandbox", 'no-store']);
      expect(headers.get('content-disposition')).toBe("inline; filename=\"tep.jpg\"; filename*=UTF-8''Nh%C3%A0%20%C3%B4ng%20S%C3%B9ng.jpg");
    }
    expect((await trailOf(world, draft.id)).map(({ operation, after }) => [operation, (after as { files?: string[] }).files])).toEqual([['addProgressEntry', [b, a]], ['submitProgressEntry', undefined], ['signProgressEntry', undefined]]);
    expect((await trailOf(world, a)).map(({ operation }) => operation)).toEqual(['askUpload', 'receiveFile']);
  });

  it('of a leader is bound and signed in one', async () => {
    const id = await sent(world, leader, { assignment }), signed = await add(leader, [id]);
    expect([signed.state, signed.files.map((file: { id: string }) => file.id)]).toEqual(['SIGNED', [id]]);
    expect((await fetched(world, secretariat, id)).status).toBe(200);
  });

  it('is kept by a correction that names it, left by one that does not, and stays with what was said before', async () => {
    const kept = await sent(world, leader, { assignment, name: 'giữ.jpg' }, jpeg(3)), left = await sent(world, leader, { assignment }, jpeg(4)), first = await add(leader, [kept, left]);
    const fresh = await sent(world, officer, { assignment, name: 'thêm.pdf' }, pdf());
    const { data } = await write(officer, 'correctProgressEntry', entry({ id: first.id, files: [kept, fresh] }), onEntry);
    const corrected = data.correctProgressEntry.progressEntry, [copy] = corrected.files;
    expect(corrected.files.map(({ name, sha256 }: { name: string; sha256: string }) => [name, sha256])).toEqual([['giữ.jpg', hash(jpeg(3))], ['thêm.pdf', hash(pdf())]]);
    expect(copy.id).not.toBe(kept);
    expect(await filesOf(officer, first.id)).toEqual(first.files);
    // The correction is a draft: of the bytes that both have, others read the signed one's alone.
    expect([(await fetched(world, secretariat, kept)).status, (await fetched(world, secretariat, copy.id)).status, (await fetched(world, officer, copy.id)).body.equals(jpeg(3))]).toEqual([200, 404, true]);
  });

  it('never changes once it belongs to something, not even by the database\'s own owner', async () => {
    const id = await sent(world, leader, { assignment });
    await add(leader, [id]);
    for (const sql of ["UPDATE attachment SET name = 'khác' WHERE id = $1", 'UPDATE attachment SET entry_id = NULL, bound_at = NULL WHERE id = $1', 'DELETE FROM attachment WHERE id = $1'])
      await expect(world.admin.query(sql, [id])).rejects.toThrow('a file that belongs to something never changes');
  });

  it('is not hung on an entry twice, nor by a colleague, nor more than twenty, nor what is a document', async () => {
    const [used, own, document] = [await sent(world, officer, { assignment }), await sent(world, officer, { assignment }), await sent(world, officer, { assignment, purpose: 'DOCUMENT' }, pdf())];
    const saved = await add(officer, [used]);
    const missing = ['NOT_FOUND files'];
    for (const [client, files] of [[officer, [used]], [colleague, [own]], [officer, [own, document]], [officer, ['00000000-0000-4000-8000-000000000000']], [officer, ["' OR 1=1"]]] as const)
      expect([files, await refusal(world, client, 'addProgressEntry', entry({ assignment, files }))]).toEqual([files, missing]);
    expect(await refusal(world, officer, 'correctProgressEntry', entry({ id: saved.id, files: [saved.files[0].id, 'x'] }))).toEqual(missing);
    expect(await refusal(world, officer, 'addProgressEntry', entry({ assignment, files: Array.from({ length: 21 }, (_, no) => `00000000-0000-4000-8000-${String(no).padStart(12, '0')}`) }))).toEqual(['BAD_INPUT files']);
    expect((await add(officer, [own, own])).files.map((file: { id: string }) => file.id)).toEqual([own]);
  });

  it('waits for its sender\'s post alone, for a day', async () => {
    const id = await sent(world, officer, { assignment }), before = onDisk().length;
    expect([(await fetched(world, officer, id)).status, (await fetched(world, colleague, id)).status, (await fetched(world, leader, id)).status, (await fetched(world, secretariat, id)).status]).toEqual([200, 404, 404, 404]);
    const expire = () => expireFiles(world.app.door.source, { ...folderStorage(world.filesFolder), settled: () => Promise.resolve(onDisk()) });
    await world.admin.query("UPDATE attachment SET created_at = now() - interval '23 hours' WHERE id = $1", [id]);
    await expire();
    expect((await fetched(world, officer, id)).status).toBe(200);
    await world.admin.query("UPDATE attachment SET created_at = now() - interval '25 hours' WHERE id = $1", [id]);
    await expire();
    expect([(await fetched(world, officer, id)).status, onDisk().length < before]).toEqual([404, true]);
    expect(await refusal(world, officer, 'addProgressEntry', entry({ assignment, files: [id] }))).toEqual(['NOT_FOUND files']);
    // What belongs to something stays, and so do bytes that two rows share.
    const { rows } = await world.admin.query<{ content_id: string }>('SELECT DISTINCT content_id FROM attachment');
    expect(onDisk()).toEqual(expect.arrayContaining(rows.map(row => row.content_id)));
  });
});

describe('what is taken', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string, string]>([
    ['JPEG', () => jpeg(), 'anh.jpg', 'image/jpeg'], ['PNG', () => png(), 'anh.png', 'image/png'], ['WebP', () => webp, 'anh.webp', 'image/webp'], ['PDF', () => pdf(), 'kh.pdf', 'application/pdf'],
    ['Word', () => docx(), 'kh.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'], ['Excel', () => xlsx(), 'bieu.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('%s by its content, whatever it is called', async (_what, make, name, type) => {
    const bytes = await make(), right = await sent(world, officer, { assignment, name }, bytes), wrong = await sent(world, officer, { assignment, name: 'x.exe' }, bytes);
    const { rows } = await world.admin.query('SELECT name, media_type FROM attachment WHERE id = ANY ($1) ORDER BY name = $2 DESC', [[right, wrong], name]);
    expect(rows).toEqual([{ name, media_type: type }, { name: `x.exe.${name.split('.')[1]}`, media_type: type }]);
    const { headers } = await fetched(world, officer, right), isShown = /^image|pdf$/.test(type);
    expect([headers.get('content-type'), headers.get('content-disposition')!.split(';')[0], headers.get('content-security-policy')!.includes('sandbox')]).toEqual([type, isShown ? 'inline' : 'attachment', type !== 'application/pdf']);
  });

  it('is as large as the rule of the day says', async () => {
    expect((await ask(officer, { assignment, size: 20 * 2 ** 20 })).userErrors).toEqual([]);
    const { ticket, userErrors } = await ask(officer, { assignment, size: 20 * 2 ** 20 + 1 });
    expect([ticket, userErrors.map(({ code, field }) => [code, field])]).toEqual([null, [['BAD_INPUT', 'size']]]);
    await world.admin.query("UPDATE attachment_rule SET valid_to = '2026-09-07' WHERE name = 'IMAGE_BYTES_MOST'");
    await world.admin.query("INSERT INTO attachment_rule (name, value, valid_from, source) VALUES ('IMAGE_BYTES_MOST', 100, '2026-09-08', 'thử')");
    const answer = await send(world, officer, (await ask(officer, { assignment })).ticket!, jpeg());
    expect([answer.status, answer.codes]).toEqual([413, ['TOO_LARGE']]);
    await world.admin.query("DELETE FROM attachment_rule WHERE name = 'IMAGE_BYTES_MOST' AND value = 100");
    await world.admin.query("UPDATE attachment_rule SET valid_to = NULL WHERE name = 'IMAGE_BYTES_MOST'");
  });

  it('is asked for under an assignment of one\'s own only, with a name and a size', async () => {
    const { rows: [{ id }] } = await world.admin.query<{ id: string }>("SELECT id::text FROM assignment WHERE unit_id = (SELECT id FROM unit WHERE code = 'sxd') AND role = 'LEAD' LIMIT 1");
    for (const foreign of [id, '999999', 'x']) expect((await ask(officer, { assignment: foreign })).userErrors.map(({ code, field }) => [code, field])).toEqual([['NOT_FOUND', 'assignment']]);
    expect((await ask(officer, { assignment, name: ' ', size: 0 })).userErrors.map(({ code, field }) => [code, field])).toEqual([['BAD_INPUT', 'name'], ['BAD_INPUT', 'size']]);
  });
});

describe('an issued document', () => {
  const read = async (client: Client) => (await client('query ($id: ID!) { assignment(id: $id) { version documentNumber documentDay documentSigner documentFile { id name } files { name } changes { field before after reason } } }', { id: assignment })).data.assignment;
  const record = async (client: Client, more: object) => write(client, 'recordDocument', { assignment, version: (await read(client)).version, documentNumber: '15/KH-UBND', documentDay: '2026-04-08', documentSigner: 'Vàng A Páo', ...more }, 'assignment { documentNumber documentFile { id } }');

  it('is recorded with number, day, signer and the signed file, and read with the assignment', async () => {
    const file = await sent(world, officer, { assignment, purpose: 'DOCUMENT', name: 'kh-15.pdf' }, pdf(15));
    expect((await fetched(world, secretariat, file)).status).toBe(404);
    expect((await record(officer, { file })).data.recordDocument).toEqual({ assignment: { documentNumber: '15/KH-UBND', documentFile: { id: file } }, userErrors: [], conflicts: [] });
    for (const client of [colleague, secretariat, lead]) {
      expect(await read(client)).toMatchObject({ documentNumber: '15/KH-UBND', documentDay: '2026-04-08', documentSigner: 'Vàng A Páo', documentFile: { id: file, name: 'kh-15.pdf' } });
      expect((await fetched(world, client, file)).body.equals(pdf(15))).toBe(true);
    }
    expect((await trailOf(world, assignment)).at(-1)).toMatchObject({ operation: 'recordDocument', noun: 'Assignment', before: { documentNumber: null, documentFile: null }, after: { documentNumber: '15/KH-UBND', documentFile: file } });
  });

  it('that is replaced stays in the history, its file for the unit itself and the secretariat', async () => {
    const former = (await read(officer)).documentFile.id, file = await sent(world, leader, { assignment, purpose: 'DOCUMENT', name: 'kh-21.pdf' }, pdf(21));
    expect(errorsOf(await record(leader, { documentNumber: '21/KH-UBND', documentDay: '2026-06-02', file }))).toEqual([]);
    const { changes, files } = await read(officer);
    expect(files.map(({ name }: { name: string }) => name)).toEqual(['kh-21.pdf', 'kh-15.pdf']);
    expect(changes).toEqual(expect.arrayContaining([
      { field: 'documentNumber', before: '15/KH-UBND', after: '21/KH-UBND', reason: null }, { field: 'documentDay', before: '2026-04-08', after: '2026-06-02', reason: null }, { field: 'documentFile', before: 'kh-15.pdf', after: 'kh-21.pdf', reason: null }]));
    expect((await read(lead)).files.map(({ name }: { name: string }) => name)).toEqual(['kh-21.pdf']);
    expect(await Promise.all([officer, secretariat, lead].map(async client => (await fetched(world, client, former)).status))).toEqual([200, 200, 404]);
  });

  it('keeps its file when only its words are mended', async () => {
    expect(errorsOf(await record(officer, { documentNumber: '22/KH-UBND', documentSigner: 'Vàng A Páo, Chủ tịch' }))).toEqual([]);
    expect(await read(officer)).toMatchObject({ documentNumber: '22/KH-UBND', documentFile: { name: 'kh-21.pdf' } });
  });

  it('is of the plan\'s year and not of tomorrow, has every part, and a file of its own kind', async () => {
    const evidence = await sent(world, officer, { assignment }), { version } = await read(officer);
    const wrong = async (more: object) => refusal(world, officer, 'recordDocument', { assignment, version, documentNumber: '1', documentDay: '2026-04-08', documentSigner: 'A', ...more });
    expect(await wrong({ documentDay: '2026-09-09' })).toEqual(['BAD_INPUT documentDay']);
    expect(await wrong({ documentDay: '2025-12-31', documentNumber: ' ', documentSigner: '' })).toEqual(['BAD_INPUT documentNumber', 'BAD_INPUT documentDay', 'BAD_INPUT documentSigner']);
    expect(await wrong({ file: evidence })).toEqual(['NOT_FOUND file']);
    expect(await wrong({ version: version - 1 })).toEqual(['CONFLICT version']);
    const { rows: [{ id }] } = await world.admin.query<{ id: string }>('SELECT id::text FROM assignment WHERE unit_id = $1 AND document_file_id IS NULL LIMIT 1', [officer.unitId]);
    const other = await write(officer, 'recordDocument', { assignment: id, version: 1, documentNumber: '1', documentDay: '2026-04-08', documentSigner: 'A' });
    expect(messagesOf(other)).toEqual(['Tệp văn bản: chưa chọn. Chọn bản đã ký (PDF hoặc ảnh chụp).']);
  });
});
