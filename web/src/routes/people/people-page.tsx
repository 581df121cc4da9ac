import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../../session';
import { text } from '../../text/text';
import { people as words } from '../../text/vi-household-list';
import { SelectField } from '../../ui/field';
import { Page } from '../../ui/page';
import { NoPermission } from '../../ui/states';
import css from '../household/household-list.module.css';
import { PlaceFields, SearchBox } from '../household/place-fields';
import { MembersFound } from './members-found';
import { MeritFound } from './merit-found';
import type { PeopleFilters } from './people-filters';
import { listsOf } from './people-lists';

/** "Danh sách người": members of the households that the portal sees, by what one works on; each leads to its household. */
export function PeoplePage() {
  const session = useSession();
  const { viewer } = session;
  const offered = listsOf(session);
  const navigate = useNavigate();
  const filters = useSearch({ from: '/cong/$unitCode/danh-sach-nguoi' });
  const list = offered.find((one) => one === filters.ds) ?? offered[0];
  const put = (part: { [K in keyof PeopleFilters]?: string }) => {
    const search = Object.fromEntries(Object.entries({ ...filters, ...part }).filter(([, value]) => value)) as PeopleFilters;
    void navigate({ to: '/cong/$unitCode/danh-sach-nguoi', params: { unitCode: viewer.unit.code }, search, replace: true, resetScroll: false });
  };
  if (!list) {
    return (
      <Page title={words.title}>
        <NoPermission grantedBy={text.states.secretariat}>{words.noLists}</NoPermission>
      </Page>
    );
  }
  const Found = list === 'nguoicocong' ? MeritFound : MembersFound;
  return (
    <Page title={words.lists[list]} over={words.title} lead={words.lead} wide>
      <div role="search" aria-label={text.control.filters} className={css.people}>
        <SelectField label={words.choose} value={list} onChange={(event) => put({ ds: event.currentTarget.value })} choices={offered.map((value) => ({ value, label: words.lists[value] }))} />
        <SearchBox label={words.search} value={filters.tim ?? ''} put={(tim) => put({ tim })} />
        <PlaceFields xa={filters.xa} thon={filters.thon} put={put} />
      </div>
      <Found key={list} list={list} filters={filters} />
    </Page>
  );
}
