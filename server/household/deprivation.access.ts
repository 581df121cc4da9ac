import { one, resource } from '../access/resource.js';
import { amongMyServices, everyRow, inMyCommunes, mayOpen, sees } from '../access/rows.js';
import { ofOwnCommune } from './household.access.js';
import type { Deprivation } from './deprivation.entity.js';
import type { HouseholdGroup } from './household-group.entity.js';

const health = "indicator IN ('NUTRITION', 'INSURANCE')";

export const deprivationAccess = resource<Deprivation>('Deprivation', 'deprivation', {
  keyType: 'uuid', household: 'household_id', sensitiveRows: { secretariat: "$.indicator IN ('NUTRITION', 'INSURANCE')" },
  rows: {
    secretariat: `NOT ${health} OR ${mayOpen('HealthDeprivation')}`,
    // The indicator that a clause gives to the unit, and no other of the same household.
    department: `${sees('deprivation.household_id', "(s.cause = 'DEPRIVED' AND s.part = indicator OR s.cause = 'GRANTED' AND s.part = 'Deprivation')")} AND ${inMyCommunes()}`,
    commune: ofOwnCommune('deprivation'),
    massOrganisation: `NOT ${health} AND ${sees('deprivation.household_id', "s.depth = 'HELP'")} AND ${inMyCommunes()}`,
  },
  write: { commune: ofOwnCommune('deprivation') },
  sources: { household: one('Household', 'household_id') },
}, {
  //          secretariat  department  commune  massOrganisation  public
  id:         ['rf',       'rf',       'rf',    'rf',             ''],
  household:  ['rfa',      'rfa',      'rfac',  'rf',             ''],
  indicator:  ['rfa',      'rfa',      'rfac',  'rf',             ''],
  standard:   ['rfa',      'rfa',      'rfac',  'rf',             ''],
  deprived:   ['rfa',      'rfa',      'rfacu', 'rf',             ''],
  since:      ['rfa',      'rfa',      'rfacu', 'rf',             ''],
  until:      ['rfa',      'rfa',      'rfacu', 'rf',             ''],
  measure:    ['rfa',      'rfa',      'rfacu', '',               ''],
  asOf:       ['rf',       'rf',       'rfc',   '',               ''],
});

export const householdGroupAccess = resource<HouseholdGroup>('HouseholdGroup', 'household_group', {
  keyType: 'uuid', household: 'household_id', sensitiveRows: { department: "$.kind <> 'MERIT'" },
  rows: {
    secretariat: everyRow,
    // Merit to any helper (IV.13, fifth dash), else the group that a clause gives to the unit.
    department: `(${sees('household_group.household_id', "(s.cause = 'GROUP' AND s.part = kind OR s.cause = 'PAIRED' AND kind = 'MERIT' OR s.cause = 'GRANTED' AND s.part = 'HouseholdGroup')")}
      OR ${amongMyServices('kind', 'READS_GROUP')} AND ${sees('household_group.household_id', "s.depth <> 'PART'")}) AND ${inMyCommunes()}`,
    commune: ofOwnCommune('household_group'),
    massOrganisation: `kind = 'MERIT' AND ${sees('household_group.household_id', "s.depth = 'HELP'")} AND ${inMyCommunes()}`,
  },
  write: { commune: ofOwnCommune('household_group') },
}, {
  //     secretariat  department  commune  massOrganisation  public
  id:    ['rf',       'rf',       'rf',    'rf',             ''],
  kind:  ['rfa',      'rf',       'rfacu', 'rf',             ''],
  since: ['rfa',      'rf',       'rfacu', 'rf',             ''],
  until: ['rfa',      'rf',       'rfacu', 'rf',             ''],
});
