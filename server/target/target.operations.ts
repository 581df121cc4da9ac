import { everyPost, signedIn, type OperationLines } from '../access/policy.js';

/** Who may run which operation on targets: their owner splits them, the secretariat any of them, and closes a split. */
export const targetOperations: OperationLines = {
  'Query.target':  { portals: signedIn, posts: everyPost },
  'Query.targets': { portals: signedIn, posts: everyPost },
  'Mutation.splitTarget': { portals: ['secretariat', 'department'], posts: ['LEADER', 'OFFICER'], payload: 'TargetPayload',
    input: { type: 'SplitTargetInput', keys: ['target', 'shares', 'reason'] } },
  'Mutation.closeTargetSplit': { portals: ['secretariat'], posts: ['LEADER', 'OFFICER'], payload: 'TargetPayload',
    input: { type: 'CloseTargetSplitInput', keys: ['id', 'version'] } },
};

/** The cells of a split, each for a unit. */
export const targetWrappers: readonly string[] = ['TargetShareInput'];
