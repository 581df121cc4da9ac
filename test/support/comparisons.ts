import { getNamedType, isEnumType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import type { PortalKind } from '../../server/access/portal-kind.js';
import { promised } from './field-paths.js';
import { goldenMatrix, mayByHand } from './golden.js';

/** Lists that take a filter, with their noun. */
export const listRoots = [['households', 'Household'], ['tasks', 'Task'], ['assignments', 'Assignment'], ['units', 'Unit']] as const;

type Value = Readonly<Record<string, unknown>>;
/** A filter by one field, of the list's own noun or of one that relations lead to. */
export interface Comparison {
  readonly field: string;
  readonly literal: string;
  readonly value: Value;
  /** Every field of the inputs, as HouseholdFilter.members, MemberListFilter.some, MemberFilter.sex. */
  readonly path: readonly string[];
  /** Those of them that have a line, as noun and field. */
  readonly lines: readonly (readonly [noun: string, field: string])[];
  readonly isSortable: boolean;
}

const deepest = 3;
const inputNamed = (name: string): GraphQLInputObjectType => {
  const type = promised.getType(name);
  if (!isInputObjectType(type)) throw new Error(`${name} is no input`);
  return type;
};

/** GraphQL text of an input; enumerations are the words in upper case alone. */
const literalOf = (value: unknown): string => (value !== null && typeof value === 'object' ? `{ ${Object.entries(value).map(([name, inner]) => `${name}: ${literalOf(inner)}`).join(', ')} }`
  : typeof value === 'string' && !/^[A-Z_]{3,}$/.test(value) ? JSON.stringify(value) : String(value));

/** Something that a comparison of this type can be sent; whatever it is, it is not the value that decides. */
function anyComparison(type: GraphQLInputObjectType): Value {
  const { isNull, eq } = type.getFields();
  if (isNull) return { isNull: false };
  const compared = getNamedType(eq!.type);
  return { eq: isEnumType(compared) ? compared.getValues()[0]!.name : compared.name === 'Boolean' ? true : 'x' };
}

/** Every filter that the promised inputs offer of a noun, through relations down to the third noun, none of them met twice. */
export function comparisonsOf(noun: string, from: readonly string[] = []): Comparison[] {
  return Object.values(inputNamed(`${noun}Filter`).getFields()).flatMap(({ name, type }): Comparison[] => {
    if (!goldenMatrix.get(noun)!.has(name)) return [];
    const input = getNamedType(type) as GraphQLInputObjectType, step = `${noun}Filter.${name}`, line = [noun, name] as const;
    const target = input.name.replace(/(List)?Filter$/, '');
    const plain = (inner: Value, path: readonly string[], isSortable: boolean): Comparison =>
      ({ field: name, literal: literalOf({ [name]: inner }), value: { [name]: inner }, path, lines: [line], isSortable });
    if (!goldenMatrix.has(target)) return [plain(anyComparison(input), [step], from.length === 0)];
    const isMany = input.name.endsWith('ListFilter'), wrappers = isMany ? ['some', 'none', 'every'] : [null];
    const itself = wrappers.map(wrapper => plain(wrapper ? { [wrapper]: {} } : {}, [step, ...(wrapper ? [`${target}ListFilter.${wrapper}`] : [])], false));
    if (from.length + 1 >= deepest || from.includes(target) || target === noun) return itself;
    return [...itself, ...comparisonsOf(target, [...from, noun]).flatMap((inner, at) => {
      const wrapper = wrappers[at % wrappers.length]!; // each in its turn
      const value = { [name]: wrapper ? { [wrapper]: inner.value } : inner.value };
      return [{ ...inner, value, literal: literalOf(value), path: [step, ...(wrapper ? [`${target}ListFilter.${wrapper}`] : []), ...inner.path], lines: [line, ...inner.lines], isSortable: false }];
    })];
  });
}

/**
 * Whether the golden table denies a filter. By f any line on the way may; by r only the columns that the last fields compare,
 * since a relation's own columns are keys that policies read.
 */
export const deniedAt = (kind: PortalKind, verb: 'f' | 'r', lines: Comparison['lines']): boolean =>
  (verb === 'f' ? lines : lines.slice(-1)).some(([noun, field]) => !mayByHand(kind, noun, field, verb));

/** Whether a field of a filter may be named: by its line, and some, none, every where any relation to the noun may be filtered by. */
export function mayNameByHand(kind: PortalKind, step: string): boolean {
  const [input = '', name = ''] = step.split('.');
  if (!input.endsWith('ListFilter')) return mayByHand(kind, input.replace(/Filter$/, ''), name, 'f');
  return [...goldenMatrix.keys()].some(noun => {
    const filter = promised.getType(`${noun}Filter`);
    return isInputObjectType(filter) && Object.values(filter.getFields()).some(field => getNamedType(field.type).name === input && mayByHand(kind, noun, field.name, 'f'));
  });
}
