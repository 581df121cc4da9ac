import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { selectionAt } from '../graphql/reader.js';
import { ReturnProgressEntryInput, SendBackProgressEntryInput, SignProgressEntryInput, SubmitProgressEntryInput, WithdrawProgressEntryInput } from './entry-flow.input.js';
import { returnProgressEntry, sendBackProgressEntry, signProgressEntry, submitProgressEntry, withdrawProgressEntry } from './entry-flow.service.js';
import { ProgressEntryPayload } from './progress-entry.input.js';

@Resolver()
export class EntryFlowResolver {
  @Mutation(() => ProgressEntryPayload, { description: 'Hands a draft to the unit\'s leader for signature.' })
  submitProgressEntry(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SubmitProgressEntryInput) input: SubmitProgressEntryInput) {
    return submitProgressEntry(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => ProgressEntryPayload, { description: 'Takes back what waits for the leader\'s signature.' })
  withdrawProgressEntry(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => WithdrawProgressEntryInput) input: WithdrawProgressEntryInput) {
    return withdrawProgressEntry(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => ProgressEntryPayload, { description: 'The leader sends what was handed over back to the officer.' })
  sendBackProgressEntry(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SendBackProgressEntryInput) input: SendBackProgressEntryInput) {
    return sendBackProgressEntry(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => ProgressEntryPayload, { description: 'A leader signs and sends what was handed over; the secretariat and the lead then see it.' })
  signProgressEntry(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SignProgressEntryInput) input: SignProgressEntryInput) {
    return signProgressEntry(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => ProgressEntryPayload, { description: 'A lead of the task, or the secretariat, gives a signed entry back to be completed.' })
  returnProgressEntry(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => ReturnProgressEntryInput) input: ReturnProgressEntryInput) {
    return returnProgressEntry(working(context), input, selectionAt(context, info));
  }
}
