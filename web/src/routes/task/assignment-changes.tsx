import { ChangeLine } from '../../assignment/change-line';
import { formatDay } from '../../text/format';
import { text } from '../../text/text';
import type { OwnAssignmentFragment } from './own-assignment.generated';
import css from './task-page.module.css';

/** Who changed what about an assignment, newest first, folded until asked for. */
export function AssignmentChanges({ changes }: { changes: OwnAssignmentFragment['changes'] }) {
  if (changes.length === 0) return null;
  const newest = [...changes].sort((a, b) => b.changedOn.localeCompare(a.changedOn));
  return (
    <details>
      <summary className={css.summary}>
        {text.assignment.changes} ({changes.length})
      </summary>
      <ul className={css.list}>
        {newest.map((change) => (
          <ChangeLine key={change.id} change={change} written={written} />
        ))}
      </ul>
    </details>
  );
}

function written(value: string | null): string {
  if (value === null || value === '') return text.assignment.blank;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value;
}
