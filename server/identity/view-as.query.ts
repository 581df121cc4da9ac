import type { DataSource } from 'typeorm';
import type { PostRole } from '../access/portal-kind.js';
import type { HatUnit } from './hat.js';
import type { Viewer } from './viewer.js';

/** What the row of a sign-in says of a look that goes on. */
export interface View { readonly unit: HatUnit; readonly role: PostRole; readonly until: string }

/** A look ends by itself after this time. */
const longest = `interval '30 minutes'`;

const hatUnit = (alias: string): string => `json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${alias}.name, 'shortName', ${alias}.short_name, 'kind', ${alias}.kind)`;
export const viewedUnit = 'LEFT JOIN unit v ON v.id = s.view_unit_id AND s.view_until > now()';
export const viewColumn = `CASE WHEN v.id IS NOT NULL THEN json_build_object('unit', ${hatUnit('v')}, 'role', s.view_role, 'until', s.view_until) END`;

// Roles that may be looked as, in the order of their numbers below; a village officer is nothing without villages of one's own.
export const viewRoles: readonly PostRole[] = ['LEADER', 'OFFICER', 'VIEWER', 'SUPERVISOR', 'ACCOUNT_ADMINISTRATOR'];

/** A hat for each unit and role that is nobody's post: below zero, so that no row is its own. */
const hatOf = ({ unit, role }: View): number => -(unit.id * viewRoles.length + viewRoles.indexOf(role) + 1);

/** The viewer that a sign-in's row makes: the person's own, or while a look goes on that of the other portal. Only the secretariat's leader looks. */
export function viewerWith({ view, ...own }: Viewer & { readonly view: View | null }): Viewer {
  if (!view || own.portalKind !== 'secretariat' || own.postRole !== 'LEADER') return own;
  const { unit, role, until } = view, id = hatOf(view);
  return {
    ...own, postId: id, standsInForId: null, postRole: role, unitId: unit.id, unitCode: unit.code, portalKind: unit.kind, villages: null, communes: null, sensitiveNouns: [],
    viewing: { unitId: own.unitId, postId: own.postId, until, hat: { id, name: own.postName, role, unit, standsInFor: null } },
  };
}

/** A unit of today other than the secretariat, whose portal can be looked at. */
export async function selectViewable(source: DataSource, id: number, today: string): Promise<HatUnit | null> {
  const [row] = await source.query<{ unit: HatUnit }[]>(
    `SELECT ${hatUnit('u')} AS unit FROM unit u WHERE u.id = $1 AND u.kind IN ('department', 'commune', 'massOrganisation') AND u.valid_from <= $2::date AND (u.valid_to IS NULL OR u.valid_to >= $2::date)`, [id, today]);
  return row?.unit ?? null;
}

/** Puts a new token in the place of one that is alive, under the same post, with a look or without one; false when it is not alive. `isAlive` is the sign-in's own condition. */
export async function rotateView(source: DataSource, isAlive: string, tokens: { readonly from: Buffer; readonly to: Buffer }, accountId: number, view: { readonly unitId: number; readonly role: PostRole } | null): Promise<boolean> {
  const rows = await source.query<unknown[]>(
    `WITH old AS (
       UPDATE sign_in s SET revoked_at = now() WHERE s.token_hash = $1 AND s.account_id = $3 AND ${isAlive} RETURNING s.account_id, s.post_id, s.expires_at, s.device, s.address, s.since)
     INSERT INTO sign_in (token_hash, account_id, post_id, expires_at, device, address, since, view_unit_id, view_role, view_until)
     SELECT $2, account_id, post_id, expires_at, device, address, since, $4::int, $5, CASE WHEN $4::int IS NOT NULL THEN now() + ${longest} END FROM old RETURNING 1`,
    [tokens.from, tokens.to, accountId, view?.unitId ?? null, view?.role ?? null]);
  return rows.length === 1;
}
