import { column, one, resource } from '../access/resource.js';
import { own } from '../access/rows.js';
import type { ExportJob } from './export-job.entity.js';

/** What a post took out says what it may see, which another post of the same unit may not. */
const ownPost = `${own()} AND post_id = (SELECT my_post())`;
const ownPosts = { secretariat: ownPost, department: ownPost, commune: ownPost, massOrganisation: ownPost };

export const exportJobAccess = resource<ExportJob>('ExportJob', 'export_job', {
  keyType: 'uuid', rows: ownPosts, write: ownPosts,
  sources: { unit: one('Unit', 'unit_id'), post: one('Post', 'post_id'), file: one('StoredFile', 'file_id'), order: column('sort'), mapping: one('ColumnMapping', 'mapping_id') },
}, {
  //          secretariat  department  commune  massOrganisation  public
  id:         ['rf',       'rf',       'rf',    'rf',             ''],
  no:         ['rf',       'rf',       'rf',    'rf',             ''],
  unit:       ['rc',       'rc',       'rc',    'rc',             ''],
  post:       ['rc',       'rc',       'rc',    'rc',             ''],
  kind:       ['rfc',      'rfc',      'rfc',   'rfc',            ''],
  title:      ['rc',       'rc',       'rc',    'rc',             ''],
  filter:     ['rc',       'rc',       'rc',    'rc',             ''],
  order:      ['rc',       'rc',       'rc',    'rc',             ''],
  columns:    ['rc',       'rc',       'rc',    'rc',             ''],
  purpose:    ['rc',       'rc',       'rc',    'rc',             ''],
  mapping:    ['rc',       'rc',       'rc',    'rc',             ''],
  state:      ['rfu',      'rfu',      'rfu',   'rfu',            ''],
  done:       ['ru',       'ru',       'ru',    'ru',             ''],
  total:      ['ru',       'ru',       'ru',    'ru',             ''],
  file:       ['ru',       'ru',       'ru',    'ru',             ''],
  message:    ['ru',       'ru',       'ru',    'ru',             ''],
  createdAt:  ['r',        'r',        'r',     'r',              ''],
  finishedAt: ['ru',       'ru',       'ru',    'ru',             ''],
  expiresAt:  ['ru',       'ru',       'ru',    'ru',             ''],
});
