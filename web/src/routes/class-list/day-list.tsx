import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { Answer } from '../../graphql/answer';
import { useSession } from '../../session';
import { formatCount, formatDay } from '../../text/format';
import { text } from '../../text/text';
import { classList as words } from '../../text/vi-class-list';
import { householdClass, standardChoices } from '../../text/vi-household';
import { SelectField } from '../../ui/field';
import { standardCodes, standardOf } from '../household/household-filters';
import listCss from '../household/household-list.module.css';
import { PlaceFields } from '../household/place-fields';
import { ClassCountsDocument, type ClassCountsQuery } from './class-list.generated';
import type { ClassName } from './class-list-filters';
import type { PartProps } from './class-list-page';
import { listedClasses, recordsOfDay } from './class-list-variables';
import { DayBox } from './day-box';
import { Records } from './records';

/** "Danh sách tại ngày": the records that hold on a day, counted by class, filtered in the address, printable. */
export function DayList({ filters, put }: PartProps) {
  const { today } = useSession();
  const day = filters.ngay ?? today;
  const standard = standardOf(filters);
  const filter = useMemo(() => recordsOfDay(filters, today), [filters, today]);
  const what = filters.loai ? householdClass[filters.loai] : words.anyClass;
  return (
    <>
      <div role="search" aria-label={text.control.filters} className={listCss.people} data-print="no">
        <DayBox label={words.day} day={day} put={(ngay) => put({ ngay: ngay === today ? undefined : ngay })} />
        <StandardField standard={standard} put={(chuan) => put({ chuan })} />
        <SelectField label={words.class} value={filters.loai ?? ''} onChange={(event) => put({ loai: event.currentTarget.value })} choices={[{ value: '', label: words.anyClass }, ...Object.entries(householdClass).map(([value, label]) => ({ value, label }))]} />
        <PlaceFields xa={filters.xa} thon={filters.thon} put={put} />
      </div>
      <Counts {...{ filters, put }} />
      <Records
        key={JSON.stringify(filter)}
        caption={words.parts.danhsach}
        filter={filter}
        none={words.none}
        paper={(count) => ({ title: words.paperTitle, name: words.paperDay(formatDay(day)), about: words.paperAbout(standardChoices[standard] ?? standard, what.toLowerCase(), count) })}
      />
    </>
  );
}

/** Which standard's list; classes under two standards are never counted together. */
export function StandardField({ standard, put }: { standard: string; put: (standard: string | undefined) => void }) {
  return (
    <SelectField
      label={words.standard}
      value={standard}
      onChange={({ currentTarget: { value } }) => put(value === standardCodes[0] ? undefined : value)}
      choices={standardCodes.map((value) => ({ value, label: standardChoices[value] ?? value }))}
    />
  );
}

const countKeys: Record<(typeof listedClasses)[number], keyof ClassCountsQuery> = { POOR: 'poor', NEAR_POOR: 'nearPoor', NEWLY_ESCAPED: 'escaped', NEWLY_ESCAPED_NEAR_POOR: 'escapedNearPoor' };

/** How many of each class that day, of the place chosen; each narrows the list to its class. */
function Counts({ filters, put }: PartProps) {
  const { today } = useSession();
  const of = (loai: ClassName) => recordsOfDay({ ...filters, loai }, today);
  const result = useQuery(ClassCountsDocument, { variables: { poor: of('POOR'), nearPoor: of('NEAR_POOR'), escaped: of('NEWLY_ESCAPED'), escapedNearPoor: of('NEWLY_ESCAPED_NEAR_POOR') } });
  const data = result.data ?? (result.loading ? result.previousData : undefined);
  return (
    <Answer result={result} data={data as ClassCountsQuery | undefined} what={words.countsFailed} rows={1} rowHeight={34}>
      {(counts) => (
        <div role="group" aria-label={words.counts} className={listCss.chips} data-print="no">
          {listedClasses.map((name) => {
            const count = formatCount(counts[countKeys[name]].totalCount);
            return (
              <button key={name} type="button" className={listCss.chip} aria-pressed={filters.loai === name} onClick={() => put({ loai: filters.loai === name ? undefined : name })}>
                {words.countOf(householdClass[name], count)}
              </button>
            );
          })}
        </div>
      )}
    </Answer>
  );
}
