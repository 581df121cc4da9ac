/** Of golden-matrix.ts targets and their split by unit, and what bodies promise, by the same hand. */
export const splitLines = {
  Target: `
    id                             | rf    | rf  | rf  | rf  | rf
    version                        | r     | r   | r   | r   | r
    plan task unit code name year  | rfac  | rfac | rfa | rfa | rf
    parent                         | rfac  | rfac | rfa | rfa | rf
    shares                         | r     | r   | r   | r   |    relation: rows as the Target's own
    owner                          | rfac  | rfac | rfa | rfa |    added
    operator value population populationClasses unitOfMeasure | rfacu | rfacu | rfa | rfa | r
    isCounted                      | rf    | rf  | rf  | rf  | rf added: follows from the unit of measure
    clause conflictsWith           | rcu   | r   | r   | r   | r
    note                           | rcu   | rcu | r   | r   |
    closedOn                       | rfu   | rf  | rf  | rf  |    added: "until S closes them"
    reason                         | rcu   | r   | r   | r   |    added: why a closed split was changed`,
  PairingQuota: `
    id                             | rf    | rf  |     | rf  |    added: "32 đơn vị, 942 hộ" of III.2(8) as data
    version                        | r     | r   |     | r   |
    helper year                    | rfac  | rf  |     | rf  |    rows: a body's own promise
    households                     | rfacu | rf  |     | rf  |
    source                         | rcu   | r   |     | r   |`,
} as const;

export const splitOperations = `
  Query.target Query.targets                                           | SDCM | LOVRSA
  Mutation.splitTarget                                                 | SD   | LO
  Mutation.closeTargetSplit Mutation.savePairingQuota                  | S    | LO
  Query.pairingQuotas                                                  | SDM  | LOVRS
  Query.pairingBoard                                                   | SDCM | LOVRS`;
