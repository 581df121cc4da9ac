import type { Session } from '../../session';
import type { Household } from './household-page';
import type { HouseholdStory } from './household-story';

/** What a form may start from: the household as the page has it now, and who is changing it. */
export interface EditScope {
  household: Household;
  story: HouseholdStory | undefined;
  session: Session;
}

/** The members as choices. */
export const memberChoices = ({ household }: EditScope): { value: string; label: string }[] =>
  (household.members ?? []).map(({ id, fullName, birthYear }) => ({ value: id, label: `${fullName} (${birthYear})` }));
