import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { unitAccess } from './unit.access.js';
import { Unit, UnitKind } from './unit.entity.js';

export const UnitConnection = connectionOf('Unit', Unit);
export const UnitArguments = pageArguments('Unit', listTypes(unitAccess, {
  id: 'id', code: 'text', name: 'text', shortName: 'text', kind: ['PortalKind', UnitKind], parent: 'id', area: 'text', isExtremelyDisadvantaged: 'boolean', validFrom: 'day', validTo: 'day', confirmedOn: 'day',
}));
