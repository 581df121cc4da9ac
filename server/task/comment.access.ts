import { one, resource } from '../access/resource.js';
import { everyRow, myChildren, myLedTasks, own } from '../access/rows.js';
import type { Comment } from './comment.entity.js';

/** Written under the own name, where the unit has a say. */
const mine = 'by_unit_id = (SELECT my_unit()) AND author_id = (SELECT my_post()) AND discusses(assignment_id)';

export const commentAccess = resource<Comment>('Comment', 'assignment_comment', {
  // Read by whoever reads the unit's signed entries.
  rows: {
    secretariat: everyRow,
    department: `${own()} OR EXISTS (SELECT FROM assignment a WHERE a.id = assignment_comment.assignment_id AND a.task_id = ${myLedTasks})`,
    commune: own(),
    massOrganisation: `${own()} OR unit_id = ${myChildren}`,
  },
  write: { secretariat: mine, department: mine, commune: mine, massOrganisation: mine },
  // The column unit_id is the assignment's, by which sight goes.
  keys: ['unit_id'],
  sources: { assignment: one('Assignment', 'assignment_id'), unit: one('Unit', 'by_unit_id'), author: one('Post', 'author_id') },
}, {
  //           secretariat  department  commune  massOrganisation  public
  id:          ['rf',       'rf',       'rf',    'rf',             ''],
  assignment:  ['rc',       'rc',       'rc',    'rc',             ''],
  unit:        ['r',        'r',        'r',     'r',              ''],
  author:      ['r',        'r',        'r',     'r',              ''],
  authorName:  ['r',        'r',        'r',     'r',              ''],
  text:        ['rc',       'rc',       'rc',    'rc',             ''],
  at:          ['r',        'r',        'r',     'r',              ''],
  withdrawnAt: ['r',        'r',        'r',     'r',              ''],
});
