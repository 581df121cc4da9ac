import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useEffect, useState } from 'react';
import { client } from '../../graphql/client';
import { useSession } from '../../session';
import { householdClass } from '../../text/vi-household';
import { mergeForm, movementForm as words } from '../../text/vi-household-movement';
import { SearchField } from '../../ui/field';
import type { OwnControlProps } from './edit-spec';
import { MergeCandidatesDocument, MergeHouseholdDocument } from './household-movement.generated';
import { PickFrame, PickList } from './pick-list';

const shownAtOnce = 8, shortest = 2, pause = 300;

/** Another living household of the own commune, found by its head's name or its code. */
export function HouseholdPicker({ of, id, label, error, value, onChange }: OwnControlProps & { of: string }) {
  const { viewer } = useSession();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const filter = { search, commune: { eq: viewer.unit.id }, endedOn: { isNull: true }, not: { id: { eq: of } } };
  const { data, previousData, loading, error: failed } = useQuery(MergeCandidatesDocument, { variables: { filter }, skip: search.length < shortest });
  const found = useDeferredValue((data ?? previousData)?.households.nodes ?? []);
  const picks = found.slice(0, shownAtOnce).map((one) => ({ id: one.id, name: one.headName, about: [one.code, one.village?.name, householdClass[one.class]].filter(Boolean).join(' · ') }));
  const { data: picked } = useQuery(MergeHouseholdDocument, { variables: { id: value }, skip: !value });
  const chosen = value ? picked?.household : undefined;
  return (
    <PickFrame id={id} label={label} error={error}>
      <p role="status">{chosen ? words.chosen(`${chosen.headName}, ${chosen.code}`) : words.nothingChosen}</p>
      <SearchField label={mergeForm.find} value={typed} onChange={setTyped} />
      {search.length >= shortest && (failed ? <p>{words.notLoaded}</p> : loading && picks.length === 0 ? <p>{words.searching}</p>
        : <PickList picks={picks} value={value} left={found.length > shownAtOnce ? words.moreSome : undefined} onChange={onChange} />)}
    </PickFrame>
  );
}

/** What was typed, once the hands rest. */
function useSettled(typed: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

/** The household as it was last read for the preview. */
export const mergeHousehold = (id: string) => client.readQuery({ query: MergeHouseholdDocument, variables: { id } })?.household ?? undefined;
