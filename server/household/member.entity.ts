import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { EthnicGroup } from './ethnic-group.entity.js';
import { HouseholdIdentity } from './household-identity.entity.js';
import { Household } from './household.entity.js';
import { MemberHealth, MemberInsurance, MemberLabour, MemberSchooling } from './member-part.entity.js';

@ObjectType({ description: 'A person of a household.', simpleResolvers: true })
export class Member {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Household, { nullable: true, description: 'Null while only a part of it is opened to the viewer.' }) household!: Relation<Household> | null;
  @Field(() => String, { nullable: true, description: 'Of the household, where the viewer sees it; lists of people stand in its order.' }) householdCode!: string | null;
  @Field(() => String) fullName!: string;
  @Field(() => Boolean) isHead!: boolean;
  @Field(() => Int) birthYear!: number;
  @Field(() => String, { description: 'FEMALE or MALE.' }) sex!: string;
  @Field(() => Day, { nullable: true }) birthDate!: string | null;
  @Field(() => String, { nullable: true, description: 'To the head, in words.' }) relation!: string | null;
  @Field(() => EthnicGroup, { nullable: true }) ethnicity!: Relation<EthnicGroup> | null;
  @Field(() => String, { description: 'PRESENT, AWAY, LEFT or DEAD.' }) residence!: string;
  @Field(() => MemberLabour, { nullable: true }) labour!: Relation<MemberLabour> | null;
  @Field(() => MemberSchooling, { nullable: true }) schooling!: Relation<MemberSchooling> | null;
  @Field(() => MemberInsurance, { nullable: true }) insurance!: Relation<MemberInsurance> | null;
  health!: Relation<MemberHealth> | null;
  identity!: Relation<HouseholdIdentity> | null;
}
