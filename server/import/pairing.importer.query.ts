import type { Session } from '../database/session.js';

export interface Standing { readonly commune: number; readonly helper: number; readonly name: string; readonly household: string | null; readonly state: string; readonly from: string; readonly to: string | null }

/** Pairings of these communes that are proposed or agreed. */
export const findStanding = (session: Session, communes: readonly number[]): Promise<Standing[]> => session.read<Standing>(
  `SELECT p.commune_id AS commune, p.helper_id AS helper, u.short_name AS name, p.household_id AS household, p.state, p.valid_from::text AS from, p.valid_to::text AS to
     FROM pairing p JOIN unit u ON u.id = p.helper_id WHERE p.commune_id = ANY ($1::int[]) AND p.state IN ('PROPOSED','AGREED')`, [[...new Set(communes)]]);

/** Households of these codes with the commune that they belong to. */
export const findByCode = (session: Session, codes: readonly string[]): Promise<{ id: string; code: string; commune: number }[]> =>
  session.read('SELECT id, code, commune_id AS commune FROM household WHERE code = ANY ($1) AND ended_on IS NULL', [[...new Set(codes)]]);
