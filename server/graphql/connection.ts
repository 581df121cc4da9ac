import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

@ObjectType({ description: 'A count that stops at 10.000; isExact says whether it did.', simpleResolvers: true })
export class Count {
  @Field(() => Int) value!: number;
  @Field(() => Boolean) isExact!: boolean;
}

/** The connection type of a noun: nodes, the page's end, and a capped count. */
export function connectionOf(name: string, node: new () => object): new () => object {
  const Connection = class {};
  Field(() => [node])(Connection.prototype, 'nodes');
  Field(() => PageInfo)(Connection.prototype, 'pageInfo');
  Field(() => Count)(Connection.prototype, 'totalCount');
  ObjectType(`${name}Connection`, { simpleResolvers: true })(Connection);
  return Connection;
}
