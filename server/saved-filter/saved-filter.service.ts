import type { Selection } from '../access/selection.js';
import { addRow, DuplicateRow } from '../audit/audited-row.js';
import { auditWrite } from '../audit/audit.service.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { readBack, refuse, type Answered } from '../graphql/payload.js';
import { savedFilterAccess } from './saved-filter.access.js';
import type { RemoveFilterInput, SaveFilterInput } from './saved-filter.input.js';
import { countFilters, deleteFilter, findFilter } from './saved-filter.query.js';

type Saved = Answered & { savedFilter?: object | null };
/** As many as `savedFilters` lists. */
const most = 100;

/** Keeps a list's filters under a name for the viewer's post alone; a name stands once a list. */
export async function saveFilter(context: Working, input: SaveFilterInput, selection: Selection): Promise<Saved> {
  const check = new Check();
  const name = check.text('name', 'Tên bộ lọc', input.name, { most: 80, required: true });
  const query = check.text('query', 'Bộ lọc', input.query, { most: 2000, required: true });
  if (!/^[a-z-]{1,40}$/.test(input.page)) check.fail('page', 'Danh sách: không nhận ra danh sách này. Tải lại trang rồi lưu lại.');
  if (check.failed) return refuse(context, check.errors);
  if (await countFilters(context.session) >= most) {
    return refuse(context, [userError('NOT_ALLOWED_NOW', null, `Bạn đã lưu ${most} bộ lọc, mức nhiều nhất. Xóa bộ lọc không dùng nữa rồi lưu lại.`)]);
  }
  try {
    const id = await addRow(context, savedFilterAccess, 'saveFilter', { page: input.page, name, query });
    return { savedFilter: await readBack(context, savedFilterAccess, selection, 'savedFilter', id), userErrors: [], conflicts: [] };
  } catch (error) {
    if (!(error instanceof DuplicateRow)) throw error;
    return refuse(context, [userError('BAD_INPUT', 'name', 'Tên bộ lọc: bạn đã có bộ lọc tên này. Đặt tên khác.')]);
  }
}

/** Removes a filter of the viewer's post and answers with it as it was; what it was stays in the audit trail. */
export async function removeFilter(context: Working, { id }: RemoveFilterInput, selection: Selection): Promise<Saved> {
  const before = await findFilter(context.session, id);
  if (!before) return refuse(context, [notFound('id', 'bộ lọc')]);
  const savedFilter = await readBack(context, savedFilterAccess, selection, 'savedFilter', id);
  if (!await deleteFilter(context.session, id)) return refuse(context, [notFound('id', 'bộ lọc')]);
  await auditWrite(context, { operation: 'removeFilter', noun: 'SavedFilter', rowId: id, before, after: null });
  return { savedFilter, userErrors: [], conflicts: [] };
}
