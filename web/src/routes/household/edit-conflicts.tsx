import { useEffect, useRef } from 'react';
import type { ValueConflict } from '../../graphql/mutation';
import { text } from '../../text/text';
import { edit as words } from '../../text/vi-household-edit';
import { Button } from '../../ui/button';
import css from './edit-conflicts.module.css';
import { wordsOf, type FieldSpecs } from './edit-spec';

interface ConflictsProps {
  conflicts: ValueConflict[];
  fields: FieldSpecs;
  onTake: (conflict: ValueConflict) => void;
  /** What is still to be chosen. */
  onDone: (left: ValueConflict[]) => void;
}

/** Two writers met: each field with both values and a choice of its own; nothing is lost either way. */
export function Conflicts({ conflicts, fields, onTake, onDone }: ConflictsProps) {
  const box = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const count = conflicts.length;
  // The pressed button goes with its choice: on to what is left to choose, then to the button that saves.
  useEffect(() => {
    if (count > 0) {
      form.current = box.current?.closest('form') ?? null;
      box.current?.focus();
    } else form.current?.querySelector<HTMLElement>('button[type="submit"]')?.focus();
  }, [count]);
  if (count === 0) return null;
  const without = (conflict: ValueConflict) => conflicts.filter((other) => other !== conflict);
  return (
    <div ref={box} role="alert" tabIndex={-1} className={css.conflicts}>
      <h3>{text.form.conflictTitle}</h3>
      <p>{words.conflictLead}</p>
      {conflicts.map((conflict) => {
        const field = fields[conflict.field];
        const label = field?.label ?? words.otherField;
        return (
          <div key={conflict.field} role="group" aria-label={label} className={css.conflict}>
            <h4>{label}</h4>
            <dl>
              <div>
                <dt>{text.form.conflictYours}</dt>
                <dd>{wordsOf(field, conflict.yours)}</dd>
              </div>
              <div>
                <dt>{text.form.conflictCurrent}</dt>
                <dd>{wordsOf(field, conflict.current)}</dd>
              </div>
            </dl>
            {field?.kind === 'version' ? (
              <div className={css.choices}>
                <Button small onClick={() => onDone(without(conflict))}>{words.seen}</Button>
              </div>
            ) : (
            <div className={css.choices}>
              <Button small label={`${words.keepMine}: ${label}`} onClick={() => onDone(without(conflict))}>
                {words.keepMine}
              </Button>
              <Button
                small
                label={`${words.takeTheirs}: ${label}`}
                onClick={() => {
                  onTake(conflict);
                  onDone(without(conflict));
                }}
              >
                {words.takeTheirs}
              </Button>
            </div>
            )}
          </div>
        );
      })}
    </div>
  );
}
