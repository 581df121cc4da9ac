import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { answered, one, page, selectionAt } from '../graphql/reader.js';
import { HouseholdIdentity } from './household-identity.entity.js';
import { MemberHealth } from './member-part.entity.js';
import { saveHouseholdIdentity, saveMemberHealth, saveMemberInsurance, saveMemberLabour, saveMemberSchooling } from './member-part.service.js';
import {
  AddMemberInput, HouseholdIdentityPayload, MemberHealthPayload, MemberInsurancePayload, MemberLabourPayload, MemberPayload, MemberSchoolingPayload, SaveHouseholdIdentityInput,
  SaveMemberHealthInput, SaveMemberInsuranceInput, SaveMemberLabourInput, SaveMemberSchoolingInput, UpdateMemberInput,
} from './member-write.input.js';
import { memberAccess } from './member.access.js';
import { Member } from './member.entity.js';
import { MemberArguments, MemberConnection } from './member.input.js';
import { addMember, updateMember } from './member.service.js';
import { Purpose } from './purpose.entity.js';

@Resolver(() => Member)
export class MemberResolver {
  @Query(() => Member, { nullable: true, description: 'One person, so that opening one reads and logs one.' })
  member(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) { return one(context, info, memberAccess, id); }

  @Query(() => MemberConnection, { description: 'People of the households that the viewer may see, as far as they concern it.' })
  members(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => MemberArguments) args: InstanceType<typeof MemberArguments>) {
    return page(context, info, memberAccess, args);
  }

  @FieldResolver(() => MemberHealth, { nullable: true, description: 'Opening it is logged with the purpose.' })
  health(@Ctx() context: Context, @Root() row: Member, @Info() info: GraphQLResolveInfo, @Arg('purpose', () => Purpose) _purpose: Purpose) { return answered(context, row, info); }

  @FieldResolver(() => HouseholdIdentity, { nullable: true, description: 'Opening it is logged with the purpose.' })
  identity(@Ctx() context: Context, @Root() row: Member, @Info() info: GraphQLResolveInfo, @Arg('purpose', () => Purpose) _purpose: Purpose) { return answered(context, row, info); }

  @Mutation(() => MemberPayload)
  addMember(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => AddMemberInput) input: AddMemberInput) {
    return addMember(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => MemberPayload)
  updateMember(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => UpdateMemberInput) input: UpdateMemberInput) {
    return updateMember(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => MemberLabourPayload)
  saveMemberLabour(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SaveMemberLabourInput) input: SaveMemberLabourInput) {
    return saveMemberLabour(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => MemberSchoolingPayload)
  saveMemberSchooling(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SaveMemberSchoolingInput) input: SaveMemberSchoolingInput) {
    return saveMemberSchooling(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => MemberInsurancePayload)
  saveMemberInsurance(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SaveMemberInsuranceInput) input: SaveMemberInsuranceInput) {
    return saveMemberInsurance(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => MemberHealthPayload)
  saveMemberHealth(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SaveMemberHealthInput) input: SaveMemberHealthInput) {
    return saveMemberHealth(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => HouseholdIdentityPayload)
  saveHouseholdIdentity(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SaveHouseholdIdentityInput) input: SaveHouseholdIdentityInput) {
    return saveHouseholdIdentity(working(context), input, selectionAt(context, info));
  }
}
