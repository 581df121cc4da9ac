import { one, resource } from '../access/resource.js';
import { everyRow, inMyCommunes, inMyVillages, own } from '../access/rows.js';
import type { SightRequest } from './sight-request.entity.js';

const ofHousehold = `${own('commune_id')} AND ${inMyVillages('sight_request')}`;
const ownRequests = `${own()} AND ${inMyCommunes()}`;
/** Only about a household that the unit already sees; what the commune decided it never writes. */
const asked = `${own()} AND state IN ('REQUESTED', 'WITHDRAWN') AND EXISTS (SELECT FROM household h WHERE h.id = sight_request.household_id)`;

export const sightRequestAccess = resource<SightRequest>('SightRequest', 'sight_request', {
  keyType: 'uuid', household: 'household_id',
  rows: { secretariat: everyRow, department: ownRequests, commune: ofHousehold, massOrganisation: ownRequests },
  write: { department: asked, commune: ofHousehold, massOrganisation: asked },
  sources: {
    household: one('Household', 'household_id'), unit: one('Unit', 'unit_id'), commune: one('Unit', 'commune_id'),
    requestedBy: one('Post', 'requested_by_id'), decidedBy: one('Post', 'decided_by_id'),
  },
}, {
  //           secretariat  department  commune  massOrganisation  public
  id:          ['rf',       'rf',       'rf',    'rf',             ''],
  version:     ['r',        'r',        'r',     'r',              ''],
  household:   ['rf',       'rfc',      'rf',    'rfc',            ''],
  unit:        ['rfa',      'rfc',      'rf',    'rfc',            ''],
  commune:     ['rfa',      'rfc',      'rf',    'rfc',            ''],
  requestedBy: ['r',        'rc',       'r',     'rc',             ''],
  part:        ['rfa',      'rfc',      'rf',    'rfc',            ''],
  purpose:     ['rfa',      'rfc',      'rf',    'rfc',            ''],
  reason:      ['r',        'rc',       'r',     'rc',             ''],
  days:        ['r',        'rc',       'r',     'rc',             ''],
  requestedOn: ['rf',       'rfc',      'rf',    'rfc',            ''],
  state:       ['rfa',      'rfu',      'rfu',   'rfu',            ''],
  decidedBy:   ['r',        'r',        'ru',    'r',              ''],
  decidedOn:   ['rf',       'rf',       'rfu',   'rf',             ''],
  answer:      ['r',        'r',        'ru',    'r',              ''],
  validTo:     ['rf',       'rf',       'rfu',   'rf',             ''],
});
