import { everyPost, signedIn, type OperationLines } from '../access/policy.js';

const everybody = { portals: signedIn, posts: everyPost } as const;

export const noticeOperations: OperationLines = {
  'Query.notice':               everybody,
  'Query.notices':              everybody,
  'Mutation.markNoticesRead':   { ...everybody, payload: 'NoticesReadPayload', input: { type: 'MarkNoticesReadInput', keys: ['ids', 'upTo'] } },
  'Subscription.noticeArrived': everybody,
};
