import { Field, ID, InputType } from 'type-graphql';
import { payloadOf } from '../graphql/payload.js';
import { Day } from '../graphql/scalars.js';
import { VillageAreaType } from './village-area-type.entity.js';
import { AreaType } from './village.entity.js';

@InputType({ description: 'Rural or urban from a day on; from that day it is the village\'s and its households\'.' })
export class RecordVillageAreaTypeInput {
  @Field(() => ID) village!: string;
  @Field(() => AreaType) areaType!: string;
  @Field(() => Day) validFrom!: string;
  @Field(() => String) source!: string;
  @Field(() => ID, { nullable: true, description: 'The latest area type of the village that the writer saw; null for none.' }) latest?: string | null;
}
export const VillageAreaTypePayload = payloadOf('VillageAreaType', 'villageAreaType', VillageAreaType);
