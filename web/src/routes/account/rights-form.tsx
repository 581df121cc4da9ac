import { useId, useState } from 'react';
import { useCommand } from '../../graphql/mutation';
import { accounts, rights as words } from '../../text/vi-account';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/check-field';
import { LongTextField } from '../../ui/field';
import { ErrorSummary, Form, FormActions } from '../../ui/form';
import { toast } from '../../ui/toast';
import css from './account.module.css';
import { RequestRightsDocument } from './right-request.generated';
import type { PersonPost, Unit } from './terms';
import { useRefusals } from './use-refusals';

/** Asks a leader that a post may open more of the sensitive. */
export function RightsForm({ unit, name, post, onDone }: { unit: Unit; name: string; post: PersonPost; onDone: () => void }) {
  const prefix = useId();
  const [nouns, setNouns] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const { errors, items, attempt, take } = useRefusals(prefix, ['nouns', 'reason']);
  const { run, busy } = useCommand(RequestRightsDocument);
  const save = async () => {
    const outcome = await run({ input: { post: post.id, nouns, reason } });
    take(outcome);
    if (outcome.kind !== 'done') return;
    toast(accounts.asked);
    onDone();
  };
  return (
    <Form label={words.of(name)} onSubmit={() => void save()}>
      <ErrorSummary items={items} attempt={attempt} />
      <fieldset id={`${prefix}-nouns`} tabIndex={-1} className={css.picker}>
        <legend>{words.nouns}</legend>
        {errors.nouns && <p className={css.error}>{errors.nouns}</p>}
        {unit.sensitiveNouns.filter((noun) => !post.sensitiveNouns.includes(noun)).map((noun) => (
          <CheckField
            key={noun} label={words.noun[noun] ?? noun} checked={nouns.includes(noun)}
            onChange={(event) => setNouns(event.currentTarget.checked ? [...nouns, noun] : nouns.filter((one) => one !== noun))}
          />
        ))}
      </fieldset>
      <LongTextField id={`${prefix}-reason`} label={words.reason} required rows={3} value={reason} error={errors.reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <FormActions>
        <Button type="submit" kind="primary" busy={busy}>{words.submit}</Button>
        <Button onClick={onDone}>{accounts.close}</Button>
      </FormActions>
    </Form>
  );
}
