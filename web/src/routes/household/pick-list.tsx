import { useId, type ReactNode } from 'react';
import { movementForm as words } from '../../text/vi-household-movement';
import css from './pick-list.module.css';

export interface Pick {
  id: string;
  name: string;
  /** What tells it from others of the same name. */
  about?: string;
}

interface PickFrameProps {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  children: ReactNode;
}

/** A named group of controls that a form's list of mistakes can lead to. */
export function PickFrame({ id, label, hint, error, children }: PickFrameProps) {
  const errorId = useId();
  return (
    <fieldset id={id} tabIndex={-1} className={css.picker} aria-describedby={error ? errorId : undefined}>
      <legend className={css.legend}>{label}</legend>
      {hint && <p className={css.soft}>{hint}</p>}
      {children}
      {error && <p id={errorId} className={css.error}>{error}</p>}
    </fieldset>
  );
}

interface PickListProps {
  picks: readonly Pick[];
  value: string;
  /** Says that there are more than are shown. */
  left?: string;
  onChange: (id: string) => void;
}

/** One of what was found. */
export function PickList({ picks, value, left, onChange }: PickListProps) {
  const group = useId();
  return (
    <>
      <div className={css.options}>
        {picks.map(({ id, name, about }) => (
          <label key={id} className={css.option}>
            <input type="radio" name={group} checked={value === id} onChange={() => onChange(id)} />
            <span>
              {name}
              {about && <span className={css.below}>{about}</span>}
            </span>
          </label>
        ))}
      </div>
      <p className={css.soft} role="status">{picks.length === 0 ? words.noneFound : left}</p>
    </>
  );
}
