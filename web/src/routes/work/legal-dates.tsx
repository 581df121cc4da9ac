import { useSession } from '../../session';
import { daysBetween, dayAfter, formatDay, formatDayOfYear } from '../../text/format';
import { text } from '../../text/text';
import { Section } from '../../ui/page';
import css from './work.module.css';
import type { WorkQuery } from './work.generated';

export type Period = NonNullable<WorkQuery['plan']>['reportingPeriods'][number];

/** The next three days by which a report is due, for the units or the standing agency. */
export const nextPeriods = (periods: readonly Period[], today: string): Period[] =>
  periods
    .filter(({ secretariatDueDay }) => secretariatDueDay >= today)
    .sort((a, b) => a.secretariatDueDay.localeCompare(b.secretariatDueDay))
    .slice(0, 3);

/** The law's own words beside the last day that is still in time: "Trước ngày 10/9/2026 (chậm nhất hết 09/9)". */
export function LegalDates({ periods }: { periods: Period[] }) {
  const { today } = useSession();
  const before = (day: string) => [formatDay(dayAfter(day)), formatDayOfYear(day)] as const;
  return (
    <Section title={text.work.legalDates}>
      <ol className={css.dates}>
        {periods.map(({ id, name, dueDay, secretariatDueDay }) => {
          const left = daysBetween(today, dueDay);
          return (
            <li key={id}>
              <strong>{name}</strong>
              <p>{text.deadline.before(...before(dueDay))}</p>
              {left >= 0 && <p>{left === 0 ? text.deadline.today : text.deadline.left(left)}</p>}
              <p className={css.soft}>{text.work.consolidation(...before(secretariatDueDay))}</p>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
