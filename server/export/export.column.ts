import type { CellInput } from '../workbook/write.js';
import type { ColumnKind } from '../workbook/write-parts.js';
import type { Words } from './export.words.js';

/** A row as the graph answers it. */
export type Node = Readonly<Record<string, unknown>>;
/** A code of a list and what it is called; a mapping may call it otherwise. */
export interface Coded { readonly code: string; readonly word: string }
export type Cell = CellInput | Coded | readonly Coded[];

/** A column that a list may have: which fields of the schema it is, and how their answer becomes a cell. Whether a post has it the gates say, asked for `select`. */
export interface ExportLine {
  readonly key: string;
  readonly header: string;
  /** Of the row, as the graph is asked; $purpose stands where a purpose is wanted. */
  readonly select: string;
  readonly kind: ColumnKind;
  readonly width: number;
  readonly cell: (node: Node) => Cell;
  /** Ticked unless the person says otherwise; never what is sensitive. */
  readonly isDefault: boolean;
}
type More = Partial<Pick<ExportLine, 'isDefault' | 'width'>>;

/** "identity!.idNumber" → "identity(purpose: $purpose) { idNumber }". */
const selectOf = (path: string): string => path.split('.').reduceRight((inner, step) => `${step.replace('!', '(purpose: $purpose)')}${inner && ` { ${inner} }`}`, '');

/** What lies at a path; null where a step leads nowhere, or is closed to the viewer. */
function valueAt(node: Node, path: string): unknown {
  let value: unknown = node;
  for (const step of path.split('.')) value = (value as Node | null | undefined)?.[step.replace('!', '')];
  return value ?? null;
}

function line(kind: ColumnKind, usual: number, key: string, header: string, path: string, more: More, cell: (value: unknown) => Cell): ExportLine {
  return { key, header, select: selectOf(path), kind, width: usual, isDefault: false, ...more, cell: node => { const value = valueAt(node, path); return value === null ? null : cell(value); } };
}

/** An instant or a number would be a fault of the catalogue, and shows itself as text. */
export const text = (key: string, header: string, path: string, more: More = {}): ExportLine =>
  line('TEXT', 18, key, header, path, more, value => (Array.isArray(value) ? value.join('; ') : String(value)));
/** The name of an entry of a list, which a mapping may call otherwise; a person's name never is. */
export const named = (key: string, header: string, path: string, more: More = {}): ExportLine => line('TEXT', 18, key, header, path, more, value => ({ code: String(value), word: String(value) }));
export const whole = (key: string, header: string, path: string, more: More = {}): ExportLine => line('WHOLE', 12, key, header, path, more, value => value as number);
export const day = (key: string, header: string, path: string, more: More = {}): ExportLine => line('DATE', 14, key, header, path, more, value => value as string);
/** A year is no quantity: no separators of thousands. */
export const year = (key: string, header: string, path: string, more: More = {}): ExportLine => line('TEXT', 10, key, header, path, more, value => String(value as number));
export const tick = (key: string, header: string, path: string, more: More = {}): ExportLine =>
  line('TEXT', 12, key, header, path, more, value => (value === true ? { code: 'true', word: 'x' } : { code: 'false', word: 'Không' }));

const coded = (code: string, words: Words): Coded => ({ code, word: words[code] ?? code });
export const choice = (key: string, header: string, path: string, words: Words, more: More = {}): ExportLine =>
  line('TEXT', 18, key, header, path, more, value => (Array.isArray(value) ? (value as string[]).map(code => coded(code, words)) : coded(String(value), words)));

/** Of related rows the codes that hold today: those with no end. */
export function several(key: string, header: string, { list, field, also = '', holds = () => true, words }: {
  readonly list: string; readonly field: string; readonly also?: string; readonly holds?: (row: Node) => boolean; readonly words: Words;
}, more: More = {}): ExportLine {
  return {
    key, header, kind: 'TEXT', width: 30, isDefault: false, ...more, select: `${list.replace('!', '(purpose: $purpose)')} { ${field} ${also} }`,
    cell: node => {
      const rows = (node[list.replace('!', '')] ?? []) as readonly Node[];
      return [...new Set(rows.filter(holds).map(row => String(row[field])))].map(code => coded(code, words));
    },
  };
}
