import { expression, one, resource } from '../access/resource.js';
import { everyRow, inMyCommunes, own, seenHouseholds, sees } from '../access/rows.js';
import { byService } from './household.access.js';
import type { ClassRecord } from './class-record.entity.js';

const byList = "s.depth IN ('HELP', 'LIST')";

export const classRecordAccess = resource<ClassRecord>('ClassRecord', 'class_record', {
  keyType: 'uuid', keys: ['household_id', 'class_since'],
  rows: {
    secretariat: everyRow,
    department: `${sees('class_record.household_id', byService)} AND ${inMyCommunes()}`,
    // By the commune of those days: what a family was listed as before it moved away stays on this commune's old lists.
    // A village keeps its old lists likewise; what stands open goes with the household to another village.
    commune: `${own('commune_id')} AND ((SELECT my_villages()) IS NULL OR until IS NOT NULL AND village_id = ANY ((SELECT my_villages())::int[])
      OR EXISTS (SELECT FROM household h WHERE h.id = class_record.household_id))`,
    massOrganisation: `${sees('class_record.household_id', byList)} AND ${inMyCommunes()}`,
  },
  // A record keeps the code of its days, so that the walk knows none of its orders.
  walk: { rows: { department: seenHouseholds(byService), massOrganisation: seenHouseholds(byList) }, key: 'household_id', column: 'household_id', sorts: {} },
  sources: {
    household: one('Household', 'household_id'), commune: one('Unit', 'commune_id'), village: one('Village', 'village_id'),
    stood: expression('($.until IS NULL OR $.until > $.since)', ['until', 'since']),
  },
}, {
  //              secretariat  department  commune  massOrganisation  public
  id:             ['rf',       'rf',       'rf',    'rf',             ''],
  household:      ['rf',       'rf',       'rf',    'rf',             ''],
  commune:        ['rfa',      'rfa',      'rfa',   'rf',             ''],
  village:        ['rfa',      'rfa',      'rfa',   'rf',             ''],
  code:           ['rf',       'rf',       'rf',    'rf',             ''],
  headName:       ['rf',       'rf',       'rf',    'rf',             ''],
  memberCount:    ['rfa',      'rfa',      'rfa',   'rf',             ''],
  class:          ['rfa',      'rfa',      'rfa',   'rf',             ''],
  standard:       ['rfa',      'rfa',      'rfa',   'rf',             ''],
  movement:       ['rfa',      'rfa',      'rfa',   'rf',             ''],
  since:          ['rfa',      'rfa',      'rfa',   'rf',             ''],
  until:          ['rfa',      'rfa',      'rfa',   'rf',             ''],
  endMovement:    ['rfa',      'rfa',      'rfa',   'rf',             ''],
  stood:          ['rf',       'rf',       'rf',    'rf',             ''],
  decisionNumber: ['rf',       'r',        'rf',    '',               ''],
  decisionDay:    ['rf',       'r',        'rf',    '',               ''],
  reason:         ['r',        '',         'r',     '',               ''],
});
