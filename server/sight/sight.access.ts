import { one, resource } from '../access/resource.js';
import { everyRow } from '../access/rows.js';
import type { SightReason } from './sight.entity.js';

/** One unit, not a list of one: so that the index gives the edges in order. */
const mine = 'unit_id = (SELECT my_unit())';

export const sightAccess = resource<SightReason>('SightReason', 'sight', {
  keyType: 'text', keys: ['household_id', 'depth', 'member_min_age', 'member_max_age', 'opens_papers', 'code'],
  // Reads only its own unit's edges and no other table: household's policy reads this one.
  rows: { secretariat: everyRow, department: mine, commune: mine, massOrganisation: mine },
  sources: { unit: one('Unit', 'unit_id') },
}, {
  //         secretariat  department  commune  massOrganisation  public
  id:        ['rf',       'rf',       'rf',    'rf',             ''],
  unit:      ['rf',       'rf',       'rf',    'rf',             ''],
  cause:     ['rf',       'rf',       'rf',    'rf',             ''],
  part:      ['rf',       'rf',       'rf',    'rf',             ''],
  validFrom: ['r',        'r',        'r',     'r',              ''],
  validTo:   ['r',        'r',        'r',     'r',              ''],
});
