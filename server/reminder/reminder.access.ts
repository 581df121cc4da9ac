import { expression, many, one, resource } from '../access/resource.js';
import { everyRow, myLedTasks, own } from '../access/rows.js';
import { isLate } from '../task/lateness.rule.js';
import type { Reminder, ReminderItem } from './reminder.entity.js';

const toMe = own(), byMe = own('from_unit_id'), mine = `${toMe} OR ${byMe}`;
const sentByMe = `${byMe} AND from_post_id = (SELECT my_post())`;

const stillLate = `EXISTS (SELECT FROM reminder_item i JOIN assignment a ON a.id = i.assignment_id WHERE i.reminder_id = $.id AND ${isLate('a')})`;

/** The secretariat reminds anybody, a department the units of tasks that it leads; the reading is noted by read_reminder(). */
export const reminderAccess = resource<Reminder>('Reminder', 'reminder', {
  rows: { secretariat: everyRow, department: mine, commune: toMe, massOrganisation: toMe },
  write: { secretariat: sentByMe, department: sentByMe },
  sources: {
    fromUnit: one('Unit', 'from_unit_id'), fromPost: one('Post', 'from_post_id'), unit: one('Unit', 'unit_id'), readBy: one('Post', 'read_by_id'),
    isOpen: expression(stillLate, ['id']), items: many('ReminderItem', 'reminder_id', { most: 70, order: '$.id' }),
  },
}, {
  //        secretariat  department  commune  massOrganisation  public
  id:       ['rf',       'rf',       'rf',    'rf',             ''],
  fromUnit: ['rf',       'rf',       'rf',    'rf',             ''],
  fromPost: ['r',        'r',        'r',     'r',              ''],
  unit:     ['rfc',      'rfc',      'rf',    'rf',             ''],
  message:  ['rc',       'rc',       'r',     'r',              ''],
  sentOn:   ['rf',       'rf',       'rf',    'rf',             ''],
  at:       ['rf',       'rf',       'rf',    'rf',             ''],
  readOn:   ['rf',       'rf',       'rf',    'rf',             ''],
  readBy:   ['r',        'r',        'r',     'r',              ''],
  isOpen:   ['rf',       'rf',       'rf',    'rf',             ''],
  items:    ['r',        'r',        'r',     'r',              ''],
});

const ofSeen = 'EXISTS (SELECT FROM reminder r WHERE r.id = reminder_item.reminder_id)';
const ofSent = `EXISTS (SELECT FROM reminder r WHERE r.id = reminder_item.reminder_id AND ${own('r.from_unit_id')})`;

export const reminderItemAccess = resource<ReminderItem>('ReminderItem', 'reminder_item', {
  rows: { secretariat: ofSeen, department: ofSeen, commune: ofSeen, massOrganisation: ofSeen },
  write: { secretariat: ofSent, department: `${ofSent} AND EXISTS (SELECT FROM assignment a WHERE a.id = reminder_item.assignment_id AND a.task_id = ${myLedTasks})` },
  sources: { assignment: one('Assignment', 'assignment_id'), reminder: one('Reminder', 'reminder_id'), unit: one('Unit', 'unit_id') },
}, {
  //          secretariat  department  commune  massOrganisation  public
  id:         ['rf',       'rf',       'rf',    'rf',             ''],
  assignment: ['rc',       'rc',       'r',     'r',              ''],
  reminder:   ['rc',       'rc',       'r',     'r',              ''],
  unit:       ['rc',       'rc',       'r',     'r',              ''],
});
