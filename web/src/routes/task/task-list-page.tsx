import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { statusOrder } from '../../assignment/standing';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { formatDay } from '../../text/format';
import { text } from '../../text/text';
import { Button } from '../../ui/button';
import { ListCount } from '../../ui/list-count';
import { SearchField, SelectField } from '../../ui/field';
import { Page, Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import type { TaskFilters } from './task-filters';
import css from './task-list.module.css';
import { TaskListDocument, type TaskListQuery } from './task-list.generated';
import { TaskRow } from './task-row';
import { listedTasks, passes, tree } from './task-tree';

/** "Nhiệm vụ": the plan as a tree, III.1 … III.10 and the duties of part IV, filtered in the address. */
export function TaskListPage() {
  const { viewer, year } = useSession();
  const canReadStanding = useCan('Task.standing');
  const result = useQuery(TaskListDocument, { variables: { unit: viewer.unit.id, year, canReadStanding } });
  return (
    <Page title={text.task.list} lead={result.data?.plan && planLine(result.data.plan)} wide>
      <Answer result={result} data={result.data} rows={8}>
        {(data) => <TaskTree data={data} />}
      </Answer>
    </Page>
  );
}

/** "Kế hoạch … · dự thảo, chưa có số" until the document has a number and a day. */
function planLine({ name, versions }: NonNullable<TaskListQuery['plan']>): string {
  const latest = [...versions].sort((a, b) => b.no - a.no)[0];
  if (!latest) return name;
  const { number, day } = latest;
  return `${name} · ${number && day ? text.task.numberedPlan(number, formatDay(day)) : text.task.draftPlan}`;
}

function TaskTree({ data }: { data: TaskListQuery }) {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const filters = useSearch({ from: '/cong/$unitCode/nhiem-vu' });
  const tasks = useMemo(() => listedTasks(data), [data]);
  const shown = tasks.filter((task) => passes(task, filters));
  const change = (next: TaskFilters) =>
    void navigate({ to: '/cong/$unitCode/nhiem-vu', params: { unitCode: viewer.unit.code }, search: next, replace: true, resetScroll: false });
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <>
      <Filters filters={filters} change={change} />
      <ListCount>{text.task.count(shown.length, tasks.length)}</ListCount>
      {tree(data.plan?.groups ?? [], shown).map(({ group, tasks: inGroup }) => (
        <Section key={group.id} title={`${group.code}. ${group.title}`} count={inGroup.length} bare>
          <ul className={css.rows}>
            {inGroup.map((task) => (
              <TaskRow key={task.id} task={task} />
            ))}
          </ul>
        </Section>
      ))}
      {shown.length === 0 && (
        <Empty action={isFiltered && <Button onClick={() => change({})}>{text.control.clearFilters}</Button>}>
          {isFiltered ? text.task.none : text.task.empty}
        </Empty>
      )}
    </>
  );
}

function Filters({ filters, change }: { filters: TaskFilters; change: (next: TaskFilters) => void }) {
  const put = (part: Partial<Record<keyof TaskFilters, string>>) => {
    const merged = Object.entries({ ...filters, ...part }).filter(([, value]) => value);
    change(Object.fromEntries(merged) as TaskFilters);
  };
  return (
    <div role="search" aria-label={text.control.filters} className={css.filters}>
      <SearchField label={text.task.search} value={filters.tim ?? ''} onChange={(tim) => put({ tim })} />
      <SelectField
        label={text.task.role}
        value={filters.vai ?? ''}
        onChange={(event) => put({ vai: event.currentTarget.value })}
        choices={[
          { value: '', label: text.control.all },
          { value: 'chutri', label: text.task.roleLead },
          { value: 'phoihop', label: text.task.roleCoordinate },
        ]}
      />
      <SelectField
        label={text.task.status}
        value={filters.tt ?? ''}
        onChange={(event) => put({ tt: event.currentTarget.value })}
        choices={[
          { value: '', label: text.control.all },
          ...statusOrder.map((status) => ({ value: status, label: text.status[status] })),
        ]}
      />
    </div>
  );
}
