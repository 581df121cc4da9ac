import { signedIn, type OperationLines } from '../access/policy.js';

const units = signedIn.filter(kind => kind !== 'secretariat');

/** Who moves an entry along its way: inside the unit, and from outside those who read what it signed. */
export const entryFlowOperations: OperationLines = {
  'Mutation.submitProgressEntry':   { portals: units, posts: ['LEADER', 'OFFICER'], payload: 'ProgressEntryPayload', input: { type: 'SubmitProgressEntryInput', keys: ['id'] } },
  'Mutation.withdrawProgressEntry': { portals: units, posts: ['LEADER', 'OFFICER'], payload: 'ProgressEntryPayload', input: { type: 'WithdrawProgressEntryInput', keys: ['id'] } },
  'Mutation.sendBackProgressEntry': { portals: units, posts: ['LEADER'], payload: 'ProgressEntryPayload', input: { type: 'SendBackProgressEntryInput', keys: ['id', 'note'] } },
  'Mutation.signProgressEntry':     { portals: units, posts: ['LEADER'], payload: 'ProgressEntryPayload', input: { type: 'SignProgressEntryInput', keys: ['id'] } },
  'Mutation.returnProgressEntry':   { portals: ['secretariat', 'department'], posts: ['LEADER', 'OFFICER'], payload: 'ProgressEntryPayload', input: { type: 'ReturnProgressEntryInput', keys: ['id', 'reasons'] } },
};

/** What an input of these carries inside. */
export const entryFlowWrappers = ['EntryReturnInput'];
