import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { Household } from '../household/household.entity.js';
import { Member } from '../household/member.entity.js';
import { Post } from '../identity/post.entity.js';
import { Unit } from '../unit/unit.entity.js';

export enum SupportKindCode {
  TRAINING = 'TRAINING', JOB = 'JOB', PRODUCTION = 'PRODUCTION', LOAN = 'LOAN', HOUSING = 'HOUSING', INSURANCE = 'INSURANCE', NUTRITION = 'NUTRITION', EDUCATION = 'EDUCATION',
  WATER = 'WATER', LATRINE = 'LATRINE', INFORMATION = 'INFORMATION', LEGAL_AID = 'LEGAL_AID', CASH = 'CASH',
}
registerEnumType(SupportKindCode, { name: 'SupportKindCode', description: 'Loại hỗ trợ.' });
export enum SupportState { PLANNED = 'PLANNED', APPROVED = 'APPROVED', DELIVERED = 'DELIVERED', CANCELLED = 'CANCELLED' }
registerEnumType(SupportState, { name: 'SupportState' });
export enum FundingSource {
  STATE_PROGRAMME = 'STATE_PROGRAMME', LOCAL_BUDGET = 'LOCAL_BUDGET', ENTRUSTED_CAPITAL = 'ENTRUSTED_CAPITAL', SOCIALISED = 'SOCIALISED', FUND = 'FUND',
}
registerEnumType(FundingSource, { name: 'FundingSource', description: 'Nguồn vốn.' });

@ObjectType({ description: 'A kind of help and the indicators that it makes good.', simpleResolvers: true })
export class SupportKind {
  @Field(() => ID) code!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) no!: number;
  @Field(() => [String]) indicators!: string[];
  @Field(() => Boolean) isHealth!: boolean;
}

@ObjectType({ description: 'What a help is worth; a noun of its own, for whoever leads a kind of help counts it and does not pay it.', simpleResolvers: true })
export class SupportAmount {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Support) support!: Relation<Support>;
  @Field(() => Number, { description: 'Đồng.' }) amount!: number;
  @Field(() => Day, { nullable: true }) disbursedOn!: string | null;
}

@ObjectType({ description: 'A loan of the policy bank; each opening is logged.', simpleResolvers: true })
export class SupportLoan {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Support) support!: Relation<Support>;
  @Field(() => Int, { nullable: true }) termMonths!: number | null;
  @Field(() => String, { nullable: true }) purpose!: string | null;
  @Field(() => Day, { nullable: true }) disbursedOn!: string | null;
  @Field(() => Number, { nullable: true, description: 'Đồng.' }) outstanding!: number | null;
  @Field(() => Number, { nullable: true, description: 'Đồng.' }) overdue!: number | null;
}

@ObjectType({ description: 'A help to a household or to one of its members, from plan to verified delivery.', simpleResolvers: true })
export class Support {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Household, { nullable: true, description: 'Null once the provider no longer sees it.' }) household!: Relation<Household> | null;
  @Field(() => Member, { nullable: true }) member!: Relation<Member> | null;
  @Field(() => SupportKindCode) kind!: string;
  @Field(() => Unit) provider!: Relation<Unit>;
  @Field(() => FundingSource, { nullable: true }) fundingSource!: string | null;
  @Field(() => String, { nullable: true }) programme!: string | null;
  @Field(() => String, { nullable: true }) clause!: string | null;
  @Field(() => String, { nullable: true }) planItem!: string | null;
  @Field(() => SupportState) state!: string;
  @Field(() => Day, { nullable: true }) plannedDay!: string | null;
  @Field(() => Day, { nullable: true }) deliveredDay!: string | null;
  @Field(() => String, { nullable: true }) quantity!: string | null;
  @Field(() => Day, { nullable: true }) reservedUntil!: string | null;
  @Field(() => String, { nullable: true }) evidence!: string | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Post, { nullable: true, description: 'Who in the commune confirmed that the family received it.' }) verifiedBy!: Relation<Post> | null;
  @Field(() => Day, { nullable: true }) verifiedOn!: string | null;
  @Field(() => SupportAmount, { nullable: true }) amount!: Relation<SupportAmount> | null;
  loan!: Relation<SupportLoan> | null;
}
