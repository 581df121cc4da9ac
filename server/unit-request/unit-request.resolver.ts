import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { all, one, page, selectionAt } from '../graphql/reader.js';
import { answerUnitRequest, saveAnswerDraft } from './unit-request-answer.service.js';
import { declineUnitRequest, discardUnitRequest, forwardUnitRequest, reopenUnitRequest, sendUnitRequest, withdrawUnitRequest } from './unit-request-step.service.js';
import { unitRequestAccess, unitRequestRuleAccess } from './unit-request.access.js';
import { RequestDebt, UnitRequest, UnitRequestRule } from './unit-request.entity.js';
import {
  AnswerDraftPayload, AnswerUnitRequestInput, ChangeUnitRequestInput, CreateUnitRequestInput, DeclineUnitRequestInput, DiscardUnitRequestInput, ForwardUnitRequestInput, ReopenUnitRequestInput,
  SaveAnswerDraftInput, SendUnitRequestInput, UnitRequestArguments, UnitRequestConnection, UnitRequestPayload, WithdrawUnitRequestInput,
} from './unit-request.input.js';
import { debts } from './unit-request.query.js';
import { changeUnitRequest, createUnitRequest } from './unit-request.service.js';

@Resolver(() => UnitRequest)
export class UnitRequestResolver {
  @Query(() => UnitRequest, { nullable: true })
  unitRequest(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) { return one(context, info, unitRequestAccess, id); }

  @Query(() => UnitRequestConnection, { description: 'What the own unit asked, and what was sent to it; the secretariat sees all that was sent.' })
  unitRequests(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => UnitRequestArguments) args: InstanceType<typeof UnitRequestArguments>) {
    return page(context, info, unitRequestAccess, args);
  }

  @Query(() => [UnitRequestRule], { description: 'How long answers may take, with all that held before.' })
  unitRequestRules(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) { return all(context, info, unitRequestRuleAccess); }

  @Query(() => [RequestDebt], { description: 'Who owes answers, the most overdue first, of the requests that the viewer sees.' })
  requestDebts(@Ctx() context: Context) { return debts(working(context).session); }

  @Mutation(() => UnitRequestPayload)
  createUnitRequest(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => CreateUnitRequestInput) input: CreateUnitRequestInput) {
    return createUnitRequest(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => UnitRequestPayload)
  changeUnitRequest(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => ChangeUnitRequestInput) input: ChangeUnitRequestInput) {
    return changeUnitRequest(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => UnitRequestPayload, { description: 'Throws a draft away.' })
  discardUnitRequest(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => DiscardUnitRequestInput) input: DiscardUnitRequestInput) {
    return discardUnitRequest(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => UnitRequestPayload, { description: 'A leader signs and sends; the clock begins.' })
  sendUnitRequest(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SendUnitRequestInput) input: SendUnitRequestInput) {
    return sendUnitRequest(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => UnitRequestPayload)
  withdrawUnitRequest(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => WithdrawUnitRequestInput) input: WithdrawUnitRequestInput) {
    return withdrawUnitRequest(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => UnitRequestPayload, { description: 'The asker finds that the answer does not do; once.' })
  reopenUnitRequest(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => ReopenUnitRequestInput) input: ReopenUnitRequestInput) {
    return reopenUnitRequest(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => AnswerDraftPayload)
  saveAnswerDraft(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SaveAnswerDraftInput) input: SaveAnswerDraftInput) {
    return saveAnswerDraft(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => UnitRequestPayload, { description: 'A leader answers; a granted extension moves the assignment\'s day.' })
  answerUnitRequest(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AnswerUnitRequestInput) input: AnswerUnitRequestInput) {
    return answerUnitRequest(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => UnitRequestPayload)
  declineUnitRequest(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => DeclineUnitRequestInput) input: DeclineUnitRequestInput) {
    return declineUnitRequest(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => UnitRequestPayload, { description: 'Hands it on; the day for the answer stays.' })
  forwardUnitRequest(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => ForwardUnitRequestInput) input: ForwardUnitRequestInput) {
    return forwardUnitRequest(working(context), input, selectionAt(context, info));
  }
}
