import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { EthnicGroup } from './ethnic-group.entity.js';
import { HouseholdIdentity } from './household-identity.entity.js';
import { Household } from './household.entity.js';

@ObjectType({ description: 'A person of a household.', simpleResolvers: true })
export class Member {
  @Field(() => ID) id!: string;
  @Field(() => Household) household!: Relation<Household>;
  @Field(() => String) fullName!: string;
  @Field(() => Boolean) isHead!: boolean;
  @Field(() => Int) birthYear!: number;
  @Field(() => String, { description: 'FEMALE or MALE.' }) sex!: string;
  @Field(() => Day, { nullable: true }) birthDate!: string | null;
  @Field(() => String, { nullable: true, description: 'To the head, in words.' }) relation!: string | null;
  @Field(() => EthnicGroup, { nullable: true }) ethnicity!: Relation<EthnicGroup> | null;
  @Field(() => String, { description: 'PRESENT, AWAY, LEFT or DEAD.' }) residence!: string;
  identity!: Relation<HouseholdIdentity> | null;
}
