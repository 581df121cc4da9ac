import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { formatNumber } from '../../text/format';
import { importing as words } from '../../text/vi-import';
import { Button } from '../../ui/button';
import { ChoiceBar } from '../../ui/choice-bar';
import { DataTable, type Column } from '../../ui/data-table';
import { ListCount } from '../../ui/list-count';
import { Empty } from '../../ui/states';
import { ImportRowsDocument, type ImportRowFilter, type ImportRowsQuery } from './import.generated';
import css from './import.module.css';

type Row = ImportRowsQuery['importRows']['nodes'][number];
type Shown = 'all' | 'bad' | 'warned' | 'duplicate';

const columns: Column<Row>[] = [
  { key: 'row', title: words.rowNo, head: true, align: 'end', cell: ({ rowNo }) => <><span className={css.rowWord}>{words.rowNo} </span>{rowNo}</> },
  { key: 'code', title: words.code, cell: ({ code }) => code ?? '–' },
  {
    key: 'messages',
    title: words.messages,
    cell: ({ messages }) => (
      <ul className={css.messages}>
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    ),
  },
];
const filters: Record<Shown, Omit<ImportRowFilter, 'batch'>> = { all: { state: { in: ['BAD', 'WARNED'] } }, bad: { state: { eq: 'BAD' } }, warned: { state: { eq: 'WARNED' } }, duplicate: { isDuplicate: { eq: true } } };
const page = 50;

/** The lines of which there is something to say, by what it is. */
export function RowList({ batch }: { batch: string }) {
  const [shown, setShown] = useState<Shown>('all');
  const result = useQuery(ImportRowsDocument, { variables: { first: page, after: null, filter: { batch: { eq: batch }, ...filters[shown] } }, fetchPolicy: 'network-only' });
  const data = result.data ?? result.previousData;
  return (
    <>
      <ChoiceBar
        label={words.show}
        value={shown}
        onChange={setShown}
        choices={[{ value: 'all', label: words.allRows }, { value: 'bad', label: words.badRows }, { value: 'warned', label: words.warnedRows }, { value: 'duplicate', label: words.duplicateRows }]}
      />
      <Answer result={result} data={data} rows={6}>
        {({ importRows: { nodes, pageInfo, totalCount } }) => (
          <>
            <ListCount>{words.found(formatNumber(totalCount.value))}</ListCount>
            {nodes.length === 0 ? <Empty>{words.noRows}</Empty> : <DataTable caption={words.rows} columns={columns} rows={nodes} rowKey={({ id }) => id} />}
            {pageInfo.hasNextPage && <Button onClick={() => void result.fetchMore({ variables: { after: pageInfo.endCursor }, updateQuery: append })}>{words.more}</Button>}
          </>
        )}
      </Answer>
    </>
  );
}

const append = (before: ImportRowsQuery, { fetchMoreResult: next }: { fetchMoreResult: ImportRowsQuery }): ImportRowsQuery => ({ importRows: { ...next.importRows, nodes: [...before.importRows.nodes, ...next.importRows.nodes] } });
