import { expression, many, one, resource } from '../access/resource.js';
import { everyRow } from '../access/rows.js';
import type { MoneyLine, Plan, PlanNotice, PlanVersion, ReportingPeriod, StatusThreshold } from './plan.entity.js';

/** The plan itself holds no personal data; every portal that signs in reads all of it. */
const everyone = { secretariat: everyRow, department: everyRow, commune: everyRow, massOrganisation: everyRow };
const parts = '(SELECT sum(p.stated_billion)::int FROM money_line p WHERE p.part_of_id = $.id)';

export const planAccess = resource<Plan>('Plan', 'plan', {
  rows: everyone,
  sources: {
    versions: many('PlanVersion', 'plan_id', { most: 10, order: '$.no' }),
    groups: many('TaskGroup', 'plan_id', { most: 12, order: '$.no' }),
    targets: many('Target', 'plan_id', { most: 50, order: '$.id', where: '$.parent_id IS NULL' }),
    moneyLines: many('MoneyLine', 'plan_id', { most: 10, order: '$.id' }),
    notices: many('PlanNotice', 'plan_id', { most: 20, order: '$.id' }),
    reportingPeriods: many('ReportingPeriod', 'plan_id', { most: 12, order: '$.due_day' }),
    statusThresholds: many('StatusThreshold', 'plan_id', { most: 10, order: '$.valid_from' }),
  },
}, {
  //                secretariat  department  commune  massOrganisation  public
  id:               ['rf',       'rf',       'rf',    'rf',             ''],
  year:             ['rf',       'rf',       'rf',    'rf',             ''],
  name:             ['r',        'r',        'r',     'r',              ''],
  startsOn:         ['r',        'r',        'r',     'r',              ''],
  endsOn:           ['r',        'r',        'r',     'r',              ''],
  versions:         ['r',        'r',        'r',     'r',              ''],
  groups:           ['r',        'r',        'r',     'r',              ''],
  targets:          ['r',        'r',        'r',     'r',              ''],
  moneyLines:       ['r',        'r',        'r',     'r',              ''],
  notices:          ['r',        'r',        'r',     'r',              ''],
  reportingPeriods: ['r',        'r',        'r',     'r',              ''],
  statusThresholds: ['r',        'r',        'r',     'r',              ''],
});

export const planVersionAccess = resource<PlanVersion>('PlanVersion', 'plan_version', {
  rows: everyone, write: { secretariat: everyRow }, sources: { plan: one('Plan', 'plan_id') },
}, {
  //      secretariat  department  commune  massOrganisation  public
  id:     ['rf',       'rf',       'rf',    'rf',             ''],
  plan:   ['rc',       'r',        'r',     'r',              ''],
  no:     ['rc',       'r',        'r',     'r',              ''],
  state:  ['rc',       'r',        'r',     'r',              ''],
  number: ['rc',       'r',        'r',     'r',              ''],
  day:    ['rc',       'r',        'r',     'r',              ''],
  signer: ['rc',       'r',        'r',     'r',              ''],
  note:   ['rc',       'r',        'r',     'r',              ''],
});

export const moneyLineAccess = resource<MoneyLine>('MoneyLine', 'money_line', {
  rows: everyone,
  sources: {
    computedBillion: expression(parts, ['id', 'stated_billion', 'part_of_id']),
    differenceBillion: expression(`$.stated_billion - ${parts}`, ['id', 'stated_billion', 'part_of_id']),
    partOf: one('MoneyLine', 'part_of_id'),
  },
}, {
  //                 secretariat  department  commune  massOrganisation  public
  id:                ['rf',       'rf',       'rf',    'rf',             ''],
  code:              ['r',        'r',        'r',     'r',              ''],
  name:              ['r',        'r',        'r',     'r',              ''],
  statedBillion:     ['r',        'r',        'r',     'r',              ''],
  computedBillion:   ['r',        'r',        'r',     'r',              ''],
  differenceBillion: ['r',        'r',        'r',     'r',              ''],
  clause:            ['r',        'r',        'r',     'r',              ''],
  partOf:            ['r',        'r',        'r',     'r',              ''],
});

export const planNoticeAccess = resource<PlanNotice>('PlanNotice', 'plan_notice', { rows: everyone }, {
  //       secretariat  department  commune  massOrganisation  public
  id:      ['rf',       'rf',       'rf',    'rf',             ''],
  code:    ['r',        'r',        'r',     'r',              ''],
  text:    ['r',        'r',        'r',     'r',              ''],
  clauses: ['r',        'r',        'r',     'r',              ''],
});

export const reportingPeriodAccess = resource<ReportingPeriod>('ReportingPeriod', 'reporting_period', { rows: everyone }, {
  //                 secretariat  department  commune  massOrganisation  public
  id:                ['rf',       'rf',       'rf',    'rf',             ''],
  code:              ['r',        'r',        'r',     'r',              ''],
  name:              ['r',        'r',        'r',     'r',              ''],
  dueDay:            ['r',        'r',        'r',     'r',              ''],
  secretariatDueDay: ['r',        'r',        'r',     'r',              ''],
});

export const statusThresholdAccess = resource<StatusThreshold>('StatusThreshold', 'status_threshold', { rows: everyone }, {
  //                secretariat  department  commune  massOrganisation  public
  id:               ['rf',       'rf',       'rf',    'rf',             ''],
  dueSoonDays:      ['r',        'r',        'r',     'r',              ''],
  behindPercent:    ['r',        'r',        'r',     'r',              ''],
  farBehindPercent: ['r',        'r',        'r',     'r',              ''],
  validFrom:        ['r',        'r',        'r',     'r',              ''],
  validTo:          ['r',        'r',        'r',     'r',              ''],
  source:           ['r',        'r',        'r',     'r',              ''],
});
