import { accountAccess } from './account/account.access.js';
import { accountOperations, accountWrappers } from './account/account.operations.js';
import { rightRequestAccess } from './account/right-request.access.js';
import { accessLogAccess } from './access-log/access-log.access.js';
import { auditLineAccess } from './audit/audit-line.access.js';
import { auditOperations, auditWrappers } from './audit/audit.operations.js';
import { everyPost, Policy, signedIn, type OperationLines } from './access/policy.js';
import { attachmentAccess } from './attachment/attachment.access.js';
import { attachmentOperations } from './attachment/attachment.operations.js';
import { exportJobAccess } from './export/export-job.access.js';
import { exportOperations } from './export/export.operations.js';
import { fileTicketAccess, storedFileAccess } from './file/stored-file.access.js';
import { comparisonTypes } from './graphql/filter.js';
import { eligibilityOperations } from './eligibility/eligibility.operations.js';
import { handoverAccess, handoverItemAccess } from './handover/handover.access.js';
import { handoverOperations, handoverWrappers } from './handover/handover.operations.js';
import { deprivationAccess, householdGroupAccess } from './household/deprivation.access.js';
import { classRecordAccess } from './household/class-record.access.js';
import { householdContactAccess, householdIncomeAccess, povertyCauseAccess } from './household/household-part.access.js';
import { memberHealthAccess, memberInsuranceAccess, memberLabourAccess, memberSchoolingAccess } from './household/member-part.access.js';
import { meritRecordAccess } from './household/merit-record.access.js';
import { householdWordAccess, memberWordAccess } from './household/household-word.access.js';
import { ethnicGroupAccess, householdAccess } from './household/household.access.js';
import { householdMovementOperations, movementWrappers } from './household/household-movement.operations.js';
import { householdOperations } from './household/household.operations.js';
import { householdIdentityAccess, memberAccess } from './household/member.access.js';
import { identityOperations, identityWrappers } from './identity/identity.operations.js';
import { postAccess } from './identity/post.access.js';
import { columnMappingAccess, importBatchAccess, importRowAccess } from './import/import-batch.access.js';
import { importOperations } from './import/import-batch.operations.js';
import { noticeAccess, noticeReadAccess } from './notice/notice.access.js';
import { noticeOperations, noticeWrappers } from './notice/notice.operations.js';
import { pairingAccess } from './pairing/pairing.access.js';
import { pairingQuotaAccess } from './pairing/pairing-quota.access.js';
import { pairingOperations, pairingWrappers } from './pairing/pairing.operations.js';
import { moneyLineAccess, planAccess, planNoticeAccess, planVersionAccess, reportingPeriodAccess, statusThresholdAccess } from './plan/plan.access.js';
import { reminderAccess, reminderItemAccess } from './reminder/reminder.access.js';
import { reminderOperations, reminderWrappers } from './reminder/reminder.operations.js';
import { savedFilterAccess } from './saved-filter/saved-filter.access.js';
import { savedFilterOperations } from './saved-filter/saved-filter.operations.js';
import { sightRequestAccess } from './sight/sight-request.access.js';
import { sightAccess } from './sight/sight.access.js';
import { sightOperations } from './sight/sight.operations.js';
import { supervisionAccess } from './sight/supervision.access.js';
import { supportNeedOperations } from './support/support-need.operations.js';
import { registryRuleAccess } from './standard/registry-rule.access.js';
import { scoreItemAccess, scoreSheetAccess } from './standard/score-sheet.access.js';
import { deprivationIndicatorAccess, povertyStandardAccess, standardFigureAccess, standardIndicatorAccess } from './standard/standard.access.js';
import { standardOperations, standardWrappers } from './standard/standard.operations.js';
import { supportNeedAccess } from './support/support-need.access.js';
import { supportAccess, supportAmountAccess, supportKindAccess, supportLoanAccess } from './support/support.access.js';
import { supportOperations } from './support/support.operations.js';
import { commentAccess } from './task/comment.access.js';
import { commentOperations } from './task/comment.operations.js';
import { entryFlowOperations, entryFlowWrappers } from './task/entry-flow.operations.js';
import { entryReturnAccess, entryStepAccess } from './task/entry-step.access.js';
import { assignmentAccess, assignmentChangeAccess, progressEntryAccess } from './task/assignment.access.js';
import { targetAccess } from './target/target.access.js';
import { targetOperations, targetWrappers } from './target/target.operations.js';
import { milestoneAccess, taskAccess, taskBindingAccess, taskGroupAccess } from './task/task.access.js';
import { taskOperations } from './task/task.operations.js';
// The filter types of the nouns make themselves known as they load.
import './account/account.input.js';
import './account/right-request.input.js';
import './access-log/access-log.input.js';
import './audit/audit-line.input.js';
import './household/class-record.input.js';
import './export/export-job.input.js';
import './household/deprivation.input.js';
import './household/household.input.js';
import './household/member.input.js';
import './household/merit-record.input.js';
import './support/support-need.input.js';
import './import/import-batch.input.js';
import './notice/notice.input.js';
import './pairing/pairing.input.js';
import './plan/plan.input.js';
import './reminder/reminder.input.js';
import './sight/sight-request.input.js';
import './support/support.input.js';
import './target/target.input.js';
import './task/task.input.js';
import './unit/unit.input.js';
import './unit-request/unit-request.input.js';
import { unitAccess, unitClassAccess, unitClassMemberAccess, villageAccess } from './unit/unit.access.js';
import { villageAreaTypeAccess } from './unit/village-area-type.access.js';
import { answerDraftAccess, unitRequestAccess, unitRequestRuleAccess, unitRequestStepAccess } from './unit-request/unit-request.access.js';
import { unitRequestOperations } from './unit-request/unit-request.operations.js';

/** Operations without fields of a noun to guard. */
const operations: OperationLines = {
  'Query.permissionMatrix':  { portals: signedIn, posts: everyPost },
  'Query.unit':              { portals: signedIn, posts: everyPost },
  'Query.units':             { portals: signedIn, posts: everyPost },
  'Query.unitClasses':       { portals: signedIn, posts: everyPost },
  'Query.plan':              { portals: signedIn, posts: everyPost },
  'Mutation.recordPlanVersion': { portals: ['secretariat'], posts: ['LEADER', 'OFFICER'], payload: 'RecordPlanVersionPayload',
    input: { type: 'RecordPlanVersionInput', noun: 'PlanVersion', verb: 'create', keys: [] } },
  'Query.accessLogEntries':  { portals: signedIn, posts: ['LEADER', 'OFFICER', 'SUPERVISOR'] },
  'Query.storedFile':        { portals: signedIn, posts: everyPost },
};

/** Every noun's table and every operation's line; what is not in here does not exist for anybody. */
export const policy = new Policy([
  unitAccess, unitClassAccess, unitClassMemberAccess, villageAccess, postAccess, accountAccess, rightRequestAccess,
  planAccess, planVersionAccess, moneyLineAccess, planNoticeAccess, reportingPeriodAccess, statusThresholdAccess,
  taskGroupAccess, taskAccess, taskBindingAccess, milestoneAccess, targetAccess, assignmentAccess, assignmentChangeAccess, progressEntryAccess,
  entryStepAccess, entryReturnAccess, commentAccess,
  householdAccess, ethnicGroupAccess, memberAccess, householdIdentityAccess, deprivationAccess, householdGroupAccess,
  classRecordAccess, householdContactAccess, povertyCauseAccess, householdIncomeAccess, meritRecordAccess,
  memberLabourAccess, memberSchoolingAccess, memberInsuranceAccess, memberHealthAccess,
  supportKindAccess, supportNeedAccess, supportAccess, supportAmountAccess, supportLoanAccess,
  pairingAccess, pairingQuotaAccess, sightAccess, sightRequestAccess, supervisionAccess, accessLogAccess, auditLineAccess,
  householdWordAccess, memberWordAccess,
  storedFileAccess, fileTicketAccess, attachmentAccess,
  savedFilterAccess,
  handoverAccess, handoverItemAccess,
  exportJobAccess,
  povertyStandardAccess, standardIndicatorAccess, standardFigureAccess, deprivationIndicatorAccess, scoreSheetAccess, scoreItemAccess, registryRuleAccess, villageAreaTypeAccess,
  importBatchAccess, importRowAccess, columnMappingAccess,
  unitRequestAccess, unitRequestStepAccess, unitRequestRuleAccess, answerDraftAccess,
  noticeAccess, noticeReadAccess, reminderAccess, reminderItemAccess,
], {
  ...operations,
  ...auditOperations,
  ...identityOperations,
  ...accountOperations,
  ...taskOperations,
  ...entryFlowOperations,
  ...commentOperations,
  ...attachmentOperations,
  ...householdOperations,
  ...householdMovementOperations,
  ...supportNeedOperations,
  ...supportOperations,
  ...pairingOperations,
  ...targetOperations,
  ...sightOperations,
  ...eligibilityOperations,
  ...standardOperations,
  ...importOperations,
  ...savedFilterOperations,
  ...exportOperations,
  ...unitRequestOperations,
  ...handoverOperations,
  ...noticeOperations,
  ...reminderOperations,
}, [
  'PageInfo',
  'Count',
  'UserError',
  'FieldConflict',
  'LockedPart',
  'ImportColumn',
  'StandingCount',
  'RequestDebt',
  'PermissionNoun',
  'PermissionLine',
  'PermissionRows',
  ...identityWrappers,
  ...auditWrappers,
  ...accountWrappers,
  ...movementWrappers,
  ...handoverWrappers,
  ...standardWrappers,
  ...entryFlowWrappers,
  ...targetWrappers,
  ...pairingWrappers,
  ...noticeWrappers,
  ...reminderWrappers,
  ...comparisonTypes,
], {
  // An account administrator keeps accounts; of households the post opens nothing.
  ACCOUNT_ADMINISTRATOR: ['Household', 'Member', 'HouseholdIdentity', 'Deprivation', 'HouseholdGroup', 'Pairing', 'SightReason', 'EthnicGroup', 'ClassRecord', 'HouseholdContact',
    'PovertyCause', 'HouseholdIncome', 'MeritRecord', 'MemberLabour', 'MemberSchooling', 'MemberInsurance', 'MemberHealth', 'SupportNeed', 'Support', 'SupportAmount', 'SupportLoan', 'SightRequest', 'Supervision', 'AccessLogEntry', 'ImportBatch', 'ImportRow', 'ColumnMapping'],
});
