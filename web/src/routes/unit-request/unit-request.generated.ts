/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type BooleanFilter = {
  eq?: boolean | null | undefined;
};

export type DayFilter = {
  eq?: string | null | undefined;
  gte?: string | null | undefined;
  isNull?: boolean | null | undefined;
  lte?: string | null | undefined;
};

export type Direction =
  | 'ASC'
  | 'DESC';

export type IdFilter = {
  eq?: string | null | undefined;
  in?: Array<string> | null | undefined;
  isNull?: boolean | null | undefined;
};

export type InstantFilter = {
  gte?: string | null | undefined;
  isNull?: boolean | null | undefined;
  lte?: string | null | undefined;
};

export type NumberFilter = {
  eq?: number | null | undefined;
  gte?: number | null | undefined;
  isNull?: boolean | null | undefined;
  lte?: number | null | undefined;
};

export type RequestKind =
  | 'COORDINATION'
  | 'EXTENSION'
  | 'RECOMMENDATION';

export type RequestKindFilter = {
  eq?: RequestKind | null | undefined;
  in?: Array<RequestKind> | null | undefined;
};

export type RequestSide =
  | 'I_OWE'
  | 'OTHERS'
  | 'OWED_TO_ME';

export type RequestSideFilter = {
  eq?: RequestSide | null | undefined;
  in?: Array<RequestSide> | null | undefined;
};

export type RequestState =
  | 'ANSWERED'
  | 'DECLINED'
  | 'DRAFT'
  | 'FORWARDED'
  | 'REOPENED'
  | 'SENT'
  | 'WITHDRAWN';

export type RequestStateFilter = {
  eq?: RequestState | null | undefined;
  in?: Array<RequestState> | null | undefined;
};

export type TextFilter = {
  contains?: string | null | undefined;
  eq?: string | null | undefined;
  in?: Array<string> | null | undefined;
  isNull?: boolean | null | undefined;
  startsWith?: string | null | undefined;
};

export type UnitRequestFilter = {
  and?: Array<UnitRequestFilter> | null | undefined;
  assignment?: IdFilter | null | undefined;
  closedOn?: DayFilter | null | undefined;
  createdAt?: InstantFilter | null | undefined;
  daysHeld?: NumberFilter | null | undefined;
  daysOver?: NumberFilter | null | undefined;
  dueDay?: DayFilter | null | undefined;
  id?: IdFilter | null | undefined;
  isOpen?: BooleanFilter | null | undefined;
  isOverdue?: BooleanFilter | null | undefined;
  kind?: RequestKindFilter | null | undefined;
  not?: UnitRequestFilter | null | undefined;
  number?: TextFilter | null | undefined;
  or?: Array<UnitRequestFilter> | null | undefined;
  sentOn?: DayFilter | null | undefined;
  side?: RequestSideFilter | null | undefined;
  state?: RequestStateFilter | null | undefined;
  subject?: TextFilter | null | undefined;
  task?: IdFilter | null | undefined;
  toUnit?: IdFilter | null | undefined;
  unit?: IdFilter | null | undefined;
};

export type UnitRequestOrder = {
  assignment?: Direction | null | undefined;
  closedOn?: Direction | null | undefined;
  createdAt?: Direction | null | undefined;
  daysHeld?: Direction | null | undefined;
  daysOver?: Direction | null | undefined;
  dueDay?: Direction | null | undefined;
  id?: Direction | null | undefined;
  isOpen?: Direction | null | undefined;
  isOverdue?: Direction | null | undefined;
  kind?: Direction | null | undefined;
  number?: Direction | null | undefined;
  sentOn?: Direction | null | undefined;
  side?: Direction | null | undefined;
  state?: Direction | null | undefined;
  subject?: Direction | null | undefined;
  task?: Direction | null | undefined;
  toUnit?: Direction | null | undefined;
  unit?: Direction | null | undefined;
};

export type UnitRequestLineFragment = { id: string, version: number, kind: RequestKind, number: string | null, subject: string, state: RequestState, isOpen: boolean, isOverdue: boolean, side: RequestSide, sentOn: string | null, dueDay: string | null, closedOn: string | null, daysGone: number | null, daysLeft: number | null, daysOver: number | null, daysHeld: number | null, unit: { id: string, code: string, shortName: string }, toUnit: { id: string, code: string, shortName: string }, answerDrafts: Array<{ id: string }> };

export type UnitRequestsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter: UnitRequestFilter;
  order: Array<UnitRequestOrder>;
}>;


export type UnitRequestsQuery = { unitRequests: { nodes: Array<{ id: string, version: number, kind: RequestKind, number: string | null, subject: string, state: RequestState, isOpen: boolean, isOverdue: boolean, side: RequestSide, sentOn: string | null, dueDay: string | null, closedOn: string | null, daysGone: number | null, daysLeft: number | null, daysOver: number | null, daysHeld: number | null, unit: { id: string, code: string, shortName: string }, toUnit: { id: string, code: string, shortName: string }, answerDrafts: Array<{ id: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, totalCount: { value: number, isExact: boolean } } };

export type RequestDebtsQueryVariables = Exact<{ [key: string]: never; }>;


export type RequestDebtsQuery = { requestDebts: Array<{ unitId: string, unitCode: string, unitName: string, isSecretariat: boolean, open: number, overdue: number, oldestDays: number, mostDaysOver: number }> };

export const UnitRequestLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitRequestLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnitRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"isOpen"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"sentOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueDay"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysGone"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"daysOver"}},{"kind":"Field","name":{"kind":"Name","value":"daysHeld"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"toUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answerDrafts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<UnitRequestLineFragment, unknown>;
export const UnitRequestsDocument = {"hash":"5cca3a98766365e950c212089a857f7ab016702525330f2d7e5f7df1ca34a594","kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnitRequests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnitRequestFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"order"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnitRequestOrder"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unitRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"order"},"value":{"kind":"Variable","name":{"kind":"Name","value":"order"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UnitRequestLine"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"isExact"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UnitRequestLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnitRequest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"isOpen"}},{"kind":"Field","name":{"kind":"Name","value":"isOverdue"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"sentOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueDay"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"daysGone"}},{"kind":"Field","name":{"kind":"Name","value":"daysLeft"}},{"kind":"Field","name":{"kind":"Name","value":"daysOver"}},{"kind":"Field","name":{"kind":"Name","value":"daysHeld"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"toUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"shortName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answerDrafts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<UnitRequestsQuery, UnitRequestsQueryVariables>;
export const RequestDebtsDocument = {"hash":"3b96478491affb9eaa06d29f6eb0758f8a48419d0d2353e1a7e3747b0d7a2c6e","kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RequestDebts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestDebts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unitId"}},{"kind":"Field","name":{"kind":"Name","value":"unitCode"}},{"kind":"Field","name":{"kind":"Name","value":"unitName"}},{"kind":"Field","name":{"kind":"Name","value":"isSecretariat"}},{"kind":"Field","name":{"kind":"Name","value":"open"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"oldestDays"}},{"kind":"Field","name":{"kind":"Name","value":"mostDaysOver"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<RequestDebtsQuery, RequestDebtsQueryVariables>;