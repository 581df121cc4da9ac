import { useEffect, useRef, type ReactNode } from 'react';
import type { FieldErrors, FieldValues, Path, Resolver, ResolverOptions } from 'react-hook-form';
import { safeParseAsync, type GenericSchema } from 'valibot';
import { text } from '../text/text';
import { Button } from './button';
import css from './form.module.css';

/** Checks a form with a valibot schema; the first message of each field is shown. */
export function schemaResolver<In extends FieldValues, Out>(schema: GenericSchema<In, Out>): Resolver<In, unknown, Out> {
  return async (values: In, _context: unknown, _options: ResolverOptions<In>) => {
    const result = await safeParseAsync(schema, values);
    if (result.success) return { values: result.output, errors: {} };
    const errors: Record<string, { type: string; message: string }> = {};
    for (const issue of result.issues) {
      const key = issue.path?.map((step) => String(step.key)).join('.') ?? 'root';
      errors[key] ??= { type: issue.type, message: issue.message };
    }
    return { values: {}, errors: errors as FieldErrors<In> };
  };
}

export interface SummaryItem {
  /** The id of the field to go to; absent when the message is about the whole. */
  fieldId?: string;
  message: string;
}

/** The box on top of a form that lists what to mend; takes focus when it appears and again with each refused `attempt`, and links to each field. */
export function ErrorSummary({ items, attempt }: { items: SummaryItem[]; attempt?: number }) {
  const box = useRef<HTMLDivElement>(null);
  const hasItems = items.length > 0;
  // Not when a message goes because its field is being mended: that would take the field from under the hands.
  useEffect(() => {
    if (hasItems) box.current?.focus();
  }, [hasItems, attempt]);
  if (items.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className={css.summary}>
      <h3>{text.form.summary}</h3>
      <ul>
        {items.map(({ fieldId, message }) => (
          <li key={message}>
            {fieldId ? (
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId)?.focus();
                }}
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The messages of a form's fields in the order of `fields`, then those about the whole. */
export function summaryOf<V extends FieldValues>(errors: FieldErrors<V>, fields: Path<V>[], prefix: string): SummaryItem[] {
  const ofField = (name: string) => (errors as Record<string, { message?: string } | undefined>)[name]?.message;
  const items = fields.flatMap((name) => {
    const message = ofField(name);
    return message ? [{ fieldId: `${prefix}-${name}`, message }] : [];
  });
  const whole = errors.root?.message;
  return whole ? [...items, { message: whole }] : items;
}

export interface Conflict {
  field: string;
  yours: string | null;
  current: string | null;
}

interface ConflictPanelProps {
  conflicts: Conflict[];
  fieldName: (field: string) => string;
  onKeep: () => void;
  onTake: () => void;
}

/** Two writers met: both values side by side, and a choice; nothing is lost either way. */
export function ConflictPanel({ conflicts, fieldName, onKeep, onTake }: ConflictPanelProps) {
  return (
    <div role="alert" className={css.conflict}>
      <h3>{text.form.conflictTitle}</h3>
      <p>{text.form.conflictLead}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.form.conflictField}</th>
            <th scope="col">{text.form.conflictYours}</th>
            <th scope="col">{text.form.conflictCurrent}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map(({ field, yours, current }) => (
            <tr key={field}>
              <th scope="row">{fieldName(field)}</th>
              <td>{yours ?? text.hidden.none}</td>
              <td>{current ?? text.hidden.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <FormActions>
        <Button kind="primary" onClick={onKeep}>
          {text.form.keepYours}
        </Button>
        <Button onClick={onTake}>{text.form.takeCurrent}</Button>
      </FormActions>
    </div>
  );
}

/** The buttons at the foot of a form. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={css.actions}>{children}</div>;
}

/** A form's fields one under the other. The browser's own bubbles are off: the messages stand beside the fields. */
export function Form({ onSubmit, label, children }: { onSubmit: () => void; label: string; children: ReactNode }) {
  return (
    <form
      noValidate
      aria-label={label}
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
