import { useId, useState } from 'react';
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
import { EditField } from './edit-field';
import { schemaOf, typedOf, type EditSpec, type Sent, type Typed } from './edit-spec';
import css from './household.module.css';
import { useTypedDraft } from './use-typed-draft';

interface EditFormProps {
  spec: EditSpec;
  /** Names the draft: what is changed of which household. */
  form: string;
  /** With the payload when it was saved, without when it was given up. */
  onClose: (payload?: unknown) => void;
}

/** One change: fields, refusals beside them and gathered on top, both values where two writers met, and a draft of what was typed. */
export function EditForm({ spec, form: name, onClose }: EditFormProps) {
  const { viewer } = useSession();
  const prefix = useId();
  const form = useForm<Typed, unknown, Sent>({ defaultValues: spec.initial, resolver: schemaResolver(schemaOf(spec.fields)), shouldFocusError: false });
  const draft = useTypedDraft(form, spec.keepsNoDraft ? null : draftKey(viewer, `ho:${name}`));
  const [conflicts, setConflicts] = useState<ValueConflict[]>([]);
  const { errors, isSubmitting } = form.formState;
  const typed = form.watch();
  const shown = Object.entries(spec.fields).filter(([, field]) => field.when?.(typed) ?? true);

  const save = form.handleSubmit(async (values) => {
    setConflicts([]);
    const begun = form.formState.defaultValues ?? {};
    const changed = Object.fromEntries(Object.entries(values).filter(([field]) => form.getValues(field) !== begun[field]));
    const outcome = await spec.send(values, changed);
    if (outcome.kind === 'failed') return form.setError('root', { message: outcome.message });
    if (outcome.kind === 'refused') {
      setConflicts(outcome.conflicts);
      // The conflict says it better, field by field.
      const told = outcome.refusals.filter(({ code }) => outcome.conflicts.length === 0 || code !== 'CONFLICT');
      for (const { field, message } of told) {
        const own = field?.split('.').at(-1) ?? '';
        form.setError(own in spec.fields ? own : 'root', { message });
      }
      return;
    }
    draft.forget();
    const { undo } = spec;
    toast(spec.done, undo && { undo: () => void undo(outcome.payload).then(async (undone) => sayOutcome(undone, words.undone) && refresh()) });
    await refresh();
    onClose(outcome.payload);
  });
  const take = ({ field: conflicted, current }: ValueConflict) => {
    const field = spec.fields[conflicted];
    if (field) form.setValue(conflicted, typedOf(field, current), { shouldDirty: true });
  };
  const drop = () => {
    draft.forget();
    onClose();
  };
  return (
    <Form label={spec.title} onSubmit={() => void save()}>
      {spec.lead && <p>{spec.lead}</p>}
      <ErrorSummary items={summaryOf(errors, Object.keys(spec.fields), prefix)} />
      <Conflicts conflicts={conflicts} fields={spec.fields} onTake={take} onDone={setConflicts} />
      {shown.map(([key, field]) => (
        <EditField key={key} field={field} register={form.register(key)} id={`${prefix}-${key}`} error={errors[key]?.message} />
      ))}
      <FormActions>
        <Button type="submit" kind="primary" busy={isSubmitting} disabledReason={conflicts.length > 0 ? words.chooseFirst : undefined}>
          {spec.submit}
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
