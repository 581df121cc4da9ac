import { formatDay, formatInstant, formatNumber } from '../../text/format';
import { query as words } from '../../text/vi-query';

type Row = Record<string, unknown>;
export interface ResultList {
  /** Where in the answer it stands: "households.nodes". */
  path: string;
  rows: Row[];
  /** Columns in the order in which they were asked for. */
  columns: string[];
}

const isObject = (value: unknown): value is Row => value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * Every list of objects in an answer, nearest to the top first. Lists that stand at one path in several rows are one list:
 * the members of all households. Rows are flattened one level; an empty list counts only where there is no other.
 */
export function listsIn(data: unknown): ResultList[] {
  const found = new Map<string, Row[]>();
  const walk = (path: string, value: unknown): void => {
    if (Array.isArray(value)) {
      if (!value.every(isObject)) return;
      found.set(path, [...(found.get(path) ?? []), ...value]);
      for (const row of value) walkInto(path, row);
    } else if (isObject(value)) {
      walkInto(path, value);
    }
  };
  const walkInto = (path: string, row: Row) => Object.entries(row).forEach(([key, inner]) => walk(path ? `${path}.${key}` : key, inner));
  walk('', data);
  const lists = [...found].map(([path, rows]) => listOf(path, rows)).sort((x, y) => depthOf(x) - depthOf(y));
  const filled = lists.filter(({ rows }) => rows.length > 0);
  return filled.length > 0 ? filled : lists.slice(0, 1);
}

const depthOf = ({ path }: ResultList): number => path.split('.').length;

function listOf(path: string, found: Row[]): ResultList {
  const rows = found.map(flattened);
  return { path, rows, columns: [...new Set(rows.flatMap((row) => Object.keys(row)))] };
}

/** `{ unit: { name } }` → `{ "unit.name" }`. Deeper objects stay whole and lists become their length. */
function flattened(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) =>
      isObject(value) ? Object.entries(value).map(([inner, deep]) => [`${key}.${inner}`, deep] as const) : [[key, value] as const],
    ),
  );
}

/** A value as a Vietnamese reader expects it: 1.234,5; 08/9/2026; "3 mục" for a list. */
export function written(value: unknown, column: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return isYear(column) ? String(value) : formatNumber(value);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.every((item) => !isObject(item)) ? value.map((item) => written(item, column)).join(', ') : words.items(formatNumber(value.length));
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value) ? formatInstant(value) : value;
}

/** What sorting compares. */
export const comparable = (value: unknown): string | number | null =>
  typeof value === 'number' || typeof value === 'string' ? value : Array.isArray(value) ? value.length : value === null || value === undefined ? null : String(value);

/** A year takes no thousands' dot. */
const isYear = (column: string) => /year$/i.test(column);
