import { resource } from '../access/resource.js';
import { everyRow } from '../access/rows.js';
import type { RegistryRule } from './registry-rule.entity.js';

export const registryRuleAccess = resource<RegistryRule>('RegistryRule', 'registry_rule', {
  rows: { secretariat: everyRow, department: everyRow, commune: everyRow, massOrganisation: everyRow }, write: { secretariat: everyRow },
}, {
  //          secretariat  department  commune  massOrganisation  public
  id:         ['rf',       'rf',       'rf',    'rf',             ''],
  name:       ['rfc',      'rf',       'rf',    'rf',             ''],
  value:      ['rfc',      'rf',       'rf',    'rf',             ''],
  validFrom:  ['rfc',      'rf',       'rf',    'rf',             ''],
  validTo:    ['rfcu',     'rf',       'rf',    'rf',             ''],
  source:     ['rfc',      'rf',       'rf',    'rf',             ''],
  replacedOn: ['rfu',      'rf',       'rf',    'rf',             ''],
});
