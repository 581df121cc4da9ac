import type { Edit } from './edit-context';
import type { Household } from './household-page';
import type { HouseholdStory } from './household-story';

interface EditPanelProps {
  edit: Edit;
  household: Household;
  story: HouseholdStory | undefined;
  onClose: () => void;
}

export function EditPanel(_props: EditPanelProps) {
  return null;
}
