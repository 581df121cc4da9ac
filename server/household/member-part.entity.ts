import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Day } from '../graphql/scalars.js';

export enum LabourStatus { WORKING = 'WORKING', UNEMPLOYED = 'UNEMPLOYED', NOT_WORKING = 'NOT_WORKING', UNABLE = 'UNABLE' }
registerEnumType(LabourStatus, { name: 'LabourStatus', description: 'UNEMPLOYED wants work; NOT_WORKING does not, as a pupil or at home; UNABLE cannot.' });
export enum TrainedLevel { NONE = 'NONE', SHORT_COURSE = 'SHORT_COURSE', ELEMENTARY = 'ELEMENTARY', INTERMEDIATE = 'INTERMEDIATE', COLLEGE = 'COLLEGE', UNIVERSITY = 'UNIVERSITY' }
registerEnumType(TrainedLevel, { name: 'TrainedLevel' });
export enum SchoolLevel {
  NONE = 'NONE', KINDERGARTEN = 'KINDERGARTEN', PRIMARY = 'PRIMARY', LOWER_SECONDARY = 'LOWER_SECONDARY', UPPER_SECONDARY = 'UPPER_SECONDARY', VOCATIONAL = 'VOCATIONAL', HIGHER = 'HIGHER',
}
registerEnumType(SchoolLevel, { name: 'SchoolLevel' });
export enum Disability { NONE = 'NONE', MILD = 'MILD', SEVERE = 'SEVERE', EXTREME = 'EXTREME' }
registerEnumType(Disability, { name: 'Disability' });

@ObjectType({ description: 'A member\'s work and training, for the bodies of vocational training and jobs.', simpleResolvers: true })
export class MemberLabour {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => LabourStatus) status!: string;
  @Field(() => String, { nullable: true }) occupation!: string | null;
  @Field(() => TrainedLevel) trainedLevel!: string;
  @Field(() => Day) asOf!: string;
}

@ObjectType({ description: 'Whether a member goes to school, and where.', simpleResolvers: true })
export class MemberSchooling {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Boolean) attending!: boolean;
  @Field(() => SchoolLevel, { description: 'Attended now, or finished last.' }) level!: string;
  @Field(() => String, { nullable: true, description: 'Why not attending.' }) reason!: string | null;
  @Field(() => Day) asOf!: string;
}

@ObjectType({ description: 'A member\'s health insurance.', simpleResolvers: true })
export class MemberInsurance {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Boolean) hasCard!: boolean;
  @Field(() => Day, { nullable: true }) validTo!: string | null;
  @Field(() => Day) asOf!: string;
}

@ObjectType({ description: 'A member\'s health; each opening is logged.', simpleResolvers: true })
export class MemberHealth {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => Boolean) malnutrition!: boolean;
  @Field(() => Disability) disability!: string;
  @Field(() => Boolean) seriousIllness!: boolean;
  @Field(() => Day) asOf!: string;
}
