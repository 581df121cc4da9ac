import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { targetOf } from '../../assignment/standing';
import { draftKey } from '../../draft';
import { useCommand, type ValueConflict } from '../../graphql/mutation';
import { useSession } from '../../session';
import { text } from '../../text/text';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/check-field';
import { DayField, LongTextField, NumberField, SelectField } from '../../ui/field';
import { ConflictPanel, ErrorSummary, Form, FormActions, schemaResolver, summaryOf } from '../../ui/form';
import { toast } from '../../ui/toast';
import type { OwnProps } from './own-assignment';
import { AddProgressEntryDocument, CorrectProgressEntryDocument, type EntryFragment } from './own-assignment.generated';
import { progressFields, progressSchema, startingValues, type ProgressOutput, type ProgressValues } from './progress-schema';
import css from './task-page.module.css';
import { useDraft } from './use-draft';

interface ProgressFormProps extends OwnProps {
  /** The entry that this one replaces; without it, a new entry. */
  corrects?: EntryFragment;
  onClose: () => void;
}

/** Enters or corrects progress. The draft stays on this device until it is saved; refusals stand beside their fields. */
export function ProgressForm({ assignment, task, corrects, onClose }: ProgressFormProps) {
  const { viewer, today } = useSession();
  const prefix = useId();
  const form = useForm<ProgressValues, unknown, ProgressOutput>({
    defaultValues: startingValues(today, corrects),
    resolver: schemaResolver(progressSchema(today)),
    shouldFocusError: false,
  });
  const draft = useDraft(form, draftKey(viewer, `${corrects ? 'dinh-chinh' : 'tien-do'}:${corrects?.id ?? assignment.id}`));
  const add = useCommand(AddProgressEntryDocument);
  const correct = useCommand(CorrectProgressEntryDocument);
  const [conflicts, setConflicts] = useState<ValueConflict[]>([]);
  const { errors } = form.formState;
  const message = (name: keyof ProgressValues) => errors[name]?.message;
  const field = (name: keyof ProgressValues) => ({ ...form.register(name), id: `${prefix}-${name}`, error: message(name) });

  const save = form.handleSubmit(async (values) => {
    setConflicts([]);
    const outcome = corrects
      ? await correct.run({ input: { id: corrects.id, ...values } })
      : await add.run({ input: { assignment: assignment.id, ...values } });
    if (outcome.kind === 'done') {
      draft.forget();
      toast(text.entry.saved);
      return onClose();
    }
    if (outcome.kind === 'failed') return form.setError('root', { message: outcome.message });
    setConflicts(outcome.conflicts);
    for (const { field: name, message: reason } of outcome.refusals) {
      const own = progressFields.find((known) => known === name?.split('.').at(-1));
      form.setError(own ?? 'root', { message: reason });
    }
  });
  const drop = () => {
    draft.forget();
    onClose();
  };
  const target = targetOf(assignment);
  const heading = corrects ? text.progress.correctTitle : text.progress.title;
  return (
    <div className={css.entering}>
      <h3>{heading}</h3>
      <Form label={heading} onSubmit={() => void save()}>
        <ErrorSummary items={summaryOf(errors, [...progressFields], prefix)} attempt={form.formState.submitCount} />
        {conflicts.length > 0 && (
          <ConflictPanel conflicts={conflicts} fieldName={fieldName} onKeep={() => void save()} onTake={drop} />
        )}
        {task.milestones.length > 1 && (
          <SelectField
            {...field('milestone')}
            label={text.progress.milestone}
            choices={[{ value: '', label: text.progress.noMilestone }, ...task.milestones.map(({ id, label }) => ({ value: id, label }))]}
          />
        )}
        <DayField {...field('asOfDay')} label={text.progress.asOfDay} required />
        <LongTextField {...field('done')} label={text.progress.done} hint={text.progress.doneHint} required />
        {target ? (
          <NumberField
            {...field('quantity')}
            label={text.progress.quantity(assignment.targetUnit ?? '')}
            hint={text.progress.quantityHint(target)}
          />
        ) : (
          <NumberField {...field('percent')} label={text.progress.percent} hint={text.progress.percentHint} suffix="%" />
        )}
        <LongTextField {...field('difficulty')} label={text.progress.difficulty} rows={2} />
        <LongTextField {...field('request')} label={text.progress.request} rows={2} />
        <CheckField {...form.register('isCompleted')} id={`${prefix}-isCompleted`} label={text.progress.completed} error={message('isCompleted')} />
        <FormActions>
          <Button type="submit" kind="primary" busy={add.busy || correct.busy}>
            {text.progress.submit}
          </Button>
          <Button onClick={onClose}>{text.control.close}</Button>
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
    </div>
  );
}

/** The words for a field that the server named in a conflict. */
function fieldName(field: string): string {
  const names: Record<string, string | undefined> = {
    asOfDay: text.progress.asOfDay,
    done: text.progress.done,
    difficulty: text.progress.difficulty,
    request: text.progress.request,
    percent: text.progress.percent,
    isCompleted: text.progress.completed,
    milestone: text.progress.milestone,
  };
  return names[field] ?? text.assignmentField[field] ?? field;
}
