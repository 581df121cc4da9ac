import { one, resource } from '../access/resource.js';
import { everyRow, own } from '../access/rows.js';
import type { PairingQuota } from './pairing-quota.entity.js';

/** The secretariat keeps the list; a body reads its own promise. */
export const pairingQuotaAccess = resource<PairingQuota>('PairingQuota', 'pairing_quota', {
  rows: { secretariat: everyRow, department: own('helper_id'), massOrganisation: own('helper_id') },
  write: { secretariat: everyRow },
  sources: { helper: one('Unit', 'helper_id') },
}, {
  //           secretariat  department  commune  massOrganisation  public
  id:          ['rf',       'rf',       '',      'rf',             ''],
  version:     ['r',        'r',        '',      'r',              ''],
  helper:      ['rfac',     'rf',       '',      'rf',             ''],
  year:        ['rfac',     'rf',       '',      'rf',             ''],
  households:  ['rfacu',    'rf',       '',      'rf',             ''],
  source:      ['rcu',      'r',        '',      'r',              ''],
});
