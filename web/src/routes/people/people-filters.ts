import { idIn, said, wordsIn } from '../../address';

/** The lists of people, as the address names them. */
export const peopleLists = ['chuadaotao', 'thatnghiep', 'khongdihoc', 'chuabhyt', 'nguoicocong'] as const;
export type PeopleList = (typeof peopleLists)[number];

/** By which of its clauses a department has a list's people. */
export const served: Record<PeopleList, readonly string[]> = {
  chuadaotao: ['TRAINING', 'JOB'],
  thatnghiep: ['JOB'],
  khongdihoc: ['SCHOOLING', 'EDUCATION'],
  chuabhyt: ['INSURANCE'],
  nguoicocong: ['MERIT'],
};

/** `?ds=thatnghiep&xa=121&thon=121005&tim=Vàng`; a purpose never stands in an address. */
export interface PeopleFilters {
  ds?: PeopleList;
  tim?: string;
  xa?: string;
  thon?: string;
}

/** The filters of an address; what is not one of ours is dropped. */
export const readPeopleFilters = (search: Record<string, unknown>): PeopleFilters =>
  said<PeopleFilters>({ ds: peopleLists.find((one) => one === search.ds), tim: wordsIn(search.tim), xa: idIn(search.xa), thon: idIn(search.thon) });
