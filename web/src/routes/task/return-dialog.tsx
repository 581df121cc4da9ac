import { useId, useState } from 'react';
import { useCommand, type Outcome } from '../../graphql/mutation';
import { formatDay, formatNumber, formatPercent } from '../../text/format';
import { text } from '../../text/text';
import { entryField, flow } from '../../text/vi-entry';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/check-field';
import { Dialog, DialogActions } from '../../ui/confirm-dialog';
import { LongTextField } from '../../ui/field';
import { ErrorSummary, Form } from '../../ui/form';
import { toast } from '../../ui/toast';
import { ReturnProgressEntryDocument, SendBackProgressEntryDocument } from './entry-flow.generated';
import type { EntryFieldName } from './entry-way';
import type { OwnProps } from './own-assignment';
import type { EntryFragment } from './own-assignment.generated';
import css from './task-page.module.css';

interface Props {
  entry: EntryFragment;
  onClose: () => void;
}

/** What a refused write says, one line each; empty when it was done. */
const refusalsOf = (outcome: Outcome<unknown>): string[] =>
  outcome.kind === 'done' ? [] : outcome.kind === 'failed' ? [outcome.message] : outcome.refusals.map(({ message }) => message);

/** Gives a signed entry back: which of its fields are to be completed, with a reason each. */
export function ReturnDialog({ entry, assignment, onClose }: Props & Pick<OwnProps, 'assignment'>) {
  const prefix = useId();
  const [reasons, setReasons] = useState<Partial<Record<EntryFieldName, string>>>({});
  const [wrong, setWrong] = useState<{ fieldId?: string; message: string }[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { run, busy } = useCommand(ReturnProgressEntryDocument);
  const chosen = fieldsOf(assignment).filter((field) => reasons[field] !== undefined);
  const check = (field: EntryFieldName, on: boolean) => setReasons(({ [field]: _, ...others }) => (on ? { ...others, [field]: '' } : others));
  const send = async () => {
    setAttempt((count) => count + 1);
    if (chosen.length === 0) return setWrong([{ fieldId: `${prefix}-${fieldsOf(assignment)[0]}`, message: flow.giveBackNone }]);
    const missing = chosen.filter((field) => !reasons[field]?.trim());
    if (missing.length > 0) return setWrong(missing.map((field) => ({ fieldId: `${prefix}-${field}-reason`, message: flow.giveBackMissing(entryField[field]) })));
    const outcome = await run({ input: { id: entry.id, reasons: chosen.map((field) => ({ field, reason: reasons[field]!.normalize('NFC') })) } });
    if (outcome.kind !== 'done') return setWrong(refusalsOf(outcome).map((message) => ({ message })));
    toast(flow.givenBack);
    onClose();
  };
  return (
    <Dialog title={flow.giveBack} open onClose={onClose}>
      <Form label={flow.giveBack} onSubmit={() => void send()}>
        <p>{flow.giveBackLead}</p>
        <ErrorSummary items={wrong} attempt={attempt} />
        <fieldset className={css.choices}>
          <legend>{flow.giveBackFields}</legend>
          {fieldsOf(assignment).map((field) => (
            <div key={field}>
              <CheckField
                id={`${prefix}-${field}`}
                label={entryField[field]}
                hint={reasons[field] === undefined ? undefined : shown(entry, field)}
                checked={reasons[field] !== undefined}
                onChange={(event) => check(field, event.currentTarget.checked)}
              />
              {reasons[field] !== undefined && (
                <LongTextField
                  id={`${prefix}-${field}-reason`}
                  label={flow.giveBackReason(entryField[field])}
                  rows={2}
                  required
                  value={reasons[field]}
                  onChange={(event) => setReasons({ ...reasons, [field]: event.currentTarget.value })}
                />
              )}
            </div>
          ))}
        </fieldset>
        <DialogActions>
          <Button type="submit" kind="primary" busy={busy}>
            {flow.giveBack}
          </Button>
          <Button onClick={onClose}>{text.control.cancel}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** The leader's way back: one note for the officer. */
export function SendBackDialog({ entry, onClose }: Props) {
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const { run, busy } = useCommand(SendBackProgressEntryDocument);
  const send = async () => {
    if (!note.trim()) return setError(flow.sendBackMissing);
    const outcome = await run({ input: { id: entry.id, note: note.normalize('NFC') } });
    if (outcome.kind !== 'done') return setError(refusalsOf(outcome).join(' '));
    toast(flow.sentBack);
    onClose();
  };
  return (
    <Dialog title={flow.sendBackTitle} open onClose={onClose}>
      <Form label={flow.sendBackTitle} onSubmit={() => void send()}>
        <p className={css.written}>{entry.done}</p>
        <LongTextField label={flow.sendBackNote} rows={3} required value={note} error={error} onChange={(event) => setNote(event.currentTarget.value)} />
        <DialogActions>
          <Button type="submit" kind="primary" busy={busy}>
            {flow.sendBack}
          </Button>
          <Button onClick={onClose}>{text.control.cancel}</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** What an entry of this assignment has: a number where it has a target, a share where it has none. */
const fieldsOf = ({ targetValue }: OwnProps['assignment']): EntryFieldName[] =>
  ['DONE', targetValue === null ? 'PERCENT' : 'QUANTITY', 'FILES', 'MILESTONE', 'AS_OF_DAY', 'DIFFICULTY', 'REQUEST', 'IS_COMPLETED'];

/** What stands there now, so that the reason can speak of it. */
function shown(entry: EntryFragment, field: EntryFieldName): string | undefined {
  const values: Partial<Record<EntryFieldName, string | null | undefined>> = {
    DONE: entry.done, DIFFICULTY: entry.difficulty ?? text.hidden.none, REQUEST: entry.request ?? text.hidden.none, MILESTONE: entry.milestone?.label ?? text.progress.noMilestone,
    AS_OF_DAY: formatDay(entry.asOfDay), QUANTITY: entry.quantity === null ? text.hidden.none : formatNumber(entry.quantity), PERCENT: entry.percent === null ? text.hidden.none : formatPercent(entry.percent),
  };
  const value = values[field];
  return value && value.length > 160 ? `${value.slice(0, 160)}…` : value ?? undefined;
}
