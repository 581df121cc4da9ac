import { everyPost, signedIn, type OperationLines } from '../access/policy.js';

const everybody = { portals: signedIn, posts: everyPost } as const;

/** Whoever works with lists keeps filters, each post its own. */
export const savedFilterOperations: OperationLines = {
  'Query.savedFilters':    everybody,
  'Mutation.saveFilter':   { ...everybody, payload: 'SavedFilterPayload', input: { type: 'SaveFilterInput', noun: 'SavedFilter', verb: 'create', keys: [] } },
  'Mutation.removeFilter': { ...everybody, payload: 'SavedFilterPayload', input: { type: 'RemoveFilterInput', keys: ['id'] } },
};
