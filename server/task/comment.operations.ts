import { signedIn, type OperationLines } from '../access/policy.js';

/** Who may write about an assignment; whether the unit has a say on this one is the row's rule. */
export const commentOperations: OperationLines = {
  'Mutation.addComment':      { portals: signedIn, posts: ['LEADER', 'OFFICER'], payload: 'CommentPayload', input: { type: 'AddCommentInput', noun: 'Comment', verb: 'create', keys: [] } },
  'Mutation.withdrawComment': { portals: signedIn, posts: ['LEADER', 'OFFICER'], payload: 'CommentPayload', input: { type: 'WithdrawCommentInput', keys: ['id'] } },
};
