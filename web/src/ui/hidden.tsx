import { text } from '../text/text';
import css from './hidden.module.css';
import { Why } from './why';

interface HiddenProps {
  /** From the object's `locked`: the portal may not, the post may not, or only the unit's own rows are shown. */
  reason: 'PORTAL' | 'POST' | 'ROWS' | (string & {});
  grantedBy?: string;
}

const reasons: Record<string, string | undefined> = { POST: text.hidden.byPost, ROWS: text.hidden.byRows };

/** Stands where a value was withheld. The value never left the server; an empty value reads "Chưa có" instead. */
export function Hidden({ reason, grantedBy }: HiddenProps) {
  return (
    <span className={css.hidden}>
      <span aria-hidden="true">{text.hidden.dots}</span> <em>{text.hidden.label}</em>{' '}
      <Why of={text.hidden.label}>
        <p>{reasons[reason] ?? text.hidden.byPortal}</p>
        {grantedBy && <p>{text.states.grantedBy(grantedBy)}</p>}
      </Why>
    </span>
  );
}
