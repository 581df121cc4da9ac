import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { AssignmentStatusTag } from '../../assignment/assignment-status';
import { AcceptAssignmentDocument } from '../../assignment/assignment.generated';
import { IssuedDocument } from '../../attachment/lazy';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { text } from '../../text/text';
import { Button } from '../../ui/button';
import { FormActions } from '../../ui/form';
import { Section } from '../../ui/page';
import { AssignOfficer } from './assign-officer';
import { AssignmentFacts } from './assignment-facts';
import { Entries } from './entries';
import type { OwnAssignmentFragment } from './own-assignment.generated';
import { ProgressForm } from './lazy-progress-form';
import { Story } from './story-list';
import type { Task } from './task-page';

const AskAbout = lazy(() => import('../unit-request/ask-about').then((module) => ({ default: module.AskAbout })));

export interface OwnProps {
  assignment: OwnAssignmentFragment;
  task: Pick<Task, 'id' | 'code' | 'product'> & { milestones: readonly Pick<Task['milestones'][number], 'id' | 'label'>[] };
}

/** The unit's own part of a task: how it stands and why, whose it is, what was reported, and what to do next. */
export function OwnAssignment({ assignment, task }: OwnProps) {
  const { hoanthien } = useSearch({ from: '/cong/$unitCode/nhiem-vu/$taskId' });
  const mayComment = useCan('Mutation.addComment');
  const title = [text.assignment.title, text.role[assignment.role], assignment.part].filter(Boolean).join(' · ');
  return (
    <Section title={title} action={<AssignmentStatusTag of={assignment} />}>
      <AssignmentFacts assignment={assignment} />
      <Actions assignment={assignment} task={task} />
      <IssuedDocument assignment={assignment} product={task.product} />
      <Entries assignment={assignment} task={task} completing={hoanthien === assignment.id} />
      <Story assignment={assignment} mayComment={mayComment} />
    </Section>
  );
}

function Actions({ assignment, task }: OwnProps) {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const { nhap } = useSearch({ from: '/cong/$unitCode/nhiem-vu/$taskId' });
  const mayAccept = useCan('Mutation.acceptAssignment') && !assignment.acceptedOn;
  const mayGive = useCan('Mutation.assignOfficer');
  const mayReport = useCan('Mutation.addProgressEntry');
  const mayAsk = useCan('Mutation.createUnitRequest');
  const accept = useCommand(AcceptAssignmentDocument);
  const [giving, setGiving] = useState(false);
  const entering = nhap === assignment.id && mayReport;
  const enter = (open: boolean) =>
    void navigate({
      to: '/cong/$unitCode/nhiem-vu/$taskId',
      params: { unitCode: viewer.unit.code, taskId: task.id },
      search: open ? { nhap: assignment.id } : {},
      replace: true,
      resetScroll: false,
    });
  const acceptNow = async () =>
    sayOutcome(await accept.run({ input: { id: assignment.id, version: assignment.version } }), text.work.accepted(task.code));
  if (entering) return <ProgressForm assignment={assignment} task={task} onClose={() => enter(false)} />;
  return (
    <FormActions>
      {mayAccept && (
        <Button kind="primary" busy={accept.busy} onClick={() => void acceptNow()}>
          {text.work.accept}
        </Button>
      )}
      {mayReport && (
        <Button kind={mayAccept ? 'secondary' : 'primary'} onClick={() => enter(true)}>
          {text.entry.add}
        </Button>
      )}
      {mayGive && <Button onClick={() => setGiving(true)}>{text.assignment.giveOfficer}</Button>}
      {mayAsk && <Suspense><AskAbout assignment={assignment} /></Suspense>}
      {mayGive && <AssignOfficer assignment={assignment} open={giving} onClose={() => setGiving(false)} />}
    </FormActions>
  );
}
