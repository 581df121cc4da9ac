import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { statusOrder } from '../../assignment/standing';
import { Answer } from '../../graphql/answer';
import { useSession } from '../../session';
import { formatDay, formatNumber, inOrder } from '../../text/format';
import { text } from '../../text/text';
import { board as words } from '../../text/vi-board';
import { Button } from '../../ui/button';
import { ChoiceBar } from '../../ui/choice-bar';
import { ListCount } from '../../ui/list-count';
import { SelectField } from '../../ui/field';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { kindsOf, passes, type BoardFilters } from './board-filters';
import { BoardList } from './board-list';
import { matrixOf, type BoardTask } from './board-matrix';
import { BoardTable } from './board-table';
import { StatusFigures, WorstUnits } from './board-figures';
import { BoardDocument } from './board.generated';
import css from './board.module.css';
import { useIsPhone } from './use-is-phone';

const Debts = lazy(() => import('../unit-request/debts-block').then((module) => ({ default: module.DebtsBlock })));

/** "Tổng quan": every task against every unit, in one query; on a phone the tasks as a list, red first. */
export function BoardPage() {
  const { today } = useSession();
  const filters = useSearch({ from: '/cong/$unitCode/tong-quan' });
  const result = useQuery(BoardDocument, { variables: { kinds: kindsOf(filters) }, fetchPolicy: 'no-cache' });
  return (
    <Page title={words.title} lead={words.lead(formatDay(today))} wide>
      <Answer result={result} data={result.data} rows={8}>
        {(data) => <Board tasks={data.tasks.nodes} filters={filters} />}
      </Answer>
    </Page>
  );
}

function Board({ tasks, filters }: { tasks: readonly BoardTask[]; filters: BoardFilters }) {
  const { viewer, today } = useSession();
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const matrix = useMemo(() => matrixOf(tasks, today), [tasks, today]);
  const shown = matrix.rows.filter((row) => passes(row, filters));
  const change = (part: Partial<Record<keyof BoardFilters, string | undefined>>) => {
    const merged = Object.entries({ ...filters, ...part }).filter(([, value]) => value);
    const search = Object.fromEntries(merged) as BoardFilters;
    void navigate({ to: '/cong/$unitCode/tong-quan', params: { unitCode: viewer.unit.code }, search, replace: true, resetScroll: false });
  };
  const clear = () => change({ tt: undefined, nhom: undefined });
  return (
    <>
      <StatusFigures counts={matrix.counts} chosen={filters.tt} choose={(tt) => change({ tt })} />
      <WorstUnits worst={matrix.worst} />
      <Suspense><Debts /></Suspense>
      <Filters tasks={tasks} filters={filters} change={change} />
      <ListCount>{words.shown(formatNumber(shown.length), formatNumber(tasks.length))}</ListCount>
      {shown.length === 0 && <Empty action={<Button onClick={clear}>{text.control.clearFilters}</Button>}>{words.none}</Empty>}
      {shown.length > 0 && isPhone && <BoardList rows={shown} status={filters.tt} />}
      {shown.length > 0 && !isPhone && <BoardTable rows={shown} agencies={matrix.agencies} status={filters.tt} />}
    </>
  );
}

interface FiltersProps {
  tasks: readonly BoardTask[];
  filters: BoardFilters;
  change: (part: Partial<Record<keyof BoardFilters, string | undefined>>) => void;
}

function Filters({ tasks, filters, change }: FiltersProps) {
  const groups = new Map(tasks.map(({ group }) => [group.code, group]));
  const sorted = [...groups.values()].sort((a, b) => inOrder.compare(a.code, b.code));
  return (
    <div role="search" aria-label={text.control.filters} className={css.filters}>
      <ChoiceBar
        label={words.kinds}
        value={filters.loai ?? 'kehoach'}
        onChange={(loai) => change({ loai: loai === 'khac' ? loai : undefined, nhom: undefined })}
        choices={[
          { value: 'kehoach', label: words.planOnly },
          { value: 'khac', label: words.others },
        ]}
      />
      <SelectField
        label={words.status}
        value={filters.tt ?? ''}
        onChange={(event) => change({ tt: event.currentTarget.value })}
        choices={[{ value: '', label: text.control.all }, ...statusOrder.map((value) => ({ value, label: text.status[value] }))]}
      />
      <SelectField
        label={words.group}
        value={filters.nhom ?? ''}
        onChange={(event) => change({ nhom: event.currentTarget.value })}
        choices={[{ value: '', label: text.control.all }, ...sorted.map(({ code, title }) => ({ value: code, label: `${code}. ${title}` }))]}
      />
    </div>
  );
}
