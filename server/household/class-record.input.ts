import { Field, ID, InputType } from 'type-graphql';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { classRecordAccess } from './class-record.access.js';
import { ClassRecord, EndMovement, Movement } from './class-record.entity.js';
import { HouseholdClass } from './household.entity.js';

@InputType({ description: 'What the chair of the commune decided about one household.' })
export class RecordClassInput {
  @Field(() => ID) household!: string;
  @Field(() => String, { description: 'The standard decided under, as VN-MDP-2022; another one\'s class stands beside.' }) standard!: string;
  @Field(() => HouseholdClass) class!: string;
  @Field(() => Movement) movement!: string;
  @Field(() => Day) since!: string;
  @Field(() => String) decisionNumber!: string;
  @Field(() => Day) decisionDay!: string;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

export const ClassRecordPayload = payloadOf('ClassRecord', 'classRecord', ClassRecord);
export const ClassRecordConnection = connectionOf('ClassRecord', ClassRecord);
/** The list of a day is `since ≤ day` and `until` null or later. */
export const classRecordList = listTypes(classRecordAccess, {
  id: 'id', household: 'id', commune: 'id', village: 'id', code: 'text', headName: 'text', memberCount: 'number', class: ['HouseholdClass', HouseholdClass], standard: 'text',
  movement: ['Movement', Movement], since: 'day', until: 'day', endMovement: ['EndMovement', EndMovement], decisionNumber: 'text', decisionDay: 'day',
});
export const ClassRecordArguments = pageArguments('ClassRecord', classRecordList);
