import { createLink } from '@tanstack/react-router';
import type { ComponentProps, MouseEventHandler, ReactNode, Ref } from 'react';
import css from './button.module.css';

export type ButtonKind = 'primary' | 'secondary' | 'quiet';

interface ButtonProps {
  kind?: ButtonKind;
  small?: boolean;
  type?: 'button' | 'submit';
  busy?: boolean;
  disabled?: boolean;
  /** Why it cannot be used now; shown beside the button instead of leaving it silently grey. */
  disabledReason?: string;
  label?: string;
  /** For a button that opens and folds a part of the page. */
  expanded?: boolean;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

const look = (kind: ButtonKind, small: boolean | undefined) => ({ 'data-kind': kind, 'data-small': small || undefined });

/**
 * A button with a verb on it: 44 px high on phones, 36 on desktop (30 when small). The platform's own element: it stands on every page,
 * and the library's would be a tenth of the first load.
 */
export function Button({ kind = 'secondary', small, busy, disabledReason, disabled, label, expanded, type = 'button', children, ...rest }: ButtonProps) {
  const button = (
    <button
      {...rest}
      {...look(kind, small)}
      type={type}
      className={css.button}
      data-busy={busy || undefined}
      disabled={busy || disabled || Boolean(disabledReason)}
      aria-label={label}
      aria-expanded={expanded}
    >
      {children}
    </button>
  );
  if (!disabledReason) return button;
  return (
    <span className={css.withReason}>
      {button}
      <span>{disabledReason}</span>
    </span>
  );
}

interface AnchorProps extends ComponentProps<'a'> {
  kind?: ButtonKind;
  small?: boolean;
}

function ButtonAnchor({ kind = 'secondary', small, className, ...rest }: AnchorProps) {
  return <a {...rest} {...look(kind, small)} className={[css.button, className].filter(Boolean).join(' ')} />;
}

/** A link of the router that looks like a button. */
export const ButtonLink = createLink(ButtonAnchor);
