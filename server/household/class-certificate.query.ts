import { isId } from '../database/condition.js';
import type { Session } from '../database/session.js';
import type { ClassCertificate } from './class-certificate.entity.js';

/** Whether the viewer sees the household. */
export async function seesHousehold(session: Session, id: string): Promise<boolean> {
  return isId('uuid', id) && (await session.read('SELECT FROM household WHERE id = $1', [id])).length > 0;
}

/** The class as this commune listed it on the day, under the standard then in force; null where it did not. Household and record both under the viewer's own rights. */
export async function findCertificate(session: Session, household: string, day: string): Promise<ClassCertificate | null> {
  return (await session.read<ClassCertificate>(`
    SELECT h.code, h.head_name AS "headName", r.class, r.standard, r.class_since::text AS since, r.decision_number AS "decisionNumber", r.decision_day::text AS "decisionDay",
           $2::text AS day, (SELECT today())::text AS "issuedOn", u.name AS "communeName", u.head_name AS "communeHeadName", concat_ws(', ', c.address_detail, v.name, u.name) AS address,
           coalesce((SELECT json_agg(json_build_object('fullName', m.full_name, 'birthYear', m.birth_year, 'relation', m.relation) ORDER BY m.is_head DESC, m.birth_year, m.id)
             FROM member m WHERE m.household_id = h.id AND m.residence IN ('PRESENT','AWAY')), '[]') AS members
      FROM household h JOIN unit u ON u.id = h.commune_id
      JOIN class_record r ON r.household_id = h.id AND r.since <= $2::date AND (r.until IS NULL OR r.until > $2::date) AND r.standard = (SELECT standard_on($2::date))
      LEFT JOIN village v ON v.id = h.village_id LEFT JOIN household_contact c ON c.household_id = h.id
     WHERE h.id = $1`, [household, day]))[0] ?? null;
}
