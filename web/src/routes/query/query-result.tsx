import { useMemo, useState } from 'react';
import { formatNumber } from '../../text/format';
import { query as words } from '../../text/vi-query';
import { Button } from '../../ui/button';
import { ChoiceBar } from '../../ui/choice-bar';
import { DataTable, type Column } from '../../ui/data-table';
import { ListCount } from '../../ui/list-count';
import { SelectField } from '../../ui/field';
import { Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import css from './query.module.css';
import { comparable, listsIn, written, type ResultList } from './result-rows';
import type { QueryAnswer, QueryProblem } from './run-query';

const most = 200;

interface QueryResultProps {
  answer: QueryAnswer | undefined;
  goTo: (problem: QueryProblem) => void;
}

/** What came: problems in words with their place, then a list as a table (the first unless another is chosen), or everything as JSON. */
export function QueryResult({ answer, goTo }: QueryResultProps) {
  const [view, setView] = useState<'table' | 'json'>('table');
  const [path, setPath] = useState('');
  const lists = useMemo(() => (answer?.data ? listsIn(answer.data) : []), [answer]);
  const list = lists.find((one) => one.path === path) ?? lists[0];
  if (!answer) return <p className={css.soft}>{words.ready}</p>;
  const { data, problems } = answer;
  const time = formatNumber(Math.round(answer.seconds * 100) / 100);
  const size = formatNumber(Math.round(answer.bytes / 102.4) / 10);
  return (
    <>
      {problems.length > 0 && <Problems title={data ? words.partial : words.errors} problems={problems} goTo={goTo} />}
      {data !== undefined && (
        <Section
          title={words.result}
          bare
          action={
            <ChoiceBar
              label={words.view}
              value={view}
              onChange={setView}
              choices={[
                { value: 'table', label: words.table },
                { value: 'json', label: words.json },
              ]}
            />
          }
        >
          <ListCount>{list ? words.measured(formatNumber(list.rows.length), time, size) : words.measuredJson(time, size)}</ListCount>
          {view === 'table' && lists.length > 1 && (
            <SelectField
              label={words.list}
              value={list?.path}
              onChange={(event) => setPath(event.currentTarget.value)}
              choices={lists.map((one) => ({ value: one.path, label: words.listSize(one.path, formatNumber(one.rows.length)) }))}
            />
          )}
          {view === 'json' && (
            <pre className={css.json} tabIndex={0} role="region" aria-label={words.json}>
              {JSON.stringify(data, null, 2)}
            </pre>
          )}
          {view === 'table' && (list ? <ListTable key={list.path} list={list} /> : <Empty>{words.noList}</Empty>)}
        </Section>
      )}
    </>
  );
}

function Problems({ title, problems, goTo }: { title: string; problems: QueryProblem[]; goTo: (problem: QueryProblem) => void }) {
  return (
    <div role="alert" className={css.problems}>
      <h2>{title}</h2>
      <ul>
        {problems.map((problem, index) => (
          <li key={index}>
            {problem.message} {problem.fields.length > 0 && words.fields(problem.fields.join(', '))}
            {problem.line !== undefined && problem.column !== undefined && (
              <>
                {' '}
                <span className={css.soft}>{words.at(problem.line, problem.column)}.</span>{' '}
                <Button small onClick={() => goTo(problem)}>
                  {words.goTo}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

type Numbered = Record<string, unknown> & { $row: string };

function ListTable({ list }: { list: ResultList }) {
  const rows = useMemo((): Numbered[] => list.rows.slice(0, most).map((row, index) => ({ ...row, $row: String(index) })), [list]);
  const columns = useMemo(
    (): Column<Numbered>[] =>
      list.columns.map((key, index) => ({
        key,
        title: key,
        head: index === 0,
        align: list.rows.some((row) => typeof row[key] === 'number') ? 'end' : undefined,
        cell: (row) => written(row[key], key),
        sortBy: (row) => comparable(row[key]),
      })),
    [list],
  );
  if (list.rows.length === 0) return <Empty>{words.emptyList}</Empty>;
  return (
    <>
      {list.rows.length > most && <p className={css.soft}>{words.limited(formatNumber(most), formatNumber(list.rows.length))}</p>}
      <DataTable caption={words.listOf(list.path)} columns={columns} rows={rows} rowKey={({ $row }) => $row} />
    </>
  );
}
