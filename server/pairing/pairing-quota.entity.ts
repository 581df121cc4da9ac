import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Unit } from '../unit/unit.entity.js';

@ObjectType({ description: 'How many households a body has promised to help in a year (III.2(8)).', simpleResolvers: true })
export class PairingQuota {
  @Field(() => ID) id!: number;
  @Field(() => Int) version!: number;
  @Field(() => Unit) helper!: Relation<Unit>;
  @Field(() => Int) year!: number;
  @Field(() => Int) households!: number;
  @Field(() => String, { nullable: true, description: 'Where the figure is from.' }) source!: string | null;
}
