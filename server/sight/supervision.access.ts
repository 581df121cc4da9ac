import { one, resource } from '../access/resource.js';
import { everyRow, myChildren, own } from '../access/rows.js';
import type { Supervision } from './supervision.entity.js';

export const supervisionAccess = resource<Supervision>('Supervision', 'supervision', {
  rows: { secretariat: everyRow, commune: own('commune_id'), massOrganisation: `${own()} OR unit_id = ${myChildren}` },
  write: { secretariat: everyRow },
  sources: { unit: one('Unit', 'unit_id'), commune: one('Unit', 'commune_id') },
}, {
  //         secretariat  department  commune  massOrganisation  public
  id:        ['rf',       '',         'rf',    'rf',             ''],
  unit:      ['rfc',      '',         'rf',    'rf',             ''],
  commune:   ['rfc',      '',         'rf',    'rf',             ''],
  kind:      ['rfc',      '',         'rf',    'rf',             ''],
  title:     ['rfcu',     '',         'rf',    'rf',             ''],
  validFrom: ['rfc',      '',         'rf',    'rf',             ''],
  validTo:   ['rfcu',     '',         'rf',    'rf',             ''],
});
