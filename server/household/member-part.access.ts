import { expression, resource } from '../access/resource.js';
import { everyRow, granted, inMyCommunes, mayOpen, sees } from '../access/rows.js';
import { ofOwnCommune, openedByPost } from './household.access.js';
import type { MemberHealth, MemberInsurance, MemberLabour, MemberSchooling } from './member-part.entity.js';

/** Of a household that a part gives the unit, the members whom the part concerns: the member's own policy says who they are. */
const forParts = (noun: string, table: string, edge: string): string =>
  `(${sees(`${table}.household_id`, `(${edge})`)} OR ${granted(noun, `${table}.household_id`)}) AND EXISTS (SELECT FROM member m WHERE m.id = ${table}.member_id) AND ${inMyCommunes()}`;

const id = { id: expression('$.member_id', ['member_id']) };

export const memberLabourAccess = resource<MemberLabour>('MemberLabour', 'member_labour', {
  key: 'member_id', keyType: 'uuid', household: 'household_id', member: 'member_id',
  rows: {
    secretariat: everyRow,
    department: forParts('MemberLabour', 'member_labour', "s.part IN ('JOB', 'TRAINING', 'ADULT_EDUCATION')"),
    commune: ofOwnCommune('member_labour'),
  },
  write: { commune: ofOwnCommune('member_labour') },
  sources: id,
}, {
  //            secretariat  department  commune  massOrganisation  public
  id:           ['r',        'r',        'r',     '',               ''],
  version:      ['r',        'r',        'r',     '',               ''],
  status:       ['rfa',      'rfa',      'rfacu', '',               ''],
  occupation:   ['rfa',      'rfa',      'rfacu', '',               ''],
  trainedLevel: ['rfa',      'rfa',      'rfacu', '',               ''],
  asOf:         ['rf',       'rf',       'rfcu',  '',               ''],
});

export const memberSchoolingAccess = resource<MemberSchooling>('MemberSchooling', 'member_schooling', {
  key: 'member_id', keyType: 'uuid', household: 'household_id', member: 'member_id',
  rows: {
    secretariat: everyRow,
    department: forParts('MemberSchooling', 'member_schooling', "s.part IN ('SCHOOLING', 'ADULT_EDUCATION', 'EDUCATION')"),
    commune: ofOwnCommune('member_schooling'),
  },
  write: { commune: ofOwnCommune('member_schooling') },
  sources: id,
}, {
  //         secretariat  department  commune  massOrganisation  public
  id:        ['r',        'r',        'r',     '',               ''],
  version:   ['r',        'r',        'r',     '',               ''],
  attending: ['rfa',      'rfa',      'rfacu', '',               ''],
  level:     ['rfa',      'rfa',      'rfacu', '',               ''],
  reason:    ['r',        'r',        'rcu',   '',               ''],
  asOf:      ['rf',       'rf',       'rfcu',  '',               ''],
});

export const memberInsuranceAccess = resource<MemberInsurance>('MemberInsurance', 'member_insurance', {
  key: 'member_id', keyType: 'uuid', household: 'household_id', member: 'member_id',
  rows: {
    secretariat: everyRow,
    // Reads no member: the member's policy reads this one, to find who is uninsured.
    department: `(${sees('member_insurance.household_id', "s.part = 'INSURANCE'")} OR ${granted('MemberInsurance', 'member_insurance.household_id')}) AND ${inMyCommunes()}`,
    commune: ofOwnCommune('member_insurance'),
  },
  write: { commune: ofOwnCommune('member_insurance') },
  sources: id,
}, {
  //       secretariat  department  commune  massOrganisation  public
  id:      ['r',        'r',        'r',     '',               ''],
  version: ['r',        'r',        'r',     '',               ''],
  hasCard: ['rfa',      'rfa',      'rfacu', '',               ''],
  validTo: ['rfa',      'rfa',      'rfacu', '',               ''],
  asOf:    ['rf',       'rf',       'rfcu',  '',               ''],
});

export const memberHealthAccess = resource<MemberHealth>('MemberHealth', 'member_health', {
  key: 'member_id', keyType: 'uuid', household: 'household_id', member: 'member_id', sensitive: true, openInAudit: ['asOf'],
  rows: {
    secretariat: openedByPost('MemberHealth', everyRow),
    // Of the leads only the one of nutrition: whoever issues insurance needs no illness.
    department: `${mayOpen('MemberHealth')} AND ${forParts('MemberHealth', 'member_health', "s.part = 'NUTRITION'")}`,
    commune: openedByPost('MemberHealth', ofOwnCommune('member_health')),
  },
  write: { commune: openedByPost('MemberHealth', ofOwnCommune('member_health')) },
  sources: id,
}, {
  //              secretariat  department  commune  massOrganisation  public
  id:             ['r',        'r',        'r',     '',               ''],
  version:        ['r',        'r',        'r',     '',               ''],
  malnutrition:   ['rfa',      'rfa',      'rfacu', '',               ''],
  disability:     ['rfa',      'rfa',      'rfacu', '',               ''],
  seriousIllness: ['rfa',      'rfa',      'rfacu', '',               ''],
  asOf:           ['rf',       'rf',       'rfcu',  '',               ''],
});
