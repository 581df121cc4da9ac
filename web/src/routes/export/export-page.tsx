import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { fileAddress } from '../../graphql/file';
import { Answer } from '../../graphql/answer';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { formatInstant } from '../../text/format';
import { exporting as words, exportState } from '../../text/vi-export';
import { Button } from '../../ui/button';
import { DataTable, type Column } from '../../ui/data-table';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { CancelExportDocument, ExportHistoryDocument, type ExportHistoryQuery, type ExportProgressFragment } from './export.generated';
import { isUnderWay, progressWords } from './export-progress';
import css from './export.module.css';

/** "Tệp đã xuất": what the post took out, latest first; jobs under way are followed. */
export function ExportPage() {
  const result = useQuery(ExportHistoryDocument, { variables: { after: null } });
  const { startPolling, stopPolling } = result;
  const data = result.data ?? result.previousData;
  const isWaiting = data?.exportJobs.nodes.some(isUnderWay) ?? false;
  useEffect(() => {
    if (!isWaiting) return;
    startPolling(2000);
    return stopPolling;
  }, [isWaiting, startPolling, stopPolling]);
  return (
    <Page title={words.history} lead={words.historyLead} wide>
      <Answer result={result} data={data as ExportHistoryQuery | undefined} rows={5}>
        {({ exportJobs: { nodes, pageInfo } }) =>
          nodes.length === 0 ? <Empty>{words.empty}</Empty> : (
            <>
              <DataTable caption={words.history} columns={columns} rows={nodes} rowKey={({ id }) => id} />
              {pageInfo.hasNextPage && (
                <div><Button onClick={() => void result.fetchMore({ variables: { after: pageInfo.endCursor }, updateQuery: append })}>{words.more}</Button></div>
              )}
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function Outcome({ job }: { job: ExportProgressFragment }) {
  const { run, busy } = useCommand(CancelExportDocument);
  if (isUnderWay(job)) {
    const cancel = async () => void sayOutcome(await run({ input: { id: job.id } }), words.cancelled);
    return <Button small busy={busy} onClick={() => void cancel()}>{words.cancel}</Button>;
  }
  if (job.file) return <span><a href={fileAddress(job.file.id)} download>{words.download}</a> <span className={css.soft}>({words.expires(formatInstant(job.expiresAt))})</span></span>;
  return job.state === 'DONE' ? <span className={css.soft}>{words.gone}</span> : null;
}

const columns: Column<ExportProgressFragment>[] = [
  { key: 'title', title: words.list, cell: ({ title }) => title, head: true },
  { key: 'at', title: words.at, cell: ({ createdAt }) => formatInstant(createdAt) },
  { key: 'state', title: words.state, cell: ({ state }) => exportState[state] },
  { key: 'rows', title: words.rows, cell: (job) => progressWords(job) },
  { key: 'file', title: words.file, cell: (job) => <Outcome job={job} /> },
];

/** The pages read so far as one list. */
const append = (before: ExportHistoryQuery, { fetchMoreResult: next }: { fetchMoreResult: ExportHistoryQuery }): ExportHistoryQuery => ({
  exportJobs: { ...next.exportJobs, nodes: [...before.exportJobs.nodes, ...next.exportJobs.nodes] },
});
