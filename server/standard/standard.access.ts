import { expression, many, resource } from '../access/resource.js';
import { everyRow } from '../access/rows.js';
import type { DeprivationIndicator, PovertyStandard, StandardFigure, StandardIndicator } from './standard.entity.js';

/** The law is everybody's to read and the secretariat's to keep. */
const everyone = { secretariat: everyRow, department: everyRow, commune: everyRow, massOrganisation: everyRow };
const write = { secretariat: everyRow };

export const povertyStandardAccess = resource<PovertyStandard>('PovertyStandard', 'poverty_standard', {
  key: 'code', keyType: 'text', rows: everyone, write,
  sources: {
    indicators: many('StandardIndicator', 'standard', { most: 12, key: 'code', order: '$.no' }),
    figures: many('StandardFigure', 'standard', { most: 30, key: 'code', order: '$.figure, $.area_type, $.valid_from DESC, $.id DESC' }),
  },
}, {
  //          secretariat  department  commune  massOrganisation  public
  code:       ['rfc',      'rf',       'rf',    'rf',             ''],
  name:       ['rfc',      'rf',       'rf',    'rf',             ''],
  legalBasis: ['rfc',      'rf',       'rf',    'rf',             ''],
  validFrom:  ['rfc',      'rf',       'rf',    'rf',             ''],
  validTo:    ['rfcu',     'rf',       'rf',    'rf',             ''],
  provenance: ['rfc',      'rf',       'rf',    'rf',             ''],
  note:       ['rfc',      'rf',       'rf',    'rf',             ''],
  indicators: ['r',        'r',        'r',     'r',              ''],
  figures:    ['r',        'r',        'r',     'r',              ''],
});

export const standardIndicatorAccess = resource<StandardIndicator>('StandardIndicator', 'standard_indicator', {
  rows: everyone, write,
  sources: { dimension: expression('(SELECT d.dimension FROM deprivation_indicator d WHERE d.code = $.indicator)', ['indicator']) },
}, {
  //         secretariat  department  commune  massOrganisation  public
  id:        ['rf',       'rf',       'rf',    'rf',             ''],
  standard:  ['rfc',      'rf',       'rf',    'rf',             ''],
  indicator: ['rfc',      'rf',       'rf',    'rf',             ''],
  no:        ['rfc',      'rf',       'rf',    'rf',             ''],
  name:      ['rfc',      'rf',       'rf',    'rf',             ''],
  dimension: ['r',        'r',        'r',     'r',              ''],
  threshold: ['rfc',      'rf',       'rf',    'rf',             ''],
});

export const standardFigureAccess = resource<StandardFigure>('StandardFigure', 'standard_figure', { rows: everyone, write }, {
  //          secretariat  department  commune  massOrganisation  public
  id:         ['rf',       'rf',       'rf',    'rf',             ''],
  standard:   ['rfc',      'rf',       'rf',    'rf',             ''],
  figure:     ['rfc',      'rf',       'rf',    'rf',             ''],
  areaType:   ['rfc',      'rf',       'rf',    'rf',             ''],
  value:      ['rfc',      'rf',       'rf',    'rf',             ''],
  validFrom:  ['rfc',      'rf',       'rf',    'rf',             ''],
  validTo:    ['rfcu',     'rf',       'rf',    'rf',             ''],
  source:     ['rfc',      'rf',       'rf',    'rf',             ''],
  provenance: ['rfc',      'rf',       'rf',    'rf',             ''],
  note:       ['rfc',      'rf',       'rf',    'rf',             ''],
  replacedOn: ['rfu',      'rf',       'rf',    'rf',             ''],
});

export const deprivationIndicatorAccess = resource<DeprivationIndicator>('DeprivationIndicator', 'deprivation_indicator', { key: 'code', keyType: 'text', rows: everyone }, {
  //         secretariat  department  commune  massOrganisation  public
  code:      ['rf',       'rf',       'rf',    'rf',             ''],
  dimension: ['rf',       'rf',       'rf',    'rf',             ''],
  name:      ['rf',       'rf',       'rf',    'rf',             ''],
});
