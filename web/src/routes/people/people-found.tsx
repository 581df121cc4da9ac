import { useMemo, useState, type ReactNode } from 'react';
import { useSession } from '../../session';
import { formatCount, formatNumber, type Counted } from '../../text/format';
import { list as listWords, people as words } from '../../text/vi-household-list';
import { Button } from '../../ui/button';
import { DataTable } from '../../ui/data-table';
import { ListCount } from '../../ui/list-count';
import { Empty, Failed } from '../../ui/states';
import css from '../household/household-list.module.css';
import { peopleColumns, type Person } from './people-columns';
import type { PeopleFilters, PeopleList } from './people-filters';

export interface FoundProps {
  list: PeopleList;
  filters: PeopleFilters;
}

interface PeopleFoundProps {
  list: PeopleList;
  people: readonly Person[];
  /** `totalCount` may come after the first people, or not at all. */
  page: { totalCount?: Counted; isCounting?: boolean; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  more: (after: string) => Promise<unknown>;
  tools?: ReactNode;
}

/** The people read so far, and the next page of them. */
export function PeopleFound({ list, people, page: { totalCount, isCounting, pageInfo }, more, tools }: PeopleFoundProps) {
  const { viewer, year } = useSession();
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still');
  const columns = useMemo(() => peopleColumns(list, year, viewer.portalKind !== 'commune'), [list, year, viewer.portalKind]);
  const { endCursor, hasNextPage } = pageInfo;
  const seesAll = viewer.portalKind === 'commune' || viewer.portalKind === 'secretariat';
  if (people.length === 0) return <Empty>{seesAll ? words.none : words.noneOurs}</Empty>;
  const shown = formatNumber(people.length);
  const all = totalCount && formatCount(totalCount);
  const told = !hasNextPage ? words.count(shown, shown) : all ? words.count(shown, all) : isCounting ? words.counting(shown) : words.first(shown);
  const load = async (after: string) => {
    setState('busy');
    setState(await more(after).then(() => 'still' as const, () => 'failed' as const));
  };
  return (
    <>
      <div className={css.above}>
        <ListCount>{told}</ListCount>
        {tools}
      </div>
      <DataTable caption={words.lists[list]} columns={columns} rows={people} rowKey={({ id }) => id} />
      {state === 'failed' && endCursor && <Failed message={listWords.moreFailed} onRetry={() => void load(endCursor)} />}
      {state !== 'failed' && hasNextPage && endCursor && (
        <div>
          <Button busy={state === 'busy'} onClick={() => void load(endCursor)}>{words.more(25)}</Button>
        </div>
      )}
    </>
  );
}
