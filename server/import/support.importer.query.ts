import type { Session } from '../database/session.js';
import { mayHelp } from '../support/support.access.js';

/** Households of these codes that the viewer's unit may help, with the commune whose code it is. */
export const findSeen = (session: Session, codes: readonly string[]): Promise<{ id: string; code: string; commune: number }[]> =>
  session.read(`SELECT id, code, commune_id AS commune FROM household WHERE code = ANY ($1) AND ended_on IS NULL AND ${mayHelp}`, [[...new Set(codes)]]);

export const findKnownNeeds = (session: Session, households: readonly string[]): Promise<{ household: string; member: string | null; kind: string }[]> =>
  session.read('SELECT household_id AS household, member_id AS member, kind FROM support_need WHERE household_id = ANY ($1) AND until IS NULL', [households]);

export const findKnownSupports = (session: Session, provider: number, households: readonly string[]): Promise<{ household: string; kind: string; plannedDay: string | null; deliveredDay: string | null }[]> =>
  session.read(`SELECT household_id AS household, kind, planned_day::text AS "plannedDay", delivered_day::text AS "deliveredDay" FROM support WHERE provider_id = $1 AND household_id = ANY ($2) AND state <> 'CANCELLED'`, [provider, households]);
