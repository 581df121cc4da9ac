import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSession } from '../../session';
import { formatDay, formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { household as words, householdClass } from '../../text/vi-household';
import type { Column } from '../../ui/data-table';
import type { HouseholdListQuery } from './household-list.generated';
import css from './household.module.css';
import { lackLine } from './indicators';

type Row = HouseholdListQuery['households']['nodes'][number];

/** The list's columns. Counts that the portal may not read stay as columns of dots, so that hidden looks hidden. */
export function useHouseholdColumns(canReadCounts: boolean): Column<Row>[] {
  const { viewer } = useSession();
  const { code: unitCode } = viewer.unit;
  const seesMany = viewer.portalKind !== 'commune';
  const seesAllLacks = viewer.portalKind === 'commune' || viewer.portalKind === 'secretariat';
  return useMemo(() => {
    const count = (key: string, title: string, cell: (row: Row) => string): Column<Row> => ({
      key,
      title,
      align: 'end',
      cell: (row) => (canReadCounts ? cell(row) : <HiddenCell />),
    });
    return [
      { key: 'code', title: words.code, head: true, cell: (row) => <CodeLink row={row} unitCode={unitCode} /> },
      { key: 'head', title: words.head, cell: ({ headName }) => <span className={css.name}>{headName}</span> },
      { key: 'place', title: seesMany ? words.place : words.village, cell: (row) => <Place row={row} seesMany={seesMany} /> },
      { key: 'class', title: words.class, cell: (row) => <ClassCell row={row} /> },
      { key: 'members', title: words.members, align: 'end', cell: ({ memberCount }) => formatNumber(memberCount) },
      count('dependents', words.dependents, ({ workerCount, childCount }) => words.dependentsOf(formatNumber(workerCount ?? 0), formatNumber(childCount ?? 0))),
      count('lackCount', words.lackCount, ({ deprivationCount }) => formatNumber(deprivationCount ?? 0)),
      {
        key: 'lacks',
        title: seesAllLacks ? words.lacks : words.lacksOurs,
        cell: ({ deprivations }) => <span className={css.lackLine}>{lackLine(deprivations) || words.noLack}</span>,
      },
    ];
  }, [canReadCounts, seesMany, seesAllLacks, unitCode]);
}

function CodeLink({ row, unitCode }: { row: Row; unitCode: string }) {
  return (
    <Link to="/cong/$unitCode/ho/$householdId" params={{ unitCode, householdId: row.id }} className={css.code} aria-label={`${row.code}, ${row.headName}`}>
      {row.code}
    </Link>
  );
}

function Place({ row: { village, commune }, seesMany }: { row: Row; seesMany: boolean }) {
  return (
    <>
      <span className={css.name}>{village?.name ?? text.hidden.none}</span>
      {seesMany && <span className={css.commune}>{commune.shortName}</span>}
    </>
  );
}

function ClassCell({ row }: { row: Row }) {
  return (
    <>
      <span className={css.name}>{householdClass[row.class]}</span>
      <span className={css.since}> {words.since(formatDay(row.classSince))}</span>
    </>
  );
}

function HiddenCell() {
  return (
    <>
      <span className={css.dots} aria-hidden="true">
        {text.hidden.dots}
      </span>
      <span className="visually-hidden">{text.hidden.label}</span>
    </>
  );
}
