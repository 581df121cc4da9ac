import { useQuery } from '@apollo/client/react';
import { Link, useParams } from '@tanstack/react-router';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { text } from '../../text/text';
import { NotFound } from '../../shell/not-found';
import { Page, Section } from '../../ui/page';
import { DirectivePanel, useMayDirect } from '../directive/lazy-directive-panel';
import { OwnAssignment } from './own-assignment';
import { AboutTask, Leads, Milestones, Targets } from './task-about';
import { TaskPageDocument, type TaskPageQuery } from './task-page.generated';
import { Standing } from './task-row';
import { TaskUnits } from './task-units';

export type Task = NonNullable<TaskPageQuery['task']>;

/** One task: the unit's own part first, then what the plan says, then how the other units stand. */
export function TaskPage() {
  const { viewer } = useSession();
  const { taskId } = useParams({ from: '/cong/$unitCode/nhiem-vu/$taskId' });
  const canReadStanding = useCan('Task.standing');
  const result = useQuery(TaskPageDocument, { variables: { id: taskId, unit: viewer.unit.id, canReadStanding } });
  if (result.data && !result.data.task) return <NotFound />;
  if (!result.data?.task) {
    return (
      <Page title={text.task.list}>
        <Answer result={result} data={undefined} rows={6}>
          {() => null}
        </Answer>
      </Page>
    );
  }
  return <TaskFound key={taskId} task={result.data.task} own={result.data.assignments.nodes} />;
}

function TaskFound({ task, own }: { task: Task; own: TaskPageQuery['assignments']['nodes'] }) {
  const { viewer } = useSession();
  const mayDirect = useMayDirect();
  return (
    <Page
      title={task.title}
      over={
        <>
          <Link to="/cong/$unitCode/nhiem-vu" params={{ unitCode: viewer.unit.code }}>
            {text.task.list}
          </Link>{' '}
          › {task.group.code}. {task.group.title}
        </>
      }
      lead={task.code}
    >
      {own.map((assignment) => (
        <OwnAssignment key={assignment.id} assignment={assignment} task={task} />
      ))}
      {own.length === 0 && !mayDirect && <p>{text.assignment.notOurs}</p>}
      <DirectivePanel taskId={task.id} />
      <AboutTask task={task} />
      <Leads task={task} />
      <Milestones task={task} />
      <Targets task={task} />
      {task.standing && task.standing.length > 0 && (
        <Section title={text.task.standing}>
          <Standing counts={task.standing} />
        </Section>
      )}
      <TaskUnits taskId={task.id} />
    </Page>
  );
}
