import { one, resource } from '../access/resource.js';
import { everyRow, granted, inMyCommunes, mayOpen, sees } from '../access/rows.js';
import { ofOwnCommune, openedByPost } from './household.access.js';
import type { MeritRecord } from './merit-record.entity.js';

/** Sở Nội vụ by its clause: of households with a record, or listed as a family of merit. */
const served = `${mayOpen('MeritRecord')} AND ${sees('merit_record.household_id', "(s.cause = 'MERIT' OR s.cause = 'GROUP' AND s.part = 'MERIT')")} AND ${inMyCommunes()}`;

export const meritRecordAccess = resource<MeritRecord>('MeritRecord', 'merit_record', {
  keyType: 'uuid', household: 'household_id', member: 'member_id', sensitive: true, openInAudit: ['confirmedOn', 'validFrom', 'validTo'],
  rows: {
    secretariat: openedByPost('MeritRecord', everyRow),
    department: `${served} OR ${mayOpen('MeritRecord')} AND ${granted('MeritRecord', 'merit_record.household_id')} AND ${inMyCommunes()}`,
    commune: openedByPost('MeritRecord', ofOwnCommune('merit_record')),
  },
  write: { department: served, commune: openedByPost('MeritRecord', ofOwnCommune('merit_record')) },
  sources: { member: one('Member', 'member_id'), confirmedBy: one('Post', 'confirmed_by_id') },
}, {
  //              secretariat  department  commune  massOrganisation  public
  id:             ['rf',       'rf',       'rf',    '',               ''],
  version:        ['r',        'r',        'r',     '',               ''],
  member:         ['rfa',      'rfac',     'rfac',  '',               ''],
  kind:           ['rfa',      'rfac',     'rfac',  '',               ''],
  decisionNumber: ['r',        'rfcu',     'rfcu',  '',               ''],
  decisionDay:    ['r',        'rfcu',     'rfcu',  '',               ''],
  allowanceKind:  ['r',        'rfcu',     'rfcu',  '',               ''],
  housingNeed:    ['rfa',      'rfacu',    'rfacu', '',               ''],
  housingDueDay:  ['rfa',      'rfacu',    'rfacu', '',               ''],
  confirmedBy:    ['rf',       'rfu',      'rf',    '',               ''],
  confirmedOn:    ['rf',       'rfu',      'rf',    '',               ''],
  validFrom:      ['rf',       'rfc',      'rfc',   '',               ''],
  validTo:        ['rf',       'rfu',      'rfu',   '',               ''],
});
