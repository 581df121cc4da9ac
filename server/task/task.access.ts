import { many, one, resolver, resource } from '../access/resource.js';
import { everyRow, myLedTasks, myTasks } from '../access/rows.js';
import type { Milestone } from './milestone.entity.js';
import type { TaskBinding } from './task-binding.entity.js';
import type { TaskGroup } from './task-group.entity.js';
import type { Task } from './task.entity.js';

const everyone = { secretariat: everyRow, department: everyRow, commune: everyRow, massOrganisation: everyRow };
/** A unit sees the tasks that name it or its class; the public those of a signed document. */
const named = (column: string) => `${column} = ${myTasks}`;
const signed = 'document_version_id = ANY ((SELECT signed_versions())::int[])';

export const taskGroupAccess = resource<TaskGroup>('TaskGroup', 'task_group', {
  rows: everyone, sources: { plan: one('Plan', 'plan_id'), tasks: many('Task', 'group_id', { most: 40, order: '$.sort, $.id' }) },
}, {
  //     secretariat  department  commune  massOrganisation  public
  id:    ['rf',       'rf',       'rf',    'rf',             ''],
  no:    ['rf',       'rf',       'rf',    'rf',             ''],
  code:  ['rf',       'rf',       'rf',    'rf',             ''],
  title: ['rf',       'rf',       'rf',    'rf',             ''],
  plan:  ['rf',       'rf',       'rf',    'rf',             ''],
  tasks: ['r',        'r',        'r',     'r',              ''],
});

export const taskAccess = resource<Task>('Task', 'task', {
  rows: { secretariat: everyRow, department: named('id'), commune: named('id'), massOrganisation: named('id'), public: signed },
  write: { secretariat: everyRow, department: `id = ${myLedTasks}` },
  sources: {
    plan: one('Plan', 'plan_id'),
    group: one('TaskGroup', 'group_id'),
    documentVersion: one('PlanVersion', 'document_version_id'),
    milestones: many('Milestone', 'task_id', { most: 5, order: '$.due_day, $.no' }),
    targets: many('Target', 'task_id', { most: 5, order: '$.id', where: '$.parent_id IS NULL' }),
    bindings: many('TaskBinding', 'task_id', { most: 5, order: '$.role DESC, $.id' }),
    leads: many('Assignment', 'task_id', { most: 2, order: '$.id', where: "$.role = 'LEAD' AND $.via_class_id IS NULL" }),
    assignments: many('Assignment', 'task_id', { most: 128, order: '$.role DESC, $.unit_id' }),
    standing: resolver('id'),
  },
}, {
  //                secretariat  department  commune  massOrganisation  public
  id:               ['rf',       'rf',       'rf',    'rf',             'rf'],
  version:          ['r',        'r',        'r',     'r',              'r'],
  plan:             ['rfac',     'rfa',      'rfa',   'rfa',            'rf'],
  group:            ['rfac',     'rfa',      'rfa',   'rfa',            'rf'],
  sort:             ['rfc',      'rf',       'rf',    'rf',             'rf'],
  code:             ['rfac',     'rfa',      'rfa',   'rfa',            'rf'],
  kind:             ['rfac',     'rfa',      'rfa',   'rfa',            'rf'],
  title:            ['rfcu',     'rf',       'rf',    'rf',             'r'],
  product:          ['rfcu',     'rf',       'rf',    'rf',             'r'],
  population:       ['rfcu',     'rf',       'rf',    'rf',             'r'],
  summary:          ['rcu',      'r',        'r',     'r',              'r'],
  clauseText:       ['rcu',      'r',        'r',     'r',              ''],
  documentVersion:  ['rcu',      'r',        'r',     'r',              ''],
  directiveNumber:  ['rcu',      'r',        'r',     'r',              ''],
  directiveDay:     ['rcu',      'r',        'r',     'r',              ''],
  guidance:         ['rcu',      'ru',       'r',     'r',              ''],
  conflictNote:     ['rcu',      'r',        'r',     'r',              ''],
  milestones:       ['r',        'r',        'r',     'r',              ''],
  targets:          ['r',        'r',        'r',     'r',              'r'],
  bindings:         ['r',        'r',        'r',     'r',              ''],
  leads:            ['rf',       'rf',       'rf',    'rf',             ''],
  assignments:      ['rf',       'rf',       'rf',    'rf',             ''],
  standing:         ['r',        'r',        '',      '',               ''],
});

export const taskBindingAccess = resource<TaskBinding>('TaskBinding', 'task_binding', {
  rows: { secretariat: everyRow, department: named('task_id'), commune: named('task_id'), massOrganisation: named('task_id') },
  write: { secretariat: everyRow },
  sources: { task: one('Task', 'task_id'), unit: one('Unit', 'unit_id'), unitClass: one('UnitClass', 'unit_class_id') },
}, {
  //           secretariat  department  commune  massOrganisation  public
  id:          ['rf',       'rf',       'rf',    'rf',             ''],
  task:        ['rc',       'r',        'r',     'r',              ''],
  role:        ['rc',       'r',        'r',     'r',              ''],
  unit:        ['rc',       'r',        'r',     'r',              ''],
  unitClass:   ['rc',       'r',        'r',     'r',              ''],
  part:        ['rc',       'r',        'r',     'r',              ''],
  isConcerned: ['rc',       'r',        'r',     'r',              ''],
});

export const milestoneAccess = resource<Milestone>('Milestone', 'milestone', {
  // A milestone shows with its task; the task's own policy decides.
  rows: { secretariat: everyRow, department: named('task_id'), commune: named('task_id'), massOrganisation: named('task_id') },
  write: { secretariat: everyRow },
  sources: { task: one('Task', 'task_id') },
}, {
  //        secretariat  department  commune  massOrganisation  public
  id:       ['rf',       'rf',       'rf',    'rf',             ''],
  task:     ['rfc',      'rf',       'rf',    'rf',             ''],
  no:       ['rfc',      'rf',       'rf',    'rf',             ''],
  kind:     ['rfcu',     'rf',       'rf',    'rf',             ''],
  label:    ['rfcu',     'rf',       'rf',    'rf',             ''],
  stated:   ['rfcu',     'rf',       'rf',    'rf',             ''],
  dueDay:   ['rfcu',     'rf',       'rf',    'rf',             ''],
  lateRule: ['rfcu',     'rf',       'rf',    'rf',             ''],
});
