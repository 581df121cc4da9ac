import type { Door } from '../database/session.js';

/**
 * Brings sight, counts and helpers to the rules and pairings of the day; then ends what has newly escaped after its window and lets classes
 * follow the standard of the day; in one transaction, with audit lines. Repeating it changes nothing. Returns how many ended.
 */
export async function keepRegistry({ source, clock }: Pick<Door, 'source' | 'clock'>): Promise<number> {
  const [{ count }] = await source.query<[{ count: number }]>('SELECT apply_registry_rules($1) AS applied, follow_pairings($1) AS followed, end_newly_escaped($1) AS count', [clock.today()]);
  return count;
}
