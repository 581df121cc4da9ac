import { factor as words } from '../../text/vi-second-factor';
import { TextField } from '../../ui/field';

interface Typed { value: string; onChange: (value: string) => void }

/** What is typed is not shown; password managers may fill it in. */
export function PasswordField({ value, onChange, id = 'mat-khau' }: Typed & { id?: string }) {
  return <TextField id={id} label={words.password} required type="password" autoComplete="current-password" maxLength={128} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
}

export function CodeField({ value, onChange }: Typed) {
  return <TextField id="ma-xac-thuc" label={words.code} required autoComplete="one-time-code" maxLength={20} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
}
