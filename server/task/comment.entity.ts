import { Field, ID, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Instant } from '../graphql/scalars.js';
import { Post } from '../identity/post.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { Assignment } from './assignment.entity.js';

@ObjectType({ description: 'Words about an assignment between its unit, the leads of its task and the secretariat. Never changed; taken back by its author on the same day, it stays without its text.', simpleResolvers: true })
export class Comment {
  @Field(() => ID) id!: number;
  @Field(() => Assignment) assignment!: Relation<Assignment>;
  @Field(() => Unit, { description: 'Whose words they are.' }) unit!: Relation<Unit>;
  @Field(() => Post, { nullable: true, description: 'Null where the post is not the viewer\'s to see; the name is.' }) author!: Relation<Post> | null;
  @Field(() => String, { description: 'The author\'s name as it was.' }) authorName!: string;
  @Field(() => String, { nullable: true, description: 'Null once it was taken back.' }) text!: string | null;
  @Field(() => Instant) at!: string;
  @Field(() => Instant, { nullable: true }) withdrawnAt!: string | null;
}
