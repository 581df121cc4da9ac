import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { page, selectionAt } from '../graphql/reader.js';
import { classRecordAccess } from './class-record.access.js';
import { ClassRecord } from './class-record.entity.js';
import { ClassRecordArguments, ClassRecordConnection, ClassRecordPayload, RecordClassInput } from './class-record.input.js';
import { recordClass } from './class-record.service.js';

@Resolver(() => ClassRecord)
export class ClassRecordResolver {
  @Query(() => ClassRecordConnection, { description: 'The lists as they stood: that of a day is since ≤ day and until null or after it.' })
  classRecords(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => ClassRecordArguments) args: InstanceType<typeof ClassRecordArguments>) {
    return page(context, info, classRecordAccess, args);
  }

  @Mutation(() => ClassRecordPayload, { description: 'The decision of the commune\'s chair.' })
  recordClass(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => RecordClassInput) input: RecordClassInput) {
    return recordClass(working(context), input, selectionAt(context, info));
  }
}
