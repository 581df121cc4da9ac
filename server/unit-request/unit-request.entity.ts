import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day, Instant } from '../graphql/scalars.js';
import { Post } from '../identity/post.entity.js';
import { Assignment } from '../task/assignment.entity.js';
import { Task } from '../task/task.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { AnswerDraft } from './answer-draft.entity.js';

export enum RequestKind { RECOMMENDATION = 'RECOMMENDATION', EXTENSION = 'EXTENSION', COORDINATION = 'COORDINATION' }
export enum RequestState { DRAFT = 'DRAFT', SENT = 'SENT', FORWARDED = 'FORWARDED', REOPENED = 'REOPENED', ANSWERED = 'ANSWERED', DECLINED = 'DECLINED', WITHDRAWN = 'WITHDRAWN' }
export enum RequestSide { I_OWE = 'I_OWE', OWED_TO_ME = 'OWED_TO_ME', OTHERS = 'OTHERS' }
registerEnumType(RequestKind, { name: 'RequestKind', description: 'Kiến nghị, đề nghị gia hạn, đề nghị phối hợp.' });
registerEnumType(RequestState, { name: 'RequestState', description: 'SENT, FORWARDED and REOPENED wait for an answer.' });
registerEnumType(RequestSide, { name: 'RequestSide', description: 'Who owes whom an answer, as the viewer\'s unit sees it.' });

@ObjectType({ description: 'A question of one unit to another, with the day by which it is to be answered.', simpleResolvers: true })
export class UnitRequest {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => RequestKind) kind!: string;
  @Field(() => String, { nullable: true, description: 'Given when it is sent, for people to quote: KN-02869-2026-003.' }) number!: string | null;
  @Field(() => Unit, { description: 'Who asks.' }) unit!: Relation<Unit>;
  @Field(() => Unit, { description: 'With whom it lies, or lay last.' }) toUnit!: Relation<Unit>;
  @Field(() => String) subject!: string;
  @Field(() => String) text!: string;
  @Field(() => Task, { nullable: true, description: 'Null also for who does not see the task.' }) task!: Relation<Task> | null;
  @Field(() => Assignment, { nullable: true }) assignment!: Relation<Assignment> | null;
  @Field(() => Day, { nullable: true, description: 'The day to which an extension is asked.' }) askedDay!: string | null;
  @Field(() => Day, { nullable: true, description: 'Last day for the answer; in a draft null is as the rule will say.' }) dueDay!: string | null;
  @Field(() => RequestState) state!: string;
  @Field(() => Boolean) isOpen!: boolean;
  @Field(() => Boolean) isOverdue!: boolean;
  @Field(() => RequestSide) side!: string;
  @Field(() => Post, { nullable: true, description: 'Null for others than the asking unit.' }) author!: Relation<Post> | null;
  @Field(() => Day, { nullable: true }) sentOn!: string | null;
  @Field(() => Day, { nullable: true, description: 'Since when it has lain with toUnit.' }) heldSince!: string | null;
  @Field(() => Day, { nullable: true }) closedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'The answer, or why it was declined; of a reopened one the former.' }) answer!: string | null;
  @Field(() => Day, { nullable: true, description: 'The day that an extension was granted to; may differ from the one asked.' }) grantedDay!: string | null;
  @Field(() => Day, { nullable: true, description: 'On which the asker said that the answer does not do; once.' }) reopenedOn!: string | null;
  @Field(() => Int, { nullable: true, description: 'Since it was sent, to today or to the day it was closed.' }) daysGone!: number | null;
  @Field(() => Int, { nullable: true, description: '0 on the last day; null when late or closed.' }) daysLeft!: number | null;
  @Field(() => Int, { nullable: true, description: 'After the last day; null when there are none.' }) daysOver!: number | null;
  @Field(() => Int, { nullable: true, description: 'For which it has lain with toUnit; null when closed.' }) daysHeld!: number | null;
  @Field(() => Instant) createdAt!: string;
  @Field(() => [UnitRequestStep]) steps!: Relation<UnitRequestStep[]>;
  @Field(() => [AnswerDraft], { description: 'The own unit\'s working paper, one at most.' }) answerDrafts!: Relation<AnswerDraft[]>;
}

@ObjectType({ description: 'One step in the story of a request.', simpleResolvers: true })
export class UnitRequestStep {
  @Field(() => ID) id!: string;
  @Field(() => RequestState) act!: string;
  @Field(() => Day) day!: string;
  @Field(() => Instant) at!: string;
  @Field(() => Unit, { description: 'Whose act it was.' }) unit!: Relation<Unit>;
  @Field(() => Unit, { nullable: true, description: 'With whom it lay from then on.' }) toUnit!: Relation<Unit> | null;
  @Field(() => String, { description: 'Who signed it.' }) byName!: string;
  @Field(() => String, { nullable: true }) words!: string | null;
  @Field(() => Day, { nullable: true }) grantedDay!: string | null;
  @Field(() => Int, { nullable: true, description: 'For which it lay with toUnit, until the next step or today.' }) daysHeld!: number | null;
}

@ObjectType({ description: 'How long an answer may take.', simpleResolvers: true })
export class UnitRequestRule {
  @Field(() => ID) id!: number;
  @Field(() => RequestKind) kind!: string;
  @Field(() => Int) days!: number;
  @Field(() => Boolean, { description: 'Without Saturdays, Sundays and holidays.' }) countsWorkingDays!: boolean;
  @Field(() => Int, { description: 'The latest day that the asker may set, in days from today.' }) mostDays!: number;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo!: string | null;
  @Field(() => String) source!: string;
  @Field(() => Day, { description: 'Of what is sent today: the default, and the earliest that may be set.' }) earliestDueDay!: string;
}

@ObjectType({ description: 'How many answers a unit owes, of the requests that the viewer sees.', simpleResolvers: true })
export class RequestDebt {
  @Field(() => ID) unitId!: number;
  @Field(() => String) unitCode!: string;
  @Field(() => String) unitName!: string;
  @Field(() => Boolean) isSecretariat!: boolean;
  @Field(() => Int) open!: number;
  @Field(() => Int) overdue!: number;
  @Field(() => Int, { description: 'For which the oldest has lain with the unit.' }) oldestDays!: number;
  @Field(() => Int, { description: 'Of the one that is most overdue; 0 when none is.' }) mostDaysOver!: number;
}
