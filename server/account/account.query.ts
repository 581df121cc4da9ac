import { isId } from '../database/condition.js';
import type { Session } from '../database/session.js';

export interface KeptUnitRow {
  readonly id: number; readonly code: string; readonly name: string; readonly shortName: string; readonly kind: string;
  readonly people: number; readonly leaders: number; readonly administrators: number; readonly roles: readonly string[];
}
export const keptUnits = (session: Session): Promise<KeptUnitRow[]> => session.read<KeptUnitRow>('SELECT * FROM kept_units()');

/** A unit that the viewer keeps; null for every other. */
export async function keptUnit(session: Session, id: string): Promise<KeptUnitRow | null> {
  return isId('int', id) ? (await session.read<KeptUnitRow>('SELECT * FROM kept_units() WHERE id = $1', [id]))[0] ?? null : null;
}

export async function peopleOf(session: Session, unit: string): Promise<string[]> {
  return isId('int', unit) ? (await session.read<{ ids: string[] }>('SELECT people_of($1)::text[] AS ids', [unit]))[0].ids : [];
}

export interface StoredAccount { readonly id: number; readonly login: string; readonly name: string; readonly email: string | null; readonly isLocked: boolean; readonly hasJoined: boolean; readonly hasSecondFactor: boolean; readonly mayAdminister: boolean }
/** The account, if the viewer keeps it. */
export async function findAccount(session: Session, id: string): Promise<StoredAccount | null> {
  return isId('int', id) ? (await session.read<StoredAccount>(`SELECT id, login, name, email, locked_on IS NOT NULL AS "isLocked", joined_at IS NOT NULL AS "hasJoined",
    has_second_factor(id) AS "hasSecondFactor", may_keep_account(id) AS "mayAdminister" FROM account WHERE id = $1`, [id]))[0] ?? null : null;
}

export interface Terms { readonly role: string; readonly villages: number[] | null; readonly communes: number[] | null; readonly validFrom: string; readonly validTo: string | null }
export interface StoredPost extends Terms {
  readonly account: number; readonly unit: number; readonly name: string; readonly officePhone: string | null; readonly sensitiveNouns: string[];
  readonly version: number; readonly isOver: boolean; readonly isOwn: boolean; readonly mayChange: boolean;
}
/** The post as it stands, if it is of a unit that the viewer keeps. */
export async function findPost(session: Session, id: string): Promise<StoredPost | null> {
  return isId('int', id) ? (await session.read<{ post: StoredPost | null }>('SELECT kept_post($1) AS post', [id]))[0].post : null;
}

/** Posts of the account in units that the viewer keeps, with the unit of each: whom a notice of it goes to. */
export async function keptPosts(session: Session, account: number): Promise<{ id: number; unitId: number; isOver: boolean; sensitiveNouns: string[] }[]> {
  return (await session.read<{ posts: { id: number; unitId: number; isOver: boolean; sensitiveNouns: string[] }[] }>('SELECT account_posts($1) AS posts', [account]))[0].posts;
}

export interface NewPerson { readonly login: string; readonly name: string; readonly email: string | null; readonly passwordHash: string; readonly tokenHash: Buffer; readonly unit: number; readonly terms: Terms }
/** The new account's id. The database refuses what lies above the viewer's rights, and with 23505 a login that is taken. */
export async function insertInvited(session: Session, { login, name, email, passwordHash, tokenHash, unit, terms }: NewPerson): Promise<number> {
  const [{ id }] = await session.read<{ id: number }>('SELECT invite_account($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS id',
    [login, name, email, passwordHash, tokenHash, unit, terms.role, terms.villages, terms.communes, terms.validFrom, terms.validTo]);
  return id;
}

export async function insertOffer(session: Session, login: string, name: string, unit: number, { role, villages, communes, validFrom, validTo }: Terms): Promise<string> {
  return (await session.read<{ id: string }>('SELECT offer_post($1, $2, $3, $4, $5, $6, $7, $8) AS id', [login, name, unit, role, villages, communes, validFrom, validTo]))[0].id;
}

export async function insertLink(session: Session, account: number, tokenHash: Buffer, why: string): Promise<void> {
  await session.read('SELECT make_account_link($1, $2, $3)', [account, tokenHash, why]);
}

/** The address that the link which was just made goes to; null where the account has none. */
export async function insertLinkMail(session: Session, tokenHash: Buffer, sealed: Buffer): Promise<string | null> {
  return (await session.read<{ address: string | null }>('SELECT mail_link($1, $2) AS address', [tokenHash, sealed]))[0].address;
}

/** False when there was none. */
export async function dropSecondFactor(session: Session, account: number, why: string): Promise<boolean> {
  return (await session.read<{ done: boolean }>('SELECT reset_second_factor($1, $2) AS done', [account, why]))[0].done;
}

/** True when it was the other way before. */
export async function setLock(session: Session, account: number, locked: boolean): Promise<boolean> {
  return (await session.read<{ changed: boolean }>('SELECT set_account_lock($1, $2) AS changed', [account, locked]))[0].changed;
}

export async function setEmail(session: Session, account: number, email: string | null): Promise<void> {
  await session.read('SELECT set_account_email($1, $2)', [account, email]);
}

/** Whether the unit would be left without anybody of the post's role who can name another. */
export async function isLastOfRole(session: Session, post: string): Promise<boolean> {
  return (await session.read<{ last: boolean }>('SELECT is_last_of_role($1) AS last', [post]))[0].last;
}

/** Whether the viewer's unit would have no leader who can sign in from the day after; of a leader's post alone. */
export async function leavesNoLeader(session: Session, post: string | number, lastDay: string): Promise<boolean> {
  return (await session.read<{ none: boolean }>('SELECT leaves_no_leader($1, $2) AS none', [post, lastDay]))[0].none;
}

export async function setEnd(session: Session, post: string, lastDay: string): Promise<void> {
  await session.read('SELECT end_post($1, $2)', [post, lastDay]);
}

export async function setTerms(session: Session, post: string, { role, villages, communes, validFrom, validTo }: Terms, officePhone: string | null, nouns: readonly string[], why: string): Promise<void> {
  await session.read('SELECT change_post($1, $2, $3, $4, $5, $6, $7, $8, $9)', [post, role, officePhone, villages, communes, validFrom, validTo, nouns, why]);
}

/** Of the ids, those that are villages of the unit. */
export async function villagesOf(session: Session, unit: number, ids: readonly number[]): Promise<number[]> {
  return (await session.read<{ id: number }>('SELECT id FROM village WHERE commune_id = $1 AND id = ANY ($2) ORDER BY id', [unit, ids])).map(row => row.id);
}
/** Of the ids, those that are communes of today. */
export async function communesAmong(session: Session, ids: readonly number[]): Promise<number[]> {
  return (await session.read<{ id: number }>("SELECT id FROM unit WHERE kind = 'commune' AND valid_to IS NULL AND id = ANY ($1) ORDER BY id", [ids])).map(row => row.id);
}

/** The viewer's own login; nobody offers a further post to oneself. */
export async function ownLogin(session: Session): Promise<string | null> {
  return (await session.read<{ login: string }>('SELECT login FROM account WHERE id = (SELECT my_account())'))[0]?.login ?? null;
}
