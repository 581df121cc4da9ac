import { many, one, resource } from '../access/resource.js';
import { everyRow, own } from '../access/rows.js';
import type { Target } from './target.entity.js';

/** Everybody's is the province's; a unit's own share is its own. */
const ownOrProvince = `unit_id IS NULL OR ${own()}`;

/** A department writes the shares of the targets that it answers for, while the split is open; never the province's own. */
const mySplit = `${own('owner_id')} AND split_is_open(parent_id)`;

export const targetAccess = resource<Target>('Target', 'target', {
  rows: { secretariat: everyRow, department: `${ownOrProvince} OR ${own('owner_id')}`, commune: ownOrProvince, massOrganisation: ownOrProvince,
    public: "unit_id IS NULL AND EXISTS (SELECT FROM task t WHERE t.id = target.task_id)" },
  write: { secretariat: everyRow, department: mySplit },
  sources: { plan: one('Plan', 'plan_id'), task: one('Task', 'task_id'), unit: one('Unit', 'unit_id'), owner: one('Unit', 'owner_id'),
    parent: one('Target', 'parent_id'), conflictsWith: one('Target', 'conflicts_with_id'), shares: many('Target', 'parent_id', { most: 128, order: '$.unit_id' }) },
}, {
  //                 secretariat  department  commune  massOrganisation  public
  id:                ['rf',       'rf',       'rf',    'rf',             'rf'],
  version:           ['r',        'r',        'r',     'r',              'r'],
  plan:              ['rfac',     'rfac',     'rfa',   'rfa',            'rf'],
  task:              ['rfac',     'rfac',     'rfa',   'rfa',            'rf'],
  parent:            ['rfac',     'rfac',     'rfa',   'rfa',            'rf'],
  shares:            ['r',        'r',        'r',     'r',              ''],
  unit:              ['rfac',     'rfac',     'rfa',   'rfa',            'rf'],
  owner:             ['rfac',     'rfac',     'rfa',   'rfa',            ''],
  code:              ['rfac',     'rfac',     'rfa',   'rfa',            'rf'],
  name:              ['rfac',     'rfac',     'rfa',   'rfa',            'rf'],
  operator:          ['rfacu',    'rfacu',    'rfa',   'rfa',            'r'],
  value:             ['rfacu',    'rfacu',    'rfa',   'rfa',            'r'],
  unitOfMeasure:     ['rfacu',    'rfacu',    'rfa',   'rfa',            'r'],
  isCounted:         ['rf',       'rf',       'rf',    'rf',             'rf'],
  population:        ['rfacu',    'rfacu',    'rfa',   'rfa',            'r'],
  populationClasses: ['rfacu',    'rfacu',    'rfa',   'rfa',            'r'],
  year:              ['rfac',     'rfac',     'rfa',   'rfa',            'rf'],
  clause:            ['rcu',      'r',        'r',     'r',              'r'],
  conflictsWith:     ['rcu',      'r',        'r',     'r',              'r'],
  note:              ['rcu',      'rcu',      'r',     'r',              ''],
  closedOn:          ['rfu',      'rf',       'rf',    'rf',             ''],
  reason:            ['rcu',      'r',        'r',     'r',              ''],
});
