import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Day } from '../graphql/scalars.js';
import { AreaType } from '../unit/village.entity.js';

export enum Provenance { SOURCED = 'SOURCED', RECALLED = 'RECALLED', ENTERED = 'ENTERED' }
registerEnumType(Provenance, { name: 'Provenance', description: 'From the legal text, only remembered and to be checked, or entered by the administration with its source.' });

export enum FigureKind {
  INCOME_LINE = 'INCOME_LINE', AVERAGE_FROM = 'AVERAGE_FROM', AVERAGE_TO = 'AVERAGE_TO', INCOME_POINTS = 'INCOME_POINTS',
  POINTS_PER_INDICATOR = 'POINTS_PER_INDICATOR', POOR_FROM_POINTS = 'POOR_FROM_POINTS', MIN_DEPRIVATIONS = 'MIN_DEPRIVATIONS',
}
registerEnumType(FigureKind, { name: 'FigureKind' });

@ObjectType({ description: 'One of the indicators by which deprivation is told, of whatever standard.', simpleResolvers: true })
export class DeprivationIndicator {
  @Field(() => ID) code!: string;
  @Field(() => String) dimension!: string;
  @Field(() => String) name!: string;
}

@ObjectType({ description: 'An indicator as one standard words and places it.', simpleResolvers: true })
export class StandardIndicator {
  @Field(() => ID) id!: number;
  @Field(() => String) standard!: string;
  @Field(() => String) indicator!: string;
  @Field(() => Int) no!: number;
  @Field(() => String) name!: string;
  @Field(() => String) dimension!: string;
  @Field(() => String, { nullable: true }) threshold!: string | null;
}

@ObjectType({ description: 'A number of a standard from one day to another, both included; changed by a later row, never overwritten.', simpleResolvers: true })
export class StandardFigure {
  @Field(() => ID) id!: number;
  @Field(() => String) standard!: string;
  @Field(() => FigureKind) figure!: string;
  @Field(() => AreaType, { nullable: true, description: 'Null for a number of the whole standard.' }) areaType!: string | null;
  @Field(() => Number, { description: 'Đồng a month and head, points, or a count.' }) value!: number;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo!: string | null;
  @Field(() => String) source!: string;
  @Field(() => Provenance) provenance!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Day, { nullable: true, description: 'The day on which another row took its place from its first day on.' }) replacedOn!: string | null;
}

@ObjectType({ description: 'Chuẩn nghèo đa chiều of a stretch of years.', simpleResolvers: true })
export class PovertyStandard {
  @Field(() => ID) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String) legalBasis!: string;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo!: string | null;
  @Field(() => Provenance) provenance!: string;
  @Field(() => String, { nullable: true, description: 'What is not on file yet.' }) note!: string | null;
  @Field(() => [StandardIndicator]) indicators!: StandardIndicator[];
  @Field(() => [StandardFigure], { description: 'With all that held before; latest first.' }) figures!: StandardFigure[];
}
