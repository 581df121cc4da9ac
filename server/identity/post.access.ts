import { one, resource } from '../access/resource.js';
import { everyRow, own } from '../access/rows.js';
import type { Post } from './post.entity.js';

/** One's own colleagues, and of other units those who answer for an assignment or an entry that one sees. */
const known = `${own()} OR EXISTS (SELECT FROM assignment a WHERE a.officer_id = post.id)`
  + ' OR EXISTS (SELECT FROM progress_entry e WHERE e.author_id = post.id OR e.signed_by_id = post.id)';

export const postAccess = resource<Post>('Post', 'post', {
  rows: { secretariat: everyRow, department: known, commune: known, massOrganisation: known },
  sources: { unit: one('Unit', 'unit_id'), standsInFor: one('Post', 'stands_in_for_id') },
}, {
  //              secretariat  department  commune  massOrganisation  public
  id:             ['rf',       'rf',       'rf',    'rf',             ''],
  unit:           ['rf',       'rf',       'rf',    'rf',             ''],
  name:           ['rf',       'rf',       'rf',    'rf',             ''],
  role:           ['rf',       'rf',       'rf',    'rf',             ''],
  standsInFor:    ['r',        'r',        'r',     'r',              ''],
  officePhone:    ['r',        'r',        'r',     'r',              ''],
  villages:       ['r',        '',         'r',     '',               ''],
  communes:       ['r',        'r',        '',      '',               ''],
  sensitiveNouns: ['r',        '',         '',      '',               ''],
  validFrom:      ['r',        'r',        'r',     'r',              ''],
  validTo:        ['r',        'r',        'r',     'r',              ''],
});
