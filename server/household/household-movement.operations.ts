import { everyPost, type OperationLine, type OperationLines } from '../access/policy.js';
import { signedIn } from '../access/policy.js';
import type { PortalKind, PostRole } from '../access/portal-kind.js';

const reading = everyPost.filter(role => role !== 'ACCOUNT_ADMINISTRATOR');
const office: readonly PostRole[] = ['LEADER', 'OFFICER'];
// The portal kinds that may count by class, movement and days; by the expected year of escape.
const counting: readonly PortalKind[] = ['secretariat', 'department', 'commune'], expecting: readonly PortalKind[] = ['secretariat', 'commune'];

/** Of these inputs every field says which rows are meant or what happened; the database's own functions write. */
const movement = (payload: string, type: string, posts: readonly PostRole[], keys: readonly string[]): OperationLine => ({ portals: ['commune'], posts, payload, input: { type, keys } });

/** History of the list, and the movements of households: structure by the office, class by the commune's head alone. */
export const householdMovementOperations: OperationLines = {
  'Query.classRecords':   { portals: signedIn, posts: reading },
  'Query.movementCounts': { portals: counting, posts: reading, payload: 'MovementCount' },
  'Query.expectedExits':  { portals: expecting, posts: reading, payload: 'ExpectedExits' },
  'Mutation.recordClass':     movement('ClassRecordPayload', 'RecordClassInput', ['LEADER'], ['household', 'standard', 'class', 'since', 'decisionNumber', 'decisionDay', 'reason']),
  'Mutation.splitHousehold':  movement('HouseholdPayload', 'SplitHouseholdInput', office, ['household', 'version', 'members', 'head', 'village', 'day', 'reason']),
  'Mutation.moveHousehold':   movement('HouseholdPayload', 'MoveHouseholdInput', office, ['household', 'version', 'toCommune', 'day', 'reason']),
  'Mutation.mergeHouseholds': movement('HouseholdPayload', 'MergeHouseholdsInput', office, ['keep', 'keepVersion', 'gone', 'goneVersion', 'day', 'reason']),
  'Mutation.endHousehold':    movement('HouseholdPayload', 'EndHouseholdInput', office, ['household', 'version', 'kind', 'day', 'reason']),
  'Mutation.issueClassCertificate': movement('ClassCertificatePayload', 'IssueClassCertificateInput', office, ['household', 'day']),
};

/** Types that only carry what these operations answer. */
export const movementWrappers: readonly string[] = ['ExpectedExitVillage', 'ClassCertificate', 'CertificateMember'];
