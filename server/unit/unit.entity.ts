import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity, PrimaryColumn, type Relation } from 'typeorm';
import { portalKinds } from '../access/portal-kind.js';
import { Day } from '../graphql/scalars.js';
import { Household } from '../household/household.entity.js';
import { Post } from '../identity/post.entity.js';
import { Assignment } from '../task/assignment.entity.js';
import { UnitClassMember } from './unit-class.entity.js';
import { Village } from './village.entity.js';

export const UnitKind = Object.fromEntries(portalKinds.map(kind => [kind, kind])) as { [K in (typeof portalKinds)[number]]: K };
registerEnumType(UnitKind, { name: 'PortalKind', description: 'The five kinds of portal.' });

@ObjectType({ description: 'An agency, commune or organisation; the tenant of a portal.', simpleResolvers: true })
@Entity('unit')
export class Unit {
  @Field(() => ID) @PrimaryColumn('int') id!: number;
  @Field(() => Int) version!: number;
  @Field(() => String, { description: 'The code in its portal\'s address; for a commune the code of the national list, which names a unit only together with validFrom.' }) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String) shortName!: string;
  @Field(() => UnitKind) kind!: string;
  @Field(() => Unit, { nullable: true }) parent!: Relation<Unit> | null;
  @Field(() => [Unit]) children!: Relation<Unit[]>;
  @Field(() => [UnitClassMember]) classes!: Relation<UnitClassMember[]>;
  @Field(() => String, { nullable: true, description: 'Khu vực of a commune: I, II, III, or OUTSIDE the minority and mountainous area.' }) area!: string | null;
  @Field(() => Boolean, { nullable: true }) isExtremelyDisadvantaged!: boolean | null;
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo!: string | null;
  @Field(() => [String], { description: 'Names of the units that it was made of.' }) predecessors!: string[];
  @Field(() => [Number], { nullable: true, description: 'Longitude and latitude.' }) centroid!: number[] | null;
  @Field(() => [String], { description: 'Codes of the adjoining communes.' }) neighbours!: string[];
  @Field(() => String, { nullable: true }) headName!: string | null;
  @Field(() => String, { nullable: true }) officePhone!: string | null;
  @Field(() => String, { nullable: true }) officeEmail!: string | null;
  @Field(() => String, { nullable: true }) logo!: string | null;
  @Field(() => String, { nullable: true, description: 'Where we know of the unit from.' }) provenance!: string | null;
  @Field(() => Day, { nullable: true, description: 'Null while an administrator has yet to confirm the unit.' }) confirmedOn!: string | null;
  @Field(() => [Village]) villages!: Relation<Village[]>;
  @Field(() => [Post]) posts!: Relation<Post[]>;
  @Field(() => [Assignment]) assignments!: Relation<Assignment[]>;
  households!: Relation<Household[]>;
}
