import type { Session } from '../database/session.js';
import { PlanVersion } from './plan.entity.js';

export interface LatestVersion { readonly plan: number; readonly year: number; readonly no: number; readonly state: string }

/** The plan with its newest document state; the lock makes two recorders take turns. */
export async function latestVersion(session: Session, plan: number): Promise<LatestVersion | null> {
  await session.read('SELECT pg_advisory_xact_lock(2, $1)', [plan]);
  const rows = await session.read<LatestVersion>(`SELECT p.id AS plan, p.year, coalesce(v.no, 0) AS no, coalesce(v.state, 'DRAFT') AS state FROM plan p
    LEFT JOIN LATERAL (SELECT no, state FROM plan_version WHERE plan_id = p.id ORDER BY no DESC LIMIT 1) v ON true WHERE p.id = $1`, [plan]);
  return rows[0] ?? null;
}

export type NewVersion = Pick<PlanVersion, 'no' | 'state' | 'number' | 'day' | 'signer' | 'note'> & { readonly plan: number };

export async function insertVersion(session: Session, version: NewVersion): Promise<number> {
  const manager = await session.manager();
  const { raw } = await manager.createQueryBuilder().insert().into(PlanVersion, ['plan.id', 'no', 'state', 'number', 'day', 'signer', 'note'])
    .values({ ...version, plan: { id: version.plan } } as object).updateEntity(false).returning('id').execute();
  return (raw as { id: number }[])[0].id;
}
