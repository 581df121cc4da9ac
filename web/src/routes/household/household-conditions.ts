import { dimension, groupKind, householdClass } from '../../text/vi-household';
import { condition as words } from '../../text/vi-household-list';
import { causeKind, supportKind } from '../../text/vi-household-kind';
import type { Choice } from '../../ui/field';
import type { FilterKey } from './household-filters';
import type { HouseholdFilter, MemberFilter } from './household-list.generated';
import { dimensions, indicatorName } from './indicators';

/** What a condition may depend on besides its own value. */
export interface ConditionScope {
  standard: string;
  year: number;
}

/** One thing that a household can be filtered by: a code in the address, words on the screen, and what the server is asked. */
export interface Condition {
  key: FilterKey;
  label: string;
  /** Paths of `viewer.permissions` without which the server would refuse the whole list. */
  needs: string[];
  choices: (scope: { portalKind: string; year: number }) => Choice[];
  /** Undefined for a code that is none of the choices. */
  filter: (value: string, scope: ConditionScope) => HouseholdFilter | undefined;
}

const named = (names: Record<string, string | undefined>): Choice[] => Object.entries(names).map(([value, label]) => ({ value, label: label ?? value }));
const known = <T extends string>(names: Record<T, unknown>, value: string): T | undefined => (value in names ? (value as T) : undefined);
const list = (noun: string, ...rest: string[]): string[] => [`${noun}ListFilter.some`, ...rest.map((field) => `${noun}Filter.${field}`)];
const open = { until: { isNull: true } };
const within = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, at) => String(from + at));

/** Which indicators a code of `thieu` means: a dimension's, or one alone. */
const indicatorsOf = (value: string): string[] | undefined =>
  dimensions.find(({ key }) => key === value)?.indicators ?? dimensions.map(({ indicators }) => indicators.filter((code) => code === value)).find(({ length }) => length > 0);

/** Of the members who have not moved away or died. */
const some = (member: MemberFilter): HouseholdFilter['members'] => ({ some: { residence: { in: ['PRESENT', 'AWAY'] }, ...member } });
const people: Record<keyof typeof words.people, (year: number) => HouseholdFilter['members']> = {
  UNEMPLOYED: () => some({ labour: { status: { eq: 'UNEMPLOYED' } } }),
  UNTRAINED: () => some({ labour: { status: { in: ['WORKING', 'UNEMPLOYED'] }, trainedLevel: { eq: 'NONE' } } }),
  NO_SCHOOL: (year) => some({ birthYear: { gte: year - 15, lte: year - 3 }, schooling: { attending: { eq: false } } }),
  NO_CARD: () => some({ insurance: { hasCard: { eq: false } } }),
  ALL_CARDS: () => ({ every: { or: [{ residence: { in: ['LEFT', 'DEAD'] } }, { insurance: { hasCard: { eq: true } } }] } }),
};

/** Everything that the list can be filtered by besides words, place and standard, in the order of the choosers. */
export const conditions: Condition[] = [
  { key: 'loai', label: words.class, needs: ['HouseholdFilter.class'], choices: () => named(householdClass), filter: (value) => only(known(householdClass, value), (code) => ({ class: { eq: code } })) },
  {
    key: 'thieu', label: words.lack, needs: ['HouseholdFilter.deprivations', ...list('Deprivation', 'indicator', 'standard', 'until', 'deprived')],
    choices: () => dimensions.flatMap(({ key, indicators }) => [{ value: key as string, label: words.dimension(dimension[key]) }, ...indicators.map((code) => ({ value: code, label: words.indicator(indicatorName(code)) }))]),
    filter: (value, { standard }) => only(indicatorsOf(value), (codes) => ({ deprivations: { some: { indicator: { in: codes }, standard: { eq: standard }, deprived: { eq: true }, ...open } } })),
  },
  { key: 'sothieu', label: words.lackCount, needs: ['HouseholdFilter.deprivationCount'], choices: () => within(1, 6).map((value) => ({ value, label: words.atLeast(value) })), filter: (value) => only(numberOf(value), (gte) => ({ deprivationCount: { gte } })) },
  { key: 'nhucau', label: words.need, needs: ['HouseholdFilter.needs', ...list('SupportNeed', 'kind', 'until')], choices: () => named(supportKind), filter: (value) => only(known(supportKind, value), (code) => ({ needs: { some: { kind: { eq: code }, ...open } } })) },
  { key: 'hotro', label: words.support, needs: ['HouseholdFilter.hasAnySupport'], choices: () => named(words.supports), filter: (value) => only(known(words.supports, value), (code) => ({ hasAnySupport: { eq: code === 'co' } })) },
  {
    key: 'loaihotro', label: words.supportKind, needs: ['HouseholdFilter.supports', ...list('Support', 'kind', 'state')], choices: () => named(supportKind),
    filter: (value) => only(known(supportKind, value), (code) => ({ supports: { some: { kind: { eq: code }, state: { in: ['PLANNED', 'APPROVED', 'DELIVERED'] } } } })),
  },
  {
    key: 'giupdo', label: words.helper, needs: ['HouseholdFilter.hasHelper', 'HouseholdFilter.pairings', ...list('Pairing', 'state')], choices: () => named(words.helpers),
    filter: (value) => only(known(words.helpers, value), (code) => (code === 'dexuat' ? { pairings: { some: { state: { eq: 'PROPOSED' } } } } : { hasHelper: { eq: code === 'co' } })),
  },
  {
    key: 'nhom', label: words.group, needs: ['HouseholdFilter.groups', ...list('HouseholdGroup', 'kind', 'until')],
    // Mass organisations read of the groups only families of merit.
    choices: ({ portalKind }) => named(portalKind === 'massOrganisation' ? { MERIT: groupKind.MERIT } : groupKind),
    filter: (value) => only(known(groupKind, value), (code) => ({ groups: { some: { kind: { eq: code }, ...open } } })),
  },
  { key: 'nguyennhan', label: words.cause, needs: ['HouseholdFilter.causes', ...list('PovertyCause', 'cause', 'until')], choices: () => named(causeKind), filter: (value) => only(known(causeKind, value), (code) => ({ causes: { some: { cause: { eq: code }, ...open } } })) },
  {
    key: 'nguoi', label: words.member, needs: ['HouseholdFilter.members', ...list('Member', 'labour', 'schooling', 'insurance', 'birthYear', 'residence'), 'MemberListFilter.every', 'MemberLabourFilter.status', 'MemberLabourFilter.trainedLevel', 'MemberSchoolingFilter.attending', 'MemberInsuranceFilter.hasCard'],
    choices: () => named(words.people), filter: (value, { year }) => only(known(words.people, value), (code) => ({ members: people[code](year) })),
  },
  { key: 'nhankhau', label: words.memberCount, needs: ['HouseholdFilter.memberCount'], choices: () => within(2, 10).map((value) => ({ value, label: words.atLeast(value) })), filter: (value) => only(numberOf(value), (gte) => ({ memberCount: { gte } })) },
  { key: 'nam', label: words.exitYear, needs: ['HouseholdFilter.expectedExitYear'], choices: ({ year }) => within(year, year + 4).map((value) => ({ value, label: words.year(value) })), filter: (value) => only(numberOf(value), (eq) => ({ expectedExitYear: { eq } })) },
  { key: 'dangky', label: words.registered, needs: ['HouseholdFilter.exitRegisteredOn'], choices: () => named(words.registers), filter: (value) => only(known(words.registers, value), (code) => ({ exitRegisteredOn: { isNull: code === 'chua' } })) },
  { key: 'canbo', label: words.officer, needs: ['HouseholdFilter.officerInCharge'], choices: () => named(words.officers), filter: (value) => only(known(words.officers, value), (code) => ({ officerInCharge: { isNull: code === 'chua' } })) },
  { key: 'khuvuc', label: words.areaType, needs: ['HouseholdFilter.areaType'], choices: () => named(words.areas), filter: (value) => only(known(words.areas, value), (code) => ({ areaType: { eq: code } })) },
];

/** Those that this portal and post may filter by; every path is asked, since one refused path refuses the whole list. */
export const conditionsFor = (permissions: ReadonlySet<string>): Condition[] => conditions.filter(({ needs }) => needs.every((path) => permissions.has(path)));

function only<T>(value: T | undefined, filter: (value: T) => HouseholdFilter): HouseholdFilter | undefined {
  return value === undefined ? undefined : filter(value);
}
const numberOf = (value: string): number | undefined => (/^\d{1,4}$/.test(value) ? Number(value) : undefined);
