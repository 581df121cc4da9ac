import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { page } from '../graphql/reader.js';
import { auditLineAccess } from './audit-line.access.js';
import { AuditChain, AuditChange, AuditLine, AuditRefusal } from './audit-line.entity.js';
import { AuditLineArguments, AuditLineConnection } from './audit-line.input.js';
import { auditChain, changesOf, refusalsOf, type Told } from './audit-line.service.js';

@Resolver(() => AuditLine)
export class AuditLineResolver {
  @Query(() => AuditLineConnection, { description: 'The trail: of the unit for its leader, of the province for the secretariat\'s, of sign-ins for who keeps accounts, of the own post for everybody else.' })
  auditLines(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => AuditLineArguments) args: InstanceType<typeof AuditLineArguments>) {
    return page(context, info, auditLineAccess, args);
  }

  @Query(() => AuditChain)
  auditChain(@Ctx() context: Context): Promise<AuditChain> { return auditChain(working(context)); }

  @FieldResolver(() => [AuditChange])
  changes(@Root() line: Told, @Ctx() context: Context): Promise<AuditChange[]> { return changesOf(working(context), line); }

  @FieldResolver(() => [AuditRefusal])
  refusals(@Root() { detail }: { detail: Parameters<typeof refusalsOf>[0] }): AuditRefusal[] { return refusalsOf(detail); }
}
