import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { checkSchema } from './access/check-schema.js';
import { shieldRootFields } from './access/shield.js';
import { AccountResolver } from './account/account.resolver.js';
import { OwnAccountResolver } from './account/own-account.resolver.js';
import { RightRequestResolver } from './account/right-request.resolver.js';
import { AccessLogResolver } from './access-log/access-log.resolver.js';
import { AttachmentResolver } from './attachment/attachment.resolver.js';
import { AuditLineResolver } from './audit/audit-line.resolver.js';
import { StandInResolver } from './handover/stand-in.resolver.js';
import { HandoverResolver } from './handover/handover.resolver.js';
import { ClassRecordResolver } from './household/class-record.resolver.js';
import { HouseholdMovementResolver } from './household/household-movement.resolver.js';
import { HouseholdWriteResolver } from './household/household-write.resolver.js';
import { HouseholdResolver } from './household/household.resolver.js';
import { MemberResolver } from './household/member.resolver.js';
import { MeritRecordResolver } from './household/merit-record.resolver.js';
import { EligibilityResolver } from './eligibility/eligibility.resolver.js';
import { ExportJobResolver } from './export/export-job.resolver.js';
import { StoredFileResolver } from './file/stored-file.resolver.js';
import { ImportBatchResolver } from './import/import-batch.resolver.js';
import { IdentityResolver, ViewerResolver } from './identity/identity.resolver.js';
import { IdentityProviderResolver } from './identity/oidc.resolver.js';
import { SecondFactorResolver } from './identity/totp.resolver.js';
import { NoticeResolver } from './notice/notice.resolver.js';
import { PairingResolver } from './pairing/pairing.resolver.js';
import { PermissionResolver } from './permission/permission.resolver.js';
import { PlanResolver } from './plan/plan.resolver.js';
import { policy } from './policy.js';
import { AssignmentResolver } from './task/assignment.resolver.js';
import { CommentResolver } from './task/comment.resolver.js';
import { EntryFlowResolver } from './task/entry-flow.resolver.js';
import { TaskResolver } from './task/task.resolver.js';
import { ReminderResolver } from './reminder/reminder.resolver.js';
import { SavedFilterResolver } from './saved-filter/saved-filter.resolver.js';
import { SightRequestResolver } from './sight/sight-request.resolver.js';
import { SupervisionResolver } from './sight/supervision.resolver.js';
import { SupportNeedResolver } from './support/support-need.resolver.js';
import { StandardResolver } from './standard/standard.resolver.js';
import { SupportResolver } from './support/support.resolver.js';
import { TargetResolver } from './target/target.resolver.js';
import { UnitResolver } from './unit/unit.resolver.js';
import { UnitRequestResolver } from './unit-request/unit-request.resolver.js';
import { VillageAreaTypeResolver } from './unit/village-area-type.resolver.js';

/** Every subscription names its own source; type-graphql wants this all the same. */
const noTopics = { publish: () => {}, subscribe: (): never => { throw new Error('a subscription without a source'); } };

/** The schema as the resolvers give it. Throws when a field has no line in the access tables, or a line no field. */
export async function buildBareGraph(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      IdentityResolver,
      ViewerResolver,
      AccountResolver,
      OwnAccountResolver,
      RightRequestResolver,
      SecondFactorResolver,
      IdentityProviderResolver,
      PermissionResolver,
      UnitResolver,
      PlanResolver,
      TaskResolver,
      AssignmentResolver,
      EntryFlowResolver,
      CommentResolver,
      HouseholdResolver,
      MemberResolver,
      HouseholdWriteResolver,
      ClassRecordResolver,
      HouseholdMovementResolver,
      MeritRecordResolver,
      SupportNeedResolver,
      AccessLogResolver,
      AuditLineResolver,
      SupportResolver,
      SupervisionResolver,
      PairingResolver,
      TargetResolver,
      SightRequestResolver,
      EligibilityResolver,
      StoredFileResolver,
      AttachmentResolver,
      ExportJobResolver,
      StandardResolver,
      VillageAreaTypeResolver,
      ImportBatchResolver,
      SavedFilterResolver,
      UnitRequestResolver,
      HandoverResolver,
      StandInResolver,
      NoticeResolver,
      ReminderResolver,
    ],
    orphanedTypes: [],
    pubSub: noTopics,
    validate: false,
  });
  const problems = checkSchema(schema, policy);
  if (problems.length > 0) throw new Error(`Bảng quyền và lược đồ không khớp:\n${problems.join('\n')}`);
  return schema;
}

/** The schema that runs: root fields shielded, unless a test looks at the other gates alone. */
export async function buildGraph(isShielded = true): Promise<GraphQLSchema> {
  const schema = await buildBareGraph();
  return isShielded ? shieldRootFields(schema, policy) : schema;
}
