import { useMemo, useState } from 'react';
import { formatNumber } from '../../text/format';
import { pairingBoard as words } from '../../text/vi-pairing';
import { Button } from '../../ui/button';
import { DataTable, type Column } from '../../ui/data-table';
import css from './board.module.css';
import { GiveTo, type Given } from './give-to';
import type { Board } from './pairing-page';

interface ChooseTableProps<R> {
  caption: string;
  columns: Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  given: (row: R) => Given;
  title: (count: string) => string;
  bodies: Board['helpers'];
  /** Why nothing can be given yet. */
  barred?: string;
  onDone: () => void;
}

/** Rows to tick, by keyboard and on a phone as by mouse, and "Giao cho…" for those that are ticked. */
export function ChooseTable<R extends object>({ caption, columns, rows, rowKey, given, title, bodies, barred, onDone }: ChooseTableProps<R>) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [isGiving, setIsGiving] = useState(false);
  const chosen = rows.filter((row) => ids.has(rowKey(row)));
  const withTicks = useMemo((): Column<R>[] => {
    const toggle = (id: string, isOn: boolean) => setIds((before) => new Set(isOn ? [...before, id] : [...before].filter((one) => one !== id)));
    return [
      { key: 'tick', title: '', cell: (row) => <input type="checkbox" className={css.tick} aria-label={words.select(given(row).name)} checked={ids.has(rowKey(row))} onChange={(event) => toggle(rowKey(row), event.currentTarget.checked)} /> },
      ...columns,
    ];
  }, [columns, ids, given, rowKey]);
  const isAll = rows.length > 0 && chosen.length === rows.length;
  return (
    <>
      <label className={css.tools}>
        <input type="checkbox" className={css.tick} checked={isAll} onChange={() => setIds(isAll ? new Set() : new Set(rows.map(rowKey)))} /> {words.selectAll}
      </label>
      <DataTable caption={caption} columns={withTicks} rows={rows} rowKey={rowKey} />
      <div className={css.foot} data-chosen={chosen.length > 0 || undefined}>
        <span role="status">{words.chosen(formatNumber(chosen.length))}</span>
        <Button kind="primary" disabled={chosen.length === 0} disabledReason={barred} onClick={() => setIsGiving(true)}>{words.give}</Button>
      </div>
      {isGiving && (
        <GiveTo
          title={title(formatNumber(chosen.length))} given={chosen.map(given)} bodies={bodies} onDone={onDone}
          onClose={() => { setIsGiving(false); setIds(new Set()); }}
        />
      )}
    </>
  );
}
