import { Field, ID, InputType } from 'type-graphql';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { Deprivation } from './deprivation.entity.js';
import { GroupKind, HouseholdGroup } from './household-group.entity.js';
import { CauseKind, PovertyCause } from './poverty-cause.entity.js';

@InputType()
export class RecordDeprivationInput {
  @Field(() => ID) household!: string;
  @Field(() => String) indicator!: string;
  @Field(() => String) standard!: string;
  @Field(() => Day) since!: string;
  @Field(() => String, { nullable: true, description: 'Square metres, material, source of water.' }) measure?: string | null;
}
@InputType()
export class AddPovertyCauseInput {
  @Field(() => ID) household!: string;
  @Field(() => CauseKind) cause!: string;
  @Field(() => Day) since!: string;
}
@InputType()
export class AddHouseholdGroupInput {
  @Field(() => ID) household!: string;
  @Field(() => GroupKind) kind!: string;
  @Field(() => Day) since!: string;
}
@InputType()
export abstract class EndInput {
  @Field(() => ID) id!: string;
  @Field(() => Day, { nullable: true, description: 'The first day on which it no longer holds; null opens it again.' }) until!: string | null;
}
@InputType() export class EndDeprivationInput extends EndInput {}
@InputType() export class EndPovertyCauseInput extends EndInput {}
@InputType() export class EndHouseholdGroupInput extends EndInput {}

export const DeprivationPayload = payloadOf('Deprivation', 'deprivation', Deprivation);
export const PovertyCausePayload = payloadOf('PovertyCause', 'cause', PovertyCause);
export const HouseholdGroupPayload = payloadOf('HouseholdGroup', 'group', HouseholdGroup);
