import { useQuery } from '@apollo/client/react';
import { useId } from 'react';
import { formatDay, formatNumber } from '../../text/format';
import { householdClass } from '../../text/vi-household';
import { mergeForm, movementForm as words } from '../../text/vi-household-movement';
import type { OwnControlProps } from './edit-spec';
import { MergeHouseholdDocument, type MergeHouseholdQuery } from './household-movement.generated';
import css from './pick-list.module.css';
import { PickFrame } from './pick-list';

type Merged = NonNullable<MergeHouseholdQuery['household']>;

/** Both households side by side, and which of them stays: "this" or "other". */
export function MergePreview({ of, id, label, hint, error, value, typed, onChange }: OwnControlProps & { of: string }) {
  const other = String(typed.gone ?? '');
  const group = useId();
  const here = useQuery(MergeHouseholdDocument, { variables: { id: of } });
  const there = useQuery(MergeHouseholdDocument, { variables: { id: other }, skip: !other });
  const one = here.data?.household, two = other ? there.data?.household : undefined;
  const card = (household: Merged, as: 'this' | 'other', title: string) => (
    <label className={css.card}>
      <span>
        <input type="radio" name={group} checked={value === as} onChange={() => onChange(as)} /> <strong>{title}</strong>
      </span>
      <span>{household.headName}, {household.code}</span>
      <span>{mergeForm.standsAs(householdClass[household.class], formatDay(household.classSince))}</span>
      <span className={css.soft}>{[household.village?.name, mergeForm.people(formatNumber(household.memberCount))].filter(Boolean).join(' · ')}</span>
      <span className={css.soft}>{household.members.map(({ fullName, birthYear }) => `${fullName} (${birthYear})`).join(', ')}</span>
    </label>
  );
  return (
    <PickFrame id={id} label={label} hint={hint} error={error}>
      {!other && <p>{mergeForm.chooseFirst}</p>}
      {other && !(one && two) && <p>{here.loading || there.loading ? words.searching : words.notLoaded}</p>}
      {one && two && (
        <div className={css.cards}>
          {card(one, 'this', mergeForm.this)}
          {card(two, 'other', mergeForm.theOther)}
        </div>
      )}
    </PickFrame>
  );
}
