import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { page } from '../graphql/reader.js';
import { accessLogAccess } from './access-log.access.js';
import { AccessLogEntry } from './access-log.entity.js';
import { AccessLogEntryArguments, AccessLogEntryConnection } from './access-log.input.js';

@Resolver(() => AccessLogEntry)
export class AccessLogResolver {
  @Query(() => AccessLogEntryConnection, { description: 'Who opened sensitive parts of the households that the viewer answers for, and what the own unit opened.' })
  accessLogEntries(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => AccessLogEntryArguments) args: InstanceType<typeof AccessLogEntryArguments>) {
    return page(context, info, accessLogAccess, args);
  }
}
