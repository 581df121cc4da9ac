import { Button as MantineButton } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps, MouseEventHandler, ReactNode, Ref } from 'react';
import css from './button.module.css';

export type ButtonKind = 'primary' | 'secondary' | 'quiet';
const variants = { primary: 'filled', secondary: 'default', quiet: 'subtle' } as const;

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

/** A button with a verb on it: 44 px high on phones, 36 on desktop (30 when small). */
export function Button({ kind = 'secondary', small, busy, disabledReason, disabled, label, expanded, type = 'button', ...rest }: ButtonProps) {
  const button = (
    <MantineButton
      {...rest}
      type={type}
      variant={variants[kind]}
      size={small ? 'compact-sm' : 'sm'}
      className={css.button}
      loading={busy}
      disabled={disabled || Boolean(disabledReason)}
      aria-label={label}
      aria-expanded={expanded}
    />
  );
  if (!disabledReason) return button;
  return (
    <span className={css.withReason}>
      {button}
      <span>{disabledReason}</span>
    </span>
  );
}

interface AnchorProps extends Omit<ComponentProps<'a'>, 'color'> {
  kind?: ButtonKind;
  small?: boolean;
}

function ButtonAnchor({ kind = 'secondary', small, className, ...rest }: AnchorProps) {
  return (
    <MantineButton
      {...rest}
      component="a"
      variant={variants[kind]}
      size={small ? 'compact-sm' : 'sm'}
      className={[css.button, className].filter(Boolean).join(' ')}
    />
  );
}

/** A link of the router that looks like a button. */
export const ButtonLink = createLink(ButtonAnchor);
