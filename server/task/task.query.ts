import type { Session } from '../database/session.js';
import { writtenDay } from '../graphql/check.js';
import { Milestone } from './milestone.entity.js';
import { Task } from './task.entity.js';

export interface PlanDays { readonly id: number; readonly startsOn: string; readonly endsOn: string }

export async function planOfGroup(session: Session, plan: number, group: number): Promise<PlanDays | null> {
  return (await session.read<PlanDays>(`SELECT p.id, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn" FROM plan p JOIN task_group g ON g.plan_id = p.id
    WHERE p.id = $1 AND g.id = $2`, [plan, group]))[0] ?? null;
}

/** Which of these ids exist; the caller tells the person of the others. */
export async function known(session: Session, table: 'unit' | 'unit_class', ids: readonly number[]): Promise<Set<number>> {
  return new Set((await session.read<{ id: number }>(`SELECT id FROM ${table} WHERE id = ANY ($1::int[])`, [ids])).map(row => row.id));
}

export const findTask = async (session: Session, id: number): Promise<{ id: number; code: string } | null> =>
  (await session.read<{ id: number; code: string }>('SELECT id, code FROM task WHERE id = $1', [id]))[0] ?? null;

export type NewTask = Pick<Task, 'title' | 'product' | 'population' | 'directiveNumber' | 'directiveDay'> & { readonly plan: number; readonly group: number; readonly dueDay: string };

/** A directive's task with its one milestone; the code counts the directives of the plan. Returns the new id. */
export async function insertTask(session: Session, task: NewTask): Promise<{ id: number; code: string }> {
  const manager = await session.manager();
  await session.read('SELECT pg_advisory_xact_lock(1, $1)', [task.plan]); // two at once must not take the same code
  const [{ next }] = await session.read<{ next: number }>("SELECT count(*)::int + 1 AS next FROM task WHERE plan_id = $1 AND kind = 'DIRECTIVE'", [task.plan]);
  const code = `CĐ.${next}`;
  const inserted = await manager.createQueryBuilder().insert()
    .into(Task, ['plan.id', 'group.id', 'code', 'kind', 'title', 'product', 'population', 'directiveNumber', 'directiveDay'])
    .values({ ...task, plan: { id: task.plan }, group: { id: task.group }, code, kind: 'DIRECTIVE' } as object).updateEntity(false).returning('id').execute();
  const { id } = (inserted.raw as { id: number }[])[0];
  await manager.createQueryBuilder().insert().into(Milestone, ['task.id', 'no', 'kind', 'label', 'stated', 'dueDay', 'lateRule'])
    .values({ task: { id }, no: 1, kind: 'DATE', label: 'Hoàn thành', stated: `đến hết ${writtenDay(task.dueDay)}`, dueDay: task.dueDay, lateRule: 'AFTER_DUE_DAY' } as object)
    .updateEntity(false).returning('id').execute();
  return { id, code };
}

/** Confirms or ends proposals of a task; returns the ids that were proposals and so were decided. */
export async function decideProposals(session: Session, task: number, confirm: readonly number[], decline: readonly number[]): Promise<number[]> {
  const rows = await session.read<{ id: number }>(`UPDATE assignment SET
      confirmed_on = CASE WHEN id = ANY ($2::int[]) THEN (SELECT today()) END, valid_to = CASE WHEN id = ANY ($3::int[]) THEN (SELECT today()) END
    WHERE task_id = $1 AND id = ANY ($2::int[] || $3::int[]) AND confirmed_on IS NULL AND valid_to IS NULL RETURNING id`, [task, confirm, decline]);
  return rows.map(row => row.id);
}
