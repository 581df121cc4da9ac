import { useMemo, useState } from 'react';
import { useCan } from '../../session';
import { text } from '../../text/text';
import { detail as words, lockedReason, papers, residence, sex } from '../../text/vi-household';
import { Button } from '../../ui/button';
import { DataTable, type Column } from '../../ui/data-table';
import { Hidden } from '../../ui/hidden';
import { Section } from '../../ui/page';
import { Empty, NoPermission } from '../../ui/states';
import type { Household } from './household-page';
import css from './household.module.css';
import { PapersDialog } from './papers-dialog';

export type Member = NonNullable<Household['members']>[number];

/** The household's people, or those of them whom the unit's work concerns, or why there are none to see. */
export function Members({ household }: { household: Household }) {
  const lock = household.locked.find(({ part }) => part === 'Member');
  const members = [...(household.members ?? [])].sort((a, b) => Number(b.isHead) - Number(a.isHead) || a.birthYear - b.birthYear);
  if (lock?.reason === 'PORTAL') {
    return (
      <Section title={words.members} bare>
        <NoPermission grantedBy={lock.grantedBy}>{lockedReason.PORTAL}</NoPermission>
      </Section>
    );
  }
  const isPart = lock?.reason === 'ROWS';
  return (
    <Section title={words.members} count={members.length} bare>
      {members.length > 0 && <MemberTable household={household} members={members} />}
      {members.length > 0 && isPart && <p className={css.soft}>{words.membersOurs}</p>}
      {members.length === 0 && <Empty>{isPart ? words.noMembersOurs : words.noMembers}</Empty>}
    </Section>
  );
}

function MemberTable({ household, members }: { household: Household; members: readonly Member[] }) {
  const [opened, setOpened] = useState<Member>();
  const [isOpen, setIsOpen] = useState(false);
  const canReadRelations = useCan('Member.relation');
  const canReadResidence = useCan('Member.residence');
  const lock = household.locked.find(({ part }) => part === 'HouseholdIdentity');
  const mayOpen = useCan('Member.identity') && !lock;
  const columns = useMemo((): Column<Member>[] => {
    const relation: Column<Member> = { key: 'relation', title: words.relation, cell: (row) => row.relation ?? text.hidden.none };
    const home: Column<Member> = { key: 'residence', title: words.residence, cell: (row) => residence[row.residence ?? ''] ?? text.hidden.none };
    const open = (member: Member) => {
      setOpened(member);
      setIsOpen(true);
    };
    const papersOf: Column<Member> = {
      key: 'papers',
      title: words.papers,
      cell: (row) => (
        <Button small label={papers.openOf(row.fullName)} onClick={() => open(row)}>
          {papers.open}
        </Button>
      ),
    };
    return [
      { key: 'name', title: words.name, head: true, cell: (row) => (row.isHead && !canReadRelations ? `${row.fullName} (${words.headMark})` : row.fullName) },
      ...(canReadRelations ? [relation] : []),
      { key: 'birth', title: words.birth, align: 'end', cell: (row) => String(row.birthYear) },
      { key: 'sex', title: words.sex, cell: (row) => sex[row.sex] ?? row.sex },
      ...(canReadResidence ? [home] : []),
      ...(mayOpen ? [papersOf] : []),
    ];
  }, [canReadRelations, canReadResidence, mayOpen]);
  return (
    <>
      <DataTable caption={text.control.tableOf(words.members)} columns={columns} rows={members} rowKey={({ id }) => id} />
      {lock && (
        <p className={css.soft}>
          {words.papers}: <Hidden {...lock} />
        </p>
      )}
      {opened && <PapersDialog household={household.id} member={opened} open={isOpen} onClose={() => setIsOpen(false)} />}
    </>
  );
}
