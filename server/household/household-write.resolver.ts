import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { selectionAt } from '../graphql/reader.js';
import {
  AddHouseholdGroupInput, AddPovertyCauseInput, DeprivationPayload, EndDeprivationInput, EndHouseholdGroupInput, EndPovertyCauseInput, HouseholdGroupPayload, PovertyCausePayload,
  RecordDeprivationInput,
} from './fact.input.js';
import { addHouseholdGroup, addPovertyCause, endDeprivation, endHouseholdGroup, endPovertyCause, recordDeprivation } from './fact.service.js';
import { CreateHouseholdInput, HouseholdContactPayload, HouseholdPayload, SaveHouseholdContactInput, UpdateHouseholdInput } from './household-write.input.js';
import { createHousehold, saveHouseholdContact, updateHousehold } from './household.service.js';

@Resolver()
export class HouseholdWriteResolver {
  @Mutation(() => HouseholdPayload, { description: 'A family new to the register, with its head.' })
  createHousehold(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => CreateHouseholdInput) input: CreateHouseholdInput) {
    return createHousehold(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => HouseholdPayload)
  updateHousehold(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => UpdateHouseholdInput) input: UpdateHouseholdInput) {
    return updateHousehold(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => HouseholdContactPayload)
  saveHouseholdContact(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SaveHouseholdContactInput) input: SaveHouseholdContactInput) {
    return saveHouseholdContact(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => DeprivationPayload)
  recordDeprivation(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => RecordDeprivationInput) input: RecordDeprivationInput) {
    return recordDeprivation(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => DeprivationPayload)
  endDeprivation(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => EndDeprivationInput) input: EndDeprivationInput) {
    return endDeprivation(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => PovertyCausePayload)
  addPovertyCause(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AddPovertyCauseInput) input: AddPovertyCauseInput) {
    return addPovertyCause(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => PovertyCausePayload)
  endPovertyCause(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => EndPovertyCauseInput) input: EndPovertyCauseInput) {
    return endPovertyCause(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => HouseholdGroupPayload)
  addHouseholdGroup(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AddHouseholdGroupInput) input: AddHouseholdGroupInput) {
    return addHouseholdGroup(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => HouseholdGroupPayload)
  endHouseholdGroup(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => EndHouseholdGroupInput) input: EndHouseholdGroupInput) {
    return endHouseholdGroup(working(context), input, selectionAt(context, info));
  }
}
