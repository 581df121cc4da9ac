import { Field, ID, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { UnitClass } from '../unit/unit-class.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { AssignmentRole } from './assignment.entity.js';
import { Task } from './task.entity.js';

@ObjectType({ description: 'A unit or a class of units that a clause makes lead or coordinator; assignments are what it comes to.', simpleResolvers: true })
export class TaskBinding {
  @Field(() => ID) id!: number;
  @Field(() => Task) task!: Relation<Task>;
  @Field(() => AssignmentRole) role!: string;
  @Field(() => Unit, { nullable: true }) unit!: Relation<Unit> | null;
  @Field(() => UnitClass, { nullable: true }) unitClass!: Relation<UnitClass> | null;
  @Field(() => String, { nullable: true }) part!: string | null;
  @Field(() => Boolean, { description: '"Liên quan": binds nobody until the secretariat confirms.' }) isConcerned!: boolean;
}
