import type { Session } from '../database/session.js';
import type { CommuneCoverage, HelperLoad } from './pairing-board.input.js';

/** Pairings that last today or are proposed; row policies leave the viewer's own. */
const standing = `SELECT id, commune_id, helper_id, household_id, state, officer FROM pairing WHERE state IN ('PROPOSED','AGREED') AND (valid_to IS NULL OR valid_to >= (SELECT today()))`;
const households = (state: string): string => `count(p.household_id) FILTER (WHERE p.state = '${state}')::int`;

/** Every body with a pairing or, where the viewer reads promises, with a promise; in the order of their names. */
export const readLoads = (session: Session, year: number, readsQuotas: boolean): Promise<HelperLoad[]> => session.read<HelperLoad>(`
  WITH p AS (${standing}), q AS (${readsQuotas ? 'SELECT helper_id, households, version FROM pairing_quota WHERE year = $1' : 'SELECT NULL::int AS helper_id, NULL::int AS households, NULL::int AS version WHERE $1::int IS NULL'})
  SELECT u.id AS unit, u.short_name AS name, min(q.households) AS quota, min(q.version) AS "quotaVersion", ${households('AGREED')} AS agreed, ${households('PROPOSED')} AS waiting,
      count(DISTINCT p.officer) FILTER (WHERE p.household_id IS NOT NULL AND p.state = 'AGREED')::int AS officers,
      coalesce(array_agg(DISTINCT c.short_name) FILTER (WHERE p.household_id IS NULL AND p.state = 'AGREED'), '{}') AS communes
    FROM unit u LEFT JOIN q ON q.helper_id = u.id LEFT JOIN p ON p.helper_id = u.id LEFT JOIN unit c ON c.id = p.commune_id
   WHERE q.helper_id IS NOT NULL OR p.id IS NOT NULL GROUP BY u.id, u.short_name ORDER BY u.id`, [year]);

/** Extremely disadvantaged communes, and others that somebody helps; all of them for the secretariat, else those that the viewer has a part in. */
export const readCoverage = (session: Session, { isWhole, readsLists }: { isWhole: boolean; readsLists: boolean }): Promise<CommuneCoverage[]> => session.read<CommuneCoverage>(`
  WITH p AS (${standing}),
  poor AS (${readsLists ? `SELECT h.commune_id, count(*)::int AS n FROM household h WHERE h.class = 'POOR' AND h.ended_on IS NULL AND NOT EXISTS (SELECT FROM p WHERE p.household_id = h.id) GROUP BY 1`
    : 'SELECT NULL::int AS commune_id, NULL::int AS n WHERE false'})
  SELECT u.id AS unit, u.code, u.short_name AS name, coalesce(array_agg(DISTINCT b.short_name) FILTER (WHERE p.household_id IS NULL AND p.state = 'AGREED'), '{}') AS helpers,
      coalesce(array_agg(DISTINCT b.short_name) FILTER (WHERE p.household_id IS NULL AND p.state = 'PROPOSED'), '{}') AS proposed,
      ${households('AGREED')} AS agreed, ${households('PROPOSED')} AS waiting, ${readsLists ? 'coalesce(min(poor.n), 0)' : 'NULL::int'} AS "withoutHelper"
    FROM unit u LEFT JOIN p ON p.commune_id = u.id LEFT JOIN unit b ON b.id = p.helper_id LEFT JOIN poor ON poor.commune_id = u.id
   WHERE u.kind = 'commune' AND (u.valid_to IS NULL OR u.valid_to >= (SELECT today())) AND (p.id IS NOT NULL OR ${isWhole ? 'u.is_extremely_disadvantaged' : 'u.id = (SELECT my_unit())'})
   GROUP BY u.id, u.code, u.short_name ORDER BY u.code`);

/** What the plan asks for: households that bodies of the province help (III.2(8)). */
export const readTarget = async (session: Session, year: number): Promise<number | null> =>
  (await session.read<{ value: number | null }>("SELECT value FROM target WHERE code = 'HELPED_HOUSEHOLDS' AND year = $1 AND unit_id IS NULL AND parent_id IS NULL", [year]))[0]?.value ?? null;

export const findQuota = async (session: Session, helper: number, year: number): Promise<{ id: number; version: number } | null> =>
  (await session.read<{ id: number; version: number }>('SELECT id, version FROM pairing_quota WHERE helper_id = $1 AND year = $2', [helper, year]))[0] ?? null;
