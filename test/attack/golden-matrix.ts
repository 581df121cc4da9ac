import { attachmentLines, attachmentOperations } from './golden-attachments.js';
import { doorsLines, doorsOperations } from './golden-doors.js';
import { flowLines, flowOperations } from './golden-flow.js';
import { auditLines, auditOperations } from './golden-audit.js';
import { helpLines } from './golden-help.js';
import { splitLines, splitOperations } from './golden-split.js';
import { peopleLines, peopleOperations } from './golden-people.js';
import { noticeLines, noticeOperations, noticeTables } from './golden-notices.js';
import { registryLines } from './golden-registry.js';
import { requestLines } from './golden-request.js';

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
    standsInFor                    | r     | r   | r   | r   |     relation
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
    documentFile                   | r     | ru  | ru  | ru  |     added: the issued document itself
    status statusRule lastEntryDay | rfa   | rfa | rfa | rfa |
    expectedPercent percent quantity doneOn draftCount submittedCount returnedCount | rfa | rfa | rfa | rfa | added
    entries changes steps comments files | r | r | r   | r   |     relation`,
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
    supersedes                     | r     | rc  | rc  | rc  |     c: an entry is never changed, a correction supersedes it
    reasons                        | r     | r   | r   | r   |     relation: returnedReason, field by field; written by the operation that gives back
    files                          | r     | r   | r   | r   |     relation`,

  ...flowLines,
  ...noticeLines,
  ...registryLines,
  ...auditLines,
  ...helpLines,
  ...attachmentLines,
  ...requestLines,
  ...splitLines,
  ...peopleLines,
  ...doorsLines,
} as const;

/**
 * Tables that no type shows, column by column as above. The words that names are searched by: a filter's `search` reads them. Tickets
 * by which one post takes or brings one file once: it makes them and uses them up.
 */
export const goldenTables = {
  ...noticeTables,
  household_word: `
    household_id word              | r  | r  | r  | r  |`,
  member_word: `
    member_id word                 | r  | r  | r  |    |`,
  file_ticket: `
    token_hash account_id unit_id post_id kind target name assignment_id | rc | rc | rc | rc |
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
  Query.unitRequest Query.unitRequests Query.unitRequestRules Query.requestDebts | SDCM | LOVRSA
  Query.supervisions                                                   | SCM  | LOVRSA
  Query.classRecords                                                   | SDCM | LOVRS
  Query.savedFilters Mutation.saveFilter Mutation.removeFilter         | SDCM | LOVRSA
  Query.exportColumns Query.exportJobs                                 | SDCM | LOVRS
  Mutation.startExport Mutation.cancelExport                           | SDCM | LOVS
  Query.movementCounts                                                 | SDC  | LOVRS
  Query.expectedExits                                                  | SC   | LOVRS
  Query.importBatch Query.importBatches Query.importColumns Query.columnMappings | SDCM | LOV
  Query.importRows                                                     | SDCM | LOV
  Query.householdClassification                                        | C    | LOVRS
  Query.checkOverlap                                                   | SDCM | LO
  Query.checkScoreSheet                                                | S    | LO
  Mutation.createHousehold Mutation.updateHousehold Mutation.saveHouseholdContact Mutation.addMember Mutation.updateMember | C | LOV
  Mutation.saveMemberLabour Mutation.saveMemberSchooling Mutation.saveMemberInsurance Mutation.recordDeprivation Mutation.endDeprivation | C | LOV
  Mutation.addPovertyCause Mutation.endPovertyCause Mutation.addHouseholdGroup Mutation.endHouseholdGroup Mutation.addSupportNeed Mutation.endSupportNeed | C | LOV
  Mutation.saveMemberHealth Mutation.saveHouseholdIdentity Mutation.recordIncome Mutation.verifySupport | C | LO
  Mutation.recordClass                                                 | C    | L
  Mutation.splitHousehold Mutation.moveHousehold Mutation.mergeHouseholds Mutation.endHousehold Mutation.issueClassCertificate | C | LO
  Mutation.beginImport Mutation.confirmImport Mutation.undoImport Mutation.discardImport Mutation.makeImportTemplate | SDCM | LOV
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
  Mutation.createUnitRequest Mutation.changeUnitRequest Mutation.discardUnitRequest Mutation.saveAnswerDraft | SDCM | LO
  Mutation.sendUnitRequest Mutation.withdrawUnitRequest Mutation.reopenUnitRequest | SDCM | L
  Mutation.answerUnitRequest Mutation.declineUnitRequest Mutation.forwardUnitRequest | SDCM | L
  Mutation.createSupervision Mutation.endSupervision                   | S    | LO
  Mutation.recordStandardFigure Mutation.recordStandard Mutation.recordRegistryRule Mutation.recordVillageAreaType Mutation.importScoreSheet | S | LO
  Mutation.login Mutation.logout Mutation.switchHat Mutation.changePassword | SDCM | LOVRSA
  Mutation.createTask Mutation.assignTask Mutation.confirmAssignments Mutation.changeAssignment Mutation.recordPlanVersion | S | LO
  Mutation.acceptAssignment Mutation.addProgressEntry Mutation.correctProgressEntry | DCM | LO
  Mutation.assignOfficer                                               | DCM  | L
  ${flowOperations}
  ${attachmentOperations}
  ${auditOperations}
  ${splitOperations}
  ${peopleOperations}
  ${doorsOperations}
  ${noticeOperations}`;
