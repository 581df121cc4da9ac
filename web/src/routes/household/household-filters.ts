import type { HouseholdClass, HouseholdListQueryVariables, HouseholdOrder } from './household-list.generated';

export const classes: HouseholdClass[] = ['POOR', 'NEAR_POOR', 'NEWLY_ESCAPED', 'NEWLY_ESCAPED_NEAR_POOR', 'AVERAGE', 'NONE'];
export const orders = ['code', 'headName', 'commune', 'village', 'class', 'classSince', 'memberCount'] as const;
export const standardCodes = ['VN-MDP-2022', 'VN-MDP-2027'] as const;
export type OrderKey = (typeof orders)[number];

/** The list's filters as they stand in the address: `?loai=POOR&xa=121&thon=121005&chuan=VN-MDP-2027&xep=headName&tim=Vàng`. */
export interface HouseholdFilters {
  loai?: HouseholdClass;
  xa?: string;
  thon?: string;
  chuan?: (typeof standardCodes)[number];
  xep?: OrderKey;
  tim?: string;
}

/** The filters of an address; what is not one of ours is dropped, and a village without its commune too. */
export function readHouseholdFilters(search: Record<string, unknown>): HouseholdFilters {
  const id = (value: unknown) => (typeof value === 'string' && /^\d{1,12}$/.test(value) ? value : undefined);
  const filters: HouseholdFilters = {
    loai: classes.find((value) => value === search.loai),
    xa: id(search.xa),
    thon: id(search.thon),
    chuan: standardCodes.find((value) => value === search.chuan),
    xep: orders.find((value) => value === search.xep),
    tim: typeof search.tim === 'string' && search.tim ? search.tim.slice(0, 100) : undefined,
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** Households of one standard only, since classes under two standards must never be counted together. */
export const standardOf = ({ chuan }: HouseholdFilters): string => chuan ?? standardCodes[0];

/** What the server is asked. A search that holds a digit is for the household's code, else for the head's name. */
export function variablesOf(filters: HouseholdFilters, canReadCounts: boolean): HouseholdListQueryVariables {
  const { loai, xa, thon, xep, tim } = filters;
  const words = tim?.trim().normalize('NFC');
  const searched = words ? { contains: words } : undefined;
  return {
    first: 25,
    order: [{ [xep ?? 'code']: 'ASC' } as HouseholdOrder, ...(xep && xep !== 'code' ? [{ code: 'ASC' as const }] : [])],
    standard: standardOf(filters),
    class: loai && { eq: loai },
    commune: xa ? { eq: xa } : undefined,
    village: thon ? { eq: thon } : undefined,
    ...(words && /\d/.test(words) ? { code: searched } : { headName: searched }),
    canReadCounts,
  };
}
