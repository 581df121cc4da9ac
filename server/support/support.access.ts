import { expression, one, resource } from '../access/resource.js';
import { amongMySupportKinds, everyRow, inMyCommunes, inMyVillages, mayOpen, own, sees } from '../access/rows.js';
import type { Support, SupportAmount, SupportKind, SupportLoan } from './support.entity.js';

/** Edges by which a unit may help a household: not those of the days of a supervision, nor of a part opened by a grant. */
const byServing = "s.depth NOT IN ('LIST', 'PART')";
/** The same over a row of `household`, for queries that look it up. */
export const mayHelp = sees('household.id', byServing);

const provider = own('provider_id');
const ofHousehold = `${own('commune_id')} AND ${inMyVillages('support')}`;
/** What the commune gave itself, also to a family that has since moved away; a post for some villages sees the helps of those alone. */
const byOffice = `${provider} AND (SELECT my_villages()) IS NULL`;
/** What the commune's support plan (IV.13) asks of another unit: that unit alone approves and delivers it. */
const plannedForOther = `${own('planned_by_id')} AND state IN ('PLANNED', 'CANCELLED')`;

export const supportAccess = resource<Support>('Support', 'support', {
  keyType: 'uuid', household: 'household_id', member: 'member_id', keys: ['provider_id', 'state', 'kind'],
  rows: {
    secretariat: everyRow,
    department: `(${provider} OR ${amongMySupportKinds('kind')} AND ${sees('support.household_id', "s.depth <> 'PART'")}) AND ${inMyCommunes()}`,
    commune: `${ofHousehold} OR ${byOffice}`,
    massOrganisation: `(${provider} OR kind <> 'LOAN' AND ${sees('support.household_id', "s.depth = 'HELP'")}) AND ${inMyCommunes()}`,
  },
  // Only for a household that the provider sees; its own old helps it may still mend.
  write: {
    department: `${provider} AND EXISTS (SELECT FROM household h WHERE h.id = support.household_id) AND ${inMyCommunes()}`,
    commune: `${ofHousehold} AND (${provider} OR ${plannedForOther})`,
    // Whoever only looks through a list for some days gives nothing that would let it look on.
    massOrganisation: `${provider} AND ${sees('support.household_id', byServing)} AND ${inMyCommunes()}`,
  },
  sources: {
    household: one('Household', 'household_id'), member: one('Member', 'member_id'), provider: one('Unit', 'provider_id'), verifiedBy: one('Post', 'verified_by_id'),
    amount: one('SupportAmount', 'id', 'support_id'), loan: one('SupportLoan', 'id', 'support_id'),
  },
}, {
  //             secretariat  department  commune  massOrganisation  public
  id:            ['rf',       'rf',       'rf',    'rf',             ''],
  version:       ['r',        'r',        'r',     'r',              ''],
  household:     ['rfa',      'rfac',     'rfac',  'rfac',           ''],
  member:        ['rfa',      'rfac',     'rfac',  'rfac',           ''],
  kind:          ['rfa',      'rfac',     'rfac',  'rfac',           ''],
  provider:      ['rfa',      'rfac',     'rfac',  'rfac',           ''],
  fundingSource: ['rfa',      'rfacu',    'rfacu', 'rfacu',          ''],
  programme:     ['rfa',      'rfacu',    'rfacu', 'rfacu',          ''],
  clause:        ['rfa',      'rfacu',    'rfacu', 'rfacu',          ''],
  planItem:      ['rf',       'rfc',      'rfc',   'rfc',            ''],
  state:         ['rfa',      'rfacu',    'rfacu', 'rfacu',          ''],
  plannedDay:    ['rfa',      'rfacu',    'rfacu', 'rfacu',          ''],
  deliveredDay:  ['rfa',      'rfacu',    'rfacu', 'rfacu',          ''],
  quantity:      ['rf',       'rfcu',     'rfcu',  'rfcu',           ''],
  reservedUntil: ['rf',       'rf',       'rf',    'rf',             ''],
  evidence:      ['r',        'rcu',      'rcu',   'rcu',            ''],
  note:          ['r',        'rcu',      'rcu',   'rcu',            ''],
  verifiedBy:    ['rf',       'rf',       'rfu',   'rf',             ''],
  verifiedOn:    ['rf',       'rf',       'rfu',   'rf',             ''],
  amount:        ['r',        'r',        'r',     'r',              ''],
  loan:          ['r',        'r',        'r',     '',               ''],
});

export const supportKindAccess = resource<SupportKind>('SupportKind', 'support_kind', {
  key: 'code', keyType: 'text', rows: { secretariat: everyRow, department: everyRow, commune: everyRow, massOrganisation: everyRow },
}, {
  //          secretariat  department  commune  massOrganisation  public
  code:       ['rf',       'rf',       'rf',    'rf',             ''],
  name:       ['rf',       'rf',       'rf',    'rf',             ''],
  no:         ['rf',       'rf',       'rf',    'rf',             ''],
  indicators: ['r',        'r',        'r',     'r',              ''],
  isHealth:   ['r',        'r',        'r',     'r',              ''],
});

export const supportAmountAccess = resource<SupportAmount>('SupportAmount', 'support_amount', {
  key: 'support_id', keyType: 'uuid', keys: ['provider_id', 'commune_id'],
  rows: {
    secretariat: everyRow,
    department: `${provider} AND ${inMyCommunes()}`,
    // Of its own households, whoever pays.
    commune: `${own('commune_id')} AND EXISTS (SELECT FROM support p WHERE p.id = support_amount.support_id) OR ${byOffice}`,
    massOrganisation: `${provider} AND ${inMyCommunes()}`,
  },
  write: { department: provider, commune: provider, massOrganisation: provider },
  sources: { id: expression('$.support_id', ['support_id']), support: one('Support', 'support_id') },
}, {
  //           secretariat  department  commune  massOrganisation  public
  id:          ['r',        'r',        'r',     'r',              ''],
  version:     ['r',        'r',        'r',     'r',              ''],
  support:     ['r',        'rc',       'rc',    'rc',             ''],
  amount:      ['rfa',      'rfacu',    'rfacu', 'rfacu',          ''],
  disbursedOn: ['rfa',      'rfacu',    'rfacu', 'rfacu',          ''],
});

export const supportLoanAccess = resource<SupportLoan>('SupportLoan', 'support_loan', {
  key: 'support_id', keyType: 'uuid', keys: ['provider_id', 'commune_id'], sensitive: true,
  about: { household: '(SELECT p.household_id FROM support p WHERE p.id = $.support_id)', member: '(SELECT p.member_id FROM support p WHERE p.id = $.support_id)' },
  rows: {
    secretariat: mayOpen('SupportLoan'),
    department: `${provider} AND ${mayOpen('SupportLoan')} AND ${inMyCommunes()}`,
    commune: `${mayOpen('SupportLoan')} AND ${own('commune_id')} AND EXISTS (SELECT FROM support p WHERE p.id = support_loan.support_id)`,
  },
  write: { department: `${provider} AND ${mayOpen('SupportLoan')}` },
  sources: { id: expression('$.support_id', ['support_id']), support: one('Support', 'support_id') },
}, {
  //           secretariat  department  commune  massOrganisation  public
  id:          ['r',        'r',        'r',     '',               ''],
  version:     ['r',        'r',        'r',     '',               ''],
  support:     ['r',        'rc',       'r',     '',               ''],
  termMonths:  ['rfa',      'rfacu',    'r',     '',               ''],
  purpose:     ['rfa',      'rfacu',    'r',     '',               ''],
  disbursedOn: ['rfa',      'rfacu',    'r',     '',               ''],
  outstanding: ['r',        'rfacu',    '',      '',               ''],
  overdue:     ['r',        'rfacu',    '',      '',               ''],
});
