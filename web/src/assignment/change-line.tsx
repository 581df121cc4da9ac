import { formatInstant } from '../text/format';
import { text } from '../text/text';
import css from './change-line.module.css';

export interface Change {
  field: string;
  before: string | null;
  after: string | null;
  reason: string | null;
  changedOn: string;
  changedBy: string;
}

/** One change of an assignment's terms: what became what, who did it, when and why. `written` says how a value reads. */
export function ChangeLine({ change, written }: { change: Change; written: (value: string | null) => string }) {
  const { field, before, after, reason, changedOn, changedBy } = change;
  return (
    <li>
      {text.assignment.change(text.assignmentField[field] ?? field, written(before), written(after))}
      <p className={css.by}>
        {text.assignment.by(changedBy, formatInstant(changedOn))}
        {reason && ` · ${text.assignment.reason(reason)}`}
      </p>
    </li>
  );
}
