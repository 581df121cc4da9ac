import { type Range } from './address.js';
import { type Cell } from './cell.js';
import { dayStyles, readManifest, sharedTexts, type Manifest, type SheetState } from './manifest.js';
import { piecesOf } from './markup.js';
import { openPackage, type Package } from './package.js';
import { usualLimits, WorkbookRefused, type WorkbookLimits } from './refused.js';
import { sheetParser, valueOf, type RawCell } from './sheet-parser.js';

/** The header of the column that annotateWorkbook adds; a column so headed is no data. */
export const notesHeader = 'Lỗi cần sửa';

export interface Sheet {
  readonly name: string;
  readonly state: SheetState;
  /** Rows that hold a value, and the last of them and of the columns; 0 for an empty sheet. */
  readonly rowCount: number;
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly formulaCount: number;
  /** "A1:C1" */
  readonly merged: readonly string[];
  /** Of those that hold a value. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** The column of earlier messages, which rows leave out. */
  readonly notesColumn: number | null;
}

export interface Row {
  /** From 1, as Excel counts. */
  readonly no: number;
  readonly isHidden: boolean;
  /** Those that hold a value or a formula, from left to right. */
  readonly cells: readonly Cell[];
}

/** A workbook that has been read through once and found to keep all limits. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Links to other files and data connections; they are never followed. */
  readonly hasExternalLinks: boolean;
  /** The rows that hold a value, in a stream. Throws RangeError for a sheet that is not there. */
  rows(sheet: string): AsyncIterable<Row>;
  /** Closes the file; rows cannot be read any more. */
  close(): void;
}

interface Contents {
  readonly texts: readonly string[];
  readonly days: readonly boolean[];
  readonly manifest: Manifest;
  readonly limits: WorkbookLimits;
}

interface Inspected extends Sheet {
  readonly part: string;
  readonly ranges: readonly Range[];
}

const valueIn = (cell: RawCell, { texts, days, manifest }: Contents) => valueOf(cell, texts, days, manifest.is1904);

/** Reads a sheet through: the limits, and what has to be known before its first row. */
async function inspect(parts: Package, at: number, contents: Contents): Promise<Inspected> {
  const { manifest, limits } = contents;
  const { name, state, part } = manifest.sheets[at]!;
  const ranges: Range[] = [];
  const spans: (readonly [number, number])[] = [];
  const hiddenRows: number[] = [];
  const used = new Set<number>();
  let [row, isHidden, rowCount, lastRow, formulaCount] = [0, false, 0, 0, 0];
  let notesColumn: number | null = null;
  const parser = sheetParser({
    row: (no, hidden) => {
      row = no;
      isHidden = hidden;
    },
    cell: cell => {
      const { kind, value } = valueIn(cell, contents);
      if (kind === 'EMPTY' && !cell.isFormula) return;
      if (cell.column === notesColumn) return;
      if (!used.has(cell.column) && kind === 'TEXT' && value === notesHeader) {
        notesColumn = cell.column;
        return;
      }
      if (cell.column > limits.columns) throw new WorkbookRefused('TOO_MANY_COLUMNS', 'columns', `Nhiều nhất ${limits.columns} cột.`);
      used.add(cell.column);
      if (cell.isFormula) formulaCount++;
      if (lastRow === row) return;
      lastRow = row;
      if (++rowCount > limits.rows) throw new WorkbookRefused('TOO_MANY_ROWS', 'rows', `Nhiều nhất ${limits.rows.toLocaleString('vi-VN')} dòng.`);
      if (isHidden) hiddenRows.push(row);
    },
    merge: range => {
      if (ranges.push(range) > limits.merges) throw new WorkbookRefused('TOO_MANY_MERGES');
    },
    hiddenColumns: (from, to) => {
      if (spans.push([from, to]) > limits.merges) throw new WorkbookRefused('DAMAGED', 'column spans');
    },
  });
  for await (const piece of piecesOf(await parts.stream(part))) parser.write(piece);
  parser.end();
  const columns = [...used].sort((one, other) => one - other);
  return {
    name,
    state,
    part,
    ranges: ranges.sort((one, other) => one.from.row - other.from.row),
    rowCount,
    lastRow,
    lastColumn: columns.at(-1) ?? 0,
    formulaCount,
    merged: ranges.map(range => range.name),
    hiddenRows,
    hiddenColumns: columns.filter(column => spans.some(([from, to]) => from <= column && column <= to)),
    notesColumn,
  };
}

async function* rowsOf(parts: Package, { part, ranges, notesColumn }: Inspected, contents: Contents): AsyncGenerator<Row> {
  let ready: Row[] = [];
  let current: { no: number; isHidden: boolean; cells: Cell[] } | undefined;
  let next = 0;
  let open: Range[] = [];
  const finish = (): void => {
    if (current && current.cells.length > 0) ready.push(current);
  };
  const parser = sheetParser({
    row: (no, isHidden) => {
      finish();
      current = { no, isHidden, cells: [] };
      while (next < ranges.length && ranges[next]!.from.row <= no) open.push(ranges[next++]!);
      if (open.length > 0) open = open.filter(range => range.to.row >= no);
    },
    cell: cell => {
      const said = valueIn(cell, contents);
      const { address, column, isFormula } = cell;
      if (column === notesColumn || (said.kind === 'EMPTY' && !isFormula)) return;
      const merged = open.length === 0 ? undefined : open.find(({ from, to }) => from.column <= column && column <= to.column);
      current?.cells.push({ address, column, isFormula, merged: merged?.name ?? null, ...said });
    },
  });
  for await (const piece of piecesOf(await parts.stream(part))) {
    parser.write(piece);
    yield* ready;
    ready = [];
  }
  parser.end();
  finish();
  yield* ready;
}

/**
 * Opens an .xlsx file, a path or its bytes, and reads it through once, so that a caller sees no row of a file that is
 * refused later. Throws WorkbookRefused; close() what it gives.
 */
export async function readWorkbook(source: string | Buffer, limits: Partial<WorkbookLimits> = {}): Promise<Workbook> {
  const all = { ...usualLimits, ...limits };
  const parts = await openPackage(source, all);
  try {
    const manifest = await readManifest(parts, all);
    const [days, texts] = [await dayStyles(parts, manifest), await sharedTexts(parts, manifest, all)];
    const contents: Contents = { manifest, limits: all, days, texts };
    const sheets: Inspected[] = [];
    for (const at of manifest.sheets.keys()) sheets.push(await inspect(parts, at, contents));
    return {
      sheets: sheets.map(({ part: _, ranges: __, ...sheet }) => sheet),
      hasExternalLinks: manifest.hasExternalLinks,
      rows: name => {
        const sheet = sheets.find(one => one.name === name);
        if (!sheet) throw new RangeError(`no sheet ${name}`);
        return rowsOf(parts, sheet, contents);
      },
      close: () => parts.close(),
    };
  } catch (error) {
    parts.close();
    throw error;
  }
}
