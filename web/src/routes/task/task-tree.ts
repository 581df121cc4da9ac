import { inOrder, searchable } from '../../text/format';
import { leadNames } from '../../assignment/standing';
import type { TaskFilters } from './task-filters';
import type { TaskListQuery } from './task-list.generated';

type Own = TaskListQuery['assignments']['nodes'][number];
type Group = NonNullable<TaskListQuery['plan']>['groups'][number];
type Line = TaskListQuery['tasks']['nodes'][number];

/** A task with the unit's own parts of it (none, one, or several for split leads). */
export interface ListedTask extends Line {
  leadLine: string;
  own: Own[];
}

/** Every task in the plan's order, III.2 before III.10. */
export function listedTasks(data: TaskListQuery): ListedTask[] {
  const own = new Map<string, Own[]>();
  for (const assignment of data.assignments.nodes) {
    own.set(assignment.task.id, [...(own.get(assignment.task.id) ?? []), assignment]);
  }
  return data.tasks.nodes
    .map((task) => ({ ...task, leadLine: leadNames(task.leads), own: own.get(task.id) ?? [] }))
    .sort((a, b) => inOrder.compare(a.code, b.code));
}

/** Whether a task passes the filters; role and status are those of the unit's own part. */
export function passes(task: ListedTask, { vai, tt, tim }: TaskFilters): boolean {
  const role = vai && (vai === 'chutri' ? 'LEAD' : 'COORDINATOR');
  if ((role || tt) && !task.own.some((part) => (!role || part.role === role) && (!tt || part.status === tt))) {
    return tt !== undefined && !role && task.own.length === 0 && hasStanding(task, tt);
  }
  if (!tim) return true;
  const where = searchable(`${task.code} ${task.title} ${task.product ?? ''} ${task.leadLine}`);
  return searchable(tim).split(/\s+/).every((word) => where.includes(word));
}

/** The groups that have tasks left, in the plan's order. */
export function tree(groups: readonly Group[], tasks: ListedTask[]): { group: Group; tasks: ListedTask[] }[] {
  return [...groups]
    .sort((a, b) => inOrder.compare(a.code, b.code))
    .map((group) => ({ group, tasks: tasks.filter((task) => task.group.id === group.id) }))
    .filter(({ tasks: inGroup }) => inGroup.length > 0);
}

const hasStanding = (task: ListedTask, status: string) =>
  Boolean(task.standing?.some((entry) => entry.status === status && entry.count > 0));
