import { useEffect, useId, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { targetOf } from '../../assignment/standing';
import { EvidenceField } from '../../attachment/evidence-field';
import { useUploads } from '../../attachment/use-uploads';
import { draftKey } from '../../draft';
import { useCommand, type ValueConflict } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { text } from '../../text/text';
import { attachment } from '../../text/vi-attachment';
import { flow } from '../../text/vi-entry';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/check-field';
import { DayField, LongTextField, NumberField, SelectField } from '../../ui/field';
import { ConflictPanel, ErrorSummary, Form, FormActions, schemaResolver, summaryOf } from '../../ui/form';
import { Notice } from '../../ui/page';
import { toast } from '../../ui/toast';
import type { Asked, EntryFieldName } from './entry-way';
import type { OwnProps } from './own-assignment';
import { AddProgressEntryDocument, CorrectProgressEntryDocument, type EntryFragment } from './own-assignment.generated';
import { progressFields, progressSchema, startingValues, type ProgressOutput, type ProgressValues } from './progress-schema';
import css from './task-page.module.css';
import { useDraft } from './use-draft';

interface ProgressFormProps extends OwnProps {
  /** The entry that this one replaces; without it, a new entry. */
  corrects?: EntryFragment;
  /** What the entry was given back for, by field. */
  asked?: Asked;
  onClose: () => void;
}

/** Enters or corrects progress. The draft stays on this device until it is saved; refusals stand beside their fields. */
export function ProgressForm({ assignment, task, corrects, asked = {}, onClose }: ProgressFormProps) {
  const { viewer, today } = useSession();
  const isLeader = useCan('Mutation.signProgressEntry');
  const prefix = useId();
  const form = useForm<ProgressValues, unknown, ProgressOutput>({
    defaultValues: startingValues(today, corrects),
    resolver: schemaResolver(progressSchema(today)),
    shouldFocusError: false,
  });
  const draft = useDraft(form, draftKey(viewer, `${corrects ? 'dinh-chinh' : 'tien-do'}:${corrects?.id ?? assignment.id}`));
  const add = useCommand(AddProgressEntryDocument);
  const correct = useCommand(CorrectProgressEntryDocument);
  const uploads = useUploads({ assignment: assignment.id, purpose: 'EVIDENCE', most: 20, kept: corrects?.files });
  const [conflicts, setConflicts] = useState<ValueConflict[]>([]);
  const { errors } = form.formState;
  const top = useRef<HTMLHeadingElement>(null);
  // Opened by a link from another page it stands below what a phone shows first.
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'start' });
    top.current?.focus({ preventScroll: true });
  }, []);
  const message = (name: keyof ProgressValues) => errors[name]?.message;
  const field = (name: keyof ProgressValues) => ({ ...form.register(name), id: `${prefix}-${name}`, error: message(name) });

  const save = (send: boolean) => form.handleSubmit(async (values) => {
    setConflicts([]);
    const files = uploads.ids();
    if (!files) return form.setError('root', { message: attachment.unsent });
    const outcome = corrects
      ? await correct.run({ input: { id: corrects.id, ...values, files, send } })
      : await add.run({ input: { assignment: assignment.id, ...values, files, send } });
    if (outcome.kind === 'done') {
      draft.forget();
      toast(!send ? flow.draftSaved : isLeader ? flow.sent : flow.submitted);
      return onClose();
    }
    if (outcome.kind === 'failed') return form.setError('root', { message: outcome.message });
    setConflicts(outcome.conflicts);
    for (const { field: name, message: reason } of outcome.refusals) {
      const own = progressFields.find((known) => known === name?.split('.').at(-1));
      form.setError(own ?? 'root', { message: reason });
    }
  })();
  const drop = () => {
    draft.forget();
    onClose();
  };
  const target = targetOf(assignment);
  const isAsked = Object.keys(asked).length > 0;
  const heading = isAsked ? flow.completing : !corrects ? text.progress.title : corrects.state === 'SIGNED' ? text.progress.correctTitle : flow.editing;
  /** What is asked of a field stands at it, with the field's own hint. */
  const hinted = (name: EntryFieldName, hint?: string) => (asked[name] ? <><strong className={css.askedWhy}>{flow.asked(asked[name])}</strong> {hint}</> : hint);
  const marked = (name: EntryFieldName) => (asked[name] ? css.asked : undefined);
  return (
    <div className={css.entering}>
      <h3 ref={top} tabIndex={-1}>{heading}</h3>
      <Form label={heading} onSubmit={() => void save(true)}>
        <ErrorSummary items={summaryOf(errors, [...progressFields], prefix)} attempt={form.formState.submitCount} />
        {conflicts.length > 0 && (
          <ConflictPanel conflicts={conflicts} fieldName={fieldName} onKeep={() => void save(true)} onTake={drop} />
        )}
        {isAsked && <Notice title={flow.giveBack}>{flow.askedTop}</Notice>}
        {task.milestones.length > 1 && (
          <div className={marked('MILESTONE')}>
            <SelectField
              {...field('milestone')}
              label={text.progress.milestone}
              hint={hinted('MILESTONE')}
              choices={[{ value: '', label: text.progress.noMilestone }, ...task.milestones.map(({ id, label }) => ({ value: id, label }))]}
            />
          </div>
        )}
        <div className={marked('AS_OF_DAY')}>
          <DayField {...field('asOfDay')} label={text.progress.asOfDay} hint={hinted('AS_OF_DAY')} required />
        </div>
        <div className={marked('DONE')}>
          <LongTextField {...field('done')} label={text.progress.done} hint={hinted('DONE', text.progress.doneHint)} required />
        </div>
        {target ? (
          <div className={marked('QUANTITY')}>
            <NumberField
              {...field('quantity')}
              label={text.progress.quantity(assignment.targetUnit ?? '')}
              hint={hinted('QUANTITY', text.progress.quantityHint(target))}
            />
          </div>
        ) : (
          <div className={marked('PERCENT')}>
            <NumberField {...field('percent')} label={text.progress.percent} hint={hinted('PERCENT', text.progress.percentHint)} suffix="%" />
          </div>
        )}
        <div className={marked('DIFFICULTY')}>
          <LongTextField {...field('difficulty')} label={text.progress.difficulty} hint={hinted('DIFFICULTY')} rows={2} />
        </div>
        <div className={marked('REQUEST')}>
          <LongTextField {...field('request')} label={text.progress.request} hint={hinted('REQUEST')} rows={2} />
        </div>
        <div className={marked('FILES')}>
          <EvidenceField uploads={uploads} hint={hinted('FILES', attachment.evidenceHint)} />
        </div>
        <div className={marked('IS_COMPLETED')}>
          <CheckField {...form.register('isCompleted')} id={`${prefix}-isCompleted`} label={text.progress.completed} hint={hinted('IS_COMPLETED')} error={message('isCompleted')} />
        </div>
        <FormActions>
          <Button type="submit" kind="primary" busy={add.busy || correct.busy}>
            {isLeader ? flow.signAndSend : flow.submit}
          </Button>
          <Button disabled={add.busy || correct.busy} onClick={() => void save(false)}>
            {flow.saveDraft}
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
