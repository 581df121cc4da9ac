import { action, actionOf } from '../../text/vi-household-action';
import { meritKind } from '../../text/vi-household-kind';
import type { Purpose } from './purpose-dialog';
import { EditButton, type OpenedMerit } from './edit-context';
import css from './household.module.css';

interface MeritActionsProps {
  merit: OpenedMerit;
  purpose: Purpose;
  /** The dialog closes as the form takes its place. */
  onLeave: () => void;
}

/** What can be done with one record that was read: changed, ended, and by Sở Nội vụ confirmed. */
export function MeritActions({ merit, purpose, onLeave }: MeritActionsProps) {
  const name = [meritKind[merit.kind], merit.member?.fullName].filter(Boolean).join(', ');
  return (
    <div className={css.actions} onClick={onLeave}>
      <EditButton edit={{ of: 'changeMerit', opened: merit, purpose }} needs="updateMeritRecord" kind="secondary" label={actionOf(action.change, name)}>{action.change}</EditButton>
      <EditButton edit={{ of: 'confirmMerit', opened: merit, purpose }} needs="confirmMeritRecord" kind="secondary" label={actionOf(action.confirmMerit, name)}>{action.confirmMerit}</EditButton>
    </div>
  );
}
