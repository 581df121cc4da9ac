import { one, resource } from '../access/resource.js';
import { everyRow, own } from '../access/rows.js';
import type { AccessLogEntry } from './access-log.entity.js';

export const accessLogAccess = resource<AccessLogEntry>('AccessLogEntry', 'access_log', {
  household: 'household_id', member: 'member_id', isAppendOnly: true,
  // A commune answers its families for who looked at them; every other unit sees what it opened itself.
  rows: { secretariat: everyRow, department: own(), commune: `${own()} OR EXISTS (SELECT FROM household h WHERE h.id = access_log.household_id)`, massOrganisation: own() },
  sources: { unit: one('Unit', 'unit_id'), household: one('Household', 'household_id'), member: one('Member', 'member_id') },
}, {
  //         secretariat  department  commune  massOrganisation  public
  id:        ['rf',       'rf',       'rf',    'rf',             ''],
  at:        ['r',        'r',        'r',     'r',              ''],
  unit:      ['rf',       'rf',       'rf',    'rf',             ''],
  person:    ['r',        'r',        'r',     'r',              ''],
  household: ['rf',       'rf',       'rf',    'rf',             ''],
  member:    ['r',        'r',        'r',     'r',              ''],
  part:      ['rf',       'rf',       'rf',    'rf',             ''],
  purpose:   ['rf',       'rf',       'rf',    'rf',             ''],
});
