import { useState } from 'react';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { useCan } from '../../session';
import { formatDay, formatInstant, formatNumber, formatPercent } from '../../text/format';
import { text } from '../../text/text';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { FormActions } from '../../ui/form';
import { StatusTag } from '../../ui/status-tag';
import { SignProgressEntryDocument, type EntryFragment } from './own-assignment.generated';
import type { OwnProps } from './own-assignment';
import { ProgressForm } from './lazy-progress-form';
import css from './task-page.module.css';

/** What was reported, newest first; a corrected entry stays, marked as replaced. */
export function Entries({ assignment, task }: OwnProps) {
  const newest = [...assignment.entries].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return (
    <>
      <h3>{text.entry.history}</h3>
      {newest.length === 0 && <p className={css.soft}>{text.entry.none}</p>}
      {newest.length > 0 && (
        <ol className={css.entries}>
          {newest.map((entry) => (
            <Entry key={entry.id} entry={entry} assignment={assignment} task={task} />
          ))}
        </ol>
      )}
    </>
  );
}

function Entry({ entry, assignment, task }: OwnProps & { entry: EntryFragment }) {
  const [correcting, setCorrecting] = useState(false);
  const mayCorrect = useCan('Mutation.correctProgressEntry') && !entry.isSuperseded;
  const maySign = useCan('Mutation.signProgressEntry') && entry.state === 'DRAFT' && !entry.isSuperseded;
  const figures = [
    entry.quantity !== null && `${formatNumber(entry.quantity)} ${assignment.targetUnit ?? ''}`.trim(),
    entry.percent !== null && formatPercent(entry.percent),
    entry.milestone?.label,
    entry.isCompleted && text.entry.completed,
  ].filter(Boolean);
  const people = [
    entry.author && text.entry.byAuthor(entry.author.name, formatInstant(entry.createdAt)),
    entry.signedBy && entry.signedOn && text.entry.bySigner(entry.signedBy.name, formatInstant(entry.signedOn)),
  ].filter(Boolean);
  return (
    <li className={css.entry} data-superseded={entry.isSuperseded || undefined}>
      <p className={css.entryHead}>
        <strong>{text.entry.asOf(formatDay(entry.asOfDay))}</strong>
        <StatusTag tone={entry.state === 'SIGNED' ? 'done' : 'quiet'} label={text.entryState[entry.state]} />
        {entry.isSuperseded && <em>{text.entry.superseded}</em>}
      </p>
      {figures.length > 0 && <p>{figures.join(' · ')}</p>}
      <p className={css.written}>{entry.done}</p>
      {entry.difficulty && <p className={css.written}><strong>{text.entry.difficulty}:</strong> {entry.difficulty}</p>}
      {entry.request && <p className={css.written}><strong>{text.entry.request}:</strong> {entry.request}</p>}
      <p className={css.soft}>
        {[...people, entry.supersedes && text.entry.corrects(formatDay(entry.supersedes.asOfDay))].filter(Boolean).join(' · ')}
      </p>
      {(mayCorrect || maySign) && !correcting && (
        <FormActions>
          {maySign && <Sign entry={entry} />}
          {mayCorrect && (
            <Button small label={`${text.entry.correct}: ${text.entry.asOf(formatDay(entry.asOfDay))}`} onClick={() => setCorrecting(true)}>
              {text.entry.correct}
            </Button>
          )}
        </FormActions>
      )}
      {correcting && <ProgressForm assignment={assignment} task={task} corrects={entry} onClose={() => setCorrecting(false)} />}
    </li>
  );
}

function Sign({ entry }: { entry: EntryFragment }) {
  const [asking, setAsking] = useState(false);
  const { run, busy } = useCommand(SignProgressEntryDocument);
  const sign = async () => {
    sayOutcome(await run({ input: { id: entry.id } }), text.entry.signed);
    setAsking(false);
  };
  return (
    <>
      <Button kind="primary" small label={`${text.entry.sign}: ${text.entry.asOf(formatDay(entry.asOfDay))}`} onClick={() => setAsking(true)}>
        {text.entry.sign}
      </Button>
      <ConfirmDialog title={text.entry.signTitle} open={asking} confirm={text.entry.sign} busy={busy} onConfirm={() => void sign()} onClose={() => setAsking(false)}>
        <p className={css.written}>{entry.done}</p>
        <p>{text.entry.signLead}</p>
      </ConfirmDialog>
    </>
  );
}
