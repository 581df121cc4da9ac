import { Field, ID, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { Household } from '../household/household.entity.js';
import { Member } from '../household/member.entity.js';
import { Support, SupportKindCode } from './support.entity.js';

@ObjectType({ description: 'A kind of help that a household or a member asks for: the denominator of "100% of those in need".', simpleResolvers: true })
export class SupportNeed {
  @Field(() => ID) id!: string;
  @Field(() => Household, { nullable: true }) household!: Relation<Household> | null;
  @Field(() => Member, { nullable: true }) member!: Relation<Member> | null;
  @Field(() => SupportKindCode) kind!: string;
  @Field(() => Day) since!: string;
  @Field(() => Day, { nullable: true, description: 'Met, or no longer asked for.' }) until!: string | null;
  @Field(() => Support, { nullable: true }) metBy!: Relation<Support> | null;
}
