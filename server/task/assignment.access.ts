import { expression, many, one, resource } from '../access/resource.js';
import { everyRow, myChildren, myLedTasks, myTasks, own } from '../access/rows.js';
import { expectedPercent, status, statusNeeds, statusRule } from './assignment.status.js';
import type { Assignment, AssignmentChange } from './assignment.entity.js';
import type { ProgressEntry } from './progress-entry.entity.js';

/** "Liên quan" binds nobody, and is seen by nobody but the secretariat, until it is confirmed. */
const bound = (rule: string) => `confirmed_on IS NOT NULL AND (${rule})`;
/** Of other units the leads that a clause names; of a class that leads (99 communes in III.1) each sees only itself. */
const ownAndLeads = `${own()} OR (role = 'LEAD' AND via_class_id IS NULL AND task_id = ${myTasks})`;

export const assignmentAccess = resource<Assignment>('Assignment', 'assignment', {
  rows: {
    secretariat: everyRow,
    department: bound(`${ownAndLeads} OR task_id = ${myLedTasks}`),
    commune: bound(ownAndLeads),
    massOrganisation: bound(`${ownAndLeads} OR unit_id = ${myChildren}`),
  },
  write: { secretariat: everyRow, department: bound(own()), commune: bound(own()), massOrganisation: bound(own()) },
  sources: {
    task: one('Task', 'task_id'), unit: one('Unit', 'unit_id'), viaClass: one('UnitClass', 'via_class_id'),
    nextMilestone: one('Milestone', 'next_milestone_id'), officer: one('Post', 'officer_id'),
    status: expression(status, statusNeeds), statusRule: expression(statusRule, statusNeeds), expectedPercent: expression(expectedPercent, statusNeeds),
    entries: many('ProgressEntry', 'assignment_id', { most: 50, order: '$.as_of_day DESC, $.id DESC' }),
    changes: many('AssignmentChange', 'assignment_id', { most: 50, order: '$.changed_on DESC, $.id DESC' }),
    steps: many('EntryStep', 'assignment_id', { most: 50, order: '$.at, $.id' }),
    comments: many('Comment', 'assignment_id', { most: 50, order: '$.at, $.id' }),
    documentFile: one('Attachment', 'document_file_id'),
    files: many('Attachment', 'assignment_id', { most: 20, where: "$.purpose = 'DOCUMENT' AND $.bound_at IS NOT NULL", order: '$.bound_at DESC, $.id DESC' }),
  },
}, {
  //                secretariat  department  commune  massOrganisation  public
  id:               ['rf',       'rf',       'rf',    'rf',             ''],
  version:          ['r',        'r',        'r',     'r',              ''],
  task:             ['rfac',     'rfa',      'rfa',   'rfa',            ''],
  unit:             ['rfac',     'rfa',      'rfa',   'rfa',            ''],
  role:             ['rfac',     'rfa',      'rfa',   'rfa',            ''],
  part:             ['rfacu',    'rfa',      'rfa',   'rfa',            ''],
  viaClass:         ['rfac',     'rfa',      'rfa',   'rfa',            ''],
  validFrom:        ['rfcu',     'rf',       'rf',    'rf',             ''],
  validTo:          ['rfcu',     'rf',       'rf',    'rf',             ''],
  confirmedOn:      ['rfcu',     'rf',       'rf',    'rf',             ''],
  acceptedOn:       ['rfa',      'rfu',      'rfu',   'rfu',            ''],
  dueDay:           ['rfcu',     'rf',       'rf',    'rf',             ''],
  firstDueDay:      ['rf',       'rf',       'rf',    'rf',             ''],
  extendedTo:       ['rfcu',     'rf',       'rf',    'rf',             ''],
  extensionReason:  ['rfcu',     'rf',       'rf',    'rf',             ''],
  nextMilestone:    ['r',        'r',        'r',     'r',              ''],
  targetValue:      ['rfacu',    'rfa',      'rfa',   'rfa',            ''],
  targetUnit:       ['rfacu',    'rfa',      'rfa',   'rfa',            ''],
  officer:          ['r',        'rfcu',     'rfcu',  'rfcu',           ''],
  documentNumber:   ['rf',       'rfcu',     'rfcu',  'rfcu',           ''],
  documentDay:      ['rf',       'rfcu',     'rfcu',  'rfcu',           ''],
  documentSigner:   ['rf',       'rfcu',     'rfcu',  'rfcu',           ''],
  documentFile:     ['r',        'ru',       'ru',    'ru',             ''],
  files:            ['r',        'r',        'r',     'r',              ''],
  status:           ['rfa',      'rfa',      'rfa',   'rfa',            ''],
  statusRule:       ['rfa',      'rfa',      'rfa',   'rfa',            ''],
  expectedPercent:  ['rfa',      'rfa',      'rfa',   'rfa',            ''],
  percent:          ['rfa',      'rfa',      'rfa',   'rfa',            ''],
  quantity:         ['rfa',      'rfa',      'rfa',   'rfa',            ''],
  doneOn:           ['rfa',      'rfa',      'rfa',   'rfa',            ''],
  lastEntryDay:     ['rfa',      'rfa',      'rfa',   'rfa',            ''],
  draftCount:       ['rfa',      'rfa',      'rfa',   'rfa',            ''],
  submittedCount:   ['rfa',      'rfa',      'rfa',   'rfa',            ''],
  returnedCount:    ['rfa',      'rfa',      'rfa',   'rfa',            ''],
  entries:          ['r',        'r',        'r',     'r',              ''],
  changes:          ['r',        'r',        'r',     'r',              ''],
  steps:            ['r',        'r',        'r',     'r',              ''],
  comments:         ['r',        'r',        'r',     'r',              ''],
});

/** Of the assignments of a task that the unit leads, what it reads like its own: their story and what was signed. */
const led = (table: string): string => `EXISTS (SELECT FROM assignment a WHERE a.id = ${table}.assignment_id AND a.task_id = ${myLedTasks})`;

export const assignmentChangeAccess = resource<AssignmentChange>('AssignmentChange', 'assignment_change', {
  rows: { secretariat: everyRow, department: `${own()} OR ${led('assignment_change')}`, commune: own(), massOrganisation: own() },
}, {
  //         secretariat  department  commune  massOrganisation  public
  id:        ['rf',       'rf',       'rf',    'rf',             ''],
  field:     ['r',        'r',        'r',     'r',              ''],
  before:    ['r',        'r',        'r',     'r',              ''],
  after:     ['r',        'r',        'r',     'r',              ''],
  reason:    ['r',        'r',        'r',     'r',              ''],
  changedOn: ['r',        'r',        'r',     'r',              ''],
  changedBy: ['r',        'r',        'r',     'r',              ''],
});

/** What is not signed is the unit's working paper: others see what a leader signed, also where it was given back since, and of drafts only their number. */
const sent = "state IN ('SIGNED', 'RETURNED')";
/** An entry is written for the own unit under the own name; it is never changed, a correction supersedes it. */
const byMe = `${own()} AND author_id = (SELECT my_post())`;

export const progressEntryAccess = resource<ProgressEntry>('ProgressEntry', 'progress_entry', {
  rows: {
    secretariat: `${sent} OR ${own()}`,
    department: `${own()} OR (${sent} AND ${led('progress_entry')})`,
    commune: own(),
    massOrganisation: `${own()} OR (${sent} AND unit_id = ${myChildren})`,
  },
  write: { department: byMe, commune: byMe, massOrganisation: byMe },
  sources: {
    assignment: one('Assignment', 'assignment_id'), unit: one('Unit', 'unit_id'), milestone: one('Milestone', 'milestone_id'),
    author: one('Post', 'author_id'), signedBy: one('Post', 'signed_by_id'), supersedes: one('ProgressEntry', 'supersedes_id'),
    reasons: many('EntryReturn', 'entry_id', { most: 9, order: '$.id' }),
    files: many('Attachment', 'entry_id', { most: 20, order: '$.no, $.id' }),
  },
}, {
  //            secretariat  department  commune  massOrganisation  public
  id:           ['rf',       'rf',       'rf',    'rf',             ''],
  version:      ['r',        'r',        'r',     'r',              ''],
  assignment:   ['rfa',      'rfac',     'rfac',  'rfac',           ''],
  unit:         ['rfa',      'rfac',     'rfac',  'rfac',           ''],
  milestone:    ['rfa',      'rfac',     'rfac',  'rfac',           ''],
  asOfDay:      ['rfa',      'rfac',     'rfac',  'rfac',           ''],
  done:         ['r',        'rc',       'rc',    'rc',             ''],
  difficulty:   ['r',        'rc',       'rc',    'rc',             ''],
  request:      ['r',        'rc',       'rc',    'rc',             ''],
  quantity:     ['rfa',      'rfac',     'rfac',  'rfac',           ''],
  percent:      ['rfa',      'rfac',     'rfac',  'rfac',           ''],
  isCompleted:  ['rfa',      'rfac',     'rfac',  'rfac',           ''],
  state:        ['rfa',      'rf',       'rf',    'rf',             ''],
  author:       ['r',        'rc',       'rc',    'rc',             ''],
  signedBy:     ['rfa',      'rf',       'rf',    'rf',             ''],
  signedOn:     ['rfa',      'rf',       'rf',    'rf',             ''],
  createdAt:    ['r',        'r',        'r',     'r',              ''],
  supersedes:   ['r',        'rc',       'rc',    'rc',             ''],
  isSuperseded: ['r',        'r',        'r',     'r',              ''],
  reasons:      ['r',        'r',        'r',     'r',              ''],
  files:        ['r',        'r',        'r',     'r',              ''],
});
