import { everyPost, signedIn, type OperationLines } from '../access/policy.js';
import type { PortalKind, PostRole } from '../access/portal-kind.js';

const providers: readonly PortalKind[] = ['department', 'commune', 'massOrganisation'];
const posts: readonly PostRole[] = ['LEADER', 'OFFICER'];

/** Who may run which operation on helps, and whose fields its input writes. */
export const supportOperations: OperationLines = {
  'Query.supportKinds': { portals: signedIn, posts: everyPost },
  'Query.supports':     { portals: signedIn, posts: everyPost.filter(role => role !== 'ACCOUNT_ADMINISTRATOR') },
  'Query.checkOverlap': { portals: signedIn, posts, payload: 'OverlappingUnit' },
  'Mutation.createSupport': { portals: providers, posts, payload: 'SupportPayload',
    input: { type: 'CreateSupportInput', noun: 'Support', verb: 'create', keys: ['overlapReason'] } },
  'Mutation.updateSupport': { portals: providers, posts, payload: 'SupportPayload',
    input: { type: 'UpdateSupportInput', noun: 'Support', verb: 'update', keys: ['id', 'version', 'overlapReason'] } },
  'Mutation.verifySupport': { portals: ['commune'], posts, payload: 'SupportPayload', input: { type: 'VerifySupportInput', keys: ['id', 'version'] } },
  'Mutation.saveSupportAmount': { portals: providers, posts, payload: 'SupportPayload',
    input: { type: 'SaveSupportAmountInput', noun: 'SupportAmount', verb: 'update', keys: ['support', 'version'] } },
  'Mutation.saveSupportLoan': { portals: ['department'], posts, payload: 'SupportPayload',
    input: { type: 'SaveSupportLoanInput', noun: 'SupportLoan', verb: 'update', keys: ['support', 'version'] } },
};
