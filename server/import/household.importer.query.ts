import type { Session } from '../database/session.js';

export interface KnownHousehold {
  readonly id: string; readonly code: string; readonly version: number; readonly village: number | null; readonly areaType: string; readonly headName: string; readonly ethnicity: string;
  readonly class: string; readonly standard: string; readonly since: string; readonly newlyUntil: string | null; readonly wasPoor: boolean; readonly wasNearPoor: boolean;
  readonly exitRegisteredOn: string | null; readonly expectedExitYear: number | null; readonly officer: string | null; readonly endedOn: string | null;
  readonly lacks: Readonly<Record<string, string>>; readonly causes: readonly string[]; readonly groups: readonly string[];
  readonly address: string | null; readonly phone: string | null; readonly hasContact: boolean;
  readonly head: string | null; readonly headYear: number | null; readonly headSex: string | null;
}

/** Households of these codes that the viewer may write, with what a line may change of them. */
export const findHouseholds = (session: Session, commune: number, codes: readonly string[]): Promise<KnownHousehold[]> => session.read<KnownHousehold>(`
  SELECT h.id, h.code, h.version, h.village_id AS village, h.area_type AS "areaType", h.head_name AS "headName", h.ethnicity_code AS ethnicity, h.class, h.standard, h.class_since::text AS since,
         (h.class_since + make_interval(months => registry_rule('NEWLY_ESCAPED_MONTHS')) - interval '1 day')::date::text AS "newlyUntil",
         EXISTS (SELECT FROM class_record c WHERE c.household_id = h.id AND c.class = 'POOR') AS "wasPoor", EXISTS (SELECT FROM class_record c WHERE c.household_id = h.id AND c.class = 'NEAR_POOR') AS "wasNearPoor",
         h.exit_registered_on::text AS "exitRegisteredOn", h.expected_exit_year AS "expectedExitYear", h.officer_in_charge AS officer, h.ended_on::text AS "endedOn",
         (SELECT coalesce(json_object_agg(d.indicator, d.id), '{}') FROM deprivation d WHERE d.household_id = h.id AND d.deprived AND d.until IS NULL) AS lacks,
         (SELECT coalesce(json_agg(c.cause), '[]') FROM poverty_cause c WHERE c.household_id = h.id AND c.until IS NULL) AS causes,
         (SELECT coalesce(json_agg(g.kind), '[]') FROM household_group g WHERE g.household_id = h.id AND g.until IS NULL) AS groups,
         m.id AS head, m.birth_year AS "headYear", m.sex AS "headSex",
         c.address_detail AS address, c.phone, c.household_id IS NOT NULL AS "hasContact"
    FROM household h LEFT JOIN household_contact c ON c.household_id = h.id LEFT JOIN member m ON m.household_id = h.id AND m.is_head WHERE h.commune_id = $1 AND h.code = ANY ($2)`, [commune, codes]);

export interface NamedHead { readonly code: string; readonly name: string; readonly year: number | null }

/** Heads of all households that the viewer has, to tell who looks like whom. */
export const readHeads = (session: Session): Promise<NamedHead[]> =>
  session.read<NamedHead>('SELECT h.code, h.head_name AS name, m.birth_year AS year FROM household h LEFT JOIN member m ON m.household_id = h.id AND m.is_head WHERE h.ended_on IS NULL');

export const readCodesTaken = async (session: Session, codes: readonly string[]): Promise<string[]> =>
  (await session.read<{ code: string }>('SELECT codes_taken AS code FROM codes_taken($1)', [codes])).map(row => row.code);

export interface NewClass {
  readonly household_id: string; readonly class: string; readonly standard: string; readonly movement: string; readonly since: string; readonly class_since: string;
  readonly decision_number: string | null; readonly decision_day: string | null;
}

/** Class records by decision, the ones before them ended. */
export const insertClasses = (session: Session, batch: string, rows: readonly NewClass[]): Promise<{ household: string; created: string | null; closed: string | null; closed_before: Record<string, unknown> | null }[]> =>
  rows.length === 0 ? Promise.resolve([]) : session.read('SELECT * FROM import_classes($1, $2)', [batch, JSON.stringify(rows)]);

/** Ends open rows; returns nothing, for their values before are known: open. */
export async function endRows(session: Session, table: string, ids: readonly string[], day: string): Promise<void> {
  if (ids.length > 0) await session.read(`UPDATE ${table} SET until = greatest(since, $2) WHERE id = ANY ($1)`, [ids, day]);
}
