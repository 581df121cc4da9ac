import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Answer } from '../../graphql/answer';
import { useCan, useSession } from '../../session';
import { formatDay, formatNumber } from '../../text/format';
import { classList as listWords, movementPart as words } from '../../text/vi-class-list';
import { householdClass, standardChoices } from '../../text/vi-household';
import { Button } from '../../ui/button';
import { DataTable, type Column } from '../../ui/data-table';
import { Notice, Section } from '../../ui/page';
import { Empty } from '../../ui/states';
import { standardOf } from '../household/household-filters';
import listCss from '../household/household-list.module.css';
import { MovementCountsDocument, type MovementCountsQuery } from './class-list.generated';
import { presetPeriods, type ClassListFilters } from './class-list-filters';
import css from './class-list.module.css';
import type { PartProps } from './class-list-page';
import { readStep, recordsOfStep, stepName, writeStep, type Period, type Step } from './class-list-variables';
import { DayBox } from './day-box';
import { StandardField } from './day-list';
import { Records } from './records';

/** "Biến động trong kỳ": how many came onto the list and left it within days; each figure opens the households that it counts. */
export function Movements({ filters, put }: PartProps) {
  const { today } = useSession();
  const maySeeRecords = useCan('Query.classRecords');
  const presets = presetPeriods(today);
  const period = { from: filters.tu ?? presets.year, to: filters.den ?? today };
  const standard = standardOf(filters);
  const isReversed = period.from > period.to;
  const result = useQuery(MovementCountsDocument, { variables: { ...period, standard }, skip: isReversed });
  const step = readStep(filters.bd);
  return (
    <>
      <div className={css.period} data-print="no">
        <DayBox label={listWords.from} day={period.from} put={(tu) => put({ tu, den: period.to, bd: undefined, loai: undefined })} />
        <DayBox label={listWords.to} day={period.to} put={(den) => put({ tu: period.from, den, bd: undefined, loai: undefined })} />
        <StandardField standard={standard} put={(chuan) => put({ chuan, bd: undefined, loai: undefined })} />
        <div role="group" aria-label={words.presets} className={listCss.chips}>
          {(['month', 'quarter', 'year'] as const).map((preset) => (
            <button key={preset} type="button" className={listCss.chip} aria-pressed={period.from === presets[preset] && period.to === today} onClick={() => put({ tu: presets[preset], den: today, bd: undefined, loai: undefined })}>
              {words[preset]}
            </button>
          ))}
        </div>
      </div>
      {isReversed ? <Notice>{words.reversed}</Notice> : (
        <div data-print="no">
          <Answer result={result} data={result.data as MovementCountsQuery | undefined} what={words.failed} rows={5} rowHeight={44}>
            {({ movementCounts }) => <Figures {...{ movementCounts, filters, period, maySeeRecords }} />}
          </Answer>
        </div>
      )}
      {step && maySeeRecords && !isReversed && <Behind {...{ step, filters, period, put }} />}
    </>
  );
}

type Count = MovementCountsQuery['movementCounts'][number];
interface FiguresProps {
  movementCounts: readonly Count[];
  filters: ClassListFilters;
  period: Period;
  maySeeRecords: boolean;
}

function Figures({ movementCounts, filters, period, maySeeRecords }: FiguresProps) {
  const came = useMemo(() => movementCounts.filter(({ movement }) => movement), [movementCounts]);
  const left = useMemo(() => movementCounts.filter(({ endMovement }) => endMovement), [movementCounts]);
  const columns = useMemo(() => {
    const search = { ...filters, tu: period.from, den: period.to };
    const of = (classTitle: string): Column<Count>[] => [
      { key: 'step', title: words.movement, head: true, cell: (count) => stepName(count), sortBy: (count) => stepName(count) },
      { key: 'class', title: classTitle, cell: (count) => householdClass[count.class], sortBy: (count) => householdClass[count.class] },
      { key: 'count', title: words.households, align: 'end', sortBy: ({ count }) => count, cell: (count) => (maySeeRecords ? <Figure count={count} search={search} /> : formatNumber(count.count)) },
    ];
    return { came: of(words.becameClass), left: of(words.wasClass) };
  }, [filters, period.from, period.to, maySeeRecords]);
  if (movementCounts.length === 0) return <Empty>{words.none}</Empty>;
  return (
    <div className={css.two}>
      <Part title={words.came} none={words.noneCame} columns={columns.came} counts={came} />
      <Part title={words.left} none={words.noneLeft} columns={columns.left} counts={left} />
    </div>
  );
}

function Part({ title, none, columns, counts }: { title: string; none: string; columns: Column<Count>[]; counts: Count[] }) {
  return (
    <Section title={title} bare>
      {counts.length === 0 ? <p>{none}</p> : (
        <>
          <DataTable caption={title} columns={columns} rows={counts} rowKey={(count) => `${writeStep(count)} ${count.class}`} />
          <p className={css.sum}>{words.sumOf(formatNumber(counts.reduce((sum, { count }) => sum + count, 0)))}</p>
        </>
      )}
    </Section>
  );
}

function Figure({ count, search }: { count: Count; search: ClassListFilters }) {
  const shown = formatNumber(count.count);
  return (
    <Link
      from="/cong/$unitCode/bien-dong"
      to="/cong/$unitCode/bien-dong"
      search={{ ...search, bd: writeStep(count), loai: count.class }}
      resetScroll={false}
      className={css.figure}
      aria-label={words.figure(stepName(count), householdClass[count.class], shown)}
    >
      {shown}
    </Link>
  );
}

/** The households behind one figure. */
function Behind({ step, filters, period, put }: { step: Step; filters: ClassListFilters; period: Period; put: PartProps['put'] }) {
  const { chuan, loai } = filters;
  const filter = useMemo(() => recordsOfStep(step, { from: period.from, to: period.to }, { chuan, loai }), [step.movement, step.endMovement, period.from, period.to, chuan, loai]);
  const what = [stepName(step), loai && householdClass[loai]].filter(Boolean).join(': ');
  const standard = standardOf(filters);
  return (
    <Section title={what} bare action={<Button small kind="quiet" onClick={() => put({ bd: undefined, loai: undefined })}>{words.close}</Button>}>
      <Records
        key={JSON.stringify(filter)}
        caption={what}
        filter={filter}
        none={words.noRecords}
        paper={(count) => ({ title: listWords.paperMovements, name: listWords.paperPeriod(formatDay(period.from), formatDay(period.to)), about: listWords.paperAbout(standardChoices[standard] ?? standard, what.toLowerCase(), count) })}
      />
    </Section>
  );
}
