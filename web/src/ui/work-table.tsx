import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { text } from '../text/text';
import { list as words } from '../text/vi-household-list';
import { Button } from './button';
import { SelectField } from './field';
import { RowBlock } from './row-block';
import css from './work-table.module.css';

export interface WorkColumn<R> {
  key: string;
  title: string;
  cell: (row: R) => ReactNode;
  align?: 'end';
  /** On a phone the first such column heads the card. */
  head?: boolean;
  /** What the server sorts by; a column without it is not sorted. */
  order?: string;
}
export interface Chosen {
  ids: ReadonlySet<string>;
  change: (ids: ReadonlySet<string>) => void;
}

interface WorkTableProps<R> {
  /** Says what the table holds; read out, not shown. */
  caption: string;
  columns: readonly WorkColumn<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  rowName: (row: R) => string;
  /** How many rows there are with those not read yet; undefined when only "more than so many" is known. */
  total?: number;
  order: { key: string; descending: boolean };
  onOrder: (key: string, descending: boolean) => void;
  chosen?: Chosen;
  /** The row looked at; arrow keys move it, Enter opens its page, Escape leaves it. */
  current?: { id: string | null; change: (id: string | null) => void; open: (id: string) => void };
}

/** Rows in one body up to 200; of more, blocks of 25 that are drawn only near the window. */
const whole = 200, blockSize = 25;

/** A native table in the server's order, worked on by keyboard; below 48em each row is a card whose cells name their column. */
export function WorkTable<R>({ caption, columns, rows, rowKey, rowName, total, order, onOrder, chosen, current }: WorkTableProps<R>) {
  const region = useRef<HTMLDivElement>(null);
  const span = columns.length + (chosen ? 1 : 0);
  const blocks = rows.length > whole ? Array.from({ length: Math.ceil(rows.length / blockSize) }, (_, at) => rows.slice(at * blockSize, (at + 1) * blockSize)) : [rows];
  const move = (from: string, by: number) => {
    const next = rows[rows.findIndex((row) => rowKey(row) === from) + by];
    if (!next || !current) return;
    current.change(rowKey(next));
    const shown = region.current?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(rowKey(next))}"]`);
    shown?.focus({ preventScroll: true });
    shown?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('tr[data-row]');
    const id = row?.dataset.row;
    if (!current || !id) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(id, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.target === row && event.key === 'Enter') current.open(id);
    else if (event.target === row && event.key === ' ') {
      event.preventDefault();
      current.change(id);
    } else if (event.key === 'Escape') current.change(null);
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('tr[data-row]');
    if (!current || !row?.dataset.row || target.closest('a, button, input, label') || getSelection()?.toString()) return;
    current.change(row.dataset.row);
  };
  const toggle = (id: string, on: boolean) => {
    const ids = new Set(chosen?.ids);
    if (on) ids.add(id);
    else ids.delete(id);
    chosen?.change(ids);
  };
  const sortable = columns.filter((column) => column.order);
  const stop = current?.id && rows.some((row) => rowKey(row) === current.id) ? current.id : rows[0] && rowKey(rows[0]);
  const rowOf = (row: R, at: number) => {
    const id = rowKey(row);
    return (
      <tr key={id} data-row={id} data-opens={current ? '' : undefined} className={css.row} tabIndex={current && (id === stop ? 0 : -1)} aria-rowindex={at + 2} aria-current={current?.id === id ? 'true' : undefined}>
        {chosen && (
          <td className={css.check}>
            <label>
              <input type="checkbox" aria-label={words.select(rowName(row))} checked={chosen.ids.has(id)} onChange={(event) => toggle(id, event.currentTarget.checked)} />
            </label>
          </td>
        )}
        {columns.map((column) => (
          <td key={column.key} data-title={column.title} data-align={column.align} data-head={column.head || undefined}>
            <span>{column.cell(row)}</span>
          </td>
        ))}
      </tr>
    );
  };
  return (
    <div ref={region} className={css.scroll} tabIndex={current ? undefined : 0} role="region" aria-label={caption} onKeyDown={onKeyDown} onClick={onClick}>
      {sortable.length > 0 && (
        <div className={css.phoneSort}>
          <SelectField label={text.control.sortBy} value={order.key} onChange={(event) => onOrder(event.currentTarget.value, false)} choices={sortable.map(({ order: key = '', title }) => ({ value: key, label: title }))} />
          <Button onClick={() => onOrder(order.key, !order.descending)}>{order.descending ? words.descending : words.ascending}</Button>
        </div>
      )}
      <table className={css.table} aria-rowcount={total === undefined ? -1 : total + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {chosen && (
              <th className={css.check} scope="col">
                <label>
                  <input type="checkbox" aria-label={words.selectAll} checked={rows.length > 0 && rows.every((row) => chosen.ids.has(rowKey(row)))} onChange={(event) => chosen.change(new Set(event.currentTarget.checked ? rows.map(rowKey) : []))} />
                </label>
              </th>
            )}
            {columns.map((column) => <Heading key={column.key} title={column.title} align={column.align} by={column.order} order={order} onOrder={onOrder} />)}
          </tr>
        </thead>
        {blocks.length === 1 ? <tbody>{rows.map(rowOf)}</tbody> : blocks.map((block, at) => <RowBlock key={at} span={span}>{block.map((row, within) => rowOf(row, at * blockSize + within))}</RowBlock>)}
      </table>
    </div>
  );
}

interface HeadingProps {
  title: string;
  align: 'end' | undefined;
  by: string | undefined;
  order: { key: string; descending: boolean };
  onOrder: (key: string, descending: boolean) => void;
}

function Heading({ title, align, by, order, onOrder }: HeadingProps) {
  if (!by) return <th scope="col" data-align={align}>{title}</th>;
  const isOurs = order.key === by;
  return (
    <th scope="col" data-align={align} aria-sort={isOurs ? (order.descending ? 'descending' : 'ascending') : undefined}>
      <button type="button" className={css.sort} onClick={() => onOrder(by, isOurs && !order.descending)}>
        {title}
        <span aria-hidden="true">{isOurs ? (order.descending ? ' ▼' : ' ▲') : ' ↕'}</span>
      </button>
    </th>
  );
}
