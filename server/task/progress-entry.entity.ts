import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Attachment } from '../attachment/attachment.entity.js';
import { Day, Instant } from '../graphql/scalars.js';
import { Post } from '../identity/post.entity.js';
import { Unit } from '../unit/unit.entity.js';
import { Assignment } from './assignment.entity.js';
import { EntryReturn } from './entry-step.entity.js';
import { Milestone } from './milestone.entity.js';

export enum EntryState { DRAFT = 'DRAFT', SUBMITTED = 'SUBMITTED', SIGNED = 'SIGNED', RETURNED = 'RETURNED' }
registerEnumType(EntryState, { name: 'EntryState', description: 'A draft is the unit\'s working paper, submitted to its leader, who signs and sends it; given back, it counts for nothing until a correction is signed.' });

@ObjectType({ description: 'What a unit did on its assignment up to a day. A correction is an entry that supersedes another.', simpleResolvers: true })
@Entity('progress_entry')
export class ProgressEntry {
  @Field(() => ID) @PrimaryGeneratedColumn() id!: number;
  @Field(() => Int) version!: number;
  @Field(() => Assignment) @ManyToOne(() => Assignment) @JoinColumn({ name: 'assignment_id' }) assignment!: Relation<Assignment>;
  @Field(() => Unit, { description: 'Whose entry it is.' }) @ManyToOne(() => Unit) @JoinColumn({ name: 'unit_id' }) unit!: Relation<Unit>;
  @Field(() => Milestone, { nullable: true }) @ManyToOne(() => Milestone) @JoinColumn({ name: 'milestone_id' }) milestone!: Relation<Milestone> | null;
  @Field(() => Day) @Column('date') asOfDay!: string;
  @Field(() => String) @Column('text') done!: string;
  @Field(() => String, { nullable: true }) @Column('text') difficulty!: string | null;
  @Field(() => String, { nullable: true }) @Column('text') request!: string | null;
  @Field(() => Int, { nullable: true, description: 'Counted from the start of the year.' }) @Column('int') quantity!: number | null;
  @Field(() => Int, { nullable: true }) @Column('int') percent!: number | null;
  @Field(() => Boolean, { description: 'The milestone is completed.' }) @Column('boolean') isCompleted!: boolean;
  @Field(() => EntryState) state!: string;
  @Field(() => Post, { nullable: true }) @ManyToOne(() => Post) @JoinColumn({ name: 'author_id' }) author!: Relation<Post> | null;
  @Field(() => Post, { nullable: true }) signedBy!: Relation<Post> | null;
  @Field(() => Instant, { nullable: true }) signedOn!: string | null;
  @Field(() => Instant) createdAt!: string;
  @Field(() => ProgressEntry, { nullable: true }) @ManyToOne(() => ProgressEntry) @JoinColumn({ name: 'supersedes_id' }) supersedes!: Relation<ProgressEntry> | null;
  @Field(() => Boolean) isSuperseded!: boolean;
  @Field(() => [EntryReturn], { description: 'What is to be completed, where it was given back.' }) reasons!: Relation<EntryReturn[]>;
  @Field(() => [Attachment], { description: 'What proves it; as sent, and never changed.' }) files!: Relation<Attachment[]>;
}
