import { signedIn, type OperationLines } from '../access/policy.js';

const units = signedIn.filter(kind => kind !== 'secretariat');

/** Who reports sends the proof of it. What becomes of a file is said by the entry's and the assignment's own operations. */
export const attachmentOperations: OperationLines = {
  'Mutation.askUpload': { portals: units, posts: ['LEADER', 'OFFICER'], payload: 'AskUploadPayload', input: { type: 'AskUploadInput', keys: ['assignment', 'purpose', 'name', 'size'] } },
};
