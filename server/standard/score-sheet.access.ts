import { many, one, resource } from '../access/resource.js';
import { everyRow } from '../access/rows.js';
import type { ScoreItem, ScoreSheet } from './score-sheet.entity.js';

const everyone = { secretariat: everyRow, department: everyRow, commune: everyRow, massOrganisation: everyRow };
const write = { secretariat: everyRow };

export const scoreSheetAccess = resource<ScoreSheet>('ScoreSheet', 'score_sheet', {
  keyType: 'uuid', rows: everyone, write,
  sources: { importedBy: one('Post', 'imported_by_id'), items: many('ScoreItem', 'score_sheet_id', { most: 100, order: '$.no' }) },
}, {
  //           secretariat  department  commune  massOrganisation  public
  id:          ['rf',       'rf',       'rf',    'rf',             ''],
  standard:    ['rfc',      'rf',       'rf',    'rf',             ''],
  formVersion: ['rfc',      'rf',       'rf',    'rf',             ''],
  region:      ['rfc',      'rf',       'rf',    'rf',             ''],
  areas:       ['rc',       'r',        'r',     'r',              ''],
  source:      ['rfc',      'rf',       'rf',    'rf',             ''],
  validFrom:   ['rfc',      'rf',       'rf',    'rf',             ''],
  validTo:     ['rfcu',     'rf',       'rf',    'rf',             ''],
  importedBy:  ['rc',       'r',        'r',     'r',              ''],
  importedOn:  ['rfc',      'rf',       'rf',    'rf',             ''],
  items:       ['r',        'r',        'r',     'r',              ''],
});

export const scoreItemAccess = resource<ScoreItem>('ScoreItem', 'score_item', {
  rows: everyone, write, sources: { scoreSheet: one('ScoreSheet', 'score_sheet_id') },
}, {
  //           secretariat  department  commune  massOrganisation  public
  id:          ['rf',       'rf',       'rf',    'rf',             ''],
  scoreSheet:  ['rc',       'r',        'r',     'r',              ''],
  no:          ['rfc',      'rf',       'rf',    'rf',             ''],
  item:        ['rfc',      'rf',       'rf',    'rf',             ''],
  name:        ['rfc',      'rf',       'rf',    'rf',             ''],
  groupName:   ['rfc',      'rf',       'rf',    'rf',             ''],
  isExclusive: ['rfc',      'rf',       'rf',    'rf',             ''],
  isRequired:  ['rfc',      'rf',       'rf',    'rf',             ''],
  isCounted:   ['rfc',      'rf',       'rf',    'rf',             ''],
  points:      ['rfc',      'rf',       'rf',    'rf',             ''],
});
