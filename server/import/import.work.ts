import { logOpened } from '../access-log/access-log.service.js';
import { auditWrite } from '../audit/audit.service.js';
import type { Opened } from '../database/opened.js';
import { withSession, type Door, type Session } from '../database/session.js';
import { saveFile, workbookType } from '../file/stored-file.service.js';
import { annotateWorkbook, type WorkbookNote } from '../workbook/annotate.js';
import { WorkbookRefused } from '../workbook/refused.js';
import { readThrough, type ImportWork } from './import.pass.js';
import { ListRefused } from './import.reader.js';
import { findBatch, holdTriggers, settle, stepBatch, traceRows, undoBatch, type Step, type TracedRow } from './import-batch.query.js';
import { OvertakenImport, type Judged } from './importer.js';

/** Between check and saving the registry changed so that other lines are good now. */
class RegistryChanged extends Error {}

const mostNotes = 20_000, mostMessage = 4_000, settledAtOnce = 5_000;
const messageOf = (notices: readonly string[]): string | null => notices.join('\n').slice(0, mostMessage) || null;
const stateOf = ({ write, notes }: Judged<unknown>): string => (write === null ? 'BAD' : notes.length > 0 ? 'WARNED' : 'GOOD');

/** Says now and then, in a transaction of its own, how far a batch has come. */
function progressOf({ door, viewer, batch }: ImportWork, state: string): (progress: number) => Promise<void> {
  let said = Date.now();
  return async progress => {
    if (Date.now() - said < 1_000) return;
    said = Date.now();
    await withSession(door, viewer, 'write', session => stepBatch(session, batch, [state], { progress }));
  };
}

const step = ({ door, viewer, batch }: ImportWork, expected: string, to: Step): Promise<boolean> => withSession(door, viewer, 'write', session => stepBatch(session, batch, [expected], to));

const longestWait = 8_000;

/** How a batch ended is told even where every connection was just lost with the work: tried again for a quarter of a minute. */
async function end(work: ImportWork, state: string, to: Step): Promise<void> {
  for (let wait = 250; ; wait *= 2) {
    try { await step(work, state, to); return; } catch (error) { if (wait > longestWait) throw error; }
    await new Promise(done => setTimeout(done, wait));
  }
}

/** A refusal in its own words; anything else is ours and stays in the log. */
async function fail(work: ImportWork, state: string, error: unknown, otherwise: string): Promise<void> {
  const isRefusal = error instanceof WorkbookRefused || error instanceof ListRefused;
  await end(work, state, { state: 'FAILED', message: isRefusal ? error.message : otherwise });
  if (!isRefusal) throw error;
}

const fileOf = async (session: Session, batch: string): Promise<string | null> => (await session.read<{ file: string | null }>('SELECT import_file($1) AS file', [batch]))[0].file;

/** The dry run: every line is judged against the registry, nothing of it is written; the messages go into a copy of the workbook. */
export async function checkImport(work: ImportWork, more: readonly string[] = []): Promise<void> {
  const { door, files, viewer, batch: id, requestId } = work;
  try {
    const rows: TracedRow[] = [], notes: WorkbookNote[] = [], opened: Opened[] = [], say = progressOf(work, 'CHECKING');
    let name = '', file = '';
    const found = await withSession(door, viewer, 'read', async session => {
      const batch = await findBatch(session, id);
      file = await fileOf(session, id) ?? '';
      if (!batch || !file) throw new ListRefused('Tệp không còn được lưu. Hãy gửi lại tệp.');
      name = (await session.read<{ name: string }>('SELECT file_name AS name FROM import_batch WHERE id = $1', [id]))[0].name;
      return readThrough(work, session, batch, file, opened, async (_importer, judged, progress) => {
        for (const one of judged) {
          if (one.notes.length === 0) continue;
          rows.push({ row_no: one.no, state: stateOf(one), code: one.code?.slice(0, 60) ?? null, is_duplicate: one.isDuplicate, messages: one.notes.map(note => `${note.address}: ${note.message}`) });
          for (const note of one.notes) if (notes.length < mostNotes) notes.push({ sheet: '', ...note });
        }
        await say(progress);
      });
    });
    await logOpened(door.source, viewer, requestId, opened);
    const notices = [...more, ...found.notices, ...(notes.length === mostNotes ? [`Tệp ghi chú chỉ mang ${mostNotes.toLocaleString('vi-VN')} thông báo đầu.`] : [])];
    const annotated = notes.length === 0 ? null : await annotateWorkbook(files.pathOf(file), notes.map(note => ({ ...note, sheet: found.sheet })), found.headerRow);
    await withSession(door, viewer, 'write', async session => {
      const annotatedFile = annotated && await saveFile({ session, viewer, files }, {
        name: name.replace(/(\.xlsx)?$/i, ' - ghi chú lỗi.xlsx'), mediaType: workbookType, kind: 'IMPORT_NOTES', write: async stream => { await new Promise<void>((done, no) => stream.on('error', no).end(annotated, done)); },
      });
      await traceRows(session, id, rows, true);
      await stepBatch(session, id, ['CHECKING'], { state: 'CHECKED', progress: 100, ...found.tally, annotated_file_id: annotatedFile, message: messageOf(notices) });
    });
  } catch (error) {
    await fail(work, 'CHECKING', error, 'Hệ thống gặp lỗi khi kiểm tra tệp. Hãy thử lại; nếu vẫn lỗi, báo Cơ quan Thường trực.');
  }
}

/** Saves all good lines of a checked batch in one transaction, or none. */
export async function saveImport(work: ImportWork): Promise<void> {
  const { door, viewer, batch: id, requestId } = work;
  const opened: Opened[] = [], say = progressOf(work, 'SAVING');
  try {
    await withSession(door, viewer, 'write', async session => {
      const batch = await findBatch(session, id), file = await fileOf(session, id);
      if (!batch || !file) throw new ListRefused('Tệp không còn được lưu. Hãy gửi lại tệp.');
      await holdTriggers(session);
      let saved = 0;
      const touched = new Set<string>(), people: string[] = [];
      const settleAll = async (): Promise<void> => { await settle(session, id, [...touched], people); touched.clear(); people.length = 0; };
      const { tally, notices } = await readThrough(work, session, batch, file, opened, async (importer, judged, progress) => {
        const good = judged.filter((one): one is Judged<unknown> & { write: object } => one.write !== null);
        if (good.length === 0) return;
        const done = await importer.save(good);
        for (const { household, changes } of done) {
          if (household !== null) touched.add(household);
          for (const change of changes) if (change.t === 'member') people.push(change.i);
        }
        if (touched.size >= settledAtOnce) await settleAll();
        const byNo = new Map(good.map(one => [one.no, one]));
        await traceRows(session, id, done.map(({ no, household, changes }) => ({ row_no: no, state: stateOf(byNo.get(no)!), code: byNo.get(no)!.code, ...(household !== null && { household_id: household }), changes })), false);
        saved += done.length;
        await say(progress);
      });
      await settleAll();
      if (tally.good !== batch.good || tally.bad !== batch.bad) throw new RegistryChanged();
      await stepBatch(session, id, ['SAVING'], { state: 'SAVED', progress: 100, saved, message: messageOf(notices) });
      await auditWrite({ session, viewer, requestId }, { operation: 'confirmImport', noun: 'ImportBatch', rowId: id, before: { state: 'CHECKED' }, after: { state: 'SAVED', saved } });
    });
    await logOpened(door.source, viewer, requestId, opened);
  } catch (error) {
    if (error instanceof RegistryChanged || error instanceof OvertakenImport || ['23505', '23P01'].includes((error as { code?: string }).code ?? '')) {
      await step(work, 'SAVING', { state: 'CHECKING', progress: 0 });
      await checkImport(work, ['Danh sách đã được người khác sửa từ lúc kiểm tra nên chưa dòng nào được lưu. Hãy xem lại kết quả rồi lưu.']);
      return;
    }
    await fail(work, 'SAVING', error, 'Hệ thống gặp lỗi khi lưu; chưa dòng nào được lưu. Hãy thử gửi lại tệp.');
  }
}

const mostNamed = 20;

/** Takes a saved batch back whole; what others changed since is named and nothing is taken back. */
export async function takeBackImport(work: ImportWork): Promise<void> {
  const { door, viewer, batch: id, requestId } = work;
  try {
    const blocking = await withSession(door, viewer, 'write', async session => {
      const found = await undoBatch(session, id, (await findBatch(session, id))?.kind === 'PAIRINGS' ? 'undo_pairings' : 'undo_import');
      if (found.length > 0) { session.rollBack(); return found; }
      await stepBatch(session, id, ['UNDOING'], { state: 'UNDONE', message: null });
      await auditWrite({ session, viewer, requestId }, { operation: 'undoImport', noun: 'ImportBatch', rowId: id, before: { state: 'SAVED' }, after: { state: 'UNDONE' } });
      return found;
    });
    if (blocking.length === 0) return;
    const named = blocking.slice(0, mostNamed).map(({ rowNo, code, reason }) => `dòng ${rowNo} (${code === null ? '' : `hộ ${code}: `}${reason === 'USED' ? 'đã có dữ liệu mới gắn vào' : 'đã được sửa'})`).join('; ');
    await step(work, 'UNDOING', { state: 'SAVED', message: `Không hoàn tác được; ${blocking.length} dòng đã thay đổi sau khi lưu: ${named}${blocking.length > mostNamed ? '; …' : ''}. Chưa dòng nào được hoàn tác.` });
  } catch (error) {
    await end(work, 'UNDOING', { state: 'SAVED', message: 'Hệ thống gặp lỗi khi hoàn tác; chưa dòng nào được hoàn tác. Hãy thử lại.' });
    throw error;
  }
}

/** Batches that a server which is no more was working on become FAILED, or SAVED again. */
export const failImports = async (source: Door['source']): Promise<void> => void await source.query('SELECT fail_imports()');
