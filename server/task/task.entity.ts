import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { Plan, PlanVersion } from '../plan/plan.entity.js';
import { Target } from '../target/target.entity.js';
import { Assignment } from './assignment.entity.js';
import { Milestone } from './milestone.entity.js';
import { TaskBinding } from './task-binding.entity.js';
import { StandingCount } from './standing.entity.js';
import { TaskGroup } from './task-group.entity.js';

export enum TaskKind { TASK = 'TASK', DUTY = 'DUTY', DIRECTIVE = 'DIRECTIVE' }
registerEnumType(TaskKind, { name: 'TaskKind', description: 'One of the 36 tasks, one of the standing duties of Part IV, or added by a directive.' });

@ObjectType({ description: 'A task of the plan.', simpleResolvers: true })
@Entity('task')
export class Task {
  @Field(() => ID) @PrimaryGeneratedColumn() id!: number;
  @Field(() => Int) version!: number;
  @Field(() => Plan) @ManyToOne(() => Plan) @JoinColumn({ name: 'plan_id' }) plan!: Relation<Plan>;
  @Field(() => TaskGroup) @ManyToOne(() => TaskGroup) @JoinColumn({ name: 'group_id' }) group!: Relation<TaskGroup>;
  @Field(() => Int, { description: 'Its place in the plan.' }) sort!: number;
  @Field(() => String, { description: 'The clause, as III.8(4).' }) @Column('text') code!: string;
  @Field(() => TaskKind) @Column('text') kind!: string;
  @Field(() => String) @Column('text') title!: string;
  @Field(() => String, { nullable: true }) @Column('text') product!: string | null;
  @Field(() => String, { nullable: true, description: 'For whom, in words.' }) @Column('text') population!: string | null;
  @Field(() => String, { nullable: true, description: 'What the clause asks, in short words.' }) summary!: string | null;
  @Field(() => String, { nullable: true, description: 'The clause\'s own text, where the document was imported.' }) clauseText!: string | null;
  @Field(() => PlanVersion, { nullable: true }) documentVersion!: Relation<PlanVersion> | null;
  @Field(() => String, { nullable: true }) @Column('text') directiveNumber!: string | null;
  @Field(() => Day, { nullable: true }) @Column('date') directiveDay!: string | null;
  @Field(() => String, { nullable: true }) guidance!: string | null;
  @Field(() => String, { nullable: true, description: 'Where clauses disagree.' }) conflictNote!: string | null;
  @Field(() => [Milestone]) milestones!: Relation<Milestone[]>;
  @Field(() => [Target]) targets!: Relation<Target[]>;
  @Field(() => [TaskBinding], { description: 'Whom the clause binds, as it says it: units and classes of units.' }) bindings!: Relation<TaskBinding[]>;
  @Field(() => [Assignment], { description: 'The leads that the clause names, with their parts.' }) leads!: Relation<Assignment[]>;
  @Field(() => [Assignment], { description: 'Of the assignments those that the viewer may see.' }) assignments!: Relation<Assignment[]>;
  standing!: Relation<StandingCount[]> | null;
}
