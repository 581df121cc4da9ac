import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { Post } from '../identity/post.entity.js';
import { Member } from './member.entity.js';

export enum MeritKind {
  WAR_INVALID = 'WAR_INVALID', SICK_SOLDIER = 'SICK_SOLDIER', MARTYR_KIN = 'MARTYR_KIN', AGENT_ORANGE_VICTIM = 'AGENT_ORANGE_VICTIM', HEROIC_MOTHER = 'HEROIC_MOTHER',
  REVOLUTION_HELPER = 'REVOLUTION_HELPER', OTHER = 'OTHER',
}
registerEnumType(MeritKind, { name: 'MeritKind', description: 'Diện người có công.' });
export enum HousingNeed { NONE = 'NONE', REPAIR = 'REPAIR', REBUILD = 'REBUILD' }
registerEnumType(HousingNeed, { name: 'HousingNeed' });

@ObjectType({ description: 'A member\'s merit; the commune enters it, Sở Nội vụ confirms it. Each opening is logged.', simpleResolvers: true })
export class MeritRecord {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Member, { nullable: true }) member!: Relation<Member> | null;
  @Field(() => MeritKind) kind!: string;
  @Field(() => String, { nullable: true }) decisionNumber!: string | null;
  @Field(() => Day, { nullable: true }) decisionDay!: string | null;
  @Field(() => String, { nullable: true }) allowanceKind!: string | null;
  @Field(() => HousingNeed, { nullable: true }) housingNeed!: string | null;
  @Field(() => Day, { nullable: true }) housingDueDay!: string | null;
  @Field(() => Post, { nullable: true }) confirmedBy!: Relation<Post> | null;
  @Field(() => Day, { nullable: true }) confirmedOn!: string | null;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo!: string | null;
}
