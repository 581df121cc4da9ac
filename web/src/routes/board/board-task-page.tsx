import { useQuery } from '@apollo/client/react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { AssignmentStatus } from '../../assignment/assignment.generated';
import { statusOrder } from '../../assignment/standing';
import { Answer } from '../../graphql/answer';
import { useSession } from '../../session';
import { NotFound } from '../../shell/not-found';
import { formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { board, boardTask as words } from '../../text/vi-board';
import { ButtonLink } from '../../ui/button';
import { DataTable, type Column } from '../../ui/data-table';
import { ListCount } from '../../ui/list-count';
import { SelectField } from '../../ui/field';
import { Page, Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import { PartLink, partColumns } from './board-columns';
import { CountTags } from './board-list';
import { isCurrent, isProposal, noCounts } from './board-matrix';
import { BoardTaskDocument, type BoardTaskQuery } from './board.generated';
import css from './board.module.css';

type Task = NonNullable<BoardTaskQuery['task']>;
type Row = Task['assignments'][number];

/** Below the board: one task with the 99 communes, worst first, then the agencies. */
export function BoardTaskPage() {
  const { taskId } = useParams({ from: '/cong/$unitCode/tong-quan/$taskId' });
  const result = useQuery(BoardTaskDocument, { variables: { id: taskId } });
  if (result.data && !result.data.task) return <NotFound />;
  if (!result.data?.task) {
    return (
      <Page title={board.title} wide>
        <Answer result={result} data={undefined} rows={8}>
          {() => null}
        </Answer>
      </Page>
    );
  }
  return <Found key={taskId} task={result.data.task} />;
}

function Found({ task }: { task: Task }) {
  const { viewer, today } = useSession();
  const { tt } = useSearch({ from: '/cong/$unitCode/tong-quan/$taskId' });
  const navigate = useNavigate();
  const current = task.assignments.filter((row) => isCurrent(row, today));
  const communes = current.filter(({ unit }) => unit.kind === 'commune');
  const agencies = current.filter(({ unit }) => unit.kind !== 'commune');
  const params = { unitCode: viewer.unit.code, taskId: task.id };
  const choose = (status: string) =>
    void navigate({ to: '/cong/$unitCode/tong-quan/$taskId', params, search: status ? { tt: status as AssignmentStatus } : {}, replace: true, resetScroll: false });
  return (
    <Page
      title={task.title}
      over={
        <>
          <Link to="/cong/$unitCode/tong-quan" params={{ unitCode: viewer.unit.code }}>
            {board.title}
          </Link>{' '}
          › {task.group.code}. {task.group.title}
        </>
      }
      lead={task.code}
      action={
        <ButtonLink to="/cong/$unitCode/nhiem-vu/$taskId" params={params}>
          {words.task}
        </ButtonLink>
      }
      wide
    >
      <div className={css.filters}>
        <SelectField
          label={words.status}
          value={tt ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
          choices={[{ value: '', label: words.all }, ...statusOrder.map((value) => ({ value, label: text.status[value] }))]}
        />
      </div>
      <Units title={words.communes} rows={communes} status={tt} taskId={task.id} />
      <Units title={words.agencies} rows={agencies} status={tt} taskId={task.id} />
    </Page>
  );
}

function Units({ title, rows, status, taskId }: { title: string; rows: Row[]; status: AssignmentStatus | undefined; taskId: string }) {
  const { viewer, today } = useSession();
  const { code: unitCode } = viewer.unit;
  const columns = useMemo(
    (): Column<Row>[] => [
      { key: 'unit', title: words.unit, head: true, cell: ({ id, unit }) => <PartLink to={{ unitCode, taskId, assignmentId: id }}>{unit.name}</PartLink>, sortBy: ({ unit }) => unit.name },
      ...partColumns<Row>(today),
    ],
    [today, unitCode, taskId],
  );
  if (rows.length === 0) return null;
  const shown = rows.filter((row) => !status || (row.status === status && !isProposal(row)));
  const counts = noCounts();
  for (const row of rows) if (!isProposal(row)) counts[row.status]++;
  return (
    <Section title={title} count={rows.length} bare>
      <CountTags counts={counts} />
      <ListCount>{words.shown(formatNumber(shown.length), formatNumber(rows.length))}</ListCount>
      {shown.length > 0 ? (
        <DataTable caption={text.control.tableOf(title)} columns={columns} rows={shown} rowKey={({ id }) => id} sorted={{ key: 'status' }} />
      ) : (
        <Empty>{words.noneWith}</Empty>
      )}
    </Section>
  );
}
