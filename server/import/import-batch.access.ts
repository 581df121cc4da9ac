import { expression, one, resource } from '../access/resource.js';
import { everyRow, own } from '../access/rows.js';
import type { ColumnMapping } from './column-mapping.entity.js';
import type { ImportBatch, ImportRow } from './import-batch.entity.js';

/** A post for some villages or communes sees its own batches: those of others may hold others. */
const ownBatch = `${own()} AND ((SELECT my_villages()) IS NULL AND (SELECT my_communes()) IS NULL OR post_id = (SELECT my_post()))`;
const units = { department: ownBatch, commune: ownBatch, massOrganisation: ownBatch };

/** Made by its unit; moved on by step_import(), which judges the same rows. */
export const importBatchAccess = resource<ImportBatch>('ImportBatch', 'import_batch', {
  keyType: 'uuid', rows: { secretariat: everyRow, ...units }, write: { secretariat: ownBatch, ...units },
  sources: { unit: one('Unit', 'unit_id'), post: one('Post', 'post_id'), mapping: one('ColumnMapping', 'mapping_id'), annotatedFile: one('StoredFile', 'annotated_file_id') },
}, {
  //             secretariat  department  commune  massOrganisation  public
  id:            ['rf',       'rf',       'rf',    'rf',             ''],
  version:       ['r',        'r',        'r',     'r',              ''],
  unit:          ['rfc',      'rfc',      'rfc',   'rfc',            ''],
  post:          ['rc',       'rc',       'rc',    'rc',             ''],
  kind:          ['rfc',      'rfc',      'rfc',   'rfc',            ''],
  state:         ['rf',       'rf',       'rf',    'rf',             ''],
  fileName:      ['rc',       'rc',       'rc',    'rc',             ''],
  mapping:       ['rc',       'rc',       'rc',    'rc',             ''],
  annotatedFile: ['r',        'r',        'r',     'r',              ''],
  progress:      ['r',        'r',        'r',     'r',              ''],
  total:         ['r',        'r',        'r',     'r',              ''],
  good:          ['r',        'r',        'r',     'r',              ''],
  bad:           ['r',        'r',        'r',     'r',              ''],
  warned:        ['r',        'r',        'r',     'r',              ''],
  duplicates:    ['r',        'r',        'r',     'r',              ''],
  saved:         ['r',        'r',        'r',     'r',              ''],
  message:       ['r',        'r',        'r',     'r',              ''],
  createdAt:     ['rf',       'rf',       'rf',    'rf',             ''],
  confirmedAt:   ['r',        'r',        'r',     'r',              ''],
  undoneAt:      ['r',        'r',        'r',     'r',              ''],
});

const ofBatch = 'EXISTS (SELECT FROM import_batch b WHERE b.id = import_row.batch_id)';
const ofOwnBatch = `EXISTS (SELECT FROM import_batch b WHERE b.id = import_row.batch_id AND ${own('b.unit_id')})`;

/** What was written in a file is its unit's; of others' the secretariat reads the rows of the registry instead. */
export const importRowAccess = resource<ImportRow>('ImportRow', 'import_row', {
  rows: { secretariat: ofOwnBatch, department: ofBatch, commune: ofBatch, massOrganisation: ofBatch }, household: 'household_id',
  sources: { batch: one('ImportBatch', 'batch_id'), household: one('Household', 'household_id') },
}, {
  //           secretariat  department  commune  massOrganisation  public
  id:          ['rf',       'rf',       'rf',    'rf',             ''],
  batch:       ['rf',       'rf',       'rf',    'rf',             ''],
  rowNo:       ['rf',       'rf',       'rf',    'rf',             ''],
  state:       ['rf',       'rf',       'rf',    'rf',             ''],
  code:        ['r',        'r',        'r',     'r',              ''],
  household:   ['r',        'r',        'r',     'r',              ''],
  isDuplicate: ['rf',       'rf',       'rf',    'rf',             ''],
  messages:    ['r',        'r',        'r',     'r',              ''],
});

const ownOrProvince = `unit_id IS NULL OR ${own()}`;

export const columnMappingAccess = resource<ColumnMapping>('ColumnMapping', 'column_mapping', {
  keyType: 'uuid',
  rows: { secretariat: ownOrProvince, department: ownOrProvince, commune: ownOrProvince, massOrganisation: ownOrProvince },
  write: { secretariat: ownOrProvince, department: own(), commune: own(), massOrganisation: own() },
  sources: { unit: one('Unit', 'unit_id'), savedBy: one('Post', 'saved_by_id'), columns: expression('$.columns::text', ['columns']), valueMap: expression('$.value_map::text', ['value_map']) },
}, {
  //         secretariat  department  commune  massOrganisation  public
  id:        ['rf',       'rf',       'rf',    'rf',             ''],
  version:   ['r',        'r',        'r',     'r',              ''],
  unit:      ['rc',       'rc',       'rc',    'rc',             ''],
  name:      ['rcu',      'rcu',      'rcu',   'rcu',            ''],
  kind:      ['rfc',      'rfc',      'rfc',   'rfc',            ''],
  sheet:     ['rcu',      'rcu',      'rcu',   'rcu',            ''],
  headerRow: ['rcu',      'rcu',      'rcu',   'rcu',            ''],
  columns:   ['rcu',      'rcu',      'rcu',   'rcu',            ''],
  valueMap:  ['rcu',      'rcu',      'rcu',   'rcu',            ''],
  savedBy:   ['rcu',      'rcu',      'rcu',   'rcu',            ''],
  updatedAt: ['r',        'r',        'r',     'r',              ''],
});
