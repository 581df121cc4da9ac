import { everyPost, signedIn, type OperationLines } from '../access/policy.js';

const everybody = { portals: signedIn, posts: everyPost } as const;

/** The viewer's own. */
export const noticeWrappers = ['MailPreference'];

export const noticeOperations: OperationLines = {
  'Query.notice':               everybody,
  'Query.notices':              everybody,
  'Mutation.markNoticesRead':   { ...everybody, payload: 'NoticesReadPayload', input: { type: 'MarkNoticesReadInput', keys: ['ids', 'upTo'] } },
  'Subscription.noticeArrived': everybody,
  'Query.mailPreference':       everybody,
  'Mutation.setMailPreference': { ...everybody, payload: 'MailPreferencePayload', input: { type: 'SetMailPreferenceInput', keys: ['email', 'mode'] } },
};
