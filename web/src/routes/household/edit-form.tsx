import { useId, useRef, useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { draftKey } from '../../draft';
import { client } from '../../graphql/client';
import { sayOutcome, type ValueConflict } from '../../graphql/mutation';
import { useSession } from '../../session';
import { text } from '../../text/text';
import { edit as words } from '../../text/vi-household-edit';
import { Button } from '../../ui/button';
import { ErrorSummary, Form, FormActions, schemaResolver, summaryOf } from '../../ui/form';
import { toast } from '../../ui/toast';
import { Conflicts } from './edit-conflicts';
import { AfterEdit, ConfirmEdit } from './edit-confirm';
import { EditField } from './edit-field';
import { schemaOf, typedOf, versionedIn, type EditSpec, type Sent, type Typed } from './edit-spec';
import css from './household.module.css';
import { useTypedDraft } from './use-typed-draft';

interface EditFormProps {
  spec: EditSpec;
  /** Names the draft: what is changed of which household. */
  form: string;
  /** With the payload when it was saved, without when it was given up. */
  onClose: (payload?: unknown) => void;
}

/** One change: fields, refusals beside them and gathered on top, both values where two writers met, a draft of what was typed, and a last question before what cannot be undone. */
export function EditForm({ spec, form: name, onClose }: EditFormProps) {
  const { viewer } = useSession();
  const prefix = useId();
  const form = useForm<Typed, unknown, Sent>({ defaultValues: spec.initial, resolver: schemaResolver(schemaOf(spec.fields)), shouldFocusError: false });
  const draft = useTypedDraft(form, spec.keepsNoDraft ? null : draftKey(viewer, `ho:${name}`));
  const [conflicts, setConflicts] = useState<ValueConflict[]>([]);
  const [asked, setAsked] = useState<Sent>();
  const [after, setAfter] = useState<{ done: string; shown: ReactNode; payload: unknown }>();
  const [busy, setBusy] = useState(false);
  // What was read when the form began: the page behind may learn of another's change that nobody has been shown here.
  const version = useRef(spec.version ?? null);
  const { errors } = form.formState;
  const typed = form.watch();
  const shown = Object.entries(spec.fields).filter(([, field]) => field.kind !== 'version' && (field.when?.(typed) ?? true));

  const send = async (values: Sent): Promise<void> => {
    setConflicts([]);
    setBusy(true);
    const begun = form.formState.defaultValues ?? {};
    const changed = Object.fromEntries(Object.entries(values).filter(([field]) => form.getValues(field) !== begun[field]));
    const outcome = await spec.send(values, changed, version.current);
    setBusy(false);
    if (outcome.kind === 'done') return finish(values, outcome.payload);
    setAsked(undefined);
    if (outcome.kind === 'failed') return form.setError('root', { message: outcome.message });
    // Nothing was typed that could stand against another's value: what is to be confirmed has changed, and is looked at again first.
    if (outcome.conflicts.length > 0 && Object.keys(spec.fields).length === 0) {
      form.setError('root', { message: words.changedMeanwhile });
      return refresh();
    }
    // The server holds both values against each other; what the other writer left as it was begun with is no conflict, and goes with the next save.
    const touched = outcome.conflicts.filter(({ field, current }) => {
      const own = spec.fields[field];
      return !own || own.kind === 'version' || typedOf(own, current) !== begun[field];
    });
    setConflicts(touched.length > 0 ? touched : outcome.conflicts);
    // Both values are shown now, so that whoever sends again chooses to.
    version.current = (spec.rowIn ?? versionedIn)(outcome.payload as object)?.version ?? version.current;
    // The conflict says it better, field by field.
    const told = outcome.refusals.filter(({ code }) => outcome.conflicts.length === 0 || code !== 'CONFLICT');
    for (const { field, message } of told) {
      const own = field?.split('.').at(-1) ?? '';
      form.setError(own in spec.fields ? own : 'root', { message });
    }
    // What somebody else has changed meanwhile stands on the page behind the form.
    if (outcome.conflicts.some(({ field }) => spec.fields[field]?.kind === 'version')) await refresh();
  };
  const finish = async (values: Sent, payload: unknown): Promise<void> => {
    draft.forget();
    const { undo } = spec;
    const done = typeof spec.done === 'string' ? spec.done : spec.done(values);
    if (!spec.after) toast(done, undo && { undo: () => void undo(payload).then(async (undone) => sayOutcome(undone, words.undone) && refresh()) });
    if (spec.leave) return spec.leave();
    if (spec.after) setAfter({ done, shown: spec.after(payload), payload });
    await refresh();
    if (!spec.after) onClose(payload);
  };
  const take = ({ field: conflicted, current }: ValueConflict) => {
    const field = spec.fields[conflicted];
    if (field) form.setValue(conflicted, typedOf(field, current), { shouldDirty: true });
  };
  const drop = () => {
    draft.forget();
    onClose();
  };

  if (after) return <AfterEdit done={after.done} onClose={() => onClose(after.payload)}>{after.shown}</AfterEdit>;
  if (asked) return <ConfirmEdit spec={spec} values={asked} busy={busy} onConfirm={() => void send(asked)} onBack={() => setAsked(undefined)} />;
  return (
    <Form label={spec.title} onSubmit={() => void form.handleSubmit(async (values) => (spec.follows ? setAsked(values) : send(values)))()}>
      {spec.lead && <div>{spec.lead}</div>}
      <ErrorSummary items={summaryOf(errors, Object.keys(spec.fields), prefix)} attempt={form.formState.submitCount} />
      <Conflicts conflicts={conflicts} fields={spec.fields} onTake={take} onDone={setConflicts} />
      {shown.map(([key, field]) => (
        <EditField
          key={key} field={field} register={form.register(key)} id={`${prefix}-${key}`} error={errors[key]?.message} typed={typed}
          onChange={(value) => form.setValue(key, value, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })}
        />
      ))}
      <FormActions>
        <Button type="submit" kind="primary" busy={busy} disabledReason={conflicts.length > 0 ? words.chooseFirst : undefined}>
          {spec.follows ? words.goOn : spec.submit}
        </Button>
        <Button onClick={() => onClose()}>{text.control.close}</Button>
        {draft.note && (
          <Button kind="quiet" onClick={drop}>
            {text.form.dropDraft}
          </Button>
        )}
      </FormActions>
      <p role="status" className={css.soft}>
        {draft.note}
      </p>
    </Form>
  );
}

/** The page asks again for what it shows. */
const refresh = async (): Promise<void> => void (await client.refetchQueries({ include: 'active' }));
