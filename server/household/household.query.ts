import { isId } from '../database/condition.js';
import type { Session } from '../database/session.js';

export interface HeldHousehold { readonly id: string; readonly code: string; readonly commune: number; readonly standard: string; readonly endedOn: string | null }

/** The household, locked, if the viewer may write it: a locking read sees only what the update policy lets through. An id that is none finds nothing. */
export async function lockHousehold(session: Session, id: string): Promise<HeldHousehold | null> {
  if (!isId('uuid', id)) return null;
  return (await session.read<HeldHousehold>(`SELECT id, code, commune_id AS commune, standard, ended_on::text AS "endedOn" FROM household WHERE id = $1 FOR NO KEY UPDATE`, [id]))[0] ?? null;
}

export interface HeldMember { readonly id: string; readonly household: string; readonly birthYear: number; readonly birthDate: string | null; readonly isHead: boolean; readonly residence: string }

/** The member and its household, locked in this order as everywhere, if the viewer may write them. */
export async function lockMember(session: Session, id: string): Promise<HeldMember & { readonly endedOn: string | null } | null> {
  if (!isId('uuid', id)) return null;
  const [found] = await session.read<{ household: string }>('SELECT household_id AS household FROM member WHERE id = $1', [id]);
  const household = found ? await lockHousehold(session, found.household) : null;
  if (!household) return null;
  const [member] = await session.read<HeldMember>(`SELECT id, household_id AS household, birth_year AS "birthYear", birth_date::text AS "birthDate", is_head AS "isHead", residence
    FROM member WHERE id = $1 AND household_id = $2 FOR NO KEY UPDATE`, [id, household.id]);
  return member ? { ...member, endedOn: household.endedOn } : null;
}

/** A village of the commune in which the viewer may enter families: the row policy lets a village head into the named ones alone. */
export async function findVillage(session: Session, id: number, commune: number): Promise<{ id: number; areaType: string } | null> {
  return (await session.read<{ id: number; areaType: string }>(
    'SELECT id, area_type AS "areaType" FROM village WHERE id = $1 AND commune_id = $2 AND ((SELECT my_villages()) IS NULL OR id = ANY ((SELECT my_villages())::int[]))', [id, commune]))[0] ?? null;
}

export const hasEthnicGroup = async (session: Session, code: string): Promise<boolean> => (await session.read('SELECT FROM ethnic_group WHERE code = $1', [code])).length > 0;

/** The next code of the viewer's commune; the number is held to the end of the transaction, so that two who add at once get two. */
export async function nextCode(session: Session): Promise<string> {
  return (await session.read<{ code: string }>('SELECT next_household_code((SELECT my_unit())) AS code'))[0].code;
}

export const knowsStandard = async (session: Session, code: string): Promise<boolean> => (await session.read('SELECT FROM poverty_standard WHERE code = $1', [code])).length > 0;

/** Of an indicator, whether the standard knows it. */
export async function knowsIndicator(session: Session, standard: string, indicator: string): Promise<boolean> {
  return (await session.read<{ known: boolean }>('SELECT standard_knows($1, $2) AS known', [standard, indicator]))[0].known;
}

export const headOf = async (session: Session, household: string): Promise<{ id: string; relation: string | null } | null> =>
  (await session.read<{ id: string; relation: string | null }>('SELECT id, relation FROM member WHERE household_id = $1 AND is_head FOR NO KEY UPDATE', [household]))[0] ?? null;

/**
 * Who else of the viewer's own list has this paper; another commune's is never told. The number is held to the end of the transaction, so that
 * of two who enter it at once the second meets the first.
 */
export async function holderOf(session: Session, idNumber: string, butMember: string): Promise<{ code: string; household: string; member: string } | null> {
  await session.read("SELECT pg_advisory_xact_lock(hashtext('number of a paper'), hashtext($1))", [idNumber]);
  return (await session.read<{ code: string; household: string; member: string }>(`SELECT h.code, h.id AS household, i.member_id AS member
    FROM household_identity i JOIN household h ON h.id = i.household_id WHERE i.id_number = $1 AND i.member_id <> $2 LIMIT 1`, [idNumber, butMember]))[0] ?? null;
}

/** A merit record that the viewer may see, whoever may write it. */
export async function findMerit(session: Session, id: string): Promise<{ id: string; household: string; member: string; validFrom: string } | null> {
  if (!isId('uuid', id)) return null;
  return (await session.read<{ id: string; household: string; member: string; validFrom: string }>(
    'SELECT id, household_id AS household, member_id AS member, valid_from::text AS "validFrom" FROM merit_record WHERE id = $1', [id]))[0] ?? null;
}
