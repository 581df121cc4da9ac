import { Field, ID, InputType } from 'type-graphql';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { classRecordAccess } from './class-record.access.js';
import { ClassRecord, EndMovement, Movement } from './class-record.entity.js';
import { HouseholdClass } from './household.entity.js';

export const ClassRecordConnection = connectionOf('ClassRecord', ClassRecord);
export const classRecordList = listTypes(classRecordAccess, {
  id: 'id', household: 'row', commune: 'id', village: 'id', code: 'text', headName: 'text', memberCount: 'number', class: ['HouseholdClass', HouseholdClass], standard: 'text',
  movement: ['Movement', Movement], since: 'day', until: 'day', endMovement: ['EndMovement', EndMovement], stood: 'boolean', decisionNumber: 'text', decisionDay: 'day',
});
export const ClassRecordArguments = pageArguments('ClassRecord', classRecordList);

@InputType({ description: 'What the commune\'s chair has decided of a household under one standard.' })
export class RecordClassInput {
  @Field(() => ID) household!: string;
  @Field(() => String, { description: 'As VN-MDP-2022.' }) standard!: string;
  @Field(() => HouseholdClass, { description: 'As surveyed: POOR, NEAR_POOR, AVERAGE or NONE; what has newly escaped follows from what it was.' }) class!: string;
  @Field(() => Day, { description: 'The first day on which it holds.' }) since!: string;
  @Field(() => String) decisionNumber!: string;
  @Field(() => Day) decisionDay!: string;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

export const ClassRecordPayload = payloadOf('ClassRecord', 'classRecord', ClassRecord);
