import { Link } from '@tanstack/react-router';
import { formatDay, formatNumber } from '../../text/format';
import { text } from '../../text/text';
import { household as words, householdClass } from '../../text/vi-household';
import { column as names } from '../../text/vi-household-list';
import type { WorkColumn } from '../../ui/work-table';
import type { HouseholdListQuery } from './household-list.generated';
import css from './household.module.css';
import { lackLine } from './indicators';

export type Row = HouseholdListQuery['households']['nodes'][number];

/** One column as it may be chosen: `needs` are the paths without which it is hidden, `kinds` the portal kinds that begin with it. */
interface Offer extends Omit<WorkColumn<Row>, 'title'> {
  key: keyof typeof names;
  needs?: string[];
  kinds: string;
}
const counts = ['Household.workerCount', 'Household.childCount', 'Household.deprivationCount'];
const all = 'secretariat department commune massOrganisation', notCommune = 'secretariat department massOrganisation';

const offers: Offer[] = [
  { key: 'code', head: true, order: 'code', kinds: all, cell: (row) => <CodeLink row={row} /> },
  { key: 'head', order: 'headName', kinds: all, cell: ({ headName }) => <span className={css.name}>{headName}</span> },
  { key: 'village', order: 'village', kinds: all, cell: ({ village }) => <span className={css.name}>{village?.name ?? text.hidden.none}</span> },
  { key: 'commune', order: 'commune', kinds: notCommune, cell: ({ commune }) => commune.shortName },
  { key: 'class', order: 'class', kinds: all, cell: (row) => <span className={css.name}>{householdClass[row.class]}</span> },
  { key: 'since', order: 'classSince', kinds: '', cell: ({ classSince }) => formatDay(classSince) },
  { key: 'members', order: 'memberCount', align: 'end', kinds: all, cell: ({ memberCount }) => formatNumber(memberCount) },
  { key: 'dependents', order: 'workerCount', align: 'end', needs: counts, kinds: '', cell: ({ workerCount, childCount }) => words.dependentsOf(formatNumber(workerCount ?? 0), formatNumber(childCount ?? 0)) },
  { key: 'lackCount', order: 'deprivationCount', align: 'end', needs: counts, kinds: '', cell: ({ deprivationCount }) => formatNumber(deprivationCount ?? 0) },
  { key: 'lacks', kinds: all, cell: ({ deprivations }) => <span className={css.lackLine}>{lackLine(deprivations) || words.noLack}</span> },
  { key: 'support', order: 'hasAnySupport', kinds: all, cell: ({ hasAnySupport }) => <span className={css.name}>{hasAnySupport ? names.hasSupport : text.hidden.none}</span> },
  { key: 'helper', kinds: 'secretariat', cell: ({ helpers }) => <span className={css.lackLine}>{helpers.join(', ') || text.hidden.none}</span> },
  { key: 'officer', order: 'officerInCharge', kinds: 'commune department', cell: ({ officerInCharge }) => <span className={css.lackLine}>{officerInCharge ?? text.hidden.none}</span> },
  { key: 'registered', order: 'exitRegisteredOn', kinds: '', cell: ({ exitRegisteredOn }) => (exitRegisteredOn ? formatDay(exitRegisteredOn) : text.hidden.none) },
  { key: 'exitYear', order: 'expectedExitYear', align: 'end', kinds: 'massOrganisation', cell: ({ expectedExitYear }) => expectedExitYear ?? text.hidden.none },
];

export interface Columns {
  /** Every column that the portal may show. */
  offered: WorkColumn<Row>[];
  /** Those that this kind of portal begins with, in order. */
  first: string[];
  /** Names of the columns that are closed to it. */
  hidden: string[];
}

/** The columns of a portal. A column by which it may not sort loses its arrow, one that it may not read is named as hidden. */
export function columnsFor(portalKind: string, permissions: ReadonlySet<string>): Columns {
  const seesAllLacks = portalKind === 'commune' || portalKind === 'secretariat';
  const may = ({ needs = [] }: Offer) => needs.every((path) => permissions.has(path));
  return {
    offered: offers.filter((one) => may(one) && (one.key !== 'commune' || portalKind !== 'commune')).map(({ key, order, cell, align, head }) => ({
      key, cell, align, head,
      title: names[key === 'lacks' && !seesAllLacks ? 'lacksOurs' : key],
      order: order && permissions.has(`HouseholdOrder.${order}`) ? order : undefined,
    })),
    first: offers.filter((one) => may(one) && one.kinds.split(' ').includes(portalKind)).map(({ key }) => key),
    hidden: offers.filter((one) => !may(one)).map(({ key }) => names[key]),
  };
}

function CodeLink({ row }: { row: Row }) {
  return (
    <Link from="/cong/$unitCode/ho" to="/cong/$unitCode/ho/$householdId" params={{ householdId: row.id }} className={css.code} aria-label={`${row.code}, ${row.headName}`}>
      {row.code}
    </Link>
  );
}
