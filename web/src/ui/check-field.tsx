import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import { Checkbox } from '@mantine/core';
import css from './check-field.module.css';
import type { FieldProps } from './field';

/** Yes or no. */
export function CheckField({ label, hint, error, ...rest }: FieldProps<HTMLInputElement> & { checked?: boolean }) {
  return <Checkbox {...rest} value={undefined} label={label} description={hint} error={error} classNames={{ body: css.body, label: css.label, input: css.input, error: css.error }} />;
}
