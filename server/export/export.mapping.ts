import { searchWordsOf } from '../database/search.js';
import type { CellInput, ColumnPlan } from '../workbook/write.js';
import type { Cell, Coded, ExportLine, Node } from './export.column.js';

/** How somebody else's file is headed and worded, so that exactly that file comes out. */
export interface ExportMapping {
  readonly sheet: string | null;
  readonly headerRow: number | null;
  /** Header and key of a column, in the order of the file; a key without a column leaves its header over empty cells. */
  readonly columns: readonly (readonly [header: string, key: string])[];
  /** What the file writes and what is meant by it, in our words or codes; the first that means the same is written. */
  readonly values: readonly (readonly [written: string, meant: string])[];
}

const plain = (text: string): string => searchWordsOf(text).join(' ');

/** The headers as they are to stand, and where. */
export function headersOf(lines: readonly ExportLine[], mapping: ExportMapping | null): { sheet: string | null; headerRow: number; columns: ColumnPlan[] } {
  if (!mapping) return { sheet: null, headerRow: 1, columns: lines.map(({ header, kind, width }) => ({ header, kind, width })) };
  const known = new Map(lines.map(line => [line.key, line]));
  return {
    sheet: mapping.sheet, headerRow: mapping.headerRow ?? 1,
    columns: mapping.columns.map(([header, key]) => { const line = known.get(key); return { header, kind: line?.kind ?? 'TEXT', width: line?.width ?? 16 }; }),
  };
}

const isCoded = (cell: Cell): cell is Coded => cell !== null && typeof cell === 'object' && 'word' in cell;

/** A row of the graph as a row of the sheet. */
export function valueOf(lines: readonly ExportLine[], mapping: ExportMapping | null): (node: Node) => CellInput[] {
  const written = new Map<string, string>();
  for (const [word, meant] of mapping?.values ?? []) if (!written.has(plain(meant))) written.set(plain(meant), word);
  const worded = ({ code, word }: Coded): string => written.get(plain(word)) ?? written.get(plain(code)) ?? word;
  const shown = (cell: Cell): CellInput => {
    if (cell === null || typeof cell !== 'object') return cell;
    if (isCoded(cell)) return worded(cell);
    return cell.length === 0 ? null : cell.map(worded).join('; ');
  };
  const known = new Map(lines.map(line => [line.key, line]));
  const ordered = mapping ? mapping.columns.map(([, key]) => known.get(key)) : lines;
  return node => ordered.map(line => (line ? shown(line.cell(node)) : null));
}
