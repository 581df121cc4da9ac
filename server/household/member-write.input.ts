import { Field, ID, InputType, Int } from 'type-graphql';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { HouseholdIdentity } from './household-identity.entity.js';
import { Disability, LabourStatus, MemberHealth, MemberInsurance, MemberLabour, MemberSchooling, SchoolLevel, TrainedLevel } from './member-part.entity.js';
import { Member } from './member.entity.js';
import { Purpose } from './purpose.entity.js';

@InputType()
export class AddMemberInput {
  @Field(() => ID) household!: string;
  @Field(() => String) fullName!: string;
  @Field(() => Int) birthYear!: number;
  @Field(() => Day, { nullable: true }) birthDate?: string | null;
  @Field(() => String, { description: 'FEMALE or MALE.' }) sex!: string;
  @Field(() => String, { nullable: true, description: 'To the head, in words.' }) relation?: string | null;
  @Field(() => ID) ethnicity!: string;
  @Field(() => String, { nullable: true, description: 'PRESENT or AWAY.' }) residence?: string | null;
}

@InputType({ description: 'Only what is sent is changed.' })
export class UpdateMemberInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { nullable: true }) fullName?: string | null;
  @Field(() => Int, { nullable: true }) birthYear?: number | null;
  @Field(() => Day, { nullable: true }) birthDate?: string | null;
  @Field(() => String, { nullable: true }) sex?: string | null;
  @Field(() => String, { nullable: true }) relation?: string | null;
  @Field(() => ID, { nullable: true }) ethnicity?: string | null;
  @Field(() => String, { nullable: true, description: 'PRESENT, AWAY, LEFT or DEAD; nobody is deleted.' }) residence?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True makes the member the head in place of who was; the head ceases only so.' }) isHead?: boolean | null;
}

@InputType()
abstract class MemberPartInput {
  @Field(() => ID) member!: string;
  @Field(() => Int, { nullable: true, description: 'Null while there is none yet.' }) version?: number | null;
  @Field(() => Day) asOf!: string;
}

@InputType()
export class SaveMemberLabourInput extends MemberPartInput {
  @Field(() => LabourStatus) status!: string;
  @Field(() => String, { nullable: true }) occupation?: string | null;
  @Field(() => TrainedLevel) trainedLevel!: string;
}
@InputType()
export class SaveMemberSchoolingInput extends MemberPartInput {
  @Field(() => Boolean) attending!: boolean;
  @Field(() => SchoolLevel) level!: string;
  @Field(() => String, { nullable: true }) reason?: string | null;
}
@InputType()
export class SaveMemberInsuranceInput extends MemberPartInput {
  @Field(() => Boolean) hasCard!: boolean;
  @Field(() => Day, { nullable: true }) validTo?: string | null;
}
@InputType()
export class SaveMemberHealthInput extends MemberPartInput {
  @Field(() => Boolean) malnutrition!: boolean;
  @Field(() => Disability) disability!: string;
  @Field(() => Boolean) seriousIllness!: boolean;
  @Field(() => Purpose) purpose!: string;
}
@InputType()
export class SaveHouseholdIdentityInput {
  @Field(() => ID) member!: string;
  @Field(() => Int, { nullable: true, description: 'Null while there is none yet.' }) version?: number | null;
  @Field(() => String, { description: 'CITIZEN_ID, BIRTH_NUMBER or NONE.' }) idKind!: string;
  @Field(() => String, { nullable: true }) idNumber?: string | null;
  @Field(() => String, { nullable: true }) insuranceNumber?: string | null;
  @Field(() => Day, { nullable: true }) birthDate?: string | null;
  @Field(() => Purpose) purpose!: string;
}

export const MemberPayload = payloadOf('Member', 'member', Member);
export const MemberLabourPayload = payloadOf('MemberLabour', 'labour', MemberLabour);
export const MemberSchoolingPayload = payloadOf('MemberSchooling', 'schooling', MemberSchooling);
export const MemberInsurancePayload = payloadOf('MemberInsurance', 'insurance', MemberInsurance);
export const MemberHealthPayload = payloadOf('MemberHealth', 'health', MemberHealth);
export const HouseholdIdentityPayload = payloadOf('HouseholdIdentity', 'identity', HouseholdIdentity);
