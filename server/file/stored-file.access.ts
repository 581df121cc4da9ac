import { one, resource } from '../access/resource.js';
import { own } from '../access/rows.js';
import type { StoredFile } from './stored-file.entity.js';

/** A file holds what its post may see, which another post of the same unit may not. */
const ownPost = `${own()} AND post_id = (SELECT my_post())`;
const ownPosts = { secretariat: ownPost, department: ownPost, commune: ownPost, massOrganisation: ownPost };

export const storedFileAccess = resource<StoredFile>('StoredFile', 'stored_file', {
  keyType: 'uuid', rows: ownPosts, write: ownPosts,
  sources: { unit: one('Unit', 'unit_id'), post: one('Post', 'post_id') },
}, {
  //         secretariat  department  commune  massOrganisation  public
  id:        ['rc',       'rc',       'rc',    'rc',             ''],
  unit:      ['rc',       'rc',       'rc',    'rc',             ''],
  post:      ['rc',       'rc',       'rc',    'rc',             ''],
  name:      ['rc',       'rc',       'rc',    'rc',             ''],
  mediaType: ['rc',       'rc',       'rc',    'rc',             ''],
  size:      ['rc',       'rc',       'rc',    'rc',             ''],
  sha256:    ['rc',       'rc',       'rc',    'rc',             ''],
  kind:      ['rc',       'rc',       'rc',    'rc',             ''],
  createdAt: ['r',        'r',        'r',     'r',              ''],
  expiresAt: ['r',        'r',        'r',     'r',              ''],
});

interface FileTicket { tokenHash: string; accountId: number; unitId: number; postId: number; kind: string; target: string; name: string; assignmentId: number | null; expiresAt: string; usedAt: string | null }

/** Made and used up under the post that it is for; no type of the schema shows it. */
export const fileTicketAccess = resource<FileTicket>('FileTicket', 'file_ticket', { key: 'token_hash', keyType: 'text', rows: ownPosts, write: ownPosts, isInternal: true }, {
  //         secretariat  department  commune  massOrganisation  public
  tokenHash: ['rc',       'rc',       'rc',    'rc',             ''],
  accountId: ['rc',       'rc',       'rc',    'rc',             ''],
  unitId:    ['rc',       'rc',       'rc',    'rc',             ''],
  postId:    ['rc',       'rc',       'rc',    'rc',             ''],
  kind:      ['rc',       'rc',       'rc',    'rc',             ''],
  target:    ['rc',       'rc',       'rc',    'rc',             ''],
  name:      ['rc',       'rc',       'rc',    'rc',             ''],
  assignmentId: ['rc',    'rc',       'rc',    'rc',             ''],
  expiresAt: ['r',        'r',        'r',     'r',              ''],
  usedAt:    ['ru',       'ru',       'ru',    'ru',             ''],
});
