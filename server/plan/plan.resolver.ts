import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { listTypes } from '../graphql/filter.js';
import { first } from '../graphql/reader.js';
import { planAccess } from './plan.access.js';
import { Plan } from './plan.entity.js';

listTypes(planAccess, { id: 'id', year: 'number' });

@Resolver()
export class PlanResolver {
  @Query(() => Plan, { nullable: true, description: 'The plan of a year.' })
  plan(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('year', () => Int) year: number) { return first(context, info, planAccess, { year: { eq: year } }); }
}
