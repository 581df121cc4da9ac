import { many, one, resource } from '../access/resource.js';
import { everyRow, own, valid } from '../access/rows.js';
import type { UnitClass, UnitClassMember } from './unit-class.entity.js';
import type { Unit } from './unit.entity.js';
import type { Village } from './village.entity.js';

const everyone = { secretariat: everyRow, department: everyRow, commune: everyRow, massOrganisation: everyRow };

export const unitAccess = resource<Unit>('Unit', 'unit', {
  rows: { ...everyone, public: valid('unit') },
  write: { secretariat: everyRow, department: own('id'), commune: own('id'), massOrganisation: own('id') },
  sources: {
    parent: one('Unit', 'parent_id'),
    children: many('Unit', 'parent_id', { most: 100, order: '$.code' }),
    classes: many('UnitClassMember', 'unit_id', { most: 10, order: '$.id' }),
    villages: many('Village', 'commune_id', { most: 100, order: '$.code' }),
    posts: many('Post', 'unit_id', { most: 50, order: '$.name, $.id' }),
    assignments: many('Assignment', 'unit_id', { most: 70, order: '$.task_id, $.id' }),
    households: many('Household', 'commune_id', { most: 100, order: '$.code, $.id' }),
  },
}, {
  //                        secretariat  department  commune  massOrganisation  public
  id:                       ['rf',       'rf',       'rf',    'rf',             'rf'],
  version:                  ['r',        'r',        'r',     'r',              ''],
  code:                     ['rfacu',    'rfa',      'rfa',   'rfa',            'rf'],
  name:                     ['rfacu',    'rfa',      'rfa',   'rfa',            'rf'],
  shortName:                ['rfacu',    'rfa',      'rfa',   'rfa',            'rf'],
  kind:                     ['rfacu',    'rfa',      'rfa',   'rfa',            'rf'],
  parent:                   ['rfacu',    'rf',       'rf',    'rf',             ''],
  children:                 ['r',        'r',        'r',     'r',              ''],
  classes:                  ['r',        'r',        'r',     'r',              ''],
  area:                     ['rfacu',    'rfa',      'rfa',   'rfa',            'rf'],
  isExtremelyDisadvantaged: ['rfacu',    'rfa',      'rfa',   'rfa',            'rf'],
  validFrom:                ['rfacu',    'rf',       'rf',    'rf',             ''],
  validTo:                  ['rfacu',    'rf',       'rf',    'rf',             ''],
  predecessors:             ['rcu',      'r',        'r',     'r',              ''],
  centroid:                 ['rcu',      'r',        'r',     'r',              'r'],
  neighbours:               ['rcu',      'r',        'r',     'r',              'r'],
  headName:                 ['rcu',      'ru',       'ru',    'ru',             ''],
  officePhone:              ['rcu',      'ru',       'ru',    'ru',             ''],
  officeEmail:              ['rcu',      'ru',       'ru',    'ru',             ''],
  logo:                     ['rcu',      'ru',       'ru',    'ru',             ''],
  provenance:               ['rfu',      'r',        'r',     'r',              ''],
  confirmedOn:              ['rfu',      'r',        'r',     'r',              ''],
  villages:                 ['r',        'r',        'r',     'r',              ''],
  posts:                    ['r',        'r',        'r',     'r',              ''],
  assignments:              ['r',        'r',        'r',     'r',              ''],
  households:               ['r',        'r',        'r',     'r',              ''],
});

export const unitClassAccess = resource<UnitClass>('UnitClass', 'unit_class', {
  rows: everyone, sources: { members: many('UnitClassMember', 'unit_class_id', { most: 100, order: '$.unit_id' }) },
}, {
  //       secretariat  department  commune  massOrganisation  public
  id:      ['rf',       'rf',       'rf',    'rf',             ''],
  code:    ['rf',       'rf',       'rf',    'rf',             ''],
  name:    ['rf',       'rf',       'rf',    'rf',             ''],
  members: ['r',        'r',        'r',     'r',              ''],
});

export const unitClassMemberAccess = resource<UnitClassMember>('UnitClassMember', 'unit_class_member', {
  rows: everyone, sources: { unitClass: one('UnitClass', 'unit_class_id'), unit: one('Unit', 'unit_id') },
}, {
  //         secretariat  department  commune  massOrganisation  public
  id:        ['rf',       'rf',       'rf',    'rf',             ''],
  unitClass: ['rf',       'rf',       'rf',    'rf',             ''],
  unit:      ['rf',       'rf',       'rf',    'rf',             ''],
  validFrom: ['rf',       'rf',       'rf',    'rf',             ''],
  validTo:   ['rf',       'rf',       'rf',    'rf',             ''],
});

export const villageAccess = resource<Village>('Village', 'village', {
  rows: everyone, sources: { commune: one('Unit', 'commune_id'), areaTypes: many('VillageAreaType', 'village_id', { most: 3, order: '$.valid_from DESC, $.id DESC' }) },
}, {
  //                        secretariat  department  commune  massOrganisation  public
  id:                       ['rf',       'rf',       'rf',    'rf',             ''],
  code:                     ['rf',       'rf',       'rf',    'rf',             ''],
  name:                     ['rf',       'rf',       'rf',    'rf',             ''],
  commune:                  ['rf',       'rf',       'rf',    'rf',             ''],
  areaType:                 ['rf',       'rf',       'rf',    'rf',             ''],
  areaTypes:                ['r',        'r',        'r',     'r',              ''],
  isExtremelyDisadvantaged: ['rf',       'rf',       'rf',    'rf',             ''],
  provenance:               ['rf',       'rf',       'rf',    'rf',             ''],
});
