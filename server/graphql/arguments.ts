import { ArgsType, Field, Int } from 'type-graphql';
import type { ListTypes } from './filter.js';

export interface PageArguments { readonly filter?: object | null; readonly order?: object[] | null; readonly first: number; readonly after?: string | null }

/** The arguments of a noun's list: filter, order, first (1–100, required), after. */
export function pageArguments(name: string, { Filter, Order }: ListTypes): new () => PageArguments {
  const Arguments = { [`${name}Arguments`]: class {} }[`${name}Arguments`] as new () => PageArguments;
  Field(() => Filter, { nullable: true })(Arguments.prototype, 'filter');
  Field(() => [Order], { nullable: true })(Arguments.prototype, 'order');
  Field(() => Int)(Arguments.prototype, 'first');
  Field(() => String, { nullable: true })(Arguments.prototype, 'after');
  ArgsType()(Arguments);
  return Arguments;
}
