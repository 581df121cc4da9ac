import { useId, type ChangeEventHandler, type FocusEventHandler, type ReactNode, type Ref } from 'react';
import { text } from '../text/text';
import css from './field.module.css';

/** What every field takes; `register(name)` of react-hook-form spreads into it. */
export interface FieldProps<E extends HTMLElement> {
  label: string;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  name?: string;
  id?: string;
  value?: string;
  defaultValue?: string;
  disabled?: boolean;
  onChange?: ChangeEventHandler<E>;
  onBlur?: FocusEventHandler<E>;
  ref?: Ref<E>;
}

interface FrameProps extends Pick<FieldProps<HTMLElement>, 'label' | 'hint' | 'error' | 'id'> {
  /** The label says so when the field may stay empty. */
  optional?: boolean;
  /** For a few letters only. */
  short?: boolean;
  suffix?: string;
  children: (control: Control) => ReactNode;
}
interface Control {
  id: string;
  className: string | undefined;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

/** Label above, hint below it, the platform's own control, and what is wrong with it; bound to each other for assistive technology. */
function Frame({ label, hint, error, id, optional, short, suffix, children }: FrameProps) {
  const own = useId();
  const at = id ?? own;
  const described = [hint && `${at}-hint`, error && `${at}-error`].filter(Boolean).join(' ');
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={at}>
        {label}
        {optional && <span className={css.optional}> ({text.control.optional})</span>}
      </label>
      {hint && (
        <p id={`${at}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
      <div className={short ? css.short : css.wrapper}>
        {children({ id: at, className: css.input, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
        {suffix && <span className={css.suffix}>{suffix}</span>}
      </div>
      {error && (
        <p id={`${at}-error`} className={css.error}>
          {error}
        </p>
      )}
    </div>
  );
}

/** What the frame takes, and what goes on to the control. */
function split<E extends HTMLElement>({ label, hint, error, id, ...control }: FieldProps<E>) {
  return { frame: { label, hint, error, id, optional: !control.required }, control };
}

/** One line of text. */
export function TextField(props: FieldProps<HTMLInputElement> & { autoComplete?: string; maxLength?: number; type?: 'text' | 'password' }) {
  const { frame, control } = split(props);
  return <Frame {...frame}>{(own) => <input type="text" autoComplete="off" {...control} {...own} />}</Frame>;
}

/** Several lines. */
export function LongTextField({ rows = 4, ...props }: FieldProps<HTMLTextAreaElement> & { rows?: number }) {
  const { frame, control } = split(props);
  return <Frame {...frame}>{(own) => <textarea {...control} {...own} rows={rows} />}</Frame>;
}

/** A whole number as text: takes "1.250", has no spinner, and opens the digits on a phone. */
export function NumberField({ suffix, ...props }: FieldProps<HTMLInputElement> & { suffix?: string }) {
  const { frame, control } = split(props);
  return (
    <Frame {...frame} short suffix={suffix}>
      {(own) => <input type="text" inputMode="numeric" autoComplete="off" {...control} {...own} />}
    </Frame>
  );
}

/** A day as ngày/tháng/năm, the same in every browser; parse it with `parseDay`. */
export function DayField(props: FieldProps<HTMLInputElement>) {
  const { frame, control } = split(props);
  return (
    <Frame {...frame} short>
      {(own) => <input type="text" inputMode="numeric" autoComplete="off" placeholder={text.form.day} {...control} {...own} />}
    </Frame>
  );
}

export interface Choice {
  value: string;
  label: string;
}

/** One of a list, with the platform's own control. */
export function SelectField({ choices, ...props }: FieldProps<HTMLSelectElement> & { choices: Choice[] }) {
  const { frame, control } = split(props);
  return (
    <Frame {...frame} optional={false}>
      {(own) => (
        <select {...control} {...own}>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}

/** A search box for lists; a label is shown, never only a placeholder. */
export function SearchField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Frame label={label}>
      {(own) => <input type="search" autoComplete="off" value={value} onChange={(event) => onChange(event.currentTarget.value)} {...own} />}
    </Frame>
  );
}
