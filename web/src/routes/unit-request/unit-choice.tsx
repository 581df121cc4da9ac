import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSession } from '../../session';
import { formatNumber, searchable } from '../../text/format';
import { ask as words } from '../../text/vi-unit-request';
import { SearchField } from '../../ui/field';
import { PickFrame, PickList } from '../household/pick-list';
import { RequestUnitsDocument, type RequestUnitsQuery } from './request-story.generated';

const shownAtOnce = 5;

/** Every unit in force but these, the agencies first. */
export function useUnits(without: readonly string[] = []) {
  const { viewer } = useSession();
  const { data, loading } = useQuery(RequestUnitsDocument, { fetchPolicy: 'cache-first' });
  const others = data && unitsOf(data).filter(({ id }) => id !== viewer.unit.id && !without.includes(id));
  return { units: others, loading };
}

const unitsOf = ({ agencies, organisations, communes, committees }: RequestUnitsQuery) => [...agencies.nodes, ...organisations.nodes, ...communes.nodes, ...committees.nodes];

interface UnitChoiceProps {
  id: string;
  label: string;
  value: string;
  error?: string;
  without?: readonly string[];
  onChange: (id: string) => void;
}

/** One unit, found by typing its name with or without marks. */
export function UnitChoice({ id, label, value, error, without, onChange }: UnitChoiceProps) {
  const { units, loading } = useUnits(without);
  const [typed, setTyped] = useState('');
  const chosen = units?.find((unit) => unit.id === value);
  const wanted = searchable(typed.trim()).split(/\s+/);
  const found = (units ?? []).filter(({ name, shortName }) => wanted.every((word) => searchable(`${name} ${shortName}`).includes(word)));
  const first = found.slice(0, shownAtOnce);
  return (
    <PickFrame id={id} label={label} error={error}>
      <p role="status">{chosen ? words.chosen(chosen.name) : words.nothingChosen}</p>
      <SearchField label={words.find} value={typed} onChange={setTyped} />
      {units ? (
        <PickList
          picks={first.map(({ id: unit, name, shortName }) => ({ id: unit, name, about: shortName === name ? undefined : shortName }))} value={value} onChange={onChange}
          left={found.length > shownAtOnce ? words.more(formatNumber(found.length - shownAtOnce)) : undefined}
        />
      ) : <p>{loading ? words.searching : words.notLoaded}</p>}
    </PickFrame>
  );
}
