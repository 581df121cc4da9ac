import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type RowData,
} from '@tanstack/react-table';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { inOrder } from '../text/format';
import css from './data-table.module.css';

// Fields are not needed to draw a table, and many tables cannot be sorted.
const PhoneSort = lazy(() => import('./phone-sort').then((module) => ({ default: module.PhoneSort })));

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

export interface Column<R> {
  key: string;
  title: string;
  cell: (row: R) => ReactNode;
  /** What sorting compares; a column without it cannot be sorted. Numbers by value, words the Vietnamese way. */
  sortBy?: (row: R) => string | number | null;
  align?: 'end';
  /** On a phone the first such column heads the card. */
  head?: boolean;
}

interface DataTableProps<R> {
  /** Says what the table holds; read out, not shown. */
  caption: string;
  /** Keep this array stable (module scope or useMemo). */
  columns: Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  sorted?: { key: string; descending?: boolean };
}

/** A native table with sortable columns; below 48em each row is a card whose cells name their column. */
export function DataTable<R extends RowData>({ caption, columns, rows, rowKey, sorted }: DataTableProps<R>) {
  const definitions = useMemo(() => toDefinitions(columns), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowKey,
    enableSortingRemoval: false,
    sortDescFirst: false,
    initialState: { sorting: sorted ? [{ id: sorted.key, desc: sorted.descending ?? false }] : [] },
  });
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const sortable = columns.filter((column) => column.sortBy);
  const directions = { asc: 'ascending', desc: 'descending' } as const;
  return (
    <div className={css.scroll} tabIndex={0} role="region" aria-label={caption}>
      {sortable.length > 0 && (
        <div className={css.phoneSort}>
          <Suspense>
            <PhoneSort
              value={table.state.sorting[0]?.id ?? ''}
              onChange={(key) => table.setSorting([{ id: key, desc: false }])}
              choices={sortable.map(({ key, title }) => ({ value: key, label: title }))}
            />
          </Suspense>
        </div>
      )}
      <table className={css.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map(({ id, column }) => {
                const shown = byKey.get(id);
                const direction = column.getIsSorted();
                return (
                  <th key={id} scope="col" data-align={shown?.align} aria-sort={direction ? directions[direction] : undefined}>
                    {column.getCanSort() ? (
                      <button type="button" className={css.sort} onClick={column.getToggleSortingHandler()}>
                        {shown?.title}
                        <span aria-hidden="true">{direction === 'desc' ? ' ▼' : direction === 'asc' ? ' ▲' : ' ↕'}</span>
                      </button>
                    ) : (
                      shown?.title
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column.key} data-title={column.title} data-align={column.align} data-head={column.head || undefined}>
                  <span>{column.cell(row.original)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function toDefinitions<R extends RowData>(columns: Column<R>[]) {
  const helper = createColumnHelper<typeof features, R>();
  return helper.columns(
    columns.map((column) =>
      helper.accessor((row) => column.sortBy?.(row) ?? null, {
        id: column.key,
        enableSorting: Boolean(column.sortBy),
        sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
      }),
    ),
  );
}

/** Missing values come last in ascending order. */
function compare(a: unknown, b: unknown): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : inOrder.compare(String(a), String(b));
}

