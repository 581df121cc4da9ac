import { Field, Int, ObjectType } from 'type-graphql';
import { AssignmentStatus } from './assignment.entity.js';

@ObjectType({ description: 'How many of a task\'s units stand so.', simpleResolvers: true })
export class StandingCount {
  @Field(() => AssignmentStatus) status!: string;
  @Field(() => Int) count!: number;
}
