import { Field, ID, Int, ObjectType } from 'type-graphql';
import { EndMovement, Movement } from './class-record.entity.js';
import { HouseholdClass } from './household.entity.js';

@ObjectType({ description: 'How many households came onto the list so, or left it so, within the days asked for.', simpleResolvers: true })
export class MovementCount {
  @Field(() => Movement, { nullable: true, description: 'How they came; null where they left.' }) movement!: string | null;
  @Field(() => EndMovement, { nullable: true, description: 'How they left: moved out, merged or ended; null where they came.' }) endMovement!: string | null;
  @Field(() => HouseholdClass, { description: 'The class that began or ended.' }) class!: string;
  @Field(() => Int) count!: number;
}

@ObjectType({ simpleResolvers: true })
export class ExpectedExitVillage {
  @Field(() => ID) commune!: number;
  @Field(() => String) communeName!: string;
  @Field(() => ID, { nullable: true, description: 'Null for households of no village yet.' }) village!: number | null;
  @Field(() => String, { nullable: true }) villageName!: string | null;
  @Field(() => Int) households!: number;
}

@ObjectType({ description: 'Poor and near-poor households expected to escape in a year.', simpleResolvers: true })
export class ExpectedExits {
  @Field(() => Int) households!: number;
  @Field(() => Number, { nullable: true, description: 'Households, by the own unit\'s target of the year; null without one.' }) target!: number | null;
  @Field(() => [ExpectedExitVillage]) villages!: ExpectedExitVillage[];
}
