import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { page, selectionAt } from '../graphql/reader.js';
import { sightRequestAccess } from './sight-request.access.js';
import { SightRequest } from './sight-request.entity.js';
import {
  GrantSightInput, RefuseSightInput, RequestSightInput, RevokeSightInput, SightRequestArguments, SightRequestConnection, SightRequestPayload, WithdrawSightInput,
} from './sight-request.input.js';
import { grantSight, refuseSight, requestSight, revokeSight, withdrawSight } from './sight-request.service.js';

@Resolver(() => SightRequest)
export class SightRequestResolver {
  @Query(() => SightRequestConnection, { description: 'Đề nghị mở xem: what the own unit asked, and what is asked about the own households.' })
  sightRequests(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => SightRequestArguments) args: InstanceType<typeof SightRequestArguments>) {
    return page(context, info, sightRequestAccess, args);
  }

  @Mutation(() => SightRequestPayload)
  requestSight(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => RequestSightInput) input: RequestSightInput) {
    return requestSight(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => SightRequestPayload)
  withdrawSight(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => WithdrawSightInput) input: WithdrawSightInput) {
    return withdrawSight(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => SightRequestPayload, { description: 'Opens the part from today.' })
  grantSight(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => GrantSightInput) input: GrantSightInput) {
    return grantSight(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => SightRequestPayload)
  refuseSight(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => RefuseSightInput) input: RefuseSightInput) {
    return refuseSight(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => SightRequestPayload, { description: 'Closes at once what was granted.' })
  revokeSight(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => RevokeSightInput) input: RevokeSightInput) {
    return revokeSight(working(context), input, selectionAt(context, info));
  }
}
