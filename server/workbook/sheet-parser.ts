import { addressOf, lastColumn, lastRow, placeOf, rangeOf, type Range } from './address.js';
import { dayFrom } from './cell.js';
import { localOf, markupParser, plainText, type MarkupParser } from './markup.js';
import { WorkbookRefused } from './refused.js';

/** A cell as it stands in the sheet; `text` is its value before it is understood. */
export interface RawCell {
  readonly address: string;
  readonly column: number;
  readonly row: number;
  readonly type: string;
  readonly style: number;
  readonly text: string;
  readonly isFormula: boolean;
}

export interface SheetHandlers {
  /** Cells with a value or a formula. */
  cell(cell: RawCell): void;
  row?(no: number, isHidden: boolean): void;
  merge?(range: Range): void;
  hiddenColumns?(from: number, to: number): void;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
const damaged = (detail: string): WorkbookRefused => new WorkbookRefused('DAMAGED', detail);

/** Rows and cells must come in their order, each at the place where it stands. */
export function sheetParser(handlers: SheetHandlers): MarkupParser {
  let row = 0;
  let column = 0;
  let raw: { address: string; type: string; style: number; text: string; isFormula: boolean } | undefined;
  let isWanted = false;
  let isGuide = false;
  const openRow = (attributes: Record<string, string>): void => {
    const no = attributes.r === undefined ? row + 1 : Number(attributes.r);
    if (!Number.isInteger(no) || no <= row || no > lastRow) throw damaged('order of rows');
    row = no;
    column = 0;
    handlers.row?.(no, isTrue(attributes.hidden));
  };
  const openCell = (attributes: Record<string, string>): void => {
    const address = attributes.r ?? addressOf(column + 1, row);
    const place = placeOf(address);
    if (!place || place.row !== row || place.column <= column) throw damaged('order of cells');
    column = place.column;
    raw = { address, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), text: '', isFormula: false };
  };
  return markupParser({
    open: ({ name, attributes }) => {
      switch (localOf(name)) {
        case 'row':
          return openRow(attributes);
        case 'c':
          return openCell(attributes);
        case 'f':
          if (raw) raw.isFormula = true;
          return;
        case 'v':
          isWanted = raw !== undefined;
          return;
        case 't':
          isWanted = raw !== undefined && !isGuide;
          return;
        case 'rPh':
          isGuide = true;
          return;
        case 'mergeCell': {
          const range = rangeOf(attributes.ref ?? '');
          if (!range) throw damaged('merged range');
          return handlers.merge?.(range);
        }
        case 'col': {
          const [from, to] = [Number(attributes.min), Number(attributes.max)];
          if (isTrue(attributes.hidden) && from >= 1 && to >= from && to <= lastColumn) handlers.hiddenColumns?.(from, to);
        }
      }
    },
    text: text => {
      if (isWanted && raw) raw.text += text;
    },
    close: name => {
      switch (localOf(name)) {
        case 'v':
        case 't':
          isWanted = false;
          return;
        case 'rPh':
          isGuide = false;
          return;
        case 'c':
          if (raw && (raw.text !== '' || raw.isFormula)) handlers.cell({ address: raw.address, column, row, type: raw.type, style: raw.style, text: raw.text, isFormula: raw.isFormula });
          raw = undefined;
      }
    },
  });
}

/** Days since Excel's day 0 as yyyy-mm-dd; undefined outside its calendar and for its 29 February 1900, which never was. */
export function dayOfSerial(serial: number, is1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  if (is1904) return whole >= 0 && whole <= 2_957_003 ? shifted(1904, 0, 1 + whole) : undefined;
  if (whole < 1 || whole === 60 || whole > 2_958_465) return undefined;
  return shifted(1899, 11, (whole < 60 ? 31 : 30) + whole);
}

const shifted = (year: number, month: number, day: number): string => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

type Value = { kind: 'TEXT' | 'DATE' | 'ERROR'; value: string } | { kind: 'NUMBER'; value: number } | { kind: 'BOOLEAN'; value: boolean } | { kind: 'EMPTY'; value: null };

/** What a raw cell says. Throws WorkbookRefused when it points to a text that is not there or its number is none. */
export function valueOf({ type, text, style }: RawCell, texts: readonly string[], days: readonly boolean[], is1904: boolean): Value {
  if (text === '') return { kind: 'EMPTY', value: null };
  switch (type) {
    case 's': {
      const shared = texts[Number(text)];
      if (shared === undefined) throw damaged('a shared text is missing');
      return { kind: 'TEXT', value: shared };
    }
    case 'inlineStr':
    case 'str':
      return { kind: 'TEXT', value: plainText(text) };
    case 'b':
      return { kind: 'BOOLEAN', value: isTrue(text.trim()) };
    case 'e':
      return { kind: 'ERROR', value: text };
    case 'd': {
      const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
      const day = iso && dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
      return day ? { kind: 'DATE', value: day } : { kind: 'TEXT', value: text };
    }
    default: {
      const value = Number(text);
      if (!Number.isFinite(value)) throw damaged('a number is none');
      const day = days[style] ? dayOfSerial(value, is1904) : undefined;
      return day === undefined ? { kind: 'NUMBER', value } : { kind: 'DATE', value: day };
    }
  }
}
