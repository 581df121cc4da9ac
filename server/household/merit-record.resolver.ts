import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { page, selectionAt } from '../graphql/reader.js';
import { meritRecordAccess } from './merit-record.access.js';
import { MeritRecord } from './merit-record.entity.js';
import {
  AddMeritRecordInput, ConfirmMeritRecordInput, HouseholdIncomePayload, MeritRecordArguments, MeritRecordConnection, MeritRecordPayload, RecordIncomeInput, UpdateMeritRecordInput,
} from './merit-record.input.js';
import { addMeritRecord, confirmMeritRecord, recordIncome, updateMeritRecord } from './merit-record.service.js';

@Resolver(() => MeritRecord)
export class MeritRecordResolver {
  @Query(() => MeritRecordConnection, { description: 'People with merit, for whoever may open their records; each reading is logged.' })
  meritRecords(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => MeritRecordArguments) args: MeritRecordArguments) {
    return page(context, info, meritRecordAccess, args);
  }

  @Mutation(() => MeritRecordPayload)
  addMeritRecord(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AddMeritRecordInput) input: AddMeritRecordInput) {
    return addMeritRecord(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => MeritRecordPayload)
  updateMeritRecord(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => UpdateMeritRecordInput) input: UpdateMeritRecordInput) {
    return updateMeritRecord(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => MeritRecordPayload, { description: 'Sở Nội vụ confirms what stands there.' })
  confirmMeritRecord(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => ConfirmMeritRecordInput) input: ConfirmMeritRecordInput) {
    return confirmMeritRecord(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => HouseholdIncomePayload)
  recordIncome(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => RecordIncomeInput) input: RecordIncomeInput) {
    return recordIncome(working(context), input, selectionAt(context, info));
  }
}
