import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity, PrimaryColumn, type Relation } from 'typeorm';
import { postRoles } from '../access/portal-kind.js';
import { Day } from '../graphql/scalars.js';
import { Unit } from '../unit/unit.entity.js';

export const PostRole = Object.fromEntries(postRoles.map(role => [role, role])) as { [R in (typeof postRoles)[number]]: R };
registerEnumType(PostRole, { name: 'PostRole', description: 'What a person may do in a unit.' });

@ObjectType({ description: 'A person\'s place in a unit (a hat).', simpleResolvers: true })
@Entity('post')
export class Post {
  @Field(() => ID) @PrimaryColumn('int') id!: number;
  @Field(() => Unit) unit!: Relation<Unit>;
  @Field(() => String) name!: string;
  @Field(() => PostRole) role!: string;
  @Field(() => Post, { nullable: true, description: 'The post on whose behalf this one works, for some days.' }) standsInFor!: Relation<Post> | null;
  @Field(() => String, { nullable: true }) officePhone!: string | null;
  @Field(() => [ID], { nullable: true, description: 'Null is the whole unit.' }) villages!: number[] | null;
  @Field(() => [ID], { nullable: true, description: 'Null is the whole province.' }) communes!: number[] | null;
  @Field(() => [String]) sensitiveNouns!: string[];
  @Field(() => Day) validFrom!: string;
  @Field(() => Day, { nullable: true }) validTo!: string | null;
}
