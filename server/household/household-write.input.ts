import { Field, ID, InputType, Int } from 'type-graphql';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { HouseholdContact } from './household-contact.entity.js';
import { Household } from './household.entity.js';

@InputType()
export class CreateHouseholdInput {
  @Field(() => ID) village!: string;
  @Field(() => String, { nullable: true, description: 'Left out: the next number of the commune.' }) code?: string | null;
  @Field(() => String) headName!: string;
  @Field(() => String, { description: 'FEMALE or MALE.' }) headSex!: string;
  @Field(() => Int) headBirthYear!: number;
  @Field(() => ID) ethnicity!: string;
  @Field(() => String, { nullable: true }) officerInCharge?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType({ description: 'Only what is sent is changed; null empties a field.' })
export class UpdateHouseholdInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID, { nullable: true }) village?: string | null;
  @Field(() => String, { nullable: true, description: 'The head as a member is renamed with it.' }) headName?: string | null;
  @Field(() => ID, { nullable: true }) ethnicity?: string | null;
  @Field(() => Day, { nullable: true }) exitRegisteredOn?: string | null;
  @Field(() => Int, { nullable: true }) expectedExitYear?: number | null;
  @Field(() => String, { nullable: true }) officerInCharge?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType({ description: 'Only what is sent is changed; null empties a field.' })
export class SaveHouseholdContactInput {
  @Field(() => ID) household!: string;
  @Field(() => Int, { nullable: true, description: 'Null while there is none yet.' }) version?: number | null;
  @Field(() => String, { nullable: true }) addressDetail?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
  @Field(() => Number, { nullable: true }) latitude?: number | null;
  @Field(() => Number, { nullable: true }) longitude?: number | null;
}

export const HouseholdPayload = payloadOf('Household', 'household', Household);
export const HouseholdContactPayload = payloadOf('HouseholdContact', 'contact', HouseholdContact);
