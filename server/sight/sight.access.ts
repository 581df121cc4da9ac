import { one, resource } from '../access/resource.js';
import { mayOpen, own } from '../access/rows.js';
import type { SightReason } from './sight.entity.js';

/** Edges that tell nothing sensitive, over $; a look at another's portal shows no others. */
export const plainReasons = "NOT ($.cause = 'DEPRIVED' AND $.part IN ('NUTRITION', 'INSURANCE')) AND $.cause <> 'MERIT' AND NOT ($.cause = 'GROUP' AND $.part <> 'MERIT')";

/** That another unit serves a family for its health or its merit says what the part itself says, so it opens to the same posts. */
const ofHealth = (row = ''): string => `${row}cause = 'DEPRIVED' AND ${row}part IN ('NUTRITION', 'INSURANCE')`, ofMerit = (row = ''): string => `${row}cause = 'MERIT'`;
const everyUnits = `(NOT (${ofHealth()}) OR ${mayOpen('HealthDeprivation')}) AND (NOT (${ofMerit()}) OR ${mayOpen('MeritRecord')})`;

export const sightAccess = resource<SightReason>('SightReason', 'sight', {
  keyType: 'text', keys: ['depth', 'member_min_age', 'member_max_age', 'opens_papers', 'code'],
  household: 'household_id',
  sensitiveRows: { secretariat: `${ofMerit('$.')} OR ${ofHealth('$.')}`, department: "$.cause = 'GROUP' AND $.part <> 'MERIT'" },
  isWholeWhileViewing: true, // see Household.sightReasons
  // Reads only its own unit's edges and no other table: household's policy reads this one.
  rows: { secretariat: everyUnits, department: own(), commune: own(), massOrganisation: own() },
  sources: { unit: one('Unit', 'unit_id') },
}, {
  //         secretariat  department  commune  massOrganisation  public
  id:        ['rf',       'rf',       'rf',    'rf',             ''],
  unit:      ['rf',       'rf',       'rf',    'rf',             ''],
  cause:     ['rf',       'rf',       'rf',    'rf',             ''],
  part:      ['rf',       'rf',       'rf',    'rf',             ''],
  validFrom: ['r',        'r',        'r',     'r',              ''],
  validTo:   ['r',        'r',        'r',     'r',              ''],
});
