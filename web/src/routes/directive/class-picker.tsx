import { directive as words } from '../../text/vi-directive';
import { CheckField } from '../../ui/check-field';
import css from './directive.module.css';
import type { DirectiveChoicesQuery } from './directive.generated';

interface ClassPickerProps {
  id: string;
  label: string;
  classes: DirectiveChoicesQuery['unitClasses'];
  value: string[];
  error?: string;
  onChange: (ids: string[]) => void;
}

/** Classes of units as the plan names them; each expands to its members of the day. */
export function ClassPicker({ id, label, classes, value, error, onChange }: ClassPickerProps) {
  return (
    <fieldset id={id} tabIndex={-1} className={css.picker}>
      <legend className={css.legend}>{label}</legend>
      <div className={css.columns}>
        {classes.map((one) => (
          <CheckField
            key={one.id}
            label={words.classSize(one.name, one.members.filter(({ validTo }) => validTo === null).length)}
            checked={value.includes(one.id)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...value, one.id] : value.filter((other) => other !== one.id))}
          />
        ))}
      </div>
      {error && <p className={css.error}>{error}</p>}
    </fieldset>
  );
}
