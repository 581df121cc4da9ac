import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import type { Operand, Relating, Resource } from '../access/resource.js';
import { Day, Instant } from './scalars.js';

export enum Direction { ASC = 'ASC', DESC = 'DESC' }
registerEnumType(Direction, { name: 'Direction' });

@InputType() export class IdFilter {
  @Field(() => ID, { nullable: true }) eq?: string;
  @Field(() => [ID], { nullable: true }) in?: string[];
  @Field(() => Boolean, { nullable: true }) isNull?: boolean;
}
@InputType() export class TextFilter {
  @Field(() => String, { nullable: true }) eq?: string;
  @Field(() => [String], { nullable: true }) in?: string[];
  @Field(() => String, { nullable: true }) startsWith?: string;
  @Field(() => String, { nullable: true }) contains?: string;
  @Field(() => Boolean, { nullable: true }) isNull?: boolean;
}
@InputType({ description: 'For numbers of papers, which are known whole or not at all.' }) export class ExactFilter {
  @Field(() => String, { nullable: true }) eq?: string;
}
@InputType() export class NumberFilter {
  @Field(() => Number, { nullable: true }) eq?: number;
  @Field(() => Number, { nullable: true }) gte?: number;
  @Field(() => Number, { nullable: true }) lte?: number;
  @Field(() => Boolean, { nullable: true }) isNull?: boolean;
}
@InputType() export class DayFilter {
  @Field(() => Day, { nullable: true }) eq?: string;
  @Field(() => Day, { nullable: true }) gte?: string;
  @Field(() => Day, { nullable: true }) lte?: string;
  @Field(() => Boolean, { nullable: true }) isNull?: boolean;
}
@InputType() export class InstantFilter {
  @Field(() => Instant, { nullable: true }) gte?: string;
  @Field(() => Instant, { nullable: true }) lte?: string;
  @Field(() => Boolean, { nullable: true }) isNull?: boolean;
}
@InputType() export class BooleanFilter {
  @Field(() => Boolean, { nullable: true }) eq?: boolean;
}
const comparisons: Record<Exclude<Operand, 'enum' | Relating>, new () => object> = { id: IdFilter, text: TextFilter, exact: ExactFilter, number: NumberFilter, day: DayFilter, instant: InstantFilter, boolean: BooleanFilter };

/** Types that only compare; whoever is signed in may name them, the field they stand at decides. */
export const comparisonTypes: string[] = ['IdFilter', 'TextFilter', 'ExactFilter', 'NumberFilter', 'DayFilter', 'InstantFilter', 'BooleanFilter'];

export type EnumType = Readonly<Record<string, string>>;
const enumFilters = new Map<EnumType, new () => object>();

/** `{ eq, in }` over one enumeration, registered under its own name. */
function enumFilter(type: EnumType, name: string): new () => object {
  const known = enumFilters.get(type);
  if (known) return known;
  const filter = { [`${name}Filter`]: class {} }[`${name}Filter`];
  Field(() => type, { nullable: true })(filter.prototype, 'eq');
  Field(() => [type], { nullable: true })(filter.prototype, 'in');
  InputType(`${name}Filter`)(filter);
  comparisonTypes.push(`${name}Filter`);
  enumFilters.set(type, filter);
  return filter;
}

/** Of each noun, for the nouns that are related to it; looked up once all are loaded, since filters lead in circles. */
const filters = new Map<string, Readonly<Record<Relating, new () => object>>>();

/** The filter of one related row, or `{ some, none, every, atLeast }` over many. */
function filterOf(noun: string, relating: Relating): new () => object {
  const types = filters.get(noun);
  if (!types) throw new Error(`${noun} is related to in a filter and has no listTypes`);
  return types[relating];
}

const quantifiers = { some: 'There is one such; of {} there is one at all.', none: 'There is none such.', every: 'There is none but such.' };

function listFilterOf(noun: string, Filter: new () => object): new () => object {
  const ListFilter = class {};
  for (const [name, description] of Object.entries(quantifiers)) Field(() => Filter, { nullable: true, description })(ListFilter.prototype, name);
  Field(() => Int, { nullable: true, description: 'How many there are at least, of those that some describes.' })(ListFilter.prototype, 'atLeast');
  InputType(`${noun}ListFilter`, { description: 'Of the rows that the viewer may read.' })(ListFilter);
  return ListFilter;
}

/** The noun that a field leads to; throws when a row is meant where there are many, or the other way about. */
function relatedNoun(resource: Resource, name: string, relating: Relating): string {
  const source = resource.fields.get(name)?.source;
  if (source?.from !== (relating === 'row' ? 'one' : 'many')) throw new Error(`${resource.type}.${name} does not lead to ${relating === 'row' ? 'one row' : 'rows'}`);
  return (source as { readonly type: string }).type;
}

type Operands = Readonly<Record<string, Exclude<Operand, 'enum'> | readonly [name: string, type: EnumType]>>;
export interface ListTypes { readonly Filter: new () => object; readonly Order: new () => object }

/**
 * The filter and order inputs of a noun: one field each for the fields named, and/or/not over them. 'id' compares the key of the
 * related row; 'row' puts the related noun's own filter there, 'rows' the same with some/none/every/atLeast. `search` comes with the noun's words.
 * Throws when a field has no line with f, so that nothing can be compared that the table does not offer.
 */
export function listTypes(resource: Resource, operands: Operands): ListTypes {
  const Filter = class {}, Order = class {};
  for (const [name, operand] of Object.entries(operands)) {
    const line = resource.fields.get(name);
    if (!line || !Object.values(line.verbs).some(verbs => verbs.includes('f'))) throw new Error(`${resource.type}.${name}: no line with f`);
    resource.operands.set(name, typeof operand === 'string' ? operand : 'enum');
    if (operand === 'row' || operand === 'rows') {
      const noun = relatedNoun(resource, name, operand);
      Field(() => filterOf(noun, operand), { nullable: true })(Filter.prototype, name);
      continue;
    }
    const comparison = typeof operand === 'string' ? comparisons[operand] : enumFilter(operand[1], operand[0]);
    Field(() => comparison, { nullable: true })(Filter.prototype, name);
    Field(() => Direction, { nullable: true })(Order.prototype, name);
  }
  if (resource.search) Field(() => String, { nullable: true, description: 'Words or beginnings of words in any order, with or without marks.' })(Filter.prototype, 'search');
  filters.set(resource.type, { row: Filter, rows: listFilterOf(resource.type, Filter) });
  for (const joint of ['and', 'or']) Field(() => [Filter], { nullable: true })(Filter.prototype, joint);
  Field(() => Filter, { nullable: true })(Filter.prototype, 'not');
  InputType(`${resource.type}Filter`)(Filter);
  InputType(`${resource.type}Order`)(Order);
  return { Filter, Order };
}
