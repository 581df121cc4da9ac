import { useQuery } from '@apollo/client/react';
import { Link, useParams } from '@tanstack/react-router';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { NotFound } from '../../shell/not-found';
import { formatInstant } from '../../text/format';
import { detail as words, household, householdClass } from '../../text/vi-household';
import { Button } from '../../ui/button';
import { Notice, Page } from '../../ui/page';
import { HouseholdFacts } from './household-facts';
import { HouseholdPageDocument, type HouseholdPageQuery } from './household-page.generated';
import './household-print.css';
import css from './household.module.css';
import { Groups, Help, Lacks } from './household-sections';
import { Locked, Sight } from './household-sight';
import { Members } from './members';

export type Household = NonNullable<HouseholdPageQuery['household']>;

/** One household, as far as the portal and post may see it. One that is not theirs looks like one that is not there. */
export function HouseholdPage() {
  const { householdId } = useParams({ from: '/cong/$unitCode/ho/$householdId' });
  const result = useQuery(HouseholdPageDocument, { variables: { id: householdId, ...useReadable() } });
  if (result.data && !result.data.household) return <NotFound />;
  if (!result.data?.household) {
    return (
      <Page title={words.list}>
        <Answer result={result} data={undefined} rows={6}>
          {() => null}
        </Answer>
      </Page>
    );
  }
  return <Found key={householdId} household={result.data.household} />;
}

/** Which of the optional parts this portal may name; the others are not asked for at all. */
function useReadable() {
  return {
    canReadCounts: [useCan('Household.workerCount'), useCan('Household.childCount')].every(Boolean),
    canReadNote: useCan('Household.note'),
    canReadMembers: useCan('Household.members'),
    canReadRelations: useCan('Member.relation'),
    canReadResidence: useCan('Member.residence'),
    canReadMeasure: useCan('Deprivation.measure'),
    canReadAsOf: useCan('Deprivation.asOf'),
  };
}

function Found({ household: found }: { household: Household }) {
  const { viewer } = useSession();
  return (
    <Page
      title={found.headName}
      over={
        <Link to="/cong/$unitCode/ho" params={{ unitCode: viewer.unit.code }}>
          {words.list}
        </Link>
      }
      lead={[found.code, householdClass[found.class], found.village?.name, found.commune.shortName].filter(Boolean).join(' · ')}
      action={<Button onClick={() => print()}>{words.print}</Button>}
    >
      {found.synthetic && <Notice title={household.synthetic}>{household.syntheticOne}</Notice>}
      <HouseholdFacts household={found} />
      <Members household={found} />
      <Lacks household={found} />
      <Groups household={found} />
      <Help household={found} />
      <Sight household={found} />
      <Locked household={found} />
      <p className={css.printed}>{words.printed(viewer.name, formatInstant(new Date().toISOString()))}</p>
    </Page>
  );
}
