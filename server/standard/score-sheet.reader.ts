import type { ScoreGroup, ScoreItem, ScoreSheet } from './score-sheet.rule.js';

export type Cell = string | number | boolean | null | undefined;
/** What an administrator states about the whole table. */
export type SheetFacts = Pick<ScoreSheet, 'standard' | 'formVersion' | 'validFrom' | 'validTo' | 'source'>;
/** Row and column as a person counts them in the table, from 1; null where the whole row, column or table is meant. */
export interface CellProblem { readonly row: number | null; readonly column: number | null; readonly message: string }
export type SheetsRead = { readonly sheets: readonly ScoreSheet[]; readonly problems: readonly [] } | { readonly sheets: null; readonly problems: readonly CellProblem[] };

/** The columns before those of the regions, in this order. */
export const sheetColumns = ['Mã mục', 'Nội dung', 'Nhóm', 'Cách chọn', 'Bắt buộc', 'Cách tính'] as const;
const [codeAt, nameAt, groupAt, choiceAt, requiredAt, countAt] = [0, 1, 2, 3, 4, 5] as const;
const choices = new Map([['một mục', true], ['nhiều mục', false]]);
const yesOrNo = new Map([['có', true], ['không', false]]);
const counts = new Map([['đánh dấu', false], ['số lượng', true]]);
// Far above any form (about a hundred items, seven regions); a larger table is a mistake in pasting.
const rowsAtMost = 1_000;
const columnsAtMost = 60;
const pointsAtMost = 1_000;
const textAtMost = 300;
const number = new Intl.NumberFormat('vi-VN');

/** As text in one form: decomposed Vietnamese composed, runs of blanks one blank. */
const textOf = (cell: Cell): string => (cell === null || cell === undefined ? '' : String(cell).normalize('NFC').replace(/\s+/g, ' ').trim());
const isBlank = (row: readonly Cell[]): boolean => row.every(cell => textOf(cell) === '');

class TableReader {
  readonly problems: CellProblem[] = [];
  readonly #header: readonly string[];

  constructor(header: readonly string[]) { this.#header = header; }

  refuse(row: number | null, at: number | null, message: string): void {
    const place = [row === null ? '' : `Dòng ${row}`, at === null ? '' : `cột "${this.#header[at] || at + 1}"`].filter(Boolean).join(', ');
    this.problems.push({ row, column: at === null ? null : at + 1, message: place === '' ? message : `${place}: ${message}` });
  }

  text(cells: readonly Cell[], row: number, at: number): string {
    const text = textOf(cells[at]);
    if (text === '') this.refuse(row, at, 'còn trống, cần ghi nội dung.');
    else if (typeof cells[at] === 'boolean') this.refuse(row, at, 'cần ghi bằng chữ.');
    else if (text.length > textAtMost) this.refuse(row, at, `dài quá ${textAtMost} ký tự.`);
    return text;
  }

  oneOf<Value>(cells: readonly Cell[], row: number, at: number, words: ReadonlyMap<string, Value>): Value | undefined {
    const value = words.get(textOf(cells[at]).toLowerCase());
    if (value === undefined) this.refuse(row, at, `ghi "${textOf(cells[at])}", chỉ nhận ${[...words.keys()].map(word => `"${word}"`).join(' hoặc ')}.`);
    return value;
  }

  points(cells: readonly Cell[], row: number, at: number): number {
    const text = textOf(cells[at]);
    // Only plain digits as text: "1.000" and "1,5" mean different numbers to different programs.
    const points = typeof cells[at] === 'number' ? cells[at] : /^\d{1,4}$/.test(text) ? Number(text) : NaN;
    if (text === '') this.refuse(row, at, 'còn trống, ghi 0 nếu không được điểm.');
    else if (!Number.isInteger(points) || points < 0 || points > pointsAtMost) this.refuse(row, at, `ghi "${text}", cần số nguyên từ 0 đến ${number.format(pointsAtMost)}.`);
    return points;
  }
}

function readHeader(table: TableReader, header: readonly string[]): void {
  for (const [at, name] of sheetColumns.entries()) {
    if (header[at]?.toLowerCase() !== name.toLowerCase()) table.refuse(1, at, `tiêu đề cần là "${name}".`);
  }
  const regions = header.slice(sheetColumns.length);
  if (regions.length === 0) table.refuse(1, null, 'chưa có cột vùng nào sau các cột mô tả.');
  for (const [index, name] of regions.entries()) {
    const at = sheetColumns.length + index;
    if (name === '') table.refuse(1, at, 'cột chưa ghi tên vùng.');
    else if (name.length > textAtMost) table.refuse(1, at, `tên vùng dài quá ${textAtMost} ký tự.`);
    else if (regions.findIndex(other => other.toLowerCase() === name.toLowerCase()) < index) table.refuse(1, at, 'vùng này đã có ở một cột trước.');
  }
}

interface ItemRow extends Omit<ScoreItem, 'points'> { readonly points: readonly number[] }

/** The items row by row, and their groups as the first row of each says. */
function readItems(table: TableReader, rows: readonly (readonly Cell[])[], width: number): { items: ItemRow[]; groups: ScoreGroup[] } {
  const items = new Map<string, number>();
  const groups = new Map<string, ScoreGroup>();
  const read = rows.flatMap((cells, index): ItemRow[] => {
    const row = index + 2;
    if (isBlank(cells)) return [];
    for (let at = width; at < cells.length; at++) if (textOf(cells[at]) !== '') table.refuse(row, at, 'có số liệu ngoài các cột có tiêu đề.');
    const [item, name, group] = [table.text(cells, row, codeAt), table.text(cells, row, nameAt), table.text(cells, row, groupAt)];
    const [isExclusive, isRequired] = [table.oneOf(cells, row, choiceAt, choices), table.oneOf(cells, row, requiredAt, yesOrNo)];
    const isCounted = table.oneOf(cells, row, countAt, counts) ?? false;
    if (item !== '' && !/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(item)) table.refuse(row, codeAt, 'mã mục chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch ngang, gạch dưới, tối đa 40 ký tự.');
    if (items.has(item)) table.refuse(row, codeAt, `mã ${item} đã có ở dòng ${items.get(item)}.`);
    else if (item !== '') items.set(item, row);
    if (group !== '' && isExclusive !== undefined && isRequired !== undefined) {
      const first = groups.get(group) ?? { group, isExclusive, isRequired };
      groups.set(group, first);
      if (first.isExclusive !== isExclusive) table.refuse(row, choiceAt, `khác với dòng đầu của nhóm "${group}".`);
      if (first.isRequired !== isRequired) table.refuse(row, requiredAt, `khác với dòng đầu của nhóm "${group}".`);
    }
    const points = Array.from({ length: width - sheetColumns.length }, (_, region) => table.points(cells, row, sheetColumns.length + region));
    return [{ item, name, group, isCounted, points }];
  });
  if (read.length === 0) table.refuse(null, null, 'Bảng chưa có mục nào dưới dòng tiêu đề.');
  return { items: read, groups: [...groups.values()] };
}

/**
 * A table of items × regions, header first, as an administrator pastes or uploads it: one sheet for each region, or every
 * problem with its row and column and no sheet at all. Blank rows are skipped; a blank cell is never taken for 0; a code, a
 * region or a group's rule given twice and differently, and anything outside the named columns, is refused.
 */
export function readScoreSheet(rows: readonly (readonly Cell[])[], facts: SheetFacts): SheetsRead {
  // Array.from, because a row with cells left out has holes, which map would keep.
  const header = Array.from(rows[0] ?? [], textOf);
  while (header.length > 0 && header.at(-1) === '') header.pop();
  const table = new TableReader(header);
  const refused = (): SheetsRead => ({ sheets: null, problems: table.problems });
  for (const name of ['standard', 'formVersion', 'source'] as const) if (textOf(facts[name]) === '') table.refuse(null, null, 'Cần ghi chuẩn nghèo, phiên bản phiếu và nguồn của bảng điểm.');
  if (facts.validTo !== null && facts.validTo < facts.validFrom) table.refuse(null, null, 'Ngày hết hiệu lực không được trước ngày bắt đầu.');
  if (rows.length > rowsAtMost) table.refuse(null, null, `Bảng có quá ${number.format(rowsAtMost)} dòng.`);
  else if (rows.some(cells => cells.some((cell, at) => at >= columnsAtMost && textOf(cell) !== ''))) table.refuse(null, null, `Bảng có quá ${columnsAtMost} cột.`);
  else readHeader(table, header);
  // Under a wrong header every cell would be judged by the wrong column.
  if (table.problems.length > 0) return refused();
  const { items, groups } = readItems(table, rows.slice(1), header.length);
  if (table.problems.length > 0) return refused();
  const sheets = header.slice(sheetColumns.length).map((region, at) => ({
    ...facts, code: `${facts.standard}/${facts.formVersion}/${region}`, region, groups,
    items: items.map(({ points, ...item }) => ({ ...item, points: points[at]! })),
  }));
  return { sheets, problems: [] };
}
