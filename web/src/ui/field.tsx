import '@mantine/core/styles/Input.css';
import { InputBase, NativeSelect, TextInput } from '@mantine/core';
import type { ChangeEventHandler, FocusEventHandler, Ref } from 'react';
import { text } from '../text/text';
import css from './field.module.css';

/** What every field takes; `register(name)` of react-hook-form spreads into it. */
export interface FieldProps<E extends HTMLElement> {
  label: string;
  hint?: string;
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

const look = { classNames: { root: css.field, input: css.input, label: css.label, description: css.hint, error: css.error } };

function common<E extends HTMLElement>({ hint, required, label, ...rest }: FieldProps<E>) {
  return {
    ...rest,
    ...look,
    description: hint,
    required,
    withAsterisk: false,
    label: required ? label : (<>{label} <span className={css.optional}>({text.control.optional})</span></>),
  };
}

/** One line of text. */
export function TextField(props: FieldProps<HTMLInputElement> & { autoComplete?: string; maxLength?: number }) {
  return <TextInput {...common(props)} autoComplete={props.autoComplete ?? 'off'} maxLength={props.maxLength} />;
}

/** Several lines. */
export function LongTextField({ rows = 4, ...props }: FieldProps<HTMLTextAreaElement> & { rows?: number }) {
  return <InputBase component="textarea" multiline {...common(props)} rows={rows} />;
}

/** A whole number as text: takes "1.250", has no spinner, and opens the digits on a phone. */
export function NumberField({ suffix, ...props }: FieldProps<HTMLInputElement> & { suffix?: string }) {
  return (
    <TextInput
      {...common(props)}
      inputMode="numeric"
      autoComplete="off"
      classNames={{ ...look.classNames, wrapper: css.short }}
      rightSection={suffix && <span>{suffix}</span>}
    />
  );
}

/** A day as ngày/tháng/năm, the same in every browser; parse it with `parseDay`. */
export function DayField(props: FieldProps<HTMLInputElement>) {
  return (
    <TextInput
      {...common(props)}
      inputMode="numeric"
      autoComplete="off"
      placeholder={text.form.day}
      classNames={{ ...look.classNames, wrapper: css.short }}
    />
  );
}

export interface Choice {
  value: string;
  label: string;
}

/** One of a list, with the platform's own control. */
export function SelectField({ choices, ...props }: FieldProps<HTMLSelectElement> & { choices: Choice[] }) {
  return <NativeSelect {...common({ ...props, required: true })} required={props.required} data={choices} />;
}

/** A search box for lists; a label is shown, never only a placeholder. */
export function SearchField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      type="search"
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      classNames={look.classNames}
      autoComplete="off"
    />
  );
}
