import { Link } from '@tanstack/react-router';
import { useSession, useCan } from '../../session';
import { action, move as words } from '../../text/vi-household-action';
import { ActionMenu } from '../../ui/action-menu';
import { Button, ButtonLink } from '../../ui/button';
import { EditButton, useEdit, type Move } from './edit-context';
import css from './household.module.css';

/** What can be done with the whole household: see who opened it, change what is said of it, record what happens to it, confirm its class on paper, and print its sheet. */
export function HouseholdActions({ household }: { household: string }) {
  const { viewer } = useSession();
  const mayLog = useCan('Query.accessLogEntries');
  const mayConfirm = useCan('Mutation.issueClassCertificate');
  return (
    <>
      {mayLog && (
        <Link to="/cong/$unitCode/ho/$householdId/luot-xem" params={{ unitCode: viewer.unit.code, householdId: household }}>
          {action.log}
        </Link>
      )}
      <EditButton edit={{ of: 'household' }} needs="updateHousehold" kind="secondary">
        {action.change}
      </EditButton>
      <Moves />
      {mayConfirm && (
        <ButtonLink small to="/cong/$unitCode/ho/$householdId/giay-xac-nhan" params={{ unitCode: viewer.unit.code, householdId: household }}>
          {action.certificate}
        </ButtonLink>
      )}
      <Button small onClick={() => print()}>
        {action.print}
      </Button>
    </>
  );
}

/** The movements that this post may record; absent where there are none, or the household has ended. */
function Moves() {
  const edit = useEdit();
  const { permissions } = useSession();
  const moves = (Object.keys(words) as Move[]).filter((move) => permissions.has(`Mutation.${move}`));
  if (!edit || moves.length === 0) return null;
  return (
    <ActionMenu
      label={action.movesOf}
      groups={[{ key: 'moves', actions: moves.map((move) => ({ key: move, label: words[move], onSelect: () => edit({ of: 'movement', move }) })) }]}
      button={(props) => (
        <button type="button" className={`${css.menuButton} ${css.moves}`} {...props}>
          {action.moves} <span aria-hidden="true">▾</span>
        </button>
      )}
    />
  );
}
