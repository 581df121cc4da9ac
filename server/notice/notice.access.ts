import { expression, one, resource } from '../access/resource.js';
import { own } from '../access/rows.js';
import type { Notice, NoticeRead } from './notice.entity.js';

/** Of the own unit, what is for the post itself or the one it stands in for, for its role, or for everybody. */
const forMe = `${own()} AND (post_id IS NULL OR post_id = (SELECT my_post()) OR post_id = (SELECT my_principal())) AND (roles IS NULL OR (SELECT my_role()) = ANY (roles))`;

/** Nobody writes it by hand: send_notices() does, within the write that it tells of. */
export const noticeAccess = resource<Notice>('Notice', 'notice', {
  rows: { secretariat: forMe, department: forMe, commune: forMe, massOrganisation: forMe },
  sources: {
    fromUnit: one('Unit', 'from_unit_id'), assignment: one('Assignment', 'assignment_id'), reminder: one('Reminder', 'reminder_id'),
    isRead: expression('EXISTS (SELECT FROM notice_read r WHERE r.notice_id = $.id)', ['id']),
  },
}, {
  //          secretariat  department  commune  massOrganisation  public
  id:         ['rf',       'rf',       'rf',    'rf',             ''],
  kind:       ['rf',       'rf',       'rf',    'rf',             ''],
  at:         ['rf',       'rf',       'rf',    'rf',             ''],
  fromUnit:   ['r',        'r',        'r',     'r',              ''],
  noun:       ['r',        'r',        'r',     'r',              ''],
  rowId:      ['r',        'r',        'r',     'r',              ''],
  assignment: ['r',        'r',        'r',     'r',              ''],
  reminder:   ['r',        'r',        'r',     'r',              ''],
  isRead:     ['rf',       'rf',       'rf',    'rf',             ''],
});

const mine = 'post_id = (SELECT my_post())';
/** What one does not see one cannot have read: the notice's own rule decides. */
const mineOfSeen = `${mine} AND EXISTS (SELECT FROM notice n WHERE n.id = notice_read.notice_id)`;

export const noticeReadAccess = resource<NoticeRead>('NoticeRead', 'notice_read', {
  key: 'notice_id', isInternal: true,
  rows: { secretariat: mine, department: mine, commune: mine, massOrganisation: mine },
  write: { secretariat: mineOfSeen, department: mineOfSeen, commune: mineOfSeen, massOrganisation: mineOfSeen },
}, {
  //        secretariat  department  commune  massOrganisation  public
  noticeId: ['rc',       'rc',       'rc',    'rc',             ''],
  postId:   ['r',        'r',        'r',     'r',              ''],
  readAt:   ['r',        'r',        'r',     'r',              ''],
});
