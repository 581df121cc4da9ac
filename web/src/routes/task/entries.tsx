import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { FileList } from '../../attachment/lazy';
import { useSession } from '../../session';
import { formatDay, formatInstant, formatNumber, formatPercent } from '../../text/format';
import { text } from '../../text/text';
import { entryField, entryState, flow } from '../../text/vi-entry';
import { Notice } from '../../ui/page';
import { StatusTag, type StatusTone } from '../../ui/status-tag';
import { EntryActions } from './entry-actions';
import { askedOf, lastStep, toComplete } from './entry-way';
import { ProgressForm } from './lazy-progress-form';
import type { EntryFragment } from './own-assignment.generated';
import type { OwnProps } from './own-assignment';
import css from './task-page.module.css';

const tones: Record<EntryFragment['state'], StatusTone> = { DRAFT: 'quiet', SUBMITTED: 'risk', SIGNED: 'done', RETURNED: 'risk' };

/** What was reported, newest first; a corrected entry stays, marked as replaced. `completing` opens the correction that is asked for, or the draft. */
export function Entries({ assignment, task, completing = false }: OwnProps & { completing?: boolean }) {
  const newest = [...assignment.entries].sort((a, b) => b.createdAt.localeCompare(a.createdAt) || Number(b.id) - Number(a.id));
  const open = completing ? toComplete(assignment.entries)?.id : undefined;
  return (
    <>
      <h3>{text.entry.history}</h3>
      {newest.length === 0 && <p className={css.soft}>{text.entry.none}</p>}
      {newest.length > 0 && (
        <ol className={css.entries}>
          {newest.map((entry) => (
            <Entry key={entry.id} entry={entry} assignment={assignment} task={task} opened={entry.id === open} />
          ))}
        </ol>
      )}
    </>
  );
}

function Entry({ entry, assignment, task, opened }: OwnProps & { entry: EntryFragment; opened: boolean }) {
  const [correcting, setCorrecting] = useState(false);
  const closeAddress = useCloseAddress(task.id);
  const close = () => {
    setCorrecting(false);
    if (opened) closeAddress();
  };
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
  const correction = correcting || opened;
  return (
    <li className={css.entry} data-superseded={entry.isSuperseded || undefined}>
      <p className={css.entryHead}>
        <strong>{text.entry.asOf(formatDay(entry.asOfDay))}</strong>
        <StatusTag tone={tones[entry.state]} label={entryState[entry.state]} />
        {entry.isSuperseded && <em>{text.entry.superseded}</em>}
      </p>
      {figures.length > 0 && <p>{figures.join(' · ')}</p>}
      <p className={css.written}>{entry.done}</p>
      {entry.difficulty && <p className={css.written}><strong>{text.entry.difficulty}:</strong> {entry.difficulty}</p>}
      {entry.request && <p className={css.written}><strong>{text.entry.request}:</strong> {entry.request}</p>}
      <FileList files={entry.files} />
      <p className={css.soft}>
        {[...people, entry.supersedes && text.entry.corrects(formatDay(entry.supersedes.asOfDay))].filter(Boolean).join(' · ')}
      </p>
      <GivenBack entry={entry} assignment={assignment} />
      {!correction && <EntryActions entry={entry} assignment={assignment} onCorrect={() => setCorrecting(true)} />}
      {correction && <ProgressForm assignment={assignment} task={task} corrects={entry} asked={askedOf(assignment.entries, entry)} onClose={close} />}
    </li>
  );
}

/** Why it came back: the leader's note on a draft, the reasons field by field on what a lead or the secretariat returned. */
function GivenBack({ entry, assignment }: Pick<OwnProps, 'assignment'> & { entry: EntryFragment }) {
  const { viewer } = useSession();
  const note = entry.state === 'DRAFT' && !entry.isSuperseded ? lastStep(assignment.steps, entry, 'SENT_BACK') : undefined;
  const returned = lastStep(assignment.steps, entry, 'RETURNED');
  if (note) return <Notice title={flow.sentBackBy(note.byName, formatInstant(note.at))}>{note.note}</Notice>;
  if (entry.state !== 'RETURNED') return null;
  const who = returned && flow.givenBackBy([returned.byName, returned.byUnit.shortName].join(', '), formatInstant(returned.at));
  return (
    <Notice title={who}>
      <ul className={css.reasons}>
        {entry.reasons.map(({ id, field, reason }) => (
          <li key={id} className={css.written}>
            <strong>{entryField[field]}:</strong> {reason}
          </li>
        ))}
      </ul>
      {!entry.isSuperseded && assignment.unit.id !== viewer.unit.id && <p className={css.soft}>{flow.waitsCompletion}</p>}
    </Notice>
  );
}

/** Takes "open the correction" out of the address, where it came from there. */
function useCloseAddress(taskId: string): () => void {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const { hoanthien } = useSearch({ strict: false });
  return () => {
    if (!hoanthien) return;
    void navigate({ to: '/cong/$unitCode/nhiem-vu/$taskId', params: { unitCode: viewer.unit.code, taskId }, search: {}, replace: true, resetScroll: false });
  };
}
