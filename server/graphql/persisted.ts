import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { RequestHandler } from 'express';
import { GraphQLError } from 'graphql';
import { isRepetitive, limits } from './limits.js';

/** Documents of the web by the hash of their text. */
export type Manifest = ReadonlyMap<string, string>;

/** Reads schema/operations.json; empty where the web was not built yet. */
export const readManifest = (file = 'schema/operations.json'): Manifest =>
  new Map(existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : []);

interface Body { query?: unknown; variables?: unknown; extensions?: { persistedQuery?: { sha256Hash?: unknown } } }
interface Refusal { readonly status: number; readonly code: string; readonly message: string }

const refusals = {
  batch: { status: 400, code: 'BAD_REQUEST', message: 'Mỗi yêu cầu chỉ một truy vấn.' },
  unknown: { status: 400, code: 'PERSISTED_QUERY_UNKNOWN', message: 'Hệ thống không biết truy vấn này; tải lại trang để dùng bản mới.' },
  mismatch: { status: 400, code: 'PERSISTED_QUERY_MISMATCH', message: 'Nội dung truy vấn không khớp mã băm.' },
  persistedOnly: { status: 400, code: 'PERSISTED_ONLY', message: 'Hệ thống này chỉ nhận truy vấn của trang web.' },
  guest: { status: 401, code: 'UNAUTHENTICATED', message: 'Đăng nhập để tiếp tục.' },
  long: { status: 400, code: 'TOO_COMPLEX', message: `Truy vấn dài hơn ${limits.characters.toLocaleString('vi-VN')} ký tự.` },
  repetitive: { status: 400, code: 'TOO_COMPLEX', message: `Truy vấn nêu cùng một trường hơn ${limits.sameName} lần.` },
  deep: { status: 400, code: 'TOO_COMPLEX', message: 'Biến gửi lên lồng nhau quá sâu.' },
} as const satisfies Record<string, Refusal>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Levels of nesting, counted without recursion, so that a deep body cannot exhaust the stack of what reads it later. */
export function isDeeper(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap(item => (item !== null && typeof item === 'object' ? Object.values(item) : []));
  }
  return false;
}

function settle(body: Body, manifest: Manifest, isGuest: boolean, persistedOnly: boolean): Refusal | null {
  if (Array.isArray(body)) return refusals.batch;
  const hash = body.extensions?.persistedQuery?.sha256Hash;
  if (hash !== undefined) {
    const text = typeof hash === 'string' ? manifest.get(hash) : undefined;
    if (typeof body.query === 'string' && sha256(body.query) !== hash) return refusals.mismatch;
    if (text === undefined) return isGuest ? refusals.guest : refusals.unknown;
    body.query = text;
    delete body.extensions;
  } else if (typeof body.query === 'string' && (isGuest || persistedOnly) && !manifest.has(sha256(body.query))) return isGuest ? refusals.guest : refusals.persistedOnly;
  if (typeof body.query === 'string' && body.query.length > limits.characters) return refusals.long;
  if (hash === undefined && typeof body.query === 'string' && isRepetitive(body.query)) return refusals.repetitive;
  if (isDeeper(body.variables, limits.inputDepth)) return refusals.deep;
  return null;
}

/** The text of what a signed-in caller sent over a websocket, by the same rules; an empty query stands for none. Throws what the client is to be told. */
export function documentText({ query, ...rest }: Body, manifest: Manifest, persistedOnly: boolean): string {
  const body: Body = query === '' ? rest : { ...rest, query };
  const refusal = settle(body, manifest, false, persistedOnly);
  if (refusal) throw new GraphQLError(refusal.message, { extensions: { code: refusal.code } });
  return typeof body.query === 'string' ? body.query : '';
}

/**
 * Puts the text of a persisted document in place of its hash, and turns away before Apollo what must not reach validation:
 * a guest's free text above all, since the errors of validation would tell which fields exist.
 */
export function persistedDocuments(manifest: Manifest, persistedOnly: boolean, isGuest: (response: Parameters<RequestHandler>[1]) => boolean): RequestHandler {
  return (request, response, next) => {
    const body = (request.method === 'GET' ? { query: request.query.query } : request.body) as Body | undefined;
    const refusal = body === null || typeof body !== 'object' ? null : settle(body, manifest, isGuest(response), persistedOnly);
    if (!refusal) return next();
    response.status(refusal.status).json({ errors: [{ message: refusal.message, extensions: { code: refusal.code } }] });
  };
}
