import { Field, ID, InputType, Int } from 'type-graphql';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { RegistryRule, RuleName } from './registry-rule.entity.js';

@InputType({ description: 'A rule from a day on, today at the earliest; the one before ends on the day before.' })
export class RecordRegistryRuleInput {
  @Field(() => RuleName) name!: string;
  @Field(() => Int) value!: number;
  @Field(() => Day) validFrom!: string;
  @Field(() => String) source!: string;
  @Field(() => ID, { nullable: true, description: 'The latest such rule that the writer saw; null for none.' }) latest?: string | null;
}
export const RegistryRulePayload = payloadOf('RegistryRule', 'registryRule', RegistryRule);
