import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { text } from '../text/text';
import { Button } from './button';
import css from './confirm-dialog.module.css';

interface DialogProps {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A modal on the platform's own dialog: focus stays inside, Escape closes, focus returns to where it was. */
export function Dialog({ title, open, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  // One that goes with whatever opened it is closed while it still stands: a removed dialog gives no focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    return () => {
      shown?.close();
      // Where the row it was opened from has gone, reading goes on at the page's content, not at its very top.
      if (document.activeElement === document.body) document.querySelector('main')?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog ref={dialog} className={css.dialog} aria-labelledby={titleId} onClose={onClose}>
      {open && (
        <>
          <h2 id={titleId}>{title}</h2>
          {children}
        </>
      )}
    </dialog>
  );
}

interface ConfirmDialogProps extends Omit<DialogProps, 'children'> {
  children?: ReactNode;
  /** A verb: "Ký", "Gửi báo cáo". */
  confirm: string;
  busy?: boolean;
  onConfirm: () => void;
}

/** Asks before what cannot be undone; the confirming button says what will happen. */
export function ConfirmDialog({ confirm, busy, onConfirm, children, ...dialog }: ConfirmDialogProps) {
  return (
    <Dialog {...dialog}>
      {children}
      <DialogActions>
        <Button kind="primary" busy={busy} onClick={onConfirm}>
          {confirm}
        </Button>
        <Button onClick={dialog.onClose}>{text.control.cancel}</Button>
      </DialogActions>
    </Dialog>
  );
}

/** The row of buttons at the foot of a dialog or form. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={css.actions}>{children}</div>;
}
