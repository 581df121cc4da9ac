import { lazy, Suspense, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import css from './flyout.module.css';

const FlyoutPanel = lazy(() => import('./flyout-panel').then((panel) => ({ default: panel.FlyoutPanel })));

export interface FlyoutButton {
  onClick: () => void;
  'aria-expanded': boolean;
  'aria-haspopup': 'dialog';
  onMouseDown: (event: SyntheticEvent) => void;
  onTouchStart: (event: SyntheticEvent) => void;
}

interface FlyoutProps {
  /** Names the panel for assistive technology. */
  label: string;
  button: (props: FlyoutButton) => ReactNode;
  children: (close: () => void) => ReactNode;
  above?: boolean;
}

/**
 * A small panel beside its button. Focus moves in and stays, Escape or a press elsewhere closes it, focus returns.
 * The positioning library is fetched with the first panel that is opened.
 */
export function Flyout({ label, button, children, above }: FlyoutProps) {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  // The panel closes on a press outside of it; a press on its own button must reach only the button.
  const keep = (event: SyntheticEvent) => event.stopPropagation();
  // What was chosen may open a dialog at once, which gives focus back to where it stands now: the button, not the panel that goes.
  const closeChosen = () => {
    place.current?.querySelector('button')?.focus();
    setOpen(false);
  };
  return (
    <span ref={place} className={css.flyout}>
      {button({
        'aria-expanded': open,
        'aria-haspopup': 'dialog',
        onMouseDown: keep,
        onTouchStart: keep,
        onClick: () => {
          setUsed(true);
          setOpen(!open);
        },
      })}
      {used && (
        <Suspense>
          <FlyoutPanel label={label} open={open} onClose={() => setOpen(false)} above={above}>
            {children(closeChosen)}
          </FlyoutPanel>
        </Suspense>
      )}
    </span>
  );
}
