import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { all, answered, page, selectionAt } from '../graphql/reader.js';
import { Purpose } from '../household/purpose.entity.js';
import { saveSupportAmount, saveSupportLoan } from './support-amount.service.js';
import { supportAccess, supportKindAccess } from './support.access.js';
import { Support, SupportKind, SupportKindCode, SupportLoan } from './support.entity.js';
import {
  CreateSupportInput, OverlappingUnit, SaveSupportAmountInput, SaveSupportLoanInput, SupportArguments, SupportConnection, SupportPayload, UpdateSupportInput, VerifySupportInput,
} from './support.input.js';
import { checkOverlap, createSupport, updateSupport, verifySupport } from './support.service.js';

@Resolver(() => Support)
export class SupportResolver {
  @Query(() => [SupportKind], { description: 'Every kind of help.' })
  supportKinds(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) { return all(context, info, supportKindAccess); }

  @Query(() => SupportConnection, { description: 'The helps that the viewer may see.' })
  supports(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => SupportArguments) args: InstanceType<typeof SupportArguments>) {
    return page(context, info, supportAccess, args);
  }

  @Query(() => [OverlappingUnit], { nullable: true, description: 'Other units that have planned this kind of help to the household, by name alone; each look is logged. Null for a household not seen.' })
  checkOverlap(@Ctx() context: Context, @Arg('household', () => ID) household: string, @Arg('kind', () => SupportKindCode) kind: string) {
    return checkOverlap(working(context), household, kind);
  }

  @Mutation(() => SupportPayload)
  createSupport(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => CreateSupportInput) input: CreateSupportInput) {
    return createSupport(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => SupportPayload)
  updateSupport(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => UpdateSupportInput) input: UpdateSupportInput) {
    return updateSupport(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => SupportPayload, { description: 'The commune confirms that the family received it.' })
  verifySupport(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => VerifySupportInput) input: VerifySupportInput) {
    return verifySupport(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => SupportPayload)
  saveSupportAmount(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SaveSupportAmountInput) input: SaveSupportAmountInput) {
    return saveSupportAmount(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => SupportPayload)
  saveSupportLoan(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SaveSupportLoanInput) input: SaveSupportLoanInput) {
    return saveSupportLoan(working(context), input, selectionAt(context, info));
  }

  @FieldResolver(() => SupportLoan, { nullable: true, description: 'Opening it is logged with the purpose.' })
  loan(@Ctx() context: Context, @Root() row: Support, @Info() info: GraphQLResolveInfo, @Arg('purpose', () => Purpose) _purpose: Purpose) { return answered(context, row, info); }
}
