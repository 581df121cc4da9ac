import { everyPost, signedIn, type OperationLines } from '../access/policy.js';
import type { PortalKind } from '../access/portal-kind.js';

const sides: readonly PortalKind[] = ['department', 'commune', 'massOrganisation'];

/** Who may run which operation on pairings; a side's word is its leader's. */
export const pairingOperations: OperationLines = {
  'Query.pairings': { portals: signedIn, posts: everyPost.filter(role => role !== 'ACCOUNT_ADMINISTRATOR') },
  'Query.pairingBoard': { portals: signedIn, posts: everyPost.filter(role => role !== 'ACCOUNT_ADMINISTRATOR') },
  'Query.pairingQuotas': { portals: ['secretariat', 'department', 'massOrganisation'], posts: everyPost.filter(role => role !== 'ACCOUNT_ADMINISTRATOR') },
  'Mutation.savePairingQuota': { portals: ['secretariat'], posts: ['LEADER', 'OFFICER'], payload: 'PairingQuotaPayload',
    input: { type: 'SavePairingQuotaInput', noun: 'PairingQuota', verb: 'create', keys: ['version'] } },
  'Mutation.proposePairing': { portals: signedIn, posts: ['LEADER', 'OFFICER'], payload: 'PairingPayload',
    input: { type: 'ProposePairingInput', noun: 'Pairing', verb: 'create', keys: [] } },
  'Mutation.confirmPairing': { portals: sides, posts: ['LEADER'], payload: 'PairingPayload', input: { type: 'ConfirmPairingInput', keys: ['id', 'version'] } },
  'Mutation.declinePairing': { portals: sides, posts: ['LEADER'], payload: 'PairingPayload',
    input: { type: 'DeclinePairingInput', noun: 'Pairing', verb: 'update', keys: ['id', 'version'] } },
  'Mutation.endPairing': { portals: signedIn, posts: ['LEADER'], payload: 'PairingPayload',
    input: { type: 'EndPairingInput', noun: 'Pairing', verb: 'update', keys: ['id', 'version'] } },
  'Mutation.updatePairing': { portals: ['secretariat', 'department', 'massOrganisation'], posts: ['LEADER', 'OFFICER'], payload: 'PairingPayload',
    input: { type: 'UpdatePairingInput', noun: 'Pairing', verb: 'update', keys: ['id', 'version'] } },
};

/** Sums of what the viewer may read one by one. */
export const pairingWrappers: readonly string[] = ['PairingBoard', 'HelperLoad', 'CommuneCoverage'];
