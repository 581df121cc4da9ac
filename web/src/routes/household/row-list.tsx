import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/button';
import { ListCount } from '../../ui/list-count';
import { Section } from '../../ui/page';
import { Failed } from '../../ui/states';
import css from './household.module.css';

/** How many rows of such a list come at once. */
export const rowsAtOnce = 25;

interface RowListProps {
  title: string;
  /** "25 trong 60 đề nghị" */
  count: string;
  words: { more: (count: number) => string; moreFailed: string };
  page: { hasNextPage: boolean; endCursor: string | null };
  more: (after: string) => Promise<unknown>;
  children: ReactNode;
}

/** Pairings or requests one below the other, as far as they were read, and the next ones. */
export function RowList({ title, count, words, page: { hasNextPage, endCursor }, more, children }: RowListProps) {
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still');
  const load = async (after: string) => {
    setState('busy');
    setState(await more(after).then(() => 'still' as const, () => 'failed' as const));
  };
  return (
    <>
      <ListCount>{count}</ListCount>
      <Section title={title}>
        <div className={css.rows}>{children}</div>
      </Section>
      {state === 'failed' && endCursor && <Failed message={words.moreFailed} onRetry={() => void load(endCursor)} />}
      {state !== 'failed' && hasNextPage && endCursor && (
        <div>
          <Button busy={state === 'busy'} onClick={() => void load(endCursor)}>{words.more(rowsAtOnce)}</Button>
        </div>
      )}
    </>
  );
}
