import { Field, ID, InputType } from 'type-graphql';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { AreaType } from '../unit/village.entity.js';
import { FigureKind, PovertyStandard, StandardFigure } from './standard.entity.js';

@InputType({ description: 'A number of a standard from a day on; the one before ends on the day before.' })
export class RecordStandardFigureInput {
  @Field(() => String) standard!: string;
  @Field(() => FigureKind) figure!: string;
  @Field(() => AreaType, { nullable: true }) areaType?: string | null;
  @Field(() => Number) value!: number;
  @Field(() => Day) validFrom!: string;
  @Field(() => String) source!: string;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => ID, { nullable: true, description: 'The latest such figure that the writer saw; null for none.' }) latest?: string | null;
}
export const StandardFigurePayload = payloadOf('StandardFigure', 'standardFigure', StandardFigure);

@InputType({ description: 'A new standard with the indicators of an older one; its numbers are recorded one by one.' })
export class RecordStandardInput {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String) legalBasis!: string;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => String, { description: 'The standard whose indicators it takes over.' }) indicatorsOf!: string;
}
export const PovertyStandardPayload = payloadOf('PovertyStandard', 'povertyStandard', PovertyStandard);
