import { useState } from 'react';
import { columns as words } from '../../text/vi-household-list';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/confirm-dialog';
import { CheckField } from '../../ui/check-field';
import { Hidden } from '../../ui/hidden';
import css from './household-list.module.css';

interface ColumnDialogProps {
  offered: readonly { key: string; title: string }[];
  shown: readonly { key: string }[];
  hidden: readonly string[];
  onClose: () => void;
  /** Null for the portal's own columns. */
  choose: (keys: string[] | null) => void;
}

/** Chooses and orders the list's columns; what the portal may not read is named, not offered. */
export function ColumnDialog({ offered, shown, hidden, onClose, choose }: ColumnDialogProps) {
  // Closed first and gone afterwards, so that focus goes back to the button.
  const [isOpen, setIsOpen] = useState(true);
  const [keys, setKeys] = useState(() => [...shown.map(({ key }) => key), ...offered.filter(({ key }) => !shown.some((one) => one.key === key)).map(({ key }) => key)]);
  const [on, setOn] = useState<ReadonlySet<string>>(() => new Set(shown.map(({ key }) => key)));
  const swap = (at: number, by: number) => {
    const next = [...keys];
    [next[at], next[at + by]] = [next[at + by]!, next[at]!];
    setKeys(next);
  };
  const toggle = (key: string) => setOn(new Set(on.has(key) ? [...on].filter((one) => one !== key) : [...on, key]));
  const finish = (next: string[] | null) => {
    choose(next);
    setIsOpen(false);
  };
  return (
    <Dialog title={words.title} open={isOpen} onClose={onClose}>
      <p>{words.lead}</p>
      <ul className={css.columns}>
        {keys.map((key, at) => {
          const title = offered.find((one) => one.key === key)?.title ?? key;
          return (
            <li key={key}>
              <CheckField label={title} checked={on.has(key)} disabled={key === 'code'} onChange={() => toggle(key)} />
              <span className={css.moves}>
                <Button small kind="quiet" label={words.up(title)} disabled={at <= 1} onClick={() => swap(at, -1)}>↑</Button>
                <Button small kind="quiet" label={words.down(title)} disabled={at === 0 || at === keys.length - 1} onClick={() => swap(at, 1)}>↓</Button>
              </span>
            </li>
          );
        })}
      </ul>
      {hidden.length > 0 && <p className={css.soft}>{words.hidden(hidden.join(', '))} <Hidden reason="PORTAL" /></p>}
      <DialogActions>
        <Button kind="primary" onClick={() => finish(keys.filter((key) => on.has(key)))}>{words.apply}</Button>
        <Button onClick={() => finish(null)}>{words.reset}</Button>
      </DialogActions>
    </Dialog>
  );
}
