import { text } from '../text/text';
import css from './hidden.module.css';
import { Why } from './why';

interface HiddenProps {
  /** From the object's `locked`: the portal may not, or the post may not. */
  reason: 'PORTAL' | 'POST' | (string & {});
  grantedBy?: string;
}

/** Stands where a value was withheld. The value never left the server; an empty value reads "Chưa có" instead. */
export function Hidden({ reason, grantedBy }: HiddenProps) {
  return (
    <span className={css.hidden}>
      <span aria-hidden="true">{text.hidden.dots}</span> <em>{text.hidden.label}</em>{' '}
      <Why of={text.hidden.label}>
        <p>{reason === 'POST' ? text.hidden.byPost : text.hidden.byPortal}</p>
        {grantedBy && <p>{text.states.grantedBy(grantedBy)}</p>}
      </Why>
    </span>
  );
}
