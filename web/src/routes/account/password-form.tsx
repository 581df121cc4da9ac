import { useId, useState } from 'react';
import { useCommand } from '../../graphql/mutation';
import { ownAccount as words } from '../../text/vi-account';
import { Button } from '../../ui/button';
import { ErrorSummary, Form, FormActions } from '../../ui/form';
import { toast } from '../../ui/toast';
import css from './account.module.css';
import { ChangeOwnPasswordDocument } from './own-account.generated';
import { useRefusals } from './use-refusals';

const fields = ['currentPassword', 'newPassword', 'repeat'];

/** Changes one's password; the other sign-ins end with it. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const prefix = useId();
  const [typed, setTyped] = useState({ currentPassword: '', newPassword: '', repeat: '' });
  const { errors, items, attempt, show, take } = useRefusals(prefix, fields);
  const { run, busy } = useCommand(ChangeOwnPasswordDocument);
  const save = async () => {
    const { currentPassword, newPassword, repeat } = typed;
    if (newPassword !== repeat) return show({ repeat: words.differs });
    const outcome = await run({ input: { currentPassword, newPassword } });
    take(outcome);
    if (outcome.kind !== 'done') return;
    setTyped({ currentPassword: '', newPassword: '', repeat: '' });
    toast(words.changed);
    onDone();
  };
  const secret = (name: keyof typeof typed, label: string, autoComplete: string, hint?: string) => (
    <label className={css.secret} htmlFor={`${prefix}-${name}`}>
      {label}
      {hint && <span className={css.soft}>{hint}</span>}
      <input id={`${prefix}-${name}`} type="password" autoComplete={autoComplete} value={typed[name]} aria-invalid={Boolean(errors[name])} onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })} />
      {errors[name] && <span className={css.error}>{errors[name]}</span>}
    </label>
  );
  return (
    <Form label={words.password} onSubmit={() => void save()}>
      <ErrorSummary items={items} attempt={attempt} />
      {secret('currentPassword', words.currentPassword, 'current-password')}
      {secret('newPassword', words.next, 'new-password', words.nextHint)}
      {secret('repeat', words.repeat, 'new-password')}
      <FormActions><Button type="submit" kind="primary" busy={busy}>{words.change}</Button></FormActions>
    </Form>
  );
}
