import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { answered, one, page } from '../graphql/reader.js';
import { householdAccess } from './household.access.js';
import { HouseholdIncome } from './household-income.entity.js';
import { Household } from './household.entity.js';
import { HouseholdArguments, HouseholdConnection } from './household.input.js';
import { LockedPart } from './locked-part.entity.js';
import { lockedParts } from './locked-part.service.js';
import { MeritRecord } from './merit-record.entity.js';
import { Purpose } from './purpose.entity.js';

@Resolver(() => Household)
export class HouseholdResolver {
  @Query(() => Household, { nullable: true })
  household(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) { return one(context, info, householdAccess, id); }

  @Query(() => HouseholdConnection, { description: 'The households that the viewer may see.' })
  households(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => HouseholdArguments) args: InstanceType<typeof HouseholdArguments>) {
    return page(context, info, householdAccess, args);
  }

  @FieldResolver(() => [LockedPart], { description: 'What this portal and post may not open, whether or not a record exists.' })
  locked(@Ctx() context: Context) { return lockedParts(working(context)); }

  @FieldResolver(() => [HouseholdIncome], { description: 'Latest first; opening them is logged with the purpose.' })
  incomes(@Ctx() context: Context, @Root() row: Household, @Info() info: GraphQLResolveInfo, @Arg('purpose', () => Purpose) _purpose: Purpose) { return answered(context, row, info); }

  @FieldResolver(() => [MeritRecord], { description: 'Opening them is logged with the purpose.' })
  merits(@Ctx() context: Context, @Root() row: Household, @Info() info: GraphQLResolveInfo, @Arg('purpose', () => Purpose) _purpose: Purpose) { return answered(context, row, info); }
}
