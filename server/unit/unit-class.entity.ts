import { Field, ID, ObjectType } from 'type-graphql';
import type { Relation } from 'typeorm';
import { Day } from '../graphql/scalars.js';
import { Unit } from './unit.entity.js';

@ObjectType({ description: 'A class of units as the plan names it: "các sở, ban, ngành", "UBND các xã, phường".', simpleResolvers: true })
export class UnitClass {
  @Field(() => ID) id!: number;
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => [UnitClassMember]) members!: Relation<UnitClassMember[]>;
}

@ObjectType({ description: 'A unit in a class, with the days on which it belongs.', simpleResolvers: true })
export class UnitClassMember {
  @Field(() => ID) id!: number;
  @Field(() => UnitClass) unitClass!: UnitClass;
  @Field(() => Unit) unit!: Relation<Unit>;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo!: string | null;
}
