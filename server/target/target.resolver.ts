import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { one, page, selectionAt } from '../graphql/reader.js';
import { targetAccess } from './target.access.js';
import { Target } from './target.entity.js';
import { CloseTargetSplitInput, SplitTargetInput, TargetArguments, TargetConnection, TargetPayload } from './target.input.js';
import { closeTargetSplit, splitTarget } from './target.service.js';

@Resolver(() => Target)
export class TargetResolver {
  @Query(() => Target, { nullable: true })
  target(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) { return one(context, info, targetAccess, id); }

  @Query(() => TargetConnection, { description: 'The province\'s targets, and of the shares those that the viewer may see.' })
  targets(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => TargetArguments) args: InstanceType<typeof TargetArguments>) {
    return page(context, info, targetAccess, args);
  }

  @Mutation(() => TargetPayload, { description: 'By the target\'s owner until the secretariat closes the split.' })
  splitTarget(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SplitTargetInput) input: SplitTargetInput) {
    return splitTarget(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => TargetPayload, { description: 'Afterwards only the secretariat changes the split.' })
  closeTargetSplit(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => CloseTargetSplitInput) input: CloseTargetSplitInput) {
    return closeTargetSplit(working(context), input, selectionAt(context, info));
  }
}
