import { signedIn, type OperationLines } from '../access/policy.js';

const writers = ['LEADER', 'OFFICER', 'VILLAGE_OFFICER'] as const;

/** Who may bring lists in; what of a list each may bring the nouns' own tables say. */
export const importOperations: OperationLines = {
  'Query.importBatch':    { portals: signedIn, posts: writers },
  'Query.importBatches':  { portals: signedIn, posts: writers },
  'Query.importRows':     { portals: signedIn, posts: writers },
  'Query.importColumns':  { portals: signedIn, posts: writers },
  'Query.columnMappings': { portals: signedIn, posts: writers },
  'Mutation.beginImport':        { portals: signedIn, posts: writers, payload: 'BeginImportPayload', input: { type: 'BeginImportInput', noun: 'ImportBatch', verb: 'create', keys: [] } },
  'Mutation.confirmImport':      { portals: signedIn, posts: writers, payload: 'ImportBatchPayload', input: { type: 'ConfirmImportInput', keys: ['id', 'version', 'onlyGood'] } },
  'Mutation.undoImport':         { portals: signedIn, posts: writers, payload: 'ImportBatchPayload', input: { type: 'ImportBatchInput', keys: ['id'] } },
  'Mutation.discardImport':      { portals: signedIn, posts: writers, payload: 'ImportBatchPayload', input: { type: 'ImportBatchInput', keys: ['id'] } },
  'Mutation.makeImportTemplate': { portals: signedIn, posts: writers, payload: 'ImportTemplatePayload', input: { type: 'ImportTemplateInput', keys: ['kind', 'filled'] } },
  'Mutation.saveColumnMapping':  { portals: signedIn, posts: ['LEADER', 'OFFICER'], payload: 'ColumnMappingPayload',
    input: { type: 'SaveColumnMappingInput', noun: 'ColumnMapping', verb: 'create', keys: ['id', 'version'] } },
};
