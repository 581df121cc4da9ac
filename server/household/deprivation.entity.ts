import { Field, ID, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { Household } from './household.entity.js';

@ObjectType({ description: 'Thiếu hụt of a household in one indicator, with its days.', simpleResolvers: true })
export class Deprivation {
  @Field(() => ID) id!: string;
  @Field(() => Household, { nullable: true, description: 'Null while only a part of it is opened to the viewer.' }) household!: Relation<Household> | null;
  @Field(() => String, { description: 'JOB, DEPENDANTS, NUTRITION, INSURANCE, ADULT_EDUCATION, SCHOOLING, HOUSING_QUALITY, HOUSING_AREA, WATER, LATRINE, TELECOM, INFORMATION_MEANS.' }) indicator!: string;
  @Field(() => String) standard!: string;
  @Field(() => Boolean) deprived!: boolean;
  @Field(() => Day) since!: string;
  @Field(() => Day, { nullable: true }) until!: string | null;
  @Field(() => String, { nullable: true, description: 'Square metres, material, source of water.' }) measure!: string | null;
  @Field(() => Day) asOf!: string;
}
