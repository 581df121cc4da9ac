import type { DataSource } from 'typeorm';

export interface StoredFactor { readonly secret: Buffer; readonly isConfirmed: boolean; readonly enabledAt: string | null; readonly codesLeft: number }

export async function selectFactor(source: DataSource, accountId: number): Promise<StoredFactor | null> {
  const [found] = await source.query<StoredFactor[]>(
    `SELECT secret, confirmed_at IS NOT NULL AS "isConfirmed", confirmed_at::text AS "enabledAt",
       (SELECT count(*)::int FROM recovery_code c WHERE c.account_id = f.account_id AND c.used_at IS NULL) AS "codesLeft"
     FROM second_factor f WHERE account_id = $1`, [accountId]);
  return found ?? null;
}

/** Begins setting up, in place of an earlier beginning; false when the account has the factor already. */
export async function insertFactor(source: DataSource, accountId: number, secret: Buffer): Promise<boolean> {
  const rows = await source.query<unknown[]>(
    `INSERT INTO second_factor AS f (account_id, secret) VALUES ($1, $2)
     ON CONFLICT (account_id) DO UPDATE SET secret = EXCLUDED.secret, created_at = now() WHERE f.confirmed_at IS NULL RETURNING 1`, [accountId, secret]);
  return rows.length === 1;
}

/** Turns it on with its recovery codes, once; false when it is on already. */
export async function confirmFactor(source: DataSource, accountId: number, step: number, codeHashes: readonly Buffer[]): Promise<boolean> {
  const rows = await source.query<unknown[]>(
    `WITH confirmed AS (UPDATE second_factor SET confirmed_at = now(), last_step = $2 WHERE account_id = $1 AND confirmed_at IS NULL RETURNING account_id),
     old AS (DELETE FROM recovery_code WHERE account_id IN (SELECT account_id FROM confirmed)),
     made AS (INSERT INTO recovery_code (code_hash, account_id) SELECT h, account_id FROM confirmed, unnest($3::bytea[]) h)
     SELECT account_id FROM confirmed`, [accountId, step, codeHashes]);
  return rows.length === 1;
}

/** Uses up the code of a step; false when it, or a later one, was used before. */
export async function takeStep(source: DataSource, accountId: number, step: number): Promise<boolean> {
  const [rows] = await source.query<[unknown[], number]>(
    'UPDATE second_factor SET last_step = $2 WHERE account_id = $1 AND confirmed_at IS NOT NULL AND (last_step IS NULL OR last_step < $2) RETURNING account_id', [accountId, step]);
  return rows.length === 1;
}

/** Uses up a recovery code; false when it is not the account's or was used before. */
export async function takeRecoveryCode(source: DataSource, accountId: number, codeHash: Buffer): Promise<boolean> {
  const [rows] = await source.query<[unknown[], number]>(
    'UPDATE recovery_code SET used_at = now() WHERE code_hash = $2 AND account_id = $1 AND used_at IS NULL RETURNING account_id', [accountId, codeHash]);
  return rows.length === 1;
}

/** Turns it off; its recovery codes and half sign-ins go with it. */
export async function deleteFactor(source: DataSource, accountId: number): Promise<void> {
  await source.query(
    `WITH codes AS (DELETE FROM recovery_code WHERE account_id = $1), halves AS (DELETE FROM half_sign_in WHERE account_id = $1)
     DELETE FROM second_factor WHERE account_id = $1`, [accountId]);
}

/** The password was right and the code is owed; old ones go. */
export async function insertHalf(source: DataSource, tokenHash: Buffer, accountId: number): Promise<void> {
  await source.query(
    `WITH old AS (DELETE FROM half_sign_in WHERE expires_at < now())
     INSERT INTO half_sign_in (token_hash, account_id) VALUES ($1, $2)`, [tokenHash, accountId]);
}

export interface Half { readonly accountId: number; readonly login: string }

/** Whose half sign-in this is; null when it is unknown, used, over, or the account was locked meanwhile. */
export async function selectHalf(source: DataSource, tokenHash: Buffer): Promise<Half | null> {
  const [found] = await source.query<Half[]>(
    `SELECT a.id AS "accountId", a.login FROM half_sign_in h JOIN account a ON a.id = h.account_id
     WHERE h.token_hash = $1 AND h.used_at IS NULL AND h.expires_at > now() AND a.locked_on IS NULL`, [tokenHash]);
  return found ?? null;
}

/** True for the one who uses it up. */
export async function takeHalf(source: DataSource, tokenHash: Buffer): Promise<boolean> {
  const [rows] = await source.query<[unknown[], number]>(
    'UPDATE half_sign_in SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now() RETURNING account_id', [tokenHash]);
  return rows.length === 1;
}
