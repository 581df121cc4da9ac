import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { addressOf, lastRow, lettersOf } from './address.js';
import { dayFrom } from './cell.js';
import { type SheetState } from './manifest.js';
import { xmlDeclaration } from './markup.js';
import * as parts from './write-parts.js';

/** Holds the lists that cells are chosen from; not shown by Excel at all. */
export const choicesSheet = '_danh_muc';

export interface ColumnPlan {
  readonly header: string;
  /** DATE takes yyyy-mm-dd and shows dd/mm/yyyy; numbers show the separators of the reader's own settings. */
  readonly kind: parts.ColumnKind;
  /** In characters, 16 when left out. */
  readonly width?: number;
  readonly isHidden?: boolean;
  /** May be written to on a protected sheet. */
  readonly isUnlocked?: boolean;
  /** What a cell may be chosen from; other entries are refused by Excel. */
  readonly choices?: readonly string[];
}

export interface SheetPlan {
  /** At most 31 characters, none of []:*?/\ */
  readonly name: string;
  readonly columns: readonly ColumnPlan[];
  /** Each row in the order of the columns; null leaves a cell empty. */
  readonly rows: AsyncIterable<readonly CellInput[]> | Iterable<readonly CellInput[]>;
  /** Lines above the header: where and when the figures come from. */
  readonly titles?: readonly string[];
  readonly state?: SheetState;
  /** Cells can be read and not written to, but for unlocked columns. No password: a guard against slips, not against people. */
  readonly isProtected?: boolean;
}

export type CellInput = string | number | boolean | null;

const longestText = 32_767;
const dayMilliseconds = 86_400_000;

function serialOf(day: string): number | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined || dayFrom(Number(year), Number(month), Number(date)) !== day || day < '1900-03-01') return undefined;
  return Date.parse(day) / dayMilliseconds + 25_569;
}

function cellXml(address: string, { kind, isUnlocked = false }: ColumnPlan, value: CellInput): string {
  const style = parts.styleOf(kind, !isUnlocked, false);
  if (value === null || value === '') return isUnlocked ? `<c r="${address}" s="${style}"/>` : '';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${address}: ${value} is no number`);
    return `<c r="${address}" s="${style}"><v>${value}</v></c>`;
  }
  if (typeof value === 'boolean') return `<c r="${address}" s="${style}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (value.length > longestText) throw new RangeError(`${address}: ${value.length} characters are more than Excel holds`);
  if (kind === 'DATE') {
    const serial = serialOf(value);
    if (serial !== undefined) return `<c r="${address}" s="${style}"><v>${serial}</v></c>`;
    // Excel has no days before 1900-03-01 that all programs agree on: those stay text.
    if (dayFrom(...(value.split('-').map(Number) as [number, number, number])) !== value) throw new RangeError(`${address}: no day`);
    return parts.textCell(address, parts.styleOf('TEXT', !isUnlocked, false), value.split('-').reverse().join('/'));
  }
  return parts.textCell(address, parts.styleOf('TEXT', !isUnlocked, /^[=+\-@\t\r]/.test(value)), value);
}

function validationsXml({ columns }: SheetPlan, firstRow: number, listColumn: (column: ColumnPlan) => number): string {
  const limited = columns.flatMap((column, at) => {
    if (!column.choices || column.choices.length === 0) return [];
    const [letters, list] = [lettersOf(at + 1), lettersOf(listColumn(column))];
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Giá trị không có trong danh mục" error="Hãy chọn một giá trị trong danh sách." sqref="${letters}${firstRow}:${letters}${lastRow}">` +
        `<formula1>${choicesSheet}!$${list}$1:$${list}$${column.choices.length}</formula1></dataValidation>`,
    ];
  });
  return limited.length === 0 ? '' : `<dataValidations count="${limited.length}">${limited.join('')}</dataValidations>`;
}

function columnXml({ kind, width = 16, isHidden = false, isUnlocked = false }: ColumnPlan, at: number): string {
  return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1" style="${parts.styleOf(kind, !isUnlocked, false)}"${isHidden ? ' hidden="1"' : ''}/>`;
}

async function* sheetXml(plan: SheetPlan, isFirst: boolean, listColumn: (column: ColumnPlan) => number): AsyncGenerator<string> {
  const { columns, titles = [] } = plan;
  const headerRow = titles.length + 1;
  const hasHeader = columns.some(({ header }) => header !== '');
  let no = hasHeader ? headerRow : 0;
  const pane = hasHeader ? `<pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/>` : '';
  let xml =
    `${xmlDeclaration}<worksheet xmlns="${parts.mainNamespace}"><sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.map(columnXml).join('')}</cols><sheetData>`;
  titles.forEach((title, at) => (xml += `<row r="${at + 1}">${parts.textCell(`A${at + 1}`, parts.titleStyle, title)}</row>`));
  if (hasHeader) xml += `<row r="${headerRow}">${columns.map(({ header }, at) => parts.textCell(addressOf(at + 1, headerRow), parts.headerStyle, header)).join('')}</row>`;
  const letters = columns.map((_, at) => lettersOf(at + 1));
  for await (const row of plan.rows) {
    if (row.length > columns.length) throw new RangeError(`row ${no + 1}: ${row.length} values for ${columns.length} columns`);
    if (++no > lastRow) throw new RangeError('more rows than Excel holds');
    xml += `<row r="${no}">`;
    for (let at = 0; at < row.length; at++) xml += cellXml(letters[at]! + no, columns[at]!, row[at]!);
    xml += '</row>';
    if (xml.length < 65_536) continue;
    yield xml;
    xml = '';
  }
  const protection = plan.isProtected ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" autoFilter="0"/>' : '';
  yield `${xml}</sheetData>${protection}${validationsXml(plan, headerRow + 1, listColumn)}</worksheet>`;
}

/** The lists side by side, each a column. */
function choicesPlan(limited: readonly ColumnPlan[]): SheetPlan {
  const height = Math.max(...limited.map(({ choices }) => choices!.length));
  const rows = Array.from({ length: height }, (_, at) => limited.map(({ choices }) => choices![at] ?? null));
  return { name: choicesSheet, columns: limited.map(() => ({ header: '', kind: 'TEXT' })), rows, state: 'VERY_HIDDEN', isProtected: true };
}

function admitNames(sheets: readonly SheetPlan[]): void {
  const names = sheets.map(({ name }) => name.toLowerCase());
  const bad = sheets.find(({ name }, at) => name === '' || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name) || names.indexOf(name.toLowerCase()) !== at);
  if (bad) throw new RangeError(`no name for a sheet: ${bad.name}`);
}

/**
 * Writes a workbook to a path or into a stream, row by row: memory stays flat however many rows come. Text is never a
 * formula: it is stored as an inline string, and what begins with = + - @ tab or CR is marked as quoted besides, so that
 * editing the cell leaves it text. Throws RangeError for a value that its column cannot hold; what is written by then is no workbook.
 */
export async function writeWorkbook(target: string | Writable, sheets: readonly SheetPlan[]): Promise<void> {
  const limited = sheets.flatMap(({ columns }) => columns.filter(({ choices = [] }) => choices.length > 0));
  const all = limited.length === 0 ? sheets : [...sheets, choicesPlan(limited)];
  admitNames(all);
  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => zip.on('error', reject));
  const add = (name: string, xml: string): void => zip.addBuffer(Buffer.from(xml), name);
  add('[Content_Types].xml', parts.contentTypesXml(all.length));
  add('_rels/.rels', parts.rootRelationshipsXml);
  add('xl/workbook.xml', parts.workbookXml(all.map(({ name, state = 'VISIBLE' }) => ({ name, state }))));
  add('xl/_rels/workbook.xml.rels', parts.workbookRelationshipsXml(all.length));
  add('xl/styles.xml', parts.stylesXml);
  const firstVisible = all.findIndex(({ state = 'VISIBLE' }) => state === 'VISIBLE');
  const output = zip.outputStream as Readable;
  all.forEach((plan, at) => {
    const sheet = Readable.from(encoded(sheetXml(plan, at === firstVisible, column => limited.indexOf(column) + 1)), { objectMode: false });
    sheet.on('error', error => output.destroy(error));
    zip.addReadStream(sheet, `xl/worksheets/sheet${at + 1}.xml`, { compressionLevel: 6 });
  });
  zip.end();
  await Promise.race([pipeline(output, typeof target === 'string' ? createWriteStream(target) : target), failed]);
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of texts) yield Buffer.from(text);
}

