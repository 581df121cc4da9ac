import { resource } from '../access/resource.js';
import type { SavedFilter } from './saved-filter.entity.js';

/** A filter may hold a name that was searched for, which another post of the same unit need not know. */
const ofMyPost = 'post_id = (SELECT my_post())';
const ofMyPosts = { secretariat: ofMyPost, department: ofMyPost, commune: ofMyPost, massOrganisation: ofMyPost };

export const savedFilterAccess = resource<SavedFilter>('SavedFilter', 'saved_filter', { keyType: 'uuid', rows: ofMyPosts, write: ofMyPosts }, {
  //         secretariat  department  commune  massOrganisation  public
  id:        ['r',        'r',        'r',     'r',              ''],
  page:      ['rc',       'rc',       'rc',    'rc',             ''],
  name:      ['rc',       'rc',       'rc',    'rc',             ''],
  query:     ['rc',       'rc',       'rc',    'rc',             ''],
  createdAt: ['r',        'r',        'r',     'r',              ''],
});
