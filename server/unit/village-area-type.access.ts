import { one, resource } from '../access/resource.js';
import { everyRow } from '../access/rows.js';
import type { VillageAreaType } from './village-area-type.entity.js';

export const villageAreaTypeAccess = resource<VillageAreaType>('VillageAreaType', 'village_area_type', {
  rows: { secretariat: everyRow, department: everyRow, commune: everyRow, massOrganisation: everyRow }, write: { secretariat: everyRow },
  sources: { village: one('Village', 'village_id') },
}, {
  //          secretariat  department  commune  massOrganisation  public
  id:         ['rf',       'rf',       'rf',    'rf',             ''],
  village:    ['rfc',      'rf',       'rf',    'rf',             ''],
  areaType:   ['rfc',      'rf',       'rf',    'rf',             ''],
  validFrom:  ['rfc',      'rf',       'rf',    'rf',             ''],
  validTo:    ['rfcu',     'rf',       'rf',    'rf',             ''],
  source:     ['rfc',      'rf',       'rf',    'rf',             ''],
  replacedOn: ['rfu',      'rf',       'rf',    'rf',             ''],
});
