import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { text } from '../../text/text';
import { household as words, standards } from '../../text/vi-household';
import { columns as columnWords, people } from '../../text/vi-household-list';
import { Button, ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { ExportListButton } from '../export/export-button';
import { listsOf } from '../people/people-lists';
import { FilterBar } from './household-filter-bar';
import { standardOf, without, type HouseholdFilters } from './household-filters';
import { HouseholdListDocument, type HouseholdListQuery } from './household-list.generated';
import css from './household-list.module.css';
import { FoundHouseholds } from './household-rows';
import { filterOf, orderOf, sortOf, writeOrder, type OrderKey } from './household-variables';
import { useChosenColumns } from './use-chosen-columns';

const ColumnDialog = lazy(() => import('./column-dialog').then((dialog) => ({ default: dialog.ColumnDialog })));

/** "Hộ gia đình": the households that the viewer may see, filtered and sorted in the address, 25 at a time. */
export function HouseholdListPage() {
  const session = useSession(), { viewer, permissions, year } = session;
  const navigate = useNavigate();
  const filters = useSearch({ from: '/cong/$unitCode/ho' });
  const columns = useChosenColumns();
  const [isChoosing, setIsChoosing] = useState(false);
  const canReadCounts = useCanReadCounts();
  const mayAdd = useCan('Mutation.createHousehold');
  const maySeePeople = listsOf(session).length > 0;
  const order = orderOf(filters, permissions);
  const asked = useMemo(() => ({ filter: filterOf(filters, permissions, year), order: sortOf(orderOf(filters, permissions)) }), [filters, permissions, year]);
  const result = useQuery(HouseholdListDocument, { variables: { first: 25, ...asked, canReadCounts } });
  const data = result.data ?? (result.loading ? result.previousData : undefined);
  const params = { unitCode: viewer.unit.code };
  const change = (next: HouseholdFilters) => void navigate({ to: '/cong/$unitCode/ho', params, search: next, replace: true, resetScroll: false });
  const actions = (
    <span className={css.line}>
      {maySeePeople && <ButtonLink to="/cong/$unitCode/danh-sach-nguoi" params={params}>{people.link}</ButtonLink>}
      {mayAdd && <ButtonLink to="/cong/$unitCode/ho/moi" params={params}>{words.add}</ButtonLink>}
    </span>
  );
  return (
    <Page title={words.title} lead={words.under(useScope(), standards[standardOf(filters)] ?? standardOf(filters))} wide action={actions}>
      <FilterBar filters={filters} change={change} />
      <Answer result={result} data={data} rows={8} rowHeight={44}>
        {(found) =>
          found.households.nodes.length > 0 ? (
            <FoundHouseholds
              key={JSON.stringify(asked)}
              data={found}
              columns={columns.shown}
              order={order}
              onOrder={(key, descending) => change(without({ ...filters, xep: writeOrder({ key: key as OrderKey, descending }) }))}
              more={(after) => result.fetchMore({ variables: { after }, updateQuery: append })}
              tools={
                <>
                  <Button small onClick={() => setIsChoosing(true)}>{columnWords.open}</Button>
                  <ExportListButton kind="HOUSEHOLDS" {...asked} />
                </>
              }
            />
          ) : (
            <None filters={filters} clear={() => change({})} />
          )
        }
      </Answer>
      {isChoosing && (
        <Suspense>
          <ColumnDialog {...columns} onClose={() => setIsChoosing(false)} />
        </Suspense>
      )}
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

function None({ filters, clear }: { filters: HouseholdFilters; clear: () => void }) {
  const { viewer } = useSession();
  const isFiltered = Object.keys(without(filters, 'xep')).length > 0;
  if (isFiltered) return <Empty action={<Button onClick={clear}>{text.control.clearFilters}</Button>}>{words.none}</Empty>;
  const sentences = { commune: words.emptyCommune, department: words.emptyDepartment, massOrganisation: words.emptyOrganisation };
  return <Empty>{sentences[viewer.portalKind as keyof typeof sentences] ?? words.none}</Empty>;
}

/** The pages read so far as one list. */
const append = (before: HouseholdListQuery, { fetchMoreResult: next }: { fetchMoreResult: HouseholdListQuery }): HouseholdListQuery => ({
  households: { ...next.households, nodes: [...before.households.nodes, ...next.households.nodes] },
});
