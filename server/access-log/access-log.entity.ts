import { Field, ID, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Instant } from '../graphql/scalars.js';
import { Household } from '../household/household.entity.js';
import { Member } from '../household/member.entity.js';
import { Unit } from '../unit/unit.entity.js';

@ObjectType({ description: 'One opening of a sensitive part of a household: who, which part, why. Appended to and never altered.', simpleResolvers: true })
export class AccessLogEntry {
  @Field(() => ID) id!: number;
  @Field(() => Instant) at!: string;
  @Field(() => Unit) unit!: Relation<Unit>;
  @Field(() => String, { nullable: true, description: 'The holder of the post, as the unit named them then.' }) person!: string | null;
  @Field(() => Household, { nullable: true }) household!: Relation<Household> | null;
  @Field(() => Member, { nullable: true }) member!: Relation<Member> | null;
  @Field(() => String, { description: 'A noun, or a field as Household.ethnicity.' }) part!: string;
  @Field(() => String, { nullable: true, description: 'A Purpose, where the part asks for one.' }) purpose!: string | null;
}
