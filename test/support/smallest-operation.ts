import {
  getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isRequiredArgument, isRequiredInputField, type GraphQLInputType, type GraphQLOutputType,
} from 'graphql';
import { promised } from './field-paths.js';

const scalars: Readonly<Record<string, string>> = { ID: '"0"', String: '"x"', Int: '1', Float: '1', Boolean: 'false', Day: '"2026-09-01"', Instant: '"2026-09-01T00:00:00Z"' };

/** A value of the type that names nothing that exists. */
function smallestValue(type: GraphQLInputType): string {
  if (isNonNullType(type)) return smallestValue(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) return `{ ${Object.values(type.getFields()).filter(isRequiredInputField).map(field => `${field.name}: ${smallestValue(field.type)}`).join(', ')} }`;
  const value = scalars[getNamedType(type).name];
  if (!value) throw new Error(`no smallest value of ${String(type)}`);
  return value;
}

/** One scalar below the type, by the fields that lead there without an argument; what says why nothing was saved where there is such a thing. */
function smallestSelection(type: GraphQLOutputType, seen: readonly string[] = []): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).filter(field => !field.args.some(isRequiredArgument));
  const preferred = ['userErrors', 'nodes', 'id', 'code'].map(name => fields.find(field => field.name === name)).find(field => field !== undefined);
  const field = preferred ?? fields.find(one => !isObjectType(getNamedType(one.type))) ?? fields.find(one => !seen.includes(getNamedType(one.type).name));
  if (!field) throw new Error(`nothing to select of ${named.name}`);
  const inner = field.name === 'userErrors' ? ' { code }' : smallestSelection(field.type, [...seen, named.name]);
  return ` { ${field.name}${inner} }`;
}

/** The shortest operation on a root field, as `Mutation.addMember`, with arguments that name nothing that exists. */
export function smallestOperation(path: string): string {
  const [root = '', name = ''] = path.split('.');
  const field = promised.getRootType(root.toLowerCase() as never)!.getFields()[name]!;
  const given = field.args.filter(isRequiredArgument).map(argument => `${argument.name}: ${smallestValue(argument.type)}`);
  return `${root === 'Query' ? '' : `${root.toLowerCase()} `}{ ${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${smallestSelection(field.type)} }`;
}
