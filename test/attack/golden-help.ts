/** Of golden-matrix.ts help, the law as data, files and what a post keeps for itself, by the same hand. */
export const helpLines = {
  // 4 Help
  SupportKind: `
    code name no                   | rf    | rf  | rf    | rf |  added: a list
    indicators isHealth            | r     | r   | r     | r  |  added: a list`,
  Support: `
    id                             | rf    | rf   | rf   | rf   |
    version                        | r     | r    | r    | r    |
    household member kind provider | rfa   | rfac | rfac | rfac |
    fundingSource programme clause | rfa   | rfacu | rfacu | rfacu |
    planItem                       | rf    | rfc  | rfc  | rfc  |
    state plannedDay deliveredDay  | rfa   | rfacu | rfacu | rfacu |
    quantity                       | rf    | rfcu | rfcu | rfcu |  stricter: words and a number
    reservedUntil                  | rf    | rf   | rf   | rf   |
    evidence note                  | r     | rcu  | rcu  | rcu  |
    verifiedBy verifiedOn          | rf    | rf   | rfu  | rf   |
    amount                         | r     | r    | r    | r    |  relation
    loan                           | r     | r    | r    |      |  relation`,
  SupportAmount: `
    id version                     | r     | r    | r    | r    |
    support                        | r     | rc   | rc   | rc   |  relation: placement
    amount disbursedOn             | rfa   | rfacu | rfacu | rfacu |`,
  SupportLoan: `
    id version                     | r     | r    | r    |      |
    support                        | r     | rc   | r    |      |  relation: placement
    termMonths purpose disbursedOn | rfa   | rfacu | r   |      |
    outstanding overdue            | r     | rfacu |     |      |`,
  Pairing: `
    id                             | rf    | rf   | rf   | rf   |
    version                        | r     | r    | r    | r    |
    commune helper household       | rfac  | rfac | rfac | rfac |
    householdCode householdVillage | rf    | rf   | rf   | rf   |  added: what the helper gets before AGREED, instead of the row; set by triggers
    householdClass                 | rfa   | rfa  | rfa  | rf   |  added: as Household.class
    needKinds                      | r     | r    | r    | r    |  added: open ones, without those of health
    hasMerit                       | rf    | rf   | rf   | rf   |  added: the merit group, as HouseholdGroup
    leaderInCharge                 | rfcu  | rf   | rf   | rf   |
    validFrom validTo              | rfacu | rfac | rfac | rfac |  c: a proposal names its days
    state                          | rfa   | rfa  | rfa  | rfa  |  stricter: state moves by operations
    communeConfirmedOn             | rf    | rf   | rfu  | rf   |  stricter: each side its own
    helperConfirmedOn              | rf    | rfu  | rf   | rfu  |  stricter: each side its own
    officer promise outcome        | rfa   | rfacu | rf  | rfacu |
    endReason                      | rcu   | rcu  | rcu  | rcu  |`,

  // Law as data, and files
  PovertyStandard: `
    code name legalBasis validFrom provenance note | rfc | rf | rf | rf | added: config of the domain
    validTo                        | rfcu  | rf  | rf    | rf |  added
    indicators figures             | r     | r   | r     | r  |  relation`,
  StandardIndicator: `
    id                             | rf    | rf  | rf    | rf |  added
    standard indicator no name threshold | rfc | rf | rf | rf |  added
    dimension                      | r     | r   | r     | r  |  added`,
  StandardFigure: `
    id                             | rf    | rf  | rf    | rf |  added
    standard figure areaType value validFrom source provenance note | rfc | rf | rf | rf | added
    validTo                        | rfcu  | rf  | rf    | rf |  added
    replacedOn                     | rfu   | rf  | rf    | rf |  added`,
  DeprivationIndicator: `
    code dimension name            | rf    | rf  | rf    | rf |  added`,
  ScoreSheet: `
    id                             | rf    | rf  | rf    | rf |  added
    standard formVersion region source validFrom importedOn | rfc | rf | rf | rf | added
    areas importedBy               | rc    | r   | r     | r  |  added
    validTo                        | rfcu  | rf  | rf    | rf |  added
    items                          | r     | r   | r     | r  |  relation`,
  ScoreItem: `
    id                             | rf    | rf  | rf    | rf |  added
    scoreSheet                     | rc    | r   | r     | r  |  added
    no item name groupName isExclusive isRequired isCounted points | rfc | rf | rf | rf | added`,
  RegistryRule: `
    id                             | rf    | rf  | rf    | rf |  added
    name value validFrom source    | rfc   | rf  | rf    | rf |  added
    validTo                        | rfcu  | rf  | rf    | rf |  added
    replacedOn                     | rfu   | rf  | rf    | rf |  added`,
  VillageAreaType: `
    id                             | rf    | rf  | rf    | rf |  added
    village areaType validFrom source | rfc | rf | rf    | rf |  added
    validTo                        | rfcu  | rf  | rf    | rf |  added
    replacedOn                     | rfu   | rf  | rf    | rf |  added`,
  StoredFile: `
    id unit post name mediaType size sha256 kind | rc | rc | rc | rc | added: one's own files alone
    createdAt expiresAt            | r     | r   | r     | r  |  added`,
  // A unit's working papers: the secretariat reads that a list was brought in, not the words of its rows but for its own lists.
  ImportBatch: `
    id state createdAt             | rf    | rf  | rf    | rf |  added
    unit kind                      | rfc   | rfc | rfc   | rfc | added
    version progress total good bad warned duplicates saved message confirmedAt undoneAt | r | r | r | r | added
    annotatedFile                  | r     | r   | r     | r  |  relation: the file's own rows are its post's
    post fileName mapping          | rc    | rc  | rc    | rc |  added`,
  ImportRow: `
    id batch rowNo state isDuplicate | rf  | rf  | rf    | rf |  added: the secretariat of its own lists
    code household messages        | r     | r   | r     | r  |  added`,
  ColumnMapping: `
    id                             | rf    | rf  | rf    | rf |  added
    version updatedAt              | r     | r   | r     | r  |  added
    kind                           | rfc   | rfc | rfc   | rfc | added
    unit                           | rc    | rc  | rc    | rc |  added
    name sheet headerRow columns valueMap savedBy | rcu | rcu | rcu | rcu | added: headers, no data of people`,
  // A post's own alone: what it searched for, and what it took out. The job writes its steps under the post that asked.
  SavedFilter: `
    id createdAt                   | r     | r   | r     | r  |  added
    page name query                | rc    | rc  | rc    | rc |  added`,
  ExportJob: `
    id no                          | rf    | rf  | rf    | rf |  added
    kind                           | rfc   | rfc | rfc   | rfc | added
    unit post title filter order columns mapping purpose | rc | rc | rc | rc | added
    state                          | rfu   | rfu | rfu   | rfu | added
    done total file message finishedAt expiresAt | ru | ru | ru | ru | added
    createdAt                      | r     | r   | r     | r  |  added`,
} as const;
