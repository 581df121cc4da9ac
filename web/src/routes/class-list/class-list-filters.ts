import { dayIn, idIn, matching, said } from '../../address';
import type { householdClass } from '../../text/vi-household';
import { standardCodes } from '../household/household-filters';

export const listParts = ['danhsach', 'biendong', 'dukien'] as const;
export type ListPart = (typeof listParts)[number];
export type ClassName = keyof typeof householdClass;
// Their codes alone: the words would come with the router into everybody's first load.
const classNames: readonly ClassName[] = ['POOR', 'NEAR_POOR', 'NEWLY_ESCAPED', 'NEWLY_ESCAPED_NEAR_POOR', 'AVERAGE', 'NONE'];

/** `?ngay=2026-06-30&loai=POOR&thon=121005`, `?phan=biendong&tu=2026-01-01&den=2026-09-08&bd=ESCAPED&loai=NEWLY_ESCAPED`, `?phan=dukien&nam=2027`. */
export interface ClassListFilters {
  phan?: ListPart;
  ngay?: string;
  chuan?: string;
  loai?: ClassName;
  xa?: string;
  thon?: string;
  tu?: string;
  den?: string;
  /** How households came onto the list, or with `-` before it how they left. */
  bd?: string;
  nam?: string;
}
export type FilterPart = { [K in keyof ClassListFilters]?: string };

/** The filters of an address; what is not one of ours is dropped. */
export function readClassListFilters(search: Record<string, unknown>): ClassListFilters {
  return said<ClassListFilters>({
    phan: listParts.find((one) => one === search.phan),
    ngay: dayIn(search.ngay),
    chuan: standardCodes.find((one) => one === search.chuan),
    loai: classNames.find((one) => one === search.loai),
    xa: idIn(search.xa),
    thon: idIn(search.thon),
    tu: dayIn(search.tu),
    den: dayIn(search.den),
    bd: matching(search.bd, /^-?[A-Z_]{4,40}$/),
    nam: matching(search.nam, /^20\d\d$/),
  });
}

/** A period of the day of work: from the first day of its month, quarter or year up to it. */
export function presetPeriods(today: string): { month: string; quarter: string; year: string } {
  const year = today.slice(0, 4);
  const quarter = String(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0');
  return { month: `${today.slice(0, 7)}-01`, quarter: `${year}-${quarter}-01`, year: `${year}-01-01` };
}
