import { useQuery } from '@apollo/client/react';
import { useCan } from '../../session';
import { HouseholdStoryDocument, type HouseholdStoryQuery } from './household-story.generated';

export type HouseholdStory = NonNullable<HouseholdStoryQuery['household']>;

/** What hangs on the household besides its members and lacks; asked for apart, so that a weak network shows the top first. */
export function useStory(id: string) {
  const canReadDecision = [useCan('ClassRecord.decisionNumber'), useCan('ClassRecord.decisionDay')].every(Boolean);
  return useQuery(HouseholdStoryDocument, { variables: { id, canReadDecision, canReadReason: useCan('ClassRecord.reason') } });
}
