import { useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { split as words } from '../../text/vi-target';
import type { PasteUnit } from './paste';
import css from './split.module.css';

export interface GridRow {
  unit: PasteUnit;
  saved: string;
  typed: string | undefined;
  error?: string;
}

interface SplitGridProps {
  measure: string;
  rows: readonly GridRow[];
  readOnly: boolean;
  put: (unit: string, typed: string) => void;
  paste: (text: string, row: number) => void;
  undo: () => void;
}

/** A column of cells worked on as in a sheet: arrows and Enter move, typing replaces, Escape takes the saved figure back, a block is pasted from the cell down. */
export function SplitGrid({ measure, rows, readOnly, put, paste, undo }: SplitGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const cells = () => [...(table.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
  const move = (from: HTMLInputElement, by: number) => {
    const all = cells();
    all[all.indexOf(from) + by]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, { unit, saved }: GridRow) => {
    const cell = event.currentTarget, step = { ArrowDown: 1, ArrowUp: -1, Enter: event.shiftKey ? -1 : 1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      move(cell, step);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      put(unit.id, saved);
    } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      undo();
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, row: number) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n\r]/.test(text)) return;
    event.preventDefault();
    paste(text, row);
  };
  return (
    <div className={css.scroll}>
      <table ref={table} className={css.table}>
        <caption className="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col" className={css.code}>{words.code}</th>
            <th scope="col" data-align="end">{words.share(measure)}</th>
            <th scope="col" data-align="end" className={css.saved}>{words.saved}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const { unit, saved, typed, error } = row, errorId = `loi-${unit.id}`;
            return (
              <tr key={unit.id} data-changed={typed === undefined ? undefined : ''}>
                <th scope="row">{unit.name}</th>
                <td className={css.code}>{unit.code}</td>
                <td data-align="end">
                  {readOnly ? saved || '–' : (
                    <input
                      className={css.cell} inputMode="decimal" autoComplete="off" aria-label={words.cell(unit.name)} value={typed ?? saved}
                      aria-invalid={error ? true : undefined} aria-describedby={error ? errorId : undefined}
                      onFocus={(event) => event.currentTarget.select()} onChange={(event) => put(unit.id, event.currentTarget.value)}
                      onKeyDown={(event) => onKeyDown(event, row)} onPaste={(event) => onPaste(event, at)}
                    />
                  )}
                  {error && <span id={errorId} className={css.error}>{error}</span>}
                </td>
                <td data-align="end" className={css.saved}>{typed === undefined ? '' : saved || '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
