import { formatDay, parseDay } from '../../text/format';
import { text } from '../../text/text';
import { directiveProblem, terms as words } from '../../text/vi-directive';
import type { ChangeAssignmentInput } from './directive.generated';
import type { Terms } from './proposals';

/** An assignment's terms as they are typed. */
export interface TypedTerms {
  part: string;
  dueDay: string;
  extendedTo: string;
  extensionReason: string;
}

/** The terms as they stand, ready to be changed. */
export const startingTerms = ({ part, dueDay, extendedTo, extensionReason }: Terms): TypedTerms => ({
  part: part ?? '',
  dueDay: dueDay ? formatDay(dueDay) : '',
  extendedTo: extendedTo ? formatDay(extendedTo) : '',
  extensionReason: extensionReason ?? '',
});

type Changes = Pick<ChangeAssignmentInput, 'part' | 'dueDay' | 'extendedTo' | 'extensionReason'>;
interface Checked {
  /** Only what differs from what stands. */
  input: Changes;
  problems: { field: keyof TypedTerms; message: string }[];
}

/** What was changed, and what must be mended before it can be sent: an extension lies after the deadline and has a reason. */
export function changesOf(current: Terms, typed: TypedTerms): Checked {
  const problems: Checked['problems'] = [];
  const dayOf = (field: 'dueDay' | 'extendedTo'): string | null => {
    if (typed[field].trim() === '') return null;
    const day = parseDay(typed[field]);
    if (!day) problems.push({ field, message: text.form.badDay });
    return day;
  };
  const wanted = {
    part: typed.part.trim().normalize('NFC') || null,
    dueDay: dayOf('dueDay'),
    extendedTo: dayOf('extendedTo'),
    extensionReason: typed.extensionReason.trim().normalize('NFC') || null,
  };
  if (current.dueDay && typed.dueDay.trim() === '') problems.push({ field: 'dueDay', message: directiveProblem.dueDay });
  const due = wanted.dueDay ?? current.dueDay;
  if (wanted.extendedTo && due && wanted.extendedTo <= due) problems.push({ field: 'extendedTo', message: words.extendedBefore });
  if (wanted.extendedTo && !wanted.extensionReason) problems.push({ field: 'extensionReason', message: words.missingReason });
  const input = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => value !== current[name as keyof TypedTerms])) as Changes;
  return { input, problems };
}
