import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { pageArguments } from '../graphql/arguments.js';
import { connectionOf } from '../graphql/connection.js';
import { listTypes } from '../graphql/filter.js';
import { payloadOf } from '../graphql/payload.js';
import { UserError } from '../graphql/user-error.js';
import { reminderAccess } from './reminder.access.js';
import { Reminder } from './reminder.entity.js';

export const ReminderConnection = connectionOf('Reminder', Reminder);
export const ReminderArguments = pageArguments('Reminder', listTypes(reminderAccess, { id: 'id', fromUnit: 'id', unit: 'id', sentOn: 'day', at: 'instant', readOn: 'day', isOpen: 'boolean' }));
export const ReminderPayload = payloadOf('Reminder', 'reminder', Reminder);

@InputType({ description: 'To one unit, about pieces of its work that are late.' })
export class LetterInput {
  @Field(() => ID) unit!: string;
  @Field(() => [ID]) assignments!: string[];
  @Field(() => String, { nullable: true, description: 'Instead of what the template would say.' }) message?: string | null;
}

@InputType()
export class SendRemindersInput {
  @Field(() => String, { description: 'With {đơn vị}, {số việc}, {danh sách việc}, {số ngày}, {ngày} in it.' }) template!: string;
  @Field(() => [LetterInput]) letters!: LetterInput[];
  @Field(() => Boolean, { defaultValue: false, description: 'Also to those that were reminded of the same work today.' }) again!: boolean;
}

@InputType()
export class ReadReminderInput {
  @Field(() => ID) id!: string;
}

@ObjectType({ description: 'A letter as it would be sent.', simpleResolvers: true })
export class Letter {
  @Field(() => ID) unit!: number;
  @Field(() => String) message!: string;
  @Field(() => Boolean, { description: 'Some of this work was already reminded of today.' }) isRepeated!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class LettersPreview {
  @Field(() => [Letter]) letters!: Letter[];
  @Field(() => [UserError]) userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true })
export class SendRemindersPayload {
  @Field(() => Int, { description: 'How many units were reminded: all or none.' }) count!: number;
  @Field(() => [UserError]) userErrors!: UserError[];
}
