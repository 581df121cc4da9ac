import { useId, useState } from 'react';
import { inOrder, searchable } from '../../text/format';
import { accountForm as words } from '../../text/vi-account';
import { CheckField } from '../../ui/check-field';
import { SearchField } from '../../ui/field';
import css from './account.module.css';

interface PlacePickerProps {
  id: string;
  label: string;
  places: readonly { id: string; name: string }[];
  value: readonly string[];
  error?: string;
  onChange: (ids: string[]) => void;
}

/** Villages or communes by name, in Vietnamese order; found without marks where there are many. */
export function PlacePicker({ id, label, places, value, error, onChange }: PlacePickerProps) {
  const [typed, setTyped] = useState('');
  const errorId = useId();
  const sorted = [...places].sort((a, b) => inOrder.compare(a.name, b.name));
  const found = sorted.filter(({ name }) => searchable(typed).split(/\s+/).every((word) => searchable(name).includes(word)));
  return (
    <fieldset id={id} tabIndex={-1} className={css.picker} aria-describedby={error ? errorId : undefined}>
      <legend>{label}</legend>
      <p className={css.soft} role="status">{words.chosen(value.length)} {sorted.filter((place) => value.includes(place.id)).map(({ name }) => name).join(', ')}</p>
      {error && <p id={errorId} className={css.error}>{error}</p>}
      {places.length > 12 && <SearchField label={words.find} value={typed} onChange={setTyped} />}
      <div className={css.options} role="group" aria-label={label} tabIndex={0}>
        {found.map((place) => (
          <CheckField
            key={place.id} label={place.name} checked={value.includes(place.id)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...value, place.id] : value.filter((one) => one !== place.id))}
          />
        ))}
      </div>
    </fieldset>
  );
}
