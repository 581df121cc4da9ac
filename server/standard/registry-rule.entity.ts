import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Day } from '../graphql/scalars.js';

export enum RuleName {
  NEWLY_ESCAPED_MONTHS = 'NEWLY_ESCAPED_MONTHS', PROVIDER_DAYS = 'PROVIDER_DAYS', GRANT_DAYS_MOST = 'GRANT_DAYS_MOST', ELIGIBILITY_CHECKS_AN_HOUR = 'ELIGIBILITY_CHECKS_AN_HOUR',
  MIN_WORKING_AGE = 'MIN_WORKING_AGE', MAX_WORKING_AGE = 'MAX_WORKING_AGE', CHILD_BELOW_AGE = 'CHILD_BELOW_AGE',
}
registerEnumType(RuleName, { name: 'RuleName' });

@ObjectType({ description: 'What the registry does by itself, as the administration sets it from a day on.', simpleResolvers: true })
export class RegistryRule {
  @Field(() => ID) id!: number;
  @Field(() => RuleName) name!: string;
  @Field(() => Int) value!: number;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo!: string | null;
  @Field(() => String) source!: string;
  @Field(() => Day, { nullable: true, description: 'The day on which another row took its place from its first day on.' }) replacedOn!: string | null;
}
