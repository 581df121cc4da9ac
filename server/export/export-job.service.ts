import type { Selection } from '../access/selection.js';
import { addRow, changeRow } from '../audit/audited-row.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { readBack, refuse, type Answered } from '../graphql/payload.js';
import { exportJobAccess } from './export-job.access.js';
import { ExportKind } from './export-job.entity.js';
import type { CancelExportInput, ExportColumn, StartExportInput } from './export-job.input.js';
import { findMapping, lockJob, unfinishedJobs } from './export-job.query.js';
import { exportLists } from './export.columns.js';
import type { ExportMapping } from './export.mapping.js';
import { availableColumns, planExport, type PageWish } from './export.plan.js';
import { runExport } from './export.work.js';

const mostUnfinished = 3, mostText = 20_000;

/** The columns of a list that portal kind and post may take out; none when the list is not theirs. */
export const exportColumns = (context: Working, kind: ExportKind): ExportColumn[] =>
  availableColumns(context, context.viewer, kind).map(({ line: { key, header, isDefault }, nouns, wantsPurpose }) => ({ key, header, isDefault, isSensitive: nouns.length > 0 || wantsPurpose }));

/** JSON of the shape asked for; null where nothing was sent. */
function parsed<T>(check: Check, field: string, label: string, json: string | null | undefined, isShape: (value: unknown) => value is T): T | null {
  if (!json) return null;
  try {
    const value: unknown = json.length <= mostText ? JSON.parse(json) : undefined;
    if (isShape(value)) return value;
  } catch { /* said below */ }
  check.fail(field, `${label}: không đọc được. Tải lại danh sách rồi xuất lại.`);
  return null;
}
const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);
const isObjects = (value: unknown): value is Record<string, unknown>[] => Array.isArray(value) && value.every(isObject);

// What comes in under a mapping goes out under it.
const cameInAs: Readonly<Record<string, ExportKind | undefined>> = { HOUSEHOLDS: ExportKind.HOUSEHOLDS, MEMBERS: ExportKind.MEMBERS, NEEDS: ExportKind.SUPPORT_NEEDS, SUPPORTS: ExportKind.SUPPORTS };

/** The mapping wished for, and the columns that it has of those the viewer has; all of them where none are named. */
async function mappedColumns(context: Working, { kind, columns, mapping: id }: StartExportInput, check: Check): Promise<{ mapping: ExportMapping | null; columns: string[] }> {
  const named = [...new Set(columns)], found = id ? await findMapping(context.session, id) : null;
  if (!id) return { mapping: null, columns: named };
  if (!found || cameInAs[found.kind] !== kind) { check.errors.push(notFound('mapping', 'cách ghép cột của danh sách này')); return { mapping: null, columns: named }; }
  const available = new Set(availableColumns(context, context.viewer, kind).map(({ line }) => line.key)), keys = [...new Set(found.mapping.columns.map(([, key]) => key))].filter(key => available.has(key));
  return { mapping: found.mapping, columns: named.length === 0 ? keys : named.filter(key => keys.includes(key)) };
}

/** Everything that is wrong with a wish for these columns in words; a filter that names what is hidden throws FORBIDDEN, like the list itself. */
function judge(context: Working, { kind, columns }: StartExportInput, wish: PageWish, check: Check): void {
  const available = availableColumns(context, context.viewer, kind);
  if (available.length === 0) { check.fail('kind', `${exportLists[kind].title}: cổng và chức vụ này không có danh sách này. Chọn danh sách khác.`); return; }
  const strange = columns.find(key => !available.some(({ line }) => line.key === key));
  if (columns.length === 0) check.fail('columns', 'Cột: chưa chọn cột nào. Chọn ít nhất một cột.');
  else if (strange !== undefined) check.fail('columns', `Cột: “${strange.slice(0, 40)}” không phải cột bạn được xuất. Bỏ cột này rồi xuất lại.`);
  if (check.failed) return;
  try {
    const { wantsPurpose } = planExport(context, context.viewer, kind, columns, wish);
    if (wantsPurpose && wish.purpose === null) check.fail('purpose', 'Mục đích: chưa chọn. Cột hoặc bộ lọc mở dữ liệu nhạy cảm, mỗi lần mở được ghi lại kèm mục đích.');
  } catch (error) {
    if ((error as { extensions?: { code?: string } }).extensions?.code !== 'BAD_USER_INPUT') throw error;
    check.fail('filter', 'Bộ lọc: không dùng được cho danh sách này. Tải lại danh sách rồi xuất lại.');
  }
}

/** Begins to write a list in the background, once this is committed. */
export async function startExport(context: Working, input: StartExportInput, selection: Selection): Promise<Answered> {
  const { session, viewer, background } = context, check = new Check(), { kind } = input, { mapping, columns } = await mappedColumns(context, input, check);
  const filter = parsed(check, 'filter', 'Bộ lọc', input.filter, isObject), order = parsed(check, 'order', 'Thứ tự', input.order, isObjects), purpose = input.purpose ?? null;
  const wish: PageWish = { filter, order, purpose };
  if (!check.failed) judge(context, { ...input, columns }, wish, check);
  if (!check.failed && await unfinishedJobs(session) >= mostUnfinished) check.errors.push(userError('NOT_ALLOWED_NOW', null, `Đang có ${mostUnfinished} tệp chưa xuất xong. Chờ hoặc hủy bớt rồi xuất tiếp.`));
  if (check.failed) return refuse(context, check.errors);
  const id = await addRow(context, exportJobAccess, 'startExport', {
    unit: viewer.unitId, post: viewer.postId, kind, title: exportLists[kind].title, filter: filter && JSON.stringify(filter), order: order && JSON.stringify(order), columns, purpose, mapping: mapping && input.mapping,
  });
  const work = { context: { ...context, session: null, setToken: () => {} }, viewer, job: id, kind, columns, wish, mapping };
  session.afterCommit(() => background.run('export', () => runExport(work)));
  return { exportJob: await readBack(context, exportJobAccess, selection, 'exportJob', id), userErrors: [], conflicts: [] } as Answered;
}

/** Ends a job that waits or runs; nothing is kept of it. */
export async function cancelExport(context: Working, { id }: CancelExportInput, selection: Selection): Promise<Answered> {
  const job = await lockJob(context.session, id);
  if (!job) return refuse(context, [notFound('id', 'lần xuất')]);
  if (job.state !== 'QUEUED' && job.state !== 'RUNNING') return refuse(context, [userError('NOT_ALLOWED_NOW', 'id', 'Lần xuất này đã kết thúc. Tải lại trang để xem kết quả.')]);
  await changeRow(context, exportJobAccess, 'cancelExport', { id, version: null }, { state: 'CANCELLED', finishedAt: new Date().toISOString() });
  return { exportJob: await readBack(context, exportJobAccess, selection, 'exportJob', id), userErrors: [], conflicts: [] } as Answered;
}
