import { useSession } from '../../session';
import { daysBetween, dayAfter, formatDay, formatDayOfYear } from '../../text/format';
import { text } from '../../text/text';
import { Section } from '../../ui/page';
import css from './work.module.css';
import type { WorkQuery } from './work.generated';

export type Period = NonNullable<WorkQuery['plan']>['reportingPeriods'][number];

/** The last day that is still ahead: the units', and once that is over the standing agency's. */
export const nextDay = ({ dueDay, secretariatDueDay }: Period, today: string): string => (dueDay >= today ? dueDay : secretariatDueDay);

/** The next three reports that are due; the standing agency's day, which is the later one, holds a report open for nobody else. */
export const nextPeriods = (periods: readonly Period[], today: string, consolidates: boolean): Period[] =>
  periods
    .filter(({ dueDay, secretariatDueDay }) => (consolidates ? secretariatDueDay : dueDay) >= today)
    .sort((a, b) => nextDay(a, today).localeCompare(nextDay(b, today)))
    .slice(0, 3);

/** The law's own words beside the last day that is still in time: "Trước ngày 10/9/2026 (chậm nhất hết 09/9)". */
export function LegalDates({ periods }: { periods: Period[] }) {
  const { today } = useSession();
  const before = (day: string) => [formatDay(dayAfter(day)), formatDayOfYear(day)] as const;
  return (
    <Section title={text.work.legalDates}>
      <ol className={css.dates}>
        {periods.map(({ id, name, dueDay, secretariatDueDay }) => {
          const isOver = dueDay < today, left = daysBetween(today, isOver ? secretariatDueDay : dueDay);
          const consolidation = text.work.consolidation(...before(secretariatDueDay));
          return (
            <li key={id}>
              <strong>{name}</strong>
              <p>{isOver ? consolidation : text.deadline.before(...before(dueDay))}</p>
              <p>{left === 0 ? text.deadline.today : text.deadline.left(left)}</p>
              {!isOver && <p className={css.soft}>{consolidation}</p>}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
