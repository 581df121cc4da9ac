import { everyPost, signedIn, type OperationLines } from '../access/policy.js';

const units = signedIn.filter(kind => kind !== 'secretariat');

/** Who may run which operation on tasks, and whose fields its input writes. */
export const taskOperations: OperationLines = {
  'Query.task':        { portals: signedIn, posts: everyPost },
  'Query.tasks':       { portals: signedIn, posts: everyPost },
  'Query.assignment':  { portals: signedIn, posts: everyPost },
  'Query.assignments': { portals: signedIn, posts: everyPost },
  'Mutation.createTask': { portals: ['secretariat'], posts: ['LEADER', 'OFFICER'], payload: 'TaskPayload',
    input: { type: 'CreateTaskInput', noun: 'Task', verb: 'create', keys: ['leads', 'coordinators', 'classes', 'dueDay'] } },
  'Mutation.assignTask': { portals: ['secretariat'], posts: ['LEADER', 'OFFICER'], payload: 'TaskPayload',
    input: { type: 'AssignTaskInput', noun: 'Assignment', verb: 'create', keys: ['units', 'classes'] } },
  'Mutation.confirmAssignments': { portals: ['secretariat'], posts: ['LEADER', 'OFFICER'], payload: 'TaskPayload',
    input: { type: 'ConfirmAssignmentsInput', keys: ['task', 'confirm', 'decline'] } },
  'Mutation.changeAssignment': { portals: ['secretariat'], posts: ['LEADER', 'OFFICER'], payload: 'AssignmentPayload',
    input: { type: 'ChangeAssignmentInput', noun: 'Assignment', verb: 'update', keys: ['id', 'version'] } },
  'Mutation.acceptAssignment': { portals: units, posts: ['LEADER', 'OFFICER'], payload: 'AssignmentPayload',
    input: { type: 'AcceptAssignmentInput', keys: ['id', 'version'] } },
  'Mutation.assignOfficer': { portals: units, posts: ['LEADER'], payload: 'AssignmentPayload',
    input: { type: 'AssignOfficerInput', noun: 'Assignment', verb: 'update', keys: ['id', 'version'] } },
  'Mutation.recordDocument': { portals: units, posts: ['LEADER', 'OFFICER'], payload: 'AssignmentPayload',
    input: { type: 'RecordDocumentInput', noun: 'Assignment', verb: 'update', keys: ['assignment', 'version', 'file'] } },
  'Mutation.addProgressEntry': { portals: units, posts: ['LEADER', 'OFFICER'], payload: 'ProgressEntryPayload',
    input: { type: 'AddProgressEntryInput', noun: 'ProgressEntry', verb: 'create', keys: ['send', 'files'] } },
  'Mutation.correctProgressEntry': { portals: units, posts: ['LEADER', 'OFFICER'], payload: 'ProgressEntryPayload',
    input: { type: 'CorrectProgressEntryInput', noun: 'ProgressEntry', verb: 'create', keys: ['id', 'send', 'files'] } },
};
