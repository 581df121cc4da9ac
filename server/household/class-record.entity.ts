import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { Unit } from '../unit/unit.entity.js';
import { Village } from '../unit/village.entity.js';
import { Household, HouseholdClass } from './household.entity.js';

export enum Movement {
  LISTED = 'LISTED', NEWLY_ARISEN = 'NEWLY_ARISEN', NEWLY_ARISEN_NEAR_POOR = 'NEWLY_ARISEN_NEAR_POOR', RELAPSED = 'RELAPSED',
  RELAPSED_NEAR_POOR = 'RELAPSED_NEAR_POOR', ESCAPED = 'ESCAPED', ESCAPED_NEAR_POOR = 'ESCAPED_NEAR_POOR', POOR_TO_NEAR_POOR = 'POOR_TO_NEAR_POOR',
  NEAR_POOR_TO_POOR = 'NEAR_POOR_TO_POOR', UNCHANGED = 'UNCHANGED', LEVEL_CHANGED = 'LEVEL_CHANGED', STANDARD_CHANGED = 'STANDARD_CHANGED',
  WINDOW_ENDED = 'WINDOW_ENDED', MOVED_IN = 'MOVED_IN', SPLIT = 'SPLIT',
}
registerEnumType(Movement, { name: 'Movement', description: 'Biến động that began a stretch of the list.' });
export enum EndMovement { CLASS_CHANGED = 'CLASS_CHANGED', MOVED_OUT = 'MOVED_OUT', MERGED = 'MERGED', ENDED = 'ENDED' }
registerEnumType(EndMovement, { name: 'EndMovement', description: 'What ended a stretch of the list.' });

@ObjectType({ description: 'A household on a commune\'s list from one decision to the next, as it was listed then; the list of a day is the rows that hold on it.', simpleResolvers: true })
export class ClassRecord {
  @Field(() => ID) id!: string;
  @Field(() => Household, { nullable: true, description: 'Null once it belongs to another commune.' }) household!: Relation<Household> | null;
  @Field(() => Unit) commune!: Relation<Unit>;
  @Field(() => Village, { nullable: true }) village!: Relation<Village> | null;
  @Field(() => String) code!: string;
  @Field(() => String) headName!: string;
  @Field(() => Int) memberCount!: number;
  @Field(() => HouseholdClass) class!: string;
  @Field(() => String) standard!: string;
  @Field(() => Movement) movement!: string;
  @Field(() => Day) since!: string;
  @Field(() => Day, { nullable: true, description: 'The first day on which it no longer holds.' }) until!: string | null;
  @Field(() => EndMovement, { nullable: true }) endMovement!: string | null;
  @Field(() => Boolean, { description: 'Whether it stood on any day\'s list; one that was replaced on its own first day did not.' }) stood!: boolean;
  @Field(() => String, { nullable: true }) decisionNumber!: string | null;
  @Field(() => Day, { nullable: true }) decisionDay!: string | null;
  @Field(() => String, { nullable: true }) reason!: string | null;
}
