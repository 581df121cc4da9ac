import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { Operand, Resource } from '../access/resource.js';
import { Day } from './scalars.js';

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
@InputType() export class BooleanFilter {
  @Field(() => Boolean, { nullable: true }) eq?: boolean;
}
const comparisons: Record<Exclude<Operand, 'enum'>, new () => object> = { id: IdFilter, text: TextFilter, number: NumberFilter, day: DayFilter, boolean: BooleanFilter };

/** Types that only compare; whoever is signed in may name them, the field they stand at decides. */
export const comparisonTypes: string[] = ['IdFilter', 'TextFilter', 'NumberFilter', 'DayFilter', 'BooleanFilter'];

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

type Operands = Readonly<Record<string, Exclude<Operand, 'enum'> | readonly [name: string, type: EnumType]>>;
export interface ListTypes { readonly Filter: new () => object; readonly Order: new () => object }

/**
 * The filter and order inputs of a noun: one field each for the fields named, and/or/not over them.
 * Throws when a field has no line with f, so that nothing can be compared that the table does not offer.
 */
export function listTypes(resource: Resource, operands: Operands): ListTypes {
  const Filter = class {}, Order = class {};
  for (const [name, operand] of Object.entries(operands)) {
    const line = resource.fields.get(name);
    if (!line || !Object.values(line.verbs).some(verbs => verbs.includes('f'))) throw new Error(`${resource.type}.${name}: no line with f`);
    resource.operands.set(name, typeof operand === 'string' ? operand : 'enum');
    const comparison = typeof operand === 'string' ? comparisons[operand] : enumFilter(operand[1], operand[0]);
    Field(() => comparison, { nullable: true })(Filter.prototype, name);
    Field(() => Direction, { nullable: true })(Order.prototype, name);
  }
  for (const joint of ['and', 'or']) Field(() => [Filter], { nullable: true })(Filter.prototype, joint);
  Field(() => Filter, { nullable: true })(Filter.prototype, 'not');
  InputType(`${resource.type}Filter`)(Filter);
  InputType(`${resource.type}Order`)(Order);
  return { Filter, Order };
}
