import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Day } from '../graphql/scalars.js';
import { HouseholdClass } from '../household/household.entity.js';
import { AreaType } from '../unit/village.entity.js';
import { Provenance } from './standard.entity.js';

export enum IncomeMethod { INCOME = 'INCOME', POINTS = 'POINTS' }
registerEnumType(IncomeMethod, { name: 'IncomeMethod', description: 'By income per head, or by the points of a score sheet.' });
export enum MethodReason {
  SHEET_IN_FORCE = 'SHEET_IN_FORCE', NO_POINTS_IN_STANDARD = 'NO_POINTS_IN_STANDARD', NO_SHEET = 'NO_SHEET', SHEET_NOT_YET_IN_FORCE = 'SHEET_NOT_YET_IN_FORCE', SHEET_ENDED = 'SHEET_ENDED',
}
registerEnumType(MethodReason, { name: 'MethodReason' });
export enum StepRule {
  INCOME_LINE = 'INCOME_LINE', INCOME_POINTS = 'INCOME_POINTS', DEPRIVATION_COUNT = 'DEPRIVATION_COUNT', DEPRIVATION_POINTS = 'DEPRIVATION_POINTS', AVERAGE_LIVING = 'AVERAGE_LIVING',
}
registerEnumType(StepRule, { name: 'StepRule' });
export enum FigureUnit { VND_PER_HEAD_MONTH = 'VND_PER_HEAD_MONTH', POINTS = 'POINTS', INDICATORS = 'INDICATORS' }
registerEnumType(FigureUnit, { name: 'FigureUnit' });
export enum Comparison { AT_MOST = 'AT_MOST', AT_LEAST = 'AT_LEAST', BETWEEN = 'BETWEEN' }
registerEnumType(Comparison, { name: 'Comparison', description: 'Boundaries belong to it.' });

@InputType() export class StandardPointsInput {
  @Field(() => String) standard!: string;
  @Field(() => Int) points!: number;
}
@InputType() export class IndicatorAnswerInput {
  @Field(() => String) indicator!: string;
  @Field(() => Boolean) deprived!: boolean;
}
@ArgsType() export class ClassificationArguments {
  @Field(() => [String], { nullable: true, description: 'All that have their numbers, when left out.' }) standards?: string[] | null;
  @Field(() => AreaType) areaType!: 'RURAL' | 'URBAN';
  @Field(() => Number, { nullable: true, description: 'Đồng a month and head.' }) incomePerHead?: number | null;
  @Field(() => [StandardPointsInput], { nullable: true, description: 'Only where a score sheet is in force.' }) incomePoints?: StandardPointsInput[] | null;
  @Field(() => [IndicatorAnswerInput], { description: 'What was asked, of whatever standard; what was not counts as not deprived.' }) answers!: IndicatorAnswerInput[];
}

@ObjectType({ description: 'One comparison that a class rests on.', simpleResolvers: true })
export class ClassificationStep {
  @Field(() => StepRule) rule!: string;
  @Field(() => String) legalBasis!: string;
  @Field(() => Provenance, { nullable: true }) provenance!: string | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Number, { nullable: true }) figure!: number | null;
  @Field(() => FigureUnit) unit!: string;
  @Field(() => Comparison) comparison!: string;
  @Field(() => [Number], { description: 'Of BETWEEN both ends; none where none is on file.' }) thresholds!: number[];
  @Field(() => Boolean, { nullable: true }) holds!: boolean | null;
  @Field(() => Boolean, { description: 'Whether the class would be another if it came out otherwise.' }) decides!: boolean;
  @Field(() => String) sentence!: string;
}

@ObjectType({ description: 'The class under one standard, with all that it rests on.', simpleResolvers: true })
export class StandardClassification {
  @Field(() => String) standard!: string;
  @Field(() => String) standardName!: string;
  @Field(() => HouseholdClass, { nullable: true, description: 'Null when nothing was given about the income that this standard can use.' }) class!: string | null;
  @Field(() => IncomeMethod, { nullable: true, description: 'The one that was applied.' }) methodUsed!: string | null;
  @Field(() => IncomeMethod, { description: 'The one in force for the villages of this area today.' }) method!: string;
  @Field(() => MethodReason) methodReason!: string;
  @Field(() => String) methodMessage!: string;
  @Field(() => [ClassificationStep]) steps!: ClassificationStep[];
  @Field(() => [String], { description: 'The explanation for a person, the conclusion last.' }) sentences!: string[];
  @Field(() => [String], { description: 'Indicators of this standard that nobody asked about.' }) unanswered!: string[];
  @Field(() => [String], { description: 'Indicators that were asked and that this standard does not know.' }) leftOut!: string[];
  @Field(() => Boolean, { description: 'Whether it would be poor if it turned out deprived in all that is unanswered.' }) mayBePoor!: boolean;
}

@ObjectType({ description: 'A household by its latest income and open deprivations; nothing is decided by it.', simpleResolvers: true })
export class HouseholdClassification {
  @Field(() => AreaType) areaType!: string;
  @Field(() => Day, { nullable: true, description: 'The day of the income; null when none is on file.' }) incomeAsOf!: string | null;
  @Field(() => [StandardClassification]) results!: StandardClassification[];
}
