import { CheckField } from '../../ui/check-field';
import type { OwnControlProps } from './edit-spec';
import { PickFrame } from './pick-list';

/** The ids in a form's value. */
export const idsIn = (value: string): string[] => value.split(',').filter(Boolean);

interface MemberTicksProps extends OwnControlProps {
  members: readonly { value: string; label: string }[];
}

/** Any number of a household's members. */
export function MemberTicks({ id, label, hint, error, value, members, onChange }: MemberTicksProps) {
  const ticked = idsIn(value);
  return (
    <PickFrame id={id} label={label} hint={hint} error={error}>
      {members.map((member) => (
        <CheckField
          key={member.value} label={member.label} checked={ticked.includes(member.value)}
          onChange={(event) => onChange((event.currentTarget.checked ? [...ticked, member.value] : ticked.filter((one) => one !== member.value)).join(','))}
        />
      ))}
    </PickFrame>
  );
}
