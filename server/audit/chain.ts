import { createHash } from 'node:crypto';

/** A statement's rows, as the driver at hand gives them; the trail is read as the administrator, in one snapshot. */
export type Ask = <Row>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

export const trails = ['audit_line', 'access_log'] as const;
export type Trail = (typeof trails)[number];

export type Fault = 'ALTERED' | 'DELETED' | 'INSERTED' | 'REORDERED' | 'SEAL_MISSING' | 'HEAD_DIFFERS';
export interface Verdict {
  readonly trail: Trail;
  /** Lines with their seal, and lines that wait for theirs. */
  readonly sealed: number;
  readonly waiting: number;
  /** The number and the hash of the last seal, to be kept outside; null of an empty chain. */
  readonly head: { readonly no: number; readonly hash: string } | null;
  /** The first line, by the order of the chain, that is not as it was sealed. */
  readonly fault: { readonly kind: Fault; readonly line: string | null; readonly no: number; readonly sealedAt: string | null } | null;
}

/** What the chain hashes of a line, written here again: a function changed in the database deceives the database alone. */
const columns: Readonly<Record<Trail, string>> = {
  audit_line: 'l.request_id, l.account_id, l.post_id, l.unit_id, l.person, l.role, l.operation, l.outcome, l.noun, l.row_id, l.before, l.after, l.detail',
  access_log: 'l.request_id, l.account_id, l.post_id, l.unit_id, l.person, l.household_id, l.member_id, l.part, l.purpose',
};
const said = (trail: Trail): string =>
  `jsonb_build_array(l.id, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.transaction::text, ${columns[trail]})::text`;

interface Seal { readonly no: string; readonly line: string; readonly transaction: string; readonly sealedAt: string; readonly hash: string; readonly said: string | null; readonly isHere: boolean }

const batch = 5_000;
const follows = (a: Seal, b: Seal): boolean => BigInt(a.transaction) < BigInt(b.transaction) || (a.transaction === b.transaction && BigInt(a.line) < BigInt(b.line));

/** A line without a seal among lines that have theirs: nothing that committed late can stand there. */
async function firstInserted(ask: Ask, trail: Trail): Promise<{ line: string } | null> {
  const [found] = await ask<{ line: string }>(
    `WITH last AS (SELECT transaction, line_id FROM audit_seal WHERE trail = $1 ORDER BY no DESC LIMIT 1)
     SELECT l.id::text AS line FROM ${trail} l, last WHERE (l.transaction, l.id) < (last.transaction, last.line_id)
        AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.trail = $1 AND s.line_id = l.id) ORDER BY l.transaction, l.id LIMIT 1`, [trail]);
  return found ?? null;
}

/** How a line stands by the hash before it; null when it is as it was sealed. */
function faultOf(before: Buffer, prior: Seal | null, seal: Seal, next: Seal | undefined): Fault | null {
  if (BigInt(seal.no) !== BigInt(prior?.no ?? 0) + 1n) return 'SEAL_MISSING';
  if (!seal.isHere) return 'DELETED';
  if (createHash('sha256').update(before).update(seal.said!, 'utf8').digest('hex') === seal.hash) return null;
  return (prior && !follows(prior, seal)) || (next && !follows(seal, next)) ? 'REORDERED' : 'ALTERED';
}

/**
 * Recomputes a trail's whole chain in batches, in the order of its seals. `expected` is a head that was kept outside: whoever wrote all seals
 * anew is found by it alone. Reads only; run it in one repeatable snapshot, since sealing goes on beside it.
 */
export async function verifyTrail(ask: Ask, trail: Trail, expected: { readonly no: number; readonly hash: string } | null = null): Promise<Verdict> {
  const [{ waiting }] = await ask<{ waiting: number }>(`SELECT count(*)::int AS waiting FROM ${trail} l WHERE NOT EXISTS (SELECT FROM audit_seal s WHERE s.trail = $1 AND s.line_id = l.id)`, [trail]);
  let before: Buffer = Buffer.from(trail, 'utf8'), prior: Seal | null = null, fault: Verdict['fault'] = null, sealed = 0, isMet = expected === null;
  const head = () => (prior ? { no: Number(prior.no), hash: prior.hash } : null);
  for (;;) {
    const seals: Seal[] = await ask<Seal>(
      `SELECT s.no::text AS no, s.line_id::text AS line, s.transaction::text AS transaction, s.sealed_at::text AS "sealedAt", encode(s.hash, 'hex') AS hash, l.id IS NOT NULL AS "isHere", ${said(trail)} AS said
         FROM audit_seal s LEFT JOIN ${trail} l ON l.id = s.line_id WHERE s.trail = $1 AND s.no > $2 ORDER BY s.no LIMIT ${batch}`, [trail, prior?.no ?? 0]);
    for (const [at, seal] of seals.entries()) {
      const kind = faultOf(before, prior, seal, seals[at + 1]);
      if (kind) return { trail, sealed, waiting, head: head(), fault: { kind, line: kind === 'SEAL_MISSING' ? null : seal.line, no: Number(seal.no), sealedAt: seal.sealedAt } };
      if (expected && Number(seal.no) === expected.no) isMet = seal.hash === expected.hash;
      before = Buffer.from(seal.hash, 'hex');
      prior = seal;
      sealed++;
    }
    if (seals.length < batch) break;
  }
  const inserted = await firstInserted(ask, trail);
  if (inserted) fault = { kind: 'INSERTED', line: inserted.line, no: sealed, sealedAt: null };
  else if (!isMet) fault = { kind: 'HEAD_DIFFERS', line: null, no: expected!.no, sealedAt: null };
  return { trail, sealed, waiting, head: head(), fault };
}
