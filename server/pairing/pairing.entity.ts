import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { Household, HouseholdClass } from '../household/household.entity.js';
import { SupportKindCode } from '../support/support.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { Village } from '../unit/village.entity.js';

export enum PairingState { PROPOSED = 'PROPOSED', AGREED = 'AGREED', ENDED = 'ENDED' }
registerEnumType(PairingState, { name: 'PairingState' });

@ObjectType({ description: 'A body that helps a household to escape poverty; it grants sight while it is agreed and lasts.', simpleResolvers: true })
export class Pairing {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Unit) commune!: Relation<Unit>;
  @Field(() => Unit) helper!: Relation<Unit>;
  @Field(() => Household, { nullable: true }) household!: Relation<Household> | null;
  @Field(() => String, { nullable: true, description: 'What the helper may know before both sides agree, as it stood at the proposal.' }) householdCode!: string | null;
  @Field(() => Village, { nullable: true }) householdVillage!: Relation<Village> | null;
  @Field(() => HouseholdClass, { nullable: true }) householdClass!: string | null;
  @Field(() => [SupportKindCode], { description: 'Kinds of help asked for then, those of health left out.' }) needKinds!: string[];
  @Field(() => Boolean, { description: 'A family of merit.' }) hasMerit!: boolean;
  @Field(() => String, { nullable: true }) leaderInCharge!: string | null;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo!: string | null;
  @Field(() => PairingState) state!: string;
  @Field(() => Day, { nullable: true }) communeConfirmedOn!: string | null;
  @Field(() => Day, { nullable: true }) helperConfirmedOn!: string | null;
  @Field(() => String, { nullable: true }) officer!: string | null;
  @Field(() => String, { nullable: true }) promise!: string | null;
  @Field(() => String, { nullable: true }) outcome!: string | null;
  @Field(() => String, { nullable: true }) endReason!: string | null;
}
