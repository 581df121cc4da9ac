import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { all, page, selectionAt } from '../graphql/reader.js';
import { PairingBoard, PairingQuotaPayload, SavePairingQuotaInput } from './pairing-board.input.js';
import { pairingBoard, savePairingQuota } from './pairing-board.service.js';
import { pairingQuotaAccess } from './pairing-quota.access.js';
import { PairingQuota } from './pairing-quota.entity.js';
import { pairingAccess } from './pairing.access.js';
import { Pairing } from './pairing.entity.js';
import { ConfirmPairingInput, DeclinePairingInput, EndPairingInput, PairingArguments, PairingConnection, PairingPayload, ProposePairingInput, UpdatePairingInput } from './pairing.input.js';
import { confirmPairing, declinePairing, endPairing, proposePairing, updatePairing } from './pairing.service.js';

@Resolver(() => Pairing)
export class PairingResolver {
  @Query(() => PairingConnection, { description: 'Who helps whom, as far as the viewer is a side of it.' })
  pairings(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Args(() => PairingArguments) args: InstanceType<typeof PairingArguments>) {
    return page(context, info, pairingAccess, args);
  }

  @Query(() => PairingBoard, { description: 'Of the whole province for the secretariat; for a unit its own part.' })
  pairingBoard(@Ctx() context: Context, @Arg('year', () => Int) year: number) { return pairingBoard(working(context), year); }

  @Query(() => [PairingQuota], { description: 'How many households bodies promised to help.' })
  pairingQuotas(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) { return all(context, info, pairingQuotaAccess); }

  @Mutation(() => PairingQuotaPayload)
  savePairingQuota(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => SavePairingQuotaInput) input: SavePairingQuotaInput) {
    return savePairingQuota(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => PairingPayload)
  proposePairing(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => ProposePairingInput) input: ProposePairingInput) {
    return proposePairing(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => PairingPayload, { description: 'For the own side; agreed once both have.' })
  confirmPairing(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => ConfirmPairingInput) input: ConfirmPairingInput) {
    return confirmPairing(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => PairingPayload)
  declinePairing(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => DeclinePairingInput) input: DeclinePairingInput) {
    return declinePairing(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => PairingPayload)
  endPairing(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => EndPairingInput) input: EndPairingInput) {
    return endPairing(working(context), input, selectionAt(context, info));
  }

  @Mutation(() => PairingPayload)
  updatePairing(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('input', () => UpdatePairingInput) input: UpdatePairingInput) {
    return updatePairing(working(context), input, selectionAt(context, info));
  }
}
