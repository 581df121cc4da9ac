import type { Row } from '../database/load-rows.js';
import type { Draws } from '../database/draws.js';
import { classRecordRows } from './class-record.generator.js';
import { helpOf } from './help.generator.js';
import { addHelp, type SampleOffices } from './help.rows.js';
import type { SampleHousehold } from './household.generator.js';
import { causeRows, causesOf, contactRow, incomeRows, meritRows } from './household-parts.generator.js';
import { memberPartsOf, partRows } from './member-parts.generator.js';
import type { SampleMember } from './members.generator.js';

/** The tables of a household, in the order in which their keys allow loading. */
export const householdTables = [
  'household', 'member', 'household_identity', 'deprivation', 'household_group', 'class_record', 'household_contact', 'poverty_cause', 'member_labour', 'member_schooling',
  'member_insurance', 'member_health', 'household_income', 'merit_record', 'support', 'support_amount', 'support_loan', 'support_need',
] as const;
export type HouseholdTable = (typeof householdTables)[number];
export type HouseholdRows = Record<HouseholdTable, Row[]>;
/** Those that a database of the first version has had. */
export const firstTables: readonly HouseholdTable[] = ['household', 'member', 'household_identity', 'deprivation', 'household_group'];
/** A batch without rows. */
export const emptyRows = (): HouseholdRows => Object.fromEntries(householdTables.map(table => [table, [] as Row[]])) as HouseholdRows;

/** The standard in force until 31/12/2026 (Decree 07/2021, extended by Decree 351/2025). */
export const currentStandard = 'VN-MDP-2022';

/** The year of the ages and counts of what is made up. */
export const planYear = 2026;
const surveyDay = '2025-12-09';
const decisionDays = ['2025-12-12', '2025-12-15', '2025-12-19'] as const;
const identityAge = 14; // citizens carry an identity card from this age
const officers = ['Cán bộ phụ trách thôn', 'Công chức văn hóa - xã hội', 'Trưởng thôn'] as const;
const idKinds = { household: 0, member: 1, deprivation: 2, group: 3 } as const;

interface Place { readonly household_id: string; readonly commune_id: number }

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const birthYear = (one: SampleMember): number => planYear - one.age;

function householdRow(one: SampleHousehold, id: string) {
  const { members, ages, draws } = one;
  const isLeaving = one.class === 'POOR' && draws.chance(0.12);
  return {
    id, code: one.code, commune_id: one.commune.id, village_id: one.village?.id ?? null, area_type: one.village?.areaType ?? 'RURAL',
    head_name: members[0]!.name, class: one.class, standard: currentStandard, class_since: draws.one(decisionDays),
    member_count: members.length,
    worker_count: members.filter(member => member.age >= ages.workFrom && member.age <= ages.workTo).length,
    child_count: members.filter(member => member.age < ages.childBelow).length,
    deprivation_count: one.deprivations.filter(lack => lack.until === null).length,
    ethnicity_code: one.ethnicity,
    exit_registered_on: isLeaving ? `2026-0${draws.whole(2, 5)}-${draws.whole(10, 28)}` : null,
    expected_exit_year: isLeaving ? planYear + draws.whole(0, 1) : null,
    officer_in_charge: draws.chance(0.7) ? draws.one(officers) : null,
    note: draws.chance(0.05) ? 'Dữ liệu minh họa: hộ ở xa trung tâm xã, đi lại khó khăn.' : null,
    synthetic: true,
  };
}

/** Numbers that no real paper bears: 999 and the household's serial, SYN and the same. */
function identityRow(one: SampleMember, serial: string, birthDate: string | null, isInsured: boolean, draws: Draws): Row {
  const kind = draws.chance(0.03) ? 'NONE' : one.age >= identityAge ? 'CITIZEN_ID' : 'BIRTH_NUMBER';
  return {
    id_kind: kind, id_number: kind === 'NONE' ? null : `999${serial}`, insurance_number: isInsured ? `SYN${serial}` : null, birth_date: birthDate,
  };
}

function addMembers(rows: HouseholdRows, one: SampleHousehold, place: Place): void {
  const { draws } = one;
  const lacksInsurance = one.deprivations.some(lack => lack.indicator === 'INSURANCE' && lack.until === null);
  for (const [no, member] of one.members.entries()) {
    const id = one.idOf(idKinds.member, no);
    const birthDate = draws.chance(0.9) ? `${birthYear(member)}-${twoDigits(draws.whole(1, 12))}-${twoDigits(draws.whole(1, 28))}` : null;
    rows.member.push({
      id, ...place, full_name: member.name, is_head: no === 0, birth_year: birthYear(member), sex: member.sex, birth_date: birthDate,
      relation: member.relation, ethnicity_code: one.ethnicity, residence: member.isAway ? 'AWAY' : 'PRESENT',
    });
    const serial = `${String(one.ordinal).padStart(8, '0')}${no}`;
    const isInsured = !(lacksInsurance && member.age >= one.ages.childBelow);
    rows.household_identity.push({ member_id: id, ...place, ...identityRow(member, serial, birthDate, isInsured, draws) });
  }
}

const surveyed = { standard: currentStandard, day: surveyDay };

/** What the survey asked, and what followed from it; of a family on no list only where it lives and its merit. Tells whether any help is on its way. */
function addSurvey(rows: HouseholdRows, one: SampleHousehold, place: Place, offices: SampleOffices): boolean {
  rows.household_contact.push({ ...place, ...contactRow(one) });
  rows.merit_record.push(...meritRows(one, { post: offices.posts.get('snv') }).map(row => ({ ...place, ...row })));
  if (!one.isOnRegister) return false;
  const causes = causesOf(one);
  const parts = memberPartsOf(one, causes.includes('ILLNESS'));
  rows.poverty_cause.push(...causeRows(one, causes, surveyed).map(row => ({ ...place, ...row })));
  rows.household_income.push(...incomeRows(one, surveyed).map(row => ({ ...place, ...row })));
  const ofMember = (no: number): Row => ({ member_id: one.idOf(idKinds.member, no), ...place, as_of: surveyDay });
  rows.member_labour.push(...partRows(parts, 'labour', ofMember));
  rows.member_schooling.push(...partRows(parts, 'schooling', ofMember));
  rows.member_insurance.push(...partRows(parts, 'insurance', ofMember));
  rows.member_health.push(...partRows(parts, 'health', ofMember));
  const { supports, needs } = helpOf(one, parts);
  addHelp(rows, one, supports, needs, offices);
  return supports.some(help => help.state !== 'CANCELLED');
}

/** Adds a household's rows to those of its batch. */
export function addHousehold(rows: HouseholdRows, one: SampleHousehold, offices: SampleOffices): void {
  const id = one.idOf(idKinds.household, 0);
  const place = { household_id: id, commune_id: one.commune.id };
  const household = householdRow(one, id);
  rows.household.push({ ...household, has_any_support: addSurvey(rows, one, place, offices) });
  rows.class_record.push(...classRecordRows(one, { since: household.class_since, standard: currentStandard }));
  addMembers(rows, one, place);
  for (const [no, lack] of one.deprivations.entries()) {
    rows.deprivation.push({ id: one.idOf(idKinds.deprivation, no), ...place, ...lack, standard: currentStandard, deprived: true, as_of: lack.until ?? surveyDay });
  }
  for (const [no, kind] of one.groups.entries()) {
    rows.household_group.push({ id: one.idOf(idKinds.group, no), ...place, kind, since: kind === 'MINORITY' ? '2022-01-01' : surveyDay });
  }
}
