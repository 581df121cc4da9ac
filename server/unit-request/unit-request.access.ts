import { expression, many, one, resource } from '../access/resource.js';
import { everyRow, myChildren, own } from '../access/rows.js';
import type { AnswerDraft } from './answer-draft.entity.js';
import { clockNeeds, daysGone, daysHeld, daysLeft, daysOver, isOverdue, side, stepDays } from './unit-request.clock.js';
import type { UnitRequest, UnitRequestRule, UnitRequestStep } from './unit-request.entity.js';

/** Before it is sent a request is the asking unit's own; then it is also theirs with whom it lies or lay. */
const mine = `${own()} OR (sent_on IS NOT NULL AND (${own('to_unit_id')} OR former_unit_ids @> ARRAY[(SELECT my_unit())]))`;
/** What is sent moves by move_unit_request() alone. */
const myDraft = `${own()} AND state = 'DRAFT'`;

export const unitRequestAccess = resource<UnitRequest>('UnitRequest', 'unit_request', {
  keyType: 'uuid', keys: ['former_unit_ids'],
  rows: {
    secretariat: `sent_on IS NOT NULL OR ${own()}`,
    department: mine,
    commune: mine,
    massOrganisation: `${mine} OR (sent_on IS NOT NULL AND (unit_id = ${myChildren} OR to_unit_id = ${myChildren}))`,
  },
  write: { secretariat: myDraft, department: myDraft, commune: myDraft, massOrganisation: myDraft },
  sources: {
    unit: one('Unit', 'unit_id'), toUnit: one('Unit', 'to_unit_id'), task: one('Task', 'task_id'), assignment: one('Assignment', 'assignment_id'), author: one('Post', 'author_id'),
    isOverdue: expression(isOverdue, clockNeeds), side: expression(side, ['unit_id', 'to_unit_id']),
    daysGone: expression(daysGone, clockNeeds), daysLeft: expression(daysLeft, clockNeeds), daysOver: expression(daysOver, clockNeeds), daysHeld: expression(daysHeld, clockNeeds),
    steps: many('UnitRequestStep', 'request_id', { most: 20, order: '$.no' }),
    answerDrafts: many('AnswerDraft', 'request_id', { most: 1, order: '$.id' }),
  },
}, {
  //            secretariat  department  commune  massOrganisation  public
  id:           ['rf',       'rf',       'rf',    'rf',             ''],
  version:      ['r',        'r',        'r',     'r',              ''],
  kind:         ['rfcu',     'rfcu',     'rfcu',  'rfcu',           ''],
  number:       ['rf',       'rf',       'rf',    'rf',             ''],
  unit:         ['rfc',      'rfc',      'rfc',   'rfc',            ''],
  toUnit:       ['rfcu',     'rfcu',     'rfcu',  'rfcu',           ''],
  subject:      ['rfcu',     'rfcu',     'rfcu',  'rfcu',           ''],
  text:         ['rcu',      'rcu',      'rcu',   'rcu',            ''],
  task:         ['rfcu',     'rfcu',     'rfcu',  'rfcu',           ''],
  assignment:   ['rfcu',     'rfcu',     'rfcu',  'rfcu',           ''],
  askedDay:     ['rfcu',     'rfcu',     'rfcu',  'rfcu',           ''],
  dueDay:       ['rfcu',     'rfcu',     'rfcu',  'rfcu',           ''],
  state:        ['rf',       'rf',       'rf',    'rf',             ''],
  isOpen:       ['rf',       'rf',       'rf',    'rf',             ''],
  isOverdue:    ['rf',       'rf',       'rf',    'rf',             ''],
  side:         ['rf',       'rf',       'rf',    'rf',             ''],
  author:       ['rc',       'rc',       'rc',    'rc',             ''],
  sentOn:       ['rf',       'rf',       'rf',    'rf',             ''],
  heldSince:    ['rf',       'rf',       'rf',    'rf',             ''],
  closedOn:     ['rf',       'rf',       'rf',    'rf',             ''],
  answer:       ['r',        'r',        'r',     'r',              ''],
  grantedDay:   ['rf',       'rf',       'rf',    'rf',             ''],
  reopenedOn:   ['rf',       'rf',       'rf',    'rf',             ''],
  daysGone:     ['rf',       'rf',       'rf',    'rf',             ''],
  daysLeft:     ['rf',       'rf',       'rf',    'rf',             ''],
  daysOver:     ['rf',       'rf',       'rf',    'rf',             ''],
  daysHeld:     ['rf',       'rf',       'rf',    'rf',             ''],
  createdAt:    ['rf',       'rf',       'rf',    'rf',             ''],
  steps:        ['r',        'r',        'r',     'r',              ''],
  answerDrafts: ['r',        'r',        'r',     'r',              ''],
});

/** A step is seen with its request, whose own rule decides. */
const ofRequest = 'EXISTS (SELECT FROM unit_request r WHERE r.id = unit_request_step.request_id)';

export const unitRequestStepAccess = resource<UnitRequestStep>('UnitRequestStep', 'unit_request_step', {
  keyType: 'uuid', keys: ['request_id', 'no'],
  rows: { secretariat: ofRequest, department: ofRequest, commune: ofRequest, massOrganisation: ofRequest },
  sources: { unit: one('Unit', 'unit_id'), toUnit: one('Unit', 'to_unit_id'), daysHeld: expression(stepDays, ['request_id', 'no', 'day', 'to_unit_id']) },
}, {
  //          secretariat  department  commune  massOrganisation  public
  id:         ['r',        'r',        'r',     'r',              ''],
  act:        ['r',        'r',        'r',     'r',              ''],
  day:        ['r',        'r',        'r',     'r',              ''],
  at:         ['r',        'r',        'r',     'r',              ''],
  unit:       ['r',        'r',        'r',     'r',              ''],
  toUnit:     ['r',        'r',        'r',     'r',              ''],
  byName:     ['r',        'r',        'r',     'r',              ''],
  words:      ['r',        'r',        'r',     'r',              ''],
  grantedDay: ['r',        'r',        'r',     'r',              ''],
  daysHeld:   ['r',        'r',        'r',     'r',              ''],
});

/** Written while the request lies with the unit. */
const held = `${own()} AND EXISTS (SELECT FROM unit_request r WHERE r.id = answer_draft.request_id AND r.is_open AND ${own('r.to_unit_id')})`;

export const answerDraftAccess = resource<AnswerDraft>('AnswerDraft', 'answer_draft', {
  keyType: 'uuid',
  rows: { secretariat: own(), department: own(), commune: own(), massOrganisation: own() },
  write: { secretariat: held, department: held, commune: held, massOrganisation: held },
  sources: { request: one('UnitRequest', 'request_id'), unit: one('Unit', 'unit_id'), author: one('Post', 'author_id') },
}, {
  //          secretariat  department  commune  massOrganisation  public
  id:         ['r',        'r',        'r',     'r',              ''],
  version:    ['r',        'r',        'r',     'r',              ''],
  request:    ['rc',       'rc',       'rc',    'rc',             ''],
  unit:       ['rc',       'rc',       'rc',    'rc',             ''],
  outcome:    ['rcu',      'rcu',      'rcu',   'rcu',            ''],
  answer:     ['rcu',      'rcu',      'rcu',   'rcu',            ''],
  grantedDay: ['rcu',      'rcu',      'rcu',   'rcu',            ''],
  author:     ['rcu',      'rcu',      'rcu',   'rcu',            ''],
  updatedAt:  ['r',        'r',        'r',     'r',              ''],
});

export const unitRequestRuleAccess = resource<UnitRequestRule>('UnitRequestRule', 'unit_request_rule', {
  rows: { secretariat: everyRow, department: everyRow, commune: everyRow, massOrganisation: everyRow },
  sources: { earliestDueDay: expression('unit_request_due($.kind, (SELECT today()))', ['kind']) },
}, {
  //                 secretariat  department  commune  massOrganisation  public
  id:                ['rf',       'rf',       'rf',    'rf',             ''],
  kind:              ['r',        'r',        'r',     'r',              ''],
  days:              ['r',        'r',        'r',     'r',              ''],
  countsWorkingDays: ['r',        'r',        'r',     'r',              ''],
  mostDays:          ['r',        'r',        'r',     'r',              ''],
  validFrom:         ['rf',       'rf',       'rf',    'rf',             ''],
  validTo:           ['rf',       'rf',       'rf',    'rf',             ''],
  source:            ['r',        'r',        'r',     'r',              ''],
  earliestDueDay:    ['r',        'r',        'r',     'r',              ''],
});
