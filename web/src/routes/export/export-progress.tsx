import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { fileAddress } from '../../graphql/file';
import { sayOutcome, useCommand } from '../../graphql/mutation';
import { useSession } from '../../session';
import { formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { exporting as words, exportState } from '../../text/vi-export';
import { Button } from '../../ui/button';
import { DialogActions } from '../../ui/confirm-dialog';
import { CancelExportDocument, ExportJobStateDocument, type ExportProgressFragment } from './export.generated';
import css from './export.module.css';

export const isUnderWay = ({ state }: Pick<ExportProgressFragment, 'state'>): boolean => state === 'QUEUED' || state === 'RUNNING';

/** How far a job has come, in words. */
export function progressWords({ state, done, total, message }: ExportProgressFragment): string {
  if (state === 'QUEUED') return words.preparing;
  if (state === 'RUNNING') return done === 0 && total === null ? words.preparing : words.running(formatNumber(done), total === null ? null : formatNumber(total));
  return state === 'DONE' ? words.finished(formatNumber(done)) : message ?? exportState[state];
}

interface ExportProgressPanelProps {
  id: string;
  again: () => void;
  onClose: () => void;
}

/** One job until it is over, asked for every second; then its file. */
export function ExportProgressPanel({ id, again, onClose }: ExportProgressPanelProps) {
  const { viewer } = useSession();
  const { data, startPolling, stopPolling } = useQuery(ExportJobStateDocument, { variables: { id }, fetchPolicy: 'network-only', nextFetchPolicy: 'network-only' });
  const { run, busy } = useCommand(CancelExportDocument);
  const job = data?.exportJobs.nodes[0];
  const isOver = job !== undefined && !isUnderWay(job);
  useEffect(() => {
    if (isOver) return;
    startPolling(1000);
    return stopPolling;
  }, [isOver, startPolling, stopPolling]);
  const cancel = async () => {
    sayOutcome(await run({ input: { id } }), words.cancelled);
  };
  return (
    <>
      <p role="status">{job ? progressWords(job) : words.preparing}</p>
      {job?.state === 'RUNNING' && <progress className={css.progress} aria-label={words.title} {...(job.total !== null && { value: job.done, max: Math.max(job.total, 1) })} />}
      {job?.file && <p><a href={fileAddress(job.file.id)} download>{words.downloadOf(job.file.name)}</a></p>}
      {!isOver && <p className={css.soft}>{words.meanwhile}</p>}
      <p><Link to="/cong/$unitCode/tep-xuat" params={{ unitCode: viewer.unit.code }}>{words.history}</Link></p>
      <DialogActions>
        {isOver ? <Button onClick={again}>{words.again}</Button> : <Button busy={busy} onClick={() => void cancel()}>{words.cancel}</Button>}
        <Button onClick={onClose}>{text.control.close}</Button>
      </DialogActions>
    </>
  );
}
