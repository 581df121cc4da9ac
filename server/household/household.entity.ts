import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { Pairing } from '../pairing/pairing.entity.js';
import { SightRequest } from '../sight/sight-request.entity.js';
import { SightReason } from '../sight/sight.entity.js';
import { SupportNeed } from '../support/support-need.entity.js';
import { Support } from '../support/support.entity.js';
import { AreaType, Village } from '../unit/village.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { ClassRecord } from './class-record.entity.js';
import { Deprivation } from './deprivation.entity.js';
import { EthnicGroup } from './ethnic-group.entity.js';
import { HouseholdContact } from './household-contact.entity.js';
import { HouseholdGroup } from './household-group.entity.js';
import type { HouseholdIncome } from './household-income.entity.js';
import { LockedPart } from './locked-part.entity.js';
import { Member } from './member.entity.js';
import type { MeritRecord } from './merit-record.entity.js';
import { PovertyCause } from './poverty-cause.entity.js';

export enum HouseholdClass {
  POOR = 'POOR', NEAR_POOR = 'NEAR_POOR', NEWLY_ESCAPED = 'NEWLY_ESCAPED', NEWLY_ESCAPED_NEAR_POOR = 'NEWLY_ESCAPED_NEAR_POOR', AVERAGE = 'AVERAGE', NONE = 'NONE',
}
registerEnumType(HouseholdClass, { name: 'HouseholdClass', description: 'Phân loại hộ under the standard that stands beside it.' });

export enum HouseholdEndKind { DIED = 'DIED', LEFT_PROVINCE = 'LEFT_PROVINCE', OTHER = 'OTHER', MERGED = 'MERGED' }
registerEnumType(HouseholdEndKind, { name: 'HouseholdEndKind', description: 'Why a household is no longer one of its own.' });

@ObjectType({ description: 'A household on a commune\'s list.', simpleResolvers: true })
export class Household {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { description: 'Number on the list, unique within its commune.' }) code!: string;
  @Field(() => Unit) commune!: Relation<Unit>;
  @Field(() => Village, { nullable: true }) village!: Relation<Village> | null;
  @Field(() => AreaType) areaType!: string;
  @Field(() => String) headName!: string;
  @Field(() => HouseholdClass) class!: string;
  @Field(() => String, { description: 'The poverty standard under which the class holds, as VN-MDP-2022.' }) standard!: string;
  @Field(() => Day) classSince!: string;
  @Field(() => Int) memberCount!: number;
  @Field(() => Int, { description: 'Members of working age.' }) workerCount!: number;
  @Field(() => Int, { description: 'Members under sixteen.' }) childCount!: number;
  @Field(() => Int, { description: 'Indicators in which it is deprived, of twelve.' }) deprivationCount!: number;
  @Field(() => EthnicGroup, { nullable: true }) ethnicity!: Relation<EthnicGroup> | null;
  @Field(() => Day, { nullable: true }) exitRegisteredOn!: string | null;
  @Field(() => Int, { nullable: true }) expectedExitYear!: number | null;
  @Field(() => String, { nullable: true }) officerInCharge!: string | null;
  @Field(() => [String], { description: 'Units whose agreed pairing with it has not ended, to the last day agreed, by name.' }) helpers!: string[];
  @Field(() => Boolean, { description: 'Whether any unit, seen by the viewer or not, has an agreed pairing with it that has not ended: until the last day agreed; one past that day no longer counts, one still to begin does.' }) hasHelper!: boolean;
  @Field(() => Boolean, { description: 'Any help at all, planned or given; which kinds is another matter.' }) hasAnySupport!: boolean;
  @Field(() => Day, { nullable: true, description: 'No longer a household of its own since then.' }) endedOn!: string | null;
  @Field(() => HouseholdEndKind, { nullable: true }) endKind!: string | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Boolean, { description: 'Demonstration data; no real family.' }) synthetic!: boolean;
  @Field(() => [Member]) members!: Relation<Member[]>;
  @Field(() => [Deprivation]) deprivations!: Relation<Deprivation[]>;
  @Field(() => [HouseholdGroup]) groups!: Relation<HouseholdGroup[]>;
  @Field(() => HouseholdContact, { nullable: true }) contact!: Relation<HouseholdContact> | null;
  @Field(() => [PovertyCause]) causes!: Relation<PovertyCause[]>;
  @Field(() => [SupportNeed]) needs!: Relation<SupportNeed[]>;
  @Field(() => [Support]) supports!: Relation<Support[]>;
  merits!: Relation<MeritRecord[]>;
  incomes!: Relation<HouseholdIncome[]>;
  @Field(() => [ClassRecord], { description: 'How the list has had it, latest first.' }) classRecords!: Relation<ClassRecord[]>;
  @Field(() => [SightRequest], { description: 'Requests to open a part of it.' }) sightRequests!: Relation<SightRequest[]>;
  @Field(() => [Pairing]) pairings!: Relation<Pairing[]>;
  @Field(() => [SightReason], { description: 'Why the viewer\'s unit sees this household.' }) sightReasons!: Relation<SightReason[]>;
  locked!: Relation<LockedPart[]>;
}
