import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Day } from '../graphql/scalars.js';

export enum IncomeSource { SURVEY = 'SURVEY', DECLARED = 'DECLARED', IMPORTED = 'IMPORTED' }
registerEnumType(IncomeSource, { name: 'IncomeSource' });

@ObjectType({ description: 'The income of a household as of a day, under one standard; corrections are later rows.', simpleResolvers: true })
export class HouseholdIncome {
  @Field(() => ID) id!: string;
  @Field(() => String) standard!: string;
  @Field(() => Day) asOf!: string;
  @Field(() => IncomeSource) source!: string;
  @Field(() => Number, { nullable: true, description: 'Đồng a month and head.' }) incomePerHead!: number | null;
  @Field(() => Int, { nullable: true, description: 'By the score sheet of formVersion.' }) incomePoints!: number | null;
  @Field(() => String, { nullable: true, description: 'The answers on the sheet, as JSON.' }) sheetAnswers!: string | null;
  @Field(() => String, { nullable: true }) formVersion!: string | null;
}
