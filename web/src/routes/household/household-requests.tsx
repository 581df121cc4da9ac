import { useCan } from '../../session';
import { action } from '../../text/vi-household-action';
import { story as words } from '../../text/vi-household-story';
import { EditButton } from './edit-context';
import { FoldSection } from './fold-section';
import type { Household } from './household-page';
import type { HouseholdStory } from './household-story';
import { RequestItem } from './request-item';

/** Who asked to open what, for how long, and what the commune answered. */
export function Requests({ household, story: { sightRequests } }: { household: Household; story: HouseholdStory }) {
  const mayAsk = [useCan('Mutation.requestSight'), household.locked.some(({ canRequest }) => canRequest)].every(Boolean);
  const mayDecide = useCan('Mutation.grantSight');
  if (sightRequests.length === 0 && !mayAsk && !mayDecide) return null;
  return (
    <FoldSection
      title={words.requests} count={sightRequests.filter(({ state }) => state === 'REQUESTED').length || undefined}
      action={mayAsk && <EditButton edit={{ of: 'request' }} needs="requestSight" kind="secondary">{action.request}</EditButton>}
    >
      {sightRequests.map((request) => <RequestItem key={request.id} request={request} />)}
      {sightRequests.length === 0 && <p>{words.noRequests}</p>}
    </FoldSection>
  );
}
