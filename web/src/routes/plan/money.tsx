import { formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { plan as words } from '../../text/vi-plan';
import { DataTable, type Column } from '../../ui/data-table';
import { Notice, Section } from '../../ui/page';
import type { Plan } from './plan-page';

type Line = Plan['moneyLines'][number];

const amount = (value: number | null): string => (value === null ? text.hidden.notAsked : words.billion(formatNumber(value)));

const columns: Column<Line>[] = [
  { key: 'name', title: words.moneyName, head: true, cell: ({ name, partOf }) => (partOf ? `${words.partOf}: ${name}` : name) },
  { key: 'stated', title: words.stated, align: 'end', cell: ({ statedBillion }) => amount(statedBillion) },
  { key: 'computed', title: words.computed, align: 'end', cell: ({ computedBillion }) => amount(computedBillion) },
  {
    key: 'difference',
    title: words.difference,
    align: 'end',
    cell: ({ differenceBillion }) => (differenceBillion === 0 ? words.agrees : amount(differenceBillion)),
  },
  { key: 'clause', title: words.clause, cell: ({ clause }) => clause },
];

/** Money as the plan states it beside what its parts come to; a difference is said, never mended. */
export function Money({ lines }: { lines: Plan['moneyLines'] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={words.money} bare>
      <DataTable caption={text.control.tableOf(words.money)} columns={columns} rows={wholeFirst(lines)} rowKey={({ id }) => id} />
      {lines.map(
        ({ id, differenceBillion }) =>
          Boolean(differenceBillion) && <Notice key={id}>{words.differs(amount(differenceBillion && Math.abs(differenceBillion)))}</Notice>,
      )}
    </Section>
  );
}

/** Each whole followed by its parts. */
function wholeFirst(lines: Plan['moneyLines']): Line[] {
  return lines.filter(({ partOf }) => !partOf).flatMap((whole) => [whole, ...lines.filter(({ partOf }) => partOf?.id === whole.id)]);
}
