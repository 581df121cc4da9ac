import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Attachment } from '../attachment/attachment.entity.js';
import { Day, Instant } from '../graphql/scalars.js';
import { Post } from '../identity/post.entity.js';
import { UnitClass } from '../unit/unit-class.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { Comment } from './comment.entity.js';
import { EntryStep } from './entry-step.entity.js';
import { Milestone } from './milestone.entity.js';
import { ProgressEntry } from './progress-entry.entity.js';
import { Task } from './task.entity.js';

export enum AssignmentRole { LEAD = 'LEAD', COORDINATOR = 'COORDINATOR' }
export enum AssignmentStatus { ON_TIME = 'ON_TIME', AT_RISK = 'AT_RISK', LATE = 'LATE', DONE = 'DONE', NOT_UPDATED = 'NOT_UPDATED' }
export enum StatusRule {
  DONE = 'DONE', PAST_DUE = 'PAST_DUE', REPORT_MISSED = 'REPORT_MISSED', FAR_BEHIND = 'FAR_BEHIND',
  DUE_SOON = 'DUE_SOON', BEHIND = 'BEHIND', NEVER_UPDATED = 'NEVER_UPDATED', IN_TIME = 'IN_TIME',
}
registerEnumType(AssignmentRole, { name: 'AssignmentRole' });
registerEnumType(AssignmentStatus, { name: 'AssignmentStatus', description: 'Computed from entries and the clock, never chosen.' });
registerEnumType(StatusRule, { name: 'StatusRule', description: 'Which rule gave the status.' });

@ObjectType({ description: 'A unit\'s own piece of a task.', simpleResolvers: true })
@Entity('assignment')
export class Assignment {
  @Field(() => ID) @PrimaryGeneratedColumn() id!: number;
  @Field(() => Int) @Column('int') version!: number;
  @Field(() => Task) @ManyToOne(() => Task) @JoinColumn({ name: 'task_id' }) task!: Relation<Task>;
  @Field(() => Unit) @ManyToOne(() => Unit) @JoinColumn({ name: 'unit_id' }) unit!: Relation<Unit>;
  @Field(() => AssignmentRole) @Column('text') role!: string;
  @Field(() => String, { nullable: true, description: 'The part of the work, where leads share a task.' }) @Column('text') part!: string | null;
  @Field(() => UnitClass, { nullable: true, description: 'The class through which the clause binds the unit.' }) viaClass!: Relation<UnitClass> | null;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) @Column('date') validTo!: string | null;
  @Field(() => Day, { nullable: true, description: 'Null is a proposal ("liên quan") that binds nobody yet.' }) @Column('date') confirmedOn!: string | null;
  @Field(() => Day, { nullable: true }) @Column('date') acceptedOn!: string | null;
  @Field(() => Day, { nullable: true, description: 'Of the first milestone not yet completed.' }) @Column('date') dueDay!: string | null;
  @Field(() => Day, { nullable: true, description: 'As the clause set it at first.' }) firstDueDay!: string | null;
  @Field(() => Day, { nullable: true }) @Column('date') extendedTo!: string | null;
  @Field(() => String, { nullable: true }) @Column('text') extensionReason!: string | null;
  @Field(() => Milestone, { nullable: true }) nextMilestone!: Relation<Milestone> | null;
  @Field(() => Int, { nullable: true, description: 'The unit\'s own part of the target.' }) targetValue!: number | null;
  @Field(() => String, { nullable: true }) targetUnit!: string | null;
  @Field(() => Post, { nullable: true }) @ManyToOne(() => Post) @JoinColumn({ name: 'officer_id' }) officer!: Relation<Post> | null;
  @Field(() => String, { nullable: true }) documentNumber!: string | null;
  @Field(() => Day, { nullable: true }) documentDay!: string | null;
  @Field(() => String, { nullable: true }) documentSigner!: string | null;
  @Field(() => Attachment, { nullable: true, description: 'The issued document itself, signed.' }) documentFile!: Relation<Attachment> | null;
  @Field(() => [Attachment], { description: 'Issued documents, the one in force and those that it replaced; the unit itself and the secretariat read these.' }) files!: Relation<Attachment[]>;
  @Field(() => AssignmentStatus) status!: string;
  @Field(() => StatusRule) statusRule!: string;
  @Field(() => Int, { nullable: true, description: 'Percent of the target that the days gone would make; null without a target.' }) expectedPercent!: number | null;
  @Field(() => Int, { nullable: true }) percent!: number | null;
  @Field(() => Int, { nullable: true, description: 'Counted from the start of the year.' }) quantity!: number | null;
  @Field(() => Day, { nullable: true }) doneOn!: string | null;
  @Field(() => Day, { nullable: true }) lastEntryDay!: string | null;
  @Field(() => Int, { description: 'Entries not yet signed.' }) draftCount!: number;
  @Field(() => Int, { description: 'Of those, what waits for the leader\'s signature.' }) submittedCount!: number;
  @Field(() => Int, { description: 'Entries given back of which no correction is signed or waits for signature.' }) returnedCount!: number;
  @Field(() => [ProgressEntry]) entries!: Relation<ProgressEntry[]>;
  @Field(() => [AssignmentChange]) changes!: Relation<AssignmentChange[]>;
  @Field(() => [EntryStep]) steps!: Relation<EntryStep[]>;
  @Field(() => [Comment]) comments!: Relation<Comment[]>;
}

@ObjectType({ description: 'A change of an assignment\'s terms: part, days, end.', simpleResolvers: true })
export class AssignmentChange {
  @Field(() => ID) id!: number;
  @Field(() => String) field!: string;
  @Field(() => String, { nullable: true }) before!: string | null;
  @Field(() => String, { nullable: true }) after!: string | null;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => Instant) changedOn!: string;
  @Field(() => String) changedBy!: string;
}
