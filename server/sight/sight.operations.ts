import { everyPost, signedIn, type OperationLines } from '../access/policy.js';
import type { PortalKind } from '../access/portal-kind.js';

const askers: readonly PortalKind[] = ['department', 'massOrganisation'];

/** Who may ask to see more, who decides it, and who sends supervisors. */
export const sightOperations: OperationLines = {
  'Query.sightRequests': { portals: signedIn, posts: everyPost.filter(role => role !== 'ACCOUNT_ADMINISTRATOR') },
  'Query.supervisions':  { portals: ['secretariat', 'commune', 'massOrganisation'], posts: everyPost },
  'Mutation.requestSight': { portals: askers, posts: ['LEADER', 'OFFICER'], payload: 'SightRequestPayload',
    input: { type: 'RequestSightInput', noun: 'SightRequest', verb: 'create', keys: [] } },
  'Mutation.withdrawSight': { portals: askers, posts: ['LEADER', 'OFFICER'], payload: 'SightRequestPayload', input: { type: 'WithdrawSightInput', keys: ['id', 'version'] } },
  'Mutation.grantSight': { portals: ['commune'], posts: ['LEADER'], payload: 'SightRequestPayload',
    input: { type: 'GrantSightInput', noun: 'SightRequest', verb: 'update', keys: ['id', 'version', 'days'] } },
  'Mutation.refuseSight': { portals: ['commune'], posts: ['LEADER'], payload: 'SightRequestPayload',
    input: { type: 'RefuseSightInput', noun: 'SightRequest', verb: 'update', keys: ['id', 'version'] } },
  'Mutation.revokeSight': { portals: ['commune'], posts: ['LEADER'], payload: 'SightRequestPayload',
    input: { type: 'RevokeSightInput', noun: 'SightRequest', verb: 'update', keys: ['id', 'version'] } },
  'Mutation.createSupervision': { portals: ['secretariat'], posts: ['LEADER', 'OFFICER'], payload: 'SupervisionPayload',
    input: { type: 'CreateSupervisionInput', noun: 'Supervision', verb: 'create', keys: [] } },
  'Mutation.endSupervision': { portals: ['secretariat'], posts: ['LEADER', 'OFFICER'], payload: 'SupervisionPayload',
    input: { type: 'EndSupervisionInput', noun: 'Supervision', verb: 'update', keys: ['id'] } },
};
