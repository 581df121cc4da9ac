import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { Task } from './task.entity.js';

export enum MilestoneKind { DATE = 'DATE', QUARTER = 'QUARTER', SERIES = 'SERIES', CONTINUOUS = 'CONTINUOUS' }
registerEnumType(MilestoneKind, { name: 'MilestoneKind', description: 'A date, the end of a quarter, one of a series of reports, or continuous through the year.' });

@ObjectType({ description: 'A day by which something of a task is due, with the rule for late.', simpleResolvers: true })
@Entity('milestone')
export class Milestone {
  @Field(() => ID) @PrimaryGeneratedColumn() id!: number;
  @Field(() => Task) @ManyToOne(() => Task) @JoinColumn({ name: 'task_id' }) task!: Relation<Task>;
  @Field(() => Int) @Column('int') no!: number;
  @Field(() => MilestoneKind) @Column('text') kind!: string;
  @Field(() => String) @Column('text') label!: string;
  @Field(() => String, { description: 'As the clause states it.' }) @Column('text') stated!: string;
  @Field(() => Day) @Column('date') dueDay!: string;
  @Field(() => String, { description: 'AFTER_DUE_DAY, or MISSED_REPORT: judged by its latest periodic report.' }) @Column('text') lateRule!: string;
}
