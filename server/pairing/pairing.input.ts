import { Field, ID, InputType, Int } from 'type-graphql';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { HouseholdClass } from '../household/household.entity.js';
import { pairingAccess } from './pairing.access.js';
import { Pairing, PairingState } from './pairing.entity.js';

export const PairingConnection = connectionOf('Pairing', Pairing);
export const PairingArguments = pageArguments('Pairing', listTypes(pairingAccess, {
  id: 'id', commune: 'id', helper: 'id', household: 'row', householdCode: 'text', householdVillage: 'id', householdClass: ['HouseholdClass', HouseholdClass], hasMerit: 'boolean',
  leaderInCharge: 'text', validFrom: 'day', validTo: 'day', state: ['PairingState', PairingState], communeConfirmedOn: 'day', helperConfirmedOn: 'day',
  officer: 'text', promise: 'text', outcome: 'text',
}));
export const PairingPayload = payloadOf('Pairing', 'pairing', Pairing);

@InputType({ description: 'A body that is to help a commune, or one of its households; both sides confirm it afterwards.' })
export class ProposePairingInput {
  @Field(() => ID) commune!: string;
  @Field(() => ID) helper!: string;
  @Field(() => ID, { nullable: true }) household?: string | null;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo?: string | null;
  @Field(() => String, { nullable: true, description: 'Entered by the secretariat.' }) leaderInCharge?: string | null;
  @Field(() => String, { nullable: true, description: 'Entered by the helper.' }) officer?: string | null;
  @Field(() => String, { nullable: true, description: 'Entered by the helper.' }) promise?: string | null;
}

@InputType()
export class ConfirmPairingInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
}

@InputType()
export class UpdatePairingInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { nullable: true, description: 'By the secretariat.' }) leaderInCharge?: string | null;
  @Field(() => String, { nullable: true, description: 'By the helper, as promise and outcome.' }) officer?: string | null;
  @Field(() => String, { nullable: true }) promise?: string | null;
  @Field(() => String, { nullable: true }) outcome?: string | null;
}

@InputType()
export class DeclinePairingInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) endReason!: string;
}

@InputType()
export class EndPairingInput extends DeclinePairingInput {
  @Field(() => String, { nullable: true, description: 'What was reached; entered by the helper.' }) outcome?: string | null;
}
