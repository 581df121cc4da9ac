/*
 * Who may do what, kept by hand: a person who widens a permission has to come here and write it down a second time.
 * One line for fields that share their verbs: fields | secretariat | department | commune | massOrganisation | public,
 * with r read, f filter and sort, a aggregate, c create, u update. What no line names nobody may.
 * "relation" and "added" mark lines that the matrix of the design does not have; "stricter" those that give less than it does.
 */
export const goldenLines = {
  // 2 Plan nouns
  Unit: `
    id                             | rf    | rf  | rf  | rf  | rf
    version                        | r     | r   | r   | r   |
    code name shortName kind       | rfacu | rfa | rfa | rfa | rf
    parent                         | rfacu | rf  | rf  | rf  |
    classes                        | r     | r   | r   | r   |     stricter
    area isExtremelyDisadvantaged  | rfacu | rfa | rfa | rfa | rf
    validFrom validTo              | rfacu | rf  | rf  | rf  |
    predecessors                   | rcu   | r   | r   | r   |     stricter
    centroid neighbours            | rcu   | r   | r   | r   | r
    headName officePhone officeEmail logo | rcu | ru | ru | ru |
    provenance confirmedOn         | rfu   | r   | r   | r   |
    children villages posts assignments households | r | r | r | r | relation`,
  UnitClass: `
    id code name                   | rf    | rf  | rf  | rf  |     added
    members                        | r     | r   | r   | r   |     relation`,
  UnitClassMember: `
    id unitClass unit validFrom validTo | rf | rf | rf | rf  |     added`,
  Village: `
    id code name commune areaType isExtremelyDisadvantaged provenance | rf | rf | rf | rf | added
    areaTypes                      | r     | r   | r   | r   |     relation`,
  Post: `
    id unit name role              | rf    | rf  | rf  | rf  |     added: an assignment shows its officer's name
    officePhone validFrom validTo  | r     | r   | r   | r   |     added
    villages                       | r     |     | r   |     |     added
    communes                       | r     | r   |     |     |     added
    sensitiveNouns                 | r     |     |     |     |     added`,
  Plan: `
    id year                        | rf    | rf  | rf  | rf  |     added
    name startsOn endsOn           | r     | r   | r   | r   |     added
    versions groups targets moneyLines notices reportingPeriods statusThresholds | r | r | r | r | relation`,
  // The public has verbs on Unit, Task, Target, Indicator and IndicatorValue only.
  PlanVersion: `
    id                             | rf    | rf  | rf  | rf  |     added
    plan no state number day signer note | rc | r | r  | r   |     added: the secretariat records what was signed`,
  MoneyLine: `
    id                             | rf    | rf  | rf  | rf  |     added
    code name statedBillion computedBillion differenceBillion clause partOf | r | r | r | r | added`,
  PlanNotice: `
    id                             | rf    | rf  | rf  | rf  |     added
    code text clauses              | r     | r   | r   | r   |     added`,
  ReportingPeriod: `
    id                             | rf    | rf  | rf  | rf  |     added
    code name dueDay secretariatDueDay | r | r   | r   | r   |     added`,
  StatusThreshold: `
    id                             | rf    | rf  | rf  | rf  |     added
    dueSoonDays behindPercent farBehindPercent validFrom validTo source | r | r | r | r | added`,
  TaskGroup: `
    id no code title plan          | rf    | rf  | rf  | rf  |     added
    tasks                          | r     | r   | r   | r   |     relation`,
  Task: `
    id                             | rf    | rf  | rf  | rf  | rf
    version                        | r     | r   | r   | r   | r
    plan group code kind           | rfac  | rfa | rfa | rfa | rf
    sort                           | rfc   | rf  | rf  | rf  | rf  added
    title product population       | rfcu  | rf  | rf  | rf  | r
    summary                        | rcu   | r   | r   | r   | r   added
    clauseText documentVersion directiveNumber directiveDay | rcu | r | r | r |
    milestones                     | r     | r   | r   | r   |     stricter: the noun below has the verbs
    guidance                       | rcu   | ru  | r   | r   |
    targets                        | r     | r   | r   | r   | r
    conflictNote                   | rcu   | r   | r   | r   |
    standing                       | r     | r   |     |     |     stricter
    leads assignments              | rf    | rf  | rf  | rf  |     relation
    bindings                       | r     | r   | r   | r   |     relation`,
  TaskBinding: `
    id                             | rf    | rf  | rf  | rf  |     added: what the clause itself names
    task role unit unitClass part isConcerned | rc | r | r | r |   added`,
  Milestone: `
    id                             | rf    | rf  | rf  | rf  |
    task no                        | rfc   | rf  | rf  | rf  |     stricter: placement
    kind label stated dueDay lateRule | rfcu | rf | rf | rf |`,
  Assignment: `
    id                             | rf    | rf  | rf  | rf  |
    version                        | r     | r   | r   | r   |
    task unit role viaClass        | rfac  | rfa | rfa | rfa |
    part                           | rfacu | rfa | rfa | rfa |     u: the secretariat changes parts, with history
    validFrom validTo confirmedOn  | rfcu  | rf  | rf  | rf  |
    acceptedOn                     | rfa   | rfu | rfu | rfu |
    dueDay extendedTo extensionReason | rfcu | rf | rf | rf |
    firstDueDay                    | rf    | rf  | rf  | rf  |     added: the first day stays visible
    nextMilestone                  | r     | r   | r   | r   |     relation
    targetValue targetUnit         | rfacu | rfa | rfa | rfa |
    officer                        | r     | rfcu | rfcu | rfcu |
    documentNumber documentDay documentSigner | rf | rfcu | rfcu | rfcu |
    status statusRule lastEntryDay | rfa   | rfa | rfa | rfa |
    expectedPercent percent quantity doneOn draftCount | rfa | rfa | rfa | rfa | added
    entries changes                | r     | r   | r   | r   |     relation`,
  AssignmentChange: `
    id                             | rf    | rf  | rf  | rf  |     added
    field before after reason changedOn changedBy | r | r | r | r | added`,
  ProgressEntry: `
    id                             | rf    | rf  | rf  | rf  |
    version createdAt isSuperseded | r     | r   | r   | r   |
    assignment unit milestone asOfDay | rfa | rfac | rfac | rfac |
    done difficulty request        | r     | rc  | rc  | rc  |     stricter: a correction supersedes
    quantity percent isCompleted   | rfa   | rfac | rfac | rfac |  stricter: a correction supersedes
    state signedBy signedOn        | rfa   | rf  | rf  | rf  |
    author                         | r     | rc  | rc  | rc  |     c: written under the own name, which the row rule holds it to
    supersedes                     | r     | rc  | rc  | rc  |     c: an entry is never changed, a correction supersedes it`,
  Target: `
    id                             | rf    | rf  | rf  | rf  | rf
    plan task unit code name year  | rfac  | rfac | rfa | rfa | rf
    owner                          | rfac  | rfac | rfa | rfa |    added
    operator value population populationClasses unitOfMeasure | rfacu | rfacu | rfa | rfa | r
    clause conflictsWith           | rcu   | r   | r   | r   | r
    note                           | rcu   | rcu | r   | r   |`,

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
  // A unit's working papers: the secretariat reads that a list was brought in, not the words of its rows.
  ImportBatch: `
    id state createdAt             | rf    | rf  | rf    | rf |  added
    unit kind                      | rf    | rfc | rfc   | rfc | added
    version progress total good bad warned duplicates saved message confirmedAt undoneAt | r | r | r | r | added
    annotatedFile                  | r     | r   | r     | r  |  relation: the file's own rows are its post's
    post fileName mapping          | r     | rc  | rc    | rc |  added`,
  ImportRow: `
    id batch rowNo state isDuplicate |     | rf  | rf    | rf |  added
    code household messages        |       | r   | r     | r  |  added`,
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
    unit post title filter order columns purpose | rc | rc | rc | rc | added
    state                          | rfu   | rfu | rfu   | rfu | added
    done total file message finishedAt expiresAt | ru | ru | ru | ru | added
    createdAt                      | r     | r   | r     | r  |  added`,
} as const;

/**
 * Tables that no type shows, column by column as above. The words that names are searched by: a filter's `search` reads them. Tickets
 * by which one post takes or brings one file once: it makes them and uses them up.
 */
export const goldenTables = {
  household_word: `
    household_id word words        | r  | r  | r  | r  |`,
  member_word: `
    member_id word words           | r  | r  | r  |    |`,
  file_ticket: `
    token_hash account_id unit_id post_id kind target name | rc | rc | rc | rc |
    expires_at                     | r  | r  | r  | r  |
    used_at                        | ru | ru | ru | ru |`,
} as const;

/** Root fields: portal kinds as S D C M, and the roles of post as L(eader) O(fficer) V(illage officer) R(eads along) S(upervisor) A(ccount administrator). */
export const goldenOperations = `
  Query.viewer Query.permissionMatrix Query.unit Query.units Query.unitClasses Query.plan | SDCM | LOVRSA
  Query.task Query.tasks Query.assignment Query.assignments            | SDCM | LOVRSA
  Query.household Query.households                                     | SDCM | LOVRS
  Query.member Query.supportNeeds Query.supports Query.pairings Query.sightRequests | SDCM | LOVRS
  Query.members Query.meritRecords                                     | SDC  | LOVRS
  Query.accessLogEntries                                               | SDCM | LOS
  Query.storedFile Query.supportKinds Query.standards Query.deprivationIndicators Query.registryRules Query.scoreSheets Query.classification | SDCM | LOVRSA
  Query.supervisions                                                   | SCM  | LOVRSA
  Query.classRecords                                                   | SDCM | LOVRS
  Query.savedFilters Mutation.saveFilter Mutation.removeFilter         | SDCM | LOVRSA
  Query.exportColumns Query.exportJobs Mutation.cancelExport           | SDCM | LOVRS
  Mutation.startExport                                                 | SDCM | LOVS
  Query.movementCounts                                                 | SDC  | LOVRS
  Query.expectedExits                                                  | SC   | LOVRS
  Query.importBatch Query.importBatches Query.importColumns Query.columnMappings | SDCM | LOV
  Query.importRows                                                     | DCM  | LOV
  Query.householdClassification                                        | C    | LOVRS
  Query.checkOverlap                                                   | SDCM | LO
  Query.checkScoreSheet                                                | S    | LO
  Mutation.createHousehold Mutation.updateHousehold Mutation.saveHouseholdContact Mutation.addMember Mutation.updateMember | C | LOV
  Mutation.saveMemberLabour Mutation.saveMemberSchooling Mutation.saveMemberInsurance Mutation.recordDeprivation Mutation.endDeprivation | C | LOV
  Mutation.addPovertyCause Mutation.endPovertyCause Mutation.addHouseholdGroup Mutation.endHouseholdGroup Mutation.addSupportNeed Mutation.endSupportNeed | C | LOV
  Mutation.saveMemberHealth Mutation.saveHouseholdIdentity Mutation.recordIncome Mutation.verifySupport | C | LO
  Mutation.recordClass                                                 | C    | L
  Mutation.splitHousehold Mutation.moveHousehold Mutation.mergeHouseholds Mutation.endHousehold Mutation.issueClassCertificate | C | LO
  Mutation.beginImport Mutation.confirmImport Mutation.undoImport Mutation.discardImport Mutation.makeImportTemplate | DCM | LOV
  Mutation.saveColumnMapping                                           | SDCM | LO
  Mutation.addMeritRecord Mutation.updateMeritRecord                   | DC   | LO
  Mutation.confirmMeritRecord Mutation.saveSupportLoan Mutation.checkEligibility | D | LO
  Mutation.createSupport Mutation.updateSupport Mutation.saveSupportAmount | DCM | LO
  Mutation.proposePairing                                              | SDCM | LO
  Mutation.confirmPairing Mutation.declinePairing                      | DCM  | L
  Mutation.endPairing                                                  | SDCM | L
  Mutation.updatePairing                                               | SDM  | LO
  Mutation.requestSight Mutation.withdrawSight                         | DM   | LO
  Mutation.grantSight Mutation.refuseSight Mutation.revokeSight        | C    | L
  Mutation.createSupervision Mutation.endSupervision                   | S    | LO
  Mutation.recordStandardFigure Mutation.recordStandard Mutation.recordRegistryRule Mutation.recordVillageAreaType Mutation.importScoreSheet | S | LO
  Mutation.login Mutation.logout Mutation.switchHat Mutation.changePassword | SDCM | LOVRSA
  Mutation.createTask Mutation.assignTask Mutation.confirmAssignments Mutation.changeAssignment Mutation.recordPlanVersion | S | LO
  Mutation.acceptAssignment Mutation.addProgressEntry Mutation.correctProgressEntry | DCM | LO
  Mutation.assignOfficer Mutation.signProgressEntry                    | DCM  | L`;
