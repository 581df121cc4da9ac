/** Of golden-matrix.ts the nouns and root fields by which people come and go, by the same hand. */
export const doorsLines = {
  Handover: `
    id unit fromPost toPost madeBy madeAt note itemCount | r | r | r | r | added: the own unit's; the secretariat all
    items                          | r     | r   | r     | r  |  relation`,
  HandoverItem: `
    id noun rowId dueDay label     | r     | r   | r     | r  |  added
    assignment household           | r     | r   | r     | r  |  relation
    acceptedOn                     | ru    | ru  | ru    | ru |  added: its taker's alone`,
} as const;

export const doorsOperations = `
  Query.handovers Query.handover                                       | SDCM | LOVRSA
  Query.handoverPreview Mutation.handOver                              | SDCM | L
  Mutation.acceptHandoverItem Query.standIns Mutation.startStandIn Mutation.endStandIn | SDCM | LOV
  Mutation.loginByCode Query.secondFactor Mutation.beginSecondFactor Mutation.confirmSecondFactor Mutation.removeSecondFactor | SDCM | LOVRSA
  Query.identityProvider Mutation.beginIdentityLink Mutation.removeIdentityLink | SDCM | LOVRSA`;
