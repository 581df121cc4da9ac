import { expression, one, resource } from '../access/resource.js';
import { everyRow, granted, grantOf, inMyCommunes, own, seenHouseholds, sees, valid } from '../access/rows.js';
import { byService, ofOwnCommune, openedByPost } from './household.access.js';
import type { HouseholdIdentity } from './household-identity.entity.js';
import type { Member } from './member.entity.js';

/** Named in a help of the viewer's own unit, for as long as such helps show it the household; afterwards it has its own row of the help alone. */
const helped = `EXISTS (SELECT FROM support p WHERE p.member_id = member.id AND ${own('p.provider_id')} AND p.state <> 'CANCELLED') AND ${sees('member.household_id', "s.cause = 'PROVIDER'")}`;

// A grant of a part of the members opens the members themselves, or there would be nothing to hang it on.
const ofPeople = ['Member', 'MemberLabour', 'MemberSchooling', 'MemberInsurance', 'MemberHealth', 'MeritRecord', 'HouseholdIdentity'].map(part => `s.part = '${part}'`).join(' OR ');

/**
 * Of a household that a department serves, the members whom the service concerns: of working age, of school age, without insurance,
 * with a merit record (whose own policy decides), named in a help of its own, or opened for some days.
 */
const concerned = `(${sees('member.household_id', `(extract(year FROM (SELECT today()))::int - birth_year BETWEEN s.member_min_age AND s.member_max_age
    AND (s.part <> 'INSURANCE' OR EXISTS (SELECT FROM member_insurance i WHERE i.member_id = member.id AND NOT i.has_card))
    AND (s.cause <> 'MERIT' OR EXISTS (SELECT FROM merit_record r WHERE r.member_id = member.id)) OR s.cause = 'GRANTED' AND (${ofPeople}))`)} OR ${helped})`;

const everyHousehold = 'SELECT h.code, h.id AS household_id FROM household h';
const edges = `SELECT NULL::text AS code, s.household_id FROM sight s WHERE ${own('s.unit_id')} AND ${valid('s')}`;
/** A household of which only a part was opened is not seen itself, and has no code to stand by: it comes last. */
const servedHouseholds = `${seenHouseholds(byService)} UNION ALL SELECT DISTINCT p.code, p.household_id FROM (${edges} AND s.depth = 'PART') p WHERE NOT ${sees('p.household_id', byService)}`;

export const memberAccess = resource<Member>('Member', 'member', {
  keyType: 'uuid', household: 'household_id', member: 'id', search: 'MemberWord',
  rows: {
    secretariat: everyRow, department: `${concerned} AND ${inMyCommunes()}`, commune: ofOwnCommune('member'),
    massOrganisation: `(${helped} OR ${granted('Member', 'member.household_id')}) AND ${inMyCommunes()}`,
  },
  write: { commune: ofOwnCommune('member') },
  walk: {
    rows: { secretariat: everyHousehold, commune: everyHousehold, department: servedHouseholds, massOrganisation: `SELECT DISTINCT p.household_id FROM (${edges} AND (s.cause = 'PROVIDER' OR ${grantOf('Member')})) p` },
    key: 'household_id', column: 'household_id', sorts: { householdCode: 'code' }, forOrderOnly: ['secretariat', 'commune', 'department'],
  },
  sensitiveFields: ['ethnicity'],
  sources: {
    household: one('Household', 'household_id'), householdCode: expression('(SELECT h.code FROM household h WHERE h.id = $.household_id)', ['household_id']), ethnicity: one('EthnicGroup', 'ethnicity_code'), identity: one('HouseholdIdentity', 'id'),
    labour: one('MemberLabour', 'id'), schooling: one('MemberSchooling', 'id'), insurance: one('MemberInsurance', 'id'), health: one('MemberHealth', 'id'),
  },
}, {
  //          secretariat  department  commune  massOrganisation  public
  id:         ['rf',       'rf',       'rf',    'rf',             ''],
  version:    ['r',        'r',        'r',     'r',              ''],
  household:  ['rf',       'rf',       'rfc',   'r',              ''],
  householdCode: ['rf',    'rf',       'rf',    'r',              ''],
  fullName:   ['rf',       'rf',       'rfcu',  'r',              ''],
  isHead:     ['rf',       'rf',       'rfcu',  'r',              ''],
  birthYear:  ['rfa',      'rfa',      'rfacu', 'r',              ''],
  sex:        ['rfa',      'rfa',      'rfacu', 'r',              ''],
  birthDate:  ['r',        '',         'rfcu',  '',               ''],
  relation:   ['r',        '',         'rfcu',  '',               ''],
  ethnicity:  ['rfa',      '',         'rfacu', '',               ''],
  residence:  ['rfa',      'rf',       'rfacu', '',               ''],
  labour:     ['rf',       'rf',       'rf',    '',               ''],
  schooling:  ['rf',       'rf',       'rf',    '',               ''],
  insurance:  ['rf',       'rf',       'rf',    '',               ''],
  health:     ['rf',       'rf',       'rf',    '',               ''],
  identity:   ['rf',       'rf',       'rf',    '',               ''],
});

export const householdIdentityAccess = resource<HouseholdIdentity>('HouseholdIdentity', 'household_identity', {
  key: 'member_id', keyType: 'uuid', household: 'household_id', member: 'member_id', sensitive: true, openInAudit: ['idKind'],
  rows: {
    secretariat: openedByPost('HouseholdIdentity', everyRow),
    // To whom it is to give an approved help; and the body that issues the card, of those without one.
    department: openedByPost('HouseholdIdentity', `(EXISTS (SELECT FROM support p WHERE p.member_id = household_identity.member_id AND ${own('p.provider_id')} AND p.state = 'APPROVED')`
      + ` OR ${sees('household_identity.household_id', 's.opens_papers')} AND EXISTS (SELECT FROM member m WHERE m.id = household_identity.member_id)`
      + ` OR ${granted('HouseholdIdentity', 'household_identity.household_id')}) AND ${inMyCommunes()}`),
    commune: openedByPost('HouseholdIdentity', ofOwnCommune('household_identity')),
  },
  write: { commune: openedByPost('HouseholdIdentity', ofOwnCommune('household_identity')) },
  sources: { id: expression('$.member_id', ['member_id']), idTail: expression('right($.id_number, 3)', ['id_number']) },
}, {
  //               secretariat  department  commune  massOrganisation  public
  id:              ['r',        'r',        'r',     '',               ''],
  version:         ['r',        'r',        'r',     '',               ''],
  idKind:          ['r',        'r',        'rfcu',  '',               ''],
  idTail:          ['r',        'r',        'r',     '',               ''],
  idNumber:        ['rf',       'rf',       'rfcu',  '',               ''],
  insuranceNumber: ['r',        'r',        'rfcu',  '',               ''],
  birthDate:       ['r',        'r',        'rfcu',  '',               ''],
});
