import { isId } from '../database/condition.js';
import type { Session } from '../database/session.js';
import { mayHelp } from './support.access.js';

export interface StoredSupport {
  readonly id: string; readonly version: number; readonly household: string; readonly member: string | null; readonly provider: number; readonly kind: string; readonly state: string;
  readonly note: string | null; readonly verifiedOn: string | null;
}
const columns = 'id, version, household_id AS household, member_id AS member, provider_id AS provider, kind, state, note, verified_on::text AS "verifiedOn"';

/** The help, if the viewer may read it. */
export async function findSupport(session: Session, id: string): Promise<StoredSupport | null> {
  return isId('uuid', id) ? (await session.read<StoredSupport>(`SELECT ${columns} FROM support WHERE id = $1`, [id]))[0] ?? null : null;
}

/** The help, locked, if the viewer may write it. */
export async function lockSupport(session: Session, id: string): Promise<StoredSupport | null> {
  return isId('uuid', id) ? (await session.read<StoredSupport>(`SELECT ${columns} FROM support WHERE id = $1 FOR NO KEY UPDATE`, [id]))[0] ?? null : null;
}

/** Whether the viewer sees the household. */
export async function seesHousehold(session: Session, id: string): Promise<boolean> {
  return isId('uuid', id) && (await session.read('SELECT FROM household WHERE id = $1', [id])).length > 0;
}

/** Whether the viewer's unit may help the household: sees it otherwise than for the days of a supervision, or a part of it by a grant. */
export async function helpsHousehold(session: Session, id: string): Promise<boolean> {
  return isId('uuid', id) && (await session.read(`SELECT FROM household WHERE id = $1 AND ${mayHelp}`, [id])).length > 0;
}

/** Whether the viewer sees the member and it is one of the household's. */
export async function seesMember(session: Session, household: string, id: string): Promise<boolean> {
  return isId('uuid', id) && (await session.read('SELECT FROM member WHERE id = $1 AND household_id = $2', [id, household])).length > 0;
}

/** The kind of a unit that exists today; null for none. */
export async function kindOfUnit(session: Session, id: number): Promise<string | null> {
  return (await session.read<{ kind: string }>('SELECT kind FROM unit WHERE id = $1 AND (valid_to IS NULL OR valid_to >= (SELECT today()))', [id]))[0]?.kind ?? null;
}

/** Names of the units besides one that have planned, approved or this year given this kind of help; none for a household that is not seen. */
export async function findOverlap(session: Session, household: string, kind: string, besides: number): Promise<string[]> {
  return (await session.read<{ name: string }>('SELECT name FROM support_overlap($1, $2, $3)', [household, kind, besides])).map(row => row.name);
}

/** Of two units that commit the same kind of help to a household at once, one waits and then sees the other's. To the end of the transaction. */
export async function queueFor(session: Session, household: string, kind: string): Promise<void> {
  await session.read("SELECT pg_advisory_xact_lock(hashtextextended('support ' || $1 || ' ' || $2, 0))", [household, kind]);
}

/** True when it was a delivered help to a household of the viewer's commune, not verified before; the function checks. */
export async function markVerified(session: Session, id: string): Promise<boolean> {
  return (await session.read<{ done: boolean }>('SELECT verify_support($1) AS done', [id]))[0].done;
}

/** Whether a clause makes the viewer's unit the lender. */
export async function isLender(session: Session): Promise<boolean> {
  return (await session.read<{ is: boolean }>("SELECT 'LOAN' = ANY (my_services('NEED')) AS is"))[0].is;
}
