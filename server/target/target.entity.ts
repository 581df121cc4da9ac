import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { HouseholdClass } from '../household/household.entity.js';
import { Plan } from '../plan/plan.entity.js';
import { Task } from '../task/task.entity.js';
import { Unit } from '../unit/unit.entity.js';

export enum TargetOperator { AT_LEAST = 'AT_LEAST', ABOUT = 'ABOUT', EXACT = 'EXACT', ALL_IN_NEED = 'ALL_IN_NEED' }
registerEnumType(TargetOperator, { name: 'TargetOperator', description: '"Ít nhất", "khoảng", a plain number, or all those in need.' });

@ObjectType({ description: 'A target with its operator and the population that it counts: the province\'s, or a unit\'s share of one.', simpleResolvers: true })
export class Target {
  @Field(() => ID) id!: number;
  @Field(() => Int) version!: number;
  @Field(() => Plan) plan!: Relation<Plan>;
  @Field(() => Task, { nullable: true }) task!: Relation<Task> | null;
  @Field(() => Target, { nullable: true, description: 'The province\'s target that this is a share of.' }) parent!: Relation<Target> | null;
  @Field(() => [Target], { description: 'Of the shares those that the viewer may see.' }) shares!: Relation<Target[]>;
  @Field(() => Unit, { nullable: true, description: 'Whose share it is; null for the province\'s.' }) unit!: Relation<Unit> | null;
  @Field(() => Unit, { nullable: true, description: 'Who answers for it.' }) owner!: Relation<Unit> | null;
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => TargetOperator) operator!: string;
  @Field(() => Number, { nullable: true }) value!: number | null;
  @Field(() => String) unitOfMeasure!: string;
  @Field(() => Boolean, { description: 'Shares of a count add up; those of a rate do not.' }) isCounted!: boolean;
  @Field(() => String, { nullable: true }) population!: string | null;
  @Field(() => [HouseholdClass]) populationClasses!: string[];
  @Field(() => Int) year!: number;
  @Field(() => String) clause!: string;
  @Field(() => Target, { nullable: true, description: 'The clause that states it otherwise.' }) conflictsWith!: Relation<Target> | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Day, { nullable: true, description: 'Since when only the secretariat changes its split, with a reason.' }) closedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Why the share was changed after the split was closed.' }) reason!: string | null;
}
