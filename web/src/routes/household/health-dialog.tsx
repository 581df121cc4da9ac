import { client } from '../../graphql/client';
import { formatDay } from '../../text/format';
import { action, actionOf } from '../../text/vi-household-action';
import { disability } from '../../text/vi-household-kind';
import { story as words } from '../../text/vi-household-story';
import { Facts } from '../../ui/page';
import { EditButton } from './edit-context';
import { MemberHealthsDocument } from './household-opened.generated';
import css from './household.module.css';
import type { Member } from './members';
import { PurposeDialog } from './purpose-dialog';

interface HealthDialogProps {
  household: string;
  member: Member;
  open: boolean;
  onClose: () => void;
}

/** One member's health, opened for a purpose; changed from there, so that nobody writes over what they have not read. */
export function HealthDialog({ household, member, ...dialog }: HealthDialogProps) {
  return (
    <PurposeDialog
      {...dialog}
      title={words.healthOpenOf(member.fullName)}
      read={async (purpose) => {
        const { data } = await client.query({ query: MemberHealthsDocument, variables: { household, purpose }, fetchPolicy: 'no-cache' });
        return data?.household?.members.find(({ id }) => id === member.id)?.health ?? null;
      }}
    >
      {(health, purpose) => (
        <>
          {health ? (
            <>
              <Facts
                items={[
                  { label: words.malnutrition, value: health.malnutrition ? words.yes : words.no },
                  { label: words.disability, value: disability[health.disability] },
                  { label: words.illness, value: health.seriousIllness ? words.yes : words.no },
                ]}
              />
              <p className={css.soft}>{words.asOf(formatDay(health.asOf))}</p>
            </>
          ) : (
            <p>{words.noHealth}</p>
          )}
          <div>
            <span onClick={dialog.onClose}>
              <EditButton edit={{ of: 'health', id: member.id, opened: health, purpose }} needs="saveMemberHealth" label={actionOf(action.change, words.health)} kind="secondary">
                {action.change}
              </EditButton>
            </span>
          </div>
        </>
      )}
    </PurposeDialog>
  );
}
