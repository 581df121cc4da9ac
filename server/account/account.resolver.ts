import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { one, page, selectionAt } from '../graphql/reader.js';
import { changePost, endPost } from './account-post.service.js';
import { accountAccess } from './account.access.js';
import { Account, KeptUnit } from './account.entity.js';
import {
  AccountArguments, AccountConnection, AccountInput, AccountPayload, ChangeAccountInput, ChangePostInput, EndPostInput, InvitationPayload, InviteAccountInput,
} from './account.input.js';
import { keptUnits, peopleOf } from './account.query.js';
import { changeAccount, inviteAccount, renewInvitation, resetSecondFactor, setLocked } from './account.service.js';
import { sensitiveNounsOf } from './sensitive-nouns.js';

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => AccountConnection, { description: 'People whose accounts the viewer keeps.' })
  async accounts(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => AccountArguments) { unit, ...args }: InstanceType<typeof AccountArguments>) {
    if (unit === null || unit === undefined) return page(context, info, accountAccess, args);
    const ofUnit = { id: { in: await peopleOf(working(context).session, unit) } };
    return page(context, info, accountAccess, { ...args, filter: args.filter ? { and: [ofUnit, args.filter] } : ofUnit });
  }

  @Query(() => Account, { nullable: true })
  account(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) { return one(context, info, accountAccess, id); }

  @Query(() => [KeptUnit], { description: 'The own unit; for the secretariat\'s administrator also the units that have none.' })
  async keptUnits(@Ctx() context: Context) {
    const { policy, session } = working(context);
    return (await keptUnits(session)).map(unit => ({ ...unit, sensitiveNouns: sensitiveNounsOf(policy, unit.kind) }));
  }

  @Mutation(() => InvitationPayload)
  inviteAccount(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => InviteAccountInput) input: InviteAccountInput) {
    return inviteAccount(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => InvitationPayload, { description: 'A link anew: to join, or to set another password, which ends every sign-in.' })
  renewInvitation(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AccountInput) input: AccountInput) {
    return renewInvitation(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => AccountPayload)
  changeAccount(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => ChangeAccountInput) input: ChangeAccountInput) {
    return changeAccount(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => AccountPayload, { description: 'Takes away a second factor that was lost, and ends every sign-in that minute.' })
  resetSecondFactor(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AccountInput) input: AccountInput) {
    return resetSecondFactor(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => AccountPayload, { description: 'Ends every sign-in that minute.' })
  lockAccount(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AccountInput) input: AccountInput) {
    return setLocked(working(context), input, true, selectionAt(context, info));
  }

  @Mutation(() => AccountPayload)
  unlockAccount(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AccountInput) input: AccountInput) {
    return setLocked(working(context), input, false, selectionAt(context, info));
  }

  @Mutation(() => AccountPayload)
  endPost(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => EndPostInput) input: EndPostInput) {
    return endPost(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => AccountPayload)
  changePost(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => ChangePostInput) input: ChangePostInput) {
    return changePost(working(context), input, selectionAt(context, info));
  }
}
