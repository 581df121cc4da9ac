import { detail, lockedPart } from '../../text/vi-household';
import { action } from '../../text/vi-household-action';
import { story as words } from '../../text/vi-household-story';
import { Hidden } from '../../ui/hidden';
import { Facts } from '../../ui/page';
import { EditButton } from './edit-context';
import { FoldSection } from './fold-section';
import type { Household } from './household-page';
import type { HouseholdStory } from './household-story';

/** Where the household lives and its phone; for a unit that is to bring no approved help, hidden. */
export function Contact({ household, story: { contact } }: { household: Household; story: HouseholdStory }) {
  const lock = household.locked.find(({ part }) => part === 'HouseholdContact');
  const place = [household.village?.name, household.commune.shortName].filter(Boolean).join(', ');
  return (
    <FoldSection title={words.contact} action={<EditButton edit={{ of: 'contact' }} needs="saveHouseholdContact">{action.change}</EditButton>}>
      <Facts
        items={[
          { label: detail.place, value: place },
          ...(lock && !contact
            ? [{ label: lockedPart.HouseholdContact ?? '', value: <Hidden {...lock} /> }]
            : [{ label: words.address, value: contact?.addressDetail }, { label: words.phone, value: contact?.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a> }]),
        ]}
      />
    </FoldSection>
  );
}
