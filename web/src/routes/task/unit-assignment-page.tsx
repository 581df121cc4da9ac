import { useQuery } from '@apollo/client/react';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { AssignmentStatusTag } from '../../assignment/assignment-status';
import { IssuedDocument } from '../../attachment/lazy';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { NotFound } from '../../shell/not-found';
import { text } from '../../text/text';
import { flow, unitPart } from '../../text/vi-entry';
import { ButtonLink } from '../../ui/button';
import { Page, Section } from '../../ui/page';
import { AssignmentFacts } from './assignment-facts';
import { Entries } from './entries';
import { Story } from './story-list';
import css from './task-page.module.css';
import { UnitAssignmentDocument, type UnitAssignmentQuery } from './unit-assignment.generated';

type Found = NonNullable<UnitAssignmentQuery['assignment']>;

/** One unit's part of a task, for the lead and the secretariat: what it sent, what became of it, and the place to give it back or write. */
export function UnitAssignmentPage() {
  const { assignmentId } = useParams({ from: '/cong/$unitCode/nhiem-vu/$taskId/don-vi/$assignmentId' });
  const result = useQuery(UnitAssignmentDocument, { variables: { id: assignmentId } });
  if (result.data && !result.data.assignment) return <NotFound />;
  if (!result.data?.assignment) {
    return (
      <Page title={unitPart.title}>
        <Answer result={result} data={undefined} rows={6}>
          {() => null}
        </Answer>
      </Page>
    );
  }
  return <PartFound key={assignmentId} assignment={result.data.assignment} />;
}

function PartFound({ assignment }: { assignment: Found }) {
  const { viewer } = useSession();
  const { task, unit } = assignment;
  // Of a part that is neither its own nor under it a unit reads the terms alone; so does the server have it.
  const leads = viewer.portalKind === 'department' && task.leads.some((lead) => lead.unit.id === viewer.unit.id);
  const isAsked = viewer.portalKind === 'secretariat' || leads;
  const mayComment = useCan('Mutation.addComment') && isAsked;
  const params = { unitCode: viewer.unit.code, taskId: task.id };
  if (unit.id === viewer.unit.id) return <Navigate to="/cong/$unitCode/nhiem-vu/$taskId" params={params} replace />;
  const reads = isAsked || assignment.entries.length > 0;
  return (
    <Page
      title={unit.name}
      over={
        <>
          <Link to="/cong/$unitCode/nhiem-vu" params={{ unitCode: viewer.unit.code }}>
            {text.task.list}
          </Link>{' '}
          ›{' '}
          <Link to="/cong/$unitCode/nhiem-vu/$taskId" params={params}>
            {task.code}. {task.title}
          </Link>
        </>
      }
      action={
        <ButtonLink to="/cong/$unitCode/nhiem-vu/$taskId" params={params}>
          {unitPart.ofTask}
        </ButtonLink>
      }
    >
      <Section title={[unitPart.title, text.role[assignment.role], assignment.part].filter(Boolean).join(' · ')} action={<AssignmentStatusTag of={assignment} />}>
        <AssignmentFacts assignment={assignment} />
        <IssuedDocument assignment={assignment} product={task.product} />
        {assignment.draftCount > 0 && <p className={css.soft}>{flow.drafts(assignment.draftCount)}</p>}
        {reads ? <Entries assignment={assignment} task={task} /> : <p className={css.soft}>{unitPart.notSeen}</p>}
        <Story assignment={assignment} mayComment={mayComment} />
      </Section>
    </Page>
  );
}
