import DataLoader from 'dataloader';
import type { Session } from '../database/session.js';
import type { Working } from '../graphql/context.js';
import { over } from '../database/projection.js';
import { status } from './assignment.status.js';
import type { StandingCount } from './standing.entity.js';

/** One loader an operation: it lives and dies with the session, so no count crosses to another viewer. */
const loaders = new WeakMap<Session, DataLoader<number, StandingCount[] | null>>();

async function countByStatus({ session, viewer }: Working, tasks: readonly number[]): Promise<(StandingCount[] | null)[]> {
  const rows = await session.read<{ task: number; counts: StandingCount[] }>(`
    SELECT task_id AS task, json_agg(json_build_object('status', status, 'count', count) ORDER BY status) AS counts FROM (
      SELECT a.task_id, ${over(status, 'a')} AS status, count(*)::int AS count FROM assignment a
      WHERE a.task_id = ANY ($1::int[]) AND a.confirmed_on IS NOT NULL AND (a.valid_to IS NULL OR a.valid_to >= (SELECT today()))
        AND ($2 OR a.task_id = ANY ((SELECT my_led_tasks())::int[]))
      GROUP BY 1, 2) s GROUP BY 1`, [tasks, viewer.portalKind === 'secretariat']);
  const byTask = new Map(rows.map(row => [row.task, row.counts]));
  return tasks.map(task => byTask.get(task) ?? null);
}

/** Units of a task by status; null for a unit that does not lead it, since it sees only its own. */
export function standingOf(context: Working, task: number): Promise<StandingCount[] | null> {
  let loader = loaders.get(context.session);
  if (!loader) loaders.set(context.session, loader = new DataLoader(tasks => countByStatus(context, tasks)));
  return loader.load(task);
}
