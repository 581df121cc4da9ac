import { useMemo } from 'react';
import { useCan } from '../../session';
import { formatDay } from '../../text/format';
import { text } from '../../text/text';
import { detail as words, lockedPart, lockedReason, sex } from '../../text/vi-household';
import { action } from '../../text/vi-household-action';
import { story } from '../../text/vi-household-story';
import { DataTable, type Column } from '../../ui/data-table';
import { Empty, NoPermission } from '../../ui/states';
import { EditButton } from './edit-context';
import { FoldSection } from './fold-section';
import type { Household } from './household-page';
import css from './household.module.css';
import { useOpening } from './lazy-opened-dialog';
import { InsuranceCell, LabourCell, NameCell, SchoolingCell } from './member-cells';
import { MemberMenu, useMemberMenu } from './member-menu';
import { LockedLine } from './fact-list';

export type Member = NonNullable<Household['members']>[number];

/** The household's people, or those of them whom the unit's work concerns, or why there are none to see. */
export function Members({ household }: { household: Household }) {
  const lock = household.locked.find(({ part }) => part === 'Member');
  const members = [...(household.members ?? [])].sort((a, b) => Number(b.isHead) - Number(a.isHead) || a.birthYear - b.birthYear);
  const isPart = lock?.reason === 'ROWS';
  if (lock && !isPart) {
    return (
      <FoldSection title={words.members} bare>
        <NoPermission grantedBy={lock.grantedBy}>{lockedReason[lock.reason]}</NoPermission>
      </FoldSection>
    );
  }
  return (
    <FoldSection title={words.members} count={isPart ? undefined : members.length} bare action={<EditButton edit={{ of: 'addMember' }} needs="addMember">{action.addMember}</EditButton>}>
      {members.length > 0 && <MemberTable household={household} members={members} />}
      {members.length === 0 && <Empty>{isPart ? words.noMembersOurs : words.noMembers}</Empty>}
      {isPart && lock && <LockedLine label={story.otherMembers} lock={lock} />}
    </FoldSection>
  );
}

const parts = [
  { key: 'labour', noun: 'MemberLabour', title: story.labour, Cell: LabourCell },
  { key: 'schooling', noun: 'MemberSchooling', title: story.schooling, Cell: SchoolingCell },
  { key: 'insurance', noun: 'MemberInsurance', title: story.insurance, Cell: InsuranceCell },
] as const;

function MemberTable({ household, members }: { household: Household; members: readonly Member[] }) {
  const { open, dialog } = useOpening(household.id);
  const canReadBirthDay = useCan('Member.birthDate');
  const menu = useMemberMenu(household);
  const columns = useMemo((): Column<Member>[] => {
    const shown = parts.flatMap(({ key, noun, title, Cell }): Column<Member>[] => {
      if (isClosed(household, members, key, noun)) return [];
      const isPart = household.locked.some(({ part }) => part === noun);
      return [{ key, title, cell: (row) => <Cell member={row} isPart={isPart} /> }];
    });
    return [
      { key: 'name', title: words.name, head: true, cell: (row) => <NameCell member={row} /> },
      { key: 'birth', title: canReadBirthDay ? story.birth : words.birth, align: 'end', cell: ({ birthDate, birthYear }) => <span className={css.name}>{birthDate ? formatDay(birthDate) : String(birthYear)}</span> },
      { key: 'sex', title: words.sex, cell: (row) => sex[row.sex] ?? row.sex },
      ...shown,
      ...(menu.isEmpty ? [] : [{ key: 'menu', title: story.menu, cell: (row: Member) => <MemberMenu member={row} menu={menu} open={open} /> }]),
    ];
  }, [household, members, canReadBirthDay, menu, open]);
  const locks = household.locked.filter(({ part }) => part === 'HouseholdIdentity' || part === 'MemberHealth' || parts.some(({ key, noun }) => noun === part && isClosed(household, members, key, noun)));
  return (
    <>
      <DataTable caption={text.control.tableOf(words.members)} columns={columns} rows={members} rowKey={({ id }) => id} />
      {locks.filter(({ reason, part }) => reason !== 'ROWS' || parts.some(({ noun }) => noun === part)).map((lock) => (
        <LockedLine key={lock.part} label={lockedPart[lock.part] ?? lock.part} lock={lock} />
      ))}
      {dialog}
    </>
  );
}

/** A part that the portal never reads, or of which this household shows it nothing: a line says so, instead of a column of dashes. */
function isClosed({ locked }: Household, members: readonly Member[], key: (typeof parts)[number]['key'], noun: string): boolean {
  const lock = locked.find(({ part }) => part === noun);
  return lock !== undefined && (lock.reason !== 'ROWS' || members.every((member) => !member[key]));
}
