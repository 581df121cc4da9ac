import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { AssignmentStatusTag } from '../../assignment/assignment-status';
import { AcceptAssignmentDocument } from '../../assignment/assignment.generated';
import { figuresOf } from '../../assignment/standing';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { useCan, useSession } from '../../session';
import { formatDay } from '../../text/format';
import { text } from '../../text/text';
import { Button } from '../../ui/button';
import { FormActions } from '../../ui/form';
import { Facts, Section } from '../../ui/page';
import { AssignOfficer } from './assign-officer';
import { AssignmentChanges } from './assignment-changes';
import { Entries } from './entries';
import type { OwnAssignmentFragment } from './own-assignment.generated';
import { ProgressForm } from './lazy-progress-form';
import type { Task } from './task-page';
import css from './task-page.module.css';

export interface OwnProps {
  assignment: OwnAssignmentFragment;
  task: Task;
}

/** The unit's own part of a task: how it stands and why, whose it is, what was reported, and what to do next. */
export function OwnAssignment({ assignment, task }: OwnProps) {
  const title = [text.assignment.title, text.role[assignment.role], assignment.part].filter(Boolean).join(' · ');
  return (
    <Section title={title} action={<AssignmentStatusTag of={assignment} />}>
      <AssignmentFacts assignment={assignment} />
      <Actions assignment={assignment} task={task} />
      <Entries assignment={assignment} task={task} />
      <AssignmentChanges changes={assignment.changes} />
    </Section>
  );
}

function AssignmentFacts({ assignment }: { assignment: OwnAssignmentFragment }) {
  const { acceptedOn, officer, extendedTo, extensionReason, nextMilestone, viaClass } = assignment;
  const { documentNumber, documentDay, documentSigner } = assignment;
  const optional = [
    nextMilestone && { label: text.assignment.next, value: `${nextMilestone.label}, ${formatDay(nextMilestone.dueDay)}` },
    documentNumber && {
      label: text.assignment.document,
      value: [documentNumber, documentDay && formatDay(documentDay), documentSigner].filter(Boolean).join(', '),
    },
  ].filter((item) => item !== null && item !== '');
  return (
    <>
      <Facts
        items={[
          ...figuresOf(assignment),
          ...optional,
          { label: text.assignment.officer, value: officer?.name ?? text.assignment.noOfficer },
        ]}
      />
      <p className={css.soft}>
        {[
          acceptedOn ? text.assignment.accepted(formatDay(acceptedOn)) : text.assignment.notAccepted,
          viaClass && text.task.viaClass(viaClass.name),
          extendedTo && text.assignment.extension(formatDay(extendedTo), extensionReason ?? ''),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}

function Actions({ assignment, task }: OwnProps) {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const { nhap } = useSearch({ from: '/cong/$unitCode/nhiem-vu/$taskId' });
  const mayAccept = useCan('Mutation.acceptAssignment') && !assignment.acceptedOn;
  const mayGive = useCan('Mutation.assignOfficer');
  const mayReport = useCan('Mutation.addProgressEntry');
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
      {mayGive && <AssignOfficer assignment={assignment} open={giving} onClose={() => setGiving(false)} />}
    </FormActions>
  );
}
