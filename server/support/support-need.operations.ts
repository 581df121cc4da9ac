import { everyPost, signedIn, type OperationLines } from '../access/policy.js';

export const supportNeedOperations: OperationLines = {
  'Query.supportNeeds': { portals: signedIn, posts: everyPost.filter(role => role !== 'ACCOUNT_ADMINISTRATOR') },
  'Mutation.addSupportNeed': { portals: ['commune'], posts: ['LEADER', 'OFFICER', 'VILLAGE_OFFICER'], payload: 'SupportNeedPayload',
    input: { type: 'AddSupportNeedInput', noun: 'SupportNeed', verb: 'create', keys: [] } },
  'Mutation.endSupportNeed': { portals: ['commune'], posts: ['LEADER', 'OFFICER', 'VILLAGE_OFFICER'], payload: 'SupportNeedPayload',
    input: { type: 'EndSupportNeedInput', noun: 'SupportNeed', verb: 'update', keys: ['id'] } },
};
