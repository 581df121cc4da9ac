import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { working, type Context } from '../graphql/context.js';
import { OwnOffer, OwnSignIn, PostOffer } from './account.entity.js';
import { AcceptInvitationInput, AcceptInvitationPayload, AnswerOfferInput, EndSignInInput, EndSignInsPayload, OfferPostInput, OfferPostPayload, OpenedInvitation } from './account.input.js';
import { acceptInvitation, openInvitation } from './invitation.service.js';
import { endSignIns, ownSignIns } from './own-sign-in.service.js';
import { answerOffer, offerPost, ownOffers, postOffers } from './post-offer.service.js';

/** What people do about themselves: join, take a further post, see where they are signed in. */
@Resolver()
export class OwnAccountResolver {
  @Query(() => OpenedInvitation, { nullable: true, description: 'Whom a link is for that is still good; a guest\'s question.' })
  invitation(@Ctx() context: Context, @Arg('token', () => String) token: string): Promise<OpenedInvitation | null> { return openInvitation(context, token); }

  @Mutation(() => AcceptInvitationPayload, { description: 'Sets the password by a link that is good once; a newcomer is signed in. A guest\'s operation.' })
  acceptInvitation(@Ctx() context: Context, @Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput): Promise<AcceptInvitationPayload> { return acceptInvitation(context, input); }

  @Query(() => [PostOffer], { description: 'Further posts that a unit offered and nobody has answered yet.' })
  postOffers(@Ctx() context: Context, @Arg('unit', () => ID) unit: string): Promise<PostOffer[]> { return postOffers(working(context), unit); }

  @Mutation(() => OfferPostPayload)
  offerPost(@Ctx() context: Context, @Arg('input', () => OfferPostInput) input: OfferPostInput): Promise<OfferPostPayload> { return offerPost(working(context), input); }

  @Query(() => [OwnOffer], { description: 'Further posts that are offered to the caller.' })
  ownOffers(@Ctx() context: Context): Promise<OwnOffer[]> { return ownOffers(working(context)); }

  @Mutation(() => OfferPostPayload)
  answerOffer(@Ctx() context: Context, @Arg('input', () => AnswerOfferInput) input: AnswerOfferInput): Promise<OfferPostPayload> { return answerOffer(working(context), input); }

  @Query(() => [OwnSignIn], { description: 'Where the caller is signed in now.' })
  ownSignIns(@Ctx() context: Context): Promise<OwnSignIn[]> { return ownSignIns(working(context)); }

  @Mutation(() => EndSignInsPayload)
  endSignIns(@Ctx() context: Context, @Arg('input', () => EndSignInInput) input: EndSignInInput): Promise<EndSignInsPayload> { return endSignIns(working(context), input); }
}
