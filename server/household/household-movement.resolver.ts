import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { selectionAt } from '../graphql/reader.js';
import { EndHouseholdInput, MergeHouseholdsInput, MoveHouseholdInput, SplitHouseholdInput } from './household-movement.input.js';
import { endHousehold, mergeHouseholds, moveHousehold, splitHousehold } from './household-movement.service.js';
import { HouseholdPayload } from './household-write.input.js';

@Resolver()
export class HouseholdMovementResolver {
  @Mutation(() => HouseholdPayload, { description: 'Answers the new household.' })
  splitHousehold(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SplitHouseholdInput) input: SplitHouseholdInput) {
    return splitHousehold(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => HouseholdPayload, { description: 'Answers no household: it is another commune\'s now.' })
  moveHousehold(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => MoveHouseholdInput) input: MoveHouseholdInput) {
    return moveHousehold(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => HouseholdPayload, { description: 'Answers the household that stays.' })
  mergeHouseholds(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => MergeHouseholdsInput) input: MergeHouseholdsInput) {
    return mergeHouseholds(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => HouseholdPayload)
  endHousehold(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => EndHouseholdInput) input: EndHouseholdInput) {
    return endHousehold(working(context), input, selectionAt(context, info));
  }
}
