import { Field, ID, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { AreaType, Village } from './village.entity.js';

@ObjectType({ description: 'Whether a village is rural or urban from one day to another, both included.', simpleResolvers: true })
export class VillageAreaType {
  @Field(() => ID) id!: number;
  @Field(() => Village) village!: Relation<Village>;
  @Field(() => AreaType) areaType!: string;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo!: string | null;
  @Field(() => String) source!: string;
  @Field(() => Day, { nullable: true, description: 'The day on which another row took its place from its first day on.' }) replacedOn!: string | null;
}
