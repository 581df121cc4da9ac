import { useMemo } from 'react';
import { useCan } from '../../session';
import { papers } from '../../text/vi-household';
import { action } from '../../text/vi-household-action';
import { story } from '../../text/vi-household-story';
import { ActionMenu, type MenuAction } from '../../ui/action-menu';
import { useEdit, type Edit } from './edit-context';
import type { Household } from './household-page';
import css from './household.module.css';
import type { Opening } from './lazy-opened-dialog';
import type { Member } from './members';
import { useMeritWrite } from './merit-write';

/** What this portal and post may open and change of a member. */
export function useMemberMenu(household: Household) {
  const { locked } = household;
  const edit = useEdit();
  const isOpen = (noun: string) => !locked.some(({ part, reason }) => part === noun && reason !== 'ROWS');
  const mayPapers = useCan('Member.identity') && isOpen('HouseholdIdentity');
  const mayHealth = useCan('Member.health') && isOpen('MemberHealth');
  const mayMember = useCan('Mutation.updateMember');
  const mayLabour = useCan('Mutation.saveMemberLabour');
  const maySchooling = useCan('Mutation.saveMemberSchooling');
  const mayInsurance = useCan('Mutation.saveMemberInsurance');
  const mayMerit = useMeritWrite(household) === 'may';
  return useMemo(() => {
    const changes = edit === null ? [] : [
      mayMember && ({ of: 'member', label: action.changeMember } as const),
      mayLabour && ({ of: 'labour', label: action.changeLabour } as const),
      maySchooling && ({ of: 'schooling', label: action.changeSchooling } as const),
      mayInsurance && ({ of: 'insurance', label: action.changeInsurance } as const),
      mayMerit && ({ of: 'addMerit', label: action.addMerit } as const),
    ].filter((change) => change !== false);
    return { edit, mayPapers, mayHealth, changes, isEmpty: !mayPapers && !mayHealth && changes.length === 0 };
  }, [edit, mayPapers, mayHealth, mayMember, mayLabour, maySchooling, mayInsurance, mayMerit]);
}

interface MemberMenuProps {
  member: Member;
  menu: ReturnType<typeof useMemberMenu>;
  open: (what: Opening) => void;
}

/** One button a member for all that can be opened or changed. */
export function MemberMenu({ member, menu: { edit, mayPapers, mayHealth, changes }, open }: MemberMenuProps) {
  const openings: (MenuAction | false)[] = [
    mayPapers && { key: 'papers', label: papers.open, onSelect: () => open({ of: 'papers', member }) },
    mayHealth && { key: 'health', label: story.healthOpen, onSelect: () => open({ of: 'health', member }) },
  ];
  const groups = [
    { key: 'open', title: action.openGroup, actions: openings.filter((one) => one !== false) },
    { key: 'change', title: action.changeGroup, actions: changes.map(({ of, label }): MenuAction => ({ key: of, label, onSelect: () => edit?.({ of, id: member.id } satisfies Edit) })) },
  ];
  const label = action.memberMenuOf(member.fullName);
  return (
    <ActionMenu
      label={label}
      groups={groups.filter(({ actions }) => actions.length > 0)}
      button={(props) => (
        <button type="button" className={css.menuButton} aria-label={label} {...props}>
          {action.memberMenu} <span aria-hidden="true">▾</span>
        </button>
      )}
    />
  );
}
