import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { all } from '../graphql/reader.js';
import { supervisionAccess } from './supervision.access.js';
import { Supervision } from './supervision.entity.js';

@Resolver(() => Supervision)
export class SupervisionResolver {
  @Query(() => [Supervision], { description: 'The reviews and inspections under supervision; the first hundred.' })
  supervisions(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) { return all(context, info, supervisionAccess); }
}
