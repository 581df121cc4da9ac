import { useQuery } from '@apollo/client/react';
import { useId } from 'react';
import { draftKey } from '../../draft';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { formatDay, formatNumber, parseDay } from '../../text/format';
import { text } from '../../text/text';
import { ask as words, requestKind } from '../../text/vi-unit-request';
import { Button } from '../../ui/button';
import { DayField, LongTextField, SelectField, TextField } from '../../ui/field';
import { ConflictPanel, ErrorSummary, Form, FormActions } from '../../ui/form';
import { Section } from '../../ui/page';
import { toast } from '../../ui/toast';
import { ChangeUnitRequestDocument, CreateUnitRequestDocument, SendUnitRequestDocument } from './request-step.generated';
import { RequestAboutDocument, type RequestAboutQuery } from './request-story.generated';
import { UnitChoice, useUnits } from './unit-choice';
import type { UnitRequestLineFragment } from './unit-request.generated';
import css from './unit-request.module.css';
import { useFields } from './use-fields';

type Kind = UnitRequestLineFragment['kind'];
interface Asked extends Record<string, string> { kind: string; toUnit: string; assignment: string; subject: string; text: string; askedDay: string; dueDay: string }

const empty: Asked = { kind: 'RECOMMENDATION', toUnit: '', assignment: '', subject: '', text: '', askedDay: '', dueDay: '' };
const kindsOf = (secretariat: boolean) => (Object.keys(requestKind) as Kind[]).filter((kind) => !secretariat || kind !== 'EXTENSION');

interface AskFormProps {
  start: Partial<Asked>;
  /** Names the draft on this device. */
  draft: string;
  /** The draft that is written anew. */
  changes?: { id: string; version: number; task: string | null };
  onDone: (id: string) => void;
  onClose: () => void;
}

/** Writes down what to ask, or a draft anew; a leader may send it at once. What is typed is kept on this device. */
export function AskForm({ start, draft, changes, onDone, onClose }: AskFormProps) {
  const { viewer, today } = useSession();
  const prefix = useId();
  const maySend = useCan('Mutation.sendUnitRequest');
  const { data } = useQuery(RequestAboutDocument, { variables: { unit: viewer.unit.id } });
  const { units } = useUnits();
  const form = useFields<Asked>({ ...empty, ...start } as Asked, draftKey(viewer, draft), prefix);
  const create = useCommand(CreateUnitRequestDocument), change = useCommand(ChangeUnitRequestDocument), send = useCommand(SendUnitRequestDocument);
  const { values, field, errors } = form;
  const isExtension = values.kind === 'EXTENSION';
  // An extension is the secretariat's to grant, so it goes there unless somebody says otherwise.
  const toUnit = values.toUnit || (isExtension ? (units?.find(({ kind }) => kind === 'secretariat')?.id ?? '') : '');
  const rule = data && ruleOf(data, values.kind, today);
  const work = data?.assignments.nodes.filter(({ validTo, doneOn }) => (validTo === null || validTo >= today) && (!isExtension || doneOn === null)) ?? [];
  const about = work.find(({ id }) => id === values.assignment);
  const current = about?.extendedTo ?? about?.dueDay;

  const save = async (andSend: boolean) => {
    form.clearConflicts();
    const askedDay = isExtension && values.askedDay.trim() ? parseDay(values.askedDay) : null, dueDay = values.dueDay.trim() ? parseDay(values.dueDay) : null;
    const wrong = { ...(!toUnit && { toUnit: words.missingUnit }), ...(isExtension && values.askedDay.trim() && !askedDay && { askedDay: words.badDay }), ...(values.dueDay.trim() && !dueDay && { dueDay: words.badDay }) };
    // What cannot be sent as it is: the server would say what else is missing, so that is said here.
    if (Object.keys(wrong).length > 0) {
      return form.refuse({
        ...(isExtension && !values.assignment && !changes?.task && { assignment: words.missingTask }), ...(!values.subject.trim() && { subject: words.missingSubject }),
        ...(!values.text.trim() && { text: words.missingText }), ...(isExtension && !askedDay && { askedDay: words.missingDay }), ...wrong,
      });
    }
    const input = {
      kind: values.kind as Kind, toUnit, subject: values.subject, text: values.text, assignment: values.assignment || null, askedDay, dueDay,
      ...(changes?.task && !values.assignment && { task: changes.task }),
    };
    const outcome = changes ? await change.run({ input: { id: changes.id, version: changes.version, ...input } }) : await create.run({ input });
    if (!form.settle(outcome) || !outcome.payload.unitRequest) return;
    const { id, version } = outcome.payload.unitRequest;
    form.forget();
    if (andSend) sayOutcome(await send.run({ input: { id, version } }), words.sent);
    else toast(words.saved);
    onDone(id);
  };
  const drop = () => {
    form.forget();
    onClose();
  };
  const busy = create.busy || change.busy || send.busy;
  const title = changes ? words.editTitle : words.form;
  return (
    <Section title={title}>
      <Form label={title} onSubmit={() => void save(false)}>
        <ErrorSummary items={form.summary} attempt={form.attempt} />
        {form.conflicts.length > 0 && <ConflictPanel conflicts={form.conflicts} fieldName={(name) => words.fields[name] ?? name} onKeep={form.clearConflicts} onTake={drop} />}
        <SelectField {...field('kind')} label={words.kind} choices={kindsOf(viewer.portalKind === 'secretariat').map((value) => ({ value, label: requestKind[value] }))} />
        <UnitChoice id={`${prefix}-toUnit`} label={words.toUnit} value={toUnit} error={errors.toUnit} onChange={(unit) => form.put({ toUnit: unit })} />
        <SelectField
          {...field('assignment')} label={words.task}
          choices={[{ value: '', label: isExtension ? words.chooseTask : words.noTask }, ...work.map(({ id, task }) => ({ value: id, label: `${task.code}. ${task.title}` }))]}
        />
        <TextField {...field('subject')} label={words.subject} hint={words.subjectHint} maxLength={200} required />
        <LongTextField {...field('text')} label={words.text} hint={words.textHint} rows={6} required />
        {isExtension && <DayField {...field('askedDay')} label={words.askedDay} hint={current ? words.askedHint(formatDay(current)) : undefined} required />}
        <DayField {...field('dueDay')} label={words.dueDay} hint={rule && words.dueHint(formatDay(rule.earliestDueDay), words.rule(formatNumber(rule.days), rule.countsWorkingDays))} />
        <FormActions>
          {maySend && <Button kind="primary" busy={busy} onClick={() => void save(true)}>{words.send}</Button>}
          <Button type="submit" kind={maySend ? 'secondary' : 'primary'} busy={busy}>{words.save}</Button>
          <Button onClick={onClose}>{text.control.close}</Button>
          {form.note && <Button kind="quiet" onClick={drop}>{text.form.dropDraft}</Button>}
        </FormActions>
        <p role="status" className={css.soft}>{form.note}</p>
      </Form>
    </Section>
  );
}

/** The rule for a kind that holds on a day. */
const ruleOf = ({ unitRequestRules }: RequestAboutQuery, kind: string, day: string) =>
  unitRequestRules.filter((rule) => rule.kind === kind && rule.validFrom <= day && (rule.validTo === null || rule.validTo >= day)).sort((a, b) => b.validFrom.localeCompare(a.validFrom))[0];
