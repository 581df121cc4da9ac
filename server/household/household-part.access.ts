import { expression, resource } from '../access/resource.js';
import { amongMyServices, everyRow, granted, inMyCommunes, mayOpen, sees } from '../access/rows.js';
import { ofOwnCommune, openedByPost } from './household.access.js';
import type { HouseholdContact } from './household-contact.entity.js';
import type { HouseholdIncome } from './household-income.entity.js';
import type { PovertyCause } from './poverty-cause.entity.js';

export const householdContactAccess = resource<HouseholdContact>('HouseholdContact', 'household_contact', {
  key: 'household_id', keyType: 'uuid', household: 'household_id',
  rows: {
    secretariat: everyRow,
    // Whoever is to bring an approved help finds the door.
    department: `(${sees('household_contact.household_id', "s.cause = 'PROVIDER' AND s.part = 'APPROVED' OR s.cause = 'GRANTED' AND s.part = 'HouseholdContact'")}) AND ${inMyCommunes()}`,
    commune: ofOwnCommune('household_contact'),
    massOrganisation: `(${sees('household_contact.household_id', "s.depth = 'HELP' OR s.cause = 'GRANTED' AND s.part = 'HouseholdContact'")}) AND ${inMyCommunes()}`,
  },
  write: { commune: ofOwnCommune('household_contact') },
  sensitiveFields: ['latitude', 'longitude'],
  sources: { id: expression('$.household_id', ['household_id']) },
}, {
  //             secretariat  department  commune  massOrganisation  public
  id:            ['r',        'r',        'r',     'r',              ''],
  version:       ['r',        'r',        'r',     'r',              ''],
  addressDetail: ['r',        'r',        'rfcu',  'r',              ''],
  phone:         ['r',        'r',        'rfcu',  'r',              ''],
  latitude:      ['r',        '',         'rcu',   '',               ''],
  longitude:     ['r',        '',         'rcu',   '',               ''],
});

const illness = "cause = 'ILLNESS'";
const readable = `NOT ${illness} OR ${mayOpen('PovertyCause')}`;

export const povertyCauseAccess = resource<PovertyCause>('PovertyCause', 'poverty_cause', {
  keyType: 'uuid', household: 'household_id', sensitiveRows: { secretariat: "$.cause = 'ILLNESS'", department: "$.cause = 'ILLNESS'" },
  rows: {
    secretariat: readable,
    department: `(${readable}) AND (${amongMyServices('cause', 'READS_CAUSE')} AND ${sees('poverty_cause.household_id', "s.depth <> 'PART'")} OR ${granted('PovertyCause', 'poverty_cause.household_id')}) AND ${inMyCommunes()}`,
    commune: ofOwnCommune('poverty_cause'),
    massOrganisation: `NOT ${illness} AND ${sees('poverty_cause.household_id', "s.depth = 'HELP'")} AND ${inMyCommunes()}`,
  },
  write: { commune: ofOwnCommune('poverty_cause') },
}, {
  //     secretariat  department  commune  massOrganisation  public
  id:    ['rf',       'rf',       'rf',    'rf',             ''],
  cause: ['rfa',      'rfa',      'rfac',  'rf',             ''],
  since: ['rfa',      'rfa',      'rfacu', 'rf',             ''],
  until: ['rfa',      'rfa',      'rfacu', 'rf',             ''],
});

export const householdIncomeAccess = resource<HouseholdIncome>('HouseholdIncome', 'household_income', {
  keyType: 'uuid', household: 'household_id', sensitive: true, openInAudit: ['standard', 'asOf', 'source', 'formVersion'],
  rows: { secretariat: openedByPost('HouseholdIncome', everyRow), commune: openedByPost('HouseholdIncome', ofOwnCommune('household_income')) },
  write: { commune: openedByPost('HouseholdIncome', ofOwnCommune('household_income')) },
}, {
  //             secretariat  department  commune  massOrganisation  public
  id:            ['rf',       '',         'rf',    '',               ''],
  standard:      ['rf',       '',         'rfc',   '',               ''],
  asOf:          ['rf',       '',         'rfc',   '',               ''],
  source:        ['rf',       '',         'rfc',   '',               ''],
  incomePerHead: ['rfa',      '',         'rfac',  '',               ''],
  incomePoints:  ['rfa',      '',         'rfac',  '',               ''],
  sheetAnswers:  ['r',        '',         'rc',    '',               ''],
  formVersion:   ['r',        '',         'rc',    '',               ''],
});
