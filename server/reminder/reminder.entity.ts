import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day, Instant } from '../graphql/scalars.js';
import { Post } from '../identity/post.entity.js';
import { Assignment, StatusRule } from '../task/assignment.entity.js';
import { Unit, UnitKind } from '../unit/unit.entity.js';

@ObjectType({ description: 'One unit reminds another of work that is late ("đôn đốc").', simpleResolvers: true })
export class Reminder {
  @Field(() => ID) id!: number;
  @Field(() => Unit) fromUnit!: Relation<Unit>;
  @Field(() => Post, { nullable: true }) fromPost!: Relation<Post> | null;
  @Field(() => Unit, { description: 'Who is reminded.' }) unit!: Relation<Unit>;
  @Field(() => String) message!: string;
  @Field(() => Day) sentOn!: string;
  @Field(() => Instant) at!: string;
  @Field(() => Day, { nullable: true, description: 'When somebody of the unit first opened it.' }) readOn!: string | null;
  @Field(() => Post, { nullable: true }) readBy!: Relation<Post> | null;
  @Field(() => Boolean, { description: 'Some of the work is still late.' }) isOpen!: boolean;
  @Field(() => [ReminderItem]) items!: Relation<ReminderItem[]>;
}

@ObjectType({ description: 'A piece of work that a reminder is about.', simpleResolvers: true })
export class ReminderItem {
  @Field(() => ID) id!: number;
  @Field(() => Reminder) reminder!: Relation<Reminder>;
  @Field(() => Unit) unit!: Relation<Unit>;
  @Field(() => Assignment, { nullable: true }) assignment!: Relation<Assignment> | null;
}

@ObjectType({ description: 'A piece of work that is late today.', simpleResolvers: true })
export class LateWork {
  @Field(() => ID) assignment!: number;
  @Field(() => ID) task!: number;
  @Field(() => String) code!: string;
  @Field(() => String) title!: string;
  @Field(() => Day, { nullable: true, description: 'Since which day it is late: the last day on time.' }) dueDay!: string | null;
  @Field(() => Int, { nullable: true }) days!: number | null;
  @Field(() => StatusRule) rule!: string;
}

@ObjectType({ description: 'A unit with its late work, as far as the viewer may remind it.', simpleResolvers: true })
export class LateUnit {
  @Field(() => ID) id!: number;
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String) shortName!: string;
  @Field(() => UnitKind) kind!: string;
  @Field(() => Day, { nullable: true, description: 'When the viewer\'s unit last reminded it.' }) remindedOn!: string | null;
  @Field(() => [LateWork]) works!: LateWork[];
}
