import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { TaskGroup } from '../task/task-group.entity.js';
import { Target } from '../target/target.entity.js';

export enum DocumentState { DRAFT = 'DRAFT', NUMBERED = 'NUMBERED', SIGNED = 'SIGNED' }
registerEnumType(DocumentState, { name: 'DocumentState', description: 'A draft has neither number nor day.' });

@ObjectType({ description: 'A year\'s plan.', simpleResolvers: true })
@Entity('plan')
export class Plan {
  @Field(() => ID) @PrimaryColumn('int') id!: number;
  @Field(() => Int) year!: number;
  @Field(() => String) name!: string;
  @Field(() => Day) startsOn!: string;
  @Field(() => Day) endsOn!: string;
  @Field(() => [PlanVersion]) versions!: Relation<PlanVersion[]>;
  @Field(() => [TaskGroup]) groups!: Relation<TaskGroup[]>;
  @Field(() => [Target]) targets!: Relation<Target[]>;
  @Field(() => [MoneyLine]) moneyLines!: Relation<MoneyLine[]>;
  @Field(() => [PlanNotice]) notices!: Relation<PlanNotice[]>;
  @Field(() => [ReportingPeriod]) reportingPeriods!: Relation<ReportingPeriod[]>;
  @Field(() => [StatusThreshold]) statusThresholds!: Relation<StatusThreshold[]>;
}

@ObjectType({ description: 'A state of the plan\'s document: a draft has no number yet and runs all the same.', simpleResolvers: true })
@Entity('plan_version')
export class PlanVersion {
  @Field(() => ID) @PrimaryGeneratedColumn() id!: number;
  @Field(() => Plan) @ManyToOne(() => Plan) @JoinColumn({ name: 'plan_id' }) plan!: Relation<Plan>;
  @Field(() => Int) @Column('int') no!: number;
  @Field(() => DocumentState) @Column('text') state!: string;
  @Field(() => String, { nullable: true }) @Column('text') number!: string | null;
  @Field(() => Day, { nullable: true }) @Column('date') day!: string | null;
  @Field(() => String, { nullable: true }) @Column('text') signer!: string | null;
  @Field(() => String, { nullable: true }) @Column('text') note!: string | null;
}

@ObjectType({ description: 'Money as the plan states it, beside what its parts come to; neither is corrected.', simpleResolvers: true })
export class MoneyLine {
  @Field(() => ID) id!: number;
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => Int, { description: 'Billion VND as stated.' }) statedBillion!: number;
  @Field(() => Int, { nullable: true, description: 'Billion VND, the sum of the stated parts; null for a line without parts.' }) computedBillion!: number | null;
  @Field(() => Int, { nullable: true, description: 'Stated less computed.' }) differenceBillion!: number | null;
  @Field(() => String) clause!: string;
  @Field(() => MoneyLine, { nullable: true }) partOf!: Relation<MoneyLine> | null;
}

@ObjectType({ description: 'Clauses that disagree; both are kept.', simpleResolvers: true })
export class PlanNotice {
  @Field(() => ID) id!: number;
  @Field(() => String) code!: string;
  @Field(() => String) text!: string;
  @Field(() => [String]) clauses!: string[];
}

@ObjectType({ description: 'A reporting period with the last days on time.', simpleResolvers: true })
export class ReportingPeriod {
  @Field(() => ID) id!: number;
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => Day, { description: 'Last day on time for units.' }) dueDay!: string;
  @Field(() => Day, { description: 'Last day on time for the secretariat.' }) secretariatDueDay!: string;
}

@ObjectType({ description: 'When a unit counts as at risk or behind.', simpleResolvers: true })
export class StatusThreshold {
  @Field(() => ID) id!: number;
  @Field(() => Int) dueSoonDays!: number;
  @Field(() => Int) behindPercent!: number;
  @Field(() => Int) farBehindPercent!: number;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo!: string | null;
  @Field(() => String) source!: string;
}
