import { useState } from 'react';
import { client } from '../../graphql/client';
import { failureOf } from '../../graphql/failure';
import { formatDay, formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { areaType, detail as words, householdClass, standards } from '../../text/vi-household';
import { story } from '../../text/vi-household-story';
import { Button } from '../../ui/button';
import { Hidden } from '../../ui/hidden';
import { Facts, Section } from '../../ui/page';
import { toast } from '../../ui/toast';
import type { Household } from './household-page';
import { HouseholdEthnicityDocument } from './household-page.generated';
import css from './household.module.css';

/** The household at a glance: class under its standard, place, people, and who looks after it. */
export function HouseholdFacts({ household }: { household: Household }) {
  const { standard, officerInCharge, exitRegisteredOn, expectedExitYear, locked } = household;
  const exit = [
    exitRegisteredOn && words.exitOn(formatDay(exitRegisteredOn)),
    expectedExitYear !== null && words.exitYear(expectedExitYear),
  ].filter(Boolean);
  const noteLock = locked.find(({ part }) => part === 'Household.note');
  return (
    <Section title={words.glance}>
      <Facts
        items={[
          { label: words.class, value: words.classUnder(householdClass[household.class], formatDay(household.classSince)) },
          { label: words.standard, value: words.standardOf(standards[standard] ?? standard) },
          { label: words.place, value: [household.village?.name, household.commune.shortName].filter(Boolean).join(', ') },
          { label: words.areaType, value: areaType[household.areaType] },
          { label: words.people, value: peopleOf(household) },
          { label: words.ethnicity, value: <Ethnicity household={household} /> },
          { label: words.officer, value: officerInCharge },
          { label: story.helpers, value: household.helpers.join('; ') || story.noHelpers },
          { label: words.exit, value: exit.length > 0 ? exit.join(', ') : null },
          { label: words.note, value: noteLock ? <Hidden {...noteLock} /> : household.note },
        ]}
      />
    </Section>
  );
}

function peopleOf({ memberCount, workerCount, childCount }: Household): string {
  if (workerCount === undefined || childCount === undefined) return words.memberCount(formatNumber(memberCount));
  return words.peopleOf(formatNumber(memberCount), formatNumber(workerCount), formatNumber(childCount));
}

/** Sensitive, and each reading is recorded: so it is asked for by name, never fetched along with the page. */
function Ethnicity({ household }: { household: Household }) {
  const [name, setName] = useState<string | null>();
  const [busy, setBusy] = useState(false);
  const lock = household.locked.find(({ part }) => part === 'Household.ethnicity');
  if (lock) return <Hidden {...lock} />;
  if (name !== undefined) return name ?? text.hidden.none;
  const ask = async () => {
    setBusy(true);
    try {
      const { data } = await client.query({ query: HouseholdEthnicityDocument, variables: { id: household.id }, fetchPolicy: 'no-cache' });
      setName(data?.household?.ethnicity?.name ?? null);
    } catch (error) {
      toast(failureOf(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className={css.ask}>
      <span hidden data-print="only">{text.hidden.notAsked}</span>
      <Button small busy={busy} onClick={() => void ask()}>
        {words.askEthnicity}
      </Button>
      <span className={css.soft} data-print="no">{words.askEthnicityNote}</span>
    </span>
  );
}
