import { expression, many, one, resolver, resource } from '../access/resource.js';
import { everyRow, inMyCommunes, inMyVillages, mayOpen, own, seenHouseholds, sees } from '../access/rows.js';
import { plainReasons } from '../sight/sight.access.js';
import type { EthnicGroup } from './ethnic-group.entity.js';
import type { Household } from './household.entity.js';

/** A village head's post opens the households of the named villages only. */
const ownCommune = `${own('commune_id')} AND ((SELECT my_villages()) IS NULL OR village_id = ANY ((SELECT my_villages())::int[]))`;

// A grant opens a part of a household that is seen for another cause.
export const byService = "s.depth <> 'PART'", byHelp = "s.depth IN ('HELP', 'LIST') OR s.cause = 'PROVIDER'";

export const householdAccess = resource<Household>('Household', 'household', {
  keyType: 'uuid', household: 'id', search: 'HouseholdWord',
  rows: {
    secretariat: everyRow,
    department: `${sees('household.id', byService)} AND ${inMyCommunes()}`,
    commune: ownCommune,
    massOrganisation: `${sees('household.id', byHelp)} AND ${inMyCommunes()}`,
  },
  write: { commune: ownCommune },
  walk: { rows: { department: seenHouseholds(byService), massOrganisation: seenHouseholds(byHelp) }, key: 'household_id', sorts: { code: 'code' } },
  sensitiveFields: ['ethnicity'],
  sources: {
    commune: one('Unit', 'commune_id'), village: one('Village', 'village_id'), ethnicity: one('EthnicGroup', 'ethnicity_code'),
    members: many('Member', 'household_id', { most: 10, order: '$.is_head DESC, $.birth_year, $.id' }),
    deprivations: many('Deprivation', 'household_id', { most: 12, order: '$.indicator, $.since' }),
    groups: many('HouseholdGroup', 'household_id', { most: 4, order: '$.kind, $.since' }),
    contact: one('HouseholdContact', 'id', 'household_id'),
    causes: many('PovertyCause', 'household_id', { most: 4, order: '$.cause, $.since' }),
    needs: many('SupportNeed', 'household_id', { most: 5, order: '$.kind, $.since, $.id' }),
    supports: many('Support', 'household_id', { most: 6, order: '$.planned_day DESC, $.id' }),
    merits: many('MeritRecord', 'household_id', { most: 2, order: '$.valid_from, $.id' }),
    incomes: many('HouseholdIncome', 'household_id', { most: 4, order: '$.as_of DESC, $.id' }),
    classRecords: many('ClassRecord', 'household_id', { most: 6, order: '$.since DESC, $.id' }),
    sightRequests: many('SightRequest', 'household_id', { most: 4, order: '$.requested_on DESC, $.id' }),
    pairings: many('Pairing', 'household_id', { most: 5, order: '$.valid_from, $.id' }),
    sightReasons: many('SightReason', 'household_id', { most: 10, order: '$.cause, $.part, $.unit_id', where: `((SELECT viewing()) <> 1 OR ${plainReasons})` }),
    hasHelper: expression('(cardinality($.helpers) > 0)', ['helpers']),
    locked: resolver('id'),
  },
}, {
  //                secretariat  department  commune  massOrganisation  public
  id:               ['rf',       'rf',       'rf',    'rf',             ''],
  version:          ['r',        'r',        'r',     'r',              ''],
  code:             ['rfa',      'rfa',      'rfac',  'rf',             ''],
  commune:          ['rfa',      'rfa',      'rfac',  'rf',             ''],
  village:          ['rfa',      'rfa',      'rfacu', 'rf',             ''],
  areaType:         ['rfa',      'rfa',      'rfacu', 'rf',             ''],
  headName:         ['rf',       'rf',       'rfcu',  'rf',             ''],
  class:            ['rfa',      'rfa',      'rfa',   'rf',             ''],
  standard:         ['rfa',      'rfa',      'rfa',   'rf',             ''],
  classSince:       ['rfa',      'rfa',      'rfa',   'rf',             ''],
  memberCount:      ['rfa',      'rfa',      'rfa',   'rf',             ''],
  workerCount:      ['rfa',      '',         'rfa',   '',               ''],
  childCount:       ['rfa',      '',         'rfa',   '',               ''],
  deprivationCount: ['rfa',      '',         'rfa',   '',               ''],
  ethnicity:        ['rfa',      '',         'rfacu', '',               ''],
  exitRegisteredOn: ['rfa',      'rf',       'rfacu', 'rf',             ''],
  expectedExitYear: ['rfa',      'rf',       'rfacu', 'rf',             ''],
  officerInCharge:  ['rf',       'rf',       'rfcu',  'r',              ''],
  helpers:          ['r',        'r',        'r',     'r',              ''],
  hasHelper:        ['rf',       'rf',       'rf',    'rf',             ''],
  hasAnySupport:    ['rfa',      'rf',       'rfa',   'rf',             ''],
  endedOn:          ['rfa',      'rf',       'rfa',   'rf',             ''],
  endKind:          ['r',        'r',        'r',     'r',              ''],
  note:             ['r',        '',         'rcu',   '',               ''],
  synthetic:        ['r',        'r',        'r',     'r',              ''],
  members:          ['rf',       'rf',       'rf',    'r',              ''],
  deprivations:     ['rf',       'rf',       'rf',    'rf',             ''],
  groups:           ['rf',       'rf',       'rf',    'rf',             ''],
  contact:          ['r',        'r',        'r',     'r',              ''],
  causes:           ['rf',       'rf',       'rf',    'rf',             ''],
  needs:            ['rf',       'rf',       'rf',    'rf',             ''],
  supports:         ['rf',       'rf',       'rf',    'rf',             ''],
  merits:           ['rf',       'rf',       'rf',    '',               ''],
  incomes:          ['rf',       '',         'rf',    '',               ''],
  classRecords:     ['rf',       'rf',       'rf',    'rf',             ''],
  sightRequests:    ['r',        'r',        'r',     'r',              ''],
  pairings:         ['rf',       'rf',       'rf',    'rf',             ''],
  sightReasons:     ['r',        'r',        'r',     'r',              ''],
  locked:           ['r',        'r',        'r',     'r',              ''],
});

export const ethnicGroupAccess = resource<EthnicGroup>('EthnicGroup', 'ethnic_group', {
  key: 'code', keyType: 'text', rows: { secretariat: everyRow, commune: everyRow },
}, {
  //          secretariat  department  commune  massOrganisation  public
  code:       ['rf',       '',         'rf',    '',               ''],
  name:       ['rf',       '',         'rf',    '',               ''],
  isMinority: ['rf',       '',         'rf',    '',               ''],
});

/** Parts of a household reach a commune's post with the household itself. */
export const ofOwnCommune = (table: string): string => `${own('commune_id')} AND ${inMyVillages(table)}`;
export const openedByPost = (noun: string, rule: string): string => `${mayOpen(noun)} AND ${rule}`;
