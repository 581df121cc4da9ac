import type { Door } from '../database/session.js';
import type { Context, Working } from '../graphql/context.js';

const line = `INSERT INTO audit_line (request_id, account_id, post_id, unit_id, operation, outcome, noun, row_id, before, after, detail)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

export interface Change { readonly operation: string; readonly noun: string; readonly rowId: string | number; readonly before: object | null; readonly after: object | null }

export async function insertChange({ session, viewer, requestId }: Pick<Working, 'session' | 'viewer' | 'requestId'>, { operation, noun, rowId, before, after }: Change): Promise<void> {
  await session.read(line, [requestId, viewer.accountId, viewer.postId, viewer.unitId, operation, 'DONE', noun, String(rowId),
    before && JSON.stringify(before), after && JSON.stringify(after), null]);
  await session.read('INSERT INTO outbox (topic, unit_id, row_id) VALUES ($1, $2, $3)', [`${noun}.${operation}`, viewer.unitId, String(rowId)]);
}

/** In a transaction of its own, since nothing else of the attempt is kept. */
export async function insertRefusal(source: Door['source'], { viewer, requestId }: Context, operation: string, detail: object): Promise<void> {
  const { unitId = null, postId = null } = viewer?.viewing ?? viewer ?? {}, told = viewer?.viewing ? { ...detail, viewingAs: viewer.unitCode } : detail;
  await source.query(line, [requestId, viewer?.accountId ?? null, postId, unitId, operation, 'REFUSED', null, null, null, null, JSON.stringify(told)]);
}
