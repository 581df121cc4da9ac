import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Answer } from '../../graphql/answer';
import { useSession } from '../../session';
import { formatNumber } from '../../text/format';
import { exitPart as words } from '../../text/vi-class-list';
import { household } from '../../text/vi-household';
import { Button } from '../../ui/button';
import { DataTable, type Column } from '../../ui/data-table';
import { SelectField } from '../../ui/field';
import { Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import { ExpectedExitsDocument, type ExpectedExitsQuery } from './class-list.generated';
import css from './class-list.module.css';
import type { PartProps } from './class-list-page';

type Exits = ExpectedExitsQuery['expectedExits'];
type Village = Exits['villages'][number];

/** "Dự kiến thoát nghèo": households expected to escape in a year by village, summed against the unit's target. */
export function ExpectedExits({ filters, put }: PartProps) {
  const { year: thisYear } = useSession();
  const year = Number(filters.nam ?? thisYear);
  const result = useQuery(ExpectedExitsDocument, { variables: { year } });
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, thisYear + 2, thisYear + 3, thisYear + 4, year])].sort((a, b) => a - b);
  return (
    <>
      <div className={css.period}>
        <SelectField label={words.year} value={String(year)} onChange={({ currentTarget: { value } }) => put({ nam: value === String(thisYear) ? undefined : value, xa: undefined })} choices={years.map((one) => ({ value: String(one), label: String(one) }))} />
      </div>
      <Answer result={result} data={result.data as ExpectedExitsQuery | undefined} what={words.failed} rows={6} rowHeight={44}>
        {({ expectedExits }) => (
          <>
            <Sum exits={expectedExits} year={year} />
            {expectedExits.villages.length === 0 ? <Empty>{words.none(year)}</Empty> : <Places {...{ exits: expectedExits, year, filters, put }} />}
          </>
        )}
      </Answer>
    </>
  );
}

function Sum({ exits: { households, target }, year }: { exits: Exits; year: number }) {
  return (
    <div role="status">
      <p className={css.sum}>{words.sum(formatNumber(households), year)}</p>
      <p>{target === null ? words.noTarget : target > households ? words.targetMissing(formatNumber(target), formatNumber(target - households)) : words.targetReached(formatNumber(target))}</p>
      {target !== null && <progress className={css.against} aria-label={words.against} value={Math.min(households, target)} max={Math.max(target, 1)} />}
    </div>
  );
}

interface PlacesProps extends PartProps {
  exits: Exits;
  year: number;
}

/** A commune sees its villages at once; who sees many communes first those, then the villages of one. */
function Places({ exits: { villages }, year, filters, put }: PlacesProps) {
  const { viewer } = useSession();
  const seesMany = viewer.portalKind !== 'commune';
  const shown = useMemo(() => (seesMany && filters.xa ? villages.filter(({ commune }) => commune === filters.xa) : villages), [seesMany, filters.xa, villages]);
  const villageColumns = useMemo((): Column<Village>[] => [
    { key: 'village', title: words.village, head: true, cell: ({ villageName }) => villageName ?? words.noVillage, sortBy: ({ villageName }) => villageName },
    { key: 'households', title: words.households, align: 'end', cell: (village) => <Households village={village} year={year} seesMany={seesMany} />, sortBy: ({ households }) => households },
  ], [year, seesMany]);
  if (!seesMany || filters.xa) {
    const back = seesMany && <Button small kind="quiet" onClick={() => put({ xa: undefined })}>{words.allCommunes}</Button>;
    return (
      <Section title={seesMany ? words.villages(shown[0]?.communeName ?? '') : words.byVillage} bare action={back}>
        {shown.length === 0 ? <Empty>{words.none(year)}</Empty> : <DataTable caption={words.byVillage} columns={villageColumns} rows={shown} rowKey={({ commune, village }) => `${commune} ${village}`} />}
      </Section>
    );
  }
  return <Communes villages={villages} open={(xa) => put({ xa })} />;
}

function Communes({ villages, open }: { villages: readonly Village[]; open: (commune: string) => void }) {
  const rows = useMemo(() => {
    const sums = new Map<string, { commune: string; name: string; households: number }>();
    for (const { commune, communeName: name, households } of villages) sums.set(commune, { commune, name, households: (sums.get(commune)?.households ?? 0) + households });
    return [...sums.values()];
  }, [villages]);
  const columns = useMemo((): Column<(typeof rows)[number]>[] => [
    { key: 'commune', title: words.commune, head: true, cell: ({ commune, name }) => <Button small kind="quiet" onClick={() => open(commune)}>{name}</Button>, sortBy: ({ name }) => name },
    { key: 'households', title: words.households, align: 'end', cell: ({ households }) => formatNumber(households), sortBy: ({ households }) => households },
  ], [open]);
  return (
    <Section title={words.byCommune} bare>
      <DataTable caption={words.byCommune} columns={columns} rows={rows} rowKey={({ commune }) => commune} />
    </Section>
  );
}

/** Opens the list of households that the figure counts; those of no village have no filter of their own. */
function Households({ village: { commune, village, villageName, households }, year, seesMany }: { village: Village; year: number; seesMany: boolean }) {
  const count = formatNumber(households);
  if (!village) return <span className={css.figure}>{count}</span>;
  return (
    <Link
      from="/cong/$unitCode/bien-dong"
      to="/cong/$unitCode/ho"
      search={{ nam: String(year), ...(seesMany && { xa: commune }), thon: village, nc: 'mottrong:loai.POOR,loai.NEAR_POOR' }}
      className={css.figure}
      aria-label={`${villageName}: ${household.count(count, count)}`}
    >
      {count}
    </Link>
  );
}
