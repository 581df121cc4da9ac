import type { Door } from '../database/session.js';
import type { Context } from '../graphql/context.js';

/** One batched insert in a transaction of its own, committed before the answer leaves: no answer without its line. */
export async function logReads(source: Door['source'], { opened, viewer, requestId }: Pick<Context, 'opened' | 'viewer' | 'requestId'>): Promise<void> {
  if (opened.length === 0 || !viewer) return;
  await source.query(
    `INSERT INTO access_log (request_id, account_id, post_id, unit_id, household_id, member_id, part, purpose)
     SELECT $1, $2, $3, $4, o.* FROM unnest($5::uuid[], $6::uuid[], $7::text[], $8::text[]) o`,
    [requestId, viewer.accountId, (viewer.viewing ?? viewer).postId, (viewer.viewing ?? viewer).unitId,
      opened.map(o => o.household), opened.map(o => o.member), opened.map(o => o.part), opened.map(o => o.purpose)]);
}
