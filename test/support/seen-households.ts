import type pg from 'pg';
import type { PortalKind } from '../../server/access/portal-kind.js';

const today = "date '2026-09-08'";
const led = `EXISTS (SELECT FROM assignment a WHERE a.task_id = s.task_id AND a.unit_id = s.unit_id AND a.role = 'LEAD' AND a.confirmed_on IS NOT NULL AND a.valid_to IS NULL)`;
const populated = `(s.classes IS NULL OR h.class = ANY (s.classes)) AND h.ended_on IS NULL
  AND (h.class NOT LIKE 'NEWLY%' OR s.classes IS NULL OR ${today} < h.class_since + make_interval(months => 36))`;
const served = (cause: string, table: string, key: string, holds: string): string => `SELECT s.unit_id, x.household_id, ARRAY['department'] AS kinds
  FROM service s JOIN ${table} x ON ${key} JOIN household h ON h.id = x.household_id WHERE s.cause = '${cause}' AND ${holds} AND ${populated} AND ${led}`;

/**
 * Which unit should see which household on the demonstration's day, and as which kinds of portal, from the causes in the tables and not from the edges that
 * the product keeps: SQL for a superuser, (unit_id, household_id, kinds).
 */
export const seenByCause = `
  SELECT commune_id AS unit_id, id AS household_id, ARRAY['commune'] AS kinds FROM household
  UNION ${served('DEPRIVED', 'deprivation', 'x.indicator = s.key', 'x.deprived AND x.until IS NULL')}
  UNION ${served('GROUP', 'household_group', 'x.kind = s.key', 'x.until IS NULL')}
  UNION ${served('NEED', 'support_need', 'x.kind = s.key', 'x.until IS NULL')}
  UNION ${served('MERIT', 'merit_record', 'true', `${today} BETWEEN x.valid_from AND coalesce(x.valid_to, 'infinity')`)}
  UNION SELECT p.provider_id, p.household_id, ARRAY['department', 'massOrganisation'] FROM support p
    WHERE p.state IN ('PLANNED', 'APPROVED') OR p.state = 'DELIVERED' AND ${today} <= p.delivered_day + 90
  UNION SELECT helper_id, household_id, ARRAY['department', 'massOrganisation'] FROM pairing
    WHERE state = 'AGREED' AND household_id IS NOT NULL AND ${today} BETWEEN valid_from AND coalesce(valid_to, 'infinity')
  UNION SELECT v.unit_id, h.id, ARRAY['massOrganisation'] FROM supervision v JOIN household h ON h.commune_id = v.commune_id
    WHERE ${today} BETWEEN v.valid_from AND v.valid_to AND h.class NOT IN ('AVERAGE', 'NONE') AND h.ended_on IS NULL`;

/** SQL that yields the households which a unit sees now, whatever is changed later. */
export async function seenNow(admin: pg.Client, kind: PortalKind, unit: number): Promise<string> {
  const condition = kind === 'secretariat' ? 'SELECT id FROM household' : `SELECT DISTINCT household_id AS id FROM (${seenByCause}) c WHERE unit_id = ${unit} AND '${kind}' = ANY (kinds)`;
  return `SELECT unnest('{${(await admin.query<{ id: string }>(condition)).rows.map(row => row.id).join(',')}}'::uuid[])`;
}
