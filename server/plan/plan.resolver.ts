import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { first, selectionAt } from '../graphql/reader.js';
import { planAccess } from './plan.access.js';
import { Plan } from './plan.entity.js';
import { RecordPlanVersionInput, RecordPlanVersionPayload } from './plan.input.js';
import { recordPlanVersion } from './plan-version.service.js';

@Resolver()
export class PlanResolver {
  @Query(() => Plan, { nullable: true, description: 'The plan of a year.' })
  plan(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('year', () => Int) year: number) { return first(context, info, planAccess, { year: { eq: year } }); }

  @Mutation(() => RecordPlanVersionPayload, { description: 'Keeps a new state of the plan\'s document beside the former ones.' })
  recordPlanVersion(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => RecordPlanVersionInput) input: RecordPlanVersionInput) {
    return recordPlanVersion(working(context), input, selectionAt(context, info));
  }
}
