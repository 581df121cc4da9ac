import { useQuery } from '@apollo/client/react';
import { Link, useParams } from '@tanstack/react-router';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { NotFound } from '../../shell/not-found';
import { formatDay } from '../../text/format';
import { detail as words, household, householdClass } from '../../text/vi-household';
import { story as storyWords } from '../../text/vi-household-story';
import { Notice, Page } from '../../ui/page';
import { Editing } from './edit-context';
import { HouseholdActions } from './household-actions';
import { Contact } from './household-contact';
import { HouseholdFacts } from './household-facts';
import { Help } from './household-help';
import { History } from './household-history';
import { Lacks } from './household-lacks';
import { Causes, Groups, Needs } from './household-needs';
import { HouseholdPageDocument, type HouseholdPageQuery } from './household-page.generated';
import { PrintFoot, PrintHead } from './household-paper';
import './household-print.css';
import css from './household.module.css';
import { Requests } from './household-requests';
import { Locked, Sight } from './household-sight';
import { useStory } from './household-story';
import { Supports } from './household-supports';
import { Members } from './members';
import { Incomes, Merits } from './opened-parts';

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
    canReadBirthDay: useCan('Member.birthDate'),
    canReadLabour: useCan('Member.labour'),
    canReadSchooling: useCan('Member.schooling'),
    canReadInsurance: useCan('Member.insurance'),
    canReadMeasure: useCan('Deprivation.measure'),
    canReadAsOf: useCan('Deprivation.asOf'),
  };
}

function Found({ household: found }: { household: Household }) {
  const { viewer } = useSession();
  const result = useStory(found.id);
  const story = result.data?.household ?? undefined;
  const about = [found.code, householdClass[found.class], found.village?.name, found.commune.shortName].filter(Boolean).join(' · ');
  return (
    <Editing household={found} story={story}>
      <Page
        title={found.headName}
        over={
          <Link to="/cong/$unitCode/ho" params={{ unitCode: viewer.unit.code }}>
            {words.list}
          </Link>
        }
        lead={about}
        action={<HouseholdActions household={found.id} />}
        aside={
          <>
            {story && <History household={found} story={story} />}
            <div data-print="no">
              <Sight household={found} />
            </div>
          </>
        }
      >
        <PrintHead name={found.headName} about={about} isSynthetic={found.synthetic} />
        {found.endedOn && (
          <Notice title={(found.endKind === 'MERGED' ? storyWords.mergedOn : storyWords.endedOn)(formatDay(found.endedOn))}>
            {found.endKind && `${storyWords.endKind[found.endKind]}. `}{storyWords.endedLead}
          </Notice>
        )}
        {found.synthetic && <div data-print="no"><Notice title={household.synthetic}>{household.syntheticOne}</Notice></div>}
        <HouseholdFacts household={found} />
        <Members household={found} />
        <Lacks household={found} />
        <Answer result={result} data={story} rows={4} what={storyWords.supports.toLocaleLowerCase('vi')}>
          {(told) => (
            <>
              <Causes household={found} story={told} />
              <Groups household={found} />
              <Needs household={found} story={told} />
              <Supports household={found} story={told} />
              <Help story={told} />
              <Contact household={found} story={told} />
            </>
          )}
        </Answer>
        <div className={css.screenOnly} data-print="no">
          <Merits household={found} />
          <Incomes household={found} />
          {story && <Requests household={found} story={story} />}
          <Locked household={found} />
        </div>
        <PrintFoot />
      </Page>
    </Editing>
  );
}
