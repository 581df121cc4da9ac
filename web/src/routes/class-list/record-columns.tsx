import { Link } from '@tanstack/react-router';
import { formatDay, formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { classList as words } from '../../text/vi-class-list';
import { householdClass } from '../../text/vi-household';
import { endMovement, movement } from '../../text/vi-household-kind';
import type { Column } from '../../ui/data-table';
import householdCss from '../household/household.module.css';
import css from './class-list.module.css';
import type { ClassListQuery } from './class-list.generated';

export type ClassRecord = ClassListQuery['classRecords']['nodes'][number] & { no: number };

/** The columns of a list of records; what a household was listed as then, not what it is now. */
export function recordColumns({ seesMany, decisions }: { seesMany: boolean; decisions: boolean }): Column<ClassRecord>[] {
  return [
    { key: 'no', title: words.no, align: 'end', cell: ({ no }) => no },
    { key: 'code', title: words.code, head: true, cell: (record) => <Code record={record} /> },
    { key: 'head', title: words.head, cell: ({ headName }) => <span className={householdCss.name}>{headName}</span> },
    { key: 'village', title: words.village, cell: ({ village }) => village?.name ?? text.hidden.none },
    ...(seesMany ? [{ key: 'commune', title: words.commune, cell: ({ commune }: ClassRecord) => commune.shortName }] : []),
    { key: 'members', title: words.members, align: 'end', cell: ({ memberCount }) => formatNumber(memberCount) },
    { key: 'class', title: words.class, cell: (record) => householdClass[record.class] },
    { key: 'movement', title: words.movement, cell: (record) => <Movement record={record} /> },
    { key: 'since', title: words.since, cell: ({ since }) => <span className={householdCss.name}>{formatDay(since)}</span> },
    ...(decisions ? [{ key: 'decision', title: words.decision, cell: ({ decisionNumber, decisionDay }: ClassRecord) => (decisionNumber ? words.decisionOf(decisionNumber, decisionDay ? formatDay(decisionDay) : null) : text.hidden.none) }] : []),
  ];
}

/** Leads to the household where it may still be seen; one that has left the commune keeps its line on the old list. */
function Code({ record: { code, headName, household } }: { record: ClassRecord }) {
  if (!household) return <span className={householdCss.code}>{code}</span>;
  return (
    <Link from="/cong/$unitCode/bien-dong" to="/cong/$unitCode/ho/$householdId" params={{ householdId: household.id }} className={householdCss.code} aria-label={words.open(code, headName)}>
      {code}
    </Link>
  );
}

function Movement({ record: { movement: came, endMovement: left, until } }: { record: ClassRecord }) {
  return (
    <>
      {movement[came]}
      {left && left !== 'CLASS_CHANGED' && until && <span className={css.left}>{words.leftOn(endMovement[left], formatDay(until))}</span>}
    </>
  );
}
