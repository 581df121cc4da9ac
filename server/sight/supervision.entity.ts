import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { Unit } from '../unit/unit.entity.js';

export enum SupervisionKind { REVIEW = 'REVIEW', INSPECTION = 'INSPECTION' }
registerEnumType(SupervisionKind, { name: 'SupervisionKind' });

@ObjectType({ description: 'Who supervises a commune\'s list on which days: it sees the list and nothing deeper.', simpleResolvers: true })
export class Supervision {
  @Field(() => ID) id!: number;
  @Field(() => Unit) unit!: Relation<Unit>;
  @Field(() => Unit) commune!: Relation<Unit>;
  @Field(() => SupervisionKind) kind!: string;
  @Field(() => String) title!: string;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day) validTo!: string;
}
