import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';

/* The tables once more, mapped as one would without thinking of speed: every column, every relation from both ends. */

@Entity('unit')
export class NaiveUnit {
  @PrimaryColumn('int') id!: number;
  @Column('text') name!: string;
  @Column('text', { name: 'short_name' }) shortName!: string;
  @Column('text') code!: string;
}

@Entity('village')
export class NaiveVillage {
  @PrimaryColumn('int') id!: number;
  @Column('text') name!: string;
}

@Entity('task')
export class NaiveTask {
  @PrimaryColumn('int') id!: number;
  @Column('text') code!: string;
  @Column('text') kind!: string;
  @Column('text') title!: string;
  @OneToMany(() => NaiveAssignment, assignment => assignment.task) assignments!: Relation<NaiveAssignment[]>;
}

@Entity('milestone')
export class NaiveMilestone {
  @PrimaryColumn('int') id!: number;
  @Column('text') label!: string;
  @Column('date', { name: 'due_day' }) dueDay!: string;
}

@Entity('assignment')
export class NaiveAssignment {
  @PrimaryColumn('int') id!: number;
  @ManyToOne(() => NaiveTask, task => task.assignments) @JoinColumn({ name: 'task_id' }) task!: Relation<NaiveTask>;
  @ManyToOne(() => NaiveUnit) @JoinColumn({ name: 'unit_id' }) unit!: Relation<NaiveUnit>;
  @ManyToOne(() => NaiveMilestone) @JoinColumn({ name: 'next_milestone_id' }) nextMilestone!: Relation<NaiveMilestone> | null;
  @Column('text') role!: string;
  @Column('text') part!: string | null;
  @Column('int', { name: 'via_class_id' }) viaClassId!: number | null;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'due_day' }) dueDay!: string | null;
  @Column('date', { name: 'extended_to' }) extendedTo!: string | null;
  @Column('date', { name: 'done_on' }) doneOn!: string | null;
  @Column('date', { name: 'last_entry_day' }) lastEntryDay!: string | null;
  @Column('date', { name: 'confirmed_on' }) confirmedOn!: string | null;
  @Column('text', { name: 'next_kind' }) nextKind!: string | null;
  @Column('int') percent!: number | null;
  @Column('int', { name: 'target_value' }) targetValue!: number | null;
}

@Entity('reporting_period')
export class NaivePeriod {
  @PrimaryColumn('int') id!: number;
  @Column('date', { name: 'due_day' }) dueDay!: string;
}

@Entity('status_threshold')
export class NaiveThreshold {
  @PrimaryColumn('int') id!: number;
  @Column('int', { name: 'due_soon_days' }) dueSoonDays!: number;
  @Column('int', { name: 'behind_percent' }) behindPercent!: number;
  @Column('int', { name: 'far_behind_percent' }) farBehindPercent!: number;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to' }) validTo!: string | null;
}

@Entity('household')
export class NaiveHousehold {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text', { name: 'head_name' }) headName!: string;
  @Column('text') class!: string;
  @Column('int', { name: 'member_count' }) memberCount!: number;
  @ManyToOne(() => NaiveUnit) @JoinColumn({ name: 'commune_id' }) commune!: Relation<NaiveUnit>;
  @ManyToOne(() => NaiveVillage) @JoinColumn({ name: 'village_id' }) village!: Relation<NaiveVillage> | null;
  @OneToMany(() => NaiveMember, member => member.household) members!: Relation<NaiveMember[]>;
  @OneToMany(() => NaiveDeprivation, deprivation => deprivation.household) deprivations!: Relation<NaiveDeprivation[]>;
  @OneToMany(() => NaiveSight, sight => sight.household) sights!: Relation<NaiveSight[]>;
}

@Entity('member')
export class NaiveMember {
  @PrimaryColumn('uuid') id!: string;
  @ManyToOne(() => NaiveHousehold, household => household.members) @JoinColumn({ name: 'household_id' }) household!: Relation<NaiveHousehold>;
  @Column('text', { name: 'full_name' }) fullName!: string;
  @Column('boolean', { name: 'is_head' }) isHead!: boolean;
  @Column('int', { name: 'birth_year' }) birthYear!: number;
  @Column('text') sex!: string;
}

@Entity('deprivation')
export class NaiveDeprivation {
  @PrimaryColumn('uuid') id!: string;
  @ManyToOne(() => NaiveHousehold, household => household.deprivations) @JoinColumn({ name: 'household_id' }) household!: Relation<NaiveHousehold>;
  @Column('text') indicator!: string;
  @Column('date') since!: string;
}

@Entity('sight')
export class NaiveSight {
  @PrimaryColumn('text') id!: string;
  @ManyToOne(() => NaiveHousehold, household => household.sights) @JoinColumn({ name: 'household_id' }) household!: Relation<NaiveHousehold>;
  @Column('int', { name: 'unit_id' }) unitId!: number;
  @Column('text') cause!: string;
  @Column('text') part!: string;
  @Column('int', { name: 'member_min_age' }) memberMinAge!: number | null;
  @Column('int', { name: 'member_max_age' }) memberMaxAge!: number | null;
  @Column('date', { name: 'valid_from' }) validFrom!: string | null;
  @Column('date', { name: 'valid_to' }) validTo!: string | null;
}

export const naiveEntities = [
  NaiveUnit, NaiveVillage, NaiveTask, NaiveMilestone, NaiveAssignment, NaivePeriod, NaiveThreshold, NaiveHousehold, NaiveMember, NaiveDeprivation, NaiveSight,
];
