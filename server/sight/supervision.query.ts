import { isId } from '../database/condition.js';
import type { Session } from '../database/session.js';

/** What a supervising unit and a commune are to one another today: the Front committees are children of the province's, named after their commune. */
export async function findSides(session: Session, unit: number, commune: number): Promise<{ isCommune: boolean; isOwnCommittee: boolean; isProvincial: boolean }> {
  const [found] = await session.read<{ isCommune: boolean; isOwnCommittee: boolean; isProvincial: boolean }>(`
    SELECT EXISTS (SELECT FROM unit c WHERE c.id = $2 AND c.kind = 'commune' AND c.valid_to IS NULL) AS "isCommune",
           EXISTS (SELECT FROM unit f JOIN unit c ON c.id = $2 WHERE f.id = $1 AND f.valid_to IS NULL AND f.code = 'mttq-' || c.code) AS "isOwnCommittee",
           EXISTS (SELECT FROM unit f WHERE f.id = $1 AND f.valid_to IS NULL AND f.code = 'mttq') AS "isProvincial"`, [unit, commune]);
  return found;
}

/** The days of a supervision, locked, if the viewer may write it. */
export async function lockSupervision(session: Session, id: string): Promise<{ validFrom: string; validTo: string } | null> {
  return isId('int', id) ? (await session.read<{ validFrom: string; validTo: string }>(
    'SELECT valid_from::text AS "validFrom", valid_to::text AS "validTo" FROM supervision WHERE id = $1 FOR NO KEY UPDATE', [id]))[0] ?? null : null;
}
