import type { Session } from '../database/session.js';

export interface Owner { readonly id: string; readonly code: string }
export interface KnownMember {
  readonly id: string; readonly household: string; readonly version: number; readonly name: string; readonly isHead: boolean; readonly birthYear: number; readonly birthDate: string | null; readonly sex: string;
  readonly relation: string | null; readonly ethnicity: string; readonly residence: string;
  readonly labour: string | null; readonly occupation: string | null; readonly trained: string | null; readonly attending: boolean | null; readonly level: string | null;
  readonly hasCard: boolean | null; readonly cardTo: string | null;
}

/** Living households of these codes in the own commune. */
export const findOwners = (session: Session, commune: number, codes: readonly string[]): Promise<Owner[]> =>
  session.read<Owner>('SELECT id, code FROM household WHERE commune_id = $1 AND code = ANY ($2) AND ended_on IS NULL', [commune, [...new Set(codes)]]);

export const findMembers = (session: Session, households: readonly string[]): Promise<KnownMember[]> => session.read<KnownMember>(`
  SELECT m.id, m.household_id AS household, m.version, m.full_name AS name, m.is_head AS "isHead", m.birth_year AS "birthYear", m.birth_date::text AS "birthDate", m.sex, m.relation,
         m.ethnicity_code AS ethnicity, m.residence, l.status AS labour, l.occupation, l.trained_level AS trained, s.attending, s.level, i.has_card AS "hasCard", i.valid_to::text AS "cardTo"
    FROM member m LEFT JOIN member_labour l ON l.member_id = m.id LEFT JOIN member_schooling s ON s.member_id = m.id LEFT JOIN member_insurance i ON i.member_id = m.id
   WHERE m.household_id = ANY ($1)`, [households]);

/** Who already carries one of these numbers; a sensitive reading, to be logged. */
export const findPapers = (session: Session, numbers: readonly string[]): Promise<{ idNumber: string; member: string; household: string; code: string }[]> => session.read(
  `SELECT i.id_number AS "idNumber", i.member_id AS member, i.household_id AS household, h.code FROM household_identity i JOIN household h ON h.id = i.household_id WHERE i.id_number = ANY ($1)`, [numbers]);

export interface KnownPaper { readonly member: string; readonly idKind: string; readonly idNumber: string | null; readonly insuranceNumber: string | null }
export const papersOf = (session: Session, members: readonly string[]): Promise<KnownPaper[]> => session.read<KnownPaper>(
  `SELECT member_id AS member, id_kind AS "idKind", id_number AS "idNumber", insurance_number AS "insuranceNumber" FROM household_identity WHERE member_id = ANY ($1)`, [members]);

/** By household. */
export function byHousehold(members: readonly KnownMember[]): Map<string, KnownMember[]> {
  const found = new Map<string, KnownMember[]>();
  for (const one of members) {
    const others = found.get(one.household);
    if (others) others.push(one); else found.set(one.household, [one]);
  }
  return found;
}
