import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { household as words, standards } from '../../text/vi-household';
import { Button, ButtonLink } from '../../ui/button';
import { DataTable, ListCount } from '../../ui/data-table';
import { Hidden } from '../../ui/hidden';
import { Notice, Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { useHouseholdColumns } from './household-columns';
import { FilterBar } from './household-filter-bar';
import { standardOf, variablesOf, type HouseholdFilters } from './household-filters';
import { HouseholdListDocument, type HouseholdListQuery } from './household-list.generated';
import css from './household.module.css';

/** "Hộ gia đình": the households that the viewer may see, filtered in the address, 25 at a time. */
export function HouseholdListPage() {
  const { viewer } = useSession();
  const navigate = useNavigate();
  const filters = useSearch({ from: '/cong/$unitCode/ho' });
  const canReadCounts = useCanReadCounts();
  const mayAdd = useCan('Mutation.createHousehold');
  const result = useQuery(HouseholdListDocument, { variables: variablesOf(filters, canReadCounts) });
  const data = result.data ?? (result.loading ? result.previousData : undefined);
  const change = (next: HouseholdFilters) =>
    void navigate({ to: '/cong/$unitCode/ho', params: { unitCode: viewer.unit.code }, search: next, replace: true, resetScroll: false });
  return (
    <Page title={words.title} lead={words.under(useScope(), standards[standardOf(filters)] ?? standardOf(filters))} wide action={mayAdd && <ButtonLink to="/cong/$unitCode/ho/moi" params={{ unitCode: viewer.unit.code }}>{words.add}</ButtonLink>}>
      <FilterBar filters={filters} change={change} />
      <Answer result={result} data={data} rows={8} rowHeight={44}>
        {(found) =>
          found.households.nodes.length > 0 ? (
            <Found data={found} more={(after) => result.fetchMore({ variables: { after }, updateQuery: append })} />
          ) : (
            <None filters={filters} clear={() => change({})} />
          )
        }
      </Answer>
    </Page>
  );
}

/** Worker, child and deprivation counts go together: a portal reads all three or none. */
const useCanReadCounts = () =>
  [useCan('Household.workerCount'), useCan('Household.childCount'), useCan('Household.deprivationCount')].every(Boolean);

/** Whose households these are. */
function useScope(): string {
  const { viewer } = useSession();
  if (viewer.portalKind === 'commune') return words.yourCommune(viewer.unit.shortName);
  if (viewer.portalKind === 'department') return words.departmentHouseholds;
  return viewer.portalKind === 'massOrganisation' ? words.pairedHouseholds : words.allHouseholds;
}

interface FoundProps {
  data: HouseholdListQuery;
  more: (after: string) => Promise<unknown>;
}

function Found({ data, more }: FoundProps) {
  const canReadCounts = useCanReadCounts();
  const columns = useHouseholdColumns(canReadCounts);
  const [busy, setBusy] = useState(false);
  const { nodes, pageInfo, totalCount } = data.households;
  const all = totalCount.isExact ? formatNumber(totalCount.value) : words.atLeast(formatNumber(totalCount.value));
  const { endCursor } = pageInfo;
  const loadMore = async (after: string) => {
    setBusy(true);
    await more(after).catch(() => undefined);
    setBusy(false);
  };
  return (
    <>
      {nodes.some(({ synthetic }) => synthetic) && <Notice title={words.synthetic}>{words.syntheticLead}</Notice>}
      <ListCount>{words.count(formatNumber(nodes.length), all)}</ListCount>
      {!canReadCounts && (
        <p className={css.soft}>
          {words.hiddenColumns([words.dependents, words.lackCount].join(', '))} <Hidden reason="PORTAL" />
        </p>
      )}
      <DataTable caption={words.title} columns={columns} rows={nodes} rowKey={({ id }) => id} />
      {pageInfo.hasNextPage && endCursor && (
        <div>
          <Button busy={busy} onClick={() => void loadMore(endCursor)}>
            {words.more(25)}
          </Button>
        </div>
      )}
    </>
  );
}

function None({ filters, clear }: { filters: HouseholdFilters; clear: () => void }) {
  const { viewer } = useSession();
  const { chuan: _standard, xep: _order, ...narrowing } = filters;
  const isFiltered = Object.keys(narrowing).length > 0 || filters.chuan !== undefined;
  if (isFiltered) {
    return <Empty action={<Button onClick={clear}>{text.control.clearFilters}</Button>}>{words.none}</Empty>;
  }
  const sentences = { commune: words.emptyCommune, department: words.emptyDepartment, massOrganisation: words.emptyOrganisation };
  return <Empty>{sentences[viewer.portalKind as keyof typeof sentences] ?? words.none}</Empty>;
}

/** The pages read so far as one list. */
const append = (before: HouseholdListQuery, { fetchMoreResult: next }: { fetchMoreResult: HouseholdListQuery }): HouseholdListQuery => ({
  households: { ...next.households, nodes: [...before.households.nodes, ...next.households.nodes] },
});
