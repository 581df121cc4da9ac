import { expression, resource } from '../access/resource.js';
import type { Account } from './account.entity.js';

/** People of the units that the viewer keeps; the database asks the viewer's post, and everybody else sees none. Writes go through its functions alone. */
const ofMyPeople = 'id = ANY ((SELECT my_people())::int[])';

/** Never listed, and so granted to no portal: the password's hash and whatever else proves who somebody is. */
export const accountAccess = resource<Account>('Account', 'account', {
  rows: { secretariat: ofMyPeople, department: ofMyPeople, commune: ofMyPeople, massOrganisation: ofMyPeople },
  sources: {
    hasSecondFactor: expression('has_second_factor($.id)', ['id']),
    lastSignInAt: expression('last_sign_in($.id)', ['id']),
    linkUntil: expression('link_until($.id)', ['id']),
    hasOtherPosts: expression('has_other_posts($.id)', ['id']),
    mayAdminister: expression('may_keep_account($.id)', ['id']),
    posts: expression('account_posts($.id)', ['id']),
  },
}, {
  //                  secretariat  department  commune  massOrganisation  public
  id:                 ['rf',       'rf',       'rf',    'rf',             ''],
  login:              ['rf',       'rf',       'rf',    'rf',             ''],
  name:               ['rf',       'rf',       'rf',    'rf',             ''],
  email:              ['r',        'r',        'r',     'r',              ''],
  lockedOn:           ['r',        'r',        'r',     'r',              ''],
  mustChangePassword: ['r',        'r',        'r',     'r',              ''],
  joinedAt:           ['r',        'r',        'r',     'r',              ''],
  hasSecondFactor:    ['r',        'r',        'r',     'r',              ''],
  lastSignInAt:       ['r',        'r',        'r',     'r',              ''],
  linkUntil:          ['r',        'r',        'r',     'r',              ''],
  hasOtherPosts:      ['r',        'r',        'r',     'r',              ''],
  mayAdminister:      ['r',        'r',        'r',     'r',              ''],
  posts:              ['r',        'r',        'r',     'r',              ''],
});
