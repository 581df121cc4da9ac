import type { ReactNode } from 'react';
import { text } from '../text/text';
import { Flyout } from './flyout';
import css from './why.module.css';

/** "Vì sao?": a small button that opens an explanation. */
export function Why({ of, children }: { of: string; children: ReactNode }) {
  return (
    <Flyout
      label={text.control.whyOf(of)}
      button={(props) => (
        <button type="button" className={css.button} aria-label={text.control.whyOf(of)} {...props}>
          {text.control.why}
        </button>
      )}
    >
      {(close) => (
        <div className={css.content}>
          {children}
          <button type="button" className={css.close} data-autofocus onClick={close}>
            {text.control.close}
          </button>
        </div>
      )}
    </Flyout>
  );
}
