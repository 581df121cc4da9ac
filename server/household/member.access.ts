import { expression, one, resource } from '../access/resource.js';
import { everyRow, inMyCommunes, sees } from '../access/rows.js';
import { ofOwnCommune, openedByPost } from './household.access.js';
import type { HouseholdIdentity } from './household-identity.entity.js';
import type { Member } from './member.entity.js';

/** Of a household that a department serves, the members whom the service concerns: working age, school age. */
const concerned = sees('member.household_id', 'extract(year FROM (SELECT today()))::int - birth_year BETWEEN s.member_min_age AND s.member_max_age');

export const memberAccess = resource<Member>('Member', 'member', {
  keyType: 'uuid', household: 'household_id', member: 'id',
  rows: { secretariat: everyRow, department: `${concerned} AND ${inMyCommunes()}`, commune: ofOwnCommune('member') },
  write: { commune: ofOwnCommune('member') },
  sensitiveFields: ['ethnicity'],
  sources: { household: one('Household', 'household_id'), ethnicity: one('EthnicGroup', 'ethnicity_code'), identity: one('HouseholdIdentity', 'id') },
}, {
  //          secretariat  department  commune  massOrganisation  public
  id:         ['rf',       'rf',       'rf',    'rf',             ''],
  household:  ['rf',       'rf',       'rfc',   'r',              ''],
  fullName:   ['rf',       'rf',       'rfcu',  'r',              ''],
  isHead:     ['rf',       'rf',       'rfcu',  'r',              ''],
  birthYear:  ['rfa',      'rfa',      'rfacu', 'r',              ''],
  sex:        ['rfa',      'rfa',      'rfacu', 'r',              ''],
  birthDate:  ['r',        '',         'rfcu',  '',               ''],
  relation:   ['r',        '',         'rfcu',  '',               ''],
  ethnicity:  ['rfa',      '',         'rfacu', '',               ''],
  residence:  ['rfa',      'rf',       'rfacu', '',               ''],
  identity:   ['r',        'r',        'r',     '',               ''],
});

export const householdIdentityAccess = resource<HouseholdIdentity>('HouseholdIdentity', 'household_identity', {
  key: 'member_id', keyType: 'uuid', household: 'household_id', member: 'member_id', sensitive: true,
  // A department's rows come with an approved support of its own; there is no such noun yet, so it has none.
  rows: {
    secretariat: openedByPost('HouseholdIdentity', everyRow),
    commune: openedByPost('HouseholdIdentity', ofOwnCommune('household_identity')),
  },
  write: { commune: openedByPost('HouseholdIdentity', ofOwnCommune('household_identity')) },
  sources: { id: expression('$.member_id', ['member_id']), idTail: expression('right($.id_number, 3)', ['id_number']) },
}, {
  //               secretariat  department  commune  massOrganisation  public
  id:              ['r',        'r',        'r',     '',               ''],
  idKind:          ['r',        'r',        'rfcu',  '',               ''],
  idTail:          ['r',        'r',        'r',     '',               ''],
  idNumber:        ['rf',       'rf',       'rfcu',  '',               ''],
  insuranceNumber: ['r',        'r',        'rfcu',  '',               ''],
  birthDate:       ['r',        'r',        'rfcu',  '',               ''],
});
