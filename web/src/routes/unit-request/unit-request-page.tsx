import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { formatCount } from '../../text/format';
import { text } from '../../text/text';
import { list as words, requestKind } from '../../text/vi-unit-request';
import { Button, ButtonLink } from '../../ui/button';
import { ChoiceBar } from '../../ui/choice-bar';
import { SearchField, SelectField } from '../../ui/field';
import { ListCount } from '../../ui/list-count';
import { Page } from '../../ui/page';
import { Empty, Failed } from '../../ui/states';
import { RequestRow } from './request-row';
import { filterOf, kindCodes, kindOf, requestStands, requestTabs, standOf, type UnitRequestFilters } from './unit-request-filters';
import { UnitRequestsDocument, type UnitRequestsQuery } from './unit-request.generated';
import css from './unit-request.module.css';

const rowsAtOnce = 25;
/** What waits comes first, the most overdue on top. */
const order = [{ isOpen: 'DESC' as const }, { dueDay: 'ASC' as const }];

/** "Kiến nghị, đề nghị": who owes whom an answer. */
export function UnitRequestPage() {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const filters = useSearch({ from: '/cong/$unitCode/kien-nghi' });
  const mayAsk = useCan('Mutation.createUnitRequest');
  const tab = filters.xem ?? 'can';
  const result = useQuery(UnitRequestsDocument, { variables: { first: rowsAtOnce, filter: filterOf(filters, viewer.unit.id), order } });
  const data = result.data ?? (result.loading ? result.previousData : undefined);
  const params = { unitCode: viewer.unit.code };
  const put = (part: { [K in keyof UnitRequestFilters]?: UnitRequestFilters[K] | '' }) => {
    const search = Object.fromEntries(Object.entries({ ...filters, ...part }).filter(([, value]) => value)) as UnitRequestFilters;
    void navigate({ to: '/cong/$unitCode/kien-nghi', params, search, replace: true, resetScroll: false });
  };
  return (
    <Page title={words.title} lead={words.lead} action={mayAsk && <ButtonLink kind="primary" to="/cong/$unitCode/kien-nghi/moi" params={params}>{words.ask}</ButtonLink>}>
      <div role="search" aria-label={text.control.filters} className={css.filters}>
        <ChoiceBar label={words.tab} value={tab} onChange={(xem) => put({ xem, tt: '', dv: '' })} choices={requestTabs.map((value) => ({ value, label: words.tabs[value] }))} />
        <SelectField
          label={words.state} value={standOf(filters) ?? ''} onChange={(event) => put({ tt: requestStands.find((one) => one === event.currentTarget.value) ?? '' })}
          choices={[...(tab === 'can' ? [] : [{ value: '', label: text.control.all }]), ...requestStands.filter((one) => tab !== 'can' || one !== 'nhap').map((value) => ({ value, label: words.states[value] }))]}
        />
        <SelectField
          label={words.kind} value={filters.loai ?? ''} onChange={(event) => put({ loai: kindCodes.find((one) => one === event.currentTarget.value) ?? '' })}
          choices={[{ value: '', label: text.control.all }, ...kindCodes.map((value) => ({ value, label: requestKind[kindOf(value)] }))]}
        />
        <Find value={filters.tim ?? ''} put={(tim) => put({ tim })} />
      </div>
      <Answer result={result} data={data} rows={5} rowHeight={72}>
        {({ unitRequests: { nodes, totalCount, pageInfo } }) => nodes.length === 0 ? <Empty>{words.none[tab]}</Empty> : (
          <>
            <ListCount>{words.count(String(nodes.length), formatCount(totalCount))}</ListCount>
            <ul className={css.rows} aria-label={words.heading}>{nodes.map((request) => <RequestRow key={request.id} request={request} />)}</ul>
            {pageInfo.hasNextPage && pageInfo.endCursor && <More load={() => result.fetchMore({ variables: { after: pageInfo.endCursor }, updateQuery: append })} />}
          </>
        )}
      </Answer>
    </Page>
  );
}

/** Asks the server once typing has paused. */
function Find({ value, put }: { value: string; put: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const wait = setTimeout(() => put(typed), 400);
    return () => clearTimeout(wait);
  });
  return <SearchField label={words.find} value={typed} onChange={setTyped} />;
}

function More({ load }: { load: () => Promise<unknown> }) {
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still');
  const run = async () => {
    setState('busy');
    setState(await load().then(() => 'still' as const, () => 'failed' as const));
  };
  if (state === 'failed') return <Failed message={words.moreFailed} onRetry={() => void run()} />;
  return <div><Button busy={state === 'busy'} onClick={() => void run()}>{words.more(rowsAtOnce)}</Button></div>;
}

const append = (before: UnitRequestsQuery, { fetchMoreResult: next }: { fetchMoreResult: UnitRequestsQuery }): UnitRequestsQuery =>
  ({ ...next, unitRequests: { ...next.unitRequests, nodes: [...before.unitRequests.nodes, ...next.unitRequests.nodes] } });
