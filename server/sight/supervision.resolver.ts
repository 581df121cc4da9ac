import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { all, selectionAt } from '../graphql/reader.js';
import { supervisionAccess } from './supervision.access.js';
import { Supervision } from './supervision.entity.js';
import { CreateSupervisionInput, EndSupervisionInput, SupervisionPayload } from './supervision.input.js';
import { createSupervision, endSupervision } from './supervision.service.js';

@Resolver(() => Supervision)
export class SupervisionResolver {
  @Query(() => [Supervision], { description: 'The reviews and inspections under supervision; the first hundred.' })
  supervisions(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) { return all(context, info, supervisionAccess); }

  @Mutation(() => SupervisionPayload, { description: 'Its unit sees the commune\'s list on these days.' })
  createSupervision(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => CreateSupervisionInput) input: CreateSupervisionInput) {
    return createSupervision(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => SupervisionPayload)
  endSupervision(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => EndSupervisionInput) input: EndSupervisionInput) {
    return endSupervision(working(context), input, selectionAt(context, info));
  }
}
