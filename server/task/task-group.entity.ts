import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn, type Relation } from 'typeorm';
import { Plan } from '../plan/plan.entity.js';
import { Task } from './task.entity.js';

@ObjectType({ description: 'A group of tasks of the plan, III.1 to III.10, and IV for standing duties.', simpleResolvers: true })
@Entity('task_group')
export class TaskGroup {
  @Field(() => ID) @PrimaryColumn('int') id!: number;
  @Field(() => Int) no!: number;
  @Field(() => String) code!: string;
  @Field(() => String) title!: string;
  @Field(() => Plan) plan!: Relation<Plan>;
  @Field(() => [Task]) tasks!: Relation<Task[]>;
}
