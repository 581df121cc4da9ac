import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { Household } from '../household/household.entity.js';
import { Purpose } from '../household/purpose.entity.js';
import { Post } from '../identity/post.entity.js';
import { Unit } from '../unit/unit.entity.js';

export enum SightRequestState { REQUESTED = 'REQUESTED', GRANTED = 'GRANTED', REFUSED = 'REFUSED', WITHDRAWN = 'WITHDRAWN', REVOKED = 'REVOKED' }
registerEnumType(SightRequestState, { name: 'SightRequestState' });
/** The nouns that a grant can open: those of which a unit sees only some rows. */
export enum OpenablePart {
  Member = 'Member', Deprivation = 'Deprivation', HouseholdContact = 'HouseholdContact', HouseholdIdentity = 'HouseholdIdentity', MeritRecord = 'MeritRecord', MemberLabour = 'MemberLabour',
  MemberSchooling = 'MemberSchooling', MemberInsurance = 'MemberInsurance', MemberHealth = 'MemberHealth', SupportNeed = 'SupportNeed', PovertyCause = 'PovertyCause', HouseholdGroup = 'HouseholdGroup',
}
registerEnumType(OpenablePart, { name: 'OpenablePart' });

@ObjectType({ description: 'Đề nghị mở xem: one part of one household, for a purpose and some days, granted by the commune\'s head.', simpleResolvers: true })
export class SightRequest {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Household, { nullable: true }) household!: Relation<Household> | null;
  @Field(() => Unit) unit!: Relation<Unit>;
  @Field(() => Unit) commune!: Relation<Unit>;
  @Field(() => Post, { nullable: true }) requestedBy!: Relation<Post> | null;
  @Field(() => OpenablePart) part!: string;
  @Field(() => Purpose) purpose!: string;
  @Field(() => String) reason!: string;
  @Field(() => Int) days!: number;
  @Field(() => Day) requestedOn!: string;
  @Field(() => SightRequestState) state!: string;
  @Field(() => Post, { nullable: true }) decidedBy!: Relation<Post> | null;
  @Field(() => Day, { nullable: true }) decidedOn!: string | null;
  @Field(() => String, { nullable: true }) answer!: string | null;
  @Field(() => Day, { nullable: true, description: 'Last day of the grant.' }) validTo!: string | null;
}
