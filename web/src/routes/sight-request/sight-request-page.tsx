import { useQuery } from '@apollo/client/react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { formatCount } from '../../text/format';
import { text } from '../../text/text';
import { requests as words } from '../../text/vi-sight-request';
import { ChoiceBar } from '../../ui/choice-bar';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { RowEditing } from '../household/edit-context';
import css from '../household/household.module.css';
import { CommuneField } from '../household/place-fields';
import { RequestItem } from '../household/request-item';
import { RowList, rowsAtOnce } from '../household/row-list';
import { ToHouseholds } from '../household/to-households';
import { requestsOf, requestStands, type RequestFilters, type RequestStand } from './sight-request-filters';
import { SightRequestsDocument, type SightRequestsQuery } from './sight-request.generated';

type Request = SightRequestsQuery['sightRequests']['nodes'][number];

/** "Đề nghị mở xem": for the asking unit what it sent, for a commune what waits for its head, each answered in place. */
export function SightRequestPage() {
  const { viewer, today } = useSession();
  const navigate = useNavigate();
  const { tt, xa } = useSearch({ from: '/cong/$unitCode/de-nghi-mo-xem' });
  const ofCommune = viewer.portalKind === 'commune';
  const mayAsk = useCan('Mutation.requestSight');
  const stand = tt ?? (ofCommune ? 'cho' : 'tatca');
  const place = ofCommune ? undefined : xa;
  const filterOf = (of: RequestStand) => requestsOf(of, place, today);
  const result = useQuery(SightRequestsDocument, { variables: { first: rowsAtOnce, filter: filterOf(stand), waiting: filterOf('cho'), open: filterOf('mo') } });
  const data = result.data ?? (result.loading ? result.previousData : undefined);
  const counts: Partial<Record<RequestStand, string>> = data ? { cho: formatCount(data.waiting.totalCount), mo: formatCount(data.open.totalCount) } : {};
  const put = (part: RequestFilters) => {
    const search = Object.fromEntries(Object.entries({ tt, xa, ...part }).filter(([, value]) => value)) as RequestFilters;
    void navigate({ to: '/cong/$unitCode/de-nghi-mo-xem', params: { unitCode: viewer.unit.code }, search, replace: true, resetScroll: false });
  };
  const { portalKind } = viewer;
  return (
    <Page title={words.title} lead={portalKind === 'secretariat' || portalKind === 'commune' ? words.lead[portalKind] : words.lead.asker} action={mayAsk && <ToHouseholds label={words.choose} />}>
      <div role="search" aria-label={text.control.filters} className={css.standing}>
        <ChoiceBar
          label={words.stand} value={stand} onChange={(value) => put({ tt: value })}
          choices={requestStands.map((value) => ({ value, label: counts[value] === undefined ? words.stands[value] : words.standCount(words.stands[value], counts[value]) }))}
        />
        {!ofCommune && <CommuneField value={xa ?? ''} put={(value) => put({ xa: value })} />}
      </div>
      <Answer result={result} data={data} rows={4} rowHeight={120}>
        {({ sightRequests: { nodes, totalCount, pageInfo } }) => nodes.length === 0 ? <Empty>{words.none[stand]}</Empty> : (
          <RowEditing rows={{ requests: nodes }}>
            <RowList
              title={words.list} words={words} page={pageInfo} count={words.count(String(nodes.length), formatCount(totalCount))}
              more={(after) => result.fetchMore({ variables: { after }, updateQuery: append })}
            >
              {nodes.map((request) => <RequestItem key={request.id} request={request} about={{ name: request.household?.code ?? words.unseen, shown: <About request={request} /> }} />)}
            </RowList>
          </RowEditing>
        )}
      </Answer>
    </Page>
  );
}

function About({ request: { household, commune } }: { request: Request }) {
  const { viewer } = useSession();
  const place = viewer.portalKind === 'commune' ? null : commune.shortName;
  if (!household) return <p className={css.soft}>{[words.unseen, place].filter(Boolean).join(' · ')}</p>;
  return (
    <p>
      <Link to="/cong/$unitCode/ho/$householdId" params={{ unitCode: viewer.unit.code, householdId: household.id }}>{household.headName}</Link>
      <span className={css.soft}> · {[household.code, household.village?.name, place].filter(Boolean).join(' · ')}</span>
    </p>
  );
}

const append = (before: SightRequestsQuery, { fetchMoreResult: next }: { fetchMoreResult: SightRequestsQuery }): SightRequestsQuery =>
  ({ ...next, sightRequests: { ...next.sightRequests, nodes: [...before.sightRequests.nodes, ...next.sightRequests.nodes] } });
