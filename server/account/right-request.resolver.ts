import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { page, selectionAt } from '../graphql/reader.js';
import { rightRequestAccess } from './right-request.access.js';
import { RightRequest } from './right-request.entity.js';
import { DecideRightsInput, RequestRightsInput, RightRequestArguments, RightRequestConnection, RightRequestPayload } from './right-request.input.js';
import { decideRights, requestRights } from './right-request.service.js';

@Resolver(() => RightRequest)
export class RightRequestResolver {
  @Query(() => RightRequestConnection, { description: 'Đề nghị cấp quyền mở dữ liệu nhạy cảm of the units whose accounts the viewer keeps.' })
  rightRequests(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => RightRequestArguments) args: InstanceType<typeof RightRequestArguments>) {
    return page(context, info, rightRequestAccess, args);
  }

  @Mutation(() => RightRequestPayload)
  requestRights(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => RequestRightsInput) input: RequestRightsInput) {
    return requestRights(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => RightRequestPayload, { description: 'The post opens from now on what was asked for.' })
  grantRights(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => DecideRightsInput) input: DecideRightsInput) {
    return decideRights(working(context), input, true, selectionAt(context, info));
  }

  @Mutation(() => RightRequestPayload)
  refuseRights(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => DecideRightsInput) input: DecideRightsInput) {
    return decideRights(working(context), input, false, selectionAt(context, info));
  }
}
