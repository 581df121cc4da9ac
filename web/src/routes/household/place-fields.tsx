import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useSession } from '../../session';
import { text } from '../../text/text';
import { household as words } from '../../text/vi-household';
import { SearchField, SelectField, type Choice } from '../../ui/field';
import { HouseholdCommunesDocument, HouseholdVillagesDocument } from './household-list.generated';

const all: Choice = { value: '', label: text.control.all };

interface Place {
  xa?: string;
  thon?: string;
}

/** Commune and village of a list: a commune only where the portal sees several; choosing another one drops the village. */
export function PlaceFields({ xa, thon, put }: Place & { put: (place: Place) => void }) {
  const { viewer } = useSession();
  const seesMany = viewer.portalKind !== 'commune';
  return (
    <>
      {seesMany && <CommuneField value={xa ?? ''} put={(value) => put({ xa: value, thon: '' })} />}
      <VillageField commune={seesMany ? xa : viewer.unit.id} value={thon ?? ''} put={(value) => put({ thon: value })} />
    </>
  );
}

/** Asks the server once typing has paused, not at every letter. */
export function SearchBox({ label, value, put }: { label: string; value: string; put: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const wait = setTimeout(() => put(typed), 400);
    return () => clearTimeout(wait);
  });
  return <SearchField label={label} value={typed} onChange={setTyped} />;
}

/** One of the communes, or all. */
export function CommuneField({ value, put }: { value: string; put: (value: string) => void }) {
  const { data } = useQuery(HouseholdCommunesDocument, { fetchPolicy: 'cache-first' });
  const communes = data?.units.nodes.map(({ id, shortName }) => ({ value: id, label: shortName })) ?? [];
  return <SelectField label={words.commune} value={value} onChange={(event) => put(event.currentTarget.value)} choices={[all, ...communes]} />;
}

function VillageField({ commune, value, put }: { commune: string | undefined; value: string; put: (value: string) => void }) {
  const { data } = useQuery(HouseholdVillagesDocument, { variables: { commune: commune ?? '' }, skip: !commune, fetchPolicy: 'cache-first' });
  const villages = data?.units.nodes[0]?.villages ?? [];
  if (!commune || villages.length === 0) return null;
  return <SelectField label={words.village} value={value} onChange={(event) => put(event.currentTarget.value)} choices={[all, ...villages.map(({ id, name }) => ({ value: id, label: name }))]} />;
}
