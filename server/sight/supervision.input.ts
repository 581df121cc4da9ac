import { Field, ID, InputType } from 'type-graphql';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { Supervision, SupervisionKind } from './supervision.entity.js';

export const SupervisionPayload = payloadOf('Supervision', 'supervision', Supervision);

@InputType({ description: 'A review that the commune\'s own Front committee supervises, or an inspection by the province\'s Front.' })
export class CreateSupervisionInput {
  @Field(() => ID) unit!: string;
  @Field(() => ID) commune!: string;
  @Field(() => SupervisionKind) kind!: string;
  @Field(() => String) title!: string;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day) validTo!: string;
}

@InputType()
export class EndSupervisionInput {
  @Field(() => ID) id!: string;
  @Field(() => Day, { description: 'The new last day, earlier than the old one.' }) validTo!: string;
}
