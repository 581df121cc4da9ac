import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { useCan, useSession } from '../../session';
import { formatCount, formatNumber } from '../../text/format';
import { household as words } from '../../text/vi-household';
import { bulk, list } from '../../text/vi-household-list';
import { Button } from '../../ui/button';
import { ListCount } from '../../ui/list-count';
import { Notice } from '../../ui/page';
import { Failed } from '../../ui/states';
import { WorkTable, type WorkColumn } from '../../ui/work-table';
import { useIsPhone } from '../board/use-is-phone';
import type { Row } from './household-columns';
import type { HouseholdListQuery } from './household-list.generated';
import css from './household-list.module.css';
import type { ListOrder } from './household-variables';

const HouseholdGlance = lazy(() => import('./household-glance').then((glance) => ({ default: glance.HouseholdGlance })));
const BulkAssign = lazy(() => import('./bulk-assign').then((assign) => ({ default: assign.BulkAssign })));

interface FoundHouseholdsProps {
  data: HouseholdListQuery;
  columns: readonly WorkColumn<Row>[];
  order: ListOrder;
  onOrder: (key: string, descending: boolean) => void;
  more: (after: string) => Promise<unknown>;
  tools: ReactNode;
}

/** The rows read so far: looked at one by one beside the list, several of them chosen for one piece of work. */
export function FoundHouseholds({ data, columns, order, onOrder, more, tools }: FoundHouseholdsProps) {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const mayAssign = [useCan('Mutation.updateHousehold'), useCan('Household.officerInCharge:update')].every(Boolean);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const [isAssigning, setIsAssigning] = useState(false);
  const region = useRef<HTMLDivElement>(null);
  const { nodes, totalCount } = data.households;
  const all = formatCount(totalCount);
  const shown = isPhone ? undefined : nodes.find(({ id }) => id === current);
  const open = (householdId: string) => void navigate({ to: '/cong/$unitCode/ho/$householdId', params: { unitCode: viewer.unit.code, householdId } });
  const leave = () => {
    region.current?.querySelector<HTMLElement>('tr[aria-current]')?.focus();
    setCurrent(null);
  };
  return (
    <>
      <div className={css.above}>
        <ListCount>{words.count(formatNumber(nodes.length), all)}</ListCount>
        <span className={css.line}>{tools}</span>
      </div>
      {chosen.size > 0 && (
        <div className={css.work} role="region" aria-label={list.chosen(formatNumber(chosen.size))}>
          <strong role="status">{list.chosen(formatNumber(chosen.size))}</strong>
          <Button small kind="primary" onClick={() => setIsAssigning(true)}>{bulk.assign}</Button>
          <Button small kind="quiet" onClick={() => setChosen(new Set())}>{list.unselect}</Button>
        </div>
      )}
      <div ref={region} className={shown ? css.beside : undefined}>
        <WorkTable
          caption={words.title}
          columns={columns}
          rows={nodes}
          rowKey={rowKey}
          rowName={({ code, headName }) => `${code}, ${headName}`}
          total={totalCount.isExact ? totalCount.value : undefined}
          order={order}
          onOrder={onOrder}
          chosen={mayAssign ? { ids: chosen, change: setChosen } : undefined}
          current={isPhone ? undefined : { id: current, change: setCurrent, open }}
        />
        {shown && (
          <Suspense fallback={<aside className={css.glance} />}>
            <HouseholdGlance row={shown} onClose={leave} />
          </Suspense>
        )}
      </div>
      <More data={data} more={more} />
      {nodes.some(({ synthetic }) => synthetic) && <Notice title={words.synthetic}>{words.syntheticLead}</Notice>}
      {isAssigning && (
        <Suspense>
          <BulkAssign rows={nodes.filter(({ id }) => chosen.has(id))} onClose={() => setIsAssigning(false)} saved={(ids) => setChosen(new Set([...chosen].filter((id) => !ids.includes(id))))} />
        </Suspense>
      )}
    </>
  );
}

const rowKey = ({ id }: Row): string => id;

/** Fetches the next page; a failure leaves what was read and says so. */
function More({ data, more }: Pick<FoundHouseholdsProps, 'data' | 'more'>) {
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still');
  const { hasNextPage, endCursor } = data.households.pageInfo;
  if (!hasNextPage || !endCursor) return null;
  const load = async () => {
    setState('busy');
    setState(await more(endCursor).then(() => 'still' as const, () => 'failed' as const));
  };
  if (state === 'failed') return <Failed message={list.moreFailed} onRetry={() => void load()} />;
  return (
    <div>
      <Button busy={state === 'busy'} onClick={() => void load()}>{words.more(25)}</Button>
    </div>
  );
}
