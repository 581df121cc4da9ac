import type { Session } from '../database/session.js';

export interface HeldHousehold { readonly id: string; readonly code: string; readonly commune: number; readonly standard: string; readonly endedOn: string | null }

/** The household, locked, if the viewer may write it: a locking read sees only what the update policy lets through. An id that is none finds nothing. */
export async function lockHousehold(session: Session, id: string): Promise<HeldHousehold | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null;
  return (await session.read<HeldHousehold>(`SELECT id, code, commune_id AS commune, standard, ended_on::text AS "endedOn" FROM household WHERE id = $1 FOR NO KEY UPDATE`, [id]))[0] ?? null;
}

/** The member with its household, locked, if the viewer may write it. */
export async function lockMember(session: Session, id: string): Promise<{ id: string; household: string; birthYear: number; isHead: boolean; fullName: string; residence: string } | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null;
  return (await session.read<{ id: string; household: string; birthYear: number; isHead: boolean; fullName: string; residence: string }>(
    'SELECT id, household_id AS household, birth_year AS "birthYear", is_head AS "isHead", full_name AS "fullName", residence FROM member WHERE id = $1 FOR NO KEY UPDATE', [id]))[0] ?? null;
}

export async function findVillage(session: Session, id: number, commune: number): Promise<{ id: number; areaType: string } | null> {
  return (await session.read<{ id: number; areaType: string }>('SELECT id, area_type AS "areaType" FROM village WHERE id = $1 AND commune_id = $2', [id, commune]))[0] ?? null;
}

export const hasEthnicGroup = async (session: Session, code: string): Promise<boolean> => (await session.read('SELECT FROM ethnic_group WHERE code = $1', [code])).length > 0;

/** The next code of the viewer's commune; the number is held to the end of the transaction, so that two who add at once get two. */
export async function nextCode(session: Session): Promise<string> {
  return (await session.read<{ code: string }>('SELECT next_household_code((SELECT my_unit())) AS code'))[0].code;
}

/** Of an indicator, whether the standard knows it. */
export async function knowsIndicator(session: Session, standard: string, indicator: string): Promise<boolean> {
  return (await session.read<{ known: boolean }>('SELECT standard_knows($1, $2) AS known', [standard, indicator]))[0].known;
}

export const headOf = async (session: Session, household: string): Promise<{ id: string } | null> =>
  (await session.read<{ id: string }>('SELECT id FROM member WHERE household_id = $1 AND is_head FOR NO KEY UPDATE', [household]))[0] ?? null;

/** The code of another household of the viewer's own list in which this paper already stands; another commune's is never told. */
export async function holderOf(session: Session, idNumber: string, butMember: string): Promise<string | null> {
  return (await session.read<{ code: string }>('SELECT h.code FROM household_identity i JOIN household h ON h.id = i.household_id WHERE i.id_number = $1 AND i.member_id <> $2 LIMIT 1', [idNumber, butMember]))[0]?.code ?? null;
}
