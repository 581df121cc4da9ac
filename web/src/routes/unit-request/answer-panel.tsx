import { useId } from 'react';
import { draftKey } from '../../draft';
import { useCommand } from '../../graphql/mutation';
import { client } from '../../graphql/client';
import { useCan, useSession } from '../../session';
import { formatDay, formatInstant, parseDay } from '../../text/format';
import { text } from '../../text/text';
import { answer as words, ask } from '../../text/vi-unit-request';
import { Button } from '../../ui/button';
import { ChoiceBar } from '../../ui/choice-bar';
import { DayField, LongTextField } from '../../ui/field';
import { ConflictPanel, ErrorSummary, Form, FormActions } from '../../ui/form';
import { Section } from '../../ui/page';
import { toast } from '../../ui/toast';
import { AnswerUnitRequestDocument, DeclineUnitRequestDocument, ForwardUnitRequestDocument, SaveAnswerDraftDocument } from './request-step.generated';
import { RequestStoryDocument, type UnitRequestStoryFragment } from './request-story.generated';
import { UnitChoice } from './unit-choice';
import css from './unit-request.module.css';
import { useFields } from './use-fields';

type Way = 'ANSWERED' | 'DECLINED' | 'FORWARDED';
const ways: readonly Way[] = ['ANSWERED', 'DECLINED', 'FORWARDED'];
interface Answered extends Record<string, string> { way: string; answer: string; grantedDay: string; toUnit: string; reason: string }

/** Answers what lies with the unit: an officer keeps a draft, a leader signs and sends, declines with the reason or hands it on. */
export function AnswerPanel({ request }: { request: UnitRequestStoryFragment }) {
  const { viewer } = useSession();
  const prefix = useId();
  const maySend = useCan('Mutation.answerUnitRequest');
  const { id, version, kind, askedDay, unit, answerDrafts: [draft] } = request;
  const isExtension = kind === 'EXTENSION', mayGrant = !isExtension || viewer.portalKind === 'secretariat';
  const form = useFields<Answered>(
    { way: draft?.outcome ?? (mayGrant ? 'ANSWERED' : 'FORWARDED'), answer: draft?.answer ?? '', grantedDay: draft?.grantedDay ? formatDay(draft.grantedDay) : askedDay ? formatDay(askedDay) : '', toUnit: '', reason: '' },
    draftKey(viewer, `tra-loi:${id}:${draft?.version ?? 0}`), prefix,
  );
  const save = useCommand(SaveAnswerDraftDocument), give = useCommand(AnswerUnitRequestDocument), decline = useCommand(DeclineUnitRequestDocument), forward = useCommand(ForwardUnitRequestDocument);
  const { values, field } = form;
  const way = ways.find((one) => one === values.way && (maySend || one !== 'FORWARDED')) ?? 'ANSWERED';
  const isGrant = isExtension && way === 'ANSWERED' && mayGrant;
  const granted = () => (isGrant ? parseDay(values.grantedDay) : null);
  const isBadDay = () => {
    const isBad = isGrant && values.grantedDay.trim() !== '' && granted() === null;
    if (isBad) form.refuse({ grantedDay: ask.badDay });
    return isBad;
  };
  const keep = async () => {
    form.clearConflicts();
    if (isBadDay()) return;
    const outcome = await save.run({ input: { request: id, version: draft?.version ?? null, outcome: way === 'DECLINED' ? 'DECLINED' : 'ANSWERED', answer: values.answer, grantedDay: granted() } });
    if (!form.settle(outcome)) return;
    form.forget();
    toast(words.saved);
    await client.refetchQueries({ include: [RequestStoryDocument] });
  };
  const finish = async () => {
    form.clearConflicts();
    if (isBadDay()) return;
    if (way === 'FORWARDED' && !values.toUnit) return form.refuse({ toUnit: ask.missingUnit });
    const step = { id, version };
    // Of a decline the server speaks of the reason, which is typed in the place of the answer.
    const outcome = way === 'ANSWERED' ? await give.run({ input: { ...step, answer: values.answer, grantedDay: granted() } })
      : way === 'DECLINED' ? await decline.run({ input: { ...step, reason: values.answer } }) : await forward.run({ input: { ...step, toUnit: values.toUnit, reason: values.reason } });
    if (!form.settle(way === 'DECLINED' && outcome.kind === 'refused' ? { ...outcome, refusals: outcome.refusals.map((one) => (one.field === 'reason' ? { ...one, field: 'answer' } : one)) } : outcome)) return;
    form.forget();
    toast(way === 'FORWARDED' ? words.forwarded : words.sent);
  };
  const take = () => {
    form.forget();
    void client.refetchQueries({ include: [RequestStoryDocument] });
    form.clearConflicts();
  };
  const isBusy = save.busy || give.busy || decline.busy || forward.busy;
  const isForward = way === 'FORWARDED';
  return (
    <Section title={words.title} id="tra-loi">
      <Form label={words.title} onSubmit={() => void (maySend ? finish() : keep())}>
        <ErrorSummary items={form.summary} attempt={form.attempt} />
        {form.conflicts.length > 0 && <ConflictPanel conflicts={form.conflicts} fieldName={(name) => ask.fields[name] ?? name} onKeep={form.clearConflicts} onTake={take} />}
        <div className={css.answering}>
          <ChoiceBar
            label={words.what} value={way} onChange={(next) => form.put({ way: next })}
            choices={ways.filter((one) => (one !== 'FORWARDED' || maySend) && (one !== 'ANSWERED' || mayGrant)).map((value) => ({ value, label: isExtension && value === 'ANSWERED' ? words.grantWay : words.ways[value] }))}
          />
          {!mayGrant && <p className={css.soft}>{words.onlySecretariat}</p>}
          {draft && !isForward && <p className={css.soft}>{words.draftBy(draft.author?.name ?? '', formatInstant(draft.updatedAt))}</p>}
          {isGrant && <DayField {...field('grantedDay')} label={words.grantedDay} hint={askedDay ? words.grantedHint(formatDay(askedDay)) : undefined} required />}
          {isForward && <UnitChoice id={`${prefix}-toUnit`} label={words.toForward} value={values.toUnit} error={form.errors.toUnit} without={[unit.id]} onChange={(toUnit) => form.put({ toUnit })} />}
          {isForward ? <LongTextField {...field('reason')} label={words.forwardReason} hint={words.forwardNote} rows={3} required />
            : <LongTextField {...field('answer')} label={way === 'DECLINED' ? words.reason : words.text} rows={6} required />}
        </div>
        <FormActions>
          {maySend && <Button type="submit" kind="primary" busy={isBusy}>{isForward ? words.forward : words.send}</Button>}
          {!isForward && <Button type={maySend ? 'button' : 'submit'} kind={maySend ? 'secondary' : 'primary'} busy={isBusy} onClick={maySend ? () => void keep() : undefined}>{words.save}</Button>}
          {form.note && <Button kind="quiet" onClick={form.forget}>{text.form.dropDraft}</Button>}
        </FormActions>
        <p role="status" className={css.soft}>{[!maySend && words.officerNote, form.note].filter(Boolean).join(' ')}</p>
      </Form>
    </Section>
  );
}
