import { everyPost, signedIn, type OperationLines } from '../access/policy.js';

const readers = everyPost.filter(role => role !== 'ACCOUNT_ADMINISTRATOR');

/** Whoever reads lists takes them out, page by page under the same gates; whoever reads along alone takes none with them. */
export const exportOperations: OperationLines = {
  'Query.exportColumns': { portals: signedIn, posts: readers, payload: 'ExportColumn' },
  'Query.exportJobs':    { portals: signedIn, posts: readers },
  'Mutation.startExport': { portals: signedIn, posts: ['LEADER', 'OFFICER', 'VILLAGE_OFFICER', 'SUPERVISOR'], payload: 'ExportJobPayload',
    input: { type: 'StartExportInput', noun: 'ExportJob', verb: 'create', keys: [] } },
  'Mutation.cancelExport': { portals: signedIn, posts: ['LEADER', 'OFFICER', 'VILLAGE_OFFICER', 'SUPERVISOR'], payload: 'ExportJobPayload', input: { type: 'CancelExportInput', keys: ['id'] } },
};
