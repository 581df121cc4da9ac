import { lazy, Suspense, useId, useState } from 'react';
import { useSession } from '../../session';
import { text } from '../../text/text';
import { household as householdWords, standardChoices } from '../../text/vi-household';
import { condition as conditionWords, filter as words } from '../../text/vi-household-list';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/field';
import { useIsPhone } from '../board/use-is-phone';
import { readGroups, writeGroups } from './household-advanced';
import { conditionsFor } from './household-conditions';
import { standardCodes, standardOf, without, type FilterKey, type HouseholdFilters } from './household-filters';
import css from './household-list.module.css';
import { PlaceFields, SearchBox } from './place-fields';
import { SavedFilters } from './saved-filters';

const AdvancedDialog = lazy(() => import('./advanced-dialog').then((dialog) => ({ default: dialog.AdvancedDialog })));

interface FilterBarProps {
  filters: HouseholdFilters;
  change: (next: HouseholdFilters) => void;
}
/** These stand as fields of their own; every other condition is a chip or one of the groups. */
const fields: FilterKey[] = ['loai', 'thieu', 'nhucau'];

/** The list's filters; each change goes into the address. On a phone only the search stands open. */
export function FilterBar({ filters, change }: FilterBarProps) {
  const session = useSession();
  const { portalKind } = session.viewer;
  const [isOpen, setIsOpen] = useState(false);
  const [isAdvanced, setIsAdvanced] = useState(false);
  const isPhone = useIsPhone();
  const body = useId();
  const offered = conditionsFor(session.permissions);
  const put = (part: HouseholdFilters) => change(without({ ...filters, ...part }));
  const active = Object.keys(without(filters, 'xep', 'chuan', 'tim')).length;
  return (
    <div role="search" aria-label={text.control.filters} className={css.bar}>
      <div className={css.fields}>
        <SearchBox label={words.search} value={filters.tim ?? ''} put={(tim) => put({ tim })} />
        {isPhone && <Button expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>{words.show(active)}</Button>}
        {(!isPhone || isOpen) && (
          <div id={body} className={css.more}>
            <PlaceFields xa={filters.xa} thon={filters.thon} put={put} />
            <SelectField label={householdWords.standard} value={standardOf(filters)} onChange={(event) => put({ chuan: event.currentTarget.value })} choices={standardCodes.map((value) => ({ value, label: standardChoices[value] ?? value }))} />
            {offered.filter(({ key }) => fields.includes(key)).map(({ key, label, choices }) => (
              <SelectField key={key} label={label} value={filters[key] ?? ''} onChange={(event) => put({ [key]: event.currentTarget.value })} choices={[{ value: '', label: text.control.all }, ...choices({ portalKind, year: session.year })]} />
            ))}
          </div>
        )}
      </div>
      {(!isPhone || isOpen) && (
        <div className={css.line}>
          <QuickChips filters={filters} put={put} offered={offered.map(({ key }) => key)} />
          <Button small onClick={() => setIsAdvanced(true)}>{words.advanced}</Button>
          <SavedFilters filters={filters} change={change} />
        </div>
      )}
      <ChosenChips filters={filters} change={change} />
      {isAdvanced && (
        <Suspense>
          <AdvancedDialog groups={readGroups(filters.nc)} onClose={() => setIsAdvanced(false)} apply={(groups) => put({ nc: writeGroups(groups) })} />
        </Suspense>
      )}
    </div>
  );
}

const quick = (year: number): { key: FilterKey; value: string; label: string }[] => [
  { key: 'hotro', value: 'chua', label: conditionWords.supports.chua },
  { key: 'giupdo', value: 'chua', label: conditionWords.helpers.chua },
  { key: 'nhom', value: 'MERIT', label: words.merit },
  { key: 'canbo', value: 'chua', label: conditionWords.officers.chua },
  { key: 'dangky', value: 'co', label: conditionWords.registers.co },
  { key: 'nam', value: String(year), label: words.exitThisYear(year) },
  { key: 'ketthuc', value: 'co', label: words.ended },
];

/** The common conditions, each on or off. */
function QuickChips({ filters, put, offered }: { filters: HouseholdFilters; put: (part: HouseholdFilters) => void; offered: FilterKey[] }) {
  const { year } = useSession();
  const chips = quick(year);
  return (
    <div role="group" aria-label={words.quick} className={css.chips}>
      {chips.filter(({ key }) => key === 'ketthuc' || offered.includes(key)).map(({ key, value, label }) => {
        const isOn = filters[key] === value;
        return (
          <button key={key} type="button" className={css.chip} aria-pressed={isOn} onClick={() => put({ [key]: isOn ? '' : value })}>
            {label}
          </button>
        );
      })}
    </div>
  );
}

/** What narrows the list beyond the fields that are seen, each with a button that drops it. */
function ChosenChips({ filters, change }: FilterBarProps) {
  const session = useSession();
  const scope = { portalKind: session.viewer.portalKind, year: session.year };
  const isPhone = useIsPhone();
  const offered = conditionsFor(session.permissions);
  const say = (key: FilterKey, value: string): string[] => {
    const found = offered.find((one) => one.key === key);
    return found ? [`${found.label}: ${found.choices(scope).find((choice) => choice.value === value)?.label.replace(/^– /, '') ?? value}`] : [];
  };
  const groups = readGroups(filters.nc);
  // On a wide screen a field or a chip already shows these.
  const isSeen = (key: string, value: string) => !isPhone && (fields.includes(key as FilterKey) || quick(session.year).some((one) => one.key === key && one.value === value));
  const chosen = [
    ...Object.entries(filters).flatMap(([key, value]) => (isSeen(key, value) ? [] : say(key as FilterKey, value).map((label) => ({ label, next: without(filters, key as FilterKey) })))),
    ...(filters.ketthuc && isPhone ? [{ label: words.ended, next: without(filters, 'ketthuc') }] : []),
    ...groups.map(({ joint, lines }, at) => ({
      label: words.groupShort[joint](lines.flatMap(({ key, value }) => say(key, value)).join('; ')),
      next: without({ ...filters, nc: writeGroups(groups.filter((_group, other) => other !== at)) }),
    })),
  ];
  if (Object.keys(without(filters, 'xep', 'chuan')).length === 0) return null;
  return (
    <div role="group" aria-label={words.chosen} className={css.chips}>
      {chosen.map(({ label, next }) => (
        <button key={label} type="button" className={css.chosen} aria-label={words.drop(label)} onClick={() => change(next)}>
          {label} <span aria-hidden="true">✕</span>
        </button>
      ))}
      <Button small kind="quiet" onClick={() => change(without({ chuan: filters.chuan, xep: filters.xep }))}>{text.control.clearFilters}</Button>
    </div>
  );
}
