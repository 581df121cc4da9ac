import { Field, ID, InputType, Int } from 'type-graphql';
import { Day } from '../graphql/scalars.js';
import { HouseholdEndKind } from './household.entity.js';

@InputType()
abstract class MovementInput {
  @Field(() => Day, { description: 'Today or earlier, and not before the day of the class that stands.' }) day!: string;
  @Field(() => String) reason!: string;
}

@InputType({ description: 'Some of its members become a household of their own.' })
export class SplitHouseholdInput extends MovementInput {
  @Field(() => ID) household!: string;
  @Field(() => Int) version!: number;
  @Field(() => [ID]) members!: string[];
  @Field(() => ID, { description: 'The head of the new household, one of the members.' }) head!: string;
  @Field(() => ID, { nullable: true, description: 'Left out: the village stays the same.' }) village?: string | null;
}

@InputType({ description: 'To another commune, which it belongs to from now on.' })
export class MoveHouseholdInput extends MovementInput {
  @Field(() => ID) household!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID) toCommune!: string;
}

@InputType({ description: 'One household joins another of the same commune.' })
export class MergeHouseholdsInput extends MovementInput {
  @Field(() => ID) keep!: string;
  @Field(() => Int) keepVersion!: number;
  @Field(() => ID) gone!: string;
  @Field(() => Int) goneVersion!: number;
}

@InputType({ description: 'No longer a household: the family has died out or left the province.' })
export class EndHouseholdInput extends MovementInput {
  @Field(() => ID) household!: string;
  @Field(() => Int) version!: number;
  @Field(() => HouseholdEndKind, { description: 'DIED, LEFT_PROVINCE or OTHER; one that joins another is merged.' }) kind!: string;
}
