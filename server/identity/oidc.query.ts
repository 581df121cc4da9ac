import type { DataSource } from 'typeorm';

export interface Begun { readonly state: string; readonly nonce: string; readonly verifier: string; readonly accountId: number | null }

/** Keeps what the provider's answer will be compared with; old ones go. */
export async function insertRequest(source: DataSource, keyHash: Buffer, { state, nonce, verifier, accountId }: Begun): Promise<void> {
  await source.query(
    `WITH old AS (DELETE FROM oidc_request WHERE expires_at < now())
     INSERT INTO oidc_request (key_hash, state, nonce, verifier, account_id) VALUES ($1, $2, $3, $4, $5)`, [keyHash, state, nonce, verifier, accountId]);
}

/** Once; null for a key that is unknown, used or over. */
export async function takeRequest(source: DataSource, keyHash: Buffer): Promise<Begun | null> {
  const [[found]] = await source.query<[Begun[], number]>(
    'DELETE FROM oidc_request WHERE key_hash = $1 AND expires_at > now() RETURNING state, nonce, verifier, account_id AS "accountId"', [keyHash]);
  return found ?? null;
}

export async function insertTicket(source: DataSource, ticketHash: Buffer, accountId: number): Promise<void> {
  await source.query('WITH old AS (DELETE FROM link_ticket WHERE expires_at < now()) INSERT INTO link_ticket (ticket_hash, account_id) VALUES ($1, $2)', [ticketHash, accountId]);
}

/** Whose leave this was, once; null for one that is unknown, used or over. */
export async function takeTicket(source: DataSource, ticketHash: Buffer): Promise<number | null> {
  const [[found]] = await source.query<[{ id: number }[], number]>('DELETE FROM link_ticket WHERE ticket_hash = $1 AND expires_at > now() RETURNING account_id AS id', [ticketHash]);
  return found?.id ?? null;
}

/** The account that this subject was linked with. */
export async function selectLinked(source: DataSource, issuer: string, subject: string): Promise<number | null> {
  const [found] = await source.query<{ id: number }[]>('SELECT account_id AS id FROM identity_link WHERE issuer = $1 AND subject = $2', [issuer, subject]);
  return found?.id ?? null;
}

export async function selectByLogin(source: DataSource, login: string): Promise<number | null> {
  const [found] = await source.query<{ id: number }[]>('SELECT id FROM account WHERE login = $1', [login]);
  return found?.id ?? null;
}

/** False when the subject is somebody's already, whoever's. */
export async function insertLink(source: DataSource, accountId: number, issuer: string, subject: string): Promise<boolean> {
  const rows = await source.query<unknown[]>('INSERT INTO identity_link (account_id, issuer, subject) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id', [accountId, issuer, subject]);
  return rows.length === 1;
}

export interface LinkedIdentity { readonly id: number; readonly createdAt: string }

export const selectLinks = (source: DataSource, accountId: number): Promise<LinkedIdentity[]> =>
  source.query<LinkedIdentity[]>('SELECT id, created_at::text AS "createdAt" FROM identity_link WHERE account_id = $1 ORDER BY id', [accountId]);

/** False for another's as for a random id. */
export async function deleteLink(source: DataSource, accountId: number, id: number): Promise<boolean> {
  const [rows] = await source.query<[unknown[], number]>('DELETE FROM identity_link WHERE id = $1 AND account_id = $2 RETURNING id', [id, accountId]);
  return rows.length === 1;
}

/** A provider's answer that was not taken. Of what was wrong it keeps a word of ours, nothing of the answer. */
export async function insertRefusedProvider(source: DataSource, requestId: string, accountId: number | null, reason: string): Promise<void> {
  await source.query("INSERT INTO audit_line (request_id, account_id, operation, outcome, detail) VALUES ($1, $2, 'signInByProvider', 'REFUSED', $3)", [requestId, accountId, JSON.stringify({ reason })]);
}
