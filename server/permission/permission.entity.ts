import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A field of a noun with the verbs that each portal kind has on it: r read, f filter and sort, a aggregate, c create, u update.', simpleResolvers: true })
export class PermissionLine {
  @Field(() => String) field!: string;
  @Field(() => String, { nullable: true }) description!: string | null;
  @Field(() => Boolean, { description: 'Each reading is logged.' }) sensitive!: boolean;
  @Field(() => String, { nullable: true, description: 'Null where the viewer\'s portal may not know of it.' }) secretariat!: string | null;
  @Field(() => String, { nullable: true }) department!: string | null;
  @Field(() => String, { nullable: true }) commune!: string | null;
  @Field(() => String, { nullable: true }) massOrganisation!: string | null;
  @Field(() => String, { nullable: true }) public!: string | null;
}

@ObjectType({ description: 'A noun of the permission matrix.', simpleResolvers: true })
export class PermissionNoun {
  @Field(() => String) noun!: string;
  @Field(() => String, { nullable: true }) description!: string | null;
  @Field(() => [PermissionLine]) fields!: PermissionLine[];
}
