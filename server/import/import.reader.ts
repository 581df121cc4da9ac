import { readWorkbook, type Row, type Workbook } from '../workbook/read.js';
import { textOf, type Cell } from '../workbook/cell.js';
import { addressOf } from '../workbook/address.js';
import { columnAt, type ColumnLine } from './import.columns.js';
import { plainOf, type Lists } from './import.lists.js';

export interface Note { readonly address: string; readonly message: string; readonly kind: 'ERROR' | 'WARNING' }
/** A line of the file as it was read: a value a column, or notes of what could not be. */
export interface Line {
  readonly no: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** Cells that held anything, read or not. */
  readonly filled: ReadonlySet<string>;
  readonly notes: Note[];
  readonly addressOf: (key: string) => string;
}
export interface Mapping { readonly sheet: string | null; readonly headerRow: number | null; readonly columns: ReadonlyMap<string, string>; readonly values: ReadonlyMap<string, string> }
/** The sheet that holds the list, with what is to be said of the file as a whole. */
export interface OpenList {
  readonly sheet: string;
  readonly headerRow: number;
  readonly rowCount: number;
  readonly notices: string[];
  lines(): AsyncGenerator<Line[]>;
  close(): void;
}

/** The file as a whole cannot be taken; the message says why and how to mend it. */
export class ListRefused extends Error {}

export const guideSheet = 'Hướng dẫn';
const searchedRows = 20, chunk = 1_000;

interface Found { readonly sheet: string; readonly headerRow: number; readonly columns: ReadonlyMap<number, ColumnLine>; readonly places: ReadonlyMap<string, number>; readonly unknown: readonly string[]; readonly twice: readonly string[] }

function headerOf(row: Row, lines: readonly ColumnLine[], mapping: Mapping): Omit<Found, 'sheet' | 'headerRow'> {
  const columns = new Map<number, ColumnLine>(), places = new Map<string, number>(), unknown: string[] = [], twice: string[] = [];
  for (const cell of row.cells) {
    const written = textOf({ ...cell, isFormula: false, merged: null } as Cell).value;
    if (!written) continue;
    const line = columnAt(lines, written.replace(/\(\*\)|\*$/g, ''), mapping.columns);
    if (!line) unknown.push(written);
    else if (places.has(line.key)) twice.push(written);
    else { columns.set(cell.column, line); places.set(line.key, cell.column); }
  }
  return { columns, places, unknown, twice };
}

async function findHeader(workbook: Workbook, lines: readonly ColumnLine[], mapping: Mapping): Promise<Found | null> {
  let best: Found | null = null;
  for (const sheet of workbook.sheets.filter(one => one.state === 'VISIBLE' && one.name !== guideSheet && (mapping.sheet === null || one.name === mapping.sheet))) {
    for await (const row of workbook.rows(sheet.name)) {
      if (row.no > searchedRows && row.no > (mapping.headerRow ?? 0)) break;
      if (mapping.headerRow !== null && row.no !== mapping.headerRow) continue;
      const found = headerOf(row, lines, mapping);
      if (found.columns.size > Math.max(1, best?.columns.size ?? 0)) best = { sheet: sheet.name, headerRow: row.no, ...found };
    }
  }
  return best;
}

/** Opens a list by its path. Throws WorkbookRefused for what is no workbook, ListRefused for one whose header is not understood. */
export async function openList(path: string, columns: readonly ColumnLine[], mapping: Mapping, lists: Lists): Promise<OpenList> {
  const workbook = await readWorkbook(path);
  try {
    const found = await findHeader(workbook, columns, mapping);
    const headers = columns.filter(one => one.isRequired).map(one => `“${one.header}”`).join(', ');
    if (!found) throw new ListRefused(`Không tìm thấy dòng tiêu đề trong ${searchedRows} dòng đầu của các trang đang hiện. Tiêu đề cần có: ${headers}. Hãy dùng tệp mẫu hoặc lưu cách ghép cột.`);
    if (found.twice.length > 0) throw new ListRefused(`Cột ${found.twice.map(one => `“${one}”`).join(', ')} có hai lần. Hãy bỏ bớt một cột.`);
    const missing = columns.filter(one => one.isRequired && !found.places.has(one.key));
    if (missing.length > 0) throw new ListRefused(`Thiếu cột ${missing.map(one => `“${one.header}”`).join(', ')} ở dòng tiêu đề ${found.headerRow} của trang “${found.sheet}”. Hãy thêm cột hoặc dùng tệp mẫu.`);
    const sheet = workbook.sheets.find(one => one.name === found.sheet)!;
    return {
      sheet: found.sheet, headerRow: found.headerRow, rowCount: Math.max(0, sheet.rowCount - 1), notices: noticesOf(workbook, found),
      lines: () => linesOf(workbook, found, mapping, lists), close: () => workbook.close(),
    };
  } catch (error) {
    workbook.close();
    throw error;
  }
}

/**
 * What is hidden in a workbook: a sheet or a row that nobody sees is not read, a column that nobody sees is (the template's own
 * version column is one); each of them is said, so that nothing comes in or stays out unnoticed.
 */
function noticesOf(workbook: Workbook, { sheet, unknown, headerRow, columns }: Found): string[] {
  const hidden = workbook.sheets.filter(one => one.state !== 'VISIBLE' && one.rowCount > 0 && !one.name.startsWith('_'));
  const others = workbook.sheets.filter(one => one.state === 'VISIBLE' && one.name !== sheet && one.name !== guideSheet && one.rowCount > 0);
  const own = workbook.sheets.find(one => one.name === sheet)!, rows = own.hiddenRows.filter(no => no > headerRow);
  const covered = [...columns].filter(([column, line]) => own.hiddenColumns.includes(column) && !line.isHidden);
  const quoted = (names: readonly string[]): string => names.slice(0, 10).map(name => `“${name.slice(0, 60)}”`).join(', ') + (names.length > 10 ? ' …' : '');
  return [
    ...(hidden.length > 0 ? [`Trang đang ẩn không được đọc: ${quoted(hidden.map(one => one.name))}. Nếu cần nhập, hãy bỏ ẩn, chép sang trang danh sách rồi gửi lại.`] : []),
    ...(others.length > 0 ? [`Chỉ đọc trang “${sheet}”; không đọc ${quoted(others.map(one => one.name))}.`] : []),
    ...(rows.length > 0 ? [`${rows.length} dòng đang ẩn không được đọc: ${rows.slice(0, 10).join(', ')}${rows.length > 10 ? ' …' : ''}. Nếu cần nhập các dòng này, hãy bỏ lọc, bỏ ẩn rồi gửi lại.`] : []),
    ...(covered.length > 0 ? [`Cột đang ẩn vẫn được đọc: ${quoted(covered.map(([, line]) => line.header))}.`] : []),
    ...(unknown.length > 0 ? [`Cột không dùng đến: ${quoted(unknown)}.`] : []),
    ...(workbook.hasExternalLinks ? ['Tệp có liên kết đến tệp khác; các liên kết không được mở.'] : []),
  ];
}

function lineOf(row: Row, { columns, places }: Found, mapping: Mapping, lists: Lists): Line {
  const values: Record<string, unknown> = {}, notes: Note[] = [], filled = new Set<string>(), { cells, no } = row;
  let at = 0; // cells and columns both come from left to right
  for (const [column, line] of columns) {
    while (at < cells.length && cells[at]!.column < column) at++;
    let cell = cells[at]?.column === column ? cells[at] : undefined;
    if (cell && cell.kind === 'TEXT' && mapping.values.size > 0) {
      const meant = mapping.values.get(plainOf(cell.value));
      if (meant !== undefined) cell = { ...cell, value: meant };
    }
    const { value, problem } = line.parse(cell, lists);
    if (cell) filled.add(line.key);
    if (problem !== null) notes.push({ address: addressOf(column, no), message: problem, kind: 'ERROR' });
    else if (value !== null) values[line.key] = value;
    else if (line.isRequired) notes.push({ address: addressOf(column, no), message: `Chưa ghi “${line.header}”. Hãy điền ô này.`, kind: 'ERROR' });
  }
  return { no, values, filled, notes, addressOf: key => addressOf(places.get(key) ?? places.values().next().value ?? 1, no) };
}

/** Lines below the header that hold anything in a column that is known, some hundred at a time; hidden ones are left out. */
async function* linesOf(workbook: Workbook, found: Found, mapping: Mapping, lists: Lists): AsyncGenerator<Line[]> {
  let ready: Line[] = [];
  for await (const row of workbook.rows(found.sheet)) {
    if (row.no <= found.headerRow || row.isHidden || !row.cells.some(cell => found.columns.has(cell.column))) continue;
    ready.push(lineOf(row, found, mapping, lists));
    if (ready.length < chunk) continue;
    yield ready;
    ready = [];
  }
  if (ready.length > 0) yield ready;
}
