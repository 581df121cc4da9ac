import { resource } from '../access/resource.js';
import { own } from '../access/rows.js';
import type { Attachment } from './attachment.entity.js';

/** Until it belongs to something, a file is its sender's alone: of this post. */
const waiting = `bound_at IS NULL AND ${own()} AND post_id = (SELECT my_post())`;
/** Whoever reads the entry reads its files, and nobody else; the entry's own policy decides, now. */
const ofEntry = 'entry_id IS NOT NULL AND EXISTS (SELECT FROM progress_entry e WHERE e.id = attachment.entry_id)';
/** The document in force is read with its assignment; those that it replaced with the changes of that: by the unit itself and the secretariat. */
const inForce = "purpose = 'DOCUMENT' AND EXISTS (SELECT FROM assignment a WHERE a.document_file_id = attachment.id)";
const documents = "purpose = 'DOCUMENT' AND bound_at IS NOT NULL";

const unit = [waiting, ofEntry, inForce, `${documents} AND ${own()}`].map(rule => `(${rule})`).join(' OR ');

/** Written by receive_attachment(), bind_files() and bind_document() alone: they judge post, unit and assignment, and what is bound never changes. */
export const attachmentAccess = resource<Attachment>('Attachment', 'attachment', {
  keyType: 'uuid', rows: { secretariat: `(${ofEntry}) OR (${documents})`, department: unit, commune: unit, massOrganisation: unit },
  keys: ['content_id', 'bound_at'],
}, {
  //         secretariat  department  commune  massOrganisation  public
  id:        ['r',        'r',        'r',     'r',              ''],
  purpose:   ['r',        'r',        'r',     'r',              ''],
  name:      ['r',        'r',        'r',     'r',              ''],
  mediaType: ['r',        'r',        'r',     'r',              ''],
  size:      ['r',        'r',        'r',     'r',              ''],
  sha256:    ['r',        'r',        'r',     'r',              ''],
  createdAt: ['r',        'r',        'r',     'r',              ''],
});
