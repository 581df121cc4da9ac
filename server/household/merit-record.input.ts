import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { HouseholdIncome, IncomeSource } from './household-income.entity.js';
import { householdIncomeAccess } from './household-part.access.js';
import { meritRecordAccess } from './merit-record.access.js';
import { HousingNeed, MeritKind, MeritRecord } from './merit-record.entity.js';
import { Purpose } from './purpose.entity.js';

@InputType()
export class AddMeritRecordInput {
  @Field(() => ID) member!: string;
  @Field(() => MeritKind) kind!: string;
  @Field(() => String, { nullable: true }) decisionNumber?: string | null;
  @Field(() => Day, { nullable: true }) decisionDay?: string | null;
  @Field(() => String, { nullable: true }) allowanceKind?: string | null;
  @Field(() => HousingNeed, { nullable: true }) housingNeed?: string | null;
  @Field(() => Day, { nullable: true }) housingDueDay?: string | null;
  @Field(() => Day) validFrom!: string;
  @Field(() => Purpose) purpose!: string;
}
@InputType({ description: 'Only what is sent is changed.' })
export class UpdateMeritRecordInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { nullable: true }) decisionNumber?: string | null;
  @Field(() => Day, { nullable: true }) decisionDay?: string | null;
  @Field(() => String, { nullable: true }) allowanceKind?: string | null;
  @Field(() => HousingNeed, { nullable: true }) housingNeed?: string | null;
  @Field(() => Day, { nullable: true }) housingDueDay?: string | null;
  @Field(() => Day, { nullable: true, description: 'Last day of the record.' }) validTo?: string | null;
  @Field(() => Purpose) purpose!: string;
}
@InputType()
export class ConfirmMeritRecordInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Purpose) purpose!: string;
}
@InputType()
export class RecordIncomeInput {
  @Field(() => ID) household!: string;
  @Field(() => String) standard!: string;
  @Field(() => Day) asOf!: string;
  @Field(() => IncomeSource) source!: string;
  @Field(() => Number, { nullable: true, description: 'Đồng a month and head.' }) incomePerHead?: number | null;
  @Field(() => Int, { nullable: true }) incomePoints?: number | null;
  @Field(() => String, { nullable: true }) formVersion?: string | null;
  @Field(() => Purpose) purpose!: string;
}

export const MeritRecordPayload = payloadOf('MeritRecord', 'merit', MeritRecord);
export const HouseholdIncomePayload = payloadOf('HouseholdIncome', 'income', HouseholdIncome);
export const MeritRecordConnection = connectionOf('MeritRecord', MeritRecord);
export const meritRecordList = listTypes(meritRecordAccess, {
  id: 'id', member: 'row', kind: ['MeritKind', MeritKind], decisionNumber: 'text', decisionDay: 'day', housingNeed: ['HousingNeed', HousingNeed], housingDueDay: 'day', confirmedOn: 'day',
  validFrom: 'day', validTo: 'day',
});
@ArgsType()
export class MeritRecordArguments extends pageArguments('MeritRecord', meritRecordList) {
  @Field(() => Purpose, { nullable: true, description: 'Why the list is opened; stands in the access log.' }) purpose?: string | null;
}
listTypes(householdIncomeAccess, { id: 'id', standard: 'text', asOf: 'day', source: ['IncomeSource', IncomeSource], incomePerHead: 'number', incomePoints: 'number' });
