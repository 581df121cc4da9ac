import { useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { formatCount, formatNumber } from '../../text/format';
import { classList as words } from '../../text/vi-class-list';
import { Button } from '../../ui/button';
import { DataTable } from '../../ui/data-table';
import { ListCount } from '../../ui/list-count';
import { Empty, Failed } from '../../ui/states';
import { ExportListButton } from '../export/export-button';
import listCss from '../household/household-list.module.css';
import { PrintFoot, PrintHead } from '../household/household-paper';
import '../household/household-print.css';
import css from './class-list.module.css';
import { ClassListDocument, type ClassListQuery, type ClassRecordFilter } from './class-list.generated';
import { inOrderOfCode } from './class-list-variables';
import { recordColumns } from './record-columns';

const page = 25, printPage = 100, mostOnPaper = 2000;

interface RecordsProps {
  caption: string;
  filter: ClassRecordFilter;
  none: string;
  /** What heads the list on paper, given how many households stand on it. */
  paper: (count: string) => { title: string; name: string; about: string };
}

/** Records of the list, a page at a time; printed whole, with signatures. */
export function Records({ caption, filter, none, paper }: RecordsProps) {
  const canReadDecision = [useCan('ClassRecord.decisionNumber'), useCan('ClassRecord.decisionDay')].every(Boolean);
  const result = useQuery(ClassListDocument, { variables: { first: page, filter, order: inOrderOfCode, canReadDecision } });
  const data = result.data as ClassListQuery | undefined;
  return (
    <Answer result={result} data={data} rows={8} rowHeight={44}>
      {({ classRecords }) =>
        classRecords.nodes.length === 0 ? <Empty>{none}</Empty> : (
          <Found caption={caption} records={classRecords} paper={paper} filter={filter} canReadDecision={canReadDecision} more={(after, first) => result.fetchMore({ variables: { after, first }, updateQuery: append }).then((next) => next.data!.classRecords)} />
        )
      }
    </Answer>
  );
}

type Page = ClassListQuery['classRecords'];
interface FoundProps extends Pick<RecordsProps, 'caption' | 'paper' | 'filter'> {
  records: Page;
  canReadDecision: boolean;
  more: (after: string, first: number) => Promise<Page>;
}

function Found({ caption, records: { nodes, totalCount, pageInfo }, paper, filter, canReadDecision, more }: FoundProps) {
  const { viewer } = useSession();
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still');
  const rows = useMemo(() => nodes.map((record, at) => ({ ...record, no: at + 1 })), [nodes]);
  const columns = useMemo(() => recordColumns({ seesMany: viewer.portalKind !== 'commune', decisions: canReadDecision }), [viewer.portalKind, canReadDecision]);
  const all = formatCount(totalCount);
  const { endCursor, hasNextPage } = pageInfo;
  const load = async (work: () => Promise<unknown>) => {
    setState('busy');
    setState(await work().then(() => 'still' as const, () => 'failed' as const));
  };
  const print = async () => {
    let rest: Page['pageInfo'] = pageInfo;
    while (rest.hasNextPage && rest.endCursor) ({ pageInfo: rest } = await more(rest.endCursor, printPage));
    // The rows that have just come stand in the page two frames later.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    window.print();
  };
  const tooLong = totalCount.value > mostOnPaper ? words.tooLong(formatNumber(mostOnPaper)) : undefined;
  return (
    <div className={css.sheet} data-print="list">
      <PrintHead {...paper(all)} />
      <div className={listCss.above} data-print="no">
        <ListCount>{words.count(formatNumber(nodes.length), all)}</ListCount>
        <span className={listCss.line}>
          <Button small busy={state === 'busy'} disabledReason={tooLong} onClick={() => void load(print)}>{words.print}</Button>
          <ExportListButton kind="CLASS_LIST" filter={filter} order={inOrderOfCode} />
        </span>
      </div>
      <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />
      {state === 'failed' && endCursor && <Failed message={words.moreFailed} onRetry={() => void load(() => more(endCursor, page))} />}
      {state !== 'failed' && hasNextPage && endCursor && (
        <div data-print="no">
          <Button busy={state === 'busy'} onClick={() => void load(() => more(endCursor, page))}>{words.more(page)}</Button>
        </div>
      )}
      <PrintFoot isList />
    </div>
  );
}

const append = (before: ClassListQuery, { fetchMoreResult: next }: { fetchMoreResult: ClassListQuery }): ClassListQuery => ({ classRecords: { ...next.classRecords, nodes: [...before.classRecords.nodes, ...next.classRecords.nodes] } });
