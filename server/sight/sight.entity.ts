import { Field, ID, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { Unit } from '../unit/unit.entity.js';

@ObjectType({ description: 'Why a unit sees a household; it ends with its cause.', simpleResolvers: true })
export class SightReason {
  @Field(() => ID) id!: string;
  @Field(() => Unit) unit!: Relation<Unit>;
  @Field(() => String, { description: 'OWN_COMMUNE, DEPRIVED, GROUP, NEED, MERIT, PROVIDER, PAIRED, SUPERVISION or GRANTED.' }) cause!: string;
  @Field(() => String, { description: 'The indicator, group, kind of need, or part that was opened; empty for others.' }) part!: string;
  @Field(() => Day, { nullable: true }) validFrom!: string | null;
  @Field(() => Day, { nullable: true }) validTo!: string | null;
}
