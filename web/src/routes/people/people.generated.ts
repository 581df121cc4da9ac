/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type AreaType =
  | 'RURAL'
  | 'URBAN';

export type AreaTypeFilter = {
  eq?: AreaType | null | undefined;
  in?: Array<AreaType> | null | undefined;
};

export type BooleanFilter = {
  eq?: boolean | null | undefined;
};

export type CauseKind =
  | 'CAPITAL'
  | 'ILLNESS'
  | 'KNOWLEDGE'
  | 'LABOUR'
  | 'LAND'
  | 'OTHER'
  | 'SKILLS'
  | 'TOOLS';

export type CauseKindFilter = {
  eq?: CauseKind | null | undefined;
  in?: Array<CauseKind> | null | undefined;
};

export type ClassRecordFilter = {
  and?: Array<ClassRecordFilter> | null | undefined;
  class?: HouseholdClassFilter | null | undefined;
  code?: TextFilter | null | undefined;
  commune?: IdFilter | null | undefined;
  decisionDay?: DayFilter | null | undefined;
  decisionNumber?: TextFilter | null | undefined;
  endMovement?: EndMovementFilter | null | undefined;
  headName?: TextFilter | null | undefined;
  household?: HouseholdFilter | null | undefined;
  id?: IdFilter | null | undefined;
  memberCount?: NumberFilter | null | undefined;
  movement?: MovementFilter | null | undefined;
  not?: ClassRecordFilter | null | undefined;
  or?: Array<ClassRecordFilter> | null | undefined;
  since?: DayFilter | null | undefined;
  standard?: TextFilter | null | undefined;
  stood?: BooleanFilter | null | undefined;
  until?: DayFilter | null | undefined;
  village?: IdFilter | null | undefined;
};

export type ClassRecordListFilter = {
  atLeast?: number | null | undefined;
  every?: ClassRecordFilter | null | undefined;
  none?: ClassRecordFilter | null | undefined;
  some?: ClassRecordFilter | null | undefined;
};

export type DayFilter = {
  eq?: string | null | undefined;
  gte?: string | null | undefined;
  isNull?: boolean | null | undefined;
  lte?: string | null | undefined;
};

export type DeprivationFilter = {
  and?: Array<DeprivationFilter> | null | undefined;
  asOf?: DayFilter | null | undefined;
  deprived?: BooleanFilter | null | undefined;
  household?: HouseholdFilter | null | undefined;
  id?: IdFilter | null | undefined;
  indicator?: TextFilter | null | undefined;
  measure?: TextFilter | null | undefined;
  not?: DeprivationFilter | null | undefined;
  or?: Array<DeprivationFilter> | null | undefined;
  since?: DayFilter | null | undefined;
  standard?: TextFilter | null | undefined;
  until?: DayFilter | null | undefined;
};

export type DeprivationListFilter = {
  atLeast?: number | null | undefined;
  every?: DeprivationFilter | null | undefined;
  none?: DeprivationFilter | null | undefined;
  some?: DeprivationFilter | null | undefined;
};

export type Disability =
  | 'EXTREME'
  | 'MILD'
  | 'NONE'
  | 'SEVERE';

export type DisabilityFilter = {
  eq?: Disability | null | undefined;
  in?: Array<Disability> | null | undefined;
};

export type EndMovement =
  | 'CLASS_CHANGED'
  | 'ENDED'
  | 'MERGED'
  | 'MOVED_OUT';

export type EndMovementFilter = {
  eq?: EndMovement | null | undefined;
  in?: Array<EndMovement> | null | undefined;
};

export type ExactFilter = {
  eq?: string | null | undefined;
};

export type FundingSource =
  | 'ENTRUSTED_CAPITAL'
  | 'FUND'
  | 'LOCAL_BUDGET'
  | 'SOCIALISED'
  | 'STATE_PROGRAMME';

export type FundingSourceFilter = {
  eq?: FundingSource | null | undefined;
  in?: Array<FundingSource> | null | undefined;
};

export type GroupKind =
  | 'AGENT_ORANGE_CHILD'
  | 'MERIT'
  | 'MINORITY'
  | 'NO_LABOUR';

export type GroupKindFilter = {
  eq?: GroupKind | null | undefined;
  in?: Array<GroupKind> | null | undefined;
};

export type HouseholdClass =
  | 'AVERAGE'
  | 'NEAR_POOR'
  | 'NEWLY_ESCAPED'
  | 'NEWLY_ESCAPED_NEAR_POOR'
  | 'NONE'
  | 'POOR';

export type HouseholdClassFilter = {
  eq?: HouseholdClass | null | undefined;
  in?: Array<HouseholdClass> | null | undefined;
};

export type HouseholdFilter = {
  and?: Array<HouseholdFilter> | null | undefined;
  areaType?: AreaTypeFilter | null | undefined;
  causes?: PovertyCauseListFilter | null | undefined;
  childCount?: NumberFilter | null | undefined;
  class?: HouseholdClassFilter | null | undefined;
  classRecords?: ClassRecordListFilter | null | undefined;
  classSince?: DayFilter | null | undefined;
  code?: TextFilter | null | undefined;
  commune?: IdFilter | null | undefined;
  deprivationCount?: NumberFilter | null | undefined;
  deprivations?: DeprivationListFilter | null | undefined;
  endedOn?: DayFilter | null | undefined;
  ethnicity?: IdFilter | null | undefined;
  exitRegisteredOn?: DayFilter | null | undefined;
  expectedExitYear?: NumberFilter | null | undefined;
  groups?: HouseholdGroupListFilter | null | undefined;
  hasAnySupport?: BooleanFilter | null | undefined;
  hasHelper?: BooleanFilter | null | undefined;
  headName?: TextFilter | null | undefined;
  id?: IdFilter | null | undefined;
  incomes?: HouseholdIncomeListFilter | null | undefined;
  memberCount?: NumberFilter | null | undefined;
  members?: MemberListFilter | null | undefined;
  merits?: MeritRecordListFilter | null | undefined;
  needs?: SupportNeedListFilter | null | undefined;
  not?: HouseholdFilter | null | undefined;
  officerInCharge?: TextFilter | null | undefined;
  or?: Array<HouseholdFilter> | null | undefined;
  pairings?: PairingListFilter | null | undefined;
  search?: string | null | undefined;
  standard?: TextFilter | null | undefined;
  supports?: SupportListFilter | null | undefined;
  village?: IdFilter | null | undefined;
  workerCount?: NumberFilter | null | undefined;
};

export type HouseholdGroupFilter = {
  and?: Array<HouseholdGroupFilter> | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: GroupKindFilter | null | undefined;
  not?: HouseholdGroupFilter | null | undefined;
  or?: Array<HouseholdGroupFilter> | null | undefined;
  since?: DayFilter | null | undefined;
  until?: DayFilter | null | undefined;
};

export type HouseholdGroupListFilter = {
  atLeast?: number | null | undefined;
  every?: HouseholdGroupFilter | null | undefined;
  none?: HouseholdGroupFilter | null | undefined;
  some?: HouseholdGroupFilter | null | undefined;
};

export type HouseholdIdentityFilter = {
  and?: Array<HouseholdIdentityFilter> | null | undefined;
  birthDate?: DayFilter | null | undefined;
  idKind?: TextFilter | null | undefined;
  idNumber?: ExactFilter | null | undefined;
  insuranceNumber?: ExactFilter | null | undefined;
  not?: HouseholdIdentityFilter | null | undefined;
  or?: Array<HouseholdIdentityFilter> | null | undefined;
};

export type HouseholdIncomeFilter = {
  and?: Array<HouseholdIncomeFilter> | null | undefined;
  asOf?: DayFilter | null | undefined;
  id?: IdFilter | null | undefined;
  incomePerHead?: NumberFilter | null | undefined;
  incomePoints?: NumberFilter | null | undefined;
  not?: HouseholdIncomeFilter | null | undefined;
  or?: Array<HouseholdIncomeFilter> | null | undefined;
  source?: IncomeSourceFilter | null | undefined;
  standard?: TextFilter | null | undefined;
};

export type HouseholdIncomeListFilter = {
  atLeast?: number | null | undefined;
  every?: HouseholdIncomeFilter | null | undefined;
  none?: HouseholdIncomeFilter | null | undefined;
  some?: HouseholdIncomeFilter | null | undefined;
};

export type HousingNeed =
  | 'NONE'
  | 'REBUILD'
  | 'REPAIR';

export type HousingNeedFilter = {
  eq?: HousingNeed | null | undefined;
  in?: Array<HousingNeed> | null | undefined;
};

export type IdFilter = {
  eq?: string | null | undefined;
  in?: Array<string> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type IncomeSource =
  | 'DECLARED'
  | 'IMPORTED'
  | 'SURVEY';

export type IncomeSourceFilter = {
  eq?: IncomeSource | null | undefined;
  in?: Array<IncomeSource> | null | undefined;
};

export type LabourStatus =
  | 'NOT_WORKING'
  | 'UNABLE'
  | 'UNEMPLOYED'
  | 'WORKING';

export type LabourStatusFilter = {
  eq?: LabourStatus | null | undefined;
  in?: Array<LabourStatus> | null | undefined;
};

export type MemberFilter = {
  and?: Array<MemberFilter> | null | undefined;
  birthDate?: DayFilter | null | undefined;
  birthYear?: NumberFilter | null | undefined;
  ethnicity?: IdFilter | null | undefined;
  fullName?: TextFilter | null | undefined;
  health?: MemberHealthFilter | null | undefined;
  household?: HouseholdFilter | null | undefined;
  householdCode?: TextFilter | null | undefined;
  id?: IdFilter | null | undefined;
  identity?: HouseholdIdentityFilter | null | undefined;
  insurance?: MemberInsuranceFilter | null | undefined;
  isHead?: BooleanFilter | null | undefined;
  labour?: MemberLabourFilter | null | undefined;
  not?: MemberFilter | null | undefined;
  or?: Array<MemberFilter> | null | undefined;
  residence?: TextFilter | null | undefined;
  schooling?: MemberSchoolingFilter | null | undefined;
  search?: string | null | undefined;
  sex?: TextFilter | null | undefined;
};

export type MemberHealthFilter = {
  and?: Array<MemberHealthFilter> | null | undefined;
  asOf?: DayFilter | null | undefined;
  disability?: DisabilityFilter | null | undefined;
  malnutrition?: BooleanFilter | null | undefined;
  not?: MemberHealthFilter | null | undefined;
  or?: Array<MemberHealthFilter> | null | undefined;
  seriousIllness?: BooleanFilter | null | undefined;
};

export type MemberInsuranceFilter = {
  and?: Array<MemberInsuranceFilter> | null | undefined;
  asOf?: DayFilter | null | undefined;
  hasCard?: BooleanFilter | null | undefined;
  not?: MemberInsuranceFilter | null | undefined;
  or?: Array<MemberInsuranceFilter> | null | undefined;
  validTo?: DayFilter | null | undefined;
};

export type MemberLabourFilter = {
  and?: Array<MemberLabourFilter> | null | undefined;
  asOf?: DayFilter | null | undefined;
  not?: MemberLabourFilter | null | undefined;
  occupation?: TextFilter | null | undefined;
  or?: Array<MemberLabourFilter> | null | undefined;
  status?: LabourStatusFilter | null | undefined;
  trainedLevel?: TrainedLevelFilter | null | undefined;
};

export type MemberListFilter = {
  atLeast?: number | null | undefined;
  every?: MemberFilter | null | undefined;
  none?: MemberFilter | null | undefined;
  some?: MemberFilter | null | undefined;
};

export type MemberSchoolingFilter = {
  and?: Array<MemberSchoolingFilter> | null | undefined;
  asOf?: DayFilter | null | undefined;
  attending?: BooleanFilter | null | undefined;
  level?: SchoolLevelFilter | null | undefined;
  not?: MemberSchoolingFilter | null | undefined;
  or?: Array<MemberSchoolingFilter> | null | undefined;
};

export type MeritKind =
  | 'AGENT_ORANGE_VICTIM'
  | 'HEROIC_MOTHER'
  | 'MARTYR_KIN'
  | 'OTHER'
  | 'REVOLUTION_HELPER'
  | 'SICK_SOLDIER'
  | 'WAR_INVALID';

export type MeritKindFilter = {
  eq?: MeritKind | null | undefined;
  in?: Array<MeritKind> | null | undefined;
};

export type MeritRecordFilter = {
  and?: Array<MeritRecordFilter> | null | undefined;
  confirmedOn?: DayFilter | null | undefined;
  decisionDay?: DayFilter | null | undefined;
  decisionNumber?: TextFilter | null | undefined;
  housingDueDay?: DayFilter | null | undefined;
  housingNeed?: HousingNeedFilter | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: MeritKindFilter | null | undefined;
  member?: MemberFilter | null | undefined;
  not?: MeritRecordFilter | null | undefined;
  or?: Array<MeritRecordFilter> | null | undefined;
  validFrom?: DayFilter | null | undefined;
  validTo?: DayFilter | null | undefined;
};

export type MeritRecordListFilter = {
  atLeast?: number | null | undefined;
  every?: MeritRecordFilter | null | undefined;
  none?: MeritRecordFilter | null | undefined;
  some?: MeritRecordFilter | null | undefined;
};

export type Movement =
  | 'ESCAPED'
  | 'ESCAPED_NEAR_POOR'
  | 'LEVEL_CHANGED'
  | 'LISTED'
  | 'MOVED_IN'
  | 'NEAR_POOR_TO_POOR'
  | 'NEWLY_ARISEN'
  | 'NEWLY_ARISEN_NEAR_POOR'
  | 'POOR_TO_NEAR_POOR'
  | 'RELAPSED'
  | 'RELAPSED_NEAR_POOR'
  | 'SPLIT'
  | 'STANDARD_CHANGED'
  | 'UNCHANGED'
  | 'WINDOW_ENDED';

export type MovementFilter = {
  eq?: Movement | null | undefined;
  in?: Array<Movement> | null | undefined;
};

export type NumberFilter = {
  eq?: number | null | undefined;
  gte?: number | null | undefined;
  isNull?: boolean | null | undefined;
  lte?: number | null | undefined;
};

export type PairingFilter = {
  and?: Array<PairingFilter> | null | undefined;
  commune?: IdFilter | null | undefined;
  communeConfirmedOn?: DayFilter | null | undefined;
  hasMerit?: BooleanFilter | null | undefined;
  helper?: IdFilter | null | undefined;
  helperConfirmedOn?: DayFilter | null | undefined;
  household?: HouseholdFilter | null | undefined;
  householdClass?: HouseholdClassFilter | null | undefined;
  householdCode?: TextFilter | null | undefined;
  householdVillage?: IdFilter | null | undefined;
  id?: IdFilter | null | undefined;
  leaderInCharge?: TextFilter | null | undefined;
  not?: PairingFilter | null | undefined;
  officer?: TextFilter | null | undefined;
  or?: Array<PairingFilter> | null | undefined;
  outcome?: TextFilter | null | undefined;
  promise?: TextFilter | null | undefined;
  state?: PairingStateFilter | null | undefined;
  validFrom?: DayFilter | null | undefined;
  validTo?: DayFilter | null | undefined;
};

export type PairingListFilter = {
  atLeast?: number | null | undefined;
  every?: PairingFilter | null | undefined;
  none?: PairingFilter | null | undefined;
  some?: PairingFilter | null | undefined;
};

export type PairingState =
  | 'AGREED'
  | 'ENDED'
  | 'PROPOSED';

export type PairingStateFilter = {
  eq?: PairingState | null | undefined;
  in?: Array<PairingState> | null | undefined;
};

export type PovertyCauseFilter = {
  and?: Array<PovertyCauseFilter> | null | undefined;
  cause?: CauseKindFilter | null | undefined;
  id?: IdFilter | null | undefined;
  not?: PovertyCauseFilter | null | undefined;
  or?: Array<PovertyCauseFilter> | null | undefined;
  since?: DayFilter | null | undefined;
  until?: DayFilter | null | undefined;
};

export type PovertyCauseListFilter = {
  atLeast?: number | null | undefined;
  every?: PovertyCauseFilter | null | undefined;
  none?: PovertyCauseFilter | null | undefined;
  some?: PovertyCauseFilter | null | undefined;
};

export type Purpose =
  | 'ANSWER_SUBJECT'
  | 'INSPECTION'
  | 'PROVIDE_SUPPORT'
  | 'REVIEW'
  | 'VERIFY_PERSON';

export type SchoolLevel =
  | 'HIGHER'
  | 'KINDERGARTEN'
  | 'LOWER_SECONDARY'
  | 'NONE'
  | 'PRIMARY'
  | 'UPPER_SECONDARY'
  | 'VOCATIONAL';

export type SchoolLevelFilter = {
  eq?: SchoolLevel | null | undefined;
  in?: Array<SchoolLevel> | null | undefined;
};

export type SupportFilter = {
  and?: Array<SupportFilter> | null | undefined;
  clause?: TextFilter | null | undefined;
  deliveredDay?: DayFilter | null | undefined;
  fundingSource?: FundingSourceFilter | null | undefined;
  household?: HouseholdFilter | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: SupportKindCodeFilter | null | undefined;
  member?: MemberFilter | null | undefined;
  not?: SupportFilter | null | undefined;
  or?: Array<SupportFilter> | null | undefined;
  planItem?: TextFilter | null | undefined;
  plannedDay?: DayFilter | null | undefined;
  programme?: TextFilter | null | undefined;
  provider?: IdFilter | null | undefined;
  quantity?: TextFilter | null | undefined;
  reservedUntil?: DayFilter | null | undefined;
  state?: SupportStateFilter | null | undefined;
  verifiedBy?: IdFilter | null | undefined;
  verifiedOn?: DayFilter | null | undefined;
};

export type SupportKindCode =
  | 'CASH'
  | 'EDUCATION'
  | 'HOUSING'
  | 'INFORMATION'
  | 'INSURANCE'
  | 'JOB'
  | 'LATRINE'
  | 'LEGAL_AID'
  | 'LOAN'
  | 'NUTRITION'
  | 'PRODUCTION'
  | 'TRAINING'
  | 'WATER';

export type SupportKindCodeFilter = {
  eq?: SupportKindCode | null | undefined;
  in?: Array<SupportKindCode> | null | undefined;
};

export type SupportListFilter = {
  atLeast?: number | null | undefined;
  every?: SupportFilter | null | undefined;
  none?: SupportFilter | null | undefined;
  some?: SupportFilter | null | undefined;
};

export type SupportNeedFilter = {
  and?: Array<SupportNeedFilter> | null | undefined;
  household?: HouseholdFilter | null | undefined;
  id?: IdFilter | null | undefined;
  kind?: SupportKindCodeFilter | null | undefined;
  metBy?: IdFilter | null | undefined;
  not?: SupportNeedFilter | null | undefined;
  or?: Array<SupportNeedFilter> | null | undefined;
  since?: DayFilter | null | undefined;
  until?: DayFilter | null | undefined;
};

export type SupportNeedListFilter = {
  atLeast?: number | null | undefined;
  every?: SupportNeedFilter | null | undefined;
  none?: SupportNeedFilter | null | undefined;
  some?: SupportNeedFilter | null | undefined;
};

export type SupportState =
  | 'APPROVED'
  | 'CANCELLED'
  | 'DELIVERED'
  | 'PLANNED';

export type SupportStateFilter = {
  eq?: SupportState | null | undefined;
  in?: Array<SupportState> | null | undefined;
};

export type TextFilter = {
  contains?: string | null | undefined;
  eq?: string | null | undefined;
  in?: Array<string> | null | undefined;
  isNull?: boolean | null | undefined;
  startsWith?: string | null | undefined;
};

export type TrainedLevel =
  | 'COLLEGE'
  | 'ELEMENTARY'
  | 'INTERMEDIATE'
  | 'NONE'
  | 'SHORT_COURSE'
  | 'UNIVERSITY';

export type TrainedLevelFilter = {
  eq?: TrainedLevel | null | undefined;
  in?: Array<TrainedLevel> | null | undefined;
};

export type PeopleQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: MemberFilter | null | undefined;
  canReadLabour: boolean;
  canReadSchooling: boolean;
  canReadInsurance: boolean;
}>;


export type PeopleQuery = { members: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, fullName: string, birthYear: number, sex: string, household: { id: string, code: string, headName: string, village: { id: string, name: string } | null, commune: { id: string, shortName: string } } | null, labour?: { id: string, status: LabourStatus, trainedLevel: TrainedLevel, occupation: string | null } | null, schooling?: { id: string, level: SchoolLevel, reason: string | null } | null, insurance?: { id: string, hasCard: boolean, validTo: string | null } | null }> } };

export type PeopleOfMeritQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: MeritRecordFilter | null | undefined;
  purpose: Purpose;
}>;


export type PeopleOfMeritQuery = { meritRecords: { totalCount: { value: number, isExact: boolean }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: MeritKind, decisionNumber: string | null, decisionDay: string | null, member: { id: string, fullName: string, birthYear: number, sex: string, household: { id: string, code: string, headName: string, village: { id: string, name: string } | null, commune: { id: string, shortName: string } } | null } | null }> } };

export type PeopleCountQueryVariables = Exact<{
  filter?: MemberFilter | null | undefined;
}>;


export type PeopleCountQuery = { members: { totalCount: { value: number, isExact: boolean } } };


export const PeopleDocument = {"hash":"694768ff9508415a6d2e3b7bd3db0f62faa3195312f68d286a4c98cec8b9b9c2","kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"People"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"canReadLabour"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"canReadSchooling"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"canReadInsurance"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"householdCode"},"value":{"kind":"EnumValue","value":"ASC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"birthYear"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"headName"}},{"kind":"Field","name":{"kind":"Name","value":"village"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"commune"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"labour"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"canReadLabour"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"trainedLevel"}},{"kind":"Field","name":{"kind":"Name","value":"occupation"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"schooling"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"canReadSchooling"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"insurance"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"canReadInsurance"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hasCard"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<PeopleQuery, PeopleQueryVariables>;
export const PeopleOfMeritDocument = {"hash":"191109158dfba316ddbe52e2d78a81e3bd1a8610296de89c5fa9ad9f01184e18","kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PeopleOfMerit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MeritRecordFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"purpose"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Purpose"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meritRecords"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"purpose"},"value":{"kind":"Variable","name":{"kind":"Name","value":"purpose"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"isExact"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"decisionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"decisionDay"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"birthYear"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"headName"}},{"kind":"Field","name":{"kind":"Name","value":"village"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"commune"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<PeopleOfMeritQuery, PeopleOfMeritQueryVariables>;
export const PeopleCountDocument = {"hash":"d0f0f3b5b94527d1966fd29b1a2f797efeeeddf0b763755a36c9d4bc687a6923","kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PeopleCount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"isExact"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<PeopleCountQuery, PeopleCountQueryVariables>;