import { Field, InputType, ObjectType } from 'type-graphql';
import { Day } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.js';
import { HouseholdClass } from '../household/household.entity.js';

@InputType()
export class CheckEligibilityInput {
  @Field(() => String, { description: 'Of the identity paper, digits alone.' }) idNumber!: string;
  @Field(() => String, { description: 'Full name, with or without marks.' }) name!: string;
}

@ObjectType({ description: 'Whether one person is on a list today. Unknown, another name and not on a list are answered alike.', simpleResolvers: true })
export class EligibilityPayload {
  @Field(() => Boolean, { nullable: true, description: 'False is "không thuộc danh sách"; null when nothing was looked up.' }) isListed!: boolean | null;
  @Field(() => HouseholdClass, { nullable: true }) class!: string | null;
  @Field(() => String, { nullable: true }) standard!: string | null;
  @Field(() => Day, { nullable: true }) since!: string | null;
  @Field(() => Day) asOf!: string;
  @Field(() => [UserError]) userErrors!: UserError[];
}
