import { action } from '../../text/vi-household-action';
import { Button } from '../../ui/button';
import { EditButton } from './edit-context';

/** What can be done with the whole household: change what is said of it, and print its sheet. */
export function HouseholdActions() {
  return (
    <>
      <EditButton edit={{ of: 'household' }} needs="updateHousehold" kind="secondary">
        {action.change}
      </EditButton>
      <Button small onClick={() => print()}>
        {action.print}
      </Button>
    </>
  );
}
