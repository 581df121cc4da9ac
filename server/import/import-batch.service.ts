import type { Selection } from '../access/selection.js';
import { auditWrite } from '../audit/audit.service.js';
import { FileRefused, giveTicket, saveFile, workbookType, type Intake } from '../file/stored-file.service.js';
import { isId } from '../database/condition.js';
import { withSession } from '../database/session.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Context, Working } from '../graphql/context.js';
import { readBack, refuse, type Answered } from '../graphql/payload.js';
import { columnsFor } from './import.columns.js';
import { readLists } from './import.lists.js';
import type { ImportWork } from './import.pass.js';
import { checkImport, saveImport, takeBackImport } from './import.work.js';
import { importBatchAccess } from './import-batch.access.js';
import type { ImportBatch } from './import-batch.entity.js';
import type { BeginImportInput, BeginImportPayload, ConfirmImportInput, ImportBatchInput, ImportColumn } from './import-batch.input.js';
import { findBatch, insertBatch, keptFiles, stepBatch, type StoredBatch } from './import-batch.query.js';
import type { ImportKind } from './import-kind.js';

const batchName = 'đợt nhập';
const workOf = ({ door, files, policy, viewer, requestId }: Working, batch: string): ImportWork => ({ door, files, policy, viewer, requestId, batch });
const find = async ({ session }: Working, id: string): Promise<StoredBatch | null> => (isId('uuid', id) ? findBatch(session, id) : null);

const answer = async (context: Working, selection: Selection, id: string): Promise<Answered & { importBatch: ImportBatch | null }> =>
  ({ importBatch: await readBack<ImportBatch>(context, importBatchAccess, selection, 'importBatch', id), userErrors: [], conflicts: [] });

/** The columns that the viewer may bring in; none when the kind is not theirs. */
export async function importColumnsOf(context: Working, kind: ImportKind): Promise<ImportColumn[]> {
  const lists = await readLists(context.session, context.viewer, context.clock.today());
  return columnsFor(context.policy, context.viewer, kind, lists).filter(({ isHidden }) => !isHidden).map(({ key, header, isRequired, choices }) => ({ key, header, isRequired: isRequired ?? false, choices: [...(choices ?? [])] }));
}

const mostWaiting = 20, mostKept = 500 * 2 ** 20; // of a post: leaves to send a list; bytes of its files, which stay for days

/** A batch that waits for its file, and the leave to send that file once. */
export async function beginImport(context: Working, input: BeginImportInput, selection: Selection): Promise<BeginImportPayload> {
  const { session, viewer } = context, check = new Check();
  const fileName = check.text('fileName', 'Tên tệp', input.fileName, { most: 200, required: true });
  if ((await importColumnsOf(context, input.kind)).length === 0) check.fail('kind', 'Loại danh sách: chức vụ của bạn không nhập loại này. Chọn loại khác.');
  const mapping = input.mapping ?? null;
  if (mapping !== null && (!isId('uuid', mapping) || (await session.read('SELECT FROM column_mapping WHERE id = $1 AND kind = $2', [mapping, input.kind])).length === 0)) check.errors.push(notFound('mapping', 'cách ghép cột cho loại danh sách này'));
  const { bytes, waiting } = await keptFiles(session);
  if (bytes >= mostKept || waiting >= mostWaiting) check.errors.push(userError('NOT_ALLOWED_NOW', null, 'Đang có quá nhiều tệp danh sách đã gửi hoặc sắp gửi. Chờ mười phút rồi gửi tiếp; nếu vẫn vậy, chờ hệ thống dọn tệp cũ sau bảy ngày.'));
  if (check.failed) return { ...refuse(context, check.errors), importBatch: null, ticket: null };
  const id = await insertBatch(session, viewer, { kind: input.kind, fileName: fileName!, mapping });
  const ticket = await giveTicket({ session, viewer }, { kind: 'IMPORT', target: id, name: fileName! });
  await auditWrite(context, { operation: 'beginImport', noun: 'ImportBatch', rowId: id, before: null, after: { kind: input.kind } });
  return { ...await answer(context, selection, id), ticket };
}

const mostBytes = 20 * 2 ** 20, tooLarge = 'Tệp lớn hơn 20 MB. Hãy chia danh sách thành nhiều tệp nhỏ hơn.';

/** The file of a batch: once it is there, it is checked in the background. */
export const importIntake = ({ door, files, policy, background }: Pick<Context, 'door' | 'files' | 'policy' | 'background'>): Intake => async ({ viewer, requestId, ticket: { name, target }, declared, write }) => {
  if (declared > mostBytes) throw new FileRefused('TOO_LARGE', tooLarge);
  const file = await withSession(door, viewer, 'write', session => saveFile({ session, viewer, files }, { name, mediaType: workbookType, kind: 'IMPORT', most: { bytes: mostBytes, message: tooLarge }, write }));
  const isWaiting = await withSession(door, viewer, 'write', session => stepBatch(session, target, ['WAITING_FILE'], { state: 'CHECKING', file_id: file }));
  if (isWaiting) background.run('check import', () => checkImport({ door, files, policy, viewer, requestId, batch: target }));
  return file;
};

/** Begins to save the good rows of a checked batch under the viewer's own rights; all of them or, whatever happens, none. */
export async function confirmImport(context: Working, { id, version, onlyGood }: ConfirmImportInput, selection: Selection): Promise<Answered> {
  const batch = await find(context, id);
  if (!batch) return refuse(context, [notFound('id', batchName)]);
  if (batch.state !== 'CHECKED') return refuse(context, [userError('NOT_ALLOWED_NOW', 'id', 'Đợt nhập này không ở trạng thái chờ lưu. Tải lại trang để xem trạng thái mới nhất.')]);
  if (batch.version !== version) return refuse(context, [userError('CONFLICT', 'version', 'Đợt nhập vừa được kiểm tra lại. Xem kết quả mới rồi lưu.')]);
  if (batch.bad > 0 && !onlyGood) return refuse(context, [userError('BAD_INPUT', 'onlyGood', `Còn ${batch.bad} dòng lỗi. Sửa tệp rồi gửi lại, hoặc chọn chỉ lưu các dòng hợp lệ.`)]);
  if (batch.good === 0) return refuse(context, [userError('BAD_INPUT', 'id', 'Không có dòng hợp lệ nào để lưu. Sửa tệp theo ghi chú rồi gửi lại.')]);
  if (!await stepBatch(context.session, id, ['CHECKED'], { state: 'SAVING', progress: 0 })) return refuse(context, [notFound('id', batchName)]);
  context.session.afterCommit(() => context.background.run('save import', () => saveImport(workOf(context, id))));
  return answer(context, selection, id);
}

/** Begins to take a saved batch back, rows and former values alike. */
export async function undoImport(context: Working, { id }: ImportBatchInput, selection: Selection): Promise<Answered> {
  const batch = await find(context, id);
  if (!batch) return refuse(context, [notFound('id', batchName)]);
  if (!await stepBatch(context.session, id, ['SAVED'], { state: 'UNDOING', message: null })) return refuse(context, [userError('NOT_ALLOWED_NOW', 'id', 'Chỉ hoàn tác được đợt nhập đã lưu. Tải lại trang để xem trạng thái mới nhất.')]);
  context.session.afterCommit(() => context.background.run('undo import', () => takeBackImport(workOf(context, id))));
  return answer(context, selection, id);
}

/** A batch that is not to be saved. */
export async function discardImport(context: Working, { id }: ImportBatchInput, selection: Selection): Promise<Answered> {
  const batch = await find(context, id);
  if (!batch) return refuse(context, [notFound('id', batchName)]);
  if (!await stepBatch(context.session, id, ['WAITING_FILE', 'CHECKED', 'FAILED'], { state: 'DISCARDED' })) return refuse(context, [userError('NOT_ALLOWED_NOW', 'id', 'Đợt nhập này đã lưu hoặc đang xử lý nên không bỏ được.')]);
  await auditWrite(context, { operation: 'discardImport', noun: 'ImportBatch', rowId: id, before: { state: batch.state }, after: { state: 'DISCARDED' } });
  return answer(context, selection, id);
}
