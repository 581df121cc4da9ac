import { useMemo } from 'react';
import { text } from '../../text/text';
import { dimensionName, standard as words } from '../../text/vi-standard';
import { DataTable, type Column } from '../../ui/data-table';
import { Section } from '../../ui/page';
import css from './standard.module.css';
import type { Standard } from './standard-page';
import { shortName } from './standard-table';

type Indicator = Standard['indicators'][number];
interface Row {
  code: string;
  dimension: string;
  in: Record<string, Indicator | undefined>;
}

/** The indicators by dimension, a column a standard; what a standard brings, drops or names anew against the one before is marked. */
export function IndicatorTable({ standards }: { standards: readonly Standard[] }) {
  const [older, newer] = [standards.at(-2), standards.at(-1)];
  const rows = useMemo(() => rowsOf(standards), [standards]);
  const columns = useMemo(
    (): Column<Row>[] => [
      { key: 'dimension', title: words.dimension, head: true, cell: ({ dimension }) => dimensionName[dimension] ?? dimension },
      ...standards.map((standard, at): Column<Row> => ({
        key: standard.code,
        title: shortName(standard),
        cell: (row) => <Wording row={row} standard={standard} before={standards[at - 1]} />,
      })),
    ],
    [standards],
  );
  return (
    <Section title={words.indicators} bare>
      {older && newer && <p className={css.soft}>{words.indicatorsLead(shortName(older), shortName(newer))}</p>}
      <DataTable caption={text.control.tableOf(words.indicators)} columns={columns} rows={rows} rowKey={({ code }) => code} />
    </Section>
  );
}

function Wording({ row, standard, before }: { row: Row; standard: Standard; before: Standard | undefined }) {
  const here = row.in[standard.code];
  const there = before && row.in[before.code];
  if (!here) return there ? <span className={css.mark}>{words.isGone}</span> : text.hidden.none;
  const mark = before && (there ? there.name !== here.name && words.isRenamed : words.isNew);
  return (
    <>
      {here.no}. {here.name}
      {mark && <span className={css.mark}>{mark}</span>}
      {here.threshold && <span className={css.note}>{`${words.threshold}: ${here.threshold}`}</span>}
    </>
  );
}

/** Every indicator once: those of one dimension together, in the order of the latest standard that knows them. */
function rowsOf(standards: readonly Standard[]): Row[] {
  const rows = new Map<string, Row>();
  for (const standard of standards) {
    for (const indicator of standard.indicators) {
      const row = rows.get(indicator.indicator) ?? { code: indicator.indicator, dimension: indicator.dimension, in: {} };
      row.in[standard.code] = indicator;
      rows.set(indicator.indicator, row);
    }
  }
  const order = Object.keys(dimensionName);
  const place = ({ in: wordings }: Row) => [...standards].reverse().map(({ code }) => wordings[code]?.no).find((no) => no !== undefined) ?? 0;
  return [...rows.values()].sort((a, b) => order.indexOf(a.dimension) - order.indexOf(b.dimension) || place(a) - place(b));
}
