import { everyPost, signedIn, type OperationLines } from '../access/policy.js';

/** The database asks once more, by the post itself, and of what a post may do it knows the ranks. */
const keepers = { portals: signedIn, posts: ['LEADER', 'ACCOUNT_ADMINISTRATOR'] } as const;
const anyone = { portals: signedIn, posts: everyPost } as const;
const terms = ['role', 'villages', 'communes', 'validFrom', 'validTo'] as const;

/** Who keeps accounts, and what everybody may do about the own. */
export const accountOperations: OperationLines = {
  'Query.accounts':  keepers,
  'Query.account':   keepers,
  'Query.keptUnits': keepers,
  'Query.postOffers': keepers,
  'Mutation.inviteAccount': { ...keepers, payload: 'InvitationPayload', input: { type: 'InviteAccountInput', keys: ['unit', 'name', 'login', 'email', ...terms] } },
  'Mutation.renewInvitation': { ...keepers, payload: 'InvitationPayload', input: { type: 'AccountInput', keys: ['id'] } },
  'Mutation.offerPost': { ...keepers, payload: 'OfferPostPayload', input: { type: 'OfferPostInput', keys: ['unit', 'login', 'name', ...terms] } },
  'Mutation.changeAccount': { ...keepers, payload: 'AccountPayload', input: { type: 'ChangeAccountInput', keys: ['id', 'email'] } },
  'Mutation.resetSecondFactor': { ...keepers, payload: 'AccountPayload', input: { type: 'AccountInput', keys: ['id'] } },
  'Mutation.lockAccount': { ...keepers, payload: 'AccountPayload', input: { type: 'AccountInput', keys: ['id'] } },
  'Mutation.unlockAccount': { ...keepers, payload: 'AccountPayload', input: { type: 'AccountInput', keys: ['id'] } },
  'Mutation.endPost': { ...keepers, payload: 'AccountPayload', input: { type: 'EndPostInput', keys: ['id', 'version', 'lastDay'] } },
  'Mutation.changePost': { ...keepers, payload: 'AccountPayload', input: { type: 'ChangePostInput', keys: ['id', 'version', 'officePhone', 'sensitiveNouns', ...terms] } },
  'Query.rightRequests': keepers,
  'Mutation.requestRights': { ...keepers, payload: 'RightRequestPayload', input: { type: 'RequestRightsInput', keys: ['post', 'nouns', 'reason'] } },
  'Mutation.grantRights': { portals: signedIn, posts: ['LEADER'], payload: 'RightRequestPayload', input: { type: 'DecideRightsInput', keys: ['id', 'answer'] } },
  'Mutation.refuseRights': { portals: signedIn, posts: ['LEADER'], payload: 'RightRequestPayload', input: { type: 'DecideRightsInput', keys: ['id', 'answer'] } },
  'Query.ownOffers': anyone,
  'Query.ownSignIns': anyone,
  'Mutation.answerOffer': { ...anyone, payload: 'OfferPostPayload', input: { type: 'AnswerOfferInput', keys: ['id', 'accept'] } },
  'Mutation.endSignIns': { ...anyone, payload: 'EndSignInsPayload', input: { type: 'EndSignInInput', keys: ['id'] } },
  // A guest's too, see the gate on root fields: the secret of the link stands for the person.
  'Query.invitation': anyone,
  'Mutation.acceptInvitation': { ...anyone, payload: 'AcceptInvitationPayload', input: { type: 'AcceptInvitationInput', keys: ['token', 'password'] } },
};

/** Parts of an account that its own line guards, and what is about the caller alone. */
export const accountWrappers: readonly string[] = ['AccountPost', 'AccountPlace', 'KeptUnit', 'PostOffer', 'OwnOffer', 'OwnSignIn', 'OpenedInvitation'];
