import { isId } from '../database/condition.js';
import type { Session } from '../database/session.js';

export interface KeptFilter { readonly page: string; readonly name: string; readonly query: string }

/** The filter, if it is of the viewer's own post. */
export async function findFilter(session: Session, id: string): Promise<KeptFilter | null> {
  return isId('uuid', id) ? (await session.read<KeptFilter>('SELECT page, name, query FROM saved_filter WHERE id = $1', [id]))[0] ?? null : null;
}

/** How many the viewer's post keeps, of all lists. */
export async function countFilters(session: Session): Promise<number> {
  return (await session.read<{ count: number }>('SELECT count(*)::int AS count FROM saved_filter'))[0].count;
}

/** True when it was there and of the viewer's own post; the function checks both. */
export async function deleteFilter(session: Session, id: string): Promise<boolean> {
  return (await session.read<{ removed: boolean }>('SELECT remove_saved_filter($1) AS removed', [id]))[0].removed;
}
