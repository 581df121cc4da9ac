import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day, Instant } from '../graphql/scalars.js';
import { Household } from '../household/household.entity.js';
import { Post } from '../identity/post.entity.js';
import { Assignment } from '../task/assignment.entity.js';
import { Unit } from '../unit/unit.entity.js';

@ObjectType({ description: 'One row that went from one post to another; its holder ticks it off.', simpleResolvers: true })
export class HandoverItem {
  @Field(() => ID) id!: number;
  @Field(() => String, { description: 'A noun, as "Assignment".' }) noun!: string;
  @Field(() => ID) rowId!: string;
  @Field(() => Day, { nullable: true }) dueDay!: string | null;
  @Field(() => String, { nullable: true, description: 'What the row is called, where that names no household.' }) label!: string | null;
  @Field(() => Assignment, { nullable: true, description: 'The piece of work that the row is, or belongs to.' }) assignment!: Relation<Assignment> | null;
  @Field(() => Household, { nullable: true, description: 'Null where the reader does not see it.' }) household!: Relation<Household> | null;
  @Field(() => Day, { nullable: true }) acceptedOn!: string | null;
}

@ObjectType({ description: 'Everything that a post had in hand, given to a colleague of the unit as the post ended.', simpleResolvers: true })
export class Handover {
  @Field(() => ID) id!: number;
  @Field(() => Unit) unit!: Relation<Unit>;
  @Field(() => Post, { description: 'The post that ended.' }) fromPost!: Relation<Post>;
  @Field(() => Post) toPost!: Relation<Post>;
  @Field(() => Post) madeBy!: Relation<Post>;
  @Field(() => Instant) madeAt!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Int) itemCount!: number;
  @Field(() => [HandoverItem]) items!: Relation<HandoverItem>[];
}
