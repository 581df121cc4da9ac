import { useState } from 'react';
import { useCommand } from '../../graphql/mutation';
import { factor as words } from '../../text/vi-second-factor';
import { Button } from '../../ui/button';
import { ErrorSummary, Form, FormActions, type SummaryItem } from '../../ui/form';
import { CodeField, PasswordField } from './factor-field';
import { BeginSecondFactorDocument, ConfirmSecondFactorDocument, type BeginSecondFactorMutation } from './second-factor.generated';
import css from './second-factor.module.css';

type Begun = BeginSecondFactorMutation['beginSecondFactor'];

/** Password, then the picture for the device, then the device's first code. */
export function SetUp({ onDone }: { onDone: (recoveryCodes: readonly string[]) => void }) {
  const [begun, setBegun] = useState<Begun>();
  return begun ? <Confirm begun={begun} onDone={onDone} /> : <Begin onBegun={setBegun} />;
}

function Begin({ onBegun }: { onBegun: (begun: Begun) => void }) {
  const { run, busy } = useCommand(BeginSecondFactorDocument);
  const [currentPassword, setPassword] = useState('');
  const [problems, setProblems] = useState<SummaryItem[]>([]);
  const begin = async () => {
    if (!currentPassword) return setProblems([{ message: words.missingPassword, fieldId: 'mat-khau' }]);
    const outcome = await run({ input: { currentPassword } });
    if (outcome.kind === 'done') return onBegun(outcome.payload);
    setProblems(outcome.kind === 'failed' ? [{ message: outcome.message }] : outcome.refusals.map(({ message }) => ({ message, fieldId: 'mat-khau' })));
  };
  return (
    <Form label={words.turnOn} onSubmit={() => void begin()}>
      <ErrorSummary items={problems} />
      <PasswordField value={currentPassword} onChange={setPassword} />
      <FormActions><Button kind="primary" type="submit" busy={busy}>{words.begin}</Button></FormActions>
    </Form>
  );
}

function Confirm({ begun: { secret, picture }, onDone }: { begun: Begun; onDone: (recoveryCodes: readonly string[]) => void }) {
  const { run, busy } = useCommand(ConfirmSecondFactorDocument);
  const [code, setCode] = useState('');
  const [problems, setProblems] = useState<SummaryItem[]>([]);
  const confirm = async () => {
    if (!code.trim()) return setProblems([{ message: words.missingCode, fieldId: 'ma-xac-thuc' }]);
    const outcome = await run({ input: { code } });
    if (outcome.kind === 'done') return onDone(outcome.payload.recoveryCodes);
    setProblems(outcome.kind === 'failed' ? [{ message: outcome.message }] : outcome.refusals.map(({ message }) => ({ message, fieldId: 'ma-xac-thuc' })));
  };
  return (
    <Form label={words.turnOn} onSubmit={() => void confirm()}>
      <ErrorSummary items={problems} />
      <h3>{words.scan}</h3>
      <p>{words.scanLead}</p>
      {picture && <img className={css.picture} src={`data:image/svg+xml,${encodeURIComponent(picture)}`} alt={words.picture} width={220} height={220} />}
      <p>{words.secret}: <code className={css.secret}>{secret?.match(/.{1,4}/g)?.join(' ')}</code></p>
      <h3>{words.enter}</h3>
      <CodeField value={code} onChange={setCode} />
      <FormActions><Button kind="primary" type="submit" busy={busy}>{words.confirm}</Button></FormActions>
    </Form>
  );
}
