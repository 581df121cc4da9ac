import { useCan } from '../../session';
import { action } from '../../text/vi-household-action';
import { ActionMenu, type MenuAction } from '../../ui/action-menu';
import { Button } from '../../ui/button';
import { EditButton, useEdit, type Edit } from './edit-context';
import css from './household.module.css';

const changes = [
  { of: 'split', needs: 'Mutation.splitHousehold', label: action.split },
  { of: 'move', needs: 'Mutation.moveHousehold', label: action.move },
  { of: 'merge', needs: 'Mutation.mergeHouseholds', label: action.merge },
  { of: 'end', needs: 'Mutation.endHousehold', label: action.end },
] as const;

/** What can be done with the whole household: change it, print it, and the rarer things behind one button. */
export function HouseholdActions() {
  const edit = useEdit();
  const may = [useCan(changes[0].needs), useCan(changes[1].needs), useCan(changes[2].needs), useCan(changes[3].needs)];
  const actions = edit === null ? [] : changes.filter((_change, at) => may[at]).map(({ of, label }): MenuAction => ({ key: of, label, onSelect: () => edit({ of } satisfies Edit) }));
  return (
    <>
      <EditButton edit={{ of: 'household' }} needs="updateHousehold" kind="secondary">{action.change}</EditButton>
      <Button small onClick={() => print()}>{action.print}</Button>
      {actions.length > 0 && (
        <ActionMenu
          label={action.moreOf}
          groups={[{ key: 'all', actions }]}
          button={(props) => (
            <button type="button" className={css.menuButton} aria-label={action.moreOf} {...props}>
              {action.more} <span aria-hidden="true">▾</span>
            </button>
          )}
        />
      )}
    </>
  );
}
