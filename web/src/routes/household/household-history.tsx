import { formatDay, formatNumber } from '../../text/format';
import { detail, householdClass, standardChoices } from '../../text/vi-household';
import { endMovement, movement } from '../../text/vi-household-kind';
import { story as words } from '../../text/vi-household-story';
import { FoldSection } from './fold-section';
import type { Household } from './household-page';
import type { HouseholdStory } from './household-story';
import css from './household-history.module.css';

type Record = HouseholdStory['classRecords'][number];

/** How the list has had the household, latest first, each change by the name that the decision gives it. */
export function History({ household, story: { classRecords } }: { household: Household; story: HouseholdStory }) {
  return (
    <FoldSection title={words.history}>
      {classRecords.length === 0 && <p>{words.noHistory}</p>}
      {classRecords.length > 0 && (
        <ol className={css.timeline}>
          {classRecords.map((record) => (
            <li key={record.id} data-now={record.until === null || undefined}>
              <Step record={record} household={household} />
            </li>
          ))}
        </ol>
      )}
    </FoldSection>
  );
}

function Step({ record, household }: { record: Record; household: Household }) {
  const { since, until, decisionNumber, decisionDay } = record;
  const end = record.endMovement && endMovement[record.endMovement];
  const elsewhere = record.commune.id !== household.commune.id || record.code !== household.code;
  return (
    <>
      <p className={css.days}>
        {until ? words.historyUntil(formatDay(since), formatDay(until)) : `${words.historyFrom(formatDay(since))}, ${words.historyNow}`}
      </p>
      <p>
        <strong>{householdClass[record.class]}</strong>
      </p>
      <p>{movement[record.movement]}</p>
      <p className={css.soft}>
        {words.historyStandard(standardChoices[record.standard] ?? record.standard)}; {detail.memberCount(formatNumber(record.memberCount))}
      </p>
      {decisionNumber && <p className={css.soft}>{words.decision(decisionNumber, decisionDay ? formatDay(decisionDay) : null)}</p>}
      {elsewhere && <p className={css.soft}>{words.historyPlace(record.commune.shortName, record.code)}</p>}
      {record.reason && <p className={css.soft}>{words.reason(record.reason)}</p>}
      {end && <p className={css.soft}>{end}</p>}
    </>
  );
}
