import { listTypes } from '../graphql/filter.js';
import { pairingAccess } from './pairing.access.js';
import { PairingState } from './pairing.entity.js';

listTypes(pairingAccess, {
  id: 'id', commune: 'id', helper: 'id', household: 'row', leaderInCharge: 'text', validFrom: 'day', validTo: 'day', state: ['PairingState', PairingState],
  communeConfirmedOn: 'day', helperConfirmedOn: 'day', officer: 'text', promise: 'text', outcome: 'text',
});
