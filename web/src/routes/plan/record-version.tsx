import { useId, useState } from 'react';
import { useCommand } from '../../graphql/mutation';
import { formatDay, parseDay } from '../../text/format';
import { text } from '../../text/text';
import { documentState, plan as words } from '../../text/vi-plan';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/confirm-dialog';
import { DayField, LongTextField, SelectField, TextField } from '../../ui/field';
import { ErrorSummary, Form, type SummaryItem } from '../../ui/form';
import { toast } from '../../ui/toast';
import { RecordPlanVersionDocument, type DocumentState } from './plan.generated';
import type { Plan } from './plan-page';

type Version = Plan['versions'][number];

/** A new state of the plan's document, once it has a number or was signed; the former states stay. */
export function RecordVersion({ plan, latest }: { plan: Plan; latest: Version }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {words.record}
      </Button>
      <Dialog title={words.record} open={open} onClose={() => setOpen(false)}>
        <VersionForm plan={plan} latest={latest} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function VersionForm({ plan, latest, onClose }: { plan: Plan; latest: Version; onClose: () => void }) {
  const prefix = useId();
  const record = useCommand(RecordPlanVersionDocument);
  const [typed, setTyped] = useState({
    state: latest.state === 'DRAFT' ? 'NUMBERED' : 'SIGNED',
    number: latest.number ?? '',
    day: latest.day ? formatDay(latest.day) : '',
    signer: latest.signer ?? '',
    note: '',
  });
  const [problems, setProblems] = useState<(SummaryItem & { field: string })[]>([]);
  const say = (field: string, message: string) => ({ field, message, fieldId: `${prefix}-${field}` });
  const field = (name: keyof typeof typed) => ({
    id: `${prefix}-${name}`,
    value: typed[name],
    error: problems.find((one) => one.field === name)?.message,
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  const save = async () => {
    const { state, number, signer, note } = typed;
    const day = parseDay(typed.day);
    const missing = [
      ...(number.trim() ? [] : [say('number', words.missingNumber)]),
      ...(day ? [] : [say('day', typed.day.trim() ? text.form.badDay : words.missingDay)]),
      ...(state === 'SIGNED' && !signer.trim() ? [say('signer', words.missingSigner)] : []),
    ];
    setProblems(missing);
    if (missing.length > 0) return;
    const input = { plan: plan.id, state: state as DocumentState, number: number.trim(), day, signer: signer.trim() || null, note: note.trim() || null };
    const outcome = await record.run({ input });
    if (outcome.kind === 'failed') return setProblems([{ field: '', message: outcome.message }]);
    if (outcome.kind === 'refused') return setProblems(outcome.refusals.map(({ field: name, message }) => say(name ?? 'state', message)));
    toast(words.saved);
    onClose();
  };
  const states = (['NUMBERED', 'SIGNED'] as const).filter((state) => !(latest.state === 'SIGNED' && state === 'NUMBERED'));
  return (
    <Form label={words.record} onSubmit={() => void save()}>
      <p>{words.recordLead}</p>
      <ErrorSummary items={problems} />
      <SelectField {...field('state')} label={words.state} choices={states.map((value) => ({ value, label: documentState[value] ?? value }))} />
      <TextField {...field('number')} label={words.numberOnly} required maxLength={100} />
      <DayField {...field('day')} label={words.day} required />
      <TextField {...field('signer')} label={words.signer} required={typed.state === 'SIGNED'} maxLength={200} />
      <LongTextField {...field('note')} label={words.note} rows={2} />
      <DialogActions>
        <Button type="submit" kind="primary" busy={record.busy}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{text.control.cancel}</Button>
      </DialogActions>
    </Form>
  );
}
