import type { ReactNode } from 'react';
import { Failed, Loading, NoPermission } from '../ui/states';
import { text } from '../text/text';
import { failureOf } from './failure';

interface AnswerProps<D> {
  /** What useQuery gave. */
  result: { data?: unknown; error?: unknown; loading: boolean; refetch: () => Promise<unknown> };
  data: D | undefined;
  /** Named in the sentence of a failure: "bảng tiến độ theo đơn vị". */
  what?: string;
  rows?: number;
  rowHeight?: number;
  children: (data: D) => ReactNode;
}

/**
 * One answer in its states: what came is shown at once, even while it is refreshed; else loading, refused or failed.
 * A refusal is explained in place and leaves the rest of the page alone.
 */
export function Answer<D>({ result, data, what, rows, rowHeight, children }: AnswerProps<D>) {
  if (data !== undefined) return children(data);
  if (result.error) {
    const failure = failureOf(result.error);
    if (failure.code === 'FORBIDDEN') return <NoPermission grantedBy={text.states.secretariat}>{failure.message}</NoPermission>;
    const message = failure.message === text.states.failed && what ? text.states.failedBlock(what) : failure.message;
    return <Failed message={message} code={failure.requestId} onRetry={() => void result.refetch()} />;
  }
  return <Loading rows={rows} height={rowHeight} />;
}
