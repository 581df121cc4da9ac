import { expression, one, resource } from '../access/resource.js';
import type { RightRequest } from './right-request.entity.js';

/** Those of the units whose accounts the viewer keeps. Written by functions that ask for two persons. */
const ofKeptUnits = 'unit_id = ANY ((SELECT my_kept_units())::int[])';

export const rightRequestAccess = resource<RightRequest>('RightRequest', 'right_request', {
  keyType: 'uuid',
  // For the only leader of a unit a leader of the secretariat decides.
  rows: { secretariat: `${ofKeptUnits} OR may_decide(id)`, department: ofKeptUnits, commune: ofKeptUnits, massOrganisation: ofKeptUnits },
  sources: {
    unit: one('Unit', 'unit_id'), post: one('Post', 'post_id'), requestedBy: one('Post', 'requested_by'), decidedBy: one('Post', 'decided_by'),
    mayDecide: expression('may_decide($.id)', ['id']),
  },
}, {
  //           secretariat  department  commune  massOrganisation  public
  id:          ['rf',       'rf',       'rf',    'rf',             ''],
  unit:        ['rf',       'rf',       'rf',    'rf',             ''],
  post:        ['rf',       'rf',       'rf',    'rf',             ''],
  nouns:       ['r',        'r',        'r',     'r',              ''],
  reason:      ['r',        'r',        'r',     'r',              ''],
  state:       ['rf',       'rf',       'rf',    'rf',             ''],
  requestedBy: ['r',        'r',        'r',     'r',              ''],
  requestedOn: ['rf',       'rf',       'rf',    'rf',             ''],
  decidedBy:   ['r',        'r',        'r',     'r',              ''],
  decidedOn:   ['r',        'r',        'r',     'r',              ''],
  answer:      ['r',        'r',        'r',     'r',              ''],
  mayDecide:   ['r',        'r',        'r',     'r',              ''],
});
