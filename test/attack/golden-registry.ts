/** Of golden-matrix.ts the household nouns, by the same hand. */
export const registryLines = {
  // 3 Household nouns
  Household: `
    id                             | rf    | rf  | rf    | rf |
    version                        | r     | r   | r     | r  |
    code commune                   | rfa   | rfa | rfac  | rf |
    village areaType               | rfa   | rfa | rfacu | rf |
    headName                       | rf    | rf  | rfcu  | rf |
    class standard classSince      | rfa   | rfa | rfa   | rf |
    memberCount                    | rfa   | rfa | rfa   | rf |
    workerCount childCount deprivationCount | rfa | | rfa |    |
    ethnicity                      | rfa   |     | rfacu |    |
    exitRegisteredOn expectedExitYear | rfa | rf | rfacu | rf |
    officerInCharge                | rf    | rf  | rfcu  | r  |
    note                           | r     |     | rcu   |    |
    helpers                        | r     | r   | r     | r  |  stricter: names, no set to filter by
    hasHelper                      | rf    | rf  | rf    | rf |  added: whether there are helpers; they are read by all
    hasAnySupport                  | rfa   | rf  | rfa   | rf |
    endedOn                        | rfa   | rf  | rfa   | rf |  added
    endKind                        | r     | r   | r     | r  |  added
    synthetic sightReasons locked sightRequests | r | r | r | r |
    members                        | rf    | rf  | rf    | r  |  relation: a mass organisation may not filter by the names of members
    contact                        | r     | r   | r     | r  |  relation
    merits                         | rf    | rf  | rf    |    |  relation
    incomes                        | rf    |     | rf    |    |  relation
    deprivations groups pairings causes needs supports classRecords | rf | rf | rf | rf | relation`,
  ClassRecord: `
    id household code headName     | rf    | rf  | rf    | rf |  added: the history of Household.class
    commune village memberCount class standard movement since until endMovement | rfa | rfa | rfa | rf | added: as Household.class
    stood                          | rf    | rf  | rf    | rf |  added: of since and until
    decisionNumber decisionDay     | rf    | r   | rf    |    |  added
    reason                         | r     |     | r     |    |  added: free text, as Household.note`,
  HouseholdContact: `
    id version                     | r     | r   | r     | r  |
    addressDetail phone            | r     | r   | rfcu  | r  |
    latitude longitude             | r     |     | rcu   |    |  the coordinates`,
  PovertyCause: `
    id                             | rf    | rf  | rf    | rf |
    cause                          | rfa   | rfa | rfac  | rf |  stricter: another cause is another row
    since until                    | rfa   | rfa | rfacu | rf |`,
  SupportNeed: `
    id                             | rf    | rf  | rf    | rf |
    household kind since           | rfa   | rfa | rfac  | rf |  stricter: another need is another row
    member                         | rfa   | rfa | rfac  | r  |  stricter
    until metBy                    | rfa   | rfa | rfacu | rf |`,
  HouseholdIncome: `
    id                             | rf    |     | rf    |    |
    standard asOf source           | rf    |     | rfc   |    |  stricter: a correction is a later row
    incomePerHead incomePoints     | rfa   |     | rfac  |    |  stricter: a correction is a later row
    sheetAnswers formVersion       | r     |     | rc    |    |  stricter: a correction is a later row`,
  MeritRecord: `
    id                             | rf    | rf  | rf    |    |
    version                        | r     | r   | r     |    |
    member kind                    | rfa   | rfac | rfac |    |
    decisionNumber decisionDay allowanceKind | r | rfcu | rfcu | |
    housingNeed housingDueDay      | rfa   | rfacu | rfacu |  |
    confirmedBy confirmedOn        | rf    | rfu | rf    |    |
    validFrom                      | rf    | rfc | rfc   |    |  added: the record's days
    validTo                        | rf    | rfu | rfu   |    |  added: the record's days`,
  EthnicGroup: `
    code name isMinority           | rf    |     | rf    |    |  added: whoever reads Household.ethnicity`,
  Member: `
    id                             | rf    | rf  | rf    | rf |
    version                        | r     | r   | r     | r  |
    household                      | rf    | rf  | rfc   | r  |  stricter: placement
    householdCode                  | rf    | rf  | rf    | r  |  added: the order of lists; the household's own, where it is seen
    fullName isHead                | rf    | rf  | rfcu  | r  |
    birthYear sex                  | rfa   | rfa | rfacu | r  |
    birthDate relation             | r     |     | rfcu  |    |
    ethnicity                      | rfa   |     | rfacu |    |
    residence                      | rfa   | rf  | rfacu |    |
    identity labour schooling insurance health | rf | rf | rf |  |  relation`,
  MemberLabour: `
    id version                     | r     | r   | r     |    |  stricter
    status occupation trainedLevel | rfa   | rfa | rfacu |    |
    asOf                           | rf    | rf  | rfcu  |    |  added`,
  MemberSchooling: `
    id version                     | r     | r   | r     |    |  stricter
    attending level                | rfa   | rfa | rfacu |    |
    reason                         | r     | r   | rcu   |    |  stricter: free text
    asOf                           | rf    | rf  | rfcu  |    |  added`,
  MemberInsurance: `
    id version                     | r     | r   | r     |    |  stricter
    hasCard validTo                | rfa   | rfa | rfacu |    |
    asOf                           | rf    | rf  | rfcu  |    |  added`,
  MemberHealth: `
    id version                     | r     | r   | r     |    |  stricter
    malnutrition disability seriousIllness | rfa | rfa | rfacu | |
    asOf                           | rf    | rf  | rfcu  |    |  added`,
  HouseholdIdentity: `
    id version                     | r     | r   | r     |    |  stricter
    idKind                         | r     | r   | rfcu  |    |
    idTail                         | r     | r   | r     |    |
    idNumber                       | rf    | rf  | rfcu  |    |
    insuranceNumber birthDate      | r     | r   | rfcu  |    |`,
  Deprivation: `
    id                             | rf    | rf  | rf    | rf |
    household indicator standard   | rfa   | rfa | rfac  | rf |
    deprived since until           | rfa   | rfa | rfacu | rf |
    measure                        | rfa   | rfa | rfacu |    |
    asOf                           | rf    | rf  | rfc   |    |`,
  HouseholdGroup: `
    id                             | rf    | rf  | rf    | rf |
    kind since until               | rfa   | rf  | rfacu | rf |`,
  SightReason: `
    id unit cause part             | rf    | rf  | rf    | rf |  added: the parts of Household.sightReasons
    validFrom validTo              | r     | r   | r     | r  |  added`,
  SightRequest: `
    id                             | rf    | rf  | rf    | rf |  added: "đề nghị mở xem" of section 1
    version                        | r     | r   | r     | r  |  added
    household requestedOn          | rf    | rfc | rf    | rfc | added
    unit commune part purpose      | rfa   | rfc | rf    | rfc | added
    requestedBy reason days        | r     | rc  | r     | rc |  added
    state                          | rfa   | rfu | rfu   | rfu | added: the asker withdraws, the commune decides
    decidedBy answer               | r     | r   | ru    | r  |  added
    decidedOn validTo              | rf    | rf  | rfu   | rf |  added`,
  Supervision: `
    id                             | rf    |     | rf    | rf |  added: the dated supervision of section 1
    unit commune kind validFrom    | rfc   |     | rf    | rf |  added
    title validTo                  | rfcu  |     | rf    | rf |  added`,
  AccessLogEntry: `
    id unit household part purpose | rf    | rf  | rf    | rf |  added: rule 7, who opened what
    at person member               | r     | r   | r     | r  |  added`,
} as const;
