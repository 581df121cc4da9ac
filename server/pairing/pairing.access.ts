import { one, resource } from '../access/resource.js';
import { everyRow, inMyCommunes, inMyVillages, myChildren, own } from '../access/rows.js';
import type { Pairing } from './pairing.entity.js';

const helper = own('helper_id');
const ownHelp = `${helper} AND ${inMyCommunes()}`;
const ownCommune = `${own('commune_id')} AND ${inMyVillages('pairing')}`;

export const pairingAccess = resource<Pairing>('Pairing', 'pairing', {
  keyType: 'uuid',
  rows: {
    secretariat: everyRow,
    department: ownHelp,
    commune: ownCommune,
    massOrganisation: `(${helper} OR helper_id = ${myChildren}) AND ${inMyCommunes()}`,
  },
  write: { secretariat: everyRow, department: ownHelp, commune: ownCommune, massOrganisation: ownHelp },
  sources: {
    commune: one('Unit', 'commune_id'), helper: one('Unit', 'helper_id'), household: one('Household', 'household_id'),
    householdVillage: one('Village', 'household_village_id'),
  },
}, {
  //                  secretariat  department  commune  massOrganisation  public
  id:                 ['rf',       'rf',       'rf',    'rf',             ''],
  version:            ['r',        'r',        'r',     'r',              ''],
  commune:            ['rfac',     'rfac',     'rfac',  'rfac',           ''],
  helper:             ['rfac',     'rfac',     'rfac',  'rfac',           ''],
  household:          ['rfac',     'rfac',     'rfac',  'rfac',           ''],
  householdCode:      ['rf',       'rf',       'rf',    'rf',             ''],
  householdVillage:   ['rf',       'rf',       'rf',    'rf',             ''],
  householdClass:     ['rfa',      'rfa',      'rfa',   'rf',             ''],
  needKinds:          ['r',        'r',        'r',     'r',              ''],
  hasMerit:           ['rf',       'rf',       'rf',    'rf',             ''],
  leaderInCharge:     ['rfcu',     'rf',       'rf',    'rf',             ''],
  // Whoever proposes names the days; afterwards only the secretariat moves them.
  validFrom:          ['rfacu',    'rfac',     'rfac',  'rfac',           ''],
  validTo:            ['rfacu',    'rfac',     'rfac',  'rfac',           ''],
  state:              ['rfa',      'rfa',      'rfa',   'rfa',            ''],
  communeConfirmedOn: ['rf',       'rf',       'rfu',   'rf',             ''],
  helperConfirmedOn:  ['rf',       'rfu',      'rf',    'rfu',            ''],
  officer:            ['rfa',      'rfacu',    'rf',    'rfacu',          ''],
  promise:            ['rfa',      'rfacu',    'rf',    'rfacu',          ''],
  outcome:            ['rfa',      'rfacu',    'rf',    'rfacu',          ''],
  endReason:          ['rcu',      'rcu',      'rcu',   'rcu',            ''],
});
