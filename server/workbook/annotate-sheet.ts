import { type Readable } from 'node:stream';
import { addressOf, placeOf } from './address.js';
import { type NoteKind, type Styles } from './annotate-styles.js';
import { cellText, localOf, opening, type Tag } from './markup.js';
import { rewritten } from './rewrite.js';
import { officeRelationships } from './write-parts.js';

export interface CellNote {
  readonly kind: NoteKind;
  readonly message: string;
}

export interface SheetNotes {
  /** By row, by column. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, CellNote>>;
  readonly headerRow: number;
  readonly header: string;
  readonly notesColumn: number;
  /** The relationship to the shapes of comments, when the sheet has none yet. */
  readonly drawing: string | null;
}

const listWidth = 60;
const longestList = 8000;
/** What must stand behind legacyDrawing. */
const later = new Set(['legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst', 'AlternateContent']);

/** The messages of a row, cut where Excel or a reader would give up. */
function listOf(cells: ReadonlyMap<number, CellNote>, row: number): string {
  const lines = [...cells].sort(([one], [other]) => one - other).map(([column, { message }]) => `${addressOf(column, row)}: ${message}`);
  const text = lines.join('\n');
  return text.length <= longestList ? text : `${text.slice(0, longestList)}…`;
}

/** The columns of a sheet with one of a given width among them, spans split where they cover it. */
function columnsWith(own: number, columns: readonly Record<string, string>[], prefix: string): string {
  const parts = columns.flatMap(column => {
    const [min, max] = [Number(column.min), Number(column.max)];
    if (own < min || own > max) return [column];
    return [
      ...(min < own ? [{ ...column, max: String(own - 1) }] : []),
      ...(max > own ? [{ ...column, min: String(own + 1) }] : []),
    ];
  });
  const all = [...parts, { min: String(own), max: String(own), width: String(listWidth), customWidth: '1' }].sort((one, other) => Number(one.min) - Number(other.min));
  return `<${prefix}cols>${all.map(column => opening(`${prefix}col`, column, true)).join('')}</${prefix}cols>`;
}

/** The sheet with fills and the column of messages; marks of an earlier annotation are taken away. */
export function annotatedSheet(stream: Readable, notes: SheetNotes, styles: Styles): AsyncGenerator<Buffer> {
  const { notesColumn, headerRow } = notes;
  const due = [...new Set([headerRow, ...notes.rows.keys()])].sort((one, other) => one - other);
  let nextDue = 0;
  let prefix = '';
  let row = 0;
  let column = 0;
  let pending: { readonly column: number; readonly xml: string }[] = [];
  let columns: Record<string, string>[] | undefined;
  let isColumnsDone = false;
  let needsDrawing = notes.drawing !== null;
  const text = (at: number, no: number, style: number, value: string): string =>
    `<${prefix}c r="${addressOf(at, no)}" s="${style}" t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${cellText(value)}</${prefix}t></${prefix}is></${prefix}c>`;
  const dueCells = (no: number): typeof pending => {
    const cells = notes.rows.get(no);
    const added = [...(cells ?? [])].map(([at, { kind }]) => ({ column: at, xml: `<${prefix}c r="${addressOf(at, no)}" s="${styles.dressed(0, kind)}"/>` }));
    if (no === headerRow) added.push({ column: notesColumn, xml: text(notesColumn, no, styles.dressed(0, 'HEADER'), notes.header) });
    else if (cells) added.push({ column: notesColumn, xml: text(notesColumn, no, styles.dressed(0, 'LIST'), listOf(cells, no)) });
    return added.sort((one, other) => one.column - other.column);
  };
  const flush = (before: number): string => {
    let xml = '';
    while (pending.length > 0 && pending[0]!.column < before) xml += pending.shift()!.xml;
    return xml;
  };
  const wholeRows = (before: number): string => {
    let xml = '';
    for (; nextDue < due.length && due[nextDue]! < before; nextDue++) {
      const no = due[nextDue]!;
      xml += `<${prefix}row r="${no}">${dueCells(no).map(cell => cell.xml).join('')}</${prefix}row>`;
    }
    return xml;
  };
  const columnsXml = (): string => {
    if (isColumnsDone) return '';
    isColumnsDone = true;
    return columnsWith(notesColumn, columns ?? [], prefix);
  };
  const drawing = (): string => {
    if (!needsDrawing) return '';
    needsDrawing = false;
    return `<${prefix}legacyDrawing xmlns:r="${officeRelationships}" r:id="${notes.drawing}"/>`;
  };
  const openRow = ({ name, attributes, isSelfClosing }: Tag): string => {
    row = attributes.r === undefined ? row + 1 : Number(attributes.r);
    column = 0;
    const before = wholeRows(row);
    pending = [];
    if (due[nextDue] === row) {
      nextDue++;
      pending = dueCells(row);
    }
    const { spans: _, ...kept } = attributes;
    if (!isSelfClosing) return before + opening(name, kept);
    return before + opening(name, kept) + `${flush(Infinity)}</${name}>`;
  };
  const openCell = ({ name, attributes, isSelfClosing }: Tag): string | { instead: string } => {
    column = attributes.r === undefined ? column + 1 : (placeOf(attributes.r)?.column ?? column + 1);
    const before = flush(column);
    if (column === notesColumn) return { instead: before };
    if (pending[0]?.column === column) pending.shift();
    const note = notes.rows.get(row)?.get(column);
    const base = Number(attributes.s ?? 0);
    const style = styles.dressed(base, note?.kind ?? 'PLAIN');
    return before + opening(name, style === base ? attributes : { ...attributes, s: String(style) }, isSelfClosing);
  };
  return rewritten(stream, {
    open: (tag, depth) => {
      const local = localOf(tag.name);
      if (depth === 1) prefix = tag.name.slice(0, tag.name.length - local.length);
      if (depth === 2 && local === 'dimension') return { instead: '' };
      if (depth === 2 && local === 'cols') {
        columns = [];
        return '';
      }
      if (depth === 3 && local === 'col' && columns && !isColumnsDone) {
        columns.push({ ...tag.attributes });
        return { instead: '' };
      }
      if (depth === 2 && local === 'sheetData') {
        const start = columnsXml() + opening(tag.name, tag.attributes);
        return tag.isSelfClosing ? `${start}${wholeRows(Infinity)}</${tag.name}>` : start;
      }
      if (depth === 3 && local === 'row') return openRow(tag);
      if (depth === 4 && local === 'c') return openCell(tag);
      if (depth === 2 && later.has(local) && needsDrawing) return drawing() + opening(tag.name, tag.attributes, tag.isSelfClosing);
      return undefined;
    },
    close: (name, depth) => {
      const local = localOf(name);
      if (depth === 2 && local === 'cols') return columnsXml();
      if (depth === 3 && local === 'row') return `${flush(Infinity)}</${name}>`;
      if (depth === 2 && local === 'sheetData') return `${wholeRows(Infinity)}</${name}>`;
      if (depth === 1) return `${drawing()}</${name}>`;
      return undefined;
    },
  });
}
