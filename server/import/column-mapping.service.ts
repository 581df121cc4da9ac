import type { Selection } from '../access/selection.js';
import { addRow, changeRow, DuplicateRow } from '../audit/audited-row.js';
import { Check, notFound, userError } from '../graphql/check.js';
import type { Working } from '../graphql/context.js';
import { readBack, refuse, type Answered } from '../graphql/payload.js';
import type { ColumnMapping } from './column-mapping.entity.js';
import { columnMappingAccess } from './import-batch.access.js';
import type { SaveColumnMappingInput } from './import-batch.input.js';
import { importColumnsOf } from './import-batch.service.js';

/** A JSON object of texts, at most 300 of them; null when it is anything else. */
function textsIn(json: string): Record<string, string> | null {
  try {
    const given: unknown = JSON.parse(json);
    if (given === null || typeof given !== 'object' || Array.isArray(given)) return null;
    const pairs = Object.entries(given as Record<string, unknown>);
    return pairs.length <= 300 && pairs.every(([from, to]) => from.length > 0 && from.length <= 200 && typeof to === 'string' && to.length <= 200) ? given as Record<string, string> : null;
  } catch {
    return null;
  }
}

/** Saves how a file's headers lead to columns: by the secretariat for everyone, by any other unit for itself. */
export async function saveColumnMapping(context: Working, input: SaveColumnMappingInput, selection: Selection): Promise<Answered> {
  const { viewer } = context, check = new Check();
  const name = check.text('name', 'Tên cách ghép', input.name, { most: 120, required: true }), sheet = check.text('sheet', 'Tên trang', input.sheet, { most: 31 });
  const headerRow = check.whole('headerRow', 'Dòng tiêu đề', input.headerRow, { least: 1, most: 100 });
  const columns = textsIn(input.columns), values = textsIn(input.valueMap ?? '{}');
  if (columns === null || Object.keys(columns).length === 0) check.fail('columns', 'Ghép cột: chưa ghép tiêu đề nào. Chọn cột cho ít nhất một tiêu đề.');
  if (values === null) check.fail('valueMap', 'Giá trị thay thế: không đọc được. Mỗi dòng ghi giá trị trong tệp và giá trị cần dùng.');
  if (columns !== null && viewer.portalKind !== 'secretariat') {
    const known = new Set((await importColumnsOf(context, input.kind)).map(({ key }) => key)), strange = Object.values(columns).find(key => !known.has(key));
    if (strange !== undefined) check.fail('columns', `Ghép cột: “${strange.slice(0, 40)}” không phải cột bạn được nhập. Chọn cột khác.`);
  }
  if (check.failed) return refuse(context, check.errors);
  const values_ = { name, sheet, headerRow, columns: JSON.stringify(columns), valueMap: JSON.stringify(values), savedBy: viewer.postId };
  try {
    let id = input.id ?? null;
    if (id === null) id = await addRow(context, mappingRow, 'saveColumnMapping', { ...values_, kind: input.kind, unit: viewer.portalKind === 'secretariat' ? null : viewer.unitId });
    else {
      const changed = await changeRow(context, mappingRow, 'saveColumnMapping', { id, version: input.version ?? 0 }, values_);
      if (changed.outcome === 'MISSING') return refuse(context, [notFound('id', 'cách ghép cột')]);
      if (changed.outcome === 'CONFLICT') return refuse(context, [userError('CONFLICT', 'id', 'Người khác vừa sửa cách ghép này. Tải lại trang rồi sửa lại.')], changed.conflicts);
    }
    return { columnMapping: await readBack<ColumnMapping>(context, columnMappingAccess, selection, 'columnMapping', id), userErrors: [], conflicts: [] } as Answered;
  } catch (error) {
    if (error instanceof DuplicateRow) return refuse(context, [userError('BAD_INPUT', 'name', `Tên cách ghép: “${name}” đã có. Đặt tên khác.`)]);
    throw error;
  }
}

// Written as JSON, read as text: the columns by their own names.
const mappingRow = { ...columnMappingAccess, fields: new Map([...columnMappingAccess.fields].map(([key, field]) =>
  [key, key === 'columns' ? { ...field, source: { from: 'column', column: 'columns' } as const } : key === 'valueMap' ? { ...field, source: { from: 'column', column: 'value_map' } as const } : field])) };
