import type { MemberFilter } from './people.generated';
import { isServed, type Session } from '../../session';
import { peopleLists, served, type PeopleFilters, type PeopleList } from './people-filters';

const labour = ['MemberFilter.labour', 'MemberLabourFilter.status', 'MemberLabourFilter.trainedLevel'];
const common = ['Query.members', 'MemberFilter.residence', 'MemberFilter.household', 'HouseholdFilter.endedOn'];

/** What each list cannot do without. */
const needs: Record<PeopleList, string[]> = {
  chuadaotao: [...common, ...labour],
  thatnghiep: [...common, ...labour],
  khongdihoc: [...common, 'MemberFilter.schooling', 'MemberSchoolingFilter.attending', 'MemberFilter.birthYear'],
  chuabhyt: [...common, 'MemberFilter.insurance', 'MemberInsuranceFilter.hasCard'],
  nguoicocong: [...common, 'Query.meritRecords', 'MeritRecordFilter.member', 'MeritRecordFilter.validTo'],
};

/** The lists that are a portal's: those that it may ask for, and of a department those of its own tasks. */
export const listsOf = ({ permissions, viewer }: Session): PeopleList[] =>
  peopleLists.filter((list) => needs[list].every((path) => permissions.has(path)) && isServed(viewer, served[list]));

/** Who belongs to a list besides living in a household that stands. Children go to school from 3 to under 16 (NĐ 07/2021, phụ lục: đi học của trẻ em). */
const special: Record<PeopleList, (year: number) => MemberFilter> = {
  chuadaotao: () => ({ labour: { status: { in: ['WORKING', 'UNEMPLOYED'] }, trainedLevel: { eq: 'NONE' } } }),
  thatnghiep: () => ({ labour: { status: { eq: 'UNEMPLOYED' } } }),
  khongdihoc: (year) => ({ birthYear: { gte: year - 15, lte: year - 3 }, schooling: { attending: { eq: false } } }),
  chuabhyt: () => ({ insurance: { hasCard: { eq: false } } }),
  nguoicocong: () => ({}),
};

/** The members that a list asks for. */
export function peopleOf(list: PeopleList, { tim, xa, thon }: PeopleFilters, year: number): MemberFilter {
  const words = tim?.trim().normalize('NFC');
  return {
    residence: { in: ['PRESENT', 'AWAY'] },
    household: { endedOn: { isNull: true }, ...(xa && { commune: { eq: xa } }), ...(thon && { village: { eq: thon } }) },
    ...(words && { search: words }),
    ...special[list](year),
  };
}
