import type { Session } from '../database/session.js';

const page = 1_000;

export interface FilledHousehold {
  readonly id: string; readonly code: string; readonly version: number; readonly village: number | null; readonly areaType: string; readonly headName: string; readonly ethnicity: string; readonly class: string;
  readonly exitRegisteredOn: string | null; readonly expectedExitYear: number | null; readonly officer: string | null; readonly address: string | null; readonly phone: string | null;
  readonly lacks: readonly string[]; readonly causes: readonly string[]; readonly groups: readonly string[];
}

/** The households that the viewer has, in the order of their codes, after one of them. */
export const pageOfHouseholds = (session: Session, after: string): Promise<FilledHousehold[]> => session.read<FilledHousehold>(`
  SELECT h.id, h.code, h.version, h.village_id AS village, h.area_type AS "areaType", h.head_name AS "headName", h.ethnicity_code AS ethnicity, h.class, h.exit_registered_on::text AS "exitRegisteredOn",
         h.expected_exit_year AS "expectedExitYear", h.officer_in_charge AS officer, c.address_detail AS address, c.phone,
         (SELECT coalesce(json_agg(d.indicator), '[]') FROM deprivation d WHERE d.household_id = h.id AND d.deprived AND d.until IS NULL) AS lacks,
         (SELECT coalesce(json_agg(p.cause ORDER BY p.cause), '[]') FROM poverty_cause p WHERE p.household_id = h.id AND p.until IS NULL) AS causes,
         (SELECT coalesce(json_agg(g.kind ORDER BY g.kind), '[]') FROM household_group g WHERE g.household_id = h.id AND g.until IS NULL) AS groups
    FROM household h LEFT JOIN household_contact c ON c.household_id = h.id WHERE h.ended_on IS NULL AND h.code > $1 ORDER BY h.code LIMIT ${page}`, [after]);

export interface FilledMember {
  readonly id: string; readonly key: string; readonly household: string; readonly code: string; readonly version: number; readonly name: string; readonly birthYear: number; readonly birthDate: string | null; readonly sex: string;
  readonly relation: string | null; readonly ethnicity: string; readonly residence: string; readonly labour: string | null; readonly occupation: string | null; readonly trained: string | null;
  readonly attending: boolean | null; readonly level: string | null; readonly hasCard: boolean | null; readonly cardTo: string | null;
}

/** The members of those households, a household's together; `key` is where the next page begins. */
export const pageOfMembers = (session: Session, after: string): Promise<FilledMember[]> => session.read<FilledMember>(`
  SELECT m.id, h.code || ' ' || m.id AS key, h.id AS household, h.code, m.version, m.full_name AS name, m.birth_year AS "birthYear", m.birth_date::text AS "birthDate", m.sex, m.relation, m.ethnicity_code AS ethnicity, m.residence,
         l.status AS labour, l.occupation, l.trained_level AS trained, s.attending, s.level, i.has_card AS "hasCard", i.valid_to::text AS "cardTo"
    FROM member m JOIN household h ON h.id = m.household_id LEFT JOIN member_labour l ON l.member_id = m.id LEFT JOIN member_schooling s ON s.member_id = m.id LEFT JOIN member_insurance i ON i.member_id = m.id
   WHERE h.ended_on IS NULL AND h.code || ' ' || m.id > $1 ORDER BY h.code || ' ' || m.id LIMIT ${page}`, [after]);
