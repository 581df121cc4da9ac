import { useId } from 'react';
import css from './check-field.module.css';
import type { FieldProps } from './field';

/** Yes or no. */
export function CheckField({ label, hint, error, id, value: _yes, ...rest }: FieldProps<HTMLInputElement> & { checked?: boolean }) {
  const own = useId();
  const at = id ?? own;
  const described = [hint && `${at}-hint`, error && `${at}-error`].filter(Boolean).join(' ');
  return (
    <div>
      <div className={css.body}>
        <input {...rest} type="checkbox" id={at} className={css.input} aria-invalid={error ? true : undefined} aria-describedby={described || undefined} />
        <label className={css.label} htmlFor={at}>
          {label}
        </label>
      </div>
      {hint && (
        <p id={`${at}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${at}-error`} className={css.error}>
          {error}
        </p>
      )}
    </div>
  );
}
