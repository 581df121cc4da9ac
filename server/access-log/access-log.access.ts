import { one, resource } from '../access/resource.js';
import { everyRow, own } from '../access/rows.js';
import type { AccessLogEntry } from './access-log.entity.js';

const ofSeen = 'EXISTS (SELECT FROM household h WHERE h.id = access_log.household_id)';
/** A post for some communes or villages knows of its own readings, and of others' of households there. */
const openedByUnit = (narrowed: 'my_communes' | 'my_villages'): string => `(${own()} AND ((SELECT ${narrowed}()) IS NULL OR post_id = (SELECT my_post()) OR ${ofSeen}))`;

export const accessLogAccess = resource<AccessLogEntry>('AccessLogEntry', 'access_log', {
  household: 'household_id', member: 'member_id', isAppendOnly: true, keys: ['post_id'],
  // A commune answers its families for who looked at them; every other unit sees what it opened itself.
  rows: { secretariat: everyRow, department: openedByUnit('my_communes'), commune: `${openedByUnit('my_villages')} OR ${ofSeen}`, massOrganisation: openedByUnit('my_communes') },
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
