import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { statusOrder, tones } from '../../assignment/standing';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { inOrder } from '../../text/format';
import { text } from '../../text/text';
import { ButtonLink } from '../../ui/button';
import { Section } from '../../ui/page';
import { StatusTag } from '../../ui/status-tag';
import { ChaseDocument, type ChaseQuery } from './chase.generated';
import css from './work.module.css';

type Chased = ChaseQuery['tasks']['nodes'][number];
const shown = 12;

/** "Cần đôn đốc": the tasks whose units lag, most late units first. Only for those who may read a task's standing. */
export function Chase() {
  const { viewer } = useSession();
  const mayRemind = useCan('Mutation.sendReminders');
  const result = useQuery(ChaseDocument);
  const tasks = result.data && lagging(result.data.tasks.nodes);
  if (tasks?.length === 0) return null;
  return (
    <Section
      title={text.work.chase} count={tasks?.length} bare
      action={mayRemind && <ButtonLink small to="/cong/$unitCode/don-doc" params={{ unitCode: viewer.unit.code }}>{text.navigation.chase}</ButtonLink>}
    >
      <Answer result={result} data={tasks} what={text.work.chase.toLocaleLowerCase('vi')}>
        {(found) => (
          <>
            <ul className={css.rows}>
              {found.slice(0, shown).map((task) => (
                <ChaseRow key={task.id} task={task} />
              ))}
            </ul>
            {found.length > shown && (
              <div>
                <ButtonLink to="/cong/$unitCode/nhiem-vu" params={{ unitCode: viewer.unit.code }} search={{ tt: 'LATE' }}>
                  {text.work.chaseAll(found.length)}
                </ButtonLink>
              </div>
            )}
          </>
        )}
      </Answer>
    </Section>
  );
}

function ChaseRow({ task }: { task: Chased }) {
  const { viewer } = useSession();
  return (
    <li className={css.chased}>
      <div className={css.what}>
        <Link to="/cong/$unitCode/nhiem-vu/$taskId" params={{ unitCode: viewer.unit.code, taskId: task.id }} className={css.title} data-row>
          {task.title}
        </Link>
        <p className={css.soft}>{task.code}</p>
      </div>
      <p className={css.tags}>
        {statusOrder.slice(0, 3).map((status) => {
          const count = countOf(task, status);
          return count > 0 && <StatusTag key={status} tone={tones[status]} label={text.work.units(count, text.status[status])} />;
        })}
      </p>
    </li>
  );
}

const countOf = (task: Chased, status: string): number =>
  task.standing?.find((entry) => entry.status === status)?.count ?? 0;

const lagging = (tasks: readonly Chased[]): Chased[] =>
  tasks
    .filter((task) => countOf(task, 'LATE') > 0)
    .sort((a, b) => countOf(b, 'LATE') - countOf(a, 'LATE') || inOrder.compare(a.code, b.code));
