import { everyPost, signedIn, type OperationLine, type OperationLines } from '../access/policy.js';

const workers = ['LEADER', 'OFFICER'] as const;
/** A step of what is sent: nothing of the noun's own fields is written, so the input's are named here. */
const step = (type: string, posts: OperationLine['posts'], ...keys: string[]): OperationLine =>
  ({ portals: signedIn, posts, payload: 'UnitRequestPayload', input: { type, keys: ['id', 'version', ...keys] } });

/** Who may ask, send and answer: officers draft, leaders send. */
export const unitRequestOperations: OperationLines = {
  'Query.unitRequest':      { portals: signedIn, posts: everyPost },
  'Query.unitRequests':     { portals: signedIn, posts: everyPost },
  'Query.unitRequestRules': { portals: signedIn, posts: everyPost },
  'Query.requestDebts':     { portals: signedIn, posts: everyPost },
  'Mutation.createUnitRequest': { portals: signedIn, posts: workers, payload: 'UnitRequestPayload',
    input: { type: 'CreateUnitRequestInput', noun: 'UnitRequest', verb: 'create', keys: [] } },
  'Mutation.changeUnitRequest': { portals: signedIn, posts: workers, payload: 'UnitRequestPayload',
    input: { type: 'ChangeUnitRequestInput', noun: 'UnitRequest', verb: 'update', keys: ['id', 'version'] } },
  'Mutation.discardUnitRequest': step('DiscardUnitRequestInput', workers),
  'Mutation.sendUnitRequest': step('SendUnitRequestInput', ['LEADER']),
  'Mutation.withdrawUnitRequest': step('WithdrawUnitRequestInput', ['LEADER'], 'reason'),
  'Mutation.reopenUnitRequest': step('ReopenUnitRequestInput', ['LEADER'], 'reason'),
  'Mutation.saveAnswerDraft': { portals: signedIn, posts: workers, payload: 'AnswerDraftPayload',
    input: { type: 'SaveAnswerDraftInput', noun: 'AnswerDraft', verb: 'create', keys: ['version'] } },
  'Mutation.answerUnitRequest': step('AnswerUnitRequestInput', ['LEADER'], 'answer', 'grantedDay'),
  'Mutation.declineUnitRequest': step('DeclineUnitRequestInput', ['LEADER'], 'reason'),
  'Mutation.forwardUnitRequest': step('ForwardUnitRequestInput', ['LEADER'], 'toUnit', 'reason'),
};
