/** The lists of people, as the address names them. */
export const peopleLists = ['chuadaotao', 'thatnghiep', 'khongdihoc', 'chuabhyt', 'nguoicocong'] as const;
export type PeopleList = (typeof peopleLists)[number];

/** `?ds=thatnghiep&xa=121&thon=121005&tim=Vàng`; a purpose never stands in an address. */
export interface PeopleFilters {
  ds?: PeopleList;
  tim?: string;
  xa?: string;
  thon?: string;
}

/** The filters of an address; what is not one of ours is dropped. */
export function readPeopleFilters(search: Record<string, unknown>): PeopleFilters {
  const id = (value: unknown) => (typeof value === 'string' && /^\d{1,12}$/.test(value) ? value : undefined);
  const filters: PeopleFilters = {
    ds: peopleLists.find((one) => one === search.ds),
    tim: typeof search.tim === 'string' && search.tim ? search.tim.slice(0, 100) : undefined,
    xa: id(search.xa),
    thon: id(search.thon),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}
