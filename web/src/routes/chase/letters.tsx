import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useCommand, type Refusal } from '../../graphql/mutation';
import { chase as words } from '../../text/vi-chase';
import { Button } from '../../ui/button';
import { ConfirmDialog, DialogActions } from '../../ui/confirm-dialog';
import { LongTextField } from '../../ui/field';
import { ErrorSummary } from '../../ui/form';
import { Notice, Section } from '../../ui/page';
import { StatusTag } from '../../ui/status-tag';
import { toast } from '../../ui/toast';
import type { LateUnit } from './chase-filters';
import { LettersPreviewDocument, SendRemindersDocument } from './chase.generated';
import css from './chase.module.css';

interface LettersProps {
  units: readonly LateUnit[];
  template: string;
  onDrop: (ids: ReadonlySet<string>) => void;
  onBack: () => void;
  onSent: () => void;
}

/** The letters word for word before they go; each may be put in words of its own. All go or none. */
export function Letters({ units, template, onDrop, onBack, onSent }: LettersProps) {
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({});
  const [asking, setAsking] = useState(false);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const plain = { template, letters: units.map(({ id, works }) => ({ unit: id, assignments: works.map(({ assignment }) => assignment) })) };
  const result = useQuery(LettersPreviewDocument, { variables: { input: plain }, fetchPolicy: 'network-only' });
  const sending = useCommand(SendRemindersDocument);
  const previewed = result.data?.previewReminders, repeated = new Set(previewed?.letters.filter(({ isRepeated }) => isRepeated).map(({ unit }) => unit));
  const send = async (again: boolean) => {
    const letters = plain.letters.map((letter) => ({ ...letter, ...(own[letter.unit]?.trim() && { message: own[letter.unit] }) }));
    const outcome = await sending.run({ input: { template, letters, again } });
    setAsking(false);
    if (outcome.kind === 'done') {
      toast(words.sent(outcome.payload.count));
      onSent();
    } else setRefusals(outcome.kind === 'failed' ? [{ field: null, code: '', message: outcome.message }] : outcome.refusals);
  };
  return (
    <Section title={words.previewTitle} count={units.length} bare>
      <p className={css.soft}>{words.previewLead}</p>
      <ErrorSummary items={[...(previewed?.userErrors ?? []), ...refusals].map(({ message }) => ({ message }))} />
      {repeated.size > 0 && (
        <Notice>
          {words.repeatedLead(repeated.size)} {repeated.size < units.length && <Button small onClick={() => onDrop(repeated)}>{words.drop}</Button>}
        </Notice>
      )}
      <Answer result={result} data={previewed} rows={4} rowHeight={120}>
        {({ letters }) => (
          <ul className={css.letters}>
            {letters.map(({ unit, message, isRepeated }) => (
              <Letter key={unit} name={units.find(({ id }) => id === unit)?.name ?? ''} message={message} isRepeated={isRepeated} own={own[unit]} onOwn={(value) => setOwn({ ...own, [unit]: value })} />
            ))}
          </ul>
        )}
      </Answer>
      <DialogActions>
        <Button kind="primary" busy={sending.busy} disabled={!previewed || previewed.letters.length === 0} onClick={() => (repeated.size > 0 ? setAsking(true) : void send(false))}>
          {words.send(units.length)}
        </Button>
        <Button onClick={onBack}>{words.back}</Button>
      </DialogActions>
      <ConfirmDialog title={words.askAgain} open={asking} confirm={words.sendAgain} busy={sending.busy} onConfirm={() => void send(true)} onClose={() => setAsking(false)}>
        <p>{words.repeatedLead(repeated.size)}</p>
      </ConfirmDialog>
    </Section>
  );
}

function Letter({ name, message, isRepeated, own, onOwn }: { name: string; message: string; isRepeated: boolean; own: string | undefined; onOwn: (value: string) => void }) {
  const tags = [isRepeated && <StatusTag key="repeated" tone="risk" label={words.repeated} />, own !== undefined && own !== message && <StatusTag key="own" tone="quiet" label={words.own} />];
  return (
    <li className={css.letter}>
      <div className={css.letterHead}>
        <h3>{name}</h3>
        <span>{tags}</span>
      </div>
      {own === undefined ? (
        <>
          <p className={css.message}>{message}</p>
          <div><Button small label={`${words.edit}: ${name}`} onClick={() => onOwn(message)}>{words.edit}</Button></div>
        </>
      ) : (
        <LongTextField label={words.editOf(name)} required rows={7} value={own} onChange={(event) => onOwn(event.currentTarget.value)} />
      )}
    </li>
  );
}
