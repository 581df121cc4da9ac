import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Instant } from '../graphql/scalars.js';
import { Reminder } from '../reminder/reminder.entity.js';
import { Assignment } from '../task/assignment.entity.js';
import { Unit } from '../unit/unit.entity.js';
import type { NoticeKind as Told } from './notice.service.js';

/** Every kind that is told or was. */
export const noticeKinds = {
  ASSIGNED: 'ASSIGNED', TERMS_CHANGED: 'TERMS_CHANGED', SUBMITTED: 'SUBMITTED', SENT_BACK: 'SENT_BACK', SIGNED: 'SIGNED', RETURNED: 'RETURNED', COMPLETED: 'COMPLETED', COMMENTED: 'COMMENTED', OVERDUE: 'OVERDUE', CHASED: 'CHASED',
  REQUEST_RECEIVED: 'REQUEST_RECEIVED', REQUEST_FORWARDED: 'REQUEST_FORWARDED', REQUEST_ANSWERED: 'REQUEST_ANSWERED', REQUEST_REOPENED: 'REQUEST_REOPENED', REQUEST_WITHDRAWN: 'REQUEST_WITHDRAWN',
  TARGET_SET: 'TARGET_SET', PAIRING_PROPOSED: 'PAIRING_PROPOSED', PAIRING_CONFIRMED: 'PAIRING_CONFIRMED', PAIRING_DECLINED: 'PAIRING_DECLINED', PAIRING_WITHDRAWN: 'PAIRING_WITHDRAWN',
  PAIRING_ENDED: 'PAIRING_ENDED', HANDED_OVER: 'HANDED_OVER', STANDING_IN: 'STANDING_IN',
  POST_GIVEN: 'POST_GIVEN', POST_CHANGED: 'POST_CHANGED', POST_ENDED: 'POST_ENDED', PASSWORD_RESET: 'PASSWORD_RESET', SECOND_FACTOR_RESET: 'SECOND_FACTOR_RESET', ACCOUNT_LOCKED: 'ACCOUNT_LOCKED',
  RIGHTS_REQUESTED: 'RIGHTS_REQUESTED', RIGHTS_GRANTED: 'RIGHTS_GRANTED', RIGHTS_REFUSED: 'RIGHTS_REFUSED',
} as const;
// A kind that is told and not named above does not compile.
registerEnumType<Readonly<Record<Told, string>>>(noticeKinds, { name: 'NoticeKind', description: 'What happened.' });

@ObjectType({ description: 'A word that something of the reader\'s changed. What it is about is read under the reader\'s rights of now: null is what they do not reach any more.', simpleResolvers: true })
export class Notice {
  @Field(() => ID) id!: number;
  @Field(() => noticeKinds) kind!: keyof typeof noticeKinds;
  @Field(() => Instant) at!: string;
  @Field(() => Unit, { nullable: true, description: 'Whose write told it; null is the system.' }) fromUnit!: Relation<Unit> | null;
  @Field(() => String, { description: 'The noun that it opens.' }) noun!: string;
  @Field(() => String, { description: 'The id of the row that it opens.' }) rowId!: string;
  @Field(() => Assignment, { nullable: true, description: 'The piece of work that it belongs to.' }) assignment!: Relation<Assignment> | null;
  @Field(() => Reminder, { nullable: true }) reminder!: Relation<Reminder> | null;
  @Field(() => Boolean, { description: 'By this post, whoever else of the unit has read it.' }) isRead!: boolean;
}

/** No type of the schema shows it. */
export interface NoticeRead { noticeId: number; postId: number; readAt: string }
