import { isId } from '../database/condition.js';
import type { Session } from '../database/session.js';
import type { AreaCode } from './standard.rule.js';

export interface HouseholdSurvey {
  readonly areaType: AreaCode;
  readonly incomePerHead: number | null;
  readonly incomeAsOf: string | null;
  /** The latest points by code of the standard. */
  readonly incomePoints: Readonly<Record<string, number>>;
  readonly deprived: readonly string[];
  /** The standards under which the household was looked at. */
  readonly surveyed: readonly string[];
}

/** What the registry holds of a household's latest income and open deprivations, as far as the viewer may open it; null for another's. */
export async function readHouseholdSurvey(session: Session, id: string): Promise<HouseholdSurvey | null> {
  if (!isId('uuid', id)) return null;
  const [found] = await session.read<HouseholdSurvey>(`
    SELECT h.area_type AS "areaType", i.income_per_head::float AS "incomePerHead", coalesce(i.as_of, p.as_of)::text AS "incomeAsOf", coalesce(p.points, '{}') AS "incomePoints",
           ARRAY(SELECT DISTINCT d.indicator FROM deprivation d WHERE d.household_id = h.id AND d.deprived AND d.until IS NULL ORDER BY 1) AS deprived,
           ARRAY(SELECT h.standard UNION SELECT o.standard FROM household_income o WHERE o.household_id = h.id UNION SELECT d.standard FROM deprivation d WHERE d.household_id = h.id) AS surveyed
      FROM household h
      LEFT JOIN LATERAL (SELECT income_per_head, as_of FROM household_income WHERE household_id = h.id AND income_per_head IS NOT NULL ORDER BY as_of DESC, standard LIMIT 1) i ON true
      LEFT JOIN LATERAL (SELECT jsonb_object_agg(standard, income_points) AS points, max(as_of) AS as_of FROM (
        SELECT DISTINCT ON (standard) standard, income_points, as_of FROM household_income WHERE household_id = h.id AND income_points IS NOT NULL ORDER BY standard, as_of DESC) l) p ON true
     WHERE h.id = $1`, [id]);
  return found ?? null;
}
