import { useId, useState } from 'react';
import { searchable } from '../../text/format';
import { picker as words } from '../../text/vi-directive';
import { CheckField } from '../../ui/check-field';
import { SearchField } from '../../ui/field';
import css from './directive.module.css';
import type { DirectiveChoicesQuery } from './directive.generated';

export type Unit = DirectiveChoicesQuery['agencies']['nodes'][number];

interface UnitPickerProps {
  id: string;
  label: string;
  units: { agencies: readonly Unit[]; communes: readonly Unit[] };
  value: string[];
  error?: string;
  onChange: (ids: string[]) => void;
}

/** Any number of units: search without marks, tick, and see what is ticked as a list that can be taken back. */
export function UnitPicker({ id, label, units, value, error, onChange }: UnitPickerProps) {
  const [typed, setTyped] = useState('');
  const errorId = useId();
  const all = [...units.agencies, ...units.communes];
  const chosen = value.flatMap((one) => all.find((unit) => unit.id === one) ?? []);
  const fits = ({ name, shortName }: Unit) => searchable(typed).split(/\s+/).every((word) => searchable(`${name} ${shortName}`).includes(word));
  const toggle = (unit: string, isOn: boolean) => onChange(isOn ? [...value, unit] : value.filter((one) => one !== unit));
  const groups = [
    { title: words.agencies, found: units.agencies.filter(fits) },
    { title: words.communes, found: units.communes.filter(fits) },
  ].filter(({ found }) => found.length > 0);
  return (
    <fieldset id={id} tabIndex={-1} className={css.picker} aria-describedby={error ? errorId : undefined}>
      <legend className={css.legend}>{label}</legend>
      <p className={css.soft} role="status">
        {words.chosen(chosen.length)}
      </p>
      {chosen.length > 0 && (
        <ul className={css.chips}>
          {chosen.map((unit) => (
            <li key={unit.id}>
              <button type="button" aria-label={words.remove(unit.name)} onClick={() => toggle(unit.id, false)}>
                {unit.shortName} <span aria-hidden="true">✕</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <SearchField label={words.find} value={typed} onChange={setTyped} />
      <div className={css.options} role="group" aria-label={label} tabIndex={0}>
        {groups.map(({ title, found }) => (
          <div key={title}>
            <p className={css.groupTitle}>{title}</p>
            <div className={css.columns}>
              {found.map((unit) => (
                <CheckField
                  key={unit.id}
                  label={unit.name}
                  checked={value.includes(unit.id)}
                  onChange={(event) => toggle(unit.id, event.currentTarget.checked)}
                />
              ))}
            </div>
          </div>
        ))}
        {groups.length === 0 && <p>{words.none}</p>}
      </div>
      {error && (
        <p id={errorId} className={css.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
