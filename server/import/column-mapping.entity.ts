import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Instant } from '../graphql/scalars.js';
import { Post } from '../identity/post.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { ImportKind } from './import-kind.js';

@ObjectType({ description: 'How the headers of a file of somebody else\'s making lead to fields, so that the file comes in unchanged.', simpleResolvers: true })
export class ColumnMapping {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Unit, { nullable: true, description: 'Null: the province\'s, for every unit.' }) unit!: Relation<Unit> | null;
  @Field(() => String) name!: string;
  @Field(() => ImportKind) kind!: string;
  @Field(() => String, { nullable: true }) sheet!: string | null;
  @Field(() => Int, { nullable: true }) headerRow!: number | null;
  @Field(() => String, { description: 'JSON: header → column of importColumns.' }) columns!: string;
  @Field(() => String, { description: 'JSON: what the file writes → what is meant.' }) valueMap!: string;
  @Field(() => Post) savedBy!: Relation<Post>;
  @Field(() => Instant) updatedAt!: string;
}
