import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { AssignmentStatusTag } from '../../assignment/assignment-status';
import { dueOf, quantityOf, statusOrder } from '../../assignment/standing';
import { Answer } from '../../graphql/answer';
import { formatDay, formatPercent } from '../../text/format';
import { useSession } from '../../session';
import { text } from '../../text/text';
import { DataTable, type Column } from '../../ui/data-table';
import { Section } from '../../ui/page';
import { TaskUnitsDocument, type TaskUnitsQuery } from './task-page.generated';

type Row = NonNullable<TaskUnitsQuery['task']>['assignments'][number];

const columns: Column<Row>[] = [
  { key: 'role', title: text.task.role, cell: ({ role }) => text.role[role], sortBy: ({ role }) => text.role[role] },
  { key: 'part', title: text.task.part, cell: ({ part }) => part ?? text.hidden.notAsked },
  {
    key: 'status',
    title: text.task.status,
    cell: (row) => <AssignmentStatusTag of={row} />,
    sortBy: ({ status }) => statusOrder.indexOf(status),
  },
  {
    key: 'due',
    title: text.task.due,
    align: 'end',
    cell: (row) => dayOr(dueOf(row), text.deadline.none),
    sortBy: dueOf,
  },
  {
    key: 'result',
    title: text.task.result,
    align: 'end',
    cell: (row) => resultOf(row) ?? text.hidden.none,
    sortBy: ({ percent, quantity }) => percent ?? quantity,
  },
  {
    key: 'entry',
    title: text.task.lastEntry,
    align: 'end',
    cell: ({ lastEntryDay }) => dayOr(lastEntryDay, text.hidden.none),
    sortBy: ({ lastEntryDay }) => lastEntryDay,
  },
];

/** How every unit that one may see stands on a task, worst first; loaded apart, so that the top of the page is there. */
export function TaskUnits({ taskId }: { taskId: string }) {
  const result = useQuery(TaskUnitsDocument, { variables: { id: taskId } });
  const { viewer } = useSession();
  const { code: unitCode } = viewer.unit;
  const rows = result.data?.task?.assignments;
  const withLinks = useMemo((): Column<Row>[] => {
    const cell = ({ id, unit }: Row) => (
      <Link to="/cong/$unitCode/nhiem-vu/$taskId/don-vi/$assignmentId" params={{ unitCode, taskId, assignmentId: id }}>
        {unit.name}
      </Link>
    );
    return [{ key: 'unit', title: text.task.unit, head: true, cell, sortBy: ({ unit }) => unit.name }, ...columns];
  }, [taskId, unitCode]);
  if (rows && rows.length < 2) return null;
  return (
    <Section title={text.task.units} count={rows?.length} bare>
      <Answer result={result} data={rows} what={text.task.units.toLocaleLowerCase('vi')}>
        {(found) => (
          <DataTable caption={text.task.units} columns={withLinks} rows={found} rowKey={({ id }) => id} sorted={{ key: 'status' }} />
        )}
      </Answer>
    </Section>
  );
}

const resultOf = ({ percent, quantity, targetUnit }: Row): string | undefined =>
  quantityOf({ quantity, targetUnit }) ?? (percent === null ? undefined : formatPercent(percent));

const dayOr = (day: string | null, otherwise: string): string => (day ? formatDay(day) : otherwise);
