import { useState, type ReactNode } from 'react';
import { failureOf } from '../../graphql/failure';
import { text } from '../../text/text';
import { papers as words, purpose as purposes } from '../../text/vi-household';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/confirm-dialog';
import { SelectField } from '../../ui/field';
import css from './household.module.css';

interface PurposeDialogProps<T> {
  title: string;
  open: boolean;
  onClose: () => void;
  /** Reads for the purpose, past every cache. */
  read: (purpose: Purpose) => Promise<T>;
  children: (opened: T, purpose: Purpose) => ReactNode;
}
export type Purpose = keyof typeof purposes;

/** Sensitive facts: first a purpose, which is recorded, then what was asked for. Gone from the page when the dialog closes. */
export function PurposeDialog<T>({ title, open, ...reading }: PurposeDialogProps<T>) {
  return (
    <Dialog title={title} open={open} onClose={reading.onClose}>
      <Reading {...reading} />
    </Dialog>
  );
}

function Reading<T>({ read, onClose, children }: Omit<PurposeDialogProps<T>, 'title' | 'open'>) {
  const [purpose, setPurpose] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [opened, setOpened] = useState<{ value: T }>();
  const ask = async () => {
    if (!purpose) return setProblem(words.missingPurpose);
    setProblem(undefined);
    setBusy(true);
    try {
      setOpened({ value: await read(purpose as Purpose) });
    } catch (error) {
      setProblem(failureOf(error).message);
    } finally {
      setBusy(false);
    }
  };
  if (opened) {
    return (
      <>
        {children(opened.value, purpose as Purpose)}
        <p className={css.soft}>{words.opened(purposes[purpose as Purpose])}</p>
        <DialogActions>
          <Button onClick={onClose}>{text.control.close}</Button>
        </DialogActions>
      </>
    );
  }
  return (
    <>
      <p>{words.recorded}</p>
      <SelectField
        label={words.purpose}
        required
        value={purpose}
        error={problem}
        onChange={(event) => setPurpose(event.currentTarget.value)}
        choices={[{ value: '', label: words.choosePurpose }, ...Object.entries(purposes).map(([value, label]) => ({ value, label }))]}
      />
      <DialogActions>
        <Button kind="primary" busy={busy} onClick={() => void ask()}>
          {words.openNow}
        </Button>
        <Button onClick={onClose}>{text.control.cancel}</Button>
      </DialogActions>
    </>
  );
}
