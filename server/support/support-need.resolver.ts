import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { page, selectionAt } from '../graphql/reader.js';
import { supportNeedAccess } from './support-need.access.js';
import { SupportNeed } from './support-need.entity.js';
import { AddSupportNeedInput, EndSupportNeedInput, SupportNeedArguments, SupportNeedConnection, SupportNeedPayload } from './support-need.input.js';
import { addSupportNeed, endSupportNeed } from './support-need.service.js';

@Resolver(() => SupportNeed)
export class SupportNeedResolver {
  @Query(() => SupportNeedConnection, { description: 'Who asks for which help, of the households and kinds that concern the viewer.' })
  supportNeeds(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => SupportNeedArguments) args: InstanceType<typeof SupportNeedArguments>) {
    return page(context, info, supportNeedAccess, args);
  }

  @Mutation(() => SupportNeedPayload)
  addSupportNeed(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AddSupportNeedInput) input: AddSupportNeedInput) {
    return addSupportNeed(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => SupportNeedPayload, { description: 'Met by a help, or no longer asked for.' })
  endSupportNeed(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => EndSupportNeedInput) input: EndSupportNeedInput) {
    return endSupportNeed(working(context), input, selectionAt(context, info));
  }
}
