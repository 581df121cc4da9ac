import { everyPost, signedIn, type OperationLine, type OperationLines } from '../access/policy.js';

const anyone: OperationLine = { portals: signedIn, posts: everyPost };
/** The administration of the law's numbers. */
const secretariat: OperationLine = { portals: ['secretariat'], posts: ['LEADER', 'OFFICER'] };

/** Who reads, tries and changes the standards and rules. */
export const standardOperations: OperationLines = {
  'Query.standards':             anyone,
  'Query.deprivationIndicators': anyone,
  'Query.registryRules':         anyone,
  'Query.scoreSheets':           anyone,
  'Query.classification':        anyone,
  'Query.householdClassification': { portals: ['commune'], posts: everyPost.filter(role => role !== 'ACCOUNT_ADMINISTRATOR') },
  'Query.checkScoreSheet':       secretariat,
  'Mutation.recordStandardFigure': { ...secretariat, payload: 'StandardFigurePayload',
    input: { type: 'RecordStandardFigureInput', noun: 'StandardFigure', verb: 'create', keys: ['latest'] } },
  'Mutation.recordStandard': { ...secretariat, payload: 'PovertyStandardPayload',
    input: { type: 'RecordStandardInput', noun: 'PovertyStandard', verb: 'create', keys: ['indicatorsOf'] } },
  'Mutation.recordRegistryRule': { ...secretariat, payload: 'RegistryRulePayload',
    input: { type: 'RecordRegistryRuleInput', noun: 'RegistryRule', verb: 'create', keys: ['latest'] } },
  'Mutation.recordVillageAreaType': { ...secretariat, payload: 'VillageAreaTypePayload',
    input: { type: 'RecordVillageAreaTypeInput', noun: 'VillageAreaType', verb: 'create', keys: ['latest'] } },
  'Mutation.importScoreSheet': { ...secretariat, payload: 'ImportScoreSheetPayload',
    input: { type: 'ImportScoreSheetInput', noun: 'ScoreSheet', verb: 'create', keys: ['ruralRegion', 'urbanRegion', 'table'] } },
};

/** Types of what is computed from the caller's own words, and of what is wrong with them. */
export const standardWrappers: readonly string[] = [
  'StandardClassification', 'ClassificationStep', 'HouseholdClassification', 'StandardPointsInput', 'IndicatorAnswerInput', 'ScoreSheetCheck', 'CellProblem',
];
