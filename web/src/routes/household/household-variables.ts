import { filterOfGroup, readGroups } from './household-advanced';
import { conditionsFor } from './household-conditions';
import { standardOf, type HouseholdFilters } from './household-filters';
import type { HouseholdFilter, HouseholdOrder } from './household-list.generated';

/** Fields by which the server sorts the list, where the portal may; `-` before one in the address turns it round. */
export const orderKeys = ['code', 'headName', 'commune', 'village', 'class', 'classSince', 'memberCount', 'workerCount', 'childCount', 'deprivationCount', 'expectedExitYear', 'exitRegisteredOn', 'officerInCharge', 'hasAnySupport'] as const;
export type OrderKey = (typeof orderKeys)[number];
export interface ListOrder {
  key: OrderKey;
  descending: boolean;
}

/** The order of an address, by code when it names none that the portal may sort by. */
export function orderOf({ xep = '' }: HouseholdFilters, permissions: ReadonlySet<string>): ListOrder {
  const descending = xep.startsWith('-');
  const key = orderKeys.find((one) => one === (descending ? xep.slice(1) : xep) && permissions.has(`HouseholdOrder.${one}`));
  return key ? { key, descending } : { key: 'code', descending: false };
}

export const writeOrder = ({ key, descending }: ListOrder): string | undefined => (key === 'code' && !descending ? undefined : `${descending ? '-' : ''}${key}`);

/** What the server is asked: the households of one standard that fulfil everything in the address; those that ended only when asked for. */
export function filterOf(filters: HouseholdFilters, permissions: ReadonlySet<string>, year: number): HouseholdFilter {
  const { tim, xa, thon, ketthuc, nc } = filters;
  const standard = standardOf(filters);
  const scope = { standard, year };
  const offered = conditionsFor(permissions);
  const words = tim?.trim().normalize('NFC');
  const chosen = offered.flatMap(({ key, filter }) => (filters[key] ? filter(filters[key], scope) ?? [] : []));
  const groups = readGroups(nc).flatMap((group) => filterOfGroup(group, offered, scope) ?? []);
  return {
    standard: { eq: standard },
    endedOn: { isNull: ketthuc !== 'co' },
    ...(words && { search: words }),
    ...(xa && /^\d{1,12}$/.test(xa) && { commune: { eq: xa } }),
    ...(thon && /^\d{1,12}$/.test(thon) && { village: { eq: thon } }),
    ...(chosen.length + groups.length > 0 && { and: [...chosen, ...groups] }),
  };
}

/** The order with the code after it, so that equals stand in one order on every page. */
export const sortOf = ({ key, descending }: ListOrder): HouseholdOrder[] =>
  [{ [key]: descending ? 'DESC' : 'ASC' } as HouseholdOrder, ...(key === 'code' ? [] : [{ code: 'ASC' as const }])];
