import { useState } from 'react';
import { useCommand } from '../../graphql/mutation';
import { factor as words } from '../../text/vi-second-factor';
import { Button } from '../../ui/button';
import { ErrorSummary, Form, FormActions, type SummaryItem } from '../../ui/form';
import { toast } from '../../ui/toast';
import { CodeField, PasswordField } from './factor-field';
import { RemoveSecondFactorDocument } from './second-factor.generated';

export function RemoveForm({ onRemoved }: { onRemoved: () => void }) {
  const { run, busy } = useCommand(RemoveSecondFactorDocument);
  const [currentPassword, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [problems, setProblems] = useState<SummaryItem[]>([]);
  const remove = async () => {
    const missing = [...(currentPassword ? [] : [{ message: words.missingPassword, fieldId: 'mat-khau' }]), ...(code.trim() ? [] : [{ message: words.missingCode, fieldId: 'ma-xac-thuc' }])];
    setProblems(missing);
    if (missing.length > 0) return;
    const outcome = await run({ input: { currentPassword, code } });
    if (outcome.kind === 'failed') return setProblems([{ message: outcome.message }]);
    if (outcome.kind === 'refused') return setProblems(outcome.refusals.map(({ message }) => ({ message, fieldId: 'ma-xac-thuc' })));
    toast(words.removed);
    onRemoved();
  };
  return (
    <Form label={words.turnOff} onSubmit={() => void remove()}>
      <p>{words.turnOffLead}</p>
      <ErrorSummary items={problems} />
      <PasswordField value={currentPassword} onChange={setPassword} />
      <CodeField value={code} onChange={setCode} />
      <FormActions><Button type="submit" busy={busy}>{words.remove}</Button></FormActions>
    </Form>
  );
}
