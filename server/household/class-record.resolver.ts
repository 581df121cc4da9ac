import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { page, selectionAt } from '../graphql/reader.js';
import { Day } from '../graphql/scalars.js';
import { ClassCertificatePayload, IssueClassCertificateInput } from './class-certificate.input.js';
import { issueClassCertificate } from './class-certificate.service.js';
import { classRecordAccess } from './class-record.access.js';
import { ClassRecordArguments, ClassRecordConnection, ClassRecordPayload, RecordClassInput } from './class-record.input.js';
import { expectedExits, movementCounts, recordClass } from './class-record.service.js';
import { ExpectedExits, MovementCount } from './movement-count.entity.js';

@Resolver()
export class ClassRecordResolver {
  @Query(() => ClassRecordConnection, { description: 'The list with its history; of day D it is since ≤ D and until null or > D.' })
  classRecords(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => ClassRecordArguments) args: InstanceType<typeof ClassRecordArguments>) {
    return page(context, info, classRecordAccess, args);
  }

  @Query(() => [MovementCount], { description: 'Biến động of the viewer\'s lists within these days.' })
  movementCounts(@Ctx() context: Context, @Arg('from', () => Day) from: string, @Arg('to', () => Day) to: string, @Arg('standard', () => String) standard: string) {
    return movementCounts(working(context), from, to, standard);
  }

  @Query(() => ExpectedExits, { description: 'Households expected to escape in a year, by village.' })
  expectedExits(@Ctx() context: Context, @Arg('year', () => Int) year: number) { return expectedExits(working(context), year); }

  @Mutation(() => ClassRecordPayload, { description: 'The decision of the commune\'s chair.' })
  recordClass(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => RecordClassInput) input: RecordClassInput) {
    return recordClass(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => ClassCertificatePayload, { description: 'What a confirmation of class says (giấy xác nhận); each issue is audited and logged.' })
  issueClassCertificate(@Ctx() context: Context, @Arg('input', () => IssueClassCertificateInput) input: IssueClassCertificateInput) {
    return issueClassCertificate(working(context), input);
  }
}
