import { one, resource } from '../access/resource.js';
import { amongMySupportKinds, everyRow, granted, inMyCommunes, inMyVillages, own, sees } from '../access/rows.js';
import type { SupportNeed } from './support-need.entity.js';

const ofOwnCommune = `${own('commune_id')} AND ${inMyVillages('support_need')}`;

export const supportNeedAccess = resource<SupportNeed>('SupportNeed', 'support_need', {
  keyType: 'uuid', household: 'household_id', member: 'member_id',
  rows: {
    secretariat: everyRow,
    department: `(${amongMySupportKinds('kind')} AND ${sees('support_need.household_id', "s.depth <> 'PART'")} OR ${granted('SupportNeed', 'support_need.household_id')}) AND ${inMyCommunes()}`,
    commune: ofOwnCommune,
    massOrganisation: `kind NOT IN ('INSURANCE', 'NUTRITION') AND ${sees('support_need.household_id', "s.depth = 'HELP'")} AND ${inMyCommunes()}`,
  },
  write: { commune: ofOwnCommune },
  sources: { household: one('Household', 'household_id'), member: one('Member', 'member_id'), metBy: one('Support', 'met_by_id') },
}, {
  //         secretariat  department  commune  massOrganisation  public
  id:        ['rf',       'rf',       'rf',    'rf',             ''],
  household: ['rfa',      'rfa',      'rfac',  'rf',             ''],
  member:    ['rfa',      'rfa',      'rfac',  'r',              ''],
  kind:      ['rfa',      'rfa',      'rfac',  'rf',             ''],
  since:     ['rfa',      'rfa',      'rfac',  'rf',             ''],
  until:     ['rfa',      'rfa',      'rfacu', 'rf',             ''],
  metBy:     ['rfa',      'rfa',      'rfacu', 'rf',             ''],
});
