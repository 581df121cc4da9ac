import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useCan, useSession } from '../../session';
import { text } from '../../text/text';
import { household as words, householdClass, householdOrder, standardChoices } from '../../text/vi-household';
import { SearchField, SelectField, type Choice } from '../../ui/field';
import { classes, orders, standardCodes, standardOf, type HouseholdFilters } from './household-filters';
import { HouseholdCommunesDocument, HouseholdVillagesDocument } from './household-list.generated';
import css from './household.module.css';

interface FilterBarProps {
  filters: HouseholdFilters;
  change: (next: HouseholdFilters) => void;
}

/** The list's filters; each change goes into the address. A commune filter only where the portal sees several. */
export function FilterBar({ filters, change }: FilterBarProps) {
  const { viewer } = useSession();
  const seesMany = viewer.portalKind !== 'commune';
  const mayFilterPlaces = useCan('HouseholdFilter.commune') && useCan('HouseholdFilter.village');
  const put = (part: Record<string, string>) => {
    const merged: Record<string, string> = { ...filters, ...part };
    if (part.xa !== undefined) delete merged.thon;
    change(Object.fromEntries(Object.entries(merged).filter(([, value]) => value)) as HouseholdFilters);
  };
  return (
    <div role="search" aria-label={text.control.filters} className={css.filters}>
      <Search value={filters.tim ?? ''} put={(tim) => put({ tim })} />
      {mayFilterPlaces && seesMany && <CommuneField value={filters.xa ?? ''} put={(xa) => put({ xa })} />}
      {mayFilterPlaces && (
        <VillageField commune={seesMany ? filters.xa : viewer.unit.id} value={filters.thon ?? ''} put={(thon) => put({ thon })} />
      )}
      <SelectField
        label={words.class}
        value={filters.loai ?? ''}
        onChange={(event) => put({ loai: event.currentTarget.value })}
        choices={[all, ...classes.map((value) => ({ value, label: householdClass[value] }))]}
      />
      <SelectField
        label={words.standard}
        value={standardOf(filters)}
        onChange={(event) => put({ chuan: event.currentTarget.value })}
        choices={standardCodes.map((value) => ({ value, label: standardChoices[value] ?? value }))}
      />
      <SelectField
        label={words.order}
        value={filters.xep ?? 'code'}
        onChange={(event) => put({ xep: event.currentTarget.value })}
        choices={orders.map((value) => ({ value, label: householdOrder[value] }))}
      />
    </div>
  );
}

const all: Choice = { value: '', label: text.control.all };

/** Asks the server once typing has paused, not at every letter. */
function Search({ value, put }: { value: string; put: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed === value) return;
    const wait = setTimeout(() => put(typed), 400);
    return () => clearTimeout(wait);
  });
  return <SearchField label={words.search} value={typed} onChange={setTyped} />;
}

function CommuneField({ value, put }: { value: string; put: (value: string) => void }) {
  const { data } = useQuery(HouseholdCommunesDocument, { fetchPolicy: 'cache-first' });
  const communes = data?.units.nodes.map(({ id, shortName }) => ({ value: id, label: shortName })) ?? [];
  return (
    <SelectField label={words.commune} value={value} onChange={(event) => put(event.currentTarget.value)} choices={[all, ...communes]} />
  );
}

function VillageField({ commune, value, put }: { commune: string | undefined; value: string; put: (value: string) => void }) {
  const { data } = useQuery(HouseholdVillagesDocument, {
    variables: { commune: commune ?? '' },
    skip: !commune,
    fetchPolicy: 'cache-first',
  });
  const villages = data?.units.nodes[0]?.villages ?? [];
  if (!commune || villages.length === 0) return null;
  return (
    <SelectField
      label={words.village}
      value={value}
      onChange={(event) => put(event.currentTarget.value)}
      choices={[all, ...villages.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}
