import { auditWrite } from '../audit/audit.service.js';
import { withSession } from '../database/session.js';
import { saveFile, workbookType } from '../file/stored-file.service.js';
import type { Context } from '../graphql/context.js';
import { selectViewerUnder } from '../identity/sign-in.query.js';
import type { Viewer } from '../identity/viewer.js';
import { writeWorkbook, type CellInput } from '../workbook/write.js';
import { exportLists } from './export.columns.js';
import type { Node } from './export.column.js';
import type { ExportKind } from './export-job.entity.js';
import { beginJob, failJob, finishJob, noteProgress } from './export-job.query.js';
import { planExport, variablesOf, type PageWish, type Plan } from './export.plan.js';
import { headersOf, valueOf, type ExportMapping } from './export.mapping.js';
import { sourceRows } from './export.source.js';

/** One list to be written under the rights of whoever asked for it, as they are while it is written. */
export interface ExportWork {
  readonly context: Context;
  readonly viewer: Viewer;
  readonly job: string;
  readonly kind: ExportKind;
  readonly columns: readonly string[];
  readonly wish: PageWish;
  /** Headers, order and words of somebody else's file. */
  readonly mapping: ExportMapping | null;
}

/** Ends a job in words for the person. */
class Stopped extends Error {}
/** The person no longer wants it. */
class Cancelled extends Error {}

const mostRows = 1_000_000, aSecond = 1_000;
interface Page { readonly nodes: readonly Node[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly totalCount?: { readonly value: number; readonly isExact: boolean } }
interface Tally { done: number; total: number | null; made: number }

const rightsChanged = 'Quyền của chức vụ đã thay đổi trong khi xuất nên đã dừng, không có tệp. Chọn lại cột và điều kiện rồi xuất lại.';
const isForbidden = (error: unknown): boolean => (error as { extensions?: { code?: string } }).extensions?.code === 'FORBIDDEN';

/** Whether the post still holds, looked up anew; what it may open for the plan. */
async function viewerNow({ context: { door, clock }, viewer: { accountId, postId } }: ExportWork, plan: Plan): Promise<Viewer> {
  const viewer = await selectViewerUnder(door.source, accountId, postId, clock.today());
  if (!viewer) throw new Stopped('Chức vụ dùng để xuất không còn hiệu lực nên đã dừng, không có tệp.');
  if (!plan.nouns.every(noun => viewer.sensitiveNouns.includes(noun))) throw new Stopped(rightsChanged);
  return viewer;
}

async function readPage(work: ExportWork, plan: Plan, after: string | null): Promise<Page> {
  const { context, kind, wish } = work, viewer = await viewerNow(work, plan);
  const variables = variablesOf({ ...wish, purpose: plan.wantsPurpose ? wish.purpose : null, after, counts: after === null });
  const { data, errors } = await context.inner.answer({ context, viewer, document: plan.document, variables, purpose: wish.purpose });
  if (errors?.some(isForbidden)) throw new Stopped(rightsChanged);
  if (errors?.[0]) throw new Stopped(errors[0].message);
  return (data as Record<string, Page>)[exportLists[kind].field]!;
}

/** Every row of the list, page by page in keyset order; says every second how far it has come and whether it is still wanted. */
async function* rowsOf(work: ExportWork, plan: Plan, tally: Tally): AsyncGenerator<readonly CellInput[]> {
  const { context, viewer, job, mapping } = work;
  const values = valueOf(plan.lines, mapping);
  let after: string | null = null, said = Date.now();
  do {
    if (context.background.isDraining) throw new Stopped('Máy chủ dừng khi đang xuất nên không có tệp. Hãy xuất lại.');
    const page: Page = await readPage(work, plan, after);
    if (page.totalCount) tally.total = page.totalCount.isExact ? page.totalCount.value : null;
    for (const node of page.nodes) {
      if (tally.done === mostRows) throw new Stopped(`Danh sách có hơn ${mostRows.toLocaleString('vi-VN')} dòng, nhiều hơn một trang Excel chứa được. Thu hẹp bộ lọc rồi xuất lại.`);
      tally.done++;
      if (((node.household as Node | null | undefined) ?? node).synthetic === true) tally.made++;
      yield values(node);
    }
    if (Date.now() - said >= aSecond) {
      said = Date.now();
      if (!await withSession(context.door, viewer, 'write', session => noteProgress(session, job, tally.done, tally.total))) throw new Cancelled();
    }
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
}

const days = (iso: string): string => iso.split('-').reverse().join('.');

async function write(work: ExportWork): Promise<void> {
  const { context, viewer, job, kind, columns, wish, mapping } = work, { door, files, clock } = context, { title } = exportLists[kind];
  const plan = planExport(context, viewer, kind, columns, wish), tally: Tally = { done: 0, total: null, made: 0 };
  const { sheet, headerRow, columns: headers } = headersOf(plan.lines, mapping);
  const isKept = await withSession(door, viewer, 'write', async session => {
    const file = await saveFile({ session, viewer, files }, {
      name: `${title} ${days(clock.today())}.xlsx`, mediaType: workbookType, kind: 'EXPORT',
      write: stream => writeWorkbook(stream, [
        { name: sheet ?? title, columns: headers, rows: rowsOf(work, plan, tally), titles: Array.from({ length: headerRow - 1 }, () => '') },
        { name: 'Nguồn', columns: [{ header: 'Mục', kind: 'TEXT', width: 24 }, { header: 'Nội dung', kind: 'TEXT', width: 90 }], rows: sourceRows(work, plan, tally) },
      ]),
    });
    if (!await finishJob(session, job, tally.done, file)) { session.rollBack(); await files.remove(file); return false; }
    await auditWrite({ ...context, session, viewer }, { operation: 'finishExport', noun: 'ExportJob', rowId: job, before: { state: 'RUNNING' }, after: { state: 'DONE', rows: tally.done, file } });
    return true;
  });
  if (!isKept) throw new Cancelled();
}

/** Writes the workbook of a job that waits; the job's row says how it ended. Nothing is kept of one that failed or was cancelled. */
export async function runExport(work: ExportWork): Promise<void> {
  const { context: { door }, viewer, job } = work;
  if (!await withSession(door, viewer, 'write', session => beginJob(session, job))) return;
  try {
    await write(work);
  } catch (error) {
    if (error instanceof Cancelled) return;
    const message = error instanceof Stopped ? error.message : isForbidden(error) ? rightsChanged
      : error instanceof RangeError ? 'Có giá trị không ghi được vào Excel nên không có tệp. Bớt cột hoặc thu hẹp bộ lọc rồi xuất lại.' : 'Hệ thống gặp lỗi khi xuất nên không có tệp. Hãy thử lại; nếu vẫn lỗi, báo Cơ quan Thường trực.';
    await withSession(door, viewer, 'write', session => failJob(session, job, message));
    if (!(error instanceof Stopped) && !isForbidden(error)) throw error;
  }
}
