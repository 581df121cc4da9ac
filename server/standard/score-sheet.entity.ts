import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { Post } from '../identity/post.entity.js';
import { AreaType } from '../unit/village.entity.js';

@ObjectType({ description: 'One region\'s column of a form that scores income: form × region × item × points.', simpleResolvers: true })
export class ScoreSheet {
  @Field(() => ID) id!: string;
  @Field(() => String) standard!: string;
  @Field(() => String) formVersion!: string;
  @Field(() => String) region!: string;
  @Field(() => [AreaType], { description: 'The villages of this province for which it counts; none for another region\'s.' }) areas!: string[];
  @Field(() => String) source!: string;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo!: string | null;
  @Field(() => Post, { nullable: true }) importedBy!: Relation<Post> | null;
  @Field(() => Day) importedOn!: string;
  @Field(() => [ScoreItem]) items!: Relation<ScoreItem>[];
}

@ObjectType({ description: 'An item of a score sheet; how its group is answered stands with each item of the group.', simpleResolvers: true })
export class ScoreItem {
  @Field(() => ID) id!: number;
  @Field(() => ScoreSheet) scoreSheet!: Relation<ScoreSheet>;
  @Field(() => Int) no!: number;
  @Field(() => String, { description: 'Its code on the form.' }) item!: string;
  @Field(() => String) name!: string;
  @Field(() => String) groupName!: string;
  @Field(() => Boolean, { description: 'Of the group at the most one item.' }) isExclusive!: boolean;
  @Field(() => Boolean, { description: 'Of the group at least one item.' }) isRequired!: boolean;
  @Field(() => Boolean, { description: 'Points for each one instead of for the tick.' }) isCounted!: boolean;
  @Field(() => Int) points!: number;
}
