import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { client } from '../../graphql/client';
import { useSession } from '../../session';
import { formatNumber, searchable } from '../../text/format';
import { moveForm, movementForm as words } from '../../text/vi-household-movement';
import { SearchField } from '../../ui/field';
import type { OwnControlProps } from './edit-spec';
import { MovementCommunesDocument } from './household-movement.generated';
import { PickFrame, PickList } from './pick-list';

const shownAtOnce = 8;

/** Another commune of the province, found by its name of today or those of the communes that it was made of. */
export function CommunePicker({ id, label, error, value, onChange }: OwnControlProps) {
  const { viewer } = useSession();
  const { data, loading } = useQuery(MovementCommunesDocument, { fetchPolicy: 'cache-first' });
  const [typed, setTyped] = useState('');
  const others = (data?.units.nodes ?? []).filter((commune) => commune.id !== viewer.unit.id);
  const wanted = searchable(typed).split(/\s+/);
  const found = others.filter(({ shortName, predecessors }) => wanted.every((word) => searchable(`${shortName} ${predecessors.join(' ')}`).includes(word)));
  const first = found.slice(0, shownAtOnce);
  const picks = first.map((one) => ({ id: one.id, name: one.shortName, about: one.predecessors.length > 0 ? moveForm.madeOf(one.predecessors.join(', ')) : undefined }));
  return (
    <PickFrame id={id} label={label} error={error}>
      <p role="status">{value ? words.chosen(communeName(value)) : words.nothingChosen}</p>
      <SearchField label={moveForm.find} value={typed} onChange={setTyped} />
      {data ? <PickList picks={picks} value={value} left={found.length > shownAtOnce ? words.more(formatNumber(found.length - shownAtOnce)) : undefined} onChange={onChange} />
        : <p>{loading ? words.searching : words.notLoaded}</p>}
    </PickFrame>
  );
}

/** The name of a commune that was offered. */
export const communeName = (id: string): string =>
  client.readQuery({ query: MovementCommunesDocument })?.units.nodes.find((commune) => commune.id === id)?.shortName ?? '';
