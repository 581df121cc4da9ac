import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { all, one, selectionAt } from '../graphql/reader.js';
import { handoverAccess } from './handover.access.js';
import { Handover } from './handover.entity.js';
import { AcceptHandoverItemInput, HandOverInput, HandoverItemPayload, HandoverPayload, HandoverPreview } from './handover.input.js';
import { acceptHandoverItem, handOver, previewHandover } from './handover.service.js';

@Resolver(() => Handover)
export class HandoverResolver {
  @Query(() => [Handover], { description: 'Handovers of the unit.' })
  handovers(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) { return all(context, info, handoverAccess); }

  @Query(() => Handover, { nullable: true })
  handover(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) { return one(context, info, handoverAccess, id); }

  @Query(() => HandoverPreview, { description: 'What a handover between two posts of the unit would move.' })
  handoverPreview(@Ctx() context: Context, @Arg('from', () => ID) from: string, @Arg('to', () => ID) to: string) { return previewHandover(working(context), { from, to }); }

  @Mutation(() => HandoverPayload, { description: 'Gives everything that a post has in hand to a colleague and ends the post, at once.' })
  handOver(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => HandOverInput) input: HandOverInput) {
    return handOver(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => HandoverItemPayload, { description: 'Ticks off a row that the viewer\'s post took over.' })
  acceptHandoverItem(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AcceptHandoverItemInput) input: AcceptHandoverItemInput) {
    return acceptHandoverItem(working(context), input, selectionAt(context, info));
  }
}
