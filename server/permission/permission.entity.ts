import { Field, ObjectType } from 'type-graphql';
import type { PortalKind } from '../access/portal-kind.js';
import { UnitKind } from '../unit/unit.entity.js';

@ObjectType({ description: 'A field of a noun with the verbs that each portal kind has on it: r read, f filter and sort, a aggregate, c create, u update.', simpleResolvers: true })
export class PermissionLine {
  @Field(() => String) field!: string;
  @Field(() => String, { nullable: true }) description!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it is shown to whom, in words for people.' }) why!: string | null;
  @Field(() => String, { nullable: true, description: 'The clause of the plan or the law.' }) ground!: string | null;
  @Field(() => Boolean, { description: 'Each reading is logged.' }) sensitive!: boolean;
  @Field(() => String, { nullable: true, description: 'Null where the viewer\'s portal may not know of it.' }) secretariat!: string | null;
  @Field(() => String, { nullable: true }) department!: string | null;
  @Field(() => String, { nullable: true }) commune!: string | null;
  @Field(() => String, { nullable: true }) massOrganisation!: string | null;
  @Field(() => String, { nullable: true }) public!: string | null;
}

@ObjectType({ description: 'Which rows of a noun a portal kind reads, and whether it writes any, in words for people.', simpleResolvers: true })
export class PermissionRows {
  @Field(() => UnitKind) portal!: PortalKind;
  @Field(() => String) reads!: string;
  @Field(() => Boolean) writes!: boolean;
}

@ObjectType({ description: 'A noun of the permission matrix.', simpleResolvers: true })
export class PermissionNoun {
  @Field(() => String) noun!: string;
  @Field(() => String, { nullable: true }) description!: string | null;
  @Field(() => String, { description: 'What people call it.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'What it is, in words for people.' }) what!: string | null;
  @Field(() => String, { nullable: true, description: 'The clause of the plan or the law by which it is shown at all.' }) ground!: string | null;
  @Field(() => [PermissionRows]) rows!: PermissionRows[];
  @Field(() => [PermissionLine]) fields!: PermissionLine[];
}
