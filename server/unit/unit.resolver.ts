import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { all, answered, first, page } from '../graphql/reader.js';
import { householdList } from '../household/household.input.js';
import { Household } from '../household/household.entity.js';
import { unitAccess, unitClassAccess } from './unit.access.js';
import { UnitClass } from './unit-class.entity.js';
import { Unit } from './unit.entity.js';
import { UnitArguments, UnitConnection } from './unit.input.js';

@Resolver(() => Unit)
export class UnitResolver {
  @Query(() => Unit, { nullable: true, description: 'The unit that now bears this code.' })
  unit(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('code', () => String) code: string) {
    return first(context, info, unitAccess, { code: { eq: code }, validTo: { isNull: true } });
  }

  @Query(() => UnitConnection, { description: 'Agencies, communes and organisations.' })
  units(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => UnitArguments) args: InstanceType<typeof UnitArguments>) {
    return page(context, info, unitAccess, args);
  }

  @Query(() => [UnitClass], { description: 'The classes that clauses bind.' })
  unitClasses(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) { return all(context, info, unitClassAccess); }

  @FieldResolver(() => [Household], { description: 'Of the commune\'s households those that the viewer may see.' })
  households(
    @Ctx() context: Context, @Root() row: Unit, @Info() info: GraphQLResolveInfo, @Arg('first', () => Int) _first: number,
    @Arg('filter', () => householdList.Filter, { nullable: true }) _filter?: object, @Arg('order', () => [householdList.Order], { nullable: true }) _order?: object[],
  ) { return answered(context, row, info); }
}
