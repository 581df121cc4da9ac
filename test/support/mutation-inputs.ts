import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isRequiredInputField, type GraphQLInputObjectType, type GraphQLInputType } from 'graphql';
import { promised } from './field-paths.js';
import { goldenMatrix } from './golden.js';

type Value = Readonly<Record<string, unknown>>;
export const randomId = '00000000-0000-4000-8000-000000000000';

/** A mutation with one input, as its type promises it. */
export interface Mutation { readonly name: string; readonly input: GraphQLInputObjectType; readonly query: string; readonly noun: string | null }

// Another id that nobody has, so that no two fields of an input name the same.
const plain: Readonly<Record<string, unknown>> = { ID: '00000000-0000-4000-8000-000000000001', String: 'x', Int: 1, Float: 1, Boolean: false, Day: '2026-09-01', Instant: '2026-09-01T00:00:00Z' };

function valueOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return [valueOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).filter(isRequiredInputField).map(field => [field.name, valueOf(field.type)]));
  return plain[getNamedType(type).name];
}

/** The least that an input takes, with these of its fields set. */
export const inputWith = (input: GraphQLInputObjectType, given: Value): Value => ({ ...(valueOf(input) as object), ...given });

/** Every mutation that takes one input, with a selection of its errors and of the id of what it answers. */
export const mutations: readonly Mutation[] = Object.values(promised.getMutationType()!.getFields()).flatMap(field => {
  const input = field.args[0] && getNamedType(field.args[0].type), payload = getNamedType(field.type);
  if (!isInputObjectType(input) || !isObjectType(payload)) return [];
  const answered = Object.values(payload.getFields()).find(inner => goldenMatrix.has(getNamedType(inner.type).name)), noun = answered ? getNamedType(answered.type).name : null;
  const shown = answered && goldenMatrix.get(noun!)!.has('id') ? `${answered.name} { id } ` : '', conflicts = 'conflicts' in payload.getFields() ? 'conflicts { field yours current } ' : '';
  return [{ name: field.name, input, noun, query: `mutation ($input: ${input.name}!) { ${field.name}(input: $input) { ${shown}${conflicts}userErrors { code field message } } }` }];
});

/** The noun of the row that a field of an input names by its id; null for what no unit keeps to itself. */
export function nounNamed({ noun }: Mutation, field: string): string | null {
  const named: Readonly<Record<string, string>> = { household: 'Household', keep: 'Household', gone: 'Household', member: 'Member', members: 'Member', head: 'Member', support: 'Support', metBy: 'Support', planItem: 'Support', village: 'Village', mapping: 'ColumnMapping' };
  return field === 'id' ? noun : named[field] ?? null;
}

/** Fields of an input that take text of one's own. */
export const textFields = (input: GraphQLInputObjectType): string[] => Object.values(input.getFields()).filter(field => getNamedType(field.type).name === 'String' && !isListType(isNonNullType(field.type) ? field.type.ofType : field.type)).map(field => field.name);
