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
    const count = (key: 'workerCount' | 'childCount' | 'deprivationCount', title: string): Column<Row> => ({
      key,
      title,
      align: 'end',
      cell: (row) => (canReadCounts ? formatNumber(row[key] ?? 0) : <HiddenCell />),
    });
    const place: Column<Row> = { key: 'commune', title: words.commune, cell: ({ commune }) => <span className={css.name}>{commune.shortName}</span> };
    return [
      { key: 'code', title: words.code, head: true, cell: (row) => <CodeLink row={row} unitCode={unitCode} /> },
      { key: 'head', title: words.head, cell: ({ headName }) => <span className={css.name}>{headName}</span> },
      { key: 'village', title: words.village, cell: ({ village }) => <span className={css.name}>{village?.name ?? text.hidden.none}</span> },
      ...(seesMany ? [place] : []),
      { key: 'class', title: words.class, cell: (row) => <ClassCell row={row} /> },
      { key: 'members', title: words.members, align: 'end', cell: ({ memberCount }) => formatNumber(memberCount) },
      count('workerCount', words.workers),
      count('childCount', words.children),
      count('deprivationCount', words.lackCount),
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
