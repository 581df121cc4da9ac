/** Of golden-matrix.ts people and their accounts, by the same hand. Nobody creates or updates: writes go through functions that ask for the post's rank. */
export const peopleLines = {
  Account: `
    id login name                  | rf    | rf  | rf    | rf |  added: of kept units alone
    email                          | r     | r   | r     | r  |  added
    lockedOn mustChangePassword joinedAt | r | r | r   | r  |  added
    hasSecondFactor lastSignInAt linkUntil hasOtherPosts mayAdminister | r | r | r | r | added: computed
    posts                          | r     | r   | r     | r  |  relation`,
  RightRequest: `
    id unit post state requestedOn | rf    | rf  | rf    | rf |  added: of kept units alone
    nouns reason requestedBy decidedBy decidedOn answer | r | r | r | r | added
    mayDecide                      | r     | r   | r     | r  |  added: computed`,
};

/** Root fields on people, as in goldenOperations. */
export const peopleOperations = `
  Query.accounts Query.account Query.keptUnits Query.postOffers Query.rightRequests | SDCM | LA
  Mutation.inviteAccount Mutation.renewInvitation Mutation.offerPost Mutation.changeAccount | SDCM | LA
  Mutation.resetSecondFactor Mutation.lockAccount Mutation.unlockAccount Mutation.endPost Mutation.changePost Mutation.requestRights | SDCM | LA
  Mutation.grantRights Mutation.refuseRights                           | SDCM | L
  Query.ownOffers Query.ownSignIns Query.invitation                    | SDCM | LOVRSA
  Mutation.answerOffer Mutation.endSignIns Mutation.acceptInvitation   | SDCM | LOVRSA`;
