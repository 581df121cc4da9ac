import { useMemo } from 'react';
import { useSession } from '../../session';
import { formatDay } from '../../text/format';
import { chase as words } from '../../text/vi-chase';
import { CheckField } from '../../ui/check-field';
import { DataTable, type Column } from '../../ui/data-table';
import { longestOf, type LateUnit } from './chase-filters';
import css from './chase.module.css';

/** Units with their late work, each to be ticked. */
export function LateTable({ units, chosen, onChange }: { units: readonly LateUnit[]; chosen: ReadonlySet<string>; onChange: (ids: ReadonlySet<string>) => void }) {
  const { today } = useSession();
  const columns = useMemo<Column<LateUnit>[]>(() => [
    {
      key: 'unit', title: words.unit, head: true, sortBy: ({ name }) => name,
      cell: ({ id, name }) => (
        <CheckField label={name} checked={chosen.has(id)} onChange={(event) => onChange(event.currentTarget.checked ? new Set([...chosen, id]) : new Set([...chosen].filter((one) => one !== id)))} />
      ),
    },
    { key: 'works', title: words.works, sortBy: ({ works }) => works.length, cell: (unit) => <Works unit={unit} /> },
    { key: 'longest', title: words.longest, align: 'end', sortBy: (unit) => longestOf(unit), cell: (unit) => words.days(longestOf(unit)) },
    {
      key: 'reminded', title: words.reminded, sortBy: ({ remindedOn }) => remindedOn,
      cell: ({ remindedOn }) => (remindedOn === null ? words.never : remindedOn === today ? words.today : formatDay(remindedOn)),
    },
  ], [chosen, onChange, today]);
  return <DataTable caption={words.late} columns={columns} rows={units} rowKey={({ id }) => id} />;
}

/** How much is late; unfolded, what. */
function Works({ unit: { shortName, works } }: { unit: LateUnit }) {
  return (
    <details className={css.works}>
      <summary aria-label={`${words.worksFold(shortName)}: ${words.worksOf(works.length)}`}>{words.worksOf(works.length)}</summary>
      <ul>
        {works.map(({ assignment, code, title, dueDay, days }) => <li key={assignment}>{words.workLine(code, title, dueDay && formatDay(dueDay), days)}</li>)}
      </ul>
    </details>
  );
}
